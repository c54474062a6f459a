"""What a rule is: a generator over the index, under a code that never changes its meaning."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import attrs

from mouschema._types import Path
from mouschema.report import Code, Severity
from mouschema.rules._index import Index

__all__ = ["RULES", "Hit", "Rule", "rule"]


class Hit(NamedTuple):
    """A place where a rule is broken.

    Attributes:
        record: The record that breaks it.
        path: The fields and positions that lead from the record to the place.
        message: What is wrong, with the values.
        hint: What would be right.
    """

    record: Any
    path: Path
    message: str
    hint: str = ""


Check = Callable[[Index], Iterator[Hit]]


@attrs.frozen
class Rule:
    """A rule that a schema cannot say.

    Attributes:
        code: The code, with its name, severity and explanation.
        check: Yields every place where the rule is certainly broken.
    """

    code: Code
    check: Check


RULES: Final[dict[str, Rule]] = {}


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Check]:
    """Enter a rule in the table; its docstring is what `mouschema explain` and the docs say about it.

    Args:
        code: The stable code.
        name: The readable name.
        severity: How much it matters.
    """

    def enter(check: Check) -> Check:
        explanation = " ".join(inspect.cleandoc(check.__doc__ or "").split())
        RULES[code] = Rule(Code(code, name, severity, explanation), check)
        return check

    return enter
