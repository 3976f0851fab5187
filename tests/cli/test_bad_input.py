"""Everything a person can mistype or hand over wrongly: a plain sentence in their language."""
# ruff: noqa: E501 - a table is read by its rows

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE

TABLE = [
    (
        ["pley"],
        2,
        "「pley」というコマンドはありません。もしかして「play」ですか。",
        "There is no command “pley”. Did you mean “play”?",
    ),
    (["--colour"], 2, "「--colour」というオプションはありません。", "There is no option “--colour”."),
    (["play", SAMPLE, "--chioces", "1"], 2, "もしかして「--choices」か", "Did you mean “--choices” or"),
    (["--text", "list"], 2, "--text は、単独で使うか、", "--text stands alone, or behind play"),
    (["play"], 2, "ファイルかID の指定がありません。", "FILE_OR_ID is missing."),
    (["play", SAMPLE, "extra"], 2, "「extra」は余分です。", "“extra” is one word too many."),
    (
        ["play", SAMPLE, "--choices"],
        2,
        "オプション --choices には値が必要です。",
        "The option --choices needs a value after it.",
    ),
    (["play", SAMPLE, "--json"], 2, "--json には --choices が必要です。", "--json needs --choices"),
    (
        ["play", SAMPLE, "--json=1"],
        2,
        "オプション --json に値は付けられません。",
        "The option --json takes no value.",
    ),
    (
        ["play", SAMPLE, "--text", "--choices", "1"],
        2,
        "どちらか一つだけ使えます。",
        "Either --text or --choices, not both.",
    ),
    (
        ["play", SAMPLE, "--coach", "--choices", "1"],
        2,
        "どちらか一つだけ使えます。",
        "Either --coach or --choices, not both.",
    ),
    (["play", "friday-cheklist"], 2, "「friday-checklist」", "“friday-checklist”"),
    (["play", "no-such-thing-at-all"], 2, "`shinyo list`", "`shinyo list` shows what there is"),
    (["play", "tests"], 2, "tests はフォルダ", "tests is a folder"),
    (["play", "pyproject.toml", "--choices", "1"], 1, "pyproject.toml:", "pyproject.toml:"),
    (
        ["play", "assets/fonts/BIZUDPGothic-Bold.ttf"],
        1,
        "UTF-8",
        "UTF-8",
    ),
    (
        ["play", SAMPLE, "--choices", ""],
        2,
        "選択が足りません。商談は0回の選択のあと、場面「reception」で止まっています。選べるのは 1 sheet、2 gift、3 support です。",
        "Too few choices: after 0 the meeting stands in the scene “reception”. On offer: 1 sheet, 2 gift, 3 support.",
    ),
    (
        ["play", SAMPLE, "--choices", "gift,send"],
        2,
        "場面「visit」で止まっています。選べるのは 1 trial、2 push です。",
        "stands in the scene “visit”. On offer: 1 trial, 2 push.",
    ),
    (
        ["play", SAMPLE, "--choices", "gift,send,trial,push"],
        2,
        "選択が多すぎます。商談は3回の選択のあと、場面「signed」で終わっています。「push」が余分です。",
        "Too many choices: the meeting ended in the scene “signed” after 3, and “push” is one more.",
    ),
    (
        ["play", SAMPLE, "--choices", "gift,sned,trial"],
        2,
        "2番目の「sned」は、場面「week_end」では選べません。選べるのは 1 send、2 wait です。",
        "Choice 2, “sned”, is not on offer in the scene “week_end”. On offer: 1 send, 2 wait.",
    ),
    (
        ["play", SAMPLE, "--choices", "9" * 5000],
        2,
        "は、場面「reception」では選べません。",
        "is not on offer",
    ),
    (["records", "show", "9" * 5000], 2, "`shinyo records list`", "There is no record"),
    (["play", SAMPLE, "--choices", "0"], 2, "1番目の「0」は", "Choice 1, “0”, is not on offer"),
    (["check"], 2, "パス… の指定がありません。", "PATH… is missing."),
    (
        ["check", SAMPLE, "--format", "xml"],
        2,
        "--format に使えるのは text、json、github です。",
        "--format is one of: text, json, github.",
    ),
    (["check", "no/such/file.yaml"], 2, "no/such/file.yaml", "no/such/file.yaml"),
    (["check", "docs"], 2, "シナリオ（.yaml で終わるファイル）がありません。", "holds no scenario"),
    (
        ["explore", SAMPLE, "--policy", "honst"],
        2,
        "「honst」という営業スタイルはありません。もしかして「honest」",
        "There is no policy “honst”. Did you mean “honest”",
    ),
    (["records", "show", "7"], 2, "`shinyo records list`", "There is no record 7."),
    (
        ["records", "lost"],
        2,
        "「lost」というコマンドはありません。もしかして「list」ですか。",
        "Did you mean “list”?",
    ),
    (["records", "delete", "x.jsonl"], 2, "x.jsonl", "There is no record x.jsonl."),
    (["list", "--lang", "fr"], 2, "", "--lang is one of: ja, en."),
]


