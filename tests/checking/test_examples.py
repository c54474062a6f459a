"""The example files: a good one passes, a bad one gives the code of its folder, and what is written down of it."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import BAD, EXAMPLES, GOOD, name
from expected import LIMITS, PATH, expected, found
from mouschema import check, dumps, schemas
from mouschema.checking.batch import check_files
from mouschema.judging.judge import ENGINES
from mouschema.reading.read import MOST_BYTES
from mouschema.reports.codes import FAULT, STRUCTURAL
from mouschema.rules import RULES


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


@pytest.mark.parametrize("engine", ENGINES)
def test_every_finding_is_written_down(engine: str) -> None:
    """Place, variant and words of all that is found in the bad examples, whichever engine works, and nothing else.

    What has changed on purpose is written down by `python tests/expected.py --write`; read what git shows of it.
    """
    rows, written = found(engine), expected()
    assert [row for row in rows if row not in written] == []
    assert [row for row in written if row not in rows] == []
    assert rows == written


@pytest.mark.parametrize("path", [path for path in BAD if not path.parent.name.startswith(("JSN", "RUN"))], ids=name)
def test_schema_alone_refuses_its_own_examples(path: Path) -> None:
    """Whoever has the schema only finds the examples of its codes, and accepts those of the rules."""
    accepted = Draft202012Validator(schemas.schema()).is_valid(json.loads(path.read_bytes()))
    assert accepted == (path.parent.name in RULES)


def test_description_of_the_examples_is_true() -> None:
    """It names every column, the code that needs a limit of its own, and no limit but that."""
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    header = PATH.read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == header
    assert dict(re.findall(r"`(\w+)/` .*? ([\d,]+) bytes", text)) == {
        code: f"{limit:,}" for code, limit in LIMITS.items()
    }


def test_every_code_has_an_example() -> None:
    """There is a folder of broken records for every code that a report can hold, and no other folder.

    A fault of ours has none: a document that shows one is mended, not kept.
    """
    assert {path.name for path in (EXAMPLES / "bad").iterdir()} - {PATH.name} == {*STRUCTURAL, *RULES} - {FAULT}


def test_submission_shows_a_partners_mistakes() -> None:
    """The broken submission of the README gives every mistake at once, each with a line."""
    report = check(EXAMPLES / "submission.json")
    assert len(report.errors) == 11
    assert all(finding.line for finding in report.findings)
