"""What there is to tell of a document, while it is being found: the first of each kind, and of the rest the number.

A hostile document can hold millions of faults. So nothing is worded, and no place is looked up, before it is known
what a report will tell.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Generic, Self, TypeVar

__all__ = ["MOST_FINDINGS", "Docket"]

MOST_FINDINGS: Final = 1000
"""How many findings a report tells."""

T = TypeVar("T")
R = TypeVar("R")


class Docket(Generic[T]):
    """Collects what is found, by code: at most so many of each code as a report can tell, and how many there were."""

    __slots__ = ("_kept", "counts")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counts: dict[str, int] = {}
        self._kept: dict[str, list[T]] = {}

    def add(self, code: str, thing: T) -> None:
        """Take one thing that was found."""
        self.counts[code] = number = self.counts.get(code, 0) + 1
        if number <= MOST_FINDINGS:
            self._kept.setdefault(code, []).append(thing)

    def join(self, other: "Docket[T]") -> Self:
        """Take all that another docket has."""
        for code, things in other._kept.items():
            kept = self._kept.setdefault(code, [])
            kept += things[: MOST_FINDINGS - len(kept)]
        for code, number in other.counts.items():
            self.counts[code] = self.counts.get(code, 0) + number
        return self

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        return bool(self.counts)

    def __iter__(self) -> Iterator[tuple[str, T]]:
        """Yield what was kept, with its code."""
        return ((code, thing) for code, things in self._kept.items() for thing in things)

    def each(self, change: Callable[[str, T], R]) -> "Docket[R]":
        """Return a docket with something else in place of each thing that was kept."""
        changed: Docket[R] = Docket()
        changed.counts = self.counts
        changed._kept = {code: [change(code, thing) for thing in things] for code, things in self._kept.items()}
        return changed

    def told(self, weight: Callable[[str], int]) -> tuple[list[T], Counter[str]]:
        """Choose what to tell: what weighs more first, and of each code its first things before its later ones.

        Args:
            weight: Tells how much a code matters.

        Returns:
            At most `MOST_FINDINGS` things, and how many there are more, by code.
        """
        if not self.counts:
            return [], Counter()
        ranked = (
            (-weight(code), rank, code, thing)
            for code, things in self._kept.items()
            for rank, thing in enumerate(things)
        )
        chosen = sorted(ranked, key=lambda each: each[:2])[:MOST_FINDINGS]
        return [thing for *_, thing in chosen], Counter(self.counts) - Counter(code for _, _, code, _ in chosen)


def gathered(found: Iterable[tuple[str, T]]) -> Docket[T]:
    """Return a docket of what is found."""
    docket: Docket[T] = Docket()
    for code, thing in found:
        docket.add(code, thing)
    return docket
