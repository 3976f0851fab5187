"""Stories as YAML that grow in one thing: the number of decisions, or the number of scenes.

``deep`` is for the cost of the exact analysis: every decision of it leaves something behind that is looked
at again at the end, so that few states are equal. ``wide`` is for the cost of reading and checking.
"""

from typing import Final

KINDS: Final = ("inform", "chat", "promise", "stand", "credit")


def deep(decisions: int) -> str:
    """A story of so many decisions of three choices in a row, each with promises, topics and lies."""
    lines = _head("deep", "s0")
    lines += ["promises:"]
    lines += [
        f"  p{at}: {{text: Send sheet {at}, due: {decisions + 10} days}}" for at in range(decisions // 2)
    ]
    lines += ["scenes:"]
    for at in range(decisions):
        following = f"s{at + 1}" if at + 1 < decisions else "over"
        lines += [f"  s{at}:", f'    lines: [{{customer: "That was matter {at}."}}]', "    choices:"]
        lines += _choices(at, decisions, following)
    lines += ["  over:", "    ending: {deal: open}", '    lines: [{customer: "That is all."}]']
    return "\n".join(lines) + "\n"


def _choices(at: int, decisions: int, following: str) -> list[str]:
    promise = at // 2
    serious = f"{{promise: p{promise}}}" if at % 2 == 0 else f"{{keep: p{promise}}}"
    kept = f"\n        when: {{promised: p{promise}}}" if at % 2 and promise < decisions // 2 else ""
    if promise >= decisions // 2:
        serious = f"{{inform: last{at}}}"
    return [
        f'      - id: good\n        say: "You shall have it, number {at}."{kept}',
        f"        does: [{serious}]\n        goto: {following}",
        f'      - id: chat\n        say: "What weather we have, number {at}."',
        f"        does: [{{chat: weather}}]\n        goto: {following}",
        f'      - id: lie\n        say: "All others have bought it, number {at}."',
        f"        does: [{{lie: l{at % 3}}}]\n        goto: {following}",
    ]


def wide(scenes: int) -> str:
    """A story of so many scenes that branches into three each time, with replies and a clock that moves."""
    lines = _head("wide", "s0")
    lines += ["facts:", *(f"  f{at}: What they do in case {at}" for at in range(10)), "scenes:"]
    for at in range(scenes - 1):
        on = [f"s{min(3 * at + step, scenes - 1)}" for step in (1, 2, 3)]  # a tree: all are reached soon
        topic = at % 10
        lines += [
            f"  s{at}:",
            f"    after: {at % 2} days",
            f'    lines: [{{customer: "This is scene number {at}."}}, {{narrator: A pause.}}]',
            "    choices:",
            f'      - id: give\n        say: "Here is something useful, number {at}."',
            f"        does: [{{inform: t{topic}}}]\n        goto: {on[0]}",
            f'        reply: [{{customer: "Thank you.", mood: warm, learn: f{topic}}}]',
            f'      - id: ask\n        say: "How is it done in case {topic}, number {at}?"',
            f"        does: [{{ask: f{topic}}}]\n        goto: {on[1]}",
            f'      - id: chat\n        say: "What weather we have, number {at}."',
            f"        does: [{{chat: weather}}]\n        goto: {on[2]}",
        ]
    lines += [f"  s{scenes - 1}:", "    ending: {deal: open}", '    lines: [{customer: "That is all."}]']
    return "\n".join(lines) + "\n"


def _head(name: str, start: str) -> list[str]:
    return [
        "format: 1", f"id: {name}", "language: en", "title: A grown story", "begins: 2026-03-03 10:20",
        "customer: {name: A. Customer}", f"start: {start}",
    ]  # fmt: skip
