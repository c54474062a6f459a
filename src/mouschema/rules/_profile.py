"""A profile: which rules are held against a document, and how much each matters."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import attrs

from mouschema._safe import nearest
from mouschema.rules._rule import Rule
from mouschema.ruleset import Ruleset, Severity

__all__ = ["Profile"]

_NONE: Mapping[str, Any] = MappingProxyType({})


def _severities(given: Mapping[str, str]) -> dict[str, Severity]:
    return {code: Severity(level) for code, level in given.items()}


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

    Raises:
        ValueError: A code is of no rule, two rules have one code, or a severity is none.
    """

    name: str
    rules: tuple[Rule, ...] = attrs.field(converter=tuple)
    select: frozenset[str] = attrs.field(default=frozenset(), converter=frozenset)
    ignore: frozenset[str] = attrs.field(default=frozenset(), converter=frozenset)
    severity: Mapping[str, Severity] = attrs.field(default=_NONE, converter=_severities, hash=False)

    def __attrs_post_init__(self) -> None:
        """Refuse codes that no rule has: a misspelt one would silently do nothing."""
        codes = [each.code.code for each in self.rules]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"two rules have the code {twice[0]}")
        for wanted in [*self.select, *self.ignore, *self.severity]:
            if not any(code.startswith(wanted) for code in codes) or not wanted:
                near = nearest(wanted, codes)
                raise ValueError(f"no rule has the code {wanted!r}" + (f"; did you mean {near}?" if near else ""))

    @cached_property
    def chosen(self) -> dict[str, Rule]:
        """The rules to hold, by code, with the severities that they have here."""
        kept = (each for each in self.rules if self._keeps(each.code.code))
        return {each.code.code: self._weighed(each) for each in kept}

    @cached_property
    def ruleset(self) -> Ruleset:
        """What a report says of the profile."""
        return Ruleset(self.name, {code: each.code for code, each in self.chosen.items()})

    def choose(
        self,
        *,
        rules: Iterable[Rule] = (),
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severity: Mapping[str, Any] | None = None,
    ) -> "Profile":
        """Return the profile with further choices on top of its own; itself when there are none.

        Args:
            rules: More rules.
            select: Only these codes, instead of those that the profile selects.
            ignore: Codes to leave out too.
            severity: How much some of them matter, by code.
        """
        rules, select, ignore = tuple(rules), frozenset(select), frozenset(ignore)
        if not (rules or select or ignore or severity):
            return self
        return attrs.evolve(
            self,
            rules=self.rules + rules,
            select=select or self.select,
            ignore=self.ignore | ignore,
            severity={**self.severity, **(severity or {})},
        )

    def _keeps(self, code: str) -> bool:
        wanted = not self.select or code.startswith(tuple(self.select))
        return wanted and not (self.ignore and code.startswith(tuple(self.ignore)))

    def _weighed(self, rule: Rule) -> Rule:
        for code in sorted(self.severity, key=len, reverse=True):
            if rule.code.code.startswith(code):
                return attrs.evolve(rule, code=attrs.evolve(rule.code, severity=self.severity[code]))
        return rule
