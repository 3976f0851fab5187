"""An analysis as bytes, to be kept by whoever keeps files, and the key to keep it under.

The bytes are a compressed archive of plain number arrays and one JSON text; nothing in them is ever
executed.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.analysis.graph import Graph, Group, Leaves, Reachable
from game.analysis.result import VERSION, Analysis, ChoiceNote, Errors, Line, PolicyNote, frozen
from game.analysis.walk import Stuck
from game.core.game import Game

HEADER: Final = "header"
PLAIN: Final = ("exact", "paths", "states", "decisions_max", "best_value", "bands", "touched")
"""Fields of an analysis that JSON holds as they are."""

Arrays = Mapping[str, NDArray[Any]]


class NoAnalysis(ValueError):  # noqa: N818 - it says what the bytes are not
    """The bytes are no analysis, or one of another version: analyse again."""


def key(game: Game) -> str:
    """What an analysis depends on, as 64 hex digits: scenario, rulebook, opening, version, in one hash.

    The rulebook counts with the scenario's own numbers laid over it.
    """
    opening = asdict(game.layout.opening)
    parts = [VERSION, game.scenario.hash, game.book.hash, opening]
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def to_bytes(analysis: Analysis) -> bytes:
    """The analysis as bytes; ``from_bytes`` gives an equal one back."""
    header = {name: getattr(analysis, name) for name in PLAIN}
    header |= {
        "version": VERSION,
        "best": analysis.best,
        "worst": analysis.worst,
        "policies": {name: _policy(note) for name, note in analysis.policies.items()},
        "choices": [[getattr(note, f.name) for f in fields(note)] for note in analysis.choices],
        "stuck": analysis.stuck,
        "errors": None if analysis.errors is None else asdict(analysis.errors),
        "scene_ids": analysis.scene_ids,
        "choice_ids": analysis.choice_ids,
    }
    arrays: dict[str, NDArray[Any]] = {HEADER: np.frombuffer(json.dumps(header).encode(), dtype=np.uint8)}
    if analysis.graph is not None and analysis.reach is not None:
        arrays |= _graph_arrays(analysis.graph)
        arrays |= {f"reach.{f.name}": getattr(analysis.reach, f.name) for f in fields(Reachable)}
    stream = io.BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **arrays)
    return stream.getvalue()


def from_bytes(data: bytes) -> Analysis:
    """The analysis ``to_bytes`` was given. Raises ``NoAnalysis`` for anything else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        header = json.loads(arrays[HEADER].tobytes())
        version = header["version"]
        found = _analysis(header, arrays) if version == VERSION else None
    except Exception as error:  # three readers of foreign bytes, each with errors of its own, MemoryError too
        raise NoAnalysis(f"not an analysis: {error}") from error
    if found is None:
        raise NoAnalysis(f"version {version}, not {VERSION}")
    return found


def _policy(note: PolicyNote) -> dict[str, object]:
    # ``asdict`` would copy the frozen set as it is, which JSON does not know.
    return {f.name: getattr(note, f.name) for f in fields(note)} | {"visits": sorted(note.visits)}


def _graph_arrays(graph: Graph) -> dict[str, NDArray[Any]]:
    empty = np.zeros(0, dtype=np.int32)
    return {
        "groups": np.array(
            [[g.scene, g.first, *g.child.shape] for g in graph.groups], dtype=np.int64
        ).reshape(-1, 4),
        "depths": np.concatenate([np.zeros(0, dtype=np.int16), *(group.depth for group in graph.groups)]),
        "children": np.concatenate([empty, *(group.child.ravel() for group in graph.groups)]),
        **{f"leaves.{f.name}": getattr(graph.leaves, f.name) for f in fields(Leaves)},
    }


def _analysis(header: dict[str, Any], arrays: Arrays) -> Analysis:
    for array in arrays.values():
        frozen(array)
    graph = reach = None
    if header["exact"]:
        graph = _graph(arrays)
        reach = Reachable(**{f.name: arrays[f"reach.{f.name}"] for f in fields(Reachable)})
    return Analysis(
        **{name: header[name] for name in PLAIN},
        best=_line(header["best"]),
        worst=_line(header["worst"]),
        policies={
            name: PolicyNote(**(note | {"visits": frozenset(note["visits"])}))
            for name, note in header["policies"].items()
        },
        choices=tuple(ChoiceNote(*note) for note in header["choices"]),
        stuck=tuple(Stuck(scene, tuple(path), why) for scene, path, why in header["stuck"]),
        errors=None if header["errors"] is None else Errors(**header["errors"]),
        scene_ids=tuple(header["scene_ids"]),
        choice_ids=tuple(tuple(ids) for ids in header["choice_ids"]),
        graph=graph,
        reach=reach,
    )


def _line(line: list[Any] | None) -> Line | None:
    return None if line is None else Line(line[0], tuple(line[1]))


def _graph(arrays: Arrays) -> Graph:
    children, at, groups = arrays["children"], 0, []
    for scene, first, n, choices in arrays["groups"].tolist():
        child = children[at : at + n * choices].reshape(n, choices)
        groups.append(Group(scene, first, child, arrays["depths"][first : first + n]))
        at += n * choices
    return Graph(tuple(groups), Leaves(**{f.name: arrays[f"leaves.{f.name}"] for f in fields(Leaves)}))
