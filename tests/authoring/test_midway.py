"""A scenario begun anywhere, in any state that is wished for; and the state told."""

import pytest

from game.authoring.midway import KEYS, Unclear, begun_at
from game.authoring.state_told import state_rows
from game.core.game import Game
from game.core.play import replay
from game.format.words import Words
from tests.authoring.stories import BOOK, END, reading, scene, story

TEXT = story(
    scene("one", "does: [{promise: sheet}, {blur: support}]; goto: two", "goto: two"),
    scene("two", "does: [{keep: sheet}]; goto: end", "does: [{ask: closing}]; goto: end"),
    END,
)


@pytest.fixture(scope="module")
def scenario():
    found = reading(TEXT).scenario
    assert found is not None
    return found


def rows(scenario, path=()):
    return dict(state_rows(Game(scenario, BOOK), path, Words("en")))


def test_it_begins_at_the_scene_with_what_was_wished(scenario):
    wishes = ["credit=20", "standing=-12", "knows=closing、turnover", "promised=sheet", "scarred=yes"]
    begun = begun_at(scenario, "two", wishes)
    assert not isinstance(begun, Unclear)
    told = rows(begun)
    assert (told["Credit"], told["Standing"], told["Day"]) == ("20", "−12", "0")
    assert told["Facts known"] == "closing, turnover"
    assert told["Promise sheet"] == "not due yet, due in 7 days"
    assert told["A lie was found out"] == "yes"
    assert replay(Game(begun, BOOK), ["c1"]).ended


def test_without_wishes_it_is_as_written(scenario):
    assert begun_at(scenario, None, []) == scenario


def test_the_state_follows_the_path(scenario):
    assert rows(scenario)["Facts known"] == "–"
    after = rows(scenario, ["c1"])
    assert after["Promise sheet"] == "not due yet, due in 3 days"
    assert any(name.startswith("blur") for name in after)
    assert rows(scenario, ["c1", "c1"])["Promise sheet"] == "kept"


@pytest.mark.parametrize(
    ("scene_id", "wish", "kind", "meant"),
    [
        ("tow", None, "scene", ("two",)),
        (None, "credit", "form", ()),
        (None, "credit=", "form", ()),
        (None, "credti=3", "key", ("credit",)),
        (None, "credit=much", "number", ()),
        (None, "credit=101", "number", ()),
        (None, "standing=-101", "number", ()),
        (None, "knows=closnig", "id", ("closing",)),
        (None, "promised=sheets", "id", ("sheet",)),
    ],
)
def test_what_is_unclear_is_told_with_what_may_be_meant(scenario, scene_id, wish, kind, meant):
    found = begun_at(scenario, scene_id, [] if wish is None else [wish])
    assert isinstance(found, Unclear)
    assert found.kind == kind
    assert found.meant[:1] == meant
    assert found.known
    if kind in {"form", "key"}:
        assert found.known == KEYS
