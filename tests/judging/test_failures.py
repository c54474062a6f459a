"""Why the schema refuses a value: what a partner may write freely is refused for nothing but what no document may hold."""

from typing import Any

import pytest

from mouschema import schemas
from mouschema.judging.failures import Failure, failures
from mouschema.reports.report import Trouble

LONGEST = {name: each["maxLength"] for name, each in schemas.schema()["$defs"].items() if "maxLength" in each}


@pytest.mark.parametrize("value", ["x", 5, 0.5, True, [], {}, [None, {"a": [1]}]], ids=repr)
def test_free_json_is_of_any_type(value: Any) -> None:
    """Every type that the schema lists is allowed, not the first of the list alone."""
    assert list(failures("FreeJson", value)) == []


def test_free_json_is_not_null() -> None:
    """Of a null alone it is said that it is of no type that may stand there."""
    (found,) = failures("FreeJson", None)
    assert isinstance(found, Failure)
    assert (found.path, found.keyword, found.name) == ((), "type", "FreeJson")


def test_numbers_in_lists_are_held_against_the_bound() -> None:
    """The largest whole number is allowed and the next is not, in a list of millions as anywhere else."""
    largest = 2**53 - 1
    assert list(failures("FreeJson", [largest, -largest])) == []
    found = list(failures("FreeJson", [largest, largest + 1, -largest - 1, True]))
    assert [each.path for each in found if isinstance(each, Trouble)] == [(1,), (2,)] == [each.path for each in found]


def test_bounds_are_told_instead_of_failures() -> None:
    """What no document may hold is told as that alone, at the outermost place, be it too deep, too large or broken."""
    deep: Any = "x"
    for _ in range(70):
        deep = [deep]
    for name, value, code, path in [
        ("FreeJson", deep, "JSN07", (0,) * 64),
        ("FreeJson", 2**53, "JSN06", ()),
        ("Count", 2**53, "JSN06", ()),
        ("Text", {"en": "\ud800"}, "JSN09", ("en",)),
    ]:
        (found,) = failures(name, value)
        assert isinstance(found, Trouble)
        assert (found.code, found.path) == (code, path)


@pytest.mark.parametrize(
    ("count", "keyword"),
    [(0, None), (18, None), (2**53 - 1, None), (-1, "minimum"), (1e20, "maximum"), (0.5, "type"), ("18", "type")],
)
def test_a_count_has_two_ends(count: Any, keyword: str | None) -> None:
    """Both ends are allowed; beyond them, and of no whole number, the one keyword is told that refuses it."""
    found = [each.keyword for each in failures("Count", count) if isinstance(each, Failure)]
    assert found == ([keyword] if keyword else [])


@pytest.mark.parametrize("name", LONGEST)
def test_a_text_as_long_as_may_be_is_not_too_long(name: str) -> None:
    """It is refused for its form at most, and one letter more for its length."""
    allowed, beyond = (list(failures(name, "a" * length)) for length in (LONGEST[name], LONGEST[name] + 1))
    assert [each.keyword for each in allowed if isinstance(each, Failure)] in ([], ["pattern"])
    assert [each.keyword for each in beyond if isinstance(each, Failure)] == ["maxLength"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Line", "a"),
        ("Line", "a" * 1000),
        ("Text", {"en": "a"}),
        ("Supporter", {"organization": "a", "roles": ["other"]}),
    ],
)
def test_the_least_and_the_most_are_allowed(name: str, value: Any) -> None:
    """One letter, one wording and one entry are enough, and as many letters as there may be are not too many."""
    assert list(failures(name, value)) == []
