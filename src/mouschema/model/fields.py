"""What the fields of a class hold, as its annotations have it, and the words in them."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from mouschema._types import Path
from mouschema.model import Text
from mouschema.model._annotations import hints, parts
from mouschema.model.scalars import scalar

__all__ = ["Words", "words_in"]


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


def words_in(records: Iterable[Any]) -> Iterator[Words]:
    """Yield every text of records, by language or not."""
    for record in records:
        for field, many in _worded(record.__class__):
            value = getattr(record, field)
            for position, each in enumerate(value) if many else [(None, value)] if value else []:
                if isinstance(each, Text):
                    for language, text in each.items():
                        yield Words(record, field, position, language, text)
                else:
                    yield Words(record, field, position, None, each)


@cache
def _worded(cls: type) -> list[tuple[str, bool]]:
    """Return the fields of a class that hold words, and whether they hold several."""
    found = {field: list(parts(annotation)) for field, annotation in hints(cls).items()}
    return [(field, tuple in each) for field, each in found.items() if Text in each or scalar("Line") in each]
