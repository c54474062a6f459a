"""Shapes in which two or three kinds of entry meet: every pair of axes along which one agreement and one ceremony grow.

A rule that looks at each entry of one axis for each of another takes time by the square.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, count
from typing import Any, Final

from cost.shapes._shape import Json, add, agreement, ceremony, organization, person, source, written

_DAY: Final = "2020-01-02"
_NUMBERS: Final = count()


class _Record:
    """A bundle with one agreement and one ceremony for it, to which axes add."""

    def __init__(self) -> None:
        self.agreement: Json = agreement("a", parties=[], signatures=[], relations=[], languages=[], lifecycle=[])
        self.ceremony: Json = ceremony("c", "a", date=_DAY, attendance=[], statements=[])
        self.lists: dict[str, list[Json]] = {
            "organizations": [organization("o"), organization("q")],
            "people": [person("p")],
            "agreements": [self.agreement, agreement("b", signatures=[_signed("q", date="2022")])],
            "ceremonies": [self.ceremony],
            "documents": [],
            "annotations": [],
        }

    def new(self, list: str, entry: Json) -> str:
        """Add an entry, and return its identifier."""
        self.lists[list].append(entry)
        return entry["id"]


Axis = Callable[[_Record, int], Any]


def _signed(organization: str, **more: Any) -> Json:
    return {"on_behalf_of": [organization], "act": "signed", **more}


def _agreements(record: _Record, n: int) -> None:
    for i in range(n):
        other = agreement(f"a{i}", languages=[{"language": "lo", "authentic": True}])
        record.ceremony["agreements"].append(record.new("agreements", other))


def _ceremonies(record: _Record, n: int) -> None:
    for i in range(n):
        record.new("ceremonies", ceremony(f"c{i}", "a", date=_DAY))


def _witnessed(record: _Record, n: int) -> None:
    for i in range(n):
        seen, heard = {"person": "p", "roles": ["witness"]}, {"speakers": ["p"], "summary": {"en": "A"}}
        record.new("ceremonies", ceremony(f"w{i}", "a", attendance=[seen], statements=[heard]))


def _texts(record: _Record, n: int) -> None:
    for i in range(n):
        record.new("documents", source(f"t{i}", "c", language="en", legal_value="authentic"))


def _languages(record: _Record, n: int) -> None:
    record.agreement["languages"] += ({"language": f"lo-{i:05}", "authentic": True} for i in range(n))


def _news(record: _Record, n: int) -> None:
    for i in range(n):
        record.new("documents", source(f"n{i}", "a", published="2019"))


def _dated(record: _Record, n: int) -> None:
    record.agreement["signatures"] += (_signed("o", date="2020") for _ in range(n))


def _at_the_ceremony(record: _Record, n: int) -> None:
    record.agreement["signatures"] += (_signed("o", ceremony="c", person="p") for _ in range(n))


def _by_one_for_many(record: _Record, n: int) -> None:
    for i in range(n):
        record.new("organizations", organization(f"m{i}"))
        record.agreement["signatures"].append(_signed(f"m{i}", person="p"))


def _for_many_at_once(record: _Record, n: int) -> None:
    strangers = [record.new("organizations", organization(f"s{i}")) for i in range(n)]
    record.agreement["signatures"].append({"on_behalf_of": [*strangers, "o"], "act": "signed", "person": "p"})


def _parties(record: _Record, n: int) -> None:
    for i in range(n):
        record.agreement["parties"].append({"organization": record.new("organizations", organization(f"y{i}"))})


def _offices(record: _Record, n: int) -> None:
    offices = [record.new("organizations", organization(f"f{i}")) for i in range(n)]
    record.agreement["parties"].append({"organization": "o", "acting_through": offices})


def _ended(record: _Record, n: int) -> None:
    record.agreement["lifecycle"] += ({"kind": "terminated", "date": "2019"} for _ in range(n))


def _relations(record: _Record, n: int) -> None:
    record.agreement["relations"] += ({"type": "renews", "target": "b"} for _ in range(n))


def _newer(record: _Record, n: int) -> None:
    for i in range(n):
        record.new("agreements", agreement(f"r{i}", relations=[{"type": "extends", "target": "a"}]))


def _attendance(record: _Record, n: int) -> None:
    record.ceremony["attendance"] += ({"person": "p", "organization": "o", "count": 0} for _ in range(n))


def _statements(record: _Record, n: int) -> None:
    record.ceremony["statements"] += ({"speakers": ["o"], "summary": {"en": "A"}} for _ in range(n))


def _speakers(record: _Record, n: int) -> None:
    speakers = [record.new("people", person(f"k{i}")) for i in range(n)]
    record.ceremony["statements"].append({"speakers": speakers, "summary": {"en": "A"}})


def _contributions(record: _Record, n: int) -> None:
    given = ({"kind": "money", "contributor": "o", "recipient": "q"} for _ in range(n))
    record.agreement.setdefault("contributions", []).extend(given)


def _commitments(record: _Record, n: int) -> None:
    made = ({"id": f"u{i}", "obligors": ["o"], "beneficiaries": ["q"], "action": {"en": "A"}} for i in range(n))
    record.agreement.setdefault("commitments", []).extend(made)


def _notes(record: _Record, n: int) -> None:
    record.lists["annotations"] += ({"target": "/agreements/0/title", "basis": "stated"} for _ in range(n))


AXES: Final[dict[str, Axis]] = {
    "agreements": _agreements,
    "ceremonies": _ceremonies,
    "witnessed": _witnessed,
    "texts": _texts,
    "languages": _languages,
    "news": _news,
    "dated": _dated,
    "at_the_ceremony": _at_the_ceremony,
    "by_one_for_many": _by_one_for_many,
    "for_many_at_once": _for_many_at_once,
    "parties": _parties,
    "offices": _offices,
    "ended": _ended,
    "relations": _relations,
    "newer": _newer,
    "attendance": _attendance,
    "statements": _statements,
    "speakers": _speakers,
    "contributions": _contributions,
    "commitments": _commitments,
    "notes": _notes,
}


def _crossed(axes: tuple[str, ...]) -> Callable[[int], bytes]:
    def make(n: int) -> bytes:
        record = _Record()
        for name in axes:
            AXES[name](record, n)
        filled = {name: {key: value for key, value in entry.items() if value != []} for name, entry in _two(record)}
        record.agreement, record.ceremony = filled["agreement"], filled["ceremony"]
        record.lists["agreements"][0], record.lists["ceremonies"][0] = record.agreement, record.ceremony
        return written({"schema_version": "1.0", **{name: each for name, each in record.lists.items() if each}})

    return make


def _two(record: _Record) -> Iterator[tuple[str, Json]]:
    yield "agreement", record.agreement
    yield "ceremony", record.ceremony


KNOWN: Final = (
    ("agreements", "texts"),
    ("agreements", "at_the_ceremony"),
    ("ceremonies", "texts"),
    ("ceremonies", "relations"),
    ("witnessed", "dated"),
    ("witnessed", "parties"),
    ("texts", "languages"),
    ("news", "dated"),
    ("dated", "ended"),
    ("by_one_for_many", "parties"),
    ("for_many_at_once", "offices"),
    ("parties", "speakers"),
)
"""The pairs that rules of ours look at together; the others are left to the long form."""

for _pair in combinations(AXES, 2):
    add(f"crossed.{'-'.join(_pair)}", f"Many {_pair[0]} by many {_pair[1]}.", _crossed(_pair), long=_pair not in KNOWN)
for _three in (
    ("agreements", "texts", "languages"),
    ("agreements", "ceremonies", "texts"),
    ("relations", "dated", "newer"),
    ("at_the_ceremony", "agreements", "relations"),
    ("parties", "for_many_at_once", "by_one_for_many"),
    ("ceremonies", "news", "dated"),
):
    add(f"crossed.{'-'.join(_three)}", f"Many of each: {', '.join(_three)}.", _crossed(_three))
add("crossed.everything", "Many of every kind.", _crossed(tuple(AXES)))
