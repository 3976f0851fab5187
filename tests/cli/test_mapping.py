import xml.etree.ElementTree as ET

import pytest

from tests.cli.conftest import SAMPLE


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_map_is_written_in_the_persons_language(shinyo, tmp_path, lang):
    out = tmp_path / "図 一" / "map.svg"
    status, output, errors = shinyo("map", SAMPLE, "-o", str(out), "--lang", lang)
    assert (status, errors) == (0, "")
    assert str(out) in output
    texts = {text.text for text in ET.parse(out).iter("{http://www.w3.org/2000/svg}text")}
    assert {"ja": "アプローチ", "en": "Approach"}[lang] in texts
    assert shinyo("map", SAMPLE, "-o", str(out))[0] == 0


def test_what_cannot_be_drawn_is_told(shinyo, tmp_path):
    status, output, errors = shinyo("map", SAMPLE, "-o", str(tmp_path / "map.png"))
    assert (status, output) == (2, "")
    assert ".svg" in errors
    (tmp_path / "file").write_text("")
    assert shinyo("map", SAMPLE, "-o", str(tmp_path / "file" / "map.svg"))[0] == 2
    assert shinyo("map", "nowhere", "-o", str(tmp_path / "map.svg"))[0] == 2
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\n")
    assert shinyo("map", str(broken), "-o", str(tmp_path / "map.svg"))[0] == 1
    assert not list(tmp_path.glob("*.svg"))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_whole_report_is_a_page(shinyo, tmp_path, lang):
    out = tmp_path / "report.html"
    status, _, errors = shinyo("map", SAMPLE, "-o", str(out), "--lang", lang)
    assert (status, errors) == (0, "")
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert f'<html lang="{lang}">' in page
    assert "<svg" in page
    assert {"ja": "経緯に関係なく", "en": "whatever went before"}[lang] in page


@pytest.mark.parametrize("name", ["story.svg", "story.html"])
def test_a_drawing_is_drawn_anew_and_nothing_else_is_written_over(shinyo, tmp_path, name):
    out = tmp_path / name
    assert shinyo("map", SAMPLE, "-o", str(out))[0] == 0
    drawn = out.read_bytes()
    out.write_bytes(drawn + b"\n")
    assert shinyo("map", SAMPLE, "-o", str(out))[0] == 0
    assert out.read_bytes() == drawn
    for own in (b"<html><body>My own page</body></html>", b'<svg xmlns="http://www.w3.org/2000/svg"/>'):
        out.write_bytes(own)
        status, output, errors = shinyo("map", SAMPLE, "-o", str(out), "--lang", "en")
        assert (status, output) == (2, "")
        assert errors == f"{out} is there already and was not replaced. Choose another name.\n"
        assert out.read_bytes() == own
    out.write_bytes(b"")
    assert shinyo("map", SAMPLE, "-o", str(out))[0] == 0, "where nothing stands, nothing is lost"
