"""The trainer's desk: its files, one that lies open, what is made of it."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.core.game import Game
from game.deskwork.bench import Bench
from game.library import Library
from game.library.troubles import NotFinished
from tests.gallery.booth import SHIPPED
from tests.gallery.registry import state
from tests.gallery.stories import Both
from tests.screens.meetings import let_pass
from tests.screens.trainers_desk.at_desk import SAVED, AtOnce, Slowly, put


@cache
def _analysed_before():
    """What is kept of an analysis of the shipped scenario, by the names of the files in the cache."""
    with TemporaryDirectory() as home:
        library = Library(Path(home))
        opened = library.open_scenario("friday-checklist", "ja")
        library.analysis(Game(opened.playable, library.rulebook()))
        files = [file for file in library.cache.rglob("*") if file.is_file()]
        return {str(file.relative_to(library.cache)): file.read_bytes() for file in files}


def _desk(booth, hire=AtOnce, *, files=True, advice=False):
    """A window whose trainer has some files."""
    driver = booth.window()
    driver.backstage.bench = Bench(driver.library, hire)
    if files:
        own = driver.library.own
        for file in SHIPPED.glob("friday-checklist*"):
            put(own / file.name, file.read_bytes(), saved=SAVED)
        if hire is AtOnce:  # whose work is not seen being done
            for name, content in _analysed_before().items():
                put(driver.library.cache / name, content)
        text = _story(booth, "draft")
        put(
            own / "draft.yaml",
            text if advice else _broken(text),
            saved=SAVED - 60,
        )
        put(own / "utf16.yaml", text.encode("utf-16"), saved=SAVED - 120)
        put(booth.home / "stick" / "visit.yaml", _story(booth, "visit"), saved=SAVED - 180)
        gone = booth.home / "stick" / "gone.yaml"
        driver.backstage.change(desk_files=[str(booth.home / "stick" / "visit.yaml"), str(gone)])
    return driver


TITLES = {
    "draft": Both("値引きを求められた日", "The Day They Asked for a Discount"),
    "visit": Both("はじめての訪問", "A First Visit"),
}


def _story(booth, name):
    """The story a new scenario begins as, in the language of the look."""
    text = Library(booth.home).workshop.template(booth.look.lang)
    title = getattr(TITLES[name], booth.look.lang)
    return re.sub("^title:.*$", f"title: {title}", text, flags=re.MULTILINE).replace("{id}", name, 1)


def _broken(text):
    """A story with two faults."""
    return re.sub(
        r"goto: (?!no)\w+", "goto: nobody", re.sub(r"goto: \w+", "goto: nowhere", text, count=1), count=1
    )


def _wait(driver):
    let_pass(driver, 0.6)
    return driver


def _opened(driver, name):
    driver.bench = driver.backstage.bench
    driver.backstage.bench.open = driver.library.own / name
    return _wait(driver.go("manuscript"))


# ── the desk ────────────────────────────────────────────────────────────────────────────────────────


@state("trainers-desk")
def desk_without_files(booth):
    return _wait(_desk(booth, files=False).go("desk"))


@state("trainers-desk", meaning=True)
def desk_with_files(booth):
    return _wait(_desk(booth).go("desk"))


@state("trainers-desk")
def desk_while_files_are_looked_over(booth):
    return _wait(_desk(booth, lambda: Slowly(2)).go("desk"))


@state("trainers-desk")
def desk_new_scenario(booth):
    driver = _wait(_desk(booth, files=False).go("desk")).click("new")
    return driver.type(booth.text("締め切りを", "The dead")).compose(booth.text("まもる", "line"), 2)


@state("trainers-desk")
def desk_choosing_a_file(booth):
    driver = _desk(booth, files=False)
    documents = booth.home / "home" / "Documents"
    for name in ("2025", "2026", booth.text("ロールプレイ", "Role plays")):
        (documents / name).mkdir(parents=True)
    for name in (
        booth.text("はじめての訪問", "first-visit"),
        booth.text("長い一日", "a-long-day"),
        "visit-3",
    ):
        put(documents / f"{name}.yaml", "")
    put(documents / booth.text("春の研修.zip", "spring.zip"), "")
    return _wait(driver.go("desk")).click("open").click("place:documents")


@state("trainers-desk")
def desk_choosing_where_nothing_is(booth):
    driver = _desk(booth, files=False)
    (booth.home / "home").mkdir()
    return _wait(driver.go("desk")).click("open").click("place:home")


@state("trainers-desk")
def desk_asking_about_a_pack(booth):
    driver = _desk(booth)
    mail = put(booth.home / "mail" / "visit.yaml", _story(booth, "visit"))
    pack = booth.home / "mail" / booth.text("春の研修.zip", "spring.zip")
    driver.library.workshop.pack([driver.library.open_scenario(mail, booth.look.lang)], pack)
    put(driver.library.own / "visit.yaml", _story(booth, "visit").replace("minutes: 5", "minutes: 6", 1))
    return _dropped(driver, pack)


@state("trainers-desk")
def desk_told_of_a_picture(booth):
    driver = _desk(booth)
    return _dropped(
        driver, put(booth.home / "stick" / booth.text("集合写真.png", "all-of-us.png"), b"\x89PNG")
    )


@state("trainers-desk")
def desk_told_of_several_files(booth):
    driver = _wait(_desk(booth).go("desk"))
    files = [put(booth.home / "stick" / f"{n}.yaml", _story(booth, "visit")) for n in range(3)]
    files.append(put(booth.home / "stick" / "notes.txt", "x"))
    return _wait(driver.round(*[pygame.event.Event(pygame.DROPFILE, file=str(file)) for file in files]))


def _dropped(driver, file):
    _wait(driver.go("desk"))
    return _wait(driver.round(pygame.event.Event(pygame.DROPFILE, file=str(file))))


# ── a file that lies open ───────────────────────────────────────────────────────────────────────────


@state("manuscript", meaning=True)
def manuscript_with_faults(booth):
    driver = _opened(_desk(booth), "draft.yaml")
    driver.screen.focus = "report"
    return driver.keys(pygame.K_DOWN)


@state("manuscript")
def manuscript_with_a_finding_in_hand(booth):
    driver = _opened(_desk(booth), "draft.yaml")
    driver.screen.focus = "finding:1"
    driver.screen._follow = True
    driver.app.redraw()
    return driver.round()


@state("manuscript", meaning=True)
def manuscript_with_advice(booth):
    driver = _desk(booth, advice=True)
    file = driver.library.own / "draft.yaml"
    text = file.read_text("utf-8")
    longer = booth.text(
        "そのうえで、もう少しだけ詳しくうかがえますか。" * 4,
        "Would you tell me just a little more of it? " * 5,
    )
    put(file, re.sub(r"say: (\S)", rf"say: {longer}\1", text, count=1), saved=SAVED)
    return _opened(driver, "draft.yaml")


@state("manuscript")
def manuscript_in_which_nothing_is_found(booth):
    return _opened(_desk(booth), "friday-checklist.yaml")


@state("manuscript")
def manuscript_being_judged(booth):
    return _opened(_desk(booth, lambda: Slowly(12)), "friday-checklist.yaml")


@state("manuscript")
def manuscript_that_is_no_text(booth):
    return _opened(_desk(booth), "utf16.yaml")


@state("manuscript")
def manuscript_that_is_gone(booth):
    driver = _opened(_desk(booth), "draft.yaml")
    (driver.library.own / "draft.yaml").unlink()
    return _wait(driver)


@state("manuscript", meaning=True)
def finding_read(booth):
    return manuscript_with_faults(booth).click("finding:0")


@state("manuscript")
def finding_read_at_its_end(booth):
    return finding_read(booth).keys(pygame.K_END)


# ── what is made of it ──────────────────────────────────────────────────────────────────────────────


@state("making")
def report_being_written(booth):
    driver = _opened(_desk(booth, lambda: Slowly(14)), "friday-checklist.yaml")
    return _wait(driver.click("report"))


@state("making")
def report_written(booth):
    return _wait(_opened(_desk(booth), "friday-checklist.yaml").click("report"))


@state("making")
def report_that_could_not_be_finished(booth):
    class Tired(AtOnce):
        def look(self):
            if self._work is not None and self.asked[-1] == "write_page":
                self._work[0].take("failed", NotFinished())
            super().look()

    return _wait(_opened(_desk(booth, Tired), "friday-checklist.yaml").click("report"))


@state("making")
def pack_asking_before_it_replaces(booth):
    driver = _desk(booth)
    put(driver.library.handouts / "friday-checklist.zip", b"x")
    return _opened(driver, "friday-checklist.yaml").click("pack")


@state("making", meaning=True)
def transcripts_one_of_which_differs(booth):
    driver = _desk(booth)
    good = driver.library.own / "friday-checklist.good.txt"
    put(good, good.read_text("utf-8").replace("band: ", "band: shut_out #", 1))
    return _wait(_opened(driver, "friday-checklist.yaml").click("transcripts"))


@state("making")
def catalog_brought_up_to_date(booth):
    driver = _desk(booth, advice=True)
    return _wait(_opened(driver, "draft.yaml").click("translate"))
