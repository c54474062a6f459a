"""Reading: each fault of the bytes is told under its code and variant, at the bytes where it is, and nothing more."""

import pytest

from mouschema.reading.read import Reading, _not_json, read_bytes, read_text, read_value
from mouschema.reports.catalogue import Say, say
from mouschema.reports.docket import Docket
from mouschema.reports.report import Trouble

HALF = rb"\ud83d"
FAULTS: list[tuple[bytes, str, str, tuple[int, int] | None]] = [
    (b"", "JSN01", "", None),
    (b" \n\t", "JSN01", "", None),
    (b"\xff\xfe{\x00}\x00", "JSN03", "utf-16", (0, 1)),
    (b"\xfe\xff\x00{\x00}", "JSN03", "utf-16", (0, 1)),
    (b'{"a":"\xe9"}', "JSN03", "", (6, 7)),
    (b'{"a":', "JSN02", "cut-off", (4, 5)),
    (b'{"a":\n[1,', "JSN02", "cut-off", (8, 9)),
    (b'{"{\xc3\xa9', "JSN02", "cut-off", (3, 4)),
    (b'{"a":1,}', "JSN02", "comma-too-many", (7, 8)),
    (b"[1]\n\n[2]", "JSN02", "more-text", (5, 6)),
    (b"{a:1}", "JSN02", "field-name", (1, 2)),
    (b'{"a" 1}', "JSN02", "colon-missing", (5, 6)),
    (b'{"a":1 "b":2}', "JSN02", "comma-missing", (7, 8)),
    (b'{"a":"b\nc"}', "JSN02", "line-break", (7, 8)),
    (b'\n{"a":"bc\n\nd"}', "JSN02", "line-break", (9, 10)),
    (b'{"a":"b\tc"}', "JSN02", "line-break", (7, 8)),
    (b'{"a":01}', "JSN02", "number", (6, 7)),
    (rb'{"a":"\x"}', "JSN02", "backslash", (7, 8)),
    (b"{'a':1}", "JSN02", "field-name", (1, 2)),
    (b'{"a":\xc3\xa9}', "JSN02", "", (5, 6)),
    (b'{"a":NaN}', "JSN06", "nan", (5, 6)),
    (b'{"a":Infinity}', "JSN06", "nan", (5, 6)),
    (b"[1,\n-Infinity]", "JSN06", "nan", (5, 6)),
    (b"[" * 300, "JSN07", "unreadable", (201, 202)),
    (b'{"a":\n [5,' + b"1" * 4301 + b"]}", "JSN06", "large", (10, 11)),
    (b'["' + HALF + b'"]', "JSN09", "half", (8, 9)),
    (b'["' + HALF + rb'\u0041"]', "JSN09", "half", (13, 14)),
    (rb'["\udc00"]', "JSN09", "half", (7, 8)),
]


def told(reading: Reading) -> list[Trouble]:
    """Return what is wrong."""
    return [trouble for _, trouble in reading.docket]


def said(trouble: Trouble) -> Say:
    """Return what is said of it."""
    worded = trouble.worded()
    assert isinstance(worded, Say)
    return worded


@pytest.mark.parametrize(
    ("data", "code", "variant", "where"), FAULTS, ids=[f"{at} {row[1]} {row[2]}" for at, row in enumerate(FAULTS)]
)
def test_fault_has_its_place(data: bytes, code: str, variant: str, where: tuple[int, int] | None) -> None:
    """One fault, one trouble: its code, what is said of it, and the one byte at which reading ended."""
    reading = read_bytes(data)
    (trouble,) = told(reading)
    assert (trouble.code, said(trouble).variant, trouble.where, trouble.path) == (code, variant, where, ())
    assert (reading.readable, reading.value, reading.source) == (False, None, data)


