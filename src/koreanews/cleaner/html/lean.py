"""An HTML page without what no reader sees: scripts, styles, drawings, comments, pictures written into attributes.

One pass over the page's text, in time linear in its length whatever it holds. Parsing what is left takes a
quarter of the time (330 KB of a page of 2023 are 70 KB of it), and a page saved by SingleFile, with its pictures
inside, costs no more than the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

MOST_DEPTH = 200
"""Elements nested deeper are dropped, their text kept; DW's own pages nest about thirty deep."""

MOST_TAGS = 100_000
"""Tags beyond these are dropped, their text kept: no page of DW's has a tenth of them, and each costs memory."""

_LONGEST_TAG = 4000
"""Characters of a start tag that is kept whole."""
_LONGEST_VALUE = 2000
"""Characters of an attribute in a longer tag, and of a comment, that are kept."""
_HEAD = frozenset({"html", "base", "link", "meta"})
_UNSEEN = ("script", "style", "svg", "noscript", "template", "iframe")
_NEVER_CLOSED = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    p li dt dd tr td th thead tbody tfoot option optgroup colgroup rb rt rtc rp html head body
    """.split()  # noqa: SIM905
)
"""Elements without an end tag, and those whose end tag authors leave out: neither tells how deep a page nests."""

_PLAIN = re.compile(
    rf"(?:[^<]++|<(?!/?(?:{'|'.join((*_UNSEEN, *_HEAD, 'title'))})[\s/>])/?[a-z]"
    r"(?:[^\"'>=]++|=\s*+(?:\"(?!data:)[^\"]*+\"|'(?!data:)[^']*+'|[^\s>\"']?+))*+>)*+",
    re.IGNORECASE | re.ASCII,
)
"""Text and tags that are kept as they stand, as many as there are: read in one go, they take a third of the time."""

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>]++)?+)?+|=)*+(?P<end>>?)"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"?+|'(?P<single>[^']*+)'?+|(?P<bare>[^\s>]++))?+)?+"
)
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE | re.ASCII) for name in (*_UNSEEN, "title")}
_MOST_COMMENTS = 20
_MOST_TELLING = 2_000
"""Tags of the head, and scripts of JSON-LD, that are looked at; DW's pages have about a hundred and one."""
_MANY = 4_000
"""A page with more tags than this is read tag by tag, for their number and the depth at which each stands."""


@dataclass(slots=True)
class Lean:
    """What a reader sees of a page, as HTML (`text`), and what the page says to machines.

    `head` holds the start tags of html, base, link and meta, `title` the text of the first <title> as it stands
    between its tags, `data` the contents of its JSON-LD scripts, `comments` its first comments.
    """

    text: str = ""
    head: list[str] = field(default_factory=list)
    title: str | None = None
    data: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def lean(html: str) -> Lean:
    """`html` without what no reader sees. Never raises."""
    page = _Scan(html).run()
    page.text = _HYPHENATION.sub("", whole_characters(page.text))
    page.title = _HYPHENATION.sub("", page.title) if page.title else page.title
    return page


