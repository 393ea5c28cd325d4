"""A paragraph or list item of the story: text, heading, link to another story, signature, promotion."""

from __future__ import annotations

import re

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html.hidden import is_hidden
from koreanews.cleaner.html.part import AS_BEFORE, Part
from koreanews.cleaner.html.pictures import image_kind
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.words import Piece, collapse, joined, pieces, visible, within
from koreanews.cleaner.phrases import OPENINGS, is_line, openings
from koreanews.cleaner.text.bylines import is_signature, signature_at
from koreanews.cleaner.text.lines import clean_text
from koreanews.cleaner.text.readmore import linked_headline
from koreanews.cleaner.text.shapes import is_heading

_PERMALINK = re.compile(r"(?:[^\W\d]{4,20}:? )?(?P<url>https?://p\.dw\.com/p/[0-9A-Za-z]{1,7})")
"""The page's own short address, as print views have it below the text: "Permalink https://p.dw.com/p/3WRPd"."""
_DURATION = re.compile(r"\d:\d\d(?: min(?:s|utes)?\.?)?$", re.ASCII)
"""How the label of a video ends that lost its box, as in the views that browsers make for reading: "02:11 mins."."""
_LONGEST_LABEL = 40
_BETWEEN_LINKS = re.compile(r"(?:[\s:|>»«/,;•·–—-]|\b(?:and|und)\b)+")
_ARROWS = "→⇒➔►▶▸»> "
_PHRASES = tuple(OPENINGS)
_READ_MORE = openings("read_more")
_OPENING_KINDS = {
    "newsletter": Kind.NEWSLETTER,
    "cookie_banner": Kind.COOKIE_BANNER,
    "announcement": Kind.ANNOUNCEMENT,
    "video_notice": Kind.ANNOUNCEMENT,
    "promotion": Kind.PROMOTION,
}
_PREFERRED_SOURCE = "google.com/preferences/source"
"""Where a link leads by which readers tell Google to prefer DW's stories, in all languages of the site."""
_LONGEST_EDITOR = 100
"""Characters of a line that names the editor; a longer one is a paragraph that begins so."""
NESTED_LIST = Part(Kind.LIST_ITEM)


_NO_PART_OF_ONE = frozenset(
    {"p", "figure", "ul", "ol", "h2", "h3", "h4", "div", "section", "blockquote", "table", "hr"}
)


def paragraph(tag: Tag, sorter: Sorter) -> Part | None:
    """Sorts a paragraph; one that two line breaks divide is two, one without its end tag holds what follows it."""
    if tag.attrs and is_hidden(tag):
        sorter.add(Kind.NAVIGATION, visible(tag))
        return None
    if len(tag.contents) > 1 and any(getattr(child, "name", None) in _NO_PART_OF_ONE for child in tag.contents):
        return AS_BEFORE
    for parts in _divided(_without_pictures(pieces(tag), sorter)):
        for part in _without_heading(parts):
            story_line(part, sorter)
    return None


def _without_heading(parts: list[Piece]) -> list[list[Piece]]:
    """A paragraph whose first line is a heading ("<b>Heading</b><br>Text"): that line, and what stands below it."""
    if not parts or not (parts[0].bold or parts[0].text.isspace()):
        return [parts]
    place = next((place for place, part in enumerate(parts) if part.text == "\n"), len(parts))
    above, below = parts[:place], parts[place + 1 :]
    if not all(part.bold or part.text.isspace() for part in above) or all(part.bold for part in below):
        return [parts]
    text = clean_text(joined(above))
    return [above, below] if text and is_heading(text) and not text.startswith(_PHRASES) else [parts]


def heading(tag: Tag, sorter: Sorter) -> None:
    """Sorts a heading; one that is a link to another story ("Read more: ...") is none."""
    raw = visible(tag)
    if raw.startswith(_READ_MORE) and any(within(tag, "a")):
        _sort(sorter, pieces(tag), raw, Kind.HEADING)
    else:
        sorter.add(Kind.HEADING, raw)


def story_line(parts: list[Piece], sorter: Sorter) -> None:
    """Sorts a line of the story: a paragraph's, or one in no paragraph, as old pages have breaks between theirs."""
    raw = joined(parts)
    if raw:
        _sort(sorter, parts, raw, Kind.PARAGRAPH)


def list_item(tag: Tag, sorter: Sorter) -> Part | None:
    """Sorts an item of a list of the story; a list within it is gone through line by line."""
    if any(within(tag, "ul", "ol")):
        return NESTED_LIST
    parts = _without_pictures(pieces(tag), sorter)
    raw = joined(parts)
    if raw:
        _sort(sorter, parts, raw, Kind.LIST_ITEM)
    return None


def _without_pictures(parts: list[Piece], sorter: Sorter) -> list[Piece]:
    """The pieces that are text; an image among them is one of the story's, no emoji, if its description has words."""
    if all(part.alt is None for part in parts):
        return parts
    around = sorter.item
    for text in (clean_text(part.alt) for part in parts if part.alt):
        if any(map(str.isalpha, text)):
            sorter.new_item()
            sorter.add(image_kind(text), "", text)
    sorter.item = around
    return [part for part in parts if part.alt is None]