def test_complaint_without_a_place_stands_at_the_beginning() -> None:
    """Should the reader say no line and no column, the first byte is named, whatever the complaint."""
    for complaint, code, variant in [("odd", "JSN02", ""), ("EOF", "JSN02", "cut-off"), ("surrogate", "JSN09", "half")]:
        trouble = _not_json(b"[\n1,", complaint)
        assert (trouble.code, said(trouble).variant, trouble.where) == (code, variant, (0, 1))


def test_what_can_be_read_is_read_on() -> None:
    """Behind marks, and with fields written twice, there is a value; each is told with the bytes that it concerns."""
    data = b'\xef\xbb\xbf{"a":1,\n"b":{"a":2,"a":3}}'
    reading = read_bytes(data)
    assert (reading.value, reading.readable, reading.source) == ({"a": 1, "b": {"a": 3}}, True, data)
    marks, twice = told(reading)
    assert (marks.code, marks.where) == ("JSN04", (0, 3))
    assert (twice.code, twice.path, twice.at_key, twice.where) == ("JSN05", ("b", "a"), True, (22, 25))
    assert said(twice).values == {"field": '"a"'}


@pytest.mark.parametrize("text", ["\ud800", "ກ{\udfff}", '{"a":"é\ud800"}'], ids=["alone", "behind Lao", "behind é"])
def test_text_with_half_a_pair(text: str) -> None:
    """A text that cannot be written in UTF-8 is told where the first half stands, counted in bytes."""
    reading = read_text(text)
    (trouble,) = told(reading)
    start = next(at for at, letter in enumerate(text) if "\ud800" <= letter <= "\udfff")
    offset = len(text[:start].encode())
    assert (trouble.code, trouble.where, trouble.worded()) == ("JSN09", (offset, offset + 1), say("half"))
    assert (reading.readable, reading.value) == (False, None)
    assert reading.source == text.encode(errors="surrogatepass")


def test_sizes_are_in_bytes_and_the_most_is_allowed() -> None:
    """Of bytes and of text, with and without half a pair, the limit itself is read and a byte more is not."""
    for text in ('"ກກ"', '"ກ\ud800"'):
        assert "JSN08" not in read_text(text, 8).docket.counts
        reading = read_text(text, 7)
        (trouble,) = told(reading)
        assert (trouble.code, said(trouble).values) == ("JSN08", {"size": 8, "most": 7})
        assert (reading.readable, reading.value, reading.source) == (False, None, None)
    read = read_bytes(b"[]", 2)
    assert (read.value, read.readable, read.source, told(read)) == ([], True, b"[]", [])


def test_a_document_of_32_mebibytes_is_read() -> None:
    """As many are promised, and a byte more is not read."""
    document = b"[" + b" " * (32 * 1024 * 1024 - 2) + b"]"
    assert read_bytes(document).value == []
    assert [trouble.code for trouble in told(read_bytes(document + b" "))] == ["JSN08"]


def test_number_too_long_is_named_by_no_digits() -> None:
    """Nobody reads four thousand digits: the message says that it is a very large number."""
    (trouble,) = told(read_bytes(b"-" + b"1" * 5000))
    assert trouble.worded() == say("large", number="a very large number")


def test_value_is_judged_by_the_same_bounds() -> None:
    """What no text may hold no value may hold; there is no source, and no more than a yes or a no for the rest."""
    reading = read_value({"a": [1, "\ud800", 2**53, -(2**53), 2**53 - 1, float("inf")]})
    assert [(each.code, each.path) for each in told(reading)] == [
        ("JSN09", ("a", 1)), ("JSN06", ("a", 2)), ("JSN06", ("a", 3)), ("JSN06", ("a", 5)),
    ]  # fmt: skip
    assert (reading.readable, reading.source) == (False, None)
    good = read_value({"a": [1, None, True, 0.5, "x"]})
    assert (good.value, good.readable, isinstance(good.docket, Docket), len(told(good))) == (
        {"a": [1, None, True, 0.5, "x"]},
        True,
        True,
        0,
    )
