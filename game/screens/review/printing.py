"""The page of a meeting written beside its record, to be opened in a browser and printed."""

from typing import TYPE_CHECKING

from game.debrief.review.written import Written

if TYPE_CHECKING:
    from pathlib import Path

    from game.debrief.review.review import Review
    from game.screens.backstage import Backstage
    from game.screens.play import Play


def write_page(backstage: "Backstage", play: "Play", review: "Review") -> "Path":
    """Write the page in the language of the moment, in the place of an earlier one; raises ``OSError``.

    It lies beside the record and goes with it when that is deleted; of a meeting that is not kept there is
    one page, which the next one replaces.
    """
    from game.debrief.review.page import review_page  # noqa: PLC0415 - few print, and it brings Jinja2

    workshop, record = backstage.library.workshop, play.record
    file = backstage.records.folder / "review.html"
    if play.kept and record is not None:
        file = record.file.with_suffix(".html")

    def write() -> None:
        template = workshop.page_template("review")
        page = review_page(
            template, play.game, review, backstage.words,
            trainee=backstage.settings.trainee or backstage.words("You"),
            written=Written(play.plus, play.delta, play.resolve),
        )  # fmt: skip
        workshop.keep_page(file, page)

    backstage.patience(write)
    return file
