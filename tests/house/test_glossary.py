"""One word, one thing: what the glossary keeps out of the code is no part of any public name in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

# Where the word is somebody else's and cannot mean a scene: PyYAML's for a piece of a document, and that of
# graph theory for a state among merged states.
NODES = re.compile(r"game/(format/(yaml_\w+|tree)|analysis/graph)\.py")


def rows(root: Path) -> list[list[str]]:
    """The rows of the first table of the glossary, each as its cells."""
    text = (root / "docs" / "glossary.md").read_text(encoding="utf-8").split("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[1:]]


@pytest.fixture(scope="module")
def kept_out(root: Path) -> set[str]:
    """The words set as code in the last column, in lower case."""
    return {word.lower() for row in rows(root) for word in re.findall(r"`(\w+)`", row[3])}


def parts(name: str) -> set[str]:
    """A name's words in lower case, singular and plural: ``HitPoints`` has hit, points and point."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_")
    return {form for word in words for form in (word, word.removesuffix("s"))}


def public_names(tree: ast.AST) -> Iterator[str]:
    """Every name a module offers: classes, functions, their parameters and fields, module variables."""
    for piece in ast.iter_child_nodes(tree):
        match piece:
            case ast.ClassDef(name=name) if not name.startswith("_"):
                yield name
                yield from public_names(piece)
            case ast.FunctionDef(name=name, args=args) if not name.startswith("_") or name == "__init__":
                yield name
                yield from (each.arg for each in (*args.posonlyargs, *args.args, *args.kwonlyargs))
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                if not name.startswith("_"):
                    yield name


def test_the_glossary_is_whole_and_in_both_languages(root):
    table = rows(root)
    assert {"credit", "trust", "passbook", "scene", "move", "standing", "regret"} <= {row[0] for row in table}
    for row in table:
        assert len(row) == 4, row
        assert all(row), row
        assert re.search(r"[぀-ヿ一-鿿]", row[1]), row
    assert len({row[0] for row in table}) == len(table)


def test_the_words_of_the_glossary_do_not_forbid_each_other(root, kept_out):
    assert kept_out >= {"score", "npc", "node", "user", "player"}
    assert kept_out.isdisjoint(row[0] for row in rows(root))


def test_names_are_taken_apart_into_words():
    assert {"hit", "points", "point"} <= parts("HitPoints")
    assert parts("underscore").isdisjoint({"score"})
    source = "class Scene:\n  node: int\n  def nodes(self, *, beat): ...\nscore = 1\n_hidden = 2\n"
    assert set(public_names(ast.parse(source))) == {"Scene", "node", "nodes", "self", "beat", "score"}


def test_no_public_name_uses_a_word_kept_out(root, python_files, kept_out):
    found = []
    for path in python_files:
        place = path.relative_to(root).as_posix()
        if not place.startswith("game/"):
            continue
        allowed = {"node"} if NODES.fullmatch(place) else set()
        names = public_names(ast.parse(path.read_text(encoding="utf-8")))
        found += [f"{place}: {name}" for name in names if parts(name) & (kept_out - allowed)]
    assert found == []
