"""Rules: each is silent on what comes close to breaking it, and tells the place and the hint when broken.

Broken records as they come are in `examples/bad/`, near misses in `near.py`, near hits in `broken.py`.
"""

import itertools
from typing import Any

import pytest
from broken import BROKEN
from hypothesis import given
from hypothesis import strategies as st
from near import NEAR, RECORD, mou, record, signature

from mouschema import check
from mouschema.codes import STRUCTURAL
from mouschema.rules import RULES
from mouschema.rules.relations import _circular


@pytest.mark.parametrize("code", RULES)
def test_near_miss_stays_silent(code: str) -> None:
    """An honest record that comes close to breaking the rule gives no finding of its code, nor an error."""
    assert NEAR[code]
    for edits in NEAR[code]:
        report = check(record(*edits))
        assert code not in report.count(), [str(finding) for finding in report.findings]
        assert report.ok, [str(finding) for finding in report.findings]


@pytest.mark.parametrize("code", BROKEN)
def test_near_hit_is_found(code: str) -> None:
    """A record that has just gone over the line gives one finding of the rule, at the place where it did."""
    for pointer, edits in BROKEN[code]:
        report = check(record(*edits))
        found = [finding.pointer for finding in report.findings if finding.code == code]
        assert found == [pointer], [str(finding) for finding in report.findings]


@pytest.mark.parametrize("code", RULES)
def test_rule_says_what_it_is(code: str) -> None:
    """A rule has a code of its own, a readable name and an explanation in a sentence."""
    about = RULES[code].code
    assert about.code == code
    assert code not in STRUCTURAL
    assert about.name == about.name.lower().replace(" ", "-")
    assert about.explanation.endswith((".", "?"))
    assert len(about.explanation) > 40


def test_nearest_id_of_the_right_kind_is_suggested() -> None:
    """The hint of a dangling reference names an id that the field may refer to."""
    (finding,) = check(record(signature(person="haed"))).errors
    assert finding.hint == 'Did you mean "head"?'
    assert finding.pointer == "/agreements/0/signatures/0/person"


def test_one_slip_is_one_finding() -> None:
    """A misspelt organisation is unresolved; it is not told again as signing for a stranger."""
    assert [finding.code for finding in check(record(signature(on_behalf_of=["iomm"]))).errors] == ["REF01"]


def test_rules_hold_for_an_agreement_alone() -> None:
    """What can be said of a part is said of it; its references cannot be followed and are left alone."""
    edits = signature(on_behalf_of=["stranger"]), mou(term={"effective": "2022", "end": "2021"})
    alone = record(*edits)["agreements"][0]
    assert {finding.code for finding in check(alone, kind="agreement").errors} == {"SIG01", "DAT01"}
    assert check(RECORD["agreements"][0], kind="agreement").ok


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

    def chain(last: str | None) -> dict[str, Any]:
        names = [f"o{number}" for number in range(5000)]
        parts = [
            {"id": one, "name": {"en": one}, "kind": "agency", "parent": other}
            for one, other in itertools.pairwise(names)
        ]
        return {"schema_version": "1.0", "organizations": [*parts, {"id": names[-1], "name": {"en": "top"}, "kind": "agency", **({"parent": last} if last else {})}]}  # fmt: skip

    assert check(chain(None)).ok
    assert check(chain("o0")).count()["ORG01"] == 5000
