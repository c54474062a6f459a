"""The time within which dates lie says the same as comparing each with each."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mouschema import Date
from mouschema.rules._span import Span, span, within

DAYS = (
    "2022-06-30",
    "2022-07-01",
    "2022-06",
    "2022",
    "2021",
    "2023",
    "2022-06-30?",
    "2022~",
    "2021/2022",
    "2022/..",
    "../2022",
    "2023/2022",
)
DATES = [Date(day) for day in DAYS]
SOME = st.lists(st.sampled_from(DATES), min_size=1, max_size=4)


@given(SOME, SOME)
def test_before_is_certain_of_each_and_each(these: list[Date], those: list[Date]) -> None:
    """All dates of one span are before all of another exactly where each is certainly before each."""
    one, other = span(these), span(those)
    assert one
    assert other
    assert one.before(other) == all(first.before(second) for first in these for second in those)


@pytest.mark.parametrize("other", DATES, ids=str)
@pytest.mark.parametrize("one", DATES, ids=str)
def test_two_dates_make_a_span(one: Date, other: Date) -> None:
    """First and last day, certainty and the date to be named are those of both, in whichever order they come."""
    made, turned = span([one, other]), span([other, one])
    assert made == turned
    assert made
    starts, ends = {one.earliest, other.earliest}, {one.latest, other.latest}
    assert made.start == (None if None in starts else min(day for day in starts if day))
    assert made.end == (None if None in ends else max(day for day in ends if day))
    assert made.several == (one != other)
    assert made.certain == (not any(each.is_doubtful or str(each) == "2023/2022" for each in (one, other)))
    assert made.earliest == min(one, other, key=lambda date: (date.earliest or datetime.date.min, str(date)))


def test_spans_join_in_any_order() -> None:
    """Three dates make one span, taken one by one or two and one; what differs once stays different."""
    for three in itertools.permutations(DATES[:6], 3):
        first, *rest = three
        inner = span(rest)
        assert inner
        alone = span([first])
        assert alone
        assert within([alone, inner]) == within([inner, alone]) == span(three)
        assert within([inner, inner]) == inner
    assert within([]) is span([]) is None


@pytest.mark.parametrize(
    "dates", list(itertools.product(DATES[:3], repeat=4)), ids=lambda dates: " ".join(map(str, dates))
)
def test_what_differs_once_stays_different(dates: tuple[Date, ...]) -> None:
    """Dates that differ make a span of several, in whichever order they and their repetitions come, alone or in two spans."""
    one, other, whole = span(dates[:2]), span(dates[2:]), span(dates)
    assert one
    assert other
    assert whole
    assert whole.several == (len(set(dates)) > 1)
    assert within([one, other]) == whole


def test_one_date_is_a_span_of_its_own() -> None:
    """Of one date, however often it is written, nothing differs."""
    day = datetime.date(2022, 6, 30)
    assert span([Date("2022-06-30")] * 3) == Span(day, day, certain=True, earliest=Date("2022-06-30"), several=False)
