"""Names near a misspelt one are found by their beginning or by their end, whichever the slip has left."""

import pytest

from mouschema.rules._neighbours import MOST_COMPARED_WHOLE, Neighbours

# Each begins with another number than it ends with, so that only one of the two orders can find it.
NAMES = [f"{at:04}-office-{(at * 7919 + 500) % 5000:04}" for at in range(5000)]
MANY = Neighbours(NAMES)


@pytest.mark.parametrize("at", [0, 1, 24, 2500, 4975, 4999])
def test_slip_at_the_end_is_found_by_the_beginning(at: int) -> None:
    """Wherever the name stands in the order of beginnings, the first and the last included."""
    assert NAMES[at] in MANY.of(NAMES[at][:-4] + "xyzz")


@pytest.mark.parametrize("at", [0, 1, 24, 2500, 4975, 4999])
def test_slip_at_the_beginning_is_found_by_the_end(at: int) -> None:
    """Wherever the name stands in the order of ends, the first and the last included."""
    meant = sorted(NAMES, key=lambda name: name[::-1])[at]
    assert meant in MANY.of("xyzz" + meant[4:])


def test_short_list_is_compared_whole() -> None:
    """Of two hundred names each may have been meant, in their order and once each; of one more fifty at each end may."""
    few = NAMES[:MOST_COMPARED_WHOLE]
    assert list(Neighbours([*few, *few]).of("anything")) == few
    more = list(Neighbours(NAMES[: MOST_COMPARED_WHOLE + 1]).of("0100"))
    assert set(NAMES[75:125]) <= set(more)
    assert len(more) == len(set(more)) <= 100
