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


def test_several_values_may_stand_behind_one_set(process):
    several = process("preview", SAMPLE, "--set", "credit=20", "standing=-10", "--lang", "en")
    assert several.stderr.decode() == "There is no display for a window.\n"
    for line in (["standing=-10"], ["--set", "credit=20", "again"]):
        done = process("preview", SAMPLE, *line, "--lang", "en")
        assert done.returncode == 2
        assert "is one word too many" in done.stderr.decode()
