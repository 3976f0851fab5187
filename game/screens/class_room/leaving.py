"""What is asked before a class is closed, or while it is still being read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.stage import Host
from game.screens.trouble import Said, Slip

if TYPE_CHECKING:
    from game.screens.class_room.waiting import Waited

_Answers = list[tuple[str, Said, Callable[[], None]]]


def reading_slip(app: Host, waited: "Waited", stop: Callable[[], None]) -> Slip:
    """While it is read: go on, close, or ``stop`` and look at what is there; what is made up has no part."""
    said = app.backstage.said
    answers: _Answers = [("on", said("Keep reading"), lambda: None), ("close", said("Close"), app.quit)]
    sentences = [said("Nothing is lost: everything stays in the records.")]
    if waited.files or (waited.stage is not None and waited.stage.doing == "reading"):
        answers.insert(1, ("stop", said("Stop here"), stop))
        sentences.insert(0, said("If you stop here, what has been read until now is shown."))
    return Slip(app, said("The records are still being read"), sentences, answers)


def closing_slip(app: Host, waited: "Waited", go_on: Callable[[], None]) -> Slip:
    """Whether to close it; where reading was stopped, also whether to ``go_on``."""
    said = app.backstage.said
    answers: _Answers = [("stay", said("Stay"), lambda: None), ("close", said("Close"), app.quit)]
    if waited.stopped and waited.left:
        answers.insert(1, ("on", said("Read the rest"), go_on))
    sentence = said("Nothing is lost: everything stays in the records.")
    return Slip(app, said("Close the class?"), [sentence], answers)
