"""What the values with behaviour have in common: plain JSON in a document, an object with methods in a record."""

from collections.abc import Iterator, Mapping
from typing import Any, Self, TypeVar

from mouschema.model._checks import require

__all__ = ["MappingValue", "Value"]

T = TypeVar("T")


class Value:
    """A value that never changes and is equal to what was written alike."""

    __slots__ = ("_written",)

    _written: Any

    def __init__(self, written: Any, /) -> None:
        """Take the value as a document writes it.

        Raises:
            InvalidValue: The schema refuses it.
        """
        object.__setattr__(self, "_written", require(type(self).__name__, written))

    @classmethod
    def from_json(cls, written: Any) -> Self:
        """Make the value from JSON that the schema has accepted; nothing is checked again."""
        value = object.__new__(cls)
        object.__setattr__(value, "_written", written)
        return value

    @property
    def written(self) -> Any:
        """The JSON that a document holds for this value, itself and no copy: for reading only."""
        return self._written

    def to_json(self) -> Any:
        """Return the JSON that a document holds for this value."""
        return self._written

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: make a new value instead."""
        raise AttributeError(f"{type(self).__name__} cannot be changed; make a new one")

    def __eq__(self, other: object) -> bool:
        """Tell whether both are of one class and were written alike."""
        return self._written == other._written if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        """Agree with `==`."""
        return hash(self._written)

    def __repr__(self) -> str:
        """Return the call that makes an equal value."""
        return f"{type(self).__name__}({self._written!r})"

    def __str__(self) -> str:
        """Return what was read, to the letter."""
        return str(self._written)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy as written."""
        return type(self).from_json, (self._written,)


class MappingValue(Value, Mapping[str, T]):
    """A value that is a read-only mapping."""

    __slots__ = ()

    _written: dict[str, T]

    def __init__(self, entries: Mapping[str, T], /) -> None:
        """Take the entries; they are copied.

        Raises:
            InvalidValue: The schema refuses them.
        """
        super().__init__(entries)

    def __getitem__(self, key: str) -> T:
        """Return the entry under `key`."""
        return self._written[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys as written."""
        return iter(self._written)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._written)

    def to_json(self) -> Any:
        """Return the JSON that a document holds for this value, a copy."""
        return dict(self._written)

    def __hash__(self) -> int:
        """Agree with `==`; entries may be lists, so only the keys count."""
        return hash(frozenset(self._written))
