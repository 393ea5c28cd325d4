"""From blocks to the record: which kinds of block make which field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from koreanews.captures.address import canonical, dw_id, language_of
from koreanews.captures.capture import Capture, Source
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.phrases import STRAPLINES
from koreanews.cleaner.sections import section_named
from koreanews.cleaner.titles import comparable, read_title, signed_title
from koreanews.parser.article import SCHEMA, Article
from koreanews.parser.bylines import read_byline
from koreanews.parser.candidates import find_candidates
from koreanews.parser.items import find_things, read_images, read_recommends, read_related, read_slides, read_videos
from koreanews.parser.kinds import page_kind
from koreanews.parser.language import declared_language, guess_language
from koreanews.parser.no_page import is_no_page
from koreanews.parser.verdicts import judge

_BODY: Final = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.LIVE_ENTRY})

_PUBLISHERS: Final = frozenset({"title", "dateline", "metadata"})
"""The rules by which a date is the publisher's own word."""

ByKind = Mapping[Kind, Sequence[Block]]


def parse_blocks(blocks: Sequence[Block], capture: Capture) -> Article:
    """The record of the page that the cleaner sorted into `blocks`; `capture` says where it came from.

    Never raises for what a page holds: what it lacks is None or empty.
    """
    things = find_things(blocks)
    kinds: defaultdict[Kind, list[Block]] = defaultdict(list)
    for block in blocks:
        kinds[block.kind].append(block)
    item = Kind.LIST_ITEM
    body = "\n\n".join(
        [f"• {block.text}" if block.kind is item else block.text for block in blocks if block.kind in _BODY]
    )
    headline, section = _headline_and_section(kinds)
    # A page may show its teaser twice, for narrow screens and for wide ones.
    teaser = " ".join(dict.fromkeys(_texts(kinds, Kind.TEASER))) or None
    url = _url(kinds, capture)
    site = language_of(url) if url else None
    words = f"{teaser or ''} {body}" if body or teaser else _words_beside(kinds, headline)
    # A word or two that stand over a list tell no language.
    language = _language(kinds, site, words) or guess_language(_words_beside(kinds, headline))
    story = "\n".join(filter(None, (headline, teaser, body)))
    # The site's way to write dates is that of its own language, whichever a translator made of the page.
    month_first = (site or language) == "en"
    date = judge(find_candidates(blocks, month_first=month_first, crawled=capture.crawled), story)
    page_id = next(filter(None, map(dw_id, _addresses(kinds, capture))), None)
    return Article(
        id=_id(url, capture),
        schema=SCHEMA,
        kind=_kind(kinds, page_id, section, headline, date.source),
        headline=headline,
        date=date.date,
        date_source=date.source,
        dates=date.dates,
        section=section,
        language=language,
        teaser=teaser,
        byline=read_byline(_texts(kinds, Kind.BYLINE), _texts(kinds, Kind.METADATA_AUTHOR)),
        body=body or None,
        headings=tuple(_texts(kinds, Kind.HEADING)),
        images=read_images(things),
        videos=read_videos(things),
        gallery=read_slides(things),
        read_more=tuple(_texts(kinds, Kind.READ_MORE)),
        recommends=read_recommends(things),
        related=read_related(things),
        media=tuple(_texts(kinds, Kind.MEDIA)),
        links=tuple(_texts(kinds, Kind.LINK)),
        url=url,
        dw_id=page_id,
        crawled=capture.crawled.strftime("%Y-%m-%dT%H:%M:%SZ") if capture.crawled else None,
        source=_source(kinds, capture),
    )


def _kind(kinds: ByKind, page_id: str | None, section: str | None, headline: str | None, dated_by: str | None) -> str:
    """The record's kind; what a server gives in place of a page has no date of the publisher's."""
    if dated_by not in _PUBLISHERS and is_no_page(kinds, headline):
        return "other"
    return page_kind(kinds, page_id, section)


def _texts(kinds: ByKind, kind: Kind) -> list[str]:
    return [block.text for block in kinds[kind] if block.text] if kind in kinds else []


def _headline_and_section(kinds: ByKind) -> tuple[str | None, str | None]:
    """The headline as the page prints it, where that is the title line's own; else the title line's.

    The title line is the surest place for both (formats.md), but it cannot write an apostrophe.
    """
    shown = next(iter(_texts(kinds, Kind.HEADLINE)), None)
    line = next(iter(_texts(kinds, Kind.TITLE_LINE)), "")
    title = read_title(line, is_known=True) if line else None
    section = title.section if title and title.section not in STRAPLINES else None
    section = section or next(map(section_named, _texts(kinds, Kind.SECTION_LABEL)), None)
    if title is None:
        signed = signed_title(line)
        return shown or (signed[0] if signed else line or None), section
    if shown is None:
        return title.headline, section
    if _is_same_headline(shown, title.headline):
        return shown, section
    # "Headline | DW Freedom | Speech. Expression. Media. | DW": a strapline may stand behind a bar as a section does.
    before, bar, section_and_more = title.headline.partition(" | ")
    if bar and _is_same_headline(shown, before):
        return shown, section_and_more.partition(" | ")[0]
    return title.headline, section


def _is_same_headline(shown: str, titled: str) -> bool:
    """Whether two prints of a headline differ in no word, but for a label such as "Opinion:" before one of them."""
    if shown == titled:
        return True
    one, other = comparable(shown), comparable(titled)
    return one == other or one == other.partition(": ")[2] or one.partition(": ")[2] == other


def _language(kinds: ByKind, site: str | None, text: str) -> str | None:
    declared = next(filter(None, map(declared_language, _texts(kinds, Kind.METADATA_LANGUAGE))), None)
    if declared and (site is None or site == declared):
        return declared
    guessed = guess_language(text)
    # A page that declares another language than its address is in that of its address where its words say so too.
    return guessed if declared is None or guessed == site else declared


def _words_beside(kinds: ByKind, headline: str | None) -> str:
    """The words of a page without a story: its headline, and the teasers of those that it lists or shows."""
    kinds_of_words = (Kind.RELATED_TEASER, Kind.SLIDE_TEXT, Kind.RECOMMENDS_TEASER)
    return " ".join([headline or "", *(text for kind in kinds_of_words for text in _texts(kinds, kind))])


def _addresses(kinds: ByKind, capture: Capture) -> list[str]:
    """The page's addresses, the surest first; what a mirror or proxy put around them is taken away."""
    told = [*([capture.url] if capture.url else []), *_texts(kinds, Kind.PERMALINK)]
    return _texts(kinds, Kind.METADATA_URL) + [canonical(address) or address for address in told]


def _url(kinds: ByKind, capture: Capture) -> str | None:
    return next(iter(_addresses(kinds, capture)), None)


def _id(url: str | None, capture: Capture) -> str:
    """The record's id: DW's own before a mere place in a container, where the page's own address tells it."""
    return (dw_id(url) if url and capture.named_by_place else None) or capture.id


def _source(kinds: ByKind, capture: Capture) -> Source:
    """Where the page was read from; for HTML also by which layout ("html, no known layout")."""
    source = capture.source
    layout = next(iter(_texts(kinds, Kind.LAYOUT)), None)
    if layout is None:
        return source
    return Source(source.path, f"{source.format}, {layout}", source.sha256, source.bytes)
