"""Text in one or more languages, and a partner's own data."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Self

from mouschema.model._frozen import frozen, thawed
from mouschema.model._value import MappingValue

__all__ = ["NO_DATA", "Extensions", "Text"]

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Text(MappingValue[str]):
    """A text by language: BCP 47 tag to words, `und` where the language is not known.

    `text["lo"]` is the Lao wording, `text.best("lo", "en")` the first that there is.
    """

    __slots__ = ()

    def __init__(self, entries: Mapping[str, str] = _NOTHING, /, **more: str) -> None:
        """Take the wordings: `Text(en="Memorandum")` or `Text({"zh-Hant": "…"})`.

        Raises:
            InvalidValue: A tag is no language tag, a wording is empty, or there is none.
        """
        super().__init__({**entries, **more} if more else entries)

    def best(self, *languages: str) -> str:
        """Return the wording in the first of `languages` that there is.

        A tag finds a narrower or a wider one too (`lo` finds `lo-LA`, `zh-Hant-TW` finds `zh-Hant`).
        Without any of them: the first wording as written.
        """
        for wanted in languages:
            if wanted in self._written:
                return self._written[wanted]
            for tag, words in self._written.items():
                if tag.startswith(f"{wanted}-") or wanted.startswith(f"{tag}-"):
                    return words
        return next(iter(self._written.values()))

    def __str__(self) -> str:
        """Return the English wording, or else the first one."""
        return self.best("en")


class Extensions(MappingValue[Any]):
    """Data of a partner's own, under names with the partner's domain; kept exactly."""

    __slots__ = ()

    def __init__(self, entries: Mapping[str, Any] = _NOTHING, /) -> None:
        """Take the entries: `Extensions({"partner.example:file_number": 12})`.

        Raises:
            InvalidValue: A name has no domain, or a value is not JSON.
        """
        super().__init__(entries)

    @classmethod
    def from_json(cls, written: Any) -> Self:
        """Make the value from JSON that the schema has accepted; there is one alone that is empty."""
        return super().from_json(written) if written else NO_DATA  # type: ignore[return-value]

    def __getitem__(self, key: str) -> Any:
        """Return the entry under `key`; its lists and objects are frozen, once, when they are first given out."""
        held = self._written[key]
        if isinstance(held, list | dict):
            held = self._written[key] = frozen(held)
        return held

    def to_json(self) -> Any:
        """Return the JSON that a document holds for this value, a copy to the ground."""
        return thawed(self._written)


NO_DATA: Final = Extensions()
"""What the field `extensions` holds unless given."""
