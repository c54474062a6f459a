"""Made-up bundles, valid and much like real ones: of about 2, 7 and 70 KB, or of any number of agreements."""

import datetime
import json
from random import Random
from typing import Any

from benchmarks import entries, memoranda
from benchmarks.entries import Record

__all__ = ["SIZES", "bundle", "compact", "of_size", "with_own_data"]

SIZES = {"2 KB": (2_000, 1, False), "7 KB": (7_000, 1, True), "70 KB": (70_000, 11, True)}
"""By name: the bytes of compact JSON within a tenth, how many agreements, and whether they are told in full."""


def of_size(name: str, seed: int = 0) -> Record:
    """Return a bundle of one of the `SIZES`."""
    size, agreements, in_full = SIZES[name]
    made = bundle(agreements, seed=seed, in_full=in_full)
    assert abs(len(compact(made)) - size) <= size / 10, f"{name}: {len(compact(made)):,} bytes"
    return made


def bundle(agreements: int, *, seed: int = 0, in_full: bool = True) -> Record:
    """Return a bundle of so many agreements and all that belongs to them, as plain JSON.

    Args:
        agreements: How many.
        seed: The same seed gives the same bundle.
        in_full: Whether each is told in full, in about 6.5 KB, or in 2 KB.
    """
    random = Random(seed)
    lists: dict[str, dict[str, Record]] = {}
    for number in range(agreements):
        for field, made in _case(random, number, in_full=in_full).items():
            listed = lists.setdefault(field, {})
            for entry in made:
                listed.setdefault(entry.get("id") or entry["target"], entry)
    head = {"schema_version": "1.0", "id": f"made-up-{seed}", "license": "CC0-1.0", "as_of": "2045-01-01"}
    return {**head, **{field: list(listed.values()) for field, listed in lists.items()}}


def with_own_data(document: Record) -> Record:
    """Return the bundle with a partner's own data in it, of which the schema does not say what it is."""
    return {
        **document,
        "extensions": {"partner.example:file_number": "2022/117", "partner.example:checked": [1, 2.5, True]},
    }


def compact(value: Any) -> bytes:
    """Return JSON without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _case(random: Random, number: int, *, in_full: bool) -> dict[str, list[Record]]:
    """Return what one agreement adds to each list; an entry that a list holds already is not added again."""
    country, partner = entries.COUNTRIES[number % len(entries.COUNTRIES)], random.choice(entries.PARTNERS)
    day = datetime.date(2012, 1, 3) + datetime.timedelta(days=number % 10_000)
    organizations = entries.organizations(country, partner, number, in_full=in_full)
    people = [
        entries.person(random, 2 * number, organizations[2]),
        entries.person(random, 2 * number + 1, organizations[-1]),
    ]
    agreement = memoranda.agreement(number, organizations, people)
    ceremony = memoranda.ceremony(number, country, day)
    case = {"organizations": organizations, "people": people, "agreements": [agreement], "ceremonies": [ceremony]}
    if not in_full:
        return {**case, "documents": [entries.press_release(number, day, organizations[3])]}
    agreement |= memoranda.terms(random, number, day, organizations)
    ceremony |= memoranda.audience(organizations, people)
    return {
        **case,
        "agreements": [entries.FRAMEWORK, agreement],
        "instruments": [entries.CONVENTION],
        "documents": [entries.press_release(number, day, organizations[3]), entries.signed_text(number, country)],
        "annotations": entries.annotations(number, day),
    }
