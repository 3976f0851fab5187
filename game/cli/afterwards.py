"""What a record holds beyond its meeting: what was tried again, and what the trainee wrote."""

from game.cli.desk import Desk
from game.core.game import Game
from game.core.reveal import Reveal
from game.debrief.days import short_day
from game.debrief.review.answered import tried_told
from game.debrief.review.blocks import Pair
from game.debrief.review.told import Teller
from game.debrief.review.tried import Tried, tried_of
from game.format.words import Words
from game.records import Kept
from game.terminal.blocks_told import blocks_told, typed
from game.terminal.telling import plain


def afterwards_told(desk: Desk, game: Game, reveal: Reveal, kept: Kept) -> list[str]:
    """Every time a moment was tried again, the first time before it, then plus, delta and resolve."""
    words, trainee = desk.words, kept.header.trainee
    told: list[str] = []
    for tried in _tried(desk, game, reveal, kept):
        if tried.both is None or tried.day is None:
            told.append(words("Tried again: does not fit this meeting, and is passed over."))
            continue
        day = short_day(tried.day, words)
        first = Pair(words("The first time"), tried_told(tried.both.first, words))
        told += blocks_told([first], trainee, words)
        last = words("Tried again from {day}: {what}", day=day, what=tried_told(tried.both.last, words))
        told.append(typed(plain(last, trainee)))
    return ["", *told, *_written(kept, words)] if told or _written(kept, words) else []


def afterwards_json(desk: Desk, game: Game, reveal: Reveal, kept: Kept) -> dict[str, object]:
    """The same for programs: ``retries``, ``reflection`` and ``resolve``, null where nothing was written.

    Of a line that does not fit the meeting ``scene`` is null; of a retry that came to no end ``band``.
    """
    reflection = kept.reflection
    return {
        "retries": [_retry_json(each) for each in _tried(desk, game, reveal, kept)],
        "reflection": None if reflection is None else {"plus": reflection.plus, "delta": reflection.delta},
        "resolve": kept.resolve,
    }


def _tried(desk: Desk, game: Game, reveal: Reveal, kept: Kept) -> tuple[Tried, ...]:
    teller = Teller(desk.words, game.scenario, kept.header.trainee)
    analysis = desk.library.cached_analysis(game) if kept.retries else None
    return tried_of(game, reveal, kept.retries, analysis, teller)


def _written(kept: Kept, words: Words) -> list[str]:
    reflection = kept.reflection
    found = [
        (words("What went well"), reflection.plus if reflection is not None else ""),
        (words("What to do differently"), reflection.delta if reflection is not None else ""),
        (words("One thing next time"), kept.resolve or ""),
    ]
    return [words("{label}: {value}", label=label, value=text) for label, text in found if text]


def _retry_json(tried: Tried) -> dict[str, object]:
    last = None if tried.both is None else tried.both.last
    ended = None if last is None or last.reveal is None else last.reveal.outcome
    return {
        "position": tried.position,
        "scene": tried.scene,
        "choices": list(tried.choices),
        "trust": None if ended is None else ended.trust,
        "band": None if ended is None else ended.band,
    }
