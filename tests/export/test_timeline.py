"""Stories counted over time: in the right bucket, once each, with the peaks and what ranks highest there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from export_records import checked
from hypothesis import given
from hypothesis import strategies as st

from koreanews.export import Timeline, timeline_of
from koreanews.export.periods import UNITS, Unit, label_of
from koreanews.export.timeline_rows import timeline_rows


class Story(NamedTuple):
    id: str
    date: str | None
    date_source: str | None = "title"
    headline: str | None = None


def stories(*dates: str | None) -> list[Story]:
    return [Story(f"s{at}", day, headline=f"Story {at}") for at, day in enumerate(dates)]


def counts(timeline: Timeline) -> dict[str, int]:
    return {bucket.period: bucket.count for bucket in timeline.filled()}


def test_months_between_are_counted_as_empty() -> None:
    timeline = timeline_of(stories("2018-11-30", "2019-02-01", "2019-02-28"), "month")
    assert counts(timeline) == {"2018-11": 1, "2018-12": 0, "2019-01": 0, "2019-02": 2}


def test_years() -> None:
    assert counts(timeline_of(stories("2017-11-30", "2019-03", "2019"), "year")) == {"2017": 1, "2018": 0, "2019": 2}


def test_weeks_are_those_of_iso_8601() -> None:
    # 31 December 2018 was a Monday, and so of the first week of 2019.
    timeline = timeline_of(stories("2018-12-30", "2018-12-31", "2019-01-06", "2019-01-07"), "week")
    assert counts(timeline) == {"2018-W52": 1, "2019-W01": 2, "2019-W02": 1}


def test_a_date_of_a_month_belongs_to_its_month_and_to_no_week() -> None:
    some = stories("2019-03", "2019-03-22", "2019")
    assert counts(timeline_of(some, "month")) == {"2019-03": 2}
    assert [(one.period, one.by, one.count) for one in timeline_of(some, "month").apart] == [("2019", "year", 1)]
    weeks = timeline_of(some, "week")
    assert counts(weeks) == {"2019-W12": 1}
    assert [(one.period, one.by, one.count) for one in weeks.apart] == [("2019", "year", 1), ("2019-03", "month", 1)]


@pytest.mark.parametrize("day", [None, "", "2019-13", "2019-02-30", "22.03.2019", "soon"])
def test_what_is_no_date_counts_as_undated(day: str | None) -> None:
    timeline = timeline_of(stories(day, "2019-03-22"))
    assert (timeline.undated, timeline.total) == (1, 2)


def test_inferred_dates_are_told_apart() -> None:
    some = [Story("a", "2019-03-22"), Story("b", "2019-03-23", "weekday"), Story("c", "2019-03", "capture-header")]
    (bucket,) = timeline_of(some, "month").buckets
    assert (bucket.count, bucket.inferred) == (3, 2)


def test_the_story_that_ranks_highest_leads_its_bucket() -> None:
    timeline = timeline_of(stories("2019-03-22", "2019-03-01", "2018-01-01", "2018-12-01"), "year")
    assert [bucket.top and bucket.top.headline for bucket in timeline.buckets] == ["Story 2", "Story 0"]


@pytest.mark.parametrize(
    ("numbers", "peaks"),
    [
        ([1, 5, 1, 1, 4, 1], [1, 4]),
        ([5], [0]),
        ([1, 1], [0]),
        ([2, 2, 5, 1], [2]),
        ([1, 5, 5, 1], [1]),
        ([9, 1, 1, 1, 1, 2, 1], [0]),
        ([1, 2, 3, 4], [3]),
    ],
)
def test_peaks(numbers: list[int], peaks: list[int]) -> None:
    dates = [f"{2000 + at}" for at, number in enumerate(numbers) for _ in range(number)]
    timeline = timeline_of(stories(*dates), "year")
    assert [bucket.number - 2000 for bucket in timeline.buckets if bucket.is_peak] == peaks


@pytest.mark.parametrize(
    ("dates", "by"),
    [
        (["2019-03-22"], "week"),
        (["2019-01-01", "2019-06-30"], "week"),
        (["2019-01-01", "2019-09-30"], "month"),
        (["2017-11-30", "2019-03-22"], "month"),
        (["2001-01-01", "2019-03-22"], "year"),
        (["2019-03", "2019-04", "2019-04-02"], "month"),
        (["2019", "2019", "2019-04-02"], "year"),
        ([None], "year"),
        ([], "year"),
    ],
)
def test_the_unit_fits_the_span_and_the_precision(dates: list[str | None], by: Unit) -> None:
    assert timeline_of(stories(*dates)).by == by


days = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(2018, 1, 1), date(2019, 12, 31))
dates_of_any_kind = st.none() | days.flatmap(lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]))


@checked
@given(st.lists(dates_of_any_kind, max_size=30), st.sampled_from([*UNITS, None]))
def test_every_story_is_counted_once_and_in_its_period(dates: list[str | None], by: Unit | None) -> None:
    timeline = timeline_of(stories(*dates), by)
    assert timeline.total == len(dates)
    assert timeline.undated == dates.count(None)
    if timeline.by != "week":
        length = 4 if timeline.by == "year" else 7
        expected = [day[:length] for day in dates if day and len(day) >= length]
        assert {bucket.period: bucket.count for bucket in timeline.buckets} == {
            day: expected.count(day) for day in expected
        }
    numbers = [bucket.number for bucket in timeline.buckets]
    assert numbers == sorted(set(numbers))
    if not numbers or numbers[-1] - numbers[0] < 5000:
        assert sum(row["count"] or 0 for row in timeline_rows(timeline)) == len(dates)


@checked
@given(days.filter(lambda day: day < date(9999, 12, 1)))
def test_a_week_has_seven_days_and_the_next_number_is_the_next_week(day: date) -> None:
    week, next_week = (timeline_of(stories(str(day + timedelta(days=7 * n))), "week").buckets[0] for n in (0, 1))
    assert next_week.number == week.number + 1
    assert label_of(week.number, "week") == week.period
    year, number, _ = day.isocalendar()
    assert week.period == f"{year:04}-W{number:02}"
