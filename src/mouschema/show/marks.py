"""Which notes are about which place of a bundle."""

from typing import Final

from mouschema._types import Path
from mouschema.model import Annotation
from mouschema.model.pointer import steps

__all__ = ["Marks"]

_DEEPEST: Final = 9  # nothing that is told as one value stands deeper in a bundle


class Marks:
    """The numbers of the notes, counted from 1 in the order of the bundle, by place."""

    def __init__(self, annotations: tuple[Annotation, ...]) -> None:
        """Sort the notes by their targets."""
        self._at: dict[tuple[str, ...], list[int]] = {}
        self._within: dict[tuple[str, ...], list[int]] = {}
        for number, annotation in enumerate(annotations, 1):
            place = tuple(steps(annotation.target))
            self._at.setdefault(place, []).append(number)
            for depth in range(1, min(len(place), _DEEPEST) + 1):
                self._within.setdefault(place[:depth], []).append(number)

    def at(self, path: Path) -> tuple[int, ...]:
        """Return the notes about exactly this place."""
        return tuple(self._at.get(tuple(map(str, path)), ()))

    def within(self, path: Path) -> tuple[int, ...]:
        """Return the notes about a place and about what is inside it."""
        return tuple(self._within.get(tuple(map(str, path)), ()))

    def unmarked(self, path: Path, *fields: str) -> tuple[str, ...]:
        """Return those of a record's fields that no note is about: where the page says them anyway, they can go."""
        return tuple(field for field in fields if not self.within((*path, field)))
