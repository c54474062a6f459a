"""Sets of languages, compared as such or with a region or script more or less."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Languages", "beginnings", "languages"]


class Languages(NamedTuple):
    """Several languages.

    Attributes:
        tags: Their tags.
        begun: Their tags and what these begin with: of `zh-Hant-TW` also `zh-Hant` and `zh`.
    """

    tags: frozenset[str]
    begun: frozenset[str]

    def has(self, tag: str) -> bool:
        """Tell whether a language is among these, as such or with a region or script more or less."""
        return tag in self.begun or not self.tags.isdisjoint(beginnings(tag))


def languages(tags: Iterable[str]) -> Languages:
    """Return the languages with these tags."""
    once = frozenset(tags)
    return Languages(once, once.union(*map(beginnings, once)))


def beginnings(tag: str) -> tuple[str, ...]:
    """Return a tag and what it begins with."""
    if "-" not in tag:
        return (tag,)
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))
