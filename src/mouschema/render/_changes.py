"""Which rules are not held as we hold them, in words, so that nobody takes a clean report for more than it is."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import attrs

from mouschema._safe import choices, shortened, visible
from mouschema.reports.ruleset import Change, Severity

__all__ = ["RuleChange", "changed", "concealed", "in_full"]

_MOST: Final = 8
"""How many groups of changes are told; there are more only where many profiles meet in one run."""
_LONGEST: Final = 200
"""How many characters of a name are told."""


@attrs.frozen(kw_only=True)
class RuleChange:
    """A rule that was not held as mouschema holds it, and who wanted it so."""

    code: str
    """The code of the rule. Example: `REF01`"""
    name: str
    """The readable name of the code. Example: `unresolved-reference`"""
    what: str
    """What became of the rule: `off`, `lowered`, `raised` or `added`. Example: `off`"""
    usual: Severity | None = None
    """How much it matters to mouschema; absent for a rule of a programme's own."""
    here: Severity | None = None
    """How much it matters here; absent when it is off."""
    by: str
    """Who wanted it so: a file, an option or a profile. Example: `pyproject.toml`"""


def changed(changes: Iterable[Change]) -> list[str]:
    """Return a line for each way in which rules are changed and each hand that did it; empty when all is as usual.

    Example: `Rules off (pyproject.toml): REF01 unresolved-reference, REF03 wrong-list`
    """
    groups = _groups(changes)
    lines = [
        f"Rules {_what(group[0])} ({_name(group[0].by)}): {_listed(f'{each.code} {each.name}' for each in group)}"
        for group in groups[:_MOST]
    ]
    more = sum(len(group) for group in groups[_MOST:])
    return [*lines, f"and {more:,} more rules"] if more else lines


def concealed(changes: Iterable[Change]) -> str:
    """Return a sentence for each group of rules whose errors do not count here; empty when all errors do.

    Example: `Errors of REF01 are not counted: it is off (pyproject.toml).`
    """
    return " ".join(islice(_sentences(change for change in changes if change.hides_errors), _MOST))


def in_full(change: Change) -> RuleChange:
    """Return a change as programs are told of it."""
    return RuleChange(
        code=change.code, name=change.name, what=change.what, usual=change.usual, here=change.here, by=change.by
    )


def _sentences(changes: Iterable[Change]) -> Iterator[str]:
    for group in _groups(changes):
        first = group[0]
        counted = f"counted as {first.here}" if first.here else "not counted"
        they = "it is" if len(group) == 1 else "they are"
        codes = _listed(each.code for each in group)
        yield f"Errors of {codes} are {counted}: {they} {first.what} ({_name(first.by)})."


def _groups(changes: Iterable[Change]) -> list[list[Change]]:
    """Put together what was changed in the same way by the same hand."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((_what(change), change.by), []).append(change)
    return list(groups.values())


def _what(change: Change) -> str:
    """Return what became of a rule: `off`, `lowered to info`, `added as warning`."""
    joint = "as" if change.usual is None else "to"
    return f"{change.what} {joint} {change.here}" if change.here else change.what


def _listed(names: Iterable[str]) -> str:
    return choices(_name(name) for name in names)


def _name(given: str) -> str:
    return shortened(visible(given), _LONGEST)
