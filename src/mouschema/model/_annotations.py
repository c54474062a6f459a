"""What the annotations of a record's fields say."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

__all__ = ["hints", "parts"]


@cache
def hints(cls: type) -> dict[str, Any]:
    """Return the annotations of a record's fields, with what `Annotated` adds."""
    annotations = get_type_hints(cls, include_extras=True)
    return {about.name: annotations[about.name] for about in attrs.fields(cls)}


def parts(annotation: Any) -> Iterator[Any]:
    """Yield every type and mark in an annotation."""
    yield getattr(annotation, "__origin__", annotation)
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from parts(inner)
