"""The rules that a schema cannot say, in files by subject.

A rule is a generator over an `Index` of the records. It yields a `Hit` wherever it is certainly broken.
"""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final

from mouschema._types import Json, Path
from mouschema.catalogue import say
from mouschema.codes import FAULT
from mouschema.model import Extensions
from mouschema.read import bounds
from mouschema.report import MOST_FINDINGS, Trouble
from mouschema.rules import agreements, dates, identity, money, references, relations, signing, sources, version, words
from mouschema.rules._index import Index, paths
from mouschema.rules._profile import Profile
from mouschema.rules._rule import Hit, Rule, needs, rule
from mouschema.ruleset import Severity

__all__ = ["ERRORS", "RULES", "STANDARD", "Hit", "Index", "Profile", "Rule", "judge_by_rules", "needs", "paths", "rule"]

_SUBJECTS = (references, relations, dates, signing, agreements, money, sources, identity, words, version)
_EACH = [each for subject in _SUBJECTS for each in vars(subject).values() if isinstance(each, Rule)]

RULES: Final = {each.code.code: each for each in sorted(_EACH, key=lambda each: each.code.code)}
"""Our own rules, by code."""

STANDARD: Final = Profile(name="standard", rules=tuple(RULES.values()))
"""Holds every rule of ours, at the severity that real records have shown to be right."""

ERRORS: Final = Profile(name="errors", rules=tuple(each for each in _EACH if each.code.severity is Severity.ERROR))
"""Holds only what no honest record can break; this is what loading asks for."""

# Free JSON never stands deeper than this. Only what may be out of bounds here is looked at from its true place.
_DEEP: Final[Path] = ("",) * 8


def judge_by_rules(root: Any, profile: Profile = STANDARD) -> list[Trouble]:
    """Return everything that the rules have against the records of one document.

    Args:
        root: The record that the document is, usually a bundle.
        profile: The rules to hold.
    """
    index = Index(root)
    hits = [found for each in profile.chosen.values() for found in _hits(each, index)]
    doubtful = [each for each in index.free_json if next(bounds(_written(each[2]), _DEEP), None)]
    if not hits and not doubtful:
        return []
    where = paths(root)
    unbounded = (bounds(_written(value), (*where[id(record)], field)) for record, field, value in doubtful)
    return [
        *(Trouble(code, where.get(id(hit.record), ()) + hit.path, hit.said) for code, hit in hits),
        *islice(chain.from_iterable(unbounded), MOST_FINDINGS),
    ]


def _hits(rule: Rule, index: Index) -> Iterator[tuple[str, Hit]]:
    """Yield what a rule finds under its code; a rule that fails is a finding too, and keeps no other from its own."""
    try:
        for hit in rule.check(index):
            yield rule.code.code, hit
    except Exception as error:
        import logging

        logging.getLogger(__name__).exception("the rule %s failed", rule.code.code)
        yield FAULT, Hit(index.root, (), say("rule", rule=rule.code.code, why=type(error).__name__))


def _written(value: Any) -> Json:
    return value.to_json() if isinstance(value, Extensions) else value
