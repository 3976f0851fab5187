import jsonschema
import pytest
import yaml

from game.format.schema import schema
from tests.format.samples import PERSONAS, SAMPLE, changed, reading, small
from tests.format.test_shape_findings import CASES

SCHEMA = schema(PERSONAS)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class _Editor(yaml.SafeLoader):
    """YAML as an editor for version 1.2 reads it: no dates, and only true and false are yes and no."""


_Editor.yaml_implicit_resolvers = {
    char: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":float", ":null"))]
    for char, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(text):
    return list(VALIDATOR.iter_errors(yaml.load(text, _Editor)))


def test_it_is_a_schema_of_its_dialect():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    assert set(SCHEMA["required"]) == {"format", "id", "language", "title", "customer", "start", "scenes"}


def test_the_sample_has_no_diagnostics():
    text = SAMPLE.replace("ours: true", "ours: true")
    data = yaml.load(text, _Editor)
    data["people"]["mentor"]["ours"] = True
    data["facts"]["headcount"]["public"] = True
    data["scenes"]["visit"]["lines"][2]["otherwise"] = True
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize(
    "text",
    [
        small(
            "does: [{ask: closing}, {ask: [closing]}, {ask: {facts: [closing], count: 12}}, {propose: us}]"
        ),
        small("does: [{tell_record: x}, {promise: {id: sheet, vague: true}}, {complain: x}, {hold: x}]"),
        small("when: {any: [{knows: closing}, {credit: {at_least: trusted}}, {chose: one.go}]}"),
        small("reply: [{when: {knows: [closing]}, lines: [{customer: a}], does: [{chat: x}]}]"),
        small(top="facts2: {}").replace("facts2: {}", "lies: {a: x}"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(text):
    assert not [one for one in reading(text).findings if one.severity == "fault" and one.code != "never-used"]
    data = yaml.load(text.replace("true", "1 == 1"), _Editor)
    for choice in data["scenes"]["one"]["choices"]:
        for move in choice.get("does", ()):
            if isinstance(move.get("promise"), dict):
                move["promise"]["vague"] = True
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize(
    "name",
    [
        "unknown key",
        "unknown key at the top",
        "unknown key in a move",
        "unknown move",
        "two moves",
        "no move",
        "not a list",
        "not a mapping",
        "not a text",
        "a missing title",
        "a missing goto",
        "a missing name",
        "missing lines",
        "no number",
        "too small",
        "too big",
        "no such word",
        "no such principle",
        "no such mood",
        "no such persona",
        "no such band",
        "a space in an id",
        "no language",
    ],
)
def test_what_an_editor_can_see_it_underlines(name):
    assert errors(CASES[name][0])


def test_every_field_is_told_in_both_languages():
    def walk(part):
        if isinstance(part, dict):
            for name, field in part.get("properties", {}).items():
                ja, _, en = field.get("description", "").partition("\n\n")
                assert ja, name
                assert en, name
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(SCHEMA)


def test_personas_are_those_of_the_rulebook_where_it_is_known(book):
    assert errors(changed("persona: careful", "persona: nobody"))
    assert "enum" not in schema()["$defs"]["CustomerShape"]["properties"]["persona"]
    assert schema(book.personas)["$defs"]["CustomerShape"]["properties"]["persona"]["enum"] == sorted(
        book.personas
    )
