"""A parsed file as values with places: what was written where, before anything is known of its meaning.

Every scalar is the text a person typed; only the models know which fields are numbers or dates.
"""

from collections.abc import Iterator, Mapping
from typing import Final

Path = tuple[str | int, ...]
"""Where in a document: keys and list indices from 0, as ("scenes", "reception", "choices", 0, "goto")."""

Place = tuple[int, int]
"""Line and column, both from 1."""


class Nothing:
    """What stands after a colon with nothing behind it; ``NOTHING`` is the only one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NOTHING"


class Refused:
    """What the guard has refused already (an alias, a tag): no further finding is made of it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "REFUSED"


NOTHING: Final = Nothing()
REFUSED: Final = Refused()

Data = object
"""Plain values: ``str``, ``list`` and ``dict`` of them, ``NOTHING``, ``REFUSED``."""


class Node:
    """One value with its place, and the place of its key where it has one (else 0, 0)."""

    __slots__ = ("column", "key_column", "key_line", "line", "value")

    def __init__(
        self,
        value: "str | list[Node] | dict[str, Node] | Nothing | Refused",
        line: int,
        column: int,
        key: Place = (0, 0),
    ) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.key_line, self.key_column = key

    @property
    def at(self) -> Place:
        """Where a person looks for it: a scalar itself, the key of a mapping or of a list."""
        if self.key_line and not isinstance(self.value, str):
            return self.key_line, self.key_column
        return self.line, self.column

    @property
    def key_at(self) -> Place:
        """Where its key stands, or the value where it has none (items of a list)."""
        return (self.key_line, self.key_column) if self.key_line else (self.line, self.column)

    def plain(self) -> Data:
        """The value without places."""
        value = self.value
        if isinstance(value, dict):
            return {key: node.plain() for key, node in value.items()}
        if isinstance(value, list):
            return [node.plain() for node in value]
        return value


class Key:
    """A key that waits for its value: its name, its place, and where it ends in the text (from 0)."""

    __slots__ = ("at", "end", "name")

    def __init__(self, name: str, at: Place, end: int) -> None:
        self.name, self.at, self.end = name, at, end


class Unfinished:
    """A collection that is not finished; of a mapping also the key whose value comes next."""

    __slots__ = ("as_key", "flow", "is_mapping", "key", "node", "trap", "two_in_one", "wants_key")

    def __init__(self, node: Node, is_mapping: bool, flow: bool, as_key: bool) -> None:
        self.node, self.is_mapping, self.flow, self.as_key = node, is_mapping, flow, as_key
        self.wants_key = is_mapping
        self.key: Key | None = None
        self.trap = False
        self.two_in_one = False


class Marks(Mapping[Path, Place]):
    """Where everything in a document stands: path → (line, column).

    It is the place of the value, or of its key where the value is a mapping or a list.
    """

    def __init__(self, root: Node | None) -> None:
        self._root = root

    def __getitem__(self, path: Path) -> Place:
        node, left = self._walk(path)
        if node is None or left:
            raise KeyError(path)
        return node.at if path else (1, 1)

    def __iter__(self) -> Iterator[Path]:
        if self._root is not None:
            yield from _paths(self._root, ())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def nearest(self, path: Path) -> Place:
        """The place of the path, or of the innermost thing on the way to it that was written."""
        node, _ = self._walk(path)
        return node.at if node is not None and node is not self._root else (1, 1)

    def key(self, path: Path) -> Place:
        """The place of the key at the end of the path; as ``nearest`` where it is not written."""
        node, left = self._walk(path)
        if node is None or left or node is self._root:
            return self.nearest(path)
        return node.key_at

    def node(self, path: Path) -> Node | None:
        """The node of the path, or the innermost on the way to it; None without a document."""
        return self._walk(path)[0]

    def _walk(self, path: Path) -> tuple[Node | None, int]:
        """The innermost node written on a path, and how many steps after it were not found.

        A step that is not there is passed over, since the models know long spellings of what was
        written short (``ask: [a]`` has its fact at ask.facts.0).
        """
        node, left = self._root, 0
        for step in path:
            if node is None:
                break
            value = node.value
            inner = None
            if isinstance(value, dict):
                inner = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                inner = value[step]
            if inner is not None:
                node = inner
            else:
                left += 1
        return node, left


def _paths(node: Node, path: Path) -> Iterator[Path]:
    yield path
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _paths(child, (*path, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _paths(child, (*path, index))
