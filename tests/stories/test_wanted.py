"""What pages name and the archive lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from stories_told import archive, recommended, related, story

from koreanews import parse
from koreanews.index.errors import BadDate

SEEDS = Path(__file__).parents[2] / "seeds"
FERRY = "Ferries to Jeju sail again"


def test_the_seeds_name_twelve_stories_that_neither_is(tmp_path: Path) -> None:
    stories = archive(tmp_path, *(parse(path.read_text("utf-8"), path.stem) for path in sorted(SEEDS.glob("*.txt"))))
    wanted = stories.wanted()
    assert len(wanted) == 12
    assert sum(story.asked_by[0].startswith("000") for story in wanted) == 9
    assert sum(story.date is not None for story in wanted) == 8
    assert {story.pages for story in wanted} == {1}


def test_pages_that_ask_for_one_story_in_their_own_words_are_counted_together(tmp_path: Path) -> None:
    url = "https://www.dw.com/en/x/a-52060881"
    stories = archive(
        tmp_path,
        story("one", "One", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01", "Two ships are back."),)),
        story("two", "Two", "2019-05-03", related=(related(FERRY.upper(), "2019-05-02", None, url),)),
        story("three", "Three", "2019-05-09", read_more=(FERRY,)),
        story(
            "four",
            "Four",
            "2019-05-09",
            recommends=(recommended("Two ships back", "2019-05-01", "Two ships are back."),),
        ),
        story("five", "Five", "2019-05-09", read_more=("A bell is cast",)),
    )
    first, second = stories.wanted()
    assert (first.pages, first.date, first.url, set(first.asked_by)) == (
        4,
        "2019-05-01",
        url,
        {"one", "two", "three", "four"},
    )
    assert set(first.ways) == {"recommends", "related", "read_more"}
    assert (second.headline, second.pages, second.date) == ("A bell is cast", 1, None)


def test_a_column_of_many_weeks_is_as_many_stories(tmp_path: Path) -> None:
    weeks = [recommended("Week in pictures", f"2019-05-{day:02}") for day in (1, 8, 15)]
    stories = archive(tmp_path, story("page", "Page", "2019-06-01", recommends=tuple(weeks)))
    assert [wanted.date for wanted in stories.wanted()] == ["2019-05-15", "2019-05-08", "2019-05-01"]


def test_a_column_of_every_day_is_as_many_stories_too(tmp_path: Path) -> None:
    headline = "Morning brief from Seoul"
    pages = [
        story(f"page{page}", f"Festival {page}", "2019-05-20", recommends=(recommended(headline, f"2019-05-{day:02}"),))
        for page, day in enumerate((4, 5, 6, 7, 5))
    ]
    found = archive(tmp_path / "a", *pages).wanted()
    assert [(one.date, one.pages) for one in found] == [
        ("2019-05-05", 2),
        ("2019-05-07", 1),
        ("2019-05-06", 1),
        ("2019-05-04", 1),
    ]
    # A day's difference alone is none: pages of other time zones.
    assert [one.pages for one in archive(tmp_path / "b", *pages[:2]).wanted()] == [2]


def test_dates_choose_and_leave_out_the_undated(tmp_path: Path) -> None:
    named = (recommended("First", "2018-12-31"), recommended("Second", "2019-03-01"), recommended("Third"))
    stories = archive(tmp_path, story("page", "Page", "2019-06-01", recommends=named))
    assert [story.headline for story in stories.wanted(date_from="2019")] == ["Second"]
    assert [story.headline for story in stories.wanted(date_to="2018-12")] == ["First"]
    with pytest.raises(BadDate):
        stories.wanted(date_from="yesterday")


def test_a_lacking_story_named_in_other_words_is_one(tmp_path: Path) -> None:
    teaser = "Two ships are back on the southern route."
    named = [
        recommended("Ferries to Jeju sail again after storm", "2019-05-01", teaser),
        recommended("Jeju ferries sail again after the storm", "2019-05-01"),
        recommended("Sailing again: ferries to Jeju", "2019-05-02", teaser),
    ]
    pages = [story(f"page{at}", f"Page {at}", "2019-05-09", recommends=(one,)) for at, one in enumerate(named)]
    (found,) = archive(tmp_path, *pages).wanted()
    assert (found.pages, found.date, found.headline) == (3, "2019-05-01", "Ferries to Jeju sail again after storm")


@pytest.mark.parametrize(
    ("other", "date"),
    [
        ("Ferries to Ulleung sail again after storm", "2019-05-01"),
        ("Two ferries to Jeju sail again after three storms", "2019-05-01"),
        ("Jeju ferries sail again after the storm", "2019-05-20"),
    ],
)
def test_two_lacking_stories_in_like_words_stay_two(tmp_path: Path, other: str, date: str) -> None:
    named = (
        recommended("Ferries to Jeju sail again after 1 storm", "2019-05-01", "Two ships are back."),
        recommended(other, date, "Somebody counted the lamps."),
    )
    assert len(archive(tmp_path, story("page", "Page", "2019-06-01", recommends=named)).wanted()) == 2


def test_what_one_page_names_twice_in_like_words_is_two_stories(tmp_path: Path) -> None:
    named = tuple(recommended(f"Ferries to Jeju sail again after {word} storm", "2019-05-01") for word in ("a", "the"))
    assert len(archive(tmp_path / "one", story("page", "Page", "2019-06-01", recommends=named)).wanted()) == 2
    pages = [story(f"page{at}", f"Page {at}", "2019-06-01", recommends=(one,)) for at, one in enumerate(named)]
    assert len(archive(tmp_path / "two", *pages).wanted()) == 1
