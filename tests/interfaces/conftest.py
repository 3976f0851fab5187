import json

import pytest

from game import cli

SAMPLE = "tests/data/sample.yaml"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """One folder for a whole module, so that an analysis is made once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def printed(home, monkeypatch, capsys):
    """Runs a command line; its exit status and the JSON it printed."""
    monkeypatch.setenv("SHINYO_HOME", str(home))

    def run(*arguments):
        status = cli.run([*arguments, "--lang", "en"])
        output, errors = capsys.readouterr()
        assert errors == ""
        return status, json.loads(output, parse_constant=_no_number)

    return run


def _no_number(name):
    raise AssertionError(f"{name} is no JSON")
