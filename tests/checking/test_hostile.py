"""What strangers send: no document stops a check, deceives it, or makes it say more than a report may hold."""

import enum
import json
import logging
from typing import Any

import pytest

from conftest import SEED, seed
from mouschema import InvalidValue, Organization, Text, check, check_lines
from mouschema.model import _checks
from mouschema.reading.read import MOST_BYTES, read_bytes
from mouschema.reports.docket import MOST_FINDINGS
from mouschema.reports.ruleset import Severity
from mouschema.rules import Hit, rule

FAULTS = {
    "cut off": (b'{"a":1,"a":2,', "JSN02"),
    "not a number": (b'{"a":1,"a":NaN}', "JSN06"),
    "half a pair": (rb'{"a":1,"a":"\ud800"}', "JSN09"),
    "deep": (b'{"a":1,"a":' + b"[" * 500 + b"]" * 500 + b"}", "JSN07"),
    "digits": (b'{"a":1,"a":' + b"1" * 5000 + b"}", "JSN06"),
    "more text": (b'{"a":1,"a":2}{}', "JSN02"),
}


@pytest.mark.parametrize(("data", "code"), FAULTS.values(), ids=FAULTS)
def test_a_fault_behind_a_duplicate_key_is_told(data: bytes, code: str) -> None:
    """The second reading may meet any fault; it is told under its own code, at its own place."""
    (finding,) = check(data).findings
    assert finding.code == code
    assert finding.line == 1
    assert [each.ok for each in check_lines(data + b"\n" + b'{"schema_version":"1.0"}')] == [False, True]


@pytest.mark.parametrize("digits", [b"1" * 4301, b"-" + b"9" * 100_000], ids=["4,301", "100,000"])
def test_very_long_numbers_are_out_of_range(digits: bytes) -> None:
    """A whole number is too large, however many digits it has; the finding stands where it begins."""
    (finding,) = check(b'{"extensions":\n{"a.b:c":' + digits + b"}}").findings
    assert (finding.code, finding.line, finding.column) == ("JSN06", 2, 10)


def test_levels_are_counted_alike() -> None:
    """Sixty-four levels are as many as there may be, in a text and in a value, in what is known and what is not."""
    for depth, codes in ((64, set[str]()), (65, {"JSN07"})):
        inner = "[" * (depth - 2) + "]" * (depth - 2)
        text = f'{{"schema_version":"1.0","extensions":{{"a.b:c":{inner}}}}}'
        assert check(text).count().keys() == codes
        assert check(json.loads(text)).count().keys() == codes
        unknown = check(text.replace("extensions", "unknown"))
        assert unknown.count().keys() - {"SCH03"} == codes


def test_the_size_limit_holds_behind_a_byte_order_mark() -> None:
    """A mark in front lifts no limit, and its bytes count."""
    data = b"\xef\xbb\xbf" + SEED.read_bytes()
    assert check(data, most_bytes=len(data) - 1).count() == {"JSN08": 1}
    assert check(data, most_bytes=len(data)).count()["JSN04"] == 1
    assert read_bytes(b"\xef\xbb\xbf" * 10, 12).docket.counts == {"JSN08": 1}


class Word(str):
    """A text that is not quite one."""

    __slots__ = ()


class Number(float):
    """A number that is not quite one."""


class Choice(enum.IntEnum):
    """A number with a name."""

    ONE = 1


@pytest.mark.parametrize("engine", ["jsonschema-rs", "jsonschema"])
def test_derived_scalars_are_what_they_are_derived_from(engine: str) -> None:
    """Texts and numbers of derived classes, such as numpy's, are judged as texts and numbers."""
    own = {Word("a.b:c"): [Number(0.5), Choice.ONE, Word("x"), True]}
    document = {Word("schema_version"): Word("1.0"), "title": {"en": Word("Memorandum")}, "extensions": own}
    report = check(document, engine=engine)
    assert report.ok
    assert json.dumps(report.require().extensions["a.b:c"]) == '[0.5, 1, "x", true]'
    assert type(dict(report.require().title or {})["en"]) is str


