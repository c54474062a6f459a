"""Rules: each is silent on what comes close to breaking it, and tells the place and the hint when broken.

Broken records as they come are in `examples/bad/`, near misses in `near.py`, near hits in `broken.py`.
"""

import datetime
import itertools
import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broken import BROKEN
from conftest import GOOD, READABLE, seed
from mouschema import Duration, check
from mouschema.model import Agreement
from mouschema.reports.codes import STRUCTURAL
from mouschema.rules import RULES, Index
from mouschema.rules.relations import _circular
from near import DATE, NEAR, RECORD, Document, Edit, another, ceremony, mou, note, record, signature, source

TESTS = Path(__file__).parents[1]


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


@pytest.mark.parametrize(
    ("weekday", "near"),
    [
        ("Friday", ("2022-07-01", "2022-06-24")),
        ("Wednesday", ("2022-06-29", "2022-07-06")),
        ("Sunday", ("2022-07-03", "2022-06-26")),
        ("Monday", ("2022-06-27", "2022-07-04")),
    ],
)
def test_nearest_days_of_a_weekday_are_suggested(weekday: str, near: tuple[str, ...]) -> None:
    """The last before the date and the first behind it, the nearer one first."""
    (finding,) = [each for each in check(record(note(DATE, as_printed=weekday))).findings if each.code == "DAT05"]
    assert finding.values
    assert finding.values["near"] == near


def found(code: str, *edits: Edit) -> list[str]:
    """Return the places of a rule's findings."""
    return [finding.pointer for finding in check(record(*edits)).findings if finding.code == code]


def test_every_agreement_in_a_circle_of_three_is_told() -> None:
    """A circle may be longer than two, and what only leads into it is not told."""
    circle = ["mou", "b", "c", "mou"]
    relations = {one: [{"type": "amends", "target": other}] for one, other in itertools.pairwise(circle)}
    edits = (
        mou(relations=relations["mou"]),
        another("b", relations=relations["b"]),
        another("c", relations=relations["c"]),
    )
    outside = another("d", relations=[{"type": "amends", "target": "c"}])
    assert found("REL01", *edits, outside) == [f"/agreements/{position}/relations/0/target" for position in range(3)]


def test_sources_of_several_agreements_are_told() -> None:
    """Each agreement whose sources are all too early has a finding, in the order of the documents."""
    signed = [{"on_behalf_of": ["gov"], "act": "signed", "date": "2022-06-30"}]
    sources = source(published="2022-05", about=["b"]), source(published="2022-04")
    told = found("DAT03", *sources, another("b", status="signed", signatures=signed))
    assert told == ["/documents/0/published", "/documents/1/published"]


def test_same_id_is_told_as_that_alone() -> None:
    """Two entries with one id are no two owners of a number or a name, wherever the text of the id is kept."""
    one, other = (
        {"id": bytes.decode(b"one"), "name": {"en": "One"}, "kind": "other", "external_ids": [{"scheme": "ror", "value": "1"}]}
        for _ in range(2)
    )  # fmt: skip
    assert one["id"] is not other["id"]
    report = check({"schema_version": "1.0", "organizations": [one, other]})
    assert report.count().keys() & {"REF02", "ID01", "DUP01"} == {"REF02"}


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


UNORDERED = {
    "about", "acting_through", "agreements", "attendance", "bodies", "ceremonies", "citations", "commitments",
    "contributions", "documents", "initiatives", "instruments", "languages", "lifecycle", "on_behalf_of", "parties",
    "relations", "signatures", "speakers", "statements", "supporters",
}  # fmt: skip


def shuffled(value: Any, rest: random.Random, field: str = "") -> Any:
    """Return a JSON value with the entries of lists that have no order in another one."""
    if isinstance(value, dict):
        return {name: shuffled(inner, rest, name) for name, inner in value.items()}
    if isinstance(value, list):
        entries = [shuffled(inner, rest) for inner in value]
        return rest.sample(entries, len(entries)) if field in UNORDERED else entries
    return value


def told(document: Document) -> Counter[tuple[str, str]]:
    """Return what is told, without its places."""
    return Counter((finding.code, finding.message) for finding in check(document).findings)


THREE_DAYS = [
    {"on_behalf_of": [party], "act": "signed", "person": "head", "date": date}
    for party, date in [("iom", "2022-06-30"), ("gov", "2023-06-30"), ("office", "2024-06-30")]
]
LISTED: list[Document] = [
    *(record(*edits) for edits in (each for several in NEAR.values() for each in several)),
    *(json.loads(path.read_bytes()) for path in GOOD),
    record(mou(signatures=THREE_DAYS, term={"duration": "P1Y", "end": "2024-07"})),
    record(mou(signatures=THREE_DAYS, term={"duration": "P1Y", "end": "2031"})),
    record(mou(signatures=THREE_DAYS, term={"end": "2021"}), source(published="2020"), source(published="2021-01")),
]


