"""Meetings that go on from others begin where those ended, and are one class all the same."""

from game.core.game import Game
from game.records import Continues, Records
from tests.classroom.conftest import coded, random_meeting, records_of, wrong


def test_meetings_that_go_on_from_others_are_one_class(gathered, figure_in, library, game_of, tmp_path):
    first, after = "one-department", library.open_scenario("renewal-twenty-off", "ja")
    before, records = Records(tmp_path / "first"), Records(tmp_path / "class")
    trust = []
    for seed in range(6):
        earlier = random_meeting(game_of(first), seed)
        beginning = library.beginning(library.open_scenario(first, "ja"), f"Trainee {seed}", "ja")
        with before.begin(beginning) as record:
            for view, choice in zip(earlier.views, earlier.path, strict=False):
                record.keep(view.scene, choice)
            kept = before.read(record.file)
        records.versions.keep(beginning.source)
        game = Game(after.playable, library.rulebook(), library.opening_from(kept))
        meeting = random_meeting(game, seed)
        trust.append(meeting.reveal().outcome.trust)
        beginning = library.beginning(after, f"Trainee {seed}", "ja", continues=kept.as_predecessor)
        with records.begin(beginning) as record:
            for view, choice in zip(meeting.views, meeting.path, strict=False):
                record.keep(view.scene, choice)
    gathering = gathered(records.folder)
    assert wrong(gathering) == []
    seats = figure_in(gathering).seats
    assert sorted(seat.trust for seat in seats) == sorted(trust)
    assert gathering.classes.games == ()
    assert len({seat.curve[0] for seat in seats}) > 1
    code = coded(records_of(records.folder)[0])
    (alone,) = figure_in(gathered(code)).seats
    assert alone.trust in trust


def test_a_forged_meeting_before_is_a_forged_meeting(gathered, library, tmp_path):
    after, records = library.open_scenario("renewal-twenty-off", "ja"), Records(tmp_path / "class")
    opened = library.open_scenario("one-department", "ja")
    beginning = library.beginning(opened, "Aki", "ja")
    records.versions.keep(beginning.source)
    head = beginning.header
    made_up = Continues(head.scenario, head.hash, head.rulebook, ("made-up",), head.files)
    with records.begin(library.beginning(after, "Aki", "ja", continues=made_up)) as record:
        record.keep("scene", "choice")
    assert [code for _, code in wrong(gathered(records.folder))] == ["forged"]
