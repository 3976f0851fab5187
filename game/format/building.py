"""A scenario out of a document: one walk, which also notes every text and every reference.

Nothing is looked up here. What refers to something that is not there is found afterwards, in the notes.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from game.core.scenario import (
    BANDS,
    Band,
    BlurTerms,
    Choice,
    ConsiderationTerms,
    Fact,
    Goto,
    LieTerms,
    Line,
    Offer,
    Opening,
    Person,
    PromiseTerms,
    Question,
    Scenario,
    Scene,
)
from game.core.times import InDays
from game.format.building_conditions import condition
from game.format.building_lines import Setting, group_numbers, line, lines, replies
from game.format.building_moves import moves
from game.format.declared_models import NamedShape
from game.format.models import ChoiceShape, Document, GotoShape, SceneShape
from game.format.notes import Spot

DEFAULT_BEGINS: Final = datetime(2026, 4, 6, 10, 0)  # noqa: DTZ001 - story time has no zone
"""When a story begins that does not say so: a Monday morning."""

BARE: Final = (
    ("topic", "topics"),
    ("record", "records"),
    ("complaint", "complaints"),
    ("demand", "demands"),
    ("favour", "favours"),
    ("help", "helps"),
)
"""Kinds that may be used without being declared, and the sections in which they may be."""


def build(document: Document, setting: Setting) -> Scenario:
    """The scenario of a document, with its words in the language of the setting's notes.

    Its hashes are empty: they are taken of the finished scenario. It is playable only if the notes hold
    no fault.
    """
    top = Spot()
    return Scenario(
        id=document.id,
        title=setting.notes.text(top.at("title"), document.title),
        language=document.language,
        customer=_customer(document, setting),
        start=setting.notes.refer("scene", document.start, top.at("start"))[0],
        begins=document.begins or DEFAULT_BEGINS,
        hash="",
        text_hash="",
        persona=document.customer.persona,
        level=document.level,
        minutes=document.minutes,
        teaches=tuple(document.teaches),
        coach=document.coach,
        summary=setting.notes.text(top.at("summary"), document.summary),
        stakes=setting.notes.text(top.at("stakes"), document.stakes),
        known=_texts(document.known, setting, top.at("known")),
        seller=_seller(document, setting),
        people=_people(document, setting),
        offer=_offer(document, setting),
        opening=_opening(document, setting, top.at("opening")),
        continues=document.continues,
        facts=_facts(document, setting),
        promises=_promises(document, setting),
        blurs=_blurs(document, setting),
        lies=_lies(document, setting),
        considerations=_considerations(document, setting),
        texts=_named(document, setting),
        rulebook=dict(document.rulebook),
        # In the order of the story, which is the order of the texts in a catalog.
        scenes=tuple(_scene(name, shape, setting) for name, shape in document.scenes.items()),
        epilogue=_epilogue(document, setting),
        debrief=_debrief(document, setting),
    )


def _texts(texts: Sequence[str], setting: Setting, spot: Spot) -> tuple[str, ...]:
    return tuple(setting.notes.text(spot.at(index), text) for index, text in enumerate(texts))


def _words(setting: Setting, spot: Spot, **fields: str) -> dict[str, str]:
    """The texts of some fields of one mapping, by their names."""
    return {name: setting.notes.text(spot.at(name), text) for name, text in fields.items()}


def _customer(document: Document, setting: Setting) -> Person:
    shape, spot = document.customer, Spot().at("customer")
    words = _words(setting, spot, name=shape.name, role=shape.role, company=shape.company)
    return Person(
        "customer", words["name"], words["role"], words["company"], shape.portrait, written=shape.name
    )


def _seller(document: Document, setting: Setting) -> Person:
    shape, spot = document.seller, Spot().at("seller")
    words = _words(setting, spot, name=shape.name, role=shape.role, company=shape.company)
    return Person("seller", words["name"], words["role"], words["company"], ours=True)


def _people(document: Document, setting: Setting) -> tuple[Person, ...]:
    found = []
    for name, shape in document.people.items():
        spot = Spot().at("people").at(name)
        words = _words(setting, spot, name=shape.name, role=shape.role, company=shape.company)
        found.append(
            Person(
                name,
                words["name"],
                words["role"],
                words["company"],
                shape.portrait,
                ours=shape.ours,
                written=shape.name,
            )
        )
    return tuple(found)


def _offer(document: Document, setting: Setting) -> Offer | None:
    shape = document.offer
    if shape is None:
        return None
    product = setting.notes.text(Spot().at("offer").at("product"), shape.product)
    return Offer(product, shape.price, shape.per, shape.currency)


def _opening(document: Document, setting: Setting, spot: Spot) -> Opening:
    shape, notes = document.opening, setting.notes
    credit = document.opening_credit
    if credit is not None and shape.credit is not None and credit != shape.credit:
        setting.add("two-openings", spot.at("credit"), first=credit, second=shape.credit)
    for name in shape.promises:
        notes.refer("promise", name, spot.at("promises").at(name))
    for name in shape.favours:
        notes.use("help", name)
    return Opening(
        credit=credit if credit is not None else shape.credit or 0,
        standing=shape.standing,
        facts=notes.refer("fact", shape.facts, spot.at("facts")),
        scarred=shape.scarred,
        given_percent=shape.given_percent,
        conceded_percent=shape.conceded_percent,
        considerations=tuple(shape.considerations),
        favours=dict(shape.favours),
        promises=dict(shape.promises),
    )


def _facts(document: Document, setting: Setting) -> tuple[Fact, ...]:
    spot = Spot().at("facts")
    return tuple(
        Fact(name, setting.notes.text(spot.at(name).at("text"), shape.text), shape.public)
        for name, shape in document.facts.items()
    )


def _promises(document: Document, setting: Setting) -> tuple[PromiseTerms, ...]:
    found = []
    for name, shape in document.promises.items():
        spot = Spot().at("promises").at(name)
        text = setting.notes.text(spot.at("text"), shape.text)
        found.append(PromiseTerms(name, text, setting.notes.time(shape.due, spot.at("due")), shape.size))
    return tuple(found)


def _blurs(document: Document, setting: Setting) -> tuple[BlurTerms, ...]:
    found = []
    for name, shape in document.blurs.items():
        spot = Spot().at("blurs").at(name)
        words = _words(setting, spot, said=shape.said, heard=shape.heard)
        due = setting.notes.time(shape.surfaces, spot.at("surfaces")) if shape.surfaces else None
        found.append(BlurTerms(name, surfaces=due, **words))
    return tuple(found)


def _lies(document: Document, setting: Setting) -> tuple[LieTerms, ...]:
    found = []
    for name, shape in document.lies.items():
        spot = Spot().at("lies").at(name)
        text = setting.notes.text(spot.at("text"), shape.text)
        due = setting.notes.time(shape.comes_out, spot.at("comes_out")) if shape.comes_out else None
        found.append(LieTerms(name, text, due))
    return tuple(found)


def _considerations(document: Document, setting: Setting) -> tuple[ConsiderationTerms, ...]:
    spot = Spot().at("considerations")
    return tuple(
        ConsiderationTerms(
            name, setting.notes.text(spot.at(name).at("text"), shape.text), shape.worth, shape.years
        )
        for name, shape in document.considerations.items()
    )


def _named(document: Document, setting: Setting) -> dict[str, str]:
    texts = {}
    for kind, section in BARE:
        declared: Mapping[str, NamedShape] = getattr(document, section)
        for name, shape in declared.items():
            spot = Spot().at(section).at(name).at("text")
            texts[f"{kind}:{name}"] = setting.notes.text(spot, shape.text)
    return texts


def _epilogue(document: Document, setting: Setting) -> dict[Band, tuple[Line, ...]]:
    told: dict[Band, tuple[Line, ...]] = {}
    for band in BANDS:
        if band in document.epilogue:
            spot = Spot().at("epilogue").at(band)
            shapes = document.epilogue[band]
            groups = group_numbers(shapes, setting, spot)
            told[band] = tuple(
                line(shape, setting, spot.at(index), groups[index], said=spot.at(index).names)
                for index, shape in enumerate(shapes)
            )
    return told


def _debrief(document: Document, setting: Setting) -> tuple[Question, ...]:
    found = []
    numbers: dict[str, int] = {}
    for index, shape in enumerate(document.debrief):
        spot = Spot().at("debrief").at(index)
        scene = setting.notes.refer("scene", shape.scene, spot.at("scene"))[0]
        number = numbers[scene] = numbers.get(scene, 0) + 1
        spot = Spot(spot.path, ("debrief", scene, number - 1))
        words = _words(setting, spot, see=shape.see, ask=shape.ask, then=shape.then)
        found.append(Question(scene, **words))
    return tuple(found)


def _scene(name: str, shape: SceneShape, setting: Setting) -> Scene:
    spot = Spot().at("scenes").at(name)
    title = setting.notes.text(spot.at("title"), shape.title)
    said = lines(shape.lines, setting, spot.at("lines"))
    choices = tuple(
        _choice(index, one, setting, spot.at("choices")) for index, one in enumerate(shape.choices)
    )
    return Scene(
        name,
        lines=said,
        choices=choices,
        ending=shape.ending.deal if shape.ending else None,
        phase=shape.phase,
        place=shape.place,
        after=setting.notes.time(shape.after, spot.at("after")) if shape.after else InDays(0),
        enter=moves(shape.enter, setting.notes, spot.at("enter")),
        hub=any(goto.scene == name for choice in choices for goto in choice.gotos),
        title=title,
        time=shape.time,
    )


def _choice(index: int, shape: ChoiceShape, setting: Setting, choices: Spot) -> Choice:
    name = shape.id or str(index + 1)
    spot = choices.at(index, called=name)
    notes = setting.notes
    say = notes.text(spot.at("say"), shape.say) if shape.say is not None else None
    act = notes.text(spot.at("act"), shape.act) if shape.act is not None else None
    return Choice(
        name,
        gotos=tuple(_goto(one, setting, spot.at("goto").at(n)) for n, one in enumerate(shape.goto)),
        say=say,
        act=act,
        when=condition(shape.when, notes, spot.at("when"), setting.floors),
        does=moves(shape.does, notes, spot.at("does")),
        replies=replies(shape.reply, setting, spot.at("reply")),
        times=shape.again or 1,
        **_words(setting, spot, understood=shape.understood, better=shape.better),
    )


def _goto(shape: GotoShape, setting: Setting, spot: Spot) -> Goto:
    scene = setting.notes.refer("scene", shape.to, spot.at("to"))[0]
    return Goto(scene, condition(shape.when, setting.notes, spot.at("when"), setting.floors))
