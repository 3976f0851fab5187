"""Files that are not what their name says, for scenarios, catalogs and transcripts alike.

Each is told with its line and its mend, or read as a person means it; none is waited for.
"""

import os
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

STORY = (ROOT / "scenarios" / "first-steps.yaml").read_text("utf-8")
CATALOG = (ROOT / "scenarios" / "first-steps.en.po").read_text("utf-8")
PLAY = (ROOT / "scenarios" / "first-steps.good.txt").read_text("utf-8")
KINDS = ["scenario", "catalog", "transcript"]
NAMES = {
    "scenario": "first-steps.yaml",
    "catalog": "first-steps.en.po",
    "transcript": "first-steps.good.txt",
}
TEXTS = {"scenario": STORY, "catalog": CATALOG, "transcript": PLAY}
VERBS = {"scenario": "check", "catalog": "check", "transcript": "test"}
JAPANESE = "信用の文字。" * 30

MARKED = {
    "byte-order mark": lambda text: text.encode("utf-8-sig"),
    "lines of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "lines of an old Mac": lambda text: text.replace("\n", "\r").encode(),
    "all of it": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "an emoji and a family": lambda text: text.replace("# ", "# 😀👨\u200d👩\u200d👧🇯🇵 ", 1).encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
}
WRONG = {
    "UTF-16": (lambda text: text.encode("utf-16"), "UTF-16", 1),
    "UTF-16 without a mark": (lambda text: text.encode("utf-16-le"), "UTF-16", 1),
    "UTF-16, big end first": (lambda text: text.encode("utf-16-be"), "UTF-16", 1),
    "UTF-32": (lambda text: text.encode("utf-32"), "UTF-32", 1),
    "Shift-JIS": (lambda text: f"# {JAPANESE}\n{text}".encode("cp932", "replace"), "Shift_JIS", 1),
    "EUC-JP": (lambda text: f"# {JAPANESE}\n{text}".encode("euc_jp", "replace"), "EUC-JP", 1),
    "ISO-2022-JP": (lambda _: f"# {JAPANESE}\n".encode("iso2022_jp"), "ISO-2022-JP", 1),
    "Word": (lambda _: b"PK\x03\x04\x14\x00" + bytes(range(256)), "Word", 1),
    "binary": (lambda _: bytes(range(256)) * 20, "", 1),
    "zeros": (lambda _: bytes(500), "", 1),
    "a zero in line 3": (lambda text: _at(text, 3, "\0").encode(), "U+0000", 3),
    "an escape in line 5": (lambda text: _at(text, 5, "\x1b[2J").encode(), "U+001B", 5),
    "a broken letter in line 4": (lambda text: _broken(_at(text, 4, "??")), "UTF-8", 4),
    "a line of 200 kB": (lambda text: _at(text, 4, "x" * 200_000).encode(), "100000", 4),
}  # fmt: skip


def _broken(text):
    return text.encode().replace(b"??", b"\xe5\xa7")


def _at(text, line, piece):
    lines = text.split("\n")
    lines[line - 1] += piece
    return "\n".join(lines)


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def desk(tmp_path, kind):
    """Scenario, catalog and transcript side by side; writes one anew and gives the command that reads it."""
    for each in KINDS:
        (tmp_path / NAMES[each]).write_text(TEXTS[each], "utf-8")

    def put(content: bytes) -> tuple[str, str]:
        (tmp_path / NAMES[kind]).write_bytes(content)
        return VERBS[kind], str(tmp_path / NAMES["scenario"])

    return put


@pytest.mark.parametrize("how", MARKED)
def test_marks_line_ends_and_emoji_are_read_as_meant(shinyo, desk, kind, how):
    status, output, errors = shinyo(*desk(MARKED[how](TEXTS[kind])))
    assert (status, output) == (0, "")
    assert "nothing" in errors


@pytest.mark.parametrize("how", WRONG)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_wrong_is_named_with_its_line_and_its_mend(shinyo, desk, kind, how, lang):
    made, named, line = WRONG[how]
    status, output, errors = shinyo(*desk(made(TEXTS[kind])), "--lang", lang)
    told = output + errors
    assert status == (2 if kind == "transcript" else 1)
    assert f"{NAMES[kind]}:{line}:" in told
    assert named in told
    assert "\x1b" not in told
    assert "\0" not in told
    assert ("。" in told) == (lang == "ja")


def test_an_empty_file_is_told(shinyo, desk, kind):
    status, output, _ = shinyo(*desk(b""))
    assert status == 1
    assert f"{NAMES[kind]}:1:" in output


@pytest.mark.posix  # pipes are another thing there
def test_a_pipe_is_not_waited_for(process, tmp_path):
    for name in ("x.yaml", "x.good.txt", "x.zip", "first-steps.en.po"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "first-steps.yaml").write_text(STORY, "utf-8")
    for lang, command in (
        ("ja", ["check", "x.yaml"]),
        ("en", ["check", "."]),
        ("ja", ["check", "first-steps.yaml"]),
        ("en", ["test", "x.good.txt"]),
        ("ja", ["test", "first-steps.yaml"]),
        ("en", ["add", "x.zip"]),
        ("ja", ["play", "x.yaml", "--text"]),
    ):
        named = [str(tmp_path / each) if "." in each else each for each in command]
        done = process(*named, "--lang", lang)
        assert done.returncode == 2, command
        assert ("pipe" if lang == "en" else "パイプ") in done.stderr.decode(), command


