"""The example files: a good one passes, a bad one gives the code of its folder and no other."""

from pathlib import Path

import pytest
from conftest import BAD, EXAMPLES, GOOD, name

from mouschema import check, dumps
from mouschema.batch import check_files
from mouschema.codes import FAULT, STRUCTURAL
from mouschema.read import MOST_BYTES
from mouschema.rules import RULES

# A document beyond the default size would not fit into a repository: this one is held against a smaller limit.
LIMITS = {"JSN08": 2000}


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_good_example_gives_nothing(path: Path) -> None:
    """An honest record gives no error and no warning."""
    report = check(path)
    assert [str(finding) for finding in report.findings if finding.severity != "info"] == []


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_good_example_is_canonical(path: Path) -> None:
    """What is read from an example and written again is the same file, to the byte."""
    report = check(path)
    assert dumps(report.bundle).encode() == path.read_bytes()


@pytest.mark.parametrize("path", BAD, ids=name)
def test_bad_example_gives_its_code(path: Path) -> None:
    """A broken record gives exactly the code whose folder it is in, with a message and a hint."""
    (report,) = check_files([path], most_bytes=LIMITS.get(path.parent.name, MOST_BYTES))
    assert set(report.count()) == {path.parent.name}
    assert all(finding.message and finding.hint for finding in report.findings)


def test_every_code_has_an_example() -> None:
    """There is a folder of broken records for every code that a report can hold, and no other folder.

    A fault of ours has none: a document that shows one is mended, not kept.
    """
    assert {path.name for path in (EXAMPLES / "bad").iterdir()} == {*STRUCTURAL, *RULES} - {FAULT}


def test_submission_shows_a_partners_mistakes() -> None:
    """The broken submission of the README gives every mistake at once, each with a line."""
    report = check(EXAMPLES / "submission.json")
    assert len(report.errors) == 11
    assert all(finding.line for finding in report.findings)