def _divided(parts: list[Piece]) -> list[list[Piece]]:
    """The parts of a paragraph, divided where two line breaks follow one another, as paragraphs then do."""
    divided: list[list[Piece]] = [[]]
    breaks = 0
    for part in parts:
        breaks = breaks + 1 if part.text == "\n" else breaks if part.text.isspace() else 0
        if breaks == 2:
            divided.append([])
        divided[-1].append(part)
    return divided


def _sort(sorter: Sorter, parts: list[Piece], raw: str, kind: Kind) -> None:
    """Sorts one paragraph: what its words or links show to be no text of the story, else as `kind`."""
    text = clean_text(raw)
    if not text:
        sorter.add(kind, raw)
        return
    links = [part for part in parts if part.link]
    if links and any("newsletter" in (part.link or "") for part in links):
        sorter.add(Kind.NEWSLETTER, raw, url=links[0].link)
    elif links and any(_PREFERRED_SOURCE in (part.link or "") for part in links):
        sorter.add(Kind.PROMOTION, raw)
    elif is_line(text, "read_more_label"):
        sorter.add(Kind.READ_MORE_LABEL, raw)
    elif is_line(text, "data_box"):
        # "Related Subjects", a label left over in the middle of the text.
        sorter.add(Kind.DATA_BOX, raw)
    elif headlines := _read_more(sorter, parts, text):
        for number, (headline, link) in enumerate(headlines):
            sorter.add(Kind.READ_MORE, "" if number else raw, headline, link)
    elif (name := _opening(text)) in _OPENING_KINDS:
        sorter.add(_OPENING_KINDS[name], raw)
    elif name == "editor" and len(text) < _LONGEST_EDITOR:
        sorter.add(Kind.EDITOR, raw)
    elif name == "video_label" and len(text) < _LONGEST_LABEL and _DURATION.search(text):
        sorter.new_item()
        sorter.add(Kind.VIDEO_LABEL, raw)
    elif kind is Kind.PARAGRAPH:
        _sort_text(sorter, parts, raw, text)
    else:
        sorter.add(kind, raw)


def _sort_text(sorter: Sorter, parts: list[Piece], raw: str, text: str) -> None:
    """Sorts a paragraph of the story, apart from a signature in it or at its end."""
    if is_signature(text):
        sorter.add(Kind.BYLINE, raw)
    elif "p.dw.com/p/" in text and (found := _PERMALINK.fullmatch(text)):
        sorter.add(Kind.PERMALINK, raw, found["url"])
    elif all(part.bold for part in parts if not part.text.isspace()) and is_heading(text):
        sorter.add(Kind.HEADING, raw)
    elif (place := signature_at(text)) > 0 and raw.endswith(text[place:]):
        sorter.add(Kind.PARAGRAPH, raw[: len(raw) - len(text) + place].rstrip())
        sorter.add(Kind.BYLINE, text[place:])
    else:
        upper, _, last = raw.rpartition("\n")
        if upper and (end := clean_text(last)) and is_signature(end):
            sorter.add(Kind.PARAGRAPH, upper)
            sorter.add(Kind.BYLINE, last)
        else:
            sorter.add(Kind.PARAGRAPH, raw)


def _opening(text: str) -> str:
    """The name in the phrases of what `text` begins with; "" where it is no phrase."""
    if not text.startswith(_PHRASES):
        return ""
    return next(name for phrase, name in OPENINGS.items() if text.startswith(phrase))


def _read_more(sorter: Sorter, parts: list[Piece], text: str) -> list[tuple[str, str | None]]:
    """The stories that a paragraph links to, headline and address, where it is such a link and no text.

    "Read more: H", with the label inside the link or before it; several headlines under one label; bare headlines
    below a label of their own paragraph.
    """
    text = text.lstrip(_ARROWS)
    label = next(filter(text.startswith, _READ_MORE), "")
    linked = _linked(parts)
    last = sorter.blocks[-1].kind if sorter.blocks else None
    if not label:
        if last in (Kind.READ_MORE_LABEL, Kind.READ_MORE) and linked and not _outside_links(parts, ""):
            return linked
        return []
    if linked and not _outside_links(parts, label):
        stripped = [(_without_label(headline, label), link) for headline, link in linked]
        return [(headline, link) for headline, link in stripped if headline]
    headline = linked_headline(text[len(label) :])
    return [(headline, linked[0][1] if linked else None)] if headline else []


def _linked(parts: list[Piece]) -> list[tuple[str, str | None]]:
    """The links of a paragraph, their text and address; one that bold or italic type divides is one."""
    found: list[tuple[str, str | None]] = []
    for part in parts:
        if part.link and found and found[-1][1] == part.link:
            found[-1] = (found[-1][0] + part.text, part.link)
        elif part.link and part.text.strip():
            found.append((part.text, part.link))
    return [(clean_text(text), link) for text, link in found]


def _outside_links(parts: list[Piece], label: str) -> str:
    """What a paragraph says beside its links, its label, which each link may have, and the marks between them."""
    text = collapse("".join(part.text for part in parts if not part.link)).lstrip(_ARROWS)
    return _BETWEEN_LINKS.sub("", text.replace(label, "") if label else text)


def _without_label(headline: str, label: str) -> str:
    if not headline.startswith(label):
        return headline
    return linked_headline(headline[len(label) :]) or ""
