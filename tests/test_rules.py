"""Rules: each is silent on what comes close to breaking it, and tells the place and the hint when broken.

The broken records themselves are in `examples/bad/`; here are the near misses.
"""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mouschema import check
from mouschema.codes import STRUCTURAL
from mouschema.rules import RULES
from mouschema.rules.relations import _circular

Document = dict[str, Any]


def document(**lists: Any) -> Document:
    """Return a coherent record of one memorandum, with some lists replaced."""
    return {
        "schema_version": "1.0",
        "organizations": [
            {"id": "gov", "name": {"en": "Government"}, "kind": "government"},
            {"id": "office", "name": {"en": "Office"}, "kind": "agency", "parent": "gov"},
            {"id": "iom", "name": {"en": "International Organization for Migration"}, "kind": "intergovernmental"},
        ],
        "people": [{"id": "head", "name": {"en": "Somchai Example"}}],
        "agreements": [agreement("mou")],
        "ceremonies": [{"id": "signing", "agreements": ["mou"], "date": "2022-06-30"}],
        **lists,
    }


def agreement(id: str, **fields: Any) -> Document:
    """Return a signed memorandum of the Government and IOM, with some fields replaced."""
    signature = {"person": "head", "on_behalf_of": ["gov"], "act": "signed", "ceremony": "signing"}
    return {
        "id": id,
        "kind": "memorandum_of_understanding",
        "title": {"en": f"Memorandum {id}"},
        "status": "signed",
        "parties": [{"organization": "gov", "acting_through": ["office"]}, {"organization": "iom"}],
        "signatures": [signature, {"on_behalf_of": ["iom"], "act": "signed"}],
        **fields,
    }


def signed(**fields: Any) -> list[Document]:
    """Return one signature with some fields replaced."""
    return [{"on_behalf_of": ["gov"], "act": "signed", **fields}]


NEAR_MISSES: dict[str, Callable[[], list[Document]]] = {
    "REF01": lambda: [document(), document(documents=[{"id": "d", "kind": "news", "about": ["mou", "signing", "gov"]}])],
    "REF02": lambda: [document(people=[{"id": "HEAD", "name": {"en": "A"}}, {"id": "head", "name": {"en": "B"}}]), document(id="mou")],
    "REF03": lambda: [
        document(ceremonies=[{"id": "signing", "agreements": ["mou"], "statements": [{"speakers": ["head", "iom"], "summary": {"en": "A"}}]}])
    ],
    "ORG01": lambda: [
        document(
            organizations=[
                *document()["organizations"],
                {"id": "desk", "name": {"en": "Desk"}, "kind": "agency", "parent": "office"},
                {"id": "unit", "name": {"en": "Unit"}, "kind": "agency", "parent": "office"},
            ]
        )
    ],
    "REL01": lambda: [
        document(agreements=[agreement("mou", relations=[{"type": "related", "target": "b"}]), agreement("b", signatures=[], relations=[{"type": "related", "target": "mou"}])]),
        document(agreements=[agreement("mou", relations=[{"type": "extends", "target": "b"}, {"type": "extends", "target": "c"}]),
                             agreement("b", signatures=[], relations=[{"type": "extends", "target": "c"}]), agreement("c", signatures=[])]),
        document(agreements=[agreement("mou", relations=[{"type": "implements", "target": "b"}]), agreement("b", signatures=[], relations=[{"type": "leads_to", "target": "mou"}])]),
    ],
    "DAT01": lambda: [
        document(agreements=[agreement("mou", term={"effective": effective, "end": end})])
        for effective, end in [("2022-06-30", "2022-06-30"), ("2022-06", "2022"), ("2022", "2022-01-01"), ("2022-06-30?", "2021"), ("2022/..", "2022")]
    ]
    + [document(agreements=[agreement("mou", contributions=[{"kind": "money", "period": "2021/2021"}])])],
    "SIG01": lambda: [
        document(agreements=[agreement("mou", signatures=signed(on_behalf_of=["office", "gov"]))]),
        document(agreements=[agreement("mou", signatures=signed(on_behalf_of=["iom"]), parties=[{"organization": "gov"}], supporters=[{"organization": "iom", "roles": ["witness"]}])]),
        document(agreements=[agreement("mou", signatures=signed(on_behalf_of=["iom"], act="acceded"), parties=[], parties_complete=False)]),
    ],
    "CER01": lambda: [document(agreements=[agreement("mou"), agreement("b")], ceremonies=[{"id": "signing", "agreements": ["b", "mou"]}])],
    "SRC01": lambda: [
        document(annotations=[{"target": target, "basis": "stated"}])
        for target in ["/ceremonies/0/date", "/agreements/0/title/en", "/agreements/0/parties/1", "/ceremonies/0/status", "/schema_version"]
    ]
    + [document(extensions={"a.b:c/d~e": [{"x": 1}]}, annotations=[{"target": "/extensions/a.b:c~1d~0e/0/x", "basis": "stated"}]) for _ in "1" if False],
    "VER02": lambda: [document(schema_version="1.0")],
}  # fmt: skip


