"""Take a Python value for JSON: copied to the ground, of plain types only, and within bounds, whatever it refers to."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from mouschema._safe import shown
from mouschema._types import Json, Path
from mouschema.reading.bounds import DEEPEST
from mouschema.reports.catalogue import say
from mouschema.reports.docket import Docket
from mouschema.reports.report import Trouble

__all__ = ["copied"]

# What a value takes at least beside its text: two brackets or quotation marks, or a digit and a comma. A value that is
# met twice counts twice, as it would be written twice.
_WEIGHT: Final = 2

# What makes a plain scalar of one whose class has been derived, such as a member of an enumeration or a number of numpy's.
_SCALARS: Final[tuple[tuple[type, Any], ...]] = (
    (bool, bool),
    (str, str.__str__),
    (int, int.__int__),
    (float, float.__float__),
)


class _TooLargeError(Exception):
    """So much is in the value that the copy was given up."""


def copied(given: Any, most_bytes: int, plain: Callable[[Any], Any] | None = None) -> tuple[Json, Docket[Trouble]]:
    """Copy a Python value.

    Args:
        given: The value. It may hold one object several times, or even itself.
        most_bytes: How large it may be, about as large as it would be in JSON.
        plain: Makes JSON of what is no JSON, such as a record.

    Returns:
        The copy, and what is wrong with the value.
    """
    copy = _Copy(most_bytes, plain)
    try:
        return copy.of(given, ()), copy.docket
    except _TooLargeError:
        docket: Docket[Trouble] = Docket()
        docket.add("JSN08", Trouble("JSN08", (), say("value", most=most_bytes)))
        return None, docket


class _Copy:
    def __init__(self, most_bytes: int, plain: Callable[[Any], Any] | None) -> None:
        self.docket: Docket[Trouble] = Docket()
        self._left = most_bytes
        self._plain = plain
        self._around: set[int] = set()

    def of(self, given: Any, path: Path) -> Json:
        if given is None:
            return None
        for cls, exact in _SCALARS:
            if isinstance(given, cls):
                scalar: Any = given
                self._weigh(len(scalar) if cls is str else 0)
                return exact(scalar)
        if isinstance(given, Mapping | list | tuple):
            return self._inside(cast("Mapping[Any, Any] | Sequence[Any]", given), path)
        if self._plain and (made := self._plain(given)) is not given:
            return self.of(made, path)
        return self._wrong(path, "python", type=type(given).__name__)

    def _inside(self, given: Mapping[Any, Any] | Sequence[Any], path: Path) -> Json:
        if len(path) >= DEEPEST:
            self.docket.add("JSN07", Trouble("JSN07", path, say(most=DEEPEST)))
            return None
        if id(given) in self._around:
            return self._wrong(path, "itself")
        self._around.add(id(given))
        self._weigh(len(given))
        try:
            return self._fields(given, path) if isinstance(given, Mapping) else self._entries(given, path)
        finally:
            self._around.discard(id(given))

    def _fields(self, given: Mapping[Any, Any], path: Path) -> Json:
        made: dict[str, Json] = {}
        for key, inner in given.items():
            if isinstance(key, str):
                self._weigh(len(key))
                made[str.__str__(key)] = self.of(inner, (*path, key))
            else:
                self._wrong(path, "key", key=shown(key))
        return made

    def _entries(self, given: Sequence[Any], path: Path) -> Json:
        return [self.of(inner, (*path, position)) for position, inner in enumerate(given)]

    def _weigh(self, text: int) -> None:
        self._left -= text + _WEIGHT
        if self._left < 0:
            raise _TooLargeError

    def _wrong(self, path: Path, variant: str, **values: str) -> None:
        self.docket.add("SCH01", Trouble("SCH01", path, say(variant, **values)))
