"""A scenario read: from the bytes of a file to findings and a ``Scenario``.

Nothing a person can write raises; whatever is wrong is a finding in the language asked for.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from game.core.rulebook import LEAST, Rulebook
from game.core.scenario import BANDS, Scenario
from game.format.building import DEFAULT_BEGINS, build
from game.format.building_lines import Setting
from game.format.codes import Lang
from game.format.decoding import decode, lines_of
from game.format.digest import structure_hash, words_hash
from game.format.findings import Finding, Findings
from game.format.mending import FILLER
from game.format.models import Document
from game.format.notes import Notes, Passage
from game.format.references import check_references
from game.format.shape import SPEAKERS, Shaped, shape
from game.format.shape_errors import listed
from game.format.story import StoryCheck
from game.format.tree import Marks, Place
from game.format.uncollected import uncollected
from game.format.wording import slips
from game.format.yaml_guard import HAS_C_PARSER, compose

FLOORS: Final[Mapping[str, int]] = {
    "shut_out": LEAST,
    "vendor": -15,
    "credited": 15,
    "trusted": 40,
    "partner": 65,
}
"""The least credit of each band where no rulebook is given (the thresholds of the credit model)."""


_BESIDE_THE_STORY: Final = frozenset(
    {"unknown-value", "unknown-number", "date-before-begin", "furigana", "unknown-placeholder"}
)
"""Faults of a whole document that say nothing about how the story runs: it can be looked at all the same."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file.

    ``findings`` in the order of the file. ``scenario`` is None where there is a fault. ``marks``: path in
    the document → (line, column), for whoever finds more. ``lines``: the lines of the file, for frames.
    ``texts``: every text with its context, in the order of the walk.
    """

    name: str
    lang: Lang
    findings: tuple[Finding, ...]
    scenario: Scenario | None
    marks: Marks
    lines: tuple[str, ...]
    texts: tuple[Passage, ...] = ()
    _document: Document | None = field(default=None, repr=False)
    _setting: Setting | None = field(default=None, repr=False)

    @property
    def document(self) -> Document | None:
        """What stands in the file, by its models; None where a fault leaves open what the story is."""
        return self._document

    def translated(self, language: str, words: Mapping[str, str]) -> Scenario:
        """The scenario with other words, by context; what has none stays in the original.

        Structure and ``hash`` stay the same, ``text_hash`` is that of the words now in it. Raises
        ``ValueError`` where there is no scenario.
        """
        if self.scenario is None or self._document is None or self._setting is None:
            raise ValueError("a file with faults cannot be translated")
        notes = Notes(words, self._setting.notes.complaints)
        told = build(self._document, replace(self._setting, notes=notes))
        shown = [one._replace(text=words.get(one.context, one.text)) for one in self.texts]
        return replace(told, language=language, hash=self.scenario.hash, text_hash=words_hash(shown))

    def in_language(self, language: str, catalog: bytes, name: str = "") -> "Reading":
        """This reading with the words of a .po catalog; ``name`` is the catalog's file, for findings.

        What the catalog lacks stays in the original, which ``catalogs.check`` tells. Findings are only
        those of a catalog that cannot be read at all; the scenario is None then.
        """
        from game.format.po_files import read_catalog  # noqa: PLC0415 - polib is needed for translations only

        read = read_catalog(catalog, name or f"{self.name}.{language}.po", lang=self.lang)
        if self.scenario is None or read.findings:
            return replace(self, findings=read.findings, scenario=None, lines=read.lines)
        return replace(self, findings=(), scenario=self.translated(language, read.usable(self.texts)))


def read(
    source: bytes,
    name: str,
    *,
    lang: Lang,
    personas: Collection[str] | None = None,
    rulebook: Rulebook | None = None,
    pure: bool = not HAS_C_PARSER,
) -> Reading:
    """Read a scenario from the bytes of its file.

    ``name`` is the file's name in findings, ``lang`` the language they are told in. Personas and the
    author's own numbers are looked up where ``rulebook`` (or ``personas``) is given. ``pure`` uses the
    YAML parser written in Python.
    """
    with uncollected():
        return _read(source, Findings(name, lang), personas, rulebook, pure=pure)


def _read(
    source: bytes,
    findings: Findings,
    personas: Collection[str] | None,
    rulebook: Rulebook | None,
    *,
    pure: bool,
) -> Reading:
    name, lang = findings.file, findings.lang
    lines = lines_of(source)
    text = decode(source, findings)
    root = compose(text, findings, pure=pure) if text is not None else None
    marks = Marks(root)
    shaped = shape(root, marks, findings) if root is not None else None
    if shaped is None:
        return Reading(name, lang, findings.sorted(lines), None, marks, lines)
    document = shaped.document
    setting = Setting(
        notes=Notes(complaints=_complaints(document)),
        findings=findings,
        marks=marks,
        speakers=(*SPEAKERS, *document.people),
        names=shaped.names,
        floors={band: rulebook.bands.floor(band) for band in BANDS} if rulebook else FLOORS,
        newer=shaped.newer,
    )
    scenario = build(document, setting)
    if personas is None and rulebook is not None:
        personas = rulebook.personas
    _check(shaped, setting, scenario, lines)
    _look_up(document, setting, personas, rulebook)
    texts = tuple(setting.notes.texts)
    if findings.any_fault:
        faults = {one.code for one in findings if one.severity == "fault"}
        story = document if shaped.whole and faults <= _BESIDE_THE_STORY else None
        return Reading(name, lang, findings.sorted(lines), None, marks, lines, texts, story)
    scenario = replace(scenario, hash=structure_hash(scenario), text_hash=words_hash(texts))
    return Reading(name, lang, findings.sorted(lines), scenario, marks, lines, texts, document, setting)


def _check(
    shaped: Shaped,
    setting: Setting,
    scenario: Scenario,
    lines: tuple[str, ...],
) -> None:
    """Everything that takes more than one place of the file to see."""
    document, marks, findings = shaped.document, setting.marks, setting.findings
    check_references(document, setting.notes, marks, findings, shaped.muted)
    StoryCheck(document, marks, findings, setting.floors, shaped.muted).run(scenario)
    begins = (document.begins or DEFAULT_BEGINS).date()
    for time, path in setting.notes.dates:
        if time.date < begins:
            findings.add("date-before-begin", marks.nearest(path), value=time.date.isoformat())
    _check_words(setting.notes.texts, setting, lines)


def _look_up(
    document: Document, setting: Setting, personas: Collection[str] | None, rulebook: Rulebook | None
) -> None:
    """The persona and the author's own numbers, in the rulebook."""
    marks, findings = setting.marks, setting.findings
    persona = document.customer.persona
    if personas is not None and persona not in personas and persona != FILLER:
        known = tuple(sorted(personas))
        at = marks.nearest(("customer", "persona"))
        close = findings.close(persona, known)
        findings.add("unknown-value", at, close, key="persona", value=persona, known=listed(known))
    if rulebook is not None and document.rulebook:
        numbers = [number for number, _ in rulebook.numbers()]
        for own in document.rulebook:
            if own not in numbers:
                written = ("rulebook", own)
                at = marks.nearest(written if written in marks else ("rulebook", *own.split(".")))
                findings.add("unknown-number", at, findings.close(own, numbers), name=own)


def _check_words(texts: Iterable[Passage], setting: Setting, lines: tuple[str, ...]) -> None:
    for one in texts:
        for slip in slips(one.text):
            place = setting.marks.nearest(one.path)
            at = _exactly(place, slip.piece, lines)
            named = {"name": slip.piece} if slip.code == "unknown-placeholder" else {"text": slip.piece}
            setting.findings.add(slip.code, at, **named)


def _exactly(place: Place, piece: str, lines: tuple[str, ...]) -> Place:
    """Where in its line a piece of a text stands; where the text begins when it cannot be seen there."""
    line, column = place
    found = lines[line - 1].find(piece, column - 1) if line <= len(lines) else -1
    return (line, found + 1) if found >= 0 else place


def _complaints(document: Document) -> frozenset[str]:
    """The ids of all complaints, declared or made, that are not also blurs."""
    found = set(document.complaints)
    for scene in document.scenes.values():
        moves = [*scene.enter]
        for choice in scene.choices:
            moves += choice.does
            moves += [move for reply in choice.reply for move in reply.does]
        found |= {move.complain.id for move in moves if move.complain is not None}
    return frozenset(found - set(document.blurs))
