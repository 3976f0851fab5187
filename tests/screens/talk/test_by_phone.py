"""Who speaks by phone is seen on the phone, wherever the trainee stands."""

import pygame
import pytest

from game.screens.talk.seen import Seen
from game.screens.talk.spoken import Spoken
from tests.screens.talk.tables import shipped, until_choices


@pytest.mark.parametrize(
    ("text", "by_phone"),
    [
        ("（電話）どうなってる。", True),
        ("(Phone) How are we doing?", True),
        ("（木曜の｜朝《あさ》の電話）もう来てたよ。", True),
        ("(On the phone, Thursday morning) The samples are here.", True),
        ("（返信）十一社か。", False),
        ("電話は、つながるんですよね。", False),
        ("ええ。（電話が鳴る）", False),
        ("I’ll phone (if I may).", False),
    ],
)
def test_a_line_says_first_that_it_comes_by_phone(text, by_phone):
    assert Spoken("customer", "", text).by_phone is by_phone


TO_FRIDAY = ("sheet", "logos", "assure", "firm", "estimate")
TO_THE_VISIT = (*TO_FRIDAY, "polish", "confess")


def gone_on(home, path, lang="ja"):
    """The shipped first scenario after these choices, hurried to the next ones."""
    driver = shipped(home, lang=lang)
    play = driver.backstage.open("friday-checklist")
    driver.backstage.begin(play)
    play.go_on_from(path)
    return until_choices(driver.go("talk"))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_superior_who_calls_is_not_seen_in_the_street(tmp_path, lang):
    driver = gone_on(tmp_path, TO_FRIDAY, lang)
    now = Seen.of(driver.screen.flow)
    assert now.person is not None
    assert (now.person.id, now.place) == ("mentor", "phone")
    driver.keys(pygame.K_F2)
    in_the_other = Seen.of(driver.screen.flow)
    assert in_the_other.person is not None
    assert (in_the_other.person.id, in_the_other.place) == ("mentor", "phone")


def test_after_the_call_one_is_seen_where_one_is(tmp_path):
    driver = gone_on(tmp_path, TO_THE_VISIT)
    assert Seen.of(driver.screen.flow).place == "meeting_room"
