"""The quick way to see that no field stands twice: what is taken for sound is so, and nothing else depends on it."""

import json
import sys
from typing import Any
from unittest.mock import patch

import jiter
import pytest
from benchmarks.documents import compact, of_size
from hypothesis import example, given
from hypothesis import strategies as st

from mouschema.reading import read
from mouschema.reading.read import read_bytes
from traps import AROUND, BROKEN, EITHER, JSON, MARK, TAILS, WHOLE, Trap

NUMBERS = (
    *(
        "0",
        "-0",
        "1",
        "-1",
        "5.0",
        "-0.0",
        "0.10",
        "1.10",
        "1E5",
        "1e5",
        "1e+5",
        "1e-07",
        "1e-7",
        "1e16",
        "1e22",
        "1e23",
    ),
    *("1e400", "-1e400", "1e-400", "5e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "0.1", "100000.0"),
    *("9007199254740993", "9007199254740993.0", "9223372036854775807", "9223372036854775808", "-9223372036854775808"),
    *(
        "18446744073709551615",
        "18446744073709551616",
        "-18446744073709551616",
        "1" * 400,
        "0.1234567890123456789",
        "1e0",
    ),
    *("NaN", "Infinity", "-Infinity", "01", "+1", "1.", ".5", "true", "false", "null"),
)
STRINGS = (
    *(
        '"a"',
        '"b"',
        '""',
        r'"\u0061"',
        r'"\""',
        r'"\u0022"',
        r'"\\u0022"',
        r'"\\\""',
        r'"\/"',
        '"/"',
        '"é"',
        r'"\u00e9"',
    ),
    *(
        r'"\u00E9"',
        r'"\ud83d\ude00"',
        '"😀"',
        r'"\ud83d"',
        r'"\ude00\ud83d"',
        r'"\u0000"',
        '"\x00"',
        '"\x7f"',
        '"\u2028"',
    ),
    *(
        r'"\n"',
        r'"\u000a"',
        r'"\u000A"',
        '"\n"',
        '"\t"',
        r'"\b\f"',
        r'"\u001f"',
        '"a: \\"b\\", c"',
        '"ລາວ"',
        '"\ufeff"',
    ),
)
BLANKS = st.sampled_from(["", "", "", "", " ", "\n", "\t", "\r\n  ", "\x0b"])
SEPARATORS = st.sampled_from([",", ",", ",", ", ", ",,", ""])


@st.composite
def fields(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """Make an object in which fields stand twice, written alike or not."""
    pairs = draw(st.lists(st.tuples(st.sampled_from(STRINGS), BLANKS, inner), max_size=4))
    return "{" + draw(SEPARATORS).join(f"{name}:{blank}{value}" for name, blank, value in pairs) + draw(BLANKS) + "}"


def entries(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Make a list."""
    return st.lists(inner, max_size=4).map(lambda each: f"[{','.join(each)}]")


TEXTS = fields(
    st.recursive(st.sampled_from(NUMBERS + STRINGS), lambda inner: fields(inner) | entries(inner), max_leaves=12)
)


def told(data: bytes) -> Any:
    """Return all that comes of reading: `repr` tells numbers apart that are equal, and the order of fields."""
    reading = read_bytes(data)
    troubles = [(each.code, each.path, each.where, each.at_key, each.worded()) for _, each in reading.docket]
    return repr(reading.value), troubles, reading.docket.counts, reading.readable, reading.source


def told_slowly(data: bytes) -> Any:
    """Return what comes of reading where each name is looked at."""
    with patch.object(read, "_as_written", lambda _: None):
        return told(data)


def taken(data: bytes) -> Any:
    """Return what the quick way takes for sound, whatever the text begins with; None where it takes nothing."""
    with patch.object(read, "_is_compact", lambda _: True):
        try:
            return read._as_written(data)
        except ValueError:
            return None


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Hold that each field of an object stands there once."""
    assert len(dict(pairs)) == len(pairs), pairs
    return dict(pairs)


def holds(data: bytes) -> None:
    """Hold that the quick way takes only what is sound, for the value that it is, and that nothing else changes."""
    if (value := taken(data)) is not None:
        json.loads(data, object_pairs_hook=once)
        assert repr(value) == repr(jiter.from_json(data, allow_inf_nan=False, catch_duplicate_keys=True))
    assert told(data) == told_slowly(data)
    with patch.object(read, "_is_compact", lambda _: True):
        assert told(data) == told_slowly(data)


@given(TEXTS, BLANKS)
@example('{"a":1,"a":1}', "")
@example(r'{"a":1,"\u0061":1}', "")
@example('{"":1,"":1}', "")
@example(r'{"a":0,"a":"\u0022\u0022"}', "")
def test_quick_way_changes_nothing(text: str, behind: str) -> None:
    """Value, faults and places are those of the reader that looks at each name, whatever is spelt how."""
    holds((text + behind).encode())


@given(TEXTS, st.integers(0, 60), st.binary(max_size=3), st.integers(0, 3))
def test_damage_changes_nothing(text: str, at: int, put: bytes, gone: int) -> None:
    """With any bytes put in or taken out, be it JSON then or no text at all."""
    data = text.encode()
    holds(data[:at] + put + data[at + gone :])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=20,
    ).map(lambda value: {"a": value})
)
def test_any_value_is_read_as_it_is(value: Any) -> None:
    """What Python writes without blanks is read as the very value, quickly or not."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    holds(data)
    assert repr(read_bytes(data).value) == repr(json.loads(data))


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_stay_what_they_are(number: str) -> None:
    """A partner's number is the same value of the same type, however it is spelt, alone or beside a field that is there twice."""
    for text in ('{"a":%s}', '{"a":[%s,{"b":%s}]}', '{"a":%s,"a":%s}'):
        holds((text % ((number,) * text.count("%s"))).encode())


def test_numbers_that_cannot_be_written() -> None:
    """A number longer than Python writes is told as too large, not as no JSON."""
    data = b'{"a":' + b"1" * 1000 + b"}"
    before = sys.get_int_max_str_digits()
    expected = read_bytes(data).value
    sys.set_int_max_str_digits(640)
    try:
        reading = read_bytes(data)
    finally:
        sys.set_int_max_str_digits(before)
    assert reading.value == expected
    assert reading.readable


@pytest.mark.parametrize("table", [BROKEN, EITHER, JSON, WHOLE], ids=["broken", "either", "json", "whole"])
def test_traps_change_nothing(table: list[Trap]) -> None:
    """In every place, behind marks and with every tail, each trap is read as it is where each name is looked at."""
    for trap in table:
        for around in (b'{"a":%s}', b'{"b":{"a":%s}}', *AROUND.values()):
            data = around % trap.data
            for made in (trap.data, data, MARK + data, data[:-1], *(data + tail.data for tail in TAILS)):
                holds(made)


@pytest.mark.parametrize("depth", [1, 63, 64, 65, 199, 200, 201, 1000, 100_000])
def test_depth_changes_nothing(depth: int) -> None:
    """Nested as deep as may be and deeper, lists and objects."""
    holds(b'{"a":' + b"[" * depth + b"]" * depth + b"}")
    holds(b'{"a":' * depth + b"1" + b"}" * depth)


def test_called_from_very_deep() -> None:
    """Where Python allows the writer no more calls, each name is looked at; the value is the same."""
    data = b'{"a":' + b"[" * 150 + b"]" * 150 + b"}"
    expected = told(data)

    def deeper(left: int) -> Any:
        return deeper(left - 1) if left else (taken(data), read_bytes(data))

    depth = 0
    while sys._getframe(depth).f_back:
        depth += 1
    value, reading = deeper(sys.getrecursionlimit() - depth - 90)
    if sys.version_info < (3, 12):  # C counts its own calls since
        assert value is None
    assert repr(reading.value) == expected[0]


@pytest.mark.parametrize("name", ["2 KB", "7 KB", "70 KB"])
def test_what_is_written_without_blanks_is_taken(name: str) -> None:
    """The quick way is taken: with a line break behind, and with letters of any script, but not where blanks are."""
    made = of_size(name)
    text = compact({**made, "name": 'ລາວ "é"\n'})
    for data in (text, text + b"\n", text + b" \r\n"):
        assert read._as_written(data) == json.loads(data)
    for data in (
        json.dumps(made).encode(),
        json.dumps(made, indent=2).encode(),
        text.replace("é".encode(), rb"\u00e9"),
    ):
        assert read._as_written(data) is None
