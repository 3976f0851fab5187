"""Which earlier meetings count is the same in the window and at the terminal, also where one stayed open."""

import io

import pytest

from game.library import Library
from game.records import Record, Records
from game.screens.review.past_meetings import PastMeetings
from game.terminal import run
from tests.screens.meetings import CAVED, DUE, QUIET, ended

NUMBERS = {"silent": "3", "cave": "1", "both": "2", "careful": "2", "loose": "1"}


def at_the_terminal(home, file, path, *answers, lang="en"):
    """One meeting at the terminal, played on a path; what was written."""
    library, output = Library(home), io.StringIO()
    coach = [""] if any(each.closed for each in Records(home / "records").of("Hana")) else []
    typed = ["Hana", *coach, *(NUMBERS[each] for each in path), "1", "4", "", *answers]
    opened = library.open_scenario(file, lang)
    run(library, lang, io.StringIO("".join(f"{each}\n" for each in typed)), output, opened=opened)
    return output.getvalue()


def in_the_window(home, path, *, coach=False, closed=True):
    """One meeting in the window, played on a path: what of all meetings counts from it, the oldest first."""
    driver = ended(home, path, begun=False)
    driver.backstage.change(trainee="Hana")
    play = driver.backstage.open("due")
    if coach:
        play.begin_with_coach()
    driver.backstage.begin(play)
    for choice in path:
        play.choose(choice)
    if closed:
        play.end()
    past = PastMeetings(driver.backstage, play)
    while past.waits:
        if not past.work() and past._coming is not None:
            past._coming[1].wait(60)
    uids = [each.uid for each in past.found]
    play.leave()
    return uids


def full(*_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("end", ["closed", "left open", "left open, and the record let go"])
def test_both_count_the_same_meetings(tmp_path, monkeypatch, end):
    home, file = tmp_path, tmp_path / "due.yaml"
    file.write_text(DUE, encoding="utf-8")
    monkeypatch.setattr(Library, "cached_analysis", lambda *_: None)
    assert len(in_the_window(home, CAVED)) == 1
    assert len(in_the_window(home, CAVED, coach=True)) == 2  # itself among them, though with a coach
    in_window = in_the_window(home, QUIET, closed=end == "closed")
    assert len(in_window) == 2
    records = Records(home / "records")
    records.delete(next(each.file for each in records.of("Hana") if each.header.uid == in_window[-1]))
    troubled = {"closed": (), "left open": ("q",), "left open, and the record let go": ("w",)}[end]
    if troubled:
        monkeypatch.setattr(Record, "close", full)
    told = at_the_terminal(home, file, QUIET, *troubled, "", "", "m", "q", "n")
    assert "All your meetings (2 finished meetings)" in told, told