@pytest.mark.parametrize(("arguments", "status", "ja", "en"), TABLE, ids=[" ".join(row[0]) for row in TABLE])
def test_bad_input_is_answered_in_the_persons_language(shinyo, arguments, status, ja, en):
    languages = (("ja", ja), ("en", en)) if "--lang" not in arguments else ((None, en),)
    for lang, expected in languages:
        found = shinyo(*(["--lang", lang] if lang else []), *arguments)
        assert found[0] == status, found
        assert expected in found[2]
        assert found[1] == ""


def test_a_japanese_keyboard_types_choices_too(shinyo):
    plain = shinyo("play", SAMPLE, "--choices", "2,1,1")
    assert plain[0] == 0
    for typed in ("２，１，１", "２、１、１", "gift、send、trial", " ２ , 1 、1 "):
        assert shinyo("play", SAMPLE, "--choices", typed) == plain


PACKAGES = ["budoux", "click", "numpy", "platformdirs", "polib", "pydantic", "rich", "yaml"]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_that_is_missing_is_named(process, home, tmp_path, package):
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / f"{package}.py").write_text(f"raise ModuleNotFoundError('No module', name='{package}')\n")
    done = process("explore", SAMPLE, "--lang", "en", PYTHONPATH=str(blocked))
    if package == "budoux":  # only the window needs it
        assert done.returncode == 0
        return
    assert (done.returncode, done.stdout) == (2, b"")
    sentence = f"Shinyo needs {package}, which cannot be loaded. Please install Shinyo again."
    assert sentence in done.stderr.decode()
    assert not list(home.glob("crash-*"))


def test_a_mistyped_command_line_says_where_to_read_on(shinyo):
    assert shinyo("records", "show")[2].endswith("`shinyo records show --help` tells how it is used.\n")


def test_an_unreadable_file_is_named(shinyo, tmp_path):
    (tmp_path / "broken.yaml").write_bytes(b"\xff\xfe\x00")
    status, output, _ = shinyo("check", str(tmp_path / "broken.yaml"))
    assert status == 1
    assert "broken.yaml:1:1: " in output


def test_a_newer_format_is_told(shinyo, tmp_path):
    text = Path(SAMPLE).read_text("utf-8").replace("format: 1", "format: 99")
    (tmp_path / "newer.yaml").write_text(text, encoding="utf-8")
    status, output, _ = shinyo("check", str(tmp_path / "newer.yaml"))
    assert status == 1
    assert "99" in output


@pytest.mark.posix  # folders that may not be written are another thing there
def test_nowhere_to_save_is_told_and_the_game_goes_on(shinyo, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("SHINYO_HOME", str(blocked / "home"))
    status, output, errors = shinyo("play", SAMPLE, "--choices", "gift,send,trial", "--json")
    assert status == 0, errors
    assert json.loads(output)["outcome"]["deal"] == "signed"


def test_settings_that_cannot_be_read_are_set_aside_and_told(shinyo, home):
    home.mkdir()
    (home / "settings.json").write_text("{nonsense")
    status, _, errors = shinyo("list")
    assert status == 0
    assert "The settings could not be read, so they start afresh." in errors
    assert list(home.glob("settings.unreadable-*.json"))
    assert shinyo("list")[2] == ""


def test_a_defect_is_written_to_a_file_and_said_in_a_sentence(shinyo, home, monkeypatch):
    def broken(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("not a person's fault")

    monkeypatch.setattr("game.cli.checking.show_list", broken)
    status, output, errors = shinyo("list", "--lang", "ja")
    (written,) = home.glob("crash-*.txt")
    assert status == 70
    assert output == ""
    assert str(written) in errors
    assert "思わぬ不具合" in errors
    assert errors.count("\n") == 1
    assert "ZeroDivisionError: not a person's fault" in written.read_text("utf-8")


def test_a_defect_is_said_even_where_no_file_can_be_written(shinyo, monkeypatch):
    monkeypatch.setattr("game.cli.last_words._folders", list)
    monkeypatch.setattr("game.cli.checking.show_list", lambda *_a, **_n: 1 // 0)
    status, _, errors = shinyo("list")
    assert (status, errors.strip()) == (
        70,
        "Something went wrong in Shinyo (ZeroDivisionError). Everything decided so far is saved.",
    )


@pytest.mark.parametrize(
    "line",
    [
        ["play", ""], ["check", ""], ["new", ""], ["explore", ""], ["map", "", "-o", "a.svg"], ["test", ""],
        ["translate", "", "--to", "en"], ["pack", "", "-o", "a.zip"], ["add", ""], ["debrief", ""],
        ["records", "show", ""], ["records", "delete", "1", ""], ["preview", ""],
    ],
)  # fmt: skip
@pytest.mark.parametrize(("lang", "said"), [("ja", "ありません"), ("en", "is missing")])
def test_a_variable_that_is_not_set_is_a_missing_word(shinyo, line, lang, said):
    status, output, errors = shinyo(*line, "--lang", lang)
    assert (status, output) == (2, "")
    assert said in errors


def test_an_ending_alone_makes_no_two_names_alike(shinyo, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "tea-shop.yaml"):
        (tmp_path / name).write_text("", "utf-8")
    assert "Did you mean" not in shinyo("play", "nix.yaml", "--lang", "en")[2]
    assert "“tea-shop.yaml”" in shinyo("play", "teashop.yaml", "--lang", "en")[2]
