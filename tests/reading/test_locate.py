"""Places in the source: lines, columns and excerpts, whatever the text looks like."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import READABLE, name
from mouschema import check
from mouschema.reading import locate


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.data())
def test_places_count_lines_and_characters(text: str, data: st.DataObject) -> None:
    """A character's line is one more than the line breaks before it, its column one more than what is before it there."""
    at = data.draw(st.lists(st.integers(0, len(text)), max_size=5))
    content = text.encode()
    offsets = {len(text[:index].encode()): index for index in at}
    mark = int(text.startswith("\ufeff"))
    for offset, place in locate.places(content, offsets).items():
        before = text[mark : offsets[offset]]
        assert place == (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 60))
def test_excerpts_are_short_and_safe(text: str, start: int, length: int) -> None:
    """An excerpt is on one line, holds nothing that acts on a terminal, and 80 characters at most before escaping."""
    content = text.encode(errors="replace")
    found = locate.excerpt(content, (min(start, len(content)), min(start + length, len(content))))
    whole = found.before + found.marked + found.after
    assert not {*whole} & {*"\n\r\x1b\x00\u202e\u2028"}
    assert len(whole) <= 80 * len(r"\u0000")


def test_excerpt_marks_the_value_on_its_line() -> None:
    """What stands before, the value, and what follows; of a value of several lines the first."""
    text = b'{\r\n  "a": [1,\r\n 2], "b": "\xe0\xba\xa5\xe0\xba\xb2\xe0\xba\xa7" }\r\n'
    spans = locate.spans(text, [("a",), ("b",)])
    assert locate.excerpt(text, spans["a",].value) == locate.Excerpt('"a": ', "[1,", "")
    assert locate.excerpt(text, spans["b",].value) == locate.Excerpt('2], "b": ', '"ລາວ"', " }")
    assert locate.excerpt(text, spans["b",].place(at_key=True)) == locate.Excerpt("2], ", '"b"', ': "ລາວ" }')


def test_long_lines_are_cut_on_both_sides() -> None:
    """Of a document on one line only what stands around the place is shown."""
    text = json.dumps({"title": "x" * 500, "status": "sighned", "rest": "y" * 500}).encode()
    found = locate.excerpt(text, locate.spans(text, [("status",)])["status",].value)
    assert found.marked == '"sighned"'
    assert found.before.endswith('"status": ')
    assert len(found.before + found.marked + found.after) == 80
    assert found.after.endswith("…")


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_every_finding_in_a_text_has_a_place(path: Path) -> None:
    """A finding about a text that was read has a line, a column, and the line itself."""
    for finding in check(path).findings:
        assert finding.line
        assert finding.column
        assert finding.excerpt


def test_many_findings_on_one_long_line_take_little_time() -> None:
    """Places are counted in one pass: a thousand findings in a document of one line of two megabytes."""
    document = {"schema_version": "1.0", "organizations": [{"id": f"x {n}", "text": "ລາວ" * 200} for n in range(1500)]}
    report = check(json.dumps(document, ensure_ascii=False))
    assert len(report.findings) == 1000
    assert [each.column for each in report.findings] == sorted(each.column or 0 for each in report.findings)


def test_paths_sort_as_a_value_is_written() -> None:
    """Fields in their order, entries by number; where a path leads nowhere it stands with what it has led to."""
    order = locate.DocumentOrder({"b": [1, {"x": 2}], "a": 3})
    assert [order.of(path) for path in [(), ("b",), ("b", 1), ("b", 1, "x"), ("a",), ("b", 1, "y")]] == [
        (), (0,), (0, 1), (0, 1, 0), (1,), (0, 1, -1),
    ]  # fmt: skip
    assert [order.of(path) for path in [("b", 2), ("b", "x"), ("a", 0), ("c", 0)]] == [(0,), (0,), (1,), (-1,)]
