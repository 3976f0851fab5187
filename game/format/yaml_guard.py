"""YAML read safely: the dangers and traps are closed here, before anything looks at the meaning.

PyYAML's own composer is never used: it recurses (a hundred thousand open brackets kill the C version's
process) and follows aliases. Events are taken one at a time instead, which is flat in memory at any
depth, and the file is refused at the first event that is too deep or one too many.
"""

import re
from collections.abc import Iterator
from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from game.format.decoding import MOST_BREAKS, hidden, question_mark, too_many_breaks, unhidden
from game.format.findings import Findings
from game.format.lookalikes import trapped
from game.format.tree import NOTHING, REFUSED, Key, Node, Place, Unfinished
from game.format.yaml_errors import end_of, explain, start_of

DEEPEST: Final = 48
"""The deepest nesting that is read; a scenario needs about twelve."""

MOST_PARTS: Final = 3_000_000
"""The most YAML events that are read: ten thousand scenes have some two million."""

MOST_TOGETHER: Final = 20_000
"""The most keys of one mapping, or items of one list."""

HAS_C_PARSER: Final[bool] = bool(yaml.__with_libyaml__)
"""Whether libyaml is there; without it the pure parser reads the same, some ten times slower."""

_HASH_IN_TEXT: Final = re.compile(r"(?<=\S) #(?=[^\s#])")
_HASH_AT_START: Final = re.compile(r" *#(?=[^\s#!])")
_GLUED_QUESTION: Final = re.compile(r"(?<=\S)\?")
_WIDE_SPACE: Final = ("\u3000", "\u00a0")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SCENES: Final = re.compile(r"^scenes:", re.MULTILINE)


