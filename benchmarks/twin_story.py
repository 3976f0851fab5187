"""One long story made twice by one generator: as a scenario in YAML and as ink, equal in every way.

Three hundred scenes with three choices each lead on to a scene five to fifteen further. A choice gives
something useful (+3, for every topic once), chats, or costs two; every third scene hides its first
choice from who stands too low. Both sides are held against each other by what they come to: the mean
number of decisions and the mean balance of random playthroughs.
"""

import random
from typing import Final

SCENES: Final = 300
TOPICS: Final = 10
CREDIT: Final = {"inform": 3, "sheet": -2}
LOWEST: Final = -6
"""Below this balance a guarded first choice is not on offer."""


def stories(seed: int = 7) -> tuple[str, str]:
    """The scenario's YAML and the ink source."""
    rng = random.Random(seed)
    leads = [[_later(rng, at) for _ in range(3)] for at in range(SCENES)]
    return _yaml(leads), _ink(leads)


def _later(rng: random.Random, at: int) -> int:
    return min(at + rng.randint(5, 15), SCENES)


def _guarded(at: int) -> bool:
    return at % 3 == 0


def _yaml(leads: list[list[int]]) -> str:
    lines = [
        "format: 1", "id: twin", "language: en", "title: A long story", "begins: 2026-03-03 10:20",
        "customer: {name: A. Customer}", "start: s0", "scenes:",
    ]  # fmt: skip
    for at, (one, two, three) in enumerate(leads):
        when = f"\n        when: {{credit: {{at_least: {LOWEST}}}}}" if _guarded(at) else ""
        lines += [
            f"  s{at}:",
            f'    lines: [{{customer: "This is scene number {at}."}}]',
            "    choices:",
            f'      - id: give\n        say: "Here is something useful, number {at}."{when}',
            f"        does: [{{inform: t{at % TOPICS}}}]\n        goto: s{one}",
            f'      - id: chat\n        say: "What weather we have, number {at}."',
            f"        does: [{{chat: weather}}]\n        goto: s{two}",
            f'      - id: sheet\n        say: "I have a sheet of questions, number {at}."',
            "        does: [{credit: {points: -2, because: a sheet of questions, principle: interrogation}}]",
            f"        goto: s{three}",
        ]  # fmt: skip
    lines += [f"  s{SCENES}:", "    ending: {deal: open}", '    lines: [{customer: "That is all."}]']
    return "\n".join(lines) + "\n"


def _ink(leads: list[list[int]]) -> str:
    lines = ["VAR credit = 0", *(f"VAR told_{topic} = false" for topic in range(TOPICS)), "-> s0"]
    for at, (one, two, three) in enumerate(leads):
        topic, when = at % TOPICS, f"{{credit >= {LOWEST}}} " if _guarded(at) else ""
        lines += [
            f"=== s{at} ===",
            f"This is scene number {at}.",
            f"+ {when}[Here is something useful, number {at}.]",
            f"  {{ not told_{topic}:",
            f"    ~ credit = credit + {CREDIT['inform']}",
            f"    ~ told_{topic} = true",
            f"  }}\n  -> s{one}",
            f"+ [What weather we have, number {at}.]\n  -> s{two}",
            f"+ [I have a sheet of questions, number {at}.]\n  ~ credit = credit - 2\n  -> s{three}",
        ]
    lines += [f"=== s{SCENES} ===", "That is all.", "-> END"]
    return "\n".join(lines) + "\n"
