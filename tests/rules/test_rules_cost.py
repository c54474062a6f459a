"""Rules on documents made to cost much: whatever multiplies with what, the time grows with the document."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mouschema import check
from mouschema.rules import references
from mouschema.rules._neighbours import Neighbours
from near import ceremony, organization, record, signature

Document = dict[str, Any]

MOST: float = 5e-6
"""Seconds a byte on a busy machine. `tests/cost/` measures what is promised; what each shape took before is at its name."""


def agreement(id: str, **fields: Any) -> Document:
    """Return an agreement as small as can be."""
    return {"id": id, "kind": "agreement", "title": {"en": "T"}, "status": "signed", **fields}


def numbered(letter: str, number: int) -> list[str]:
    """Return so many identifiers."""
    return [f"{letter}{each}" for each in range(number)]


SIGNED: Document = {"on_behalf_of": ["x"], "act": "signed", "date": "2010"}
ENGLISH: Document = {"language": "en", "authentic": True}
SPEECH: Document = {"speakers": ["x"], "summary": {"en": "S"}}

SHAPES: dict[str, Callable[[int], Document]] = {
    "REF01, 171 µs: no reference leads anywhere": lambda n: {
        "organizations": [{"id": id, "name": {"en": id}, "kind": "agency", "parent": f"x{id}"} for id in numbered("o", n)]
    },
    "PRV01, 640 µs: a passport and blanks": lambda n: {"title": {"en": f"passport{' ' * 20 * n}x"}},
    "REL02, 2,607 µs: relations and signatures": lambda n: {
        "agreements": [
            agreement("new", relations=[{"type": "amends", "target": "old"}] * n, signatures=[SIGNED] * n),
            agreement("old", signatures=[{**SIGNED, "date": "2020"}] * n),
        ]
    },
    "LNG02 and LNG03, 59 µs: agreements, one ceremony and its texts": lambda n: {
        "agreements": [agreement(id, languages=[ENGLISH]) for id in numbered("a", n)],
        "ceremonies": [{"id": "c", "agreements": numbered("a", n)}],
        "documents": [{"id": id, "kind": "news", "about": ["c"], "language": "fr", "legal_value": "authentic"} for id in numbered("d", n)],
    },
    "LNG03, 23 µs: ceremonies with a text each": lambda n: {
        "agreements": [agreement("a", languages=[ENGLISH] * n)],
        "ceremonies": [{"id": id, "agreements": ["a"]} for id in numbered("c", n)],
        "documents": [{"id": f"d{id}", "kind": "news", "about": [id], "language": "fr", "legal_value": "authentic"} for id in numbered("c", n)],
    },
    "DAT03, 37 µs: agreements, one ceremony and its sources": lambda n: {
        "agreements": [agreement(id) for id in numbered("a", n)],
        "ceremonies": [{"id": "c", "agreements": numbered("a", n), "date": "2010"}],
        "documents": [{"id": id, "kind": "news", "about": ["c"], "published": "2000"} for id in numbered("d", n)],
    },
    "DAT04, 104 µs: ends and signatures": lambda n: {
        "agreements": [agreement("a", lifecycle=[{"kind": "terminated", "date": "2000"}] * n, signatures=[SIGNED] * n)]
    },
    "DAT03, 1,333 µs: everything under one id": lambda n: {
        "agreements": [agreement("a", relations=[{"type": "amends", "target": "a"}]) for _ in range(n)],
        "ceremonies": [{"id": id, "agreements": ["a"], "date": "2010"} for id in numbered("c", n)],
        "documents": [{"id": id, "kind": "news", "about": ["a"], "published": "2000"} for id in numbered("d", n)],
    },
    "STM01, 17 µs: ceremonies of an agreement of many": lambda n: {
        "agreements": [agreement("a", parties=[{"organization": id} for id in numbered("o", n)])],
        "ceremonies": [{"id": id, "agreements": ["a"], "statements": [SPEECH]} for id in numbered("c", n)],
    },
    "STM01, 36 µs: an agreement named again and again": lambda n: {
        "agreements": [agreement("a", parties=[{"organization": id} for id in numbered("o", n)])],
        "ceremonies": [{"id": "c", "agreements": ["a"] * n, "statements": [SPEECH]}],
    },
    "ROL01, 12 µs: witnesses of one agreement": lambda n: {
        "agreements": [agreement("a", signatures=[{**SIGNED, "person": id} for id in numbered("p", n)])],
        "ceremonies": [{"id": id, "agreements": ["a"], "attendance": [{"person": "p0", "roles": ["witness"]}]} for id in numbered("c", n)],
    },
    "DUP01, 30 µs: marks that change places": lambda n: {
        "people": [{"id": "p", "name": {"en": "a" + "\u0315\u0334" * 10 * n}}]
    },
    "ID02, 4 µs: characters without width": lambda n: {"title": {"en": "\U0001e900" + "\u0e81\u200b\u0e82" * 7 * n}},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_document(shape: str) -> None:
    """What was written to multiply entries with entries costs no more a byte than any other document."""
    data = json.dumps(
        {"schema_version": "1.0", **SHAPES[shape](3200)}, separators=(",", ":"), ensure_ascii=False
    ).encode()
    started = time.process_time()
    report = check(data)
    assert time.process_time() - started < MOST * len(data) + 0.3  # the 1,000 findings of each code that may be told
    assert report.bundle


def test_hints_are_made_for_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 3,000 references that lead nowhere 1,000 are told; nobody looks for what the others may have meant."""
    asked: list[int] = []
    monkeypatch.setattr(references, "nearest", lambda _, known: asked.append(len(list(known))))
    dangling = [f"x{number}" for number in range(3000)]
    organizations = [{"id": id, "name": {"en": id}, "kind": "agency"} for id in numbered("o", 1000)]
    report = check({"schema_version": "1.0", "organizations": organizations, "documents": [{"id": "d", "kind": "news", "about": dangling}]})  # fmt: skip
    assert report.count()["REF01"] == 3000
    assert len(asked) <= 1000
    assert max(asked) <= 100


@given(st.integers(0, 4999), st.integers(0, 17), st.sampled_from("aZ0-x"))
def test_one_slip_is_found_among_thousands(number: int, place: int, letter: str) -> None:
    """With one character of an identifier replaced, what was meant is among those compared."""
    names = [f"{each:04}-ministry-{each * 7919 % 5000:04}" for each in range(5000)]
    meant = names[number]
    given = meant[:place] + letter + meant[place + 1 :]
    assert meant in set(_NEAR_5000.of(given))
    assert meant in set(_NEAR_5000.of(given.upper()))


_NEAR_5000 = Neighbours(f"{each:04}-ministry-{each * 7919 % 5000:04}" for each in range(5000))


def test_what_cannot_be_compared_breaks_nothing() -> None:
    """Of a speaker in more than fifty agreements at a ceremony of more than fifty others nothing is said."""
    for number, said in ((50, True), (51, False)):
        document = record(
            organization("guest", "Guest"),
            ceremony(agreements=numbered("b", number), statements=[{"speakers": ["guest"], "summary": {"en": "S"}}]),
            signature(ceremony=None),
        )
        del document["agreements"][0]["signatures"][0]["ceremony"]
        del document["agreements"][0]["supporters"]
        document["agreements"] += [agreement(id, parties=[{"organization": "guest"}, {"organization": "gov"}]) for id in numbered("a", number)]  # fmt: skip
        document["agreements"] += [agreement(id) for id in numbered("b", number)]
        assert ("STM01" in check(document).count()) is said
