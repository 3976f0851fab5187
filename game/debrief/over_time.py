"""Two pages over several meetings: this one beside the last time, and all of them together."""

from typing import TYPE_CHECKING, Final

from game.debrief.days import day_told
from game.debrief.names import band_name, principle_name
from game.debrief.numbers_told import signed, with_minus
from game.debrief.progress import Past, Progress, partings, progress_of
from game.debrief.review.blocks import Block, Heading, Own, Pair, Stroke, Words
from game.debrief.review.pages import Page
from game.debrief.review.told import Teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.core.game import Game
    from game.debrief.review.review import Review
    from game.format.words import Words as Wording

_MOST_PARTINGS: Final = 8
_MOST_PRINCIPLES: Final = 6


def earlier(found: "Sequence[Past]", game: "Game", own: str) -> Past | None:
    """The last other time the same scenario was played; ``own`` is the uid of this meeting.

    ``found``: the oldest first.
    """
    same = [each for each in found if each.hash == game.scenario.hash and each.uid != own]
    return max(reversed(same), key=lambda each: each.started, default=None)


def compared_page(game: "Game", review: "Review", before: Past, teller: Teller) -> Page:
    """This meeting beside an earlier one of the same scenario."""
    words = teller.words
    label = words("Beside your last time")
    outcome = review.reveal.outcome
    blocks: list[Block] = [Heading(label, day_told(before.started.date(), words))]
    trust = words(
        "{then} ({then_band}), now {now} ({now_band})",
        then=before.trust, then_band=band_name(before.band, words),
        now=outcome.trust, now_band=band_name(outcome.band, words),
    )  # fmt: skip
    blocks.append(Pair(words("Trust"), with_minus(trust)))
    if before.regret is not None and review.share is not None and before.share is not None:
        share = words("{then}%, now {now}%", then=before.share, now=review.share.percent)
        blocks.append(Pair(words("Trust reached"), share))
    blocks.append(Stroke())
    parted = partings(game, before.path, review.path, teller)
    if not parted:
        blocks.append(Words(words("Wherever both times came, you chose the same.")))
    for each in parted[:_MOST_PARTINGS]:
        if each.title:
            blocks.append(Words(each.title, soft=True))
        blocks += [Pair(words("Last time"), each.then), Pair(words("This time"), each.now), Stroke()]
    points = with_minus(signed(outcome.trust - before.trust))
    return Page("earlier", label, points, tuple(blocks))


def progress_page(found: "Sequence[Past]", words: "Wording", *, waits: bool) -> Page:
    """All meetings so far."""
    label = words("All your meetings")
    progress = progress_of(found)
    count = words.plural("{count} finished meeting", "{count} finished meetings", len(progress.meetings))
    blocks: list[Block] = [Heading(label, count)]
    if waits:
        blocks.append(Words(words("Still reading …"), soft=True))
    if progress.made:
        blocks.append(
            Own(words("Promises kept"), _promises(progress, words), f"{progress.kept}/{progress.made}")
        )
    guesses = progress.right + progress.high + progress.low
    if guesses:
        told = words(
            "{right} exactly right, {high} too high, {low} too low",
            right=progress.right, high=progress.high, low=progress.low,
        )  # fmt: skip
        blocks.append(Pair(words("Your guesses"), told))
    if progress.regrets:
        latest = words("{points} points of trust a decision", points=f"{progress.regrets[-1]:.1f}")
        if len(progress.regrets) > 1:
            latest = words("{now} (first: {first})", now=latest, first=f"{progress.regrets[0]:.1f}")
        blocks.append(Pair(words("Given up"), latest))
    named = [
        words("{principle} {points}", principle=principle_name(each, words), points=signed(points))
        for each, _, points in progress.practised[:_MOST_PRINCIPLES]
    ]
    if named:
        blocks.append(Pair(words("Principles moved"), with_minus(words(", ").join(named))))
    blocks.append(Stroke())
    blocks += [_meeting(each, words) for each in reversed(progress.meetings)]
    return Page("progress", label, f"{len(progress.meetings)}", tuple(blocks))


def _promises(progress: Progress, words: "Wording") -> str:
    told = [words("{count} made", count=progress.made)]
    if progress.kept:
        told.append(words("{count} kept", count=progress.kept))
    if progress.late:
        told.append(words("{count} kept late", count=progress.late))
    if progress.broken:
        told.append(words("{count} broken", count=progress.broken))
    return words(", ").join(told)


def _meeting(past: Past, words: "Wording") -> Pair:
    reached = words("{title}: {band}", title=past.title, band=band_name(past.band, words))
    if past.share is not None:
        reached = words("{what}, {percent}% of what was possible", what=reached, percent=past.share)
    return Pair(day_told(past.started.date(), words), reached)
