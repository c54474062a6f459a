"""The docket: of each code so many are kept as can be told, all are counted, and what matters most is told first."""

from collections import Counter

import pytest

from mouschema.reports import docket
from mouschema.reports.docket import Docket, gathered


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a report tell five findings."""
    monkeypatch.setattr(docket, "MOST_FINDINGS", 5)


def weight(code: str) -> int:
    """Return how much a code matters: `E1` more than `W1`, all of one letter alike."""
    return {"E": 3, "W": 2, "I": 1}[code[0]]


def filled(**numbers: int) -> Docket[str]:
    """Return a docket with so many things of each code."""
    return gathered((code, f"{code}-{at}") for code, number in numbers.items() for at in range(number))


def test_so_many_are_kept_and_all_counted() -> None:
    """The first five of a code are kept; the sixth is counted only."""
    many = filled(E1=7, W1=5)
    assert list(many) == [("E1", f"E1-{at}") for at in range(5)] + [("W1", f"W1-{at}") for at in range(5)]
    assert many.counts == {"E1": 7, "W1": 5}
    assert many
    assert not filled()


def test_joined_dockets_are_as_one() -> None:
    """What two dockets have together is kept in their order up to the bound, and counted whole; the other is left as it was."""
    first, other = filled(E1=3, W1=6), filled(E1=4, I1=2)
    assert first.join(other) is first
    assert [thing for code, thing in first if code == "E1"] == ["E1-0", "E1-1", "E1-2", "E1-0", "E1-1"]
    assert first.counts == {"E1": 7, "W1": 6, "I1": 2}
    assert [thing for code, thing in first if code == "I1"] == ["I1-0", "I1-1"]
    assert list(other) == list(filled(E1=4, I1=2))
    assert other.counts == {"E1": 4, "I1": 2}
    full = filled(E1=5)
    assert list(full.join(filled(E1=2))) == list(filled(E1=5))


def test_changed_things_keep_code_and_count() -> None:
    """What is changed is each thing that was kept, under its code."""
    changed = filled(E1=7, W1=1).each(lambda code, thing: (thing, code))
    assert list(changed)[::5] == [("E1", ("E1-0", "E1")), ("W1", ("W1-0", "W1"))]
    assert changed.counts == {"E1": 7, "W1": 1}


@pytest.mark.parametrize(
    ("numbers", "told", "more"),
    [
        ({}, [], {}),
        ({"I1": 2, "E1": 1}, ["E1-0", "I1-0", "I1-1"], {}),
        ({"I1": 2, "W1": 2, "E1": 1}, ["E1-0", "W1-0", "W1-1", "I1-0", "I1-1"], {}),
        ({"I1": 2, "E1": 9}, ["E1-0", "E1-1", "E1-2", "E1-3", "E1-4"], {"E1": 4, "I1": 2}),
        ({"I1": 1, "E2": 4, "E1": 4}, ["E2-0", "E1-0", "E2-1", "E1-1", "E2-2"], {"E2": 1, "E1": 2, "I1": 1}),
    ],
)
def test_what_matters_most_is_told_first(numbers: dict[str, int], told: list[str], more: dict[str, int]) -> None:
    """Heavier codes before lighter ones, of equal weight the first of each before the second of any, and no more than five."""
    chosen, rest = filled(**numbers).told(weight)
    assert (chosen, rest) == (told, Counter(more))
