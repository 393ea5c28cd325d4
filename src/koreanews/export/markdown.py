"""Records as Markdown: the story, and what stands around it, under front matter with the record's facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from koreanews.export.dates import date_parts, is_inferred, reason_of_date
from koreanews.export.front_matter import front_matter
from koreanews.export.markdown_text import as_line, as_link, as_text
from koreanews.export.names import safe_name
from koreanews.export.values import Record, dict_of, dicts_in, lines_in, single_line


def stories(records: Iterable[Record]) -> Iterator[str]:
    """The stories one below the other. A line "---" begins or ends front matter, and stands nowhere else."""
    between = ""
    for record in records:
        yield between + story(record)
        between = "\n"


def story(record: Record) -> str:
    """A record as one Markdown document."""
    paragraphs = "\n\n".join(_paragraphs(record))
    return f"{front_matter(_facts(record))}\n{paragraphs}\n" if paragraphs else front_matter(_facts(record))


def story_name(record: Record) -> str:
    """A file name for the story, safe on every system: "2019-03-22-002_99e8395a751e14f3.md"."""
    date = record["date"] if date_parts(record.get("date")) else "undated"
    return f"{date}-{safe_name(str(record.get('id', '')))}.md"


def _facts(record: Record) -> dict[str, Any]:
    byline, source = dict_of(record.get("byline")), dict_of(record.get("source"))
    is_dated = date_parts(record.get("date")) is not None
    return {
        "id": record.get("id"),
        "title": record.get("headline"),
        "date": record.get("date"),
        "date_source": record.get("date_source"),
        "date_inferred": is_inferred(record.get("date_source")) if is_dated else None,
        "date_reason": reason_of_date(record),
        **{name: record.get(name) for name in ("section", "kind", "language")},
        **{name: lines_in(byline.get(name)) for name in ("authors", "initials", "agencies")},
        "byline": byline.get("text"),
        **{name: record.get(name) for name in ("url", "dw_id", "crawled")},
        "source": {name: source.get(name) for name in ("path", "format", "sha256", "bytes")},
    }


def _paragraphs(record: Record) -> Iterator[str]:
    """Everything below the front matter, to be set apart by blank lines."""
    if headline := single_line(record.get("headline")):
        yield f"# {as_line(headline)}"
    if teaser := single_line(record.get("teaser")):
        yield f"**{as_text(teaser)}**"
    body = record.get("body")
    headings = frozenset(lines_in(record.get("headings")))
    for paragraph in body.split("\n\n") if isinstance(body, str) else ():
        if line := single_line(paragraph):
            yield _paragraph(line, line in headings)
    yield from _listed("Images", (_captioned(image) for image in dicts_in(record.get("images"))))
    yield from _gallery(record)
    yield from _listed("Videos", map(_video, dicts_in(record.get("videos"))))
    yield from _listed("Read more", map(as_line, lines_in(record.get("read_more"))))
    yield from _listed("DW recommends", map(_story, dicts_in(record.get("recommends"))))
    yield from _listed("Related stories", map(_story, dicts_in(record.get("related"))))
    yield from _listed("Audios and videos on the topic", map(as_line, lines_in(record.get("media"))))
    yield from _listed("Web links", map(as_line, lines_in(record.get("links"))))


def _paragraph(line: str, is_heading: bool) -> str:
    if is_heading:
        return f"## {as_line(line)}"
    return f"- {as_line(line[2:])}" if line.startswith("• ") else as_line(line)


def _listed(label: str, items: Iterable[str]) -> Iterator[str]:
    """A list under its label; nothing where there are no items."""
    lines = [f"- {item}" for item in items if item]
    if lines:
        yield f"## {label}"
        yield "\n".join(lines)


def _gallery(record: Record) -> Iterator[str]:
    """The slides, each a paragraph or more, under the titles of their galleries."""
    gallery = None
    for slide in dicts_in(record.get("gallery")):
        title = single_line(slide.get("gallery"))
        if title != gallery:
            gallery = title
            yield f"## Gallery: {as_text(title)}" if title else "## Gallery"
        yield f"### {as_line(single_line(slide.get('title')) or '(no title)')}"
        if caption := single_line(slide.get("caption")):
            yield as_line(caption)
        if image := _captioned({"caption": slide.get("image"), "credit": slide.get("credit")}):
            yield image


def _captioned(image: Record) -> str:
    caption, credit = single_line(image.get("caption")), single_line(image.get("credit"))
    return as_line(f"{caption} ({credit})".lstrip() if credit else caption)


def _video(video: Record) -> str:
    facts = ", ".join(filter(None, (single_line(video.get(name)) for name in ("program", "date", "duration"))))
    title = single_line(video.get("title"))
    return as_line(f"{title} ({facts})".lstrip() if facts else title)


def _story(item: Record) -> str:
    headline, date, teaser = (single_line(item.get(name)) for name in ("headline", "date", "teaser"))
    linked = as_link(headline, item.get("url"))
    made = linked if linked.startswith("[") else as_line(headline)
    made += f" ({as_text(date)})" if date else ""
    return f"{made}: {as_text(teaser)}" if teaser else made
