"""Settings, languages, and where things are kept, whatever the computer is like.

Longer than 300 lines because every way a home folder can be missing or broken is one short test.
"""

import errno
import json
import locale
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.library import (
    Library,
    Misinstalled,
    NowhereToSave,
    SetAside,
    Settings,
    explain,
    places,
    system_language,
)
from game.library.settings import MOST_NAMES, RANGES, as_json, from_json, handed_over
from game.records.disk import Disk

# ── languages ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "ja.UTF-8"}, "ja"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "ja"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ja:en"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LANGUAGE": "en:ja"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "", "LC_ALL": "", "LANGUAGE": "ja"}, "ja"),
        ({"LANG": "Japanese_Japan.932"}, "ja"),
    ],
)
def test_the_language_of_the_system(environment, language):
    assert system_language(environment) == language


@pytest.mark.parametrize(
    ("answer", "language"), [(("ja_JP", "UTF-8"), "ja"), (("en_US", "UTF-8"), "en"), ((None, None), "en")]
)
def test_a_system_without_variables_is_asked(monkeypatch, answer, language):
    monkeypatch.setattr(locale, "getlocale", lambda: answer)
    assert system_language({}) == language


def test_a_locale_python_cannot_make_out_is_english(monkeypatch):
    def unknown():
        raise ValueError("unknown locale: UTF-8")

    monkeypatch.setattr(locale, "getlocale", unknown)
    assert system_language({}) == "en"


def test_the_environment_is_asked_by_itself(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert Library.system_language() == "ja"


# ── places ───────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_shipped_is_found_in_a_checkout(library):
    assert (library.assets / "rulebook.toml").is_file()
    assert library.shipped.name == "scenarios"


def test_what_is_shipped_is_found_in_a_wheel_and_in_one_file(tmp_path, monkeypatch):
    installed = tmp_path / "site" / "game" / "library" / "places.py"
    (tmp_path / "site" / "game" / "_shipped" / "assets").mkdir(parents=True)
    (tmp_path / "site" / "game" / "_shipped" / "assets" / "rulebook.toml").touch()
    monkeypatch.setattr(places, "__file__", str(installed))
    assert places.shipped() == tmp_path / "site" / "game" / "_shipped"
    for inside in ("game/_shipped", "."):
        unpacked = tmp_path / "unpacked" / inside
        (unpacked / "assets").mkdir(parents=True)
        (unpacked / "assets" / "rulebook.toml").touch()
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "unpacked"), raising=False)
        assert places.shipped() == unpacked
        (unpacked / "assets" / "rulebook.toml").unlink()


def test_a_program_without_its_files_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "__file__", str(tmp_path / "game" / "library" / "places.py"))
    with pytest.raises(Misinstalled):
        Library(tmp_path)


def test_the_rulebook(library):
    assert library.rulebook().hash == library.rulebook().hash
    assert library.rulebook_bytes().startswith(b"#")


@pytest.mark.parametrize("content", [b"", b"[asking", b"\xff", b"[asking]\nwithin = 1\n"])
def test_a_damaged_rulebook_is_told(tmp_path, content):
    library = Library(tmp_path)
    library.assets = tmp_path
    (tmp_path / "rulebook.toml").write_bytes(content)
    with pytest.raises(Misinstalled):
        library.rulebook()


def test_the_home_is_where_the_variable_says(tmp_path, monkeypatch):
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "there"))
    library = Library()
    assert not (tmp_path / "there").exists()
    assert library.own == tmp_path / "there" / "scenarios"
    assert library.cache == tmp_path / "there" / "cache"
    assert not (tmp_path / "there").exists()
    assert library.home == tmp_path / "there"
    assert library.records().folder == tmp_path / "there" / "records"
    assert library.records(tmp_path).folder == tmp_path
    assert library.troubles == ()


