"""The rules that a schema cannot say, in files by subject.

A rule is a generator over an `Index` of the records. It yields a `Hit` wherever it is certainly broken.
"""

from typing import Any, Final, cast

from mouschema._safe import shown
from mouschema._types import Json, Path
from mouschema.model import Extensions
from mouschema.model.index import Index, paths
from mouschema.reading.bounds import bounds
from mouschema.reports.catalogue import Say, say
from mouschema.reports.codes import FAULT
from mouschema.reports.docket import Docket
from mouschema.reports.report import Trouble
from mouschema.reports.ruleset import Severity
from mouschema.rules._ours import RULES
from mouschema.rules._profile import Profile
from mouschema.rules._rule import Hit, Rule, needs, rule

__all__ = ["ERRORS", "RULES", "STANDARD", "Hit", "Index", "Profile", "Rule", "judge_by_rules", "needs", "paths", "rule"]

STANDARD: Final = Profile(name="standard", rules=tuple(RULES.values()))
"""Holds every rule of ours, at the severity that real records have shown to be right."""

ERRORS: Final = Profile(
    name="errors", rules=tuple(each for each in RULES.values() if each.code.severity is Severity.ERROR)
)
"""Holds only what no honest record can break; this is what loading asks for."""

# Free JSON never stands deeper than this. Only what may be out of bounds here is looked at from its true place.
_DEEP: Final[Path] = ("",) * 8


def judge_by_rules(root: Any, profile: Profile = STANDARD) -> Docket[Trouble]:
    """Return everything that the rules have against the records of one document.

    Args:
        root: The record that the document is, usually a bundle.
        profile: The rules to hold.
    """
    index = Index(root)
    hits: Docket[Hit] = Docket()
    for each in profile.chosen.values():
        _hold(each, index, hits)
    doubtful = [each for each in index.free_json if next(bounds(_written(each[2]), _DEEP), None)]
    if not hits and not doubtful:
        return Docket()
    where = paths(root, {id(hit.record) for _, hit in hits} | {id(record) for record, *_ in doubtful})
    docket = hits.each(lambda code, hit: Trouble(code, where.get(id(hit.record), ()) + hit.path, hit.said))
    for record, field, value in doubtful:
        for trouble in bounds(_written(value), (*where[id(record)], field)):
            docket.add(trouble.code, trouble)
    return docket


def _hold(rule: Rule, index: Index, hits: Docket[Hit]) -> None:
    """Note what a rule finds under its code; a rule that fails is a finding too, and keeps no other from its own."""
    try:
        for hit in rule.check(index):
            hits.add(rule.code.code, _whole(hit))
    except Exception as error:
        import logging

        logging.getLogger(__name__).exception("the rule %s failed", rule.code.code)
        hits.add(FAULT, Hit(index.root, (), say("rule", rule=rule.code.code, why=type(error).__name__)))


def _whole(hit: Any) -> Hit:
    """Return what a rule yields if it is a hit, whoever wrote the rule."""
    _, path, message, hint = cast("Any", hit) if isinstance(hit, Hit) else (None, None, None, None)
    if not (
        isinstance(path, tuple) and isinstance(hint, str) and (isinstance(message, str | Say) or callable(message))
    ):
        raise TypeError(f"a rule yields hits, not {shown(hit)}")
    return hit


def _written(value: Any) -> Json:
    return value.written if isinstance(value, Extensions) else value