def compose(text: str, findings: Findings, *, pure: bool = not HAS_C_PARSER) -> Node | None:
    """The document as nodes, or None with a finding when it cannot be read as YAML at all.

    With findings about refused parts (aliases, tags, duplicate keys …) the rest is still returned, so
    that everything else wrong with it can be told too. ``pure`` uses the parser written in Python.
    """
    if (beyond := too_many_breaks(text)) is not None:
        findings.add("too-many-parts", (beyond, 1), most=MOST_BREAKS)
        return None
    swap = question_mark(text) if pure else ""
    source = _GLUED_QUESTION.sub(swap, text) if swap else text
    builder = _Builder(text, findings, swap)
    loader = yaml.SafeLoader if pure else yaml.CSafeLoader
    try:
        for event in _events(source, loader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        explain(error, text.split("\n"), builder.last, builder.opened, findings)
        return None
    if builder.refused or findings.endless:
        return None
    if builder.root is None or builder.root.value is NOTHING:
        findings.add("empty-file", (1, 1))
        return None
    return builder.root


def _events(source: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> Iterator[Event]:
    yield from yaml.parse(source, Loader=loader)


class _Builder:
    """Builds nodes from events, without recursion, and tells what is refused on the way."""

    def __init__(self, text: str, findings: Findings, swap: str) -> None:
        self.text = text
        self.findings = findings
        self.swap = swap
        self.root: Node | None = None
        self.refused = False
        self.last: ScalarEvent | None = None
        self._open: list[Unfinished] = []
        self._parts = 0
        self._hashes = {match.start() for match in _HASH_IN_TEXT.finditer(text)}

    @property
    def opened(self) -> Place | None:
        """Where the innermost bracket that is still open stands."""
        if not self._open or not self._open[-1].flow:
            return None
        node = self._open[-1].node
        return node.line, node.column

    def take(self, event: Event) -> bool:
        """One more event; False when the file is refused and no further one is wanted."""
        self._parts += 1
        kind = type(event)
        if kind is ScalarEvent:
            assert isinstance(event, ScalarEvent)
            self.last = event
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._start(event)
        elif isinstance(event, CollectionEndEvent):
            self._end()
        elif kind is AliasEvent:
            assert isinstance(event, AliasEvent)
            self.findings.add("alias", _at(event), name=event.anchor)
            self._put(Node(REFUSED, *_at(event)), None)
        elif kind is DocumentStartEvent and self.root is not None:
            # What was to follow is behind the line: nothing that seems to be missing is worth a word.
            self.findings.add("second-document", _at(event))
            self.refused = True
            return False
        if self._parts > MOST_PARTS:
            self.findings.add("too-many-parts", _at(event), most=MOST_PARTS)
            self.refused = True
        return not (self.refused or self.findings.endless)

    def _start(self, event: CollectionStartEvent) -> None:
        if len(self._open) >= DEEPEST:
            self.findings.add("too-deep", _at(event), most=DEEPEST)
            self.refused = True
            return
        self._refuse_properties(event)
        is_mapping = isinstance(event, MappingStartEvent)
        node = Node({} if is_mapping else [], *_at(event))
        parent = self._open[-1] if self._open else None
        as_key = parent is not None and parent.wants_key
        self._open.append(Unfinished(node, is_mapping, bool(event.flow_style), as_key))

    def _end(self) -> None:
        done = self._open.pop()
        if done.trap and not done.node.value:
            done.node.value = REFUSED
        if not done.as_key:
            self._put(done.node, None)
            return
        self.findings.add("complex-key", (done.node.line, done.node.column))
        parent = self._open[-1]
        parent.wants_key, parent.key = False, None

    def _scalar(self, event: ScalarEvent) -> None:
        value = event.value.replace(self.swap, "?") if self.swap else event.value
        if event.style == '"':
            if (name := hidden(value)) is not None:
                self.findings.add("control-character", _at(event), name=name)
            value = unhidden(value)
        plain = event.style is None or event.style == ""
        tagged = self._refuse_properties(event)
        if plain and end_of(event).index in self._hashes:
            self._cut(end_of(event).index + 1, _end_of(event))
        node = Node(REFUSED if tagged else value, *_at(event))
        if plain and value == "" and not tagged:
            node.value = NOTHING
        self._put(node, event)

    def _cut(self, index: int, at: Place) -> None:
        rest = self.text[index : index + 100].split("\n")[0]
        self.findings.add("cut-at-hash", (at[0], at[1] + 1), rest=rest)

    def _put(self, node: Node, scalar: ScalarEvent | None) -> None:
        """A finished node goes where it belongs: the root, an item, a key or the value of one."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            assert isinstance(parent.node.value, list)
            parent.node.value.append(node)
            self._count(len(parent.node.value), node)
        elif parent.wants_key:
            parent.wants_key = False
            parent.key = self._key(node, scalar)
        else:
            parent.wants_key = True
            if parent.key is not None:
                self._pair(parent, parent.key, node)

    def _key(self, node: Node, scalar: ScalarEvent | None) -> Key | None:
        """The key, or None when its pair is to be left out because it was refused."""
        if scalar is None or node.value is REFUSED:
            return None
        name = "" if node.value is NOTHING else str(node.value)
        at = (node.line, node.column)
        plain = scalar.style is None or scalar.style == ""
        if not name:
            self.findings.add("empty-key", at)
        elif plain and name == "<<":
            self.findings.add("merge-key", at)
        elif plain and name.startswith(_WIDE_SPACE):
            self.findings.add("wide-space", at)
            if not self._meant_for_the_one_before():
                return Key(name.lstrip("".join(_WIDE_SPACE)), at, end_of(scalar).index)
        elif plain and (unseen := _UNSEEN.search(name)):
            where = (at[0], at[1] + unseen.start())
            self.findings.add("control-character", where, name=f"U+{ord(unseen[0]):04X}")
            return Key(_UNSEEN.sub("", name), at, end_of(scalar).index)
        else:
            return Key(name, at, end_of(scalar).index)
        return None

    def _meant_for_the_one_before(self) -> bool:
        """Whether the key above was to hold what stands behind wide spaces; it is not empty as well then."""
        pairs = self._open[-1].node.value
        assert isinstance(pairs, dict)
        above = next(reversed(pairs.values()), None)
        if above is None or above.value is not NOTHING:
            return False
        above.value = REFUSED
        return True

    def _pair(self, parent: Unfinished, key: Key, node: Node) -> None:
        pairs = parent.node.value
        assert isinstance(pairs, dict)
        if node.value is NOTHING and self._is_trap(parent, key):
            return
        if parent.two_in_one:
            return
        if key.name in pairs:
            first = pairs[key.name].key_line
            if key.name == next(iter(pairs)) and self._is_item():
                parent.two_in_one = True  # all of the next item follows, key by key
                self.findings.add("missing-dash", key.at)
            elif len(self._open) == 1 and "scenes" in pairs and _SCENES.search(self.text, key.end):
                self.findings.add("second-document", key.at)
                self.refused = True
            else:
                self.findings.add("duplicate-key", key.at, key=key.name, first=first)
            return
        node.key_line, node.key_column = key.at
        pairs[key.name] = node
        self._count(len(pairs), node)

    def _count(self, together: int, last: Node) -> None:
        if together > MOST_TOGETHER and not self.refused:
            self.findings.add("too-many-parts", last.key_at, most=MOST_TOGETHER)
            self.refused = True

    def _is_item(self) -> bool:
        """Whether the innermost mapping is an item of a list, over several lines."""
        return len(self._open) > 1 and not self._open[-1].flow and not self._open[-2].is_mapping

    def _is_trap(self, parent: Unfinished, key: Key) -> bool:
        """A key with nothing after it that was never meant as one: a text cut in two, or in braces."""
        at = key.end
        while self.text.startswith(" ", at):
            at += 1
        if self.text.startswith(":", at):
            hashed = _HASH_AT_START.match(self.text, at + 1)
            if hashed:
                mark = hashed.end() - 1
                self._cut(mark, (key.at[0], mark - self.text.rfind("\n", 0, mark) - 1))
            return bool(hashed)
        if not parent.flow:
            return False
        if not parent.trap:
            parent.trap = True
            self._name_trap(parent, key)
        return True

    def _name_trap(self, parent: Unfinished, key: Key) -> None:
        is_as_typed = self.text.endswith(key.name, 0, key.end)
        found = trapped(key.name)
        if found is not None and (is_as_typed or found.code == "colon-space"):
            ahead = found.column - 1 if is_as_typed else 0
            self.findings.add(found.code, (key.at[0], key.at[1] + ahead), **found.named)
        elif parent.node.value:
            self.findings.add("cut-at-comma", key.at, rest=key.name)
        else:
            self.findings.add("unquoted-braces", (parent.node.line, parent.node.column), name=key.name)

    def _refuse_properties(self, event: NodeEvent) -> bool:
        """Anchors and tags; True when the value is not to be read."""
        if event.anchor:
            self.findings.add("anchor", _at(event), name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag is None:
            return False
        self.findings.add("tag", _at(event), name=tag)
        return True


def _at(event: Event) -> Place:
    return start_of(event).line + 1, start_of(event).column + 1


def _end_of(event: Event) -> Place:
    return end_of(event).line + 1, end_of(event).column + 1