def test_the_home_is_where_the_system_keeps_such_things(monkeypatch, tmp_path):
    monkeypatch.delenv("SHINYO_HOME", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    library = Library()
    assert library.home == tmp_path / "data"
    assert library.cache == tmp_path / "cache"


def no_home(*_, **__):
    raise RuntimeError("Could not determine home directory.")


@pytest.mark.parametrize("answer", [no_home, lambda *_, **__: Path("~/.local/share/shinyo")])
def test_without_a_home_a_temporary_one_will_do(monkeypatch, answer):
    monkeypatch.delenv("SHINYO_HOME", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", answer)
    monkeypatch.setattr("platformdirs.user_cache_path", answer)
    library = Library()
    (trouble,) = library.troubles
    assert isinstance(trouble, NowhereToSave)
    assert trouble.cause is None
    assert library.home.is_dir()
    assert library.own == library.home / "scenarios"
    assert library.cache == library.home / "cache"
    library.save_settings(Settings(volume=3))
    assert library.load_settings().volume == 3
    assert library.load_settings() == Settings(volume=3, more={"settings": 1})


def test_a_home_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    library = Library(tmp_path / "file" / "home")
    (trouble,) = library.troubles
    assert isinstance(trouble, NowhereToSave)
    assert trouble.cause is not None
    assert trouble.cause.errno in {errno.ENOTDIR, errno.ENOENT, errno.EEXIST}
    assert library.home.is_dir()
    assert library.home != tmp_path / "file" / "home"


def test_the_folder_is_named_and_not_the_file_it_was_tried_with(tmp_path, monkeypatch, english):
    def refuse(dir):  # noqa: A002
        raise OSError(errno.EROFS, "read-only", str(dir / "tmp1234"))

    monkeypatch.setattr("game.library.places.tempfile.TemporaryFile", refuse)
    (trouble,) = Library(tmp_path / "home").troubles
    assert explain(trouble, english).startswith(f"{tmp_path / 'home'} is on a drive that can only be read.")


def test_a_computer_on_which_nothing_can_be_written_at_all(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), "place")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    monkeypatch.setattr("tempfile.mkdtemp", refused)
    library = Library(tmp_path / "home")
    assert library.home == tmp_path / "home"
    (trouble,) = library.troubles
    assert isinstance(trouble, NowhereToSave)
    assert trouble.cause is not None
    assert trouble.cause.errno == errno.EROFS


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────

SETTINGS = st.builds(
    Settings,
    lang=st.sampled_from([None, "ja", "en"]),
    text_speed=st.integers(*RANGES["text_speed"]),
    text_percent=st.integers(*RANGES["text_percent"]),
    volume=st.integers(*RANGES["volume"]),
    rest=st.integers(*RANGES["rest"]),
    furigana=st.booleans(),
    contrast=st.booleans(),
    reduced_motion=st.booleans(),
    mute=st.booleans(),
    mono=st.booleans(),
    fullscreen=st.booleans(),
    trainee=st.text(max_size=60),
    more=st.just({"settings": 1}),
)


@given(settings=SETTINGS)
def test_settings_are_read_back_as_they_were(settings):
    assert from_json(as_json(settings)) == settings


@given(settings=SETTINGS, percent=st.sampled_from([100, 150, 200]), back=st.booleans())
def test_everybody_finds_their_own_settings_again(settings, percent, back):
    first = replace(settings, trainee="すずめ", others={})
    known = ("すずめ", "かもめ")
    second = handed_over(first, "かもめ", before=first, known=known)
    assert second == replace(first, trainee="かもめ", others=second.others)
    chosen = replace(second, text_percent=percent, contrast=not second.contrast)
    stored = from_json(as_json(chosen))
    again = handed_over(stored, "すずめ", before=stored, known=known)
    assert replace(again, others={}) == first
    if back:
        once_more = handed_over(again, "かもめ", before=again, known=known)
        assert replace(once_more, others={}) == replace(chosen, others={})


def test_what_is_changed_while_the_name_is_chosen_is_the_new_ones():
    before = Settings(trainee="すずめ", text_percent=100)
    now = replace(before, text_percent=200)
    after = handed_over(now, "かもめ", before=before, known=("すずめ",))
    assert after.text_percent == 200
    assert after.others["すずめ"]["text_percent"] == 100


def test_settings_of_those_who_are_not_known_any_more_go():
    before = Settings(trainee="すずめ", others={"かもめ": {"volume": 3}})
    assert handed_over(before, "つばめ", before=before, known=()).others == {}
    many = {f"n{number}": {"volume": 3} for number in range(MOST_NAMES)}
    before = Settings(trainee="すずめ", others=many)
    after = handed_over(before, "つばめ", before=before, known=(*many, "すずめ"))
    assert len(after.others) == MOST_NAMES
    assert "すずめ" in after.others


@pytest.mark.parametrize("written", [{"volume": 700}, {"volume": "loud"}, {"trainee": "x"}, {"more": 3}, {}])
def test_what_others_chose_is_looked_at_when_they_play_again(written):
    before = from_json({"trainee": "すずめ", "others": {"かもめ": written}})
    after = handed_over(before, "かもめ", before=before, known=("かもめ",))
    assert (after.volume, after.trainee, after.more) == (Settings().volume, "かもめ", {})


def test_the_first_settings_are_the_defaults(library):
    assert library.load_settings() == Settings()
    assert not library.home.joinpath("settings.json").exists()


def test_settings_are_kept(library):
    library.save_settings(Settings(lang="ja", trainee="すずめ", text_percent=150))
    again = Library(library.home).load_settings()
    assert (again.lang, again.trainee, again.text_percent) == ("ja", "すずめ", 150)


def test_what_another_version_wrote_is_kept(library):
    file = library.home / "settings.json"
    file.write_text(json.dumps({"settings": 9, "room": "3F", "volume": 20}), encoding="utf-8")
    settings = library.load_settings()
    assert settings.volume == 20
    library.save_settings(replace(settings, volume=30))
    found = json.loads(file.read_text(encoding="utf-8"))
    assert (found["settings"], found["room"], found["volume"]) == (9, "3F", 30)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lang", "de"),
        ("lang", 3),
        ("lang", ["ja"]),
        ("volume", 101),
        ("volume", "loud"),
        ("volume", True),
        ("text_percent", 12.5),
        ("text_speed", -1),
        ("furigana", 1),
        ("trainee", "x" * 61),
        ("trainee", None),
    ],
)
def test_a_value_that_cannot_be_is_the_default(library, name, value):
    found = {"mute": True, name: value}
    (library.home / "settings.json").write_text(json.dumps(found), encoding="utf-8")
    settings = library.load_settings()
    assert getattr(settings, name) == getattr(Settings(), name)
    assert settings.mute


