from tests.cli.conftest import SAMPLE


def test_without_a_display_it_is_said_in_one_line(process):
    done = process("preview", SAMPLE, "--lang", "en")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode() == "There is no display for a window.\n"


def test_a_file_that_is_not_there_is_told(process):
    done = process("preview", "nowhere.yaml", "--from", "x", "--set", "credit=3")
    assert done.returncode == 2
    assert b"nowhere.yaml" in done.stderr
