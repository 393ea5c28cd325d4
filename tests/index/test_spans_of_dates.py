"""The spans of the calendar that a range of days is made of: each day in one of them, and none beside."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreanews.index.dates import first_day, last_day
from koreanews.index.query.days import spans_between


@pytest.mark.parametrize(
    ("first", "last", "spans"),
    [
        (20150101, 20151231, ["2015"]),
        (20180301, 20180331, ["2018-03"]),
        (20190322, 20190322, ["2019-03-22"]),
        (20191231, 20200101, ["2019-12-31", "2020-01-01"]),
        (20200228, 20200401, ["2020-02-28", "2020-02-29", "2020-03", "2020-04-01"]),
        (20161201, 20190131, ["2016-12", "2017", "2018", "2019-01"]),
        (2190101, 2191231, ["0219"]),
        (99991231, 99991231, ["9999-12-31"]),
    ],
)
def test_whole_years_then_whole_months_then_days(first: int, last: int, spans: list[str]) -> None:
    assert spans_between(first, last) == spans


def test_none_for_ranges_of_too_many_years_and_for_empty_ones() -> None:
    assert spans_between(10101, 99991231) == []
    assert spans_between(20190322, 20190321) == []


@given(st.dates(), st.integers(min_value=0, max_value=9000))
def test_the_spans_follow_each_other_from_the_first_day_to_the_last(start: date, length: int) -> None:
    end = date.fromordinal(min(start.toordinal() + length, date.max.toordinal()))
    spans = spans_between(_number(start), _number(end))
    assert first_day(spans[0]) == _number(start)
    assert last_day(spans[-1]) == _number(end)
    for one, other in pairwise(spans):
        after = last_day(one)
        day = date(after // 10000, after // 100 % 100, after % 100) + timedelta(days=1)
        assert first_day(other) == _number(day)


def _number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day
