"""Traps for readers of JSON: in every place, behind a duplicate key and a byte order mark, cut short, given in every way."""

import io
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mouschema import check, check_lines
from mouschema.model._plain import plain
from mouschema.reports.report import Report
from traps import AROUND, BROKEN, EITHER, JSON, MARK, RECORD, TAILS, TWICE, WHOLE, Trap

MARKS = (b"", MARK, MARK * 2)
MOST_CUTS = 20


class Place(NamedTuple):
    """Where a trap stands.

    Attributes:
        around: The document, with `%s` where the trap is.
        mark: The byte order marks at its beginning.
        form: The codes of what is wrong around the trap; reading goes on behind that.
    """

    around: bytes
    mark: bytes
    form: set[str]

    def put(self, trap: Trap) -> bytes:
        """Return the document."""
        return self.mark + self.around % trap.data


def places(*names: str) -> Iterator[Place]:
    """Yield places by name, each without and behind marks."""
    for name, mark in product(names, MARKS):
        twice = {"JSN05"} if "twice" in name else set[str]()
        yield Place(AROUND[name], mark, twice | ({"JSN04"} if mark else set()))


def every(*tables: list[Trap]) -> pytest.MarkDecorator:
    """Run a test with every trap of some tables."""
    return pytest.mark.parametrize("trap", [trap for table in tables for trap in table], ids=lambda trap: trap.name)


def read(report: Report) -> set[str]:
    """Return the codes of what the reader found."""
    return {code for code in report.count() if code.startswith("JSN")}


def refused(data: bytes, trap: Trap, around: set[str]) -> None:
    """Hold that a document is refused by a code that names the fault, and by none that does not."""
    report = check(data)
    assert not report.ok, data
    assert read(report) & trap.codes, (data, report.findings)
    assert read(report) <= trap.codes | around, (data, report.findings)


@every(BROKEN)
def test_what_is_broken_is_refused_by_name(trap: Trap) -> None:
    """A code names the fault, whatever else is wrong before it."""
    for place in places(*AROUND):
        refused(place.put(trap), trap, place.form)


@every(JSON)
def test_what_is_json_is_read(trap: Trap) -> None:
    """Nothing is found in it, only around it; what is read is what Python reads."""
    for place in places(*AROUND):
        assert read(check(place.put(trap))) == place.form, place
    report = check(RECORD % trap.data)
    assert report.ok
    assert json.dumps(plain(report.record)["extensions"]["partner.example:any"]) == json.dumps(json.loads(trap.data))


@every(EITHER)
def test_what_may_be_either_is_the_same_behind_other_faults(trap: Trap) -> None:
    """Taken or refused, it is so behind a mark and behind a field written twice too."""
    found = read(check(RECORD % trap.data))
    for place in places("in a record", "behind a field written twice"):
        assert read(check(place.put(trap))) - {"JSN05"} == (found | place.form) - {"JSN05"}, place


@every(TAILS)
def test_nothing_may_follow_a_document(trap: Trap) -> None:
    """What stands behind the end is told."""
    for place in places("in a record", "behind a field written twice"):
        refused(place.mark + place.around % b"1" + trap.data, trap, place.form)


@every(WHOLE)
def test_what_is_no_document_is_told(trap: Trap) -> None:
    """Files that are empty or of another form are refused by a code that says so."""
    for place in places("alone"):
        refused(place.put(trap), trap, place.form)


@every(JSON, EITHER, [trap for trap in BROKEN if trap.name != "list closed twice"])
def test_what_is_cut_short_is_refused(trap: Trap) -> None:
    """Wherever a document ends too early, it is told that it does, or what else is wrong."""
    for place in places(*(name for name in AROUND if name != "alone")):
        whole, start = place.put(trap), len(place.mark) + place.around.index(b"%s")
        ends = [*range(len(place.mark), start, 9), *range(start, len(whole), max(1, len(trap.data) // MOST_CUTS))]
        for end in ends:
            report = check(whole[:end])
            assert not report.ok, whole[:end]
            assert read(report) - {"JSN04", "JSN05"}, whole[:end]


@every(JSON, EITHER, BROKEN, TAILS, WHOLE)
def test_every_way_in_says_the_same(trap: Trap, tmp_path: Path) -> None:
    """Bytes, text, files and lines are judged alike."""
    path = tmp_path / "trap.json"
    for place in places(*AROUND):
        data = place.put(trap)
        path.write_bytes(data)
        expected = verdict(check(data))
        for given in (bytearray(data), memoryview(data), io.BytesIO(data), path, *as_text(data)):
            assert verdict(check(given)) == expected, (place, given)
        for given in (data, path, *as_text(data)):
            reports = list(check_lines(given))
            if data.strip() and b"\n" not in data:
                assert [verdict(report) for report in reports] == [expected], (place, given)


@every([trap for trap in [*BROKEN, *WHOLE] if "JSN03" in trap.codes])
def test_bytes_that_came_into_a_text_are_told(trap: Trap) -> None:
    """Text that Python decoded leniently holds halves of character pairs: told, never raised."""
    for place, errors in product(places(*AROUND), ("surrogateescape", "surrogatepass")):
        try:
            text = place.put(trap).decode(errors=errors)
        except UnicodeDecodeError:
            continue
        for report in (check(text), check(io.StringIO(text)), *check_lines(text)):
            assert not report.ok
            assert read(report) - place.form, (place, report.findings)


def as_text(data: bytes) -> list[Any]:
    """Return the text and a file of it, where the bytes are text."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return []
    return [text, io.StringIO(text, newline="\n")]


def verdict(report: Report) -> Any:
    """Return what does not depend on where a document comes from."""
    return report.ok, report.count(), [(each.pointer, each.column, each.message) for each in report.findings]


def test_behind_a_field_written_twice_every_place_is_known() -> None:
    """The reader tells both: the field that is there twice, and what stands behind it."""
    report = check(TWICE % b"1e400")
    assert [finding.code for finding in report.findings] == ["JSN05", "JSN06"]
