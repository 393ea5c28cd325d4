"""Mentions followed to the stories that they mean: by id, address, headline and date, whichever came first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from stories_told import add, archive, meant, recommended, related, remove, story

FERRY = "Ferries to Jeju sail again after three winters"


def test_a_recommendation_means_the_story_with_its_headline_and_date(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("ferry", FERRY, "2019-05-01"),
        story("festival", "Harbour festival opens", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"),)),
    )
    (link,) = stories.links("festival").outgoing
    assert (link.status, link.ways, link.meant[0].story.id) == ("found", ("recommends",), "ferry")
    assert (link.meant[0].confidence, link.meant[0].reason) == (0.99, "same headline and date")
    (incoming,) = stories.links("ferry").incoming
    assert (incoming.page.id, incoming.confidence) == ("festival", 0.99)


@pytest.mark.parametrize("first", ["page", "story"])
def test_links_resolve_in_either_order_of_arrival(tmp_path: Path, first: str) -> None:
    page = story("page", "Festival", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"),))
    ferry = story("ferry", FERRY, "2019-05-01")
    stories = archive(tmp_path, page if first == "page" else ferry)
    stories.refresh()
    add(stories, ferry if first == "page" else page)
    assert meant(stories, "page") == [("found", ("ferry",))]


def test_what_is_removed_or_rewritten_is_no_longer_meant(tmp_path: Path) -> None:
    page = story("page", "Festival", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"),))
    stories = archive(tmp_path, page, story("ferry", FERRY, "2019-05-01"))
    assert meant(stories, "page") == [("found", ("ferry",))]
    add(stories, story("ferry", "Bridges close for paint and rust", "2019-05-01"))
    assert meant(stories, "page") == [("wanted", ())]
    add(stories, story("again", FERRY, "2019-05-01"))
    assert meant(stories, "page") == [("found", ("again",))]
    remove(stories, "again")
    assert meant(stories, "page") == [("wanted", ())]
    remove(stories, "page")
    assert stories.wanted() == []


@pytest.mark.parametrize(
    "printed",
    [
        "Mayor: ′Old ferries′ are back - for good",
        "MAYOR: 'OLD FERRIES' ARE BACK — FOR GOOD",
        "Mayor:  ‘Old ferries’ are back – for  good",
    ],
)
def test_apostrophes_dashes_case_and_blanks_do_not_matter(tmp_path: Path, printed: str) -> None:
    stories = archive(
        tmp_path,
        story("ferry", "Mayor: 'Old ferries' are back – for good", "2019-05-01"),
        story("page", "Festival", "2019-05-03", recommends=(recommended(printed, "2019-05-01"),)),
    )
    assert meant(stories, "page") == [("found", ("ferry",))]


def test_a_headline_reworded_since_is_known_by_its_words_and_day(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("ferry", FERRY, "2019-05-01"),
        story(
            "page",
            "Festival",
            "2019-05-03",
            related=(related("Ferries to Jeju back after three winters", "2019-05-01"),),
        ),
    )
    (link,) = stories.links("page").outgoing
    assert link.status == "found"
    assert 0.7 <= link.meant[0].confidence < 0.99
    assert "headline alike to" in link.meant[0].reason


def test_a_headline_rewritten_is_known_by_its_teaser_and_day(tmp_path: Path) -> None:
    teaser = "Two ships that lay on land since the storm carry passengers once more."
    stories = archive(
        tmp_path,
        story("ferry", FERRY, "2019-05-01", teaser=teaser),
        story("page", "Festival", "2019-05-03", recommends=(recommended("Back at sea", "2019-05-01", teaser),)),
    )
    (link,) = stories.links("page").outgoing
    assert (link.meant[0].confidence, link.meant[0].reason[:11]) == (0.95, "same teaser")


def test_the_same_headline_years_apart_is_another_story(tmp_path: Path) -> None:
    page = story("page", "Festival", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"),))
    stories = archive(tmp_path, page, story("old", FERRY, "2014-05-01"))
    assert meant(stories, "page") == [("wanted", ())]
    add(stories, story("new", FERRY, "2019-05-01"))
    assert meant(stories, "page") == [("found", ("new",))]


def test_an_undated_mention_means_no_story_later_than_its_page(tmp_path: Path) -> None:
    page = story("page", "Festival", "2019-05-03", read_more=(FERRY,))
    stories = archive(tmp_path, page, story("later", FERRY, "2021-01-01"))
    assert meant(stories, "page") == [("wanted", ())]
    add(stories, story("before", FERRY, "2019-04-20"))
    assert meant(stories, "page") == [("found", ("before",))]


def test_what_fits_several_stories_is_uncertain_and_names_them(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("january", "Week in pictures", "2019-01-07"),
        story("february", "Week in pictures", "2019-02-04"),
        story("page", "Festival", "2019-03-03", read_more=("Week in pictures",)),
    )
    ((status, ids),) = meant(stories, "page")
    assert (status, set(ids)) == ("uncertain", {"january", "february"})
    assert stories.wanted() == []
    assert [one.status for one in stories.links("january").incoming] == ["uncertain"]


def test_two_stories_of_a_day_that_differ_in_a_name_are_told_apart(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("north", "North Korea closes old border market", "2019-05-01"),
        story(
            "page", "Festival", "2019-05-03", related=(related("South Korea closes old border market", "2019-05-01"),)
        ),
    )
    assert meant(stories, "page") == [("wanted", ())]


def test_two_stories_of_a_day_that_differ_in_a_number_are_told_apart(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("five", "Five of 36 divers found near Sokcho reef", "2019-05-01"),
        story(
            "page", "Fair", "2019-05-03", related=(related("Five of 30 divers found near Sokcho reef", "2019-05-01"),)
        ),
    )
    assert meant(stories, "page") == [("wanted", ())]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.dw.com/en/ferries/a-52060881",
        "http://m.dw.com/en/x/a-52060881?maca=rss",
        "https://p.dw.com/p/3WRPd",
    ],
)
def test_an_address_settles_it_whatever_the_headline(tmp_path: Path, url: str) -> None:
    stories = archive(
        tmp_path,
        story("ferry", FERRY, "2019-05-01", dw_id="a-52060881"),
        story("page", "Festival", "2019-05-03", recommends=(recommended("Back at sea", None, None, url),)),
    )
    (link,) = stories.links("page").outgoing
    assert (link.status, link.meant[0].confidence, link.meant[0].reason) == ("found", 1.0, "same DW id")


def test_another_id_speaks_against_the_same_headline_and_date(tmp_path: Path) -> None:
    url = "https://www.dw.com/en/ferries/a-52060882"
    stories = archive(
        tmp_path,
        story("ferry", FERRY, "2019-05-01", dw_id="a-52060881"),
        story("page", "Festival", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01", None, url),)),
    )
    assert meant(stories, "page") == [("wanted", ())]


def test_a_bare_headline_is_the_dated_mention_of_the_same_page(tmp_path: Path) -> None:
    page = story("page", "Festival", "2019-05-03", read_more=(FERRY,), recommends=(recommended(FERRY, "2019-05-01"),))
    stories = archive(tmp_path, page)
    (link,) = stories.links("page").outgoing
    assert (link.ways, link.date) == (("recommends", "read_more"), "2019-05-01")


def test_a_page_that_names_itself_links_to_nothing(tmp_path: Path) -> None:
    stories = archive(tmp_path, story("page", FERRY, "2019-05-03", recommends=(recommended(FERRY, "2019-05-03"),)))
    assert stories.links("page").outgoing == ()
    assert stories.wanted() == []


def test_a_crawlers_guess_at_the_date_does_not_hide_a_story(tmp_path: Path) -> None:
    guessed = story("ferry", FERRY, "2019-02-01", date_source="capture-header")
    page = story("page", "Festival", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"),))
    stories = archive(tmp_path, guessed, page)
    (link,) = stories.links("page").outgoing
    assert (link.status, link.meant[0].confidence) == ("found", 0.7)
    assert "only inferred" in link.meant[0].reason


def test_a_year_without_a_page_like_it_and_odd_values_break_nothing(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("none", None, None, read_more=("", "?", "x" * 5000)),
        story(
            "month", "Month only", "2019-05", recommends=(recommended("Never", "2019-02"), recommended("Odd", "20190"))
        ),
        story("number", "Number", "2019-05-01", dw_id="a-99999999999999999999", url="http://[broken"),
    )
    assert [link.headline for link in stories.links("month").outgoing] == ["Never", "Odd"]
    assert len(stories.wanted()) == 4


def test_a_column_of_every_day_is_known_by_its_date(tmp_path: Path) -> None:
    days = [story(f"day{day}", "Morning brief from Seoul", f"2019-05-{day:02}") for day in range(1, 8)]
    page = story("page", "Festival", "2019-05-09", recommends=(recommended("Morning brief from Seoul", "2019-05-04"),))
    assert meant(archive(tmp_path / "a", *days, page), "page") == [("found", ("day4",))]
    # That of a neighbouring day is another one.
    without = archive(tmp_path / "b", page, *(day for day in days if day.id != "day4"))
    assert meant(without, "page") == [("wanted", ())]
    add(without, days[3])
    assert meant(without, "page") == [("found", ("day4",))]


def test_a_headline_that_proves_to_come_back_no_longer_means_the_next_day(tmp_path: Path) -> None:
    headline = "Morning brief from Seoul"
    page = story("page", "Festival", "2019-05-09", recommends=(recommended(headline, "2019-05-04"),))
    stories = archive(tmp_path, page, story("day5", headline, "2019-05-05"))
    assert meant(stories, "page") == [("found", ("day5",))]
    add(stories, story("day9", headline, "2019-05-09"))
    assert meant(stories, "page") == [("wanted", ())]
    with stories.index.writer() as writer:
        writer.remove("day9")
    assert meant(stories, "page") == [("found", ("day5",))]


def test_of_an_article_and_its_video_the_list_of_videos_means_the_video(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("article", FERRY, "2019-05-01"),
        story("video", FERRY, "2019-05-01", kind="media"),
        story("page", "Festival", "2019-05-03", media=(FERRY,)),
        story("other", "Fair", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"),)),
    )
    assert meant(stories, "page") == [("found", ("video",))]
    ((status, ids),) = meant(stories, "other")
    assert (status, set(ids)) == ("uncertain", {"article", "video"})


@pytest.mark.parametrize(
    ("named", "headline"),
    [
        ("Kim Jong-un visits the harbour of Wonsan", "Kim Jong Un visits the harbour of Wonsan"),
        ("Opinion: Ferries need more than paint", "Ferries need more than paint"),
        ("UPDATE: Bridge of Paju closes for good", "Bridge of Paju closes for good"),
    ],
)
def test_headlines_printed_another_way_are_known_with_their_date(tmp_path: Path, named: str, headline: str) -> None:
    page = story("page", "Festival", "2019-05-03", recommends=(recommended(named, "2019-05-01"),))
    stories = archive(tmp_path, story("ferry", headline, "2019-05-01"), page)
    assert meant(stories, "page") == [("found", ("ferry",))]


def test_an_undated_mention_means_the_last_of_stories_with_one_headline_that_lie_years_apart(tmp_path: Path) -> None:
    headline = "Korean families meet after decades apart at Mount Kumgang"
    stories = archive(
        tmp_path,
        *(story(f"y{year}", headline, f"{year}-08-20") for year in (2009, 2014, 2018)),
        story("page", "Festival", "2018-09-03", read_more=(headline,)),
        story("early", "Fair", "2015-02-03", read_more=(headline,)),
    )
    assert meant(stories, "page") == [("found", ("y2018",))]
    assert meant(stories, "early") == [("found", ("y2014",))]


def test_a_rewording_that_turns_the_sense_round_by_a_number_or_a_korea_is_another_story(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("nord", "Nordkorea eröffnet neuen Bahnhof an der Grenze", "2019-05-01", language="de"),
        story(
            "page",
            "Fest",
            "2019-05-03",
            related=(related("Südkorea eröffnet neuen Bahnhof an der Grenze", "2019-05-01"),),
        ),
        story("forty", "Ferry with 40 crew lost off Sokcho", "2019-05-01"),
        story(
            "other", "Fair", "2019-05-03", recommends=(recommended("Ferry with 14 crew lost off Sokcho", "2019-05-01"),)
        ),
    )
    assert meant(stories, "page") == [("wanted", ())]
    assert meant(stories, "other") == [("wanted", ())]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_versions_of_a_page_the_one_in_force_names_and_is_named(tmp_path: Path, order: tuple[int, int]) -> None:
    url = "https://www.dw.com/en/ferry/a-48561234"
    versions = [
        story("a-48561234", "Ferries wait in Mokpo", "2019-05-01", url=url, crawled="2019-05-01T08:00:00Z"),
        story(
            "a-48561234", FERRY, "2019-05-01", url=url, crawled="2019-05-02T08:00:00Z", read_more=("Bells are cast",)
        ),
    ]
    page = story("page", "Festival", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"),))
    stories = archive(tmp_path, page, story("bells", "Bells are cast", "2019-04-01"))
    for place in order:
        add(stories, versions[place])
        stories.refresh()
    assert len(stories.index.versions("a-48561234")) == 2
    assert meant(stories, "page") == [("found", ("a-48561234",))]
    assert meant(stories, "a-48561234") == [("found", ("bells",))]
    assert stories.wanted() == []


@pytest.mark.parametrize("words", [13, 20, 32, 90])
def test_a_headline_as_long_as_a_paragraph_is_followed_too(tmp_path: Path, words: int) -> None:
    headline = " ".join(f"{chr(97 + n % 26)}{chr(97 + n // 26)}ferrying" for n in range(words))
    page = story("page", "Festival", "2019-05-03", read_more=(f"{headline}, again",))
    dated = story("dated", "Fair", "2019-05-03", recommends=(recommended(f"{headline} today", "2019-05-01"),))
    stories = archive(tmp_path, story("long", headline, "2019-05-01"), page, dated)
    stories.refresh()
    add(stories, story("longer", f"{headline} today", "2019-05-01"))
    assert meant(stories, "page") == [("uncertain", ("long", "longer"))]
    assert meant(stories, "dated") == [("found", ("longer",))]


@pytest.mark.parametrize("hash_seed", range(5))
def test_how_close_two_headlines_are_is_the_same_in_every_process(hash_seed: int) -> None:
    # In the order of a set, which each process has its own of, fractions would add up to a little more or less.
    one = "South Korea hails tree planting with Tokyo in Rasoyang"
    other = "Beijing closes tree planting with South Korea in Rasoyang ahead of summit"
    code = f"from koreanews.stories.wording import closeness; print(closeness({one!r}, {other!r}))"
    environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout == f"{2 * 45 / (62 + 82)}\n"