def test_values_that_hold_themselves_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A circle is told as one, and what is shared without end is too large; neither takes long."""
    monkeypatch.setattr(_checks, "MOST_BYTES", 2**16)
    circle: dict[str, Any] = {"schema_version": "1.0"}
    circle["title"] = circle["extensions"] = circle
    assert check(circle).count() == {"SCH01": 2}
    shared: list[Any] = []
    for _ in range(60):
        shared = [shared, shared]
    assert check({"schema_version": "1.0", "extensions": {"a.b:c": shared}}, most_bytes=2**16).count() == {"JSN08": 1}
    with pytest.raises(InvalidValue, match="holds itself"):
        Organization(id="a", name=circle, kind="ngo")  # pyright: ignore[reportArgumentType]
    with pytest.raises(InvalidValue, match="larger than"):
        Text({"en": shared})  # pyright: ignore[reportArgumentType]


def test_a_text_stays_what_it_was_made_of() -> None:
    """What the caller does to a mapping afterwards changes no value made from it."""
    given = {"en": "Memorandum"}
    text = Text(given)
    given["en"] = ""
    assert text["en"] == "Memorandum"


ODD: Any = 5


@pytest.mark.parametrize("yielded", ["a hit", None, ("x", (), "y"), Hit(None, ODD, "x"), Hit(None, (), ODD)], ids=repr)
def test_a_rule_that_yields_no_hit_is_told(yielded: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A programme's rule that is written wrong is a fault of that rule, and hides nothing else."""
    monkeypatch.setattr(logging.getLogger("mouschema"), "handlers", [])

    @rule("IOM-001", "wrongly-written", "info")
    def wrong(_index: Any) -> Any:
        """Yield what is no hit."""
        yield yielded

    document = seed()
    document["agreements"][0]["parties"][0]["organization"] = "nowhere"
    counts = check(document, rules=[wrong]).count()
    assert counts["RUN02"] == 1
    assert counts["REF01"] == 1


SHAPES: dict[str, Any] = {
    "long key over many values": {"x" * 100_000: [[] for _ in range(10)], "organizations": [5] * 2000},
    "long keys": {"agreements": [{"x" * 1000 + str(each): 1} for each in range(500)]},
    "wide keys": {"agreements": [{"\U0001f600\u202e/~" * 300 + str(each): "\u202e" * 300} for each in range(500)]},
    "deep keys": {"extensions": {"a.b:c": {"y" * 500: {"z" * 500: [10**20] * 2000}}}},
}


@pytest.mark.parametrize("document", SHAPES.values(), ids=SHAPES)
def test_texts_in_findings_are_bounded(document: Any) -> None:
    """Whatever names and values a document has, a finding stays short; nothing is lost from the counts."""
    for report in (check(document), check(json.dumps(document))):
        assert len(report.findings) <= MOST_FINDINGS
        for finding in report.findings:
            assert len(finding.pointer) <= 400
            assert max(len(finding.message), len(finding.hint)) <= 1000
            assert sum(len(str(value)) for value in (finding.values or {}).values()) < 4000
        assert report.severities[Severity.ERROR] == report.severities.total() > 0


def test_every_code_is_told_before_one_fills_the_report() -> None:
    """Of each code the first places come before the later ones of another."""
    document = {"schema_version": "1.0", "organizations": [{"unknown": 1}] * 2000, "people": [{"id": 5}], "as_of": ""}
    report = check(document)
    assert {finding.code for finding in report.findings} == set(report.count())
    assert report.count()["SCH03"] == 2000


def test_limits_are_as_the_documentation_says() -> None:
    """A document of exactly the size is read; one byte more is not."""
    filler = b" " * (MOST_BYTES - len(b'{"schema_version":"1.0"}'))
    assert check(b'{"schema_version":"1.0"}' + filler).ok
    assert not check(b'{"schema_version":"1.0"} ' + filler).ok
