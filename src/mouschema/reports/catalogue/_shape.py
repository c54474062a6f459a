"""What is said of a finding before it is in words, and the shape of the words of one language."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias, final

import attrs

__all__ = ["ANY", "MOST_LISTED", "NOTHING", "Catalogue", "Join", "Plain", "Say", "Term", "Value", "say"]

Value: TypeAlias = str | int | tuple[str, ...]
"""What a message may name: what comes from a document is shortened and escaped already (`_safe.shown`)."""


@final
class Join(NamedTuple):
    """What stands between the entries of a list."""

    between: str
    """Between two of them. Example: `, `"""
    last: str
    """Before the last one. Example: ` or `"""


Term: TypeAlias = Join | Mapping[str, str] | Callable[[str], str]
"""How a language words a value: a join for lists; a table of values, where `*` stands for all others and `{}` for the
value; or a function."""

ANY: Final = "*"
"""Stands for the code of any rule of a programme's own that is made by one of our functions, such as `needs`."""

MOST_LISTED: Final = 30

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
"""Stands for a table without entries."""


class Say(NamedTuple):
    """What is to be said of a place, in no language yet."""

    variant: str
    """Which of the things that can be said under its code; empty where there is only one, and for the plainest."""
    values: Mapping[str, Value]
    """The values that the templates name."""


class Plain(NamedTuple):
    """What a programme's own rule says, in the only language that it is written in."""

    message: str
    """What is wrong, with the values."""
    hint: str
    """What would be right; empty when nothing certain can be said."""


@attrs.frozen(kw_only=True)
class Catalogue:
    """The words of reports in one language. What a translation leaves out is said in English."""

    language: str
    """The language as a tag. Example: `en`"""
    words: Mapping[str, Mapping[str, tuple[str, str]]]
    """By code and variant, the templates of message and hint."""
    terms: Mapping[str, Term] = NOTHING
    """By name, how values are worded."""
    explanations: Mapping[str, str] = NOTHING
    """By code, what it means; that of the code itself where there is none, as in English."""


def say(variant: str = "", /, **values: Value) -> Say:
    """Say something under the code of whoever says it.

    Args:
        variant: Which of the things that the catalogue has under that code.
        values: What its templates name; of a longer list only the first entries are kept.
    """
    return Say(variant, {name: _cut(value) for name, value in values.items()})


def _cut(value: Value) -> Value:
    return (*value[:MOST_LISTED], "…") if isinstance(value, tuple) and len(value) > MOST_LISTED else value