@pytest.mark.parametrize(
    "odd",
    ['{"a": ' * 600 + "1" + "}" * 600, "[" * 900 + "]" * 900, f"[{'1,' * 200_000}1]"],
    ids=["mappings", "lists", "a long list"],
)
def test_settings_of_another_version_never_cost_our_own(library, odd):
    """Written anew, a line for each item, they were once more than is read again, or too deep for it."""
    file = library.home / "settings.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'{{"volume": 20, "others": {{"緑の傘": {odd}}}, "room": {odd}}}', encoding="utf-8")
    library.save_settings(library.load_settings())
    assert library.load_settings().volume == 20
    assert library.troubles == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b" " * 2**21])
def test_settings_that_cannot_be_read_are_set_aside(library, content):
    file = library.home / "settings.json"
    for _ in range(2):
        file.write_bytes(content)
        assert library.load_settings() == Settings()
        (trouble,) = library.troubles
        assert isinstance(trouble, SetAside)
        assert trouble.kept.read_bytes() == content
        assert not file.exists()
    library.save_settings(Settings())
    assert len(list(library.home.iterdir())) == 3


class Refusing(Disk):
    def rename(self, old, _):
        raise PermissionError(errno.EACCES, "no", str(old))


def test_where_nothing_can_be_set_aside_it_stays(tmp_path, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: None)
    (tmp_path / "settings.json").write_bytes(b"{")
    library = Library(tmp_path, disk=Refusing())
    assert library.load_settings() == Settings()
    assert (tmp_path / "settings.json").read_bytes() == b"{"
    with pytest.raises(PermissionError):
        library.save_settings(Settings())
    assert (tmp_path / "settings.json").read_bytes() == b"{"


@pytest.mark.posix  # Windows has no such pipes, and few may make links
@pytest.mark.parametrize("put", [Path.mkdir, getattr(os, "mkfifo", None), lambda file: file.symlink_to(file)])
def test_what_is_in_the_place_of_the_settings_is_put_aside_and_told(library, english, put):
    put(library.home / "settings.json")
    assert library.load_settings() == Settings()
    (trouble,) = library.troubles
    assert "start afresh" in explain(trouble, english)
    library.save_settings(Settings(volume=3))
    assert library.load_settings().volume == 3
    assert os.path.lexists(library.home / "settings.unreadable-1.json")


def test_settings_that_may_not_be_read_are_not_written_over(library, monkeypatch):
    library.save_settings(Settings(volume=3))
    before = (library.home / "settings.json").read_bytes()

    def refused(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as while_reading:
        while_reading.setattr(library._disk, "read", refused)
        assert library.load_settings() == Settings()
    library.save_settings(Settings(volume=50))
    assert (library.home / "settings.unreadable-1.json").read_bytes() == before


def test_a_folder_nobody_may_look_into_is_not_in_the_way(library, monkeypatch):
    def refused(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    for place, call in ((library._disk, "read"), (library._disk, "rename"), (Path, "exists"), (os, "stat")):
        monkeypatch.setattr(place, call, refused)
    assert library.load_settings() == Settings()


def test_settings_are_not_put_under_the_place_of_an_unplugged_drive(tmp_path):
    home = tmp_path / "stick"
    library = Library(home)
    library.save_settings(Settings(volume=3))
    home.rename(tmp_path / "away")
    with pytest.raises(OSError, match=os.strerror(errno.ENODEV)):
        library.save_settings(Settings(volume=50))
    assert not home.exists()
    (tmp_path / "away").rename(home)
    library.save_settings(Settings(volume=50))
    assert library.load_settings().volume == 50


def test_settings_with_half_a_character_are_saved_all_the_same(library):
    library.save_settings(Settings(trainee="\ud800"))
    assert library.load_settings().trainee == "?"
