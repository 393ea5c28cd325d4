"""An archive of stories that name one another, made by rule from a seed number, with what is meant by each mention.

Stories come in lines of about eight, days or weeks apart, that share places, names and a paragraph of background.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from benchmarks.story_words import COLUMN, DAILY, GALLERY, Line, Telling, printed, reworded, slightly_reworded
from koreanews.captures.capture import Source
from koreanews.parser.article import SCHEMA, Article, Recommendation, RelatedStory

DAYS = 6000
"""Within how many days lines of stories begin: sixteen years."""
ADDRESSED = 0.15
"""The share of dated mentions whose page gives the address, as HTML does."""


@dataclass
class Web:
    """The archive: its articles; `links` as (page, headline on the page, story meant), `copies` as groups of ids.

    `lacking` counts mentions of stories that the archive has not, and of those that nothing on the page decides.
    """

    articles: list[Article] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    copies: list[list[str]] = field(default_factory=list)
    lacking: int = 0
    _first: dict[str, str] = field(default_factory=dict)
    _group: dict[str, list[str]] = field(default_factory=dict)

    def ids(self) -> list[str]:
        return [article.id for article in self.articles]

    def story_of(self, id: str) -> str:
        """The id that stands for a story and its copies."""
        return self._first.get(id, id)

    def add_copy(self, of: Article, copy: Article) -> None:
        self._first[copy.id] = of.id
        if of.id not in self._group:
            self.copies.append(group := [of.id])
            self._group[of.id] = group
        self._group[of.id].append(copy.id)
        self.articles.append(copy)


def web(seed: int, size: int, days: int = DAYS) -> Web:
    """An archive of about `size` records, in lines that begin within so many days."""
    return _Weaver(Random(seed), size, days).web()


class _Weaver:
    def __init__(self, rng: Random, size: int, days: int) -> None:
        self.rng = rng
        self.size = size
        self.days = days
        self.made = Web()
        self.number = 1_000_000

    def web(self) -> Web:
        rng, made = self.rng, self.made
        # The columns of every week and of every day, and the one gallery, come first, so that stories can name them.
        days = [(COLUMN, date(2016, 1, 4) + timedelta(weeks=week)) for week in range(60)]
        days += [(DAILY, date(2017, 5, 1) + timedelta(days=day)) for day in range(40)]
        columns = [self.story(Line(rng).telling(rng, headline=name), day, number=None) for name, day in days]
        archived_columns = [column for column in columns if rng.random() < 0.5]
        gallery = replace(self.story(Line(rng).telling(rng, headline=GALLERY), date(2015, 3, 2)), kind="gallery")
        made.articles += [*archived_columns, gallery]
        while len(made.articles) < self.size:
            self.weave_line(columns, gallery)
        rng.shuffle(made.articles)
        return made

    def weave_line(self, columns: list[Article], gallery: Article) -> None:
        """A line of stories, some withheld, each naming some of those before it; traps and copies among them."""
        rng, line = self.rng, Line(self.rng)
        day = date(2001, 1, 1) + timedelta(days=rng.randrange(self.days))
        stories: list[Article] = []
        for _ in range(8):
            day += timedelta(days=rng.choice((0, 1, 1, 2, 3, 7, 21)))
            stories.append(self.story(line.telling(rng), day))
        told = [*stories, *(self.story(telling, day) for telling in line.twins(rng))]
        # The same headline years later, and a story that names it without a date.
        day += timedelta(days=rng.randrange(800, 3000))
        told.append(self.story(line.telling(rng, headline=stories[0].headline), day))
        told.append(self.story(line.telling(rng), day + timedelta(days=2)))
        archived = {story.id for story in told if rng.random() < 0.7}
        finished = []
        for at, story in enumerate(told):
            if story.id in archived:
                named = rng.sample(told[:at], min(at, rng.randrange(2, 6)))
                finished.append(self.with_mentions(story, named, archived, columns, gallery, told[-2]))
        self.made.articles += finished
        for story in finished:
            if rng.random() < 0.12:
                for _ in range(rng.choice((1, 1, 2))):
                    self.add_copy(story)

    def story(self, telling: Telling, day: date, number: int | None = 0) -> Article:
        self.number += 7
        digits = hashlib.sha256(str(self.number).encode()).hexdigest()
        id = f"{self.number}_{digits[:16]}"
        dw_id = None if number is None or self.rng.random() < 0.6 else f"a-{self.number}"
        return Article(
            id=id,
            schema=SCHEMA,
            kind="article",
            headline=telling.headline,
            date=day.isoformat(),
            date_source="title",
            dates=(),
            section="Asia",
            language="en",
            teaser=telling.teaser,
            byline=None,
            body="\n\n".join(telling.paragraphs),
            headings=(),
            images=(),
            videos=(),
            gallery=(),
            read_more=(),
            recommends=(),
            related=(),
            media=(),
            links=(),
            url=f"https://www.dw.com/en/story/{dw_id}" if dw_id else None,
            dw_id=dw_id,
            crawled=None,
            source=Source(f"pages/{id}.txt", "text", digits, len(digits)),
        )

    def with_mentions(
        self,
        page: Article,
        named: list[Article],
        archived: set[str],
        columns: list[Article],
        gallery: Article,
        again: Article,
    ) -> Article:
        """The page with the stories that it names; `again` is the later of two stories with one headline."""
        rng = self.rng
        recommends: list[Recommendation] = []
        related: list[RelatedStory] = []
        read_more: list[str] = []
        for story in named:
            way = rng.choice(("recommends", "recommends", "related", "read_more"))
            if way == "read_more" and _is_years_before(story, page) and story.headline == again.headline:
                # Without a date nobody could tell that the earlier one is meant.
                way = "recommends"
            headline = self.headline(story, dated=way != "read_more")
            if way == "read_more":
                read_more.append(headline)
            else:
                self.list_dated(story, headline, recommends, related, way)
            self.expect(page, headline, story, story.id in archived)
        if rng.random() < 0.3:
            recommends.append(Recommendation(gallery.headline or "", gallery.date, None, None))
            self.expect(page, gallery.headline or "", gallery, True)
        if rng.random() < 0.1:
            column = rng.choice(columns)
            there = any(article.id == column.id for article in self.made.articles[: len(columns) + 1])
            recommends.append(Recommendation(column.headline or "", column.date, None, None))
            self.expect(page, column.headline or "", column, there)
        return replace(page, recommends=tuple(recommends), related=tuple(related), read_more=tuple(read_more))

    def list_dated(
        self, story: Article, headline: str, recommends: list[Recommendation], related: list[RelatedStory], way: str
    ) -> None:
        rng = self.rng
        day = date.fromisoformat(story.date or "")
        if rng.random() < 0.08:
            day += timedelta(days=rng.choice((-1, 1)))
        teaser = story.teaser if rng.random() < 0.8 else None
        url = story.url if rng.random() < ADDRESSED else None
        if way == "recommends":
            recommends.append(Recommendation(headline, day.isoformat(), teaser, url))
        else:
            related.append(RelatedStory(headline, day.isoformat(), teaser, None, url))

    def headline(self, story: Article, *, dated: bool) -> str:
        rng, headline = self.rng, story.headline or ""
        chance = rng.random()
        if chance < 0.6:
            return headline
        if chance < 0.8:
            return printed(headline, rng)
        return reworded(headline, rng) if dated else slightly_reworded(headline, rng)

    def expect(self, page: Article, headline: str, story: Article, is_archived: bool) -> None:
        if is_archived:
            self.made.links.append((page.id, headline, story.id))
        else:
            self.made.lacking += 1

    def add_copy(self, story: Article) -> None:
        """One more record of a story: another capture, an update, one cut short, or the agency's text elsewhere."""
        rng = self.rng
        self.number += 7
        paragraphs = (story.body or "").split("\n\n")
        copy = replace(story, id=f"{self.number}_copy", source=replace(story.source, path=f"pages/{self.number}.txt"))
        chance = rng.random()
        if chance < 0.3:
            copy = replace(copy, dw_id=None, url=None, crawled="2020-01-01T00:00:00Z")
        elif chance < 0.6:
            fresh = Line(rng).telling(rng).paragraphs
            at = rng.randrange(len(paragraphs))
            changed = [*paragraphs[:at], fresh[0], *paragraphs[at + rng.randrange(2) :]]
            copy = replace(copy, body="\n\n".join(changed))
        elif chance < 0.8:
            copy = replace(copy, dw_id=None, url=None, body="\n\n".join(paragraphs[: -(len(paragraphs) // 3)]))
        else:
            # The agency's text under another headline, with mentions of its own left out.
            other = Line(rng).telling(rng)
            copy = replace(
                copy,
                headline=other.headline,
                teaser=other.teaser,
                body="\n\n".join([other.paragraphs[0], *paragraphs[1:]]),
                dw_id=f"a-{self.number}",
                url=None,
                recommends=(),
                related=(),
                read_more=(),
            )
        for link in [link for link in self.made.links if link[0] == story.id]:
            if copy.recommends or copy.related or copy.read_more:
                self.made.links.append((copy.id, link[1], link[2]))
        self.made.add_copy(story, copy)


def _is_years_before(story: Article, page: Article) -> bool:
    days = date.fromisoformat(page.date or "") - date.fromisoformat(story.date or "")
    return days > timedelta(days=700)