def whole_characters(text: str) -> str:
    """`text` without what is no character, which neither the parser nor a file takes: halves of pairs, and zeros,
    which browsers pass over."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode()
    return text.replace("\0", "")


def squeezed(html: str) -> str:
    """`html` without blanks before a block and without elements that hold nothing: fewer nodes, the same text."""
    html = _BLANK_BEFORE_BLOCK.sub(">", html)
    return _EMPTY.sub(r"\2", _EMPTY.sub(r"\2", html))


def tag_at(html: str, place: int = 0) -> tuple[str, dict[str, str]] | None:
    """Name and attributes of the start tag that begins at `place`, None where none does.

    Names are in lower case, entities undone; of an attribute given twice the first counts.
    """
    opened = _TAG.match(html, place)
    if opened is None or opened["close"]:
        return None
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(html, opened.end("name"), opened.end()):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), unescape(value) if "&" in value else value)
    return opened["name"].lower(), found


_HYPHENATION = re.compile(r"\xad|&(?:shy|#0{0,9}173|#x0{0,9}ad);", re.IGNORECASE | re.ASCII)
"""Soft hyphens: they tell a browser where a word may be broken, and are not seen unless it is."""

_BLANK_BEFORE_BLOCK = re.compile(
    r">\s++(?=</?(?:article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p"
    r"|section|table|tbody|td|tfoot|th|thead|tr|ul)[\s/>])",
    re.IGNORECASE | re.ASCII,
)
_EMPTY = re.compile(
    r"<(a|div|i|picture|source|span)(?=[\s>])"
    r"(?:[^\"'>=<]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']?+))*+>(\s*+)</\1>",
    re.IGNORECASE | re.ASCII,
)


class _Scan:
    """The scan of one page: `at` is where it reads, `copied` up to where the page was kept or dropped."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.at = self.copied = self.depth = self.tags = 0
        self.kept: list[str] = []
        self.page = Lean()
        self.unclosed: set[str] = set()

    def run(self) -> Lean:
        """The page without what no reader sees. From one `<` to the next: all between them is text, and is kept."""
        html = self.html
        deep = html.count("<") > _MANY
        while True:
            if not deep and (plain := _PLAIN.match(html, self.at)):
                self.at = plain.end()
            at = html.find("<", self.at)
            if at < 0:
                break
            self.at = at
            match = _TAG.match(html, at)
            if match is None:
                self._mark()
            elif not match["end"]:
                # The page breaks off inside a tag.
                self._drop(len(html))
            else:
                self._tag(match)
        self.kept.append(html[self.copied :])
        self.page.text = "".join(self.kept)
        return self.page

    def _tag(self, match: re.Match[str]) -> None:
        """Keeps a tag or drops it, by its name, its size and how deep it stands."""
        name = match["name"].lower()
        closes = bool(match["close"])
        if name in _CLOSING:
            self._unseen(name, match, closes)
        elif name in _HEAD:
            if not closes and len(self.page.head) < _MOST_TELLING:
                self.page.head.append(match[0])
            self._drop(match.end())
        elif self.tags >= MOST_TAGS:
            self._drop(match.end(), " ")
        elif name not in _NEVER_CLOSED and not match[0].endswith("/>") and not self._is_shallow(closes):
            self._drop(match.end())
        elif match.end() - match.start() > _LONGEST_TAG:
            self._drop(match.end(), _shortened(match[0], name))
        else:
            self.tags += 1
            self.at = match.end()

    def _is_shallow(self, closes: bool) -> bool:
        if closes:
            self.depth = max(0, self.depth - 1)
            return self.depth < MOST_DEPTH
        self.depth += 1
        return self.depth <= MOST_DEPTH

    def _unseen(self, name: str, match: re.Match[str], closes: bool) -> None:
        """Drops an element with all that it holds, kept apart where it says something to machines."""
        end = None
        if not closes and not match[0].endswith("/>") and name not in self.unclosed:
            end = _CLOSING[name].search(self.html, match.end())
            if end is None:
                self.unclosed.add(name)
        if end is None:
            # A script that never ends is the rest of a page that broke off; of the others, only the tag goes.
            breaks_off = name in ("script", "style") and not closes and not match[0].endswith("/>")
            self._drop(len(self.html) if breaks_off else match.end())
            return
        content = self.html[match.end() : end.start()]
        if name == "script" and "ld+json" in match[0].lower():
            if len(self.page.data) < _MOST_TELLING:
                self.page.data.append(content)
        elif name == "title" and self.page.title is None:
            self.page.title = content
        self._drop(end.end())

    def _mark(self) -> None:
        """Drops a comment, a declaration or an instruction; a "<" that opens nothing is text."""
        html, at = self.html, self.at
        if html.startswith("<!--", at):
            end = html.find("-->", at + 2)
            end = len(html) if end < 0 else end + 3
            if len(self.page.comments) < _MOST_COMMENTS:
                self.page.comments.append(html[at : min(end, at + _LONGEST_VALUE)])
            self._drop(end)
        elif html.startswith(("<!", "<?", "</"), at):
            end = html.find(">", at)
            self._drop(len(html) if end < 0 else end + 1)
        else:
            # At the very end it is what is left of a tag in which the page breaks off.
            self._drop(at + 1, "&lt;" if at + 1 < len(html) else "")

    def _drop(self, end: int, instead: str = "") -> None:
        self.kept += (self.html[self.copied : self.at], instead)
        self.at = self.copied = end


def _shortened(tag: str, name: str) -> str:
    """A start tag without its longest attributes: pictures and styles that were written into them."""
    kept = [
        match[0] for match in _ATTRIBUTE.finditer(tag, len(name) + 1) if match.end() - match.start() <= _LONGEST_VALUE
    ]
    return f"<{' '.join([name, *kept])}>"
