"""What a rule is: a generator over the index, under a code that never changes its meaning."""

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import attrs

from mouschema._types import Path
from mouschema.model import Extensions
from mouschema.model.index import Index
from mouschema.reports.catalogue import Plain, Say, say
from mouschema.reports.ruleset import Code, Severity

__all__ = ["Hit", "Rule", "needs", "rule"]

_CODE: Final = re.compile(r"[A-Z]{2,3}[0-9]{2}|[A-Z][A-Z0-9]{1,15}-[0-9]{3}")


class Hit(NamedTuple):
    """A place where a rule is broken.

    Attributes:
        record: The record that breaks it.
        path: The fields and positions that lead from the record to the place.
        message: What is wrong, with the values; in our own rules, what the catalogue is to say, or a function
            that returns it, which is called only if this is told.
        hint: What would be right; in our own rules the catalogue has it.
    """

    record: Any
    path: Path
    message: str | Say | Callable[[], Say]
    hint: str = ""

    @property
    def said(self) -> Say | Plain | Callable[[], Say]:
        """What is wrong and what would be right, or a function that returns it."""
        return Plain(self.message, self.hint) if isinstance(self.message, str) else self.message


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


def rule(code: str, name: str, severity: Severity | str, *, help_url: str | None = None) -> Callable[[Check], Rule]:
    """Make a rule of a generator; its docstring is what `mouschema explain` and the docs say about it.

    Args:
        code: The stable code: `REF01` for ours, `IOM-001` for those of a programme.
        name: The readable name, such as `unresolved-reference`.
        severity: How much it matters.
        help_url: The page that explains it; ours unless given.

    Raises:
        ValueError: The code is not of this form, or the generator has no docstring.
    """

    def make(check: Check) -> Rule:
        explanation = " ".join(inspect.cleandoc(check.__doc__ or "").split())
        if not _CODE.fullmatch(code) or not explanation:
            raise ValueError(f"a rule has a code such as REF01 or IOM-001 and a docstring; this one is {code!r}")
        return Rule(Code(code, name, Severity(severity), explanation, help_url), check)

    return make


def needs(
    code: str,
    cls: type,
    field: str,
    severity: Severity | str = Severity.ERROR,
    *,
    where: Callable[[Any], bool] = lambda _: True,
) -> Rule:
    """Make the rule that a programme needs a field which the schema leaves optional.

    Args:
        code: The stable code, in the programme's own namespace.
        cls: The class of the model.
        field: The field.
        severity: How much it matters.
        where: Tells of a record of the class whether it needs the field; all do unless given.

    Raises:
        ValueError: The class has no such field, or the code is not of the right form.
    """
    if field not in attrs.fields_dict(cls):
        raise ValueError(f"{cls.__name__} has no field {field!r}")

    def given(index: Index) -> Iterator[Hit]:
        records: list[Any] = index.of(cls)
        for record in records:
            if where(record) and getattr(record, field) in (None, (), Extensions()):
                yield Hit(record, (), say("needed", noun=cls.__name__.lower(), field=repr(field)))

    given.__doc__ = f"This programme needs the field {field!r} of {cls.__name__}, which the schema leaves optional."
    return rule(code, f"{cls.__name__}-needs-{field}".lower().replace("_", "-"), severity)(given)