@pytest.mark.parametrize("number", range(3))
def test_order_of_lists_without_order_decides_nothing(number: int) -> None:
    """With the entries of every such list in another order the same is told, if not at the same place."""
    for document in LISTED:
        whole = {
            name: value for name, value in document.items() if name != "annotations"
        }  # their targets count entries
        assert told(shuffled(whole, random.Random(number))) == told(whole)


TELLING = """
import pathlib, sys, mouschema
from broken import BROKEN
from near import NEAR, record
edited = [edits for several in NEAR.values() for edits in several] + [edits for several in BROKEN.values() for _, edits in several]
for document in [*map(pathlib.Path, sys.argv[1:]), *(record(*edits) for edits in edited)]:
    report = mouschema.check(document)
    print(mouschema.render_report(report, "json"))
    if report.bundle and isinstance(document, pathlib.Path):
        print(mouschema.render_bundle(report.bundle))
"""


def test_seed_of_hashes_decides_nothing() -> None:
    """Two processes whose sets have another order write the same reports and pages of all examples, near misses and hits."""
    paths = [str(path) for path in [*GOOD, *READABLE] if path.suffix == ".json"]
    said = [
        subprocess.run(
            [sys.executable, "-c", TELLING, *paths], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(TESTS), "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for hash_seed in ("1", "2")
    ]  # fmt: skip
    assert said[0] == said[1]
    edited = sum(map(len, NEAR.values())) + sum(map(len, BROKEN.values()))
    assert said[0].count(b'"findings"') >= len(paths) + edited


DURATIONS = ["P0D", "P9999Y", "P7978Y", "P7977Y", "P9999M", "P9999W", "P99999D", "P9999Y9999M99999D", "P7977Y6M5D"]
LAST = datetime.date.max.toordinal()
DATES = ["1000", "1000-01-01", "2022-06-30", "2024-02-29", "2999-12-31", "2999", "1000/2999", "../2022", "2022/.."]


@pytest.mark.parametrize("duration", DURATIONS)
def test_no_date_is_too_far_away(duration: str) -> None:
    """A duration that leads beyond the year 9999 is judged like any other, in every place that has dates."""
    for start in DATES:
        for end in DATES:
            for term in ({"effective": start, "end": end}, {"end": end}):
                report = check(record(mou(term={**term, "duration": duration}), ceremony(date=start)))
                assert "RUN02" not in report.count()


@given(
    st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 99999),
    st.dates() | st.sampled_from([datetime.date.min, datetime.date.max]),
)  # fmt: skip
def test_a_duration_leads_to_a_day_or_nowhere(years: int, months: int, days: int, day: datetime.date) -> None:
    """Adding gives a day that is not earlier, or None exactly where that lies after the year 9999."""
    then = Duration(f"P{years}Y{months}M{days}D").added_to(day)
    year, month = divmod(day.year * 12 + day.month - 1 + years * 12 + months, 12)
    late = year > 9999 or datetime.date(year, month + 1, 1).toordinal() + min(day.day, 28) - 1 + days > LAST
    if then is None:
        assert late or day.day > 28
    else:
        assert then >= day
        assert (then - datetime.timedelta(days)).replace(day=1) == datetime.date(year, month + 1, 1)


def test_a_duration_beyond_all_dates_is_told() -> None:
    """What lasts until after the year 9999 does not end in 2025, and a clerk is told so in words."""
    (finding,) = [each for each in check(record(mou(term={"effective": "2022", "duration": "P9999Y", "end": "2025"}))).findings if each.code == "DAT08"]  # fmt: skip
    assert finding.message == "P9999Y from 2022 ends after the year 9999, but the stated end is 2025"


def test_one_person_who_signs_for_many_is_one_finding() -> None:
    """It is told once, where the second party is signed for, with all of them in the order of their names."""
    signatures = [{"on_behalf_of": [id], "person": "head", "act": "signed"} for id in ("iom", "iom", "office", "gov")]
    (finding,) = [each for each in check(record(mou(signatures=signatures))).findings if each.code == "SIG03"]
    assert finding.pointer == "/agreements/0/signatures/2/on_behalf_of"
    assert finding.message == '"head" signs for gov, iom, office'


def test_index_lists_references_one_by_one() -> None:
    """A programme's rule finds every reference with its owner, its field and its position."""
    found = check(seed()).record
    index = Index(found)
    assert {len(each) for each in index.references} == {5}
    first = index.of(Agreement)[0].parties[0]
    (reference,) = [each for each in index.references if each.owner is first and each.field == "organization"]
    assert reference.id == first.organization
    assert reference.position is None
    assert reference.lists == ("organizations",)
    assert sum(len(link.ids) if isinstance(link.ids, tuple) else 1 for link in index.links) == len(index.references)
