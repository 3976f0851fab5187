"""The definition for build machines of three systems: it can be read, and what it calls is there."""

import re

import pytest
import yaml

import dev


@pytest.fixture(scope="module")
def workflow(root):
    # By YAML 1.1 a bare `on` is the truth value; the service reads it as the word.
    return yaml.load((root / ".github" / "workflows" / "checks.yml").read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_it_runs_on_the_three_systems(workflow):
    assert {"push", "pull_request"} <= set(workflow["on"])
    for job in workflow["jobs"].values():
        systems = job["strategy"]["matrix"]["system"]
        assert {system.partition("-")[0] for system in systems} == {"ubuntu", "windows", "macos"}
        assert job["runs-on"] == "${{ matrix.system }}"


def test_every_step_does_one_thing_and_every_action_is_pinned_by_its_major_version(steps):
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[\w-]+@v\d+", each)] == []
    assert all(("uses" in step) != ("run" in step) for step in steps)


def test_its_jobs_wait_only_for_jobs_there_are(workflow):
    jobs = workflow["jobs"]
    assert [job["needs"] for job in jobs.values() if job.get("needs", next(iter(jobs))) not in jobs] == []


def test_every_command_of_ours_it_calls_exists(root, steps):
    verbs = [verb for step in steps for verb in re.findall(r"dev\.py (\w+)", step.get("run", ""))]
    assert verbs == ["test", "build"]
    assert set(verbs) <= set(dev.VERBS)
    for step in steps:
        for name in re.findall(r"[\w.-]+\.(?:txt|toml)", str(step.get("with", {}))):
            assert (root / name).is_file(), name


def test_the_oldest_and_a_newer_python_are_tried(workflow):
    matrix = workflow["jobs"]["checks"]["strategy"]["matrix"]
    tried = {*matrix["python"], *(more["python"] for more in matrix["include"])}
    assert ".".join(map(str, dev.OLDEST)) in tried
    assert len(tried) > 1


def test_what_is_handed_on_is_what_the_build_made(steps):
    (upload,) = [step for step in steps if "upload-artifact" in step.get("uses", "")]
    assert upload["with"]["path"].rstrip("/") == dev.BUILD[dev.BUILD.index("--distpath") + 1]
    assert upload["with"]["if-no-files-found"] == "error"