@pytest.mark.posix  # making links needs a right there
@pytest.mark.parametrize(("lang", "told"), [("ja", "リンクが堂々めぐり"), ("en", "leads round in a circle")])
def test_links_that_lead_in_a_circle_are_told(shinyo, tmp_path, lang, told):
    for name in ("a.yaml", "a.good.txt", "a.zip"):
        (tmp_path / name).symlink_to(f"other-{name}")
        (tmp_path / f"other-{name}").symlink_to(name)
    (tmp_path / "self").symlink_to(tmp_path)
    for command in (["check", "a.yaml"], ["check", ""], ["test", "a.good.txt"], ["add", "a.zip"]):
        status, _, errors = shinyo(command[0], str(tmp_path / command[1]), "--lang", lang)
        assert status == 2, command
        assert told in errors, command


def test_a_folder_of_a_files_name_is_told(shinyo, tmp_path, kind):
    for each in KINDS:
        if each != kind:
            (tmp_path / NAMES[each]).write_text(TEXTS[each], "utf-8")
    (tmp_path / NAMES[kind]).mkdir()
    target = NAMES["transcript"] if kind == "transcript" else NAMES["scenario"]
    status, _, errors = shinyo(VERBS[kind], str(tmp_path / target), "--lang", "en")
    assert status == 2
    assert NAMES[kind] in errors


def test_what_nobody_may_read_is_told(shinyo, desk, kind, monkeypatch):
    """Root may read everything, so it is the system's answer that is given here."""
    command = desk(TEXTS[kind].encode())
    opened = os.open

    def refusing(path, *more, **named):
        if str(path).endswith(NAMES[kind]):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *more, **named)

    monkeypatch.setattr(os, "open", refusing)
    status, _, errors = shinyo(*command, "--lang", "en")
    assert status == 2
    assert f"{NAMES[kind]} cannot be opened or changed here" in errors


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("~x", "~x"),
        ("12:30", "12:30"),
        ("012", "012"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e5", "1e5"),
        ("2026-03-03", "2026-03-03"),
        ("50%", "50%"),
        ("😀", "😀"),
        ('"\\u3042\\t"', "あ\t"),
        ('"a\\Lb"', "a b"),
    ],
)
def test_texts_that_yaml_takes_for_something_else_are_texts(shinyo, tmp_path, written, meant):
    lines = [f"title: {written}" if line.startswith("title: ") else line for line in STORY.split("\n")]
    (tmp_path / "first-steps.yaml").write_text("\n".join(lines), "utf-8")
    (tmp_path / "home").mkdir(exist_ok=True)
    assert shinyo("check", str(tmp_path / "first-steps.yaml"))[0] == 0
    output = shinyo("explore", str(tmp_path / "first-steps.yaml"), "--lang", "ja")[1]
    assert output.split("\n")[0].strip() == meant.strip()


@pytest.mark.parametrize("escape", ["\\e[2J", "\\0", "\\a", "\\r", "\\x7f", "\\uFFFE", "\\x9b"])
@pytest.mark.parametrize("key", ["title", "start", "id"])
def test_a_control_character_behind_an_escape_is_named_and_never_printed(shinyo, tmp_path, escape, key):
    lines = [f'{key}: "a{escape}b"' if line.startswith(f"{key}: ") else line for line in STORY.split("\n")]
    (tmp_path / "first-steps.yaml").write_text("\n".join(lines), "utf-8")
    status, output, _ = shinyo("check", str(tmp_path / "first-steps.yaml"))
    place = next(number for number, line in enumerate(lines, 1) if line.startswith(f"{key}: "))
    assert status == 1
    assert f"first-steps.yaml:{place}:" in output
    assert "control-character" in output
    assert not set(output) & set("\x1b\0\a\r\x7f\ufffe\x9b")


def test_a_control_character_behind_an_escape_of_a_catalog_is_named(shinyo, tmp_path):
    (tmp_path / "first-steps.yaml").write_text(STORY, "utf-8")
    first = CATALOG.index('msgstr "', CATALOG.index("msgctxt")) + len('msgstr "')
    for escape in ("\\b", "\\f", "\\v", "\\r"):
        (tmp_path / "first-steps.en.po").write_text(CATALOG[:first] + escape + CATALOG[first:], "utf-8")
        status, output, _ = shinyo("check", str(tmp_path / "first-steps.yaml"))
        assert status == 1
        assert "control-character" in output
        assert not set(output) & set("\b\f\v\r")


@pytest.mark.parametrize(
    "name", ["../x.yaml", "/x.yaml", "a/x.yaml", "C:x.yaml", "x.yaml\n", "CON.yaml", "x.exe"]
)
def test_a_pack_can_leave_nothing_anywhere_else(shinyo, tmp_path, home, name):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as pack:
        pack.writestr(name, STORY)
    status, _, errors = shinyo("add", str(tmp_path / "x.zip"), "--lang", "en")
    assert status == 2
    assert "Nothing was taken from it" in errors
    assert not list(Path(home).rglob("*.yaml"))
    assert not (tmp_path.parent / "x.yaml").exists()


def test_lines_of_a_transcript_count_as_an_editor_shows_them(shinyo, tmp_path):
    (tmp_path / "first-steps.yaml").write_text(STORY, "utf-8")
    lines = PLAY.rstrip("\n").split("\n")
    trainee = next(at for at, line in enumerate(lines) if line.startswith("trainee:"))
    lines[trainee] += "\u2028\x85 and so on"
    lines.append("nonsense")
    (tmp_path / "first-steps.good.txt").write_text("\n".join(lines), "utf-8")
    assert (
        f"first-steps.good.txt:{len(lines)}: “nonsense”" in shinyo("test", str(tmp_path), "--lang", "en")[1]
    )
