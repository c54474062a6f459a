"""What a shape is, and the pieces that shapes are made of."""

import inspect
import json
from collections.abc import Callable
from typing import Any, Final, NamedTuple

__all__ = [
    "SHAPES",
    "Json",
    "Shape",
    "add",
    "agreement",
    "bundle",
    "ceremony",
    "note",
    "organization",
    "person",
    "shape",
    "source",
    "written",
]

Json = dict[str, Any]


class Shape(NamedTuple):
    """A document that grows.

    Attributes:
        name: Its subject and its own name.
        about: What makes it costly.
        make: Returns the document for a number, mostly as bytes.
        long: Whether it is left to the long form.
    """

    name: str
    about: str
    make: Callable[[int], Any]
    long: bool = False

    def of_size(self, size: int) -> Any:
        """Return the document of about so many bytes."""
        number, document = 16, self.make(16)
        fixed = len(self.make(0))
        for _ in range(6):
            if abs(len(document) / size - 1) < 0.05:
                break
            number = max(1, round(number * (size - fixed) / max(len(document) - fixed, 1)))
            document = self.make(number)
        return document


SHAPES: Final[dict[str, Shape]] = {}


def add(name: str, about: str, make: Callable[[int], Any], *, long: bool = False) -> None:
    """Take a shape into the list."""
    assert name not in SHAPES, name
    SHAPES[name] = Shape(name, about, make, long)


def shape(make: Callable[[int], Any]) -> Callable[[int], Any]:
    """Take a function into the list as a shape; its docstring is what it is about."""
    subject = make.__module__.rpartition(".")[2]
    add(f"{subject}.{make.__name__}", inspect.cleandoc(make.__doc__ or ""), make)
    return make


def written(document: Any) -> bytes:
    """Return a document as JSON without blanks."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def bundle(**fields: Any) -> bytes:
    """Return a bundle with these fields."""
    return written({"schema_version": "1.0", **{field: value for field, value in fields.items() if value != []}})


def organization(id: str, **more: Any) -> Json:
    """Return an organisation."""
    return {"id": id, "name": {"en": id}, "kind": "other", **more}


def person(id: str, **more: Any) -> Json:
    """Return a person."""
    return {"id": id, "name": {"en": id}, **more}


def agreement(id: str, **more: Any) -> Json:
    """Return a signed agreement."""
    return {"id": id, "kind": "agreement", "title": {"en": id}, "status": "signed", **more}


def ceremony(id: str, *agreements: str, **more: Any) -> Json:
    """Return a ceremony for some agreements."""
    return {"id": id, "agreements": list(agreements), **more}


def source(id: str, *about: str, **more: Any) -> Json:
    """Return a document about something."""
    return {"id": id, "kind": "news", "about": list(about), **more}


def note(target: str, **more: Any) -> Json:
    """Return an annotation of a value."""
    return {"target": target, "basis": "stated", **more}