@pytest.mark.parametrize("code", RULES)
def test_near_miss_stays_silent(code: str) -> None:
    """An honest record that comes close to breaking the rule gives no finding of its code, nor an error."""
    near = NEAR_MISSES[code]()
    assert near
    for each in near:
        report = check(each)
        assert code not in report.count(), [str(finding) for finding in report.findings]
        assert report.ok, [str(finding) for finding in report.findings]


@pytest.mark.parametrize("code", RULES)
def test_rule_says_what_it_is(code: str) -> None:
    """A rule has a code of its own, a readable name and an explanation in a sentence."""
    about = RULES[code].code
    assert about.code == code
    assert code not in STRUCTURAL
    assert about.name == about.name.lower().replace(" ", "-")
    assert about.explanation.endswith(".")
    assert len(about.explanation) > 40


def test_nearest_id_of_the_right_kind_is_suggested() -> None:
    """The hint of a dangling reference names an id that the field may refer to."""
    broken = document(
        agreements=[agreement("mou", signatures=signed(person="haed"))], people=[{"id": "head", "name": {"en": "A"}}]
    )
    (finding,) = check(broken).errors
    assert finding.hint == 'Did you mean "head"?'
    assert finding.pointer == "/agreements/0/signatures/0/person"


def test_one_slip_is_one_finding() -> None:
    """A misspelt organisation is unresolved; it is not told again as signing for a stranger."""
    broken = document(agreements=[agreement("mou", signatures=signed(on_behalf_of=["iomm"]))])
    assert check(broken).count() == {"REF01": 1}


def test_rules_hold_for_an_agreement_alone() -> None:
    """What can be said of a part is said of it; its references cannot be followed and are left alone."""
    alone = agreement("mou", signatures=signed(on_behalf_of=["stranger"]), term={"effective": "2022", "end": "2021"})
    assert set(check(alone, kind="agreement").count()) == {"SIG01", "DAT01"}
    assert check(agreement("mou"), kind="agreement").ok


@given(st.dictionaries(st.integers(0, 6), st.sets(st.integers(0, 6), max_size=3), max_size=7))
def test_circles_are_found_and_nothing_else_with_them(targets: dict[int, set[int]]) -> None:
    """A node that can be reached from itself is found; one from which no circle is reached, or that no circle reaches, is not."""
    reach = {node: _reached(targets, node) for node in range(7)}
    found = _circular({str(node): [str(end) for end in ends] for node, ends in targets.items()})
    circular = {str(node) for node in range(7) if node in reach[node]}
    between = {
        str(node)
        for node in range(7)
        if any(other in reach[node] and other in reach[other] for other in range(7)) and any(node in reach[other] and other in reach[other] for other in range(7))
    }  # fmt: skip
    assert circular <= found <= circular | between


def _reached(targets: dict[int, set[int]], start: int) -> set[int]:
    found: set[int] = set()
    waiting = list(targets.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += targets.get(node, ())
    return found


def test_long_chains_are_no_trouble() -> None:
    """Thousands of organisations inside each other are followed without recursion, circular or not."""

    def chain(last: str | None) -> Document:
        names = [f"o{number}" for number in range(5000)]
        parts = [
            {"id": one, "name": {"en": one}, "kind": "agency", "parent": other}
            for one, other in itertools.pairwise(names)
        ]
        return {"schema_version": "1.0", "organizations": [*parts, {"id": names[-1], "name": {"en": "top"}, "kind": "agency", **({"parent": last} if last else {})}]}  # fmt: skip

    assert check(chain(None)).ok
    assert check(chain("o0")).count()["ORG01"] == 1000
