"""Pages and pictures hold what a stranger wrote as text, and may fetch and run nothing if they did not."""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import polib
import pytest

from tests.cli.conftest import ROOT, SAMPLE

EVIL = "\"><script>x()</script><img src=http://x.invalid onerror=x()>'&<!--]]><svg onload='x()'>"
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "span", "dl", "dt", "dd",
    "div", "ul", "ol", "li", "i", "b", "br", "table", "tr", "th", "td", "section", "header", "strong", "svg",
    "g", "rect", "path", "text", "line", "polyline", "circle", "defs", "lineargradient", "stop", "marker",
    "polygon", "a",
}  # fmt: skip
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Seen(HTMLParser):
    """The tags of a page, its attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def hostile(shinyo, tmp_path):
    """A scenario whose every text is an attack in English: translated so, by a catalog."""
    text = (ROOT / SAMPLE).read_text("utf-8").replace("id: friday-checklist", "id: mine", 1)
    file = tmp_path / "mine.yaml"
    file.write_text(text, "utf-8")
    shinyo("translate", str(file), "--to", "en")
    catalog = polib.pofile(str(tmp_path / "mine.en.po"))
    for entry in catalog:
        if re.fullmatch(r"[^{}｜《》]+", entry.msgid):
            entry.msgstr = EVIL + entry.msgid
        else:
            entry.msgstr = entry.msgid
    catalog.save()
    return file


def test_a_report_is_text(shinyo, hostile):
    out = hostile.with_name("x.html")
    status, _, errors = shinyo("map", str(hostile), "-o", str(out), "--lang", "en")
    assert status == 0, errors
    seen = Seen(out.read_text("utf-8"))
    assert seen.text.count("<script>x()</script>") > 50
    assert not seen.tags - TAGS
    for name, value in seen.attributes:
        assert not name.startswith("on")
        assert name not in {"src", "srcset", "action", "formaction", "data"}
        assert name != "href" or value.startswith("#")
        assert name != "style" or re.fullmatch(r"(?:--mark|width|background)[^;{}()]*(?:;[^;{}()]*)*", value)


def test_a_map_is_text(shinyo, hostile):
    out = hostile.with_name("x.svg")
    assert shinyo("map", str(hostile), "-o", str(out), "--lang", "en")[0] == 0
    tree = ET.fromstring(out.read_text("utf-8"))
    tags = {each.tag.rpartition("}")[2].lower() for each in tree.iter()}
    assert not tags - TAGS
    assert "script" in "".join(tree.itertext())
    for each in tree.iter():
        assert not [name for name in each.attrib if name.startswith("on") or name.endswith("href")]


@pytest.mark.parametrize(
    "template", sorted((ROOT / "assets/templates").glob("*.html")), ids=lambda one: one.name
)
def test_every_page_may_fetch_and_run_nothing(template: Path):
    seen = Seen(template.read_text("utf-8"))
    assert ("content", POLICY) in seen.attributes
    assert not seen.tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert "|safe" not in template.read_text("utf-8").replace(" ", "")
