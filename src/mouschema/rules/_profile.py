"""A profile: which rules are held against a document, how much each matters, and who wants it so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, Optional

import attrs

from mouschema._safe import nearest, shortened, shown, visible
from mouschema.reports.codes import STRUCTURAL
from mouschema.reports.ruleset import Change, Ruleset, Severity
from mouschema.rules._ours import RULES
from mouschema.rules._rule import Rule

__all__ = ["CALLER", "Profile", "listed"]

CALLER: Final = "the caller"
"""Who wants a choice that a program makes."""

_NONE: Mapping[str, Any] = MappingProxyType({})
_USUAL: Final = {code: each.code.severity for code, each in RULES.items()}


def listed(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes as they were given.

    Raises:
        ValueError: They are a text, whose letters would be taken for codes.
    """
    if isinstance(codes, str):
        raise ValueError(f"codes are given as a list, such as [{shown(codes)}]")  # noqa: TRY004 - as any wrong choice
    return tuple(codes)


def _codes(given: Iterable[str]) -> frozenset[str]:
    return frozenset(listed(given))


def _severities(given: Mapping[str, str]) -> dict[str, Severity]:
    for code, level in given.items():
        if level not in list(Severity):
            raise ValueError(f"the severity of {shown(code)} is to be error, warning or info, not {shown(level)}")
    return {code: Severity(level) for code, level in given.items()}


def _advice(wanted: str, codes: Iterable[str]) -> str:
    if any(wanted and code.startswith(wanted) for code in STRUCTURAL):
        return ": what the file and the schema refuse cannot be chosen"
    near = nearest(wanted, codes)
    return f"; did you mean {near}?" if near else ""


@attrs.frozen(kw_only=True)
class Profile:
    """Which rules are held against a document, and how much each matters.

    Codes may be cut short: `DAT` stands for every code that begins so.

    Attributes:
        name: What the profile is called, such as the programme's name.
        rules: The rules to choose from, those of the programme's own included.
        select: Only these; all when empty.
        ignore: Not these.
        severity: How much some of them matter here, by code.
        by: Who wants it so, for the report; `profile` and its name unless given.
        before: The profile on top of which it was chosen.

    Raises:
        ValueError: A code is of no rule, two rules have one code or a code of ours, or a severity is none.
    """

    name: str
    rules: tuple[Rule, ...] = attrs.field(converter=tuple)
    select: frozenset[str] = attrs.field(default=frozenset(), converter=_codes)
    ignore: frozenset[str] = attrs.field(default=frozenset(), converter=_codes)
    severity: Mapping[str, Severity] = attrs.field(default=_NONE, converter=_severities, hash=False)
    by: str | None = attrs.field(default=None, eq=False, repr=False)
    before: Optional["Profile"] = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse codes that no rule has: a misspelt one would silently do nothing."""
        codes = [each.code.code for each in self.rules]
        twice = min((code for code, number in Counter(codes).items() if number > 1), default=None)
        if twice:
            raise ValueError(f"two rules have the code {twice}")
        for code, each in zip(codes, self.rules, strict=True):
            if code in STRUCTURAL or (code in RULES and each.check is not RULES[code].check):
                raise ValueError(f"the code {code} is taken; a rule of your own has one such as IOM-001")
        for wanted in sorted({*self.select, *self.ignore, *self.severity}):
            if not wanted or not any(code.startswith(wanted) for code in codes):
                raise ValueError(f"no rule has the code {shown(wanted)}{_advice(wanted, codes)}")

    @cached_property
    def chosen(self) -> dict[str, Rule]:
        """The rules to hold, by code, with the severities that they have here."""
        kept = (each for each in self.rules if self._keeps(each.code.code))
        return {each.code.code: self._weighed(each) for each in kept}

    @cached_property
    def ruleset(self) -> Ruleset:
        """What a report says of the profile."""
        return Ruleset(self.name, {code: each.code for code, each in self.chosen.items()}, tuple(self._changes()))

    def choose(
        self,
        *,
        rules: Iterable[Rule] = (),
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severity: Mapping[str, Any] | None = None,
        by: str = CALLER,
    ) -> "Profile":
        """Return the profile with further choices on top of its own; itself when there are none.

        Args:
            rules: More rules. They are held whatever the profile selects or leaves out.
            select: Only these codes and the rules added, instead of those that the profile selects.
            ignore: Codes to leave out too.
            severity: How much some of them matter, by code.
            by: Who wants it so, for the report.
        """
        rules, select, ignore = tuple(rules), _codes(select), _codes(ignore)
        if not (rules or select or ignore or severity):
            return self
        only = select or self.select
        out = self.ignore
        if rules:  # what is left out was meant of the rules that there were
            only = only and only | {each.code.code for each in rules}
            out = frozenset(each.code.code for each in self.rules if each.code.code.startswith(tuple(out)))
        return attrs.evolve(
            self,
            rules=self.rules + rules,
            select=only,
            ignore=out | ignore,
            severity={**self.severity, **(severity or {})},
            by=by,
            before=self,
        )

    def _keeps(self, code: str) -> bool:
        wanted = not self.select or code.startswith(tuple(self.select))
        return wanted and not (self.ignore and code.startswith(tuple(self.ignore)))

    def _weighed(self, rule: Rule) -> Rule:
        for code in sorted(self.severity, key=len, reverse=True):
            if rule.code.code.startswith(code):
                return attrs.evolve(rule, code=attrs.evolve(rule.code, severity=self.severity[code]))
        return rule

    @cached_property
    def _here(self) -> dict[str, Severity]:
        return {code: each.code.severity for code, each in self.chosen.items()}

    @cached_property
    def _wanted_by(self) -> dict[str, str]:
        """Who changed each rule last, by code."""
        earlier = self.before._here if self.before else _USUAL
        by = shortened(visible(self.by or f"profile {self.name}"))
        changed = {code: by for code in {*earlier, *self._here} if earlier.get(code) != self._here.get(code)}
        return {**(self.before._wanted_by if self.before else {}), **changed}

    @property
    def _first(self) -> "Profile":
        return self.before._first if self.before else self

    def _changes(self) -> Iterator[Change]:
        """Yield which rules are not held as we, or the programme whose rules they are, hold them."""
        known = {**RULES, **{each.code.code: each for each in self.rules}}
        for code, by in sorted(self._wanted_by.items()):
            usual, here, theirs = _USUAL.get(code), self._here.get(code), self._first._here.get(code)
            if usual is None and here != theirs:
                usual = theirs
            if usual != here:
                yield Change(code, known[code].code.name, usual, here, by)
