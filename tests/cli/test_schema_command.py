"""The schema that editors complete from: printed, shipped, and named by the first line of every scenario."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "assets" / "scenario.schema.json"
EXAMPLES = ROOT / "scenarios" / "examples"
FIRST_LINE = "# yaml-language-server: $schema=../assets/scenario.schema.json"


def test_what_ships_is_what_is_printed(shinyo):
    status, output, errors = shinyo("schema")
    assert (status, errors) == (0, "")
    assert output == SHIPPED.read_text("utf-8"), "python -m game schema > assets/scenario.schema.json"


def test_the_schema_names_its_dialect_and_speaks_both_languages():
    schema = json.loads(SHIPPED.read_text("utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["description"] == "信用貯金のシナリオ\n\nA scenario of Shinyo"
    assert "careful" in schema["$defs"]["CustomerShape"]["properties"]["persona"]["enum"]


class Editor(yaml.SafeLoader):
    """Reads as editors do (YAML 1.2): dates and ``yes`` are texts, ``true`` and numbers are not."""


Editor.yaml_implicit_resolvers = {}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))


@pytest.mark.parametrize("file", sorted((ROOT / "scenarios").glob("*.yaml")), ids=lambda file: file.stem)
def test_shipped_scenarios_name_it_and_fit_it(file):
    text = file.read_text("utf-8")
    assert text.splitlines()[0] == FIRST_LINE
    schema = jsonschema.Draft202012Validator(json.loads(SHIPPED.read_text("utf-8")))
    assert [error.json_path for error in schema.iter_errors(yaml.load(text, Editor))] == []


def test_examples_fit_it():
    schema = jsonschema.Draft202012Validator(json.loads(SHIPPED.read_text("utf-8")))
    files = sorted(EXAMPLES.glob("*/*.yaml"))
    assert len(files) > 100
    wrong = [
        f"{file.name}: {error.json_path}"
        for file in files
        for error in schema.iter_errors(yaml.load(file.read_text("utf-8"), Editor))
    ]
    assert wrong == []
