"""What the fields of a class hold, as its annotations have it, and the words in them."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cache
from typing import Any, Final, NamedTuple

from mouschema._types import Path
from mouschema.model import Date, Extensions, Text
from mouschema.model._annotations import hints, parts
from mouschema.model.scalars import Ref, scalar

__all__ = ["Field", "Kind", "Words", "fields_of", "held_below", "holding", "records_in", "words_in"]


class Kind(Enum):
    """What a field holds that somebody looks up."""

    RECORD = auto()
    REFERENCE = auto()
    DATE = auto()
    FREE_JSON = auto()
    TEXT = auto()
    LINE = auto()


class Field(NamedTuple):
    """A field that holds something which somebody looks up.

    Attributes:
        name: Its name.
        kind: What it holds.
        many: Whether it is a list.
        cls: The class of the records in it; None when it holds none.
        lists: The lists that may hold the targets of the references in it; any when there is none.
    """

    name: str
    kind: Kind
    many: bool
    cls: type | None = None
    lists: tuple[str, ...] = ()


class Words(NamedTuple):
    """A text and where it stands.

    Attributes:
        record: The record that holds it.
        field: The field.
        position: The position in the field's list; None when the field is no list.
        language: The language tag; None for a line that has none.
        text: The words.
    """

    record: Any
    field: str
    position: int | None
    language: str | None
    text: str

    @property
    def path(self) -> Path:
        """The way from the record to the words; it is made when it is asked for, since few texts are told of."""
        return tuple(step for step in (self.field, self.position, self.language) if step is not None)


_KINDS: Final = {
    Date: Kind.DATE,
    Extensions: Kind.FREE_JSON,
    scalar("FreeJson"): Kind.FREE_JSON,
    Text: Kind.TEXT,
    scalar("Line"): Kind.LINE,
}


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """Return the fields of a class that hold something which somebody looks up, in their order."""
    return tuple(field for name, annotation in hints(cls).items() if (field := _field(name, annotation)))


def _field(name: str, annotation: Any) -> Field | None:
    found = list(parts(annotation))
    many = tuple in found
    for part in found:
        if isinstance(part, Ref):
            return Field(name, Kind.REFERENCE, many, lists=part.lists)
        if kind := next((kind for known, kind in _KINDS.items() if part == known), None):
            return Field(name, kind, many)
        if hasattr(part, "__attrs_attrs__"):
            return Field(name, Kind.RECORD, many, cls=part)
    return None


@cache
def held_below(root: type) -> dict[type, str]:
    """Return the classes of the records that a record of a class may hold, each with the first field that holds it."""
    found: dict[type, str] = {}
    waiting = [root]
    for cls in waiting:
        for field in fields_of(cls):
            if field.cls and field.cls not in found:
                found[field.cls] = field.name
                waiting.append(field.cls)
    return found


def records_in(record: Any) -> Iterator[tuple[str, int | None, Any]]:
    """Yield the records in the fields of a record: the field, the position in its list if it is one, the record."""
    for field in _with_records(record.__class__):
        value = getattr(record, field.name)
        if field.many:
            for position, each in enumerate(value):
                yield field.name, position, each
        elif value:
            yield field.name, None, value


def holding(record: Any, kind: Kind) -> Iterator[tuple[Any, Field, Any]]:
    """Yield what fields of a kind hold, in a record and in all below it: the record, the field and its value."""
    for field in fields_of(record.__class__):
        value = getattr(record, field.name) if field.kind is kind or field.kind is Kind.RECORD else None
        if value and field.kind is kind:
            yield record, field, value
        if value and field.kind is Kind.RECORD:
            for each in value if field.many else (value,):
                yield from holding(each, kind)


def words_in(records: Iterable[Any]) -> Iterator[Words]:
    """Yield every text of records, by language or not."""
    for record in records:
        for field in _worded(record.__class__):
            value = getattr(record, field.name)
            for position, each in enumerate(value) if field.many else [(None, value)] if value else []:
                if field.kind is Kind.TEXT:
                    for language, text in each.written.items():
                        yield Words(record, field.name, position, language, text)
                else:
                    yield Words(record, field.name, position, None, each)


@cache
def _with_records(cls: type) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(cls) if field.cls)


@cache
def _worded(cls: type) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(cls) if field.kind in (Kind.TEXT, Kind.LINE))
