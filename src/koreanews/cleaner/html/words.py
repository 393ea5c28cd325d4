"""The visible words of an element: what they say, where lines break, which are linked or bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4.element import NavigableString, PreformattedString, Script, Stylesheet, Tag, TemplateString

BREAKING = frozenset(
    """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p
    pre search section select summary table tbody tfoot thead tr ul amp-accordion amp-carousel amp-sidebar
    """.split()  # noqa: SIM905
)
"""Elements that stand on lines of their own."""

APART = frozenset({"td", "th"})
"""Elements that stand on one line, with a blank between them."""

UNSEEN = frozenset(
    {"audio", "video", "object", "canvas", "amp-video", "amp-audio", "datalist", "textarea", "noembed", "noframes"}
)
"""Elements whose text is for browsers that cannot show them; no reader sees it."""

IMAGES = frozenset({"img", "amp-img"})

BOLD = frozenset({"b", "strong"})

_OF_MACHINES = (PreformattedString, Script, Stylesheet, TemplateString)
_BLANKS = re.compile(" {2,}")
_AROUND_BREAKS = re.compile(" ?\n ?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: "\\n" where a line breaks, `link` the address that it links to, `bold` if it is.

    `alt` is the alternative text of an image that stands there; then there is no text.
    """

    text: str
    link: str | None = None
    bold: bool = False
    alt: str | None = None


def is_visible(node: object) -> bool:
    """Whether `node` is text that a reader sees: no comment, no declaration, no script."""
    return type(node) is NavigableString or (isinstance(node, NavigableString) and not isinstance(node, _OF_MACHINES))


def visible(tag: Tag) -> str:
    """The text of `tag` as a reader sees it: blanks single, lines broken where the page breaks them."""
    contents = tag.contents
    if len(contents) == 1 and is_visible(contents[0]):
        return " ".join(str(contents[0]).split())
    return joined(pieces(tag))


def within(tag: Tag, *names: str) -> Iterator[Tag]:
    """The elements of these names in `tag`, in its order; ten times as fast as `find_all` on a small element."""
    for node in tag.descendants:
        if isinstance(node, Tag) and node.name in names:
            yield node


def classes(tag: Tag) -> list[str]:
    """The classes of an element."""
    return str(tag.attrs.get("class") or "").split()


def first_link(tag: Tag) -> str | None:
    """Where the first link in an element leads, as the page writes it; None where there is none."""
    return next((str(each.attrs["href"]) for each in within(tag, "a") if each.attrs.get("href")), None)


def alt_text(image: Tag) -> str:
    """The alternative text of an image as the page writes it; "" where it has none."""
    return str(image.attrs.get("alt") or "")


def joined(parts: list[Piece]) -> str:
    """The text of `parts`, one after the other."""
    return collapse("".join(part.text for part in parts))


def collapse(text: str) -> str:
    """`text`, made of what `flat` gives, with single blanks and none beside a line break or at either end."""
    return _AROUND_BREAKS.sub("\n", _BLANKS.sub(" ", text)).strip(" \n")


def flat(text: str) -> str:
    """A string of the page as HTML means it: any run of blanks and line ends is one blank."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def pieces(tag: Tag) -> list[Piece]:
    """The text of `tag`, piece by piece, in its order."""
    found: list[Piece] = []
    stack: list[tuple[Iterator[object], str | None, bool, str]] = [(iter(tag.contents), None, False, "")]
    while stack:
        children, link, bold, after = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if after:
                found.append(Piece(after))
        elif isinstance(child, Tag):
            name = child.name
            if name == "br":
                found.append(Piece("\n"))
            elif name in IMAGES:
                found.append(Piece("", alt=alt_text(child)))
            elif name not in UNSEEN:
                around = " " if name in BREAKING or name in APART else ""
                if around:
                    found.append(Piece(around))
                inner = str(child.attrs.get("href") or "") or link if name == "a" else link
                stack.append((iter(child.contents), inner, bold or name in BOLD, around))
        elif is_visible(child):
            found.append(Piece(flat(str(child)), link, bold))
    return found
