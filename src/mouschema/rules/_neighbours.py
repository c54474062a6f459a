"""Names that may have been meant by a misspelt one, found without comparing it with all of them."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["Neighbours"]

MOST_COMPARED_WHOLE: Final = 200
_ON_EACH_SIDE: Final = 25


class Neighbours:
    """A list of names, in the order of their letters from the front and from the back.

    A slip leaves most of a name's beginning or of its end as it was. So what was meant stands near it in one of the two
    orders, unless very many names are alike.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; capital and small letters are the same."""
        self._names = list(dict.fromkeys(names))
        few = len(self._names) <= MOST_COMPARED_WHOLE
        self._by_beginning = [] if few else sorted((name.casefold(), name) for name in self._names)
        self._by_end = [] if few else sorted((name.casefold()[::-1], name) for name in self._names)

    def of(self, name: str) -> Iterator[str]:
        """Yield the names that may have been meant: all of a short list, at most 100 of a long one, each once."""
        if not self._by_beginning:
            return iter(self._names)
        key = name.casefold()
        return iter(dict.fromkeys([*_around(self._by_beginning, key), *_around(self._by_end, key[::-1])]))


def _around(names: list[tuple[str, str]], key: str) -> list[str]:
    place = bisect(names, (key, ""))
    return [name for _, name in names[max(place - _ON_EACH_SIDE, 0) : place + _ON_EACH_SIDE]]
