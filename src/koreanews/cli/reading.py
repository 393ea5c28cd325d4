"""A record set for reading: what `koreanews show` prints, line by line, each line with its part in the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from koreanews.cli.dates import explained_date
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.stories.mentions import Place, Way

Record = dict[str, Any]


class Line(NamedTuple):
    """A paragraph, or a line that is not to be joined with the next.

    `part` is headline, fact, teaser, paragraph, heading, label, item, detail, note or blank. `text` is as it stands
    in the record, unsafe characters and all. `name` is what a fact is called, "" elsewhere.
    """

    part: str
    text: str = ""
    name: str = ""


BLANK = Line("blank")


def named_in(record: Record, *, everything: bool) -> bool:
    """Whether `article_lines` has other stories to name."""
    return any(record[key] for key in (_NAMING if everything else _NAMING[:1]))


_NAMING = ("recommends", "read_more", "related", "media")


def article_lines(record: Record, *, everything: bool, meant: Mapping[Place, str]) -> Iterator[Line]:
    """The article: head, story, and what DW recommends; all that stands around it counted, or given in full.

    `meant` says which records are meant by the stories that the page names.
    """
    yield Line("headline", record["headline"] or "(no headline)")
    yield BLANK
    yield from _facts(record)
    if record["teaser"]:
        yield BLANK
        yield Line("teaser", record["teaser"])
    headings = frozenset(record["headings"])
    for paragraph in (record["body"] or "").split("\n\n"):
        if paragraph:
            yield BLANK
            yield _paragraph(paragraph, headings)
    yield from _list("DW recommends", _stories(record, "recommends", meant))
    if everything:
        yield from _around(record, meant)
    elif counts := _counts(record):
        yield BLANK
        from shlex import quote

        command = f"koreanews show --all {quote(record['id'])}"
        yield Line("note", f"Also on this page: {', '.join(counts)}. To see them: {command}")


def _paragraph(text: str, headings: frozenset[str]) -> Line:
    if text.startswith("• "):
        return Line("item", text.removeprefix("• "))
    return Line("heading" if text in headings else "paragraph", text)


def _facts(record: Record) -> Iterator[Line]:
    """The lines above a story, of what is known of it."""
    facts = {
        "Date": explained_date(record["date"], record["date_source"]),
        "Section": record["section"],
        "Kind": record["kind"] if record["kind"] != "article" else None,
        "By": _byline(record["byline"]) if record["byline"] else None,
        "Id": record["id"],
        "URL": record["url"],
        "Saved": record["crawled"],
    }
    return (Line("fact", text, name) for name, text in facts.items() if text)


def _byline(byline: Record) -> str:
    """The line as it stands, and the authors that only a data box or metadata name."""
    text = byline["text"] or ""
    unnamed = (author for author in byline["authors"] if author.casefold() not in text.casefold())
    return "; ".join(filter(None, (text, *unnamed)))


def _counts(record: Record) -> list[str]:
    """How many of each thing that is not printed the record holds, but for those that it has none of."""
    numbers = {
        "image": record["images"],
        "gallery slide": record["gallery"],
        "video": record["videos"],
        "read-more link": record["read_more"],
        "related story": record["related"],
        "media link": record["media"],
        "web link": record["links"],
    }
    return [counted(len(things), one) for one, things in numbers.items() if things]


def _around(record: Record, meant: Mapping[Place, str]) -> Iterator[Line]:
    """All that stands around the story, each kind under its label."""
    yield from _list("Images", ((_credited(image), ()) for image in record["images"]))
    for at, slide in enumerate(record["gallery"]):
        gallery = slide["gallery"]
        if at == 0 or gallery != record["gallery"][at - 1]["gallery"]:
            yield BLANK
            yield Line("label", f"Gallery: {gallery}" if gallery else "Gallery")
        details = (slide["caption"], _credited({"caption": slide["image"], "credit": slide["credit"]}))
        yield from _item(slide["title"] or "(no title)", details)
    yield from _list("Videos", (_video(video) for video in record["videos"]))
    yield from _list("Read more", _headlines(record, "read_more", meant))
    yield from _list("Related stories", _stories(record, "related", meant))
    yield from _list("Audios and videos on the topic", _headlines(record, "media", meant))
    yield from _list("Web links", ((text, ()) for text in record["links"]))


Item = tuple[str, tuple[str | None, ...]]
"""What an item is called, and the details under it."""


def _list(label: str, items: Iterator[Item]) -> Iterator[Line]:
    """Items under a label; nothing where there are none."""
    for at, (text, details) in enumerate(items):
        if at == 0:
            yield BLANK
            yield Line("label", label)
        yield from _item(text, details)


def _item(text: str, details: tuple[str | None, ...]) -> Iterator[Line]:
    yield Line("item", text)
    yield from (Line("detail", detail) for detail in details if detail)


def _stories(record: Record, key: Way, meant: Mapping[Place, str]) -> Iterator[Item]:
    for at, story in enumerate(record[key]):
        headline = f"{story['headline']} ({story['date']})" if story["date"] else story["headline"]
        yield _with_id(headline, meant.get((key, at))), (story["teaser"], story["url"])


def _headlines(record: Record, key: Way, meant: Mapping[Place, str]) -> Iterator[Item]:
    for at, headline in enumerate(record[key]):
        yield _with_id(headline, meant.get((key, at))), ()


def _with_id(headline: str, meant: str | None) -> str:
    return f"{headline} → {meant}" if meant else headline


def _credited(image: Record) -> str:
    credit = f"({image['credit']})" if image["credit"] else None
    return " ".join(filter(None, (image["caption"], credit)))


def _video(video: Record) -> Item:
    facts = ", ".join(filter(None, (video["program"], video["date"], video["duration"])))
    return video["title"] or "(no title)", (facts,)
