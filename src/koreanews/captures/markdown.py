"""Pages kept as Markdown, as clippers, readers' services and crawlers write it: the HTML that it stands for.

What is Markdown is CommonMark's, and a library's, to say. What stands above it, of the page as a whole, is not of it:
front matter in YAML between lines of dashes (Obsidian, Jekyll, trafilatura), or lines that end with "Markdown Content:"
(Jina Reader).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_SUFFIXES = (".md", ".markdown")
_MARK = re.compile(r"\]\(<?(?:https?:/)?/|^#{1,6} (?=\S)", re.MULTILINE)
"""Where the address of a link begins, or a heading. A text dump has none, though a person's note in it may have one."""
_FEWEST_MARKS = 3
_FENCE = "---"
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:title|url|source|author|date|published):[ \t]", re.IGNORECASE)
_CONTENT = "Markdown Content:"
_MOST_LINES = 60
"""Lines from the first in which what stands above the page ends."""
_LONGEST = 1 << 19
"""Characters. Real pages stay below a tenth of it, and the library takes its time over brackets without end."""

_WRAPPED = re.compile(r"(?<=\w)-\n(?=\w)")
"""Where a converter that wraps lines has parted a word behind its hyphen, or an address."""
_BRACKETS = re.compile(r"\[|\](\(<?[^()\s<>\"]*>?(?:\s+\"[^\"\n]*\")?\s*\))?")

_NAMES = {
    "title": "title",
    **dict.fromkeys(("url", "source", "link", "url source"), "url"),
    **dict.fromkeys(("published", "published time"), "published"),
    "date": "date",
}
"""What clippers call what is told of a page, in small letters. "published" is the page's own word, "date" a guess."""
_TOLD = re.compile(r"([A-Za-z][\w ]{0,30}):[ \t]+(\S.*)")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?![0-9])")


def is_markdown(text: str, path: str) -> bool:
    """Whether the text of a file at `path` is Markdown: by the file's name, or by marks that only Markdown has."""
    if len(text) > _LONGEST:
        return False
    if path.lower().endswith(_SUFFIXES) or _FRONT_MATTER.match(text):
        return True
    if "]" not in text and "#" not in text:
        # Single characters are looked for at a twentieth of the cost; most text dumps have neither.
        return False
    return sum(1 for _ in islice(_MARK.finditer(text), _FEWEST_MARKS)) == _FEWEST_MARKS


def html_of(text: str) -> str:
    """The page as HTML. A date that the saver guessed stands where text dumps have the crawler's guess."""
    from markdown_it import MarkdownIt

    told, content = _parted(text)
    content = _without_links_around_blocks(_WRAPPED.sub("-", content.replace("\r\n", "\n")))
    # What is set in by four blanks is code, to Markdown; pages of news have none, and converters set in what they like.
    reader = MarkdownIt("commonmark").enable("table").disable("code")
    reader.add_render_rule("image", _alternative_text)
    body = reader.render(content)
    head = f"<title>{escape(told['title'])}</title>" if "title" in told else ""
    if "url" in told:
        head += f'<link rel="canonical" href="{escape(told["url"])}">'
    if "published" in told:
        head += f'<meta property="article:published_time" content="{escape(told["published"])}">'
    day = _DAY.match(told.get("date", ""))
    guess = f"<p>date {day[0]}</p>" if day else ""
    return f"<html><head>{head}</head><body>{guess}{body}</body></html>"


def _alternative_text(
    renderer: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType
) -> str:
    """An image as text dumps have it: what it shows on a line of its own, for nothing else joins it to its caption."""
    words = renderer.renderInlineAsText(tokens[place].children or [], options, env)
    # A page has its pictures for narrow screens and for wide ones.
    is_again = place > 0 and tokens[place - 1].type == "image" and tokens[place - 1].content == tokens[place].content
    return "" if is_again else f"<div>{escape(words)}</div>"


def _without_links_around_blocks(text: str) -> str:
    """The text without the marks of links that go over several lines: converters put whole teasers into one."""
    opened: list[int] = []
    marks: list[tuple[int, int]] = []
    for match in _BRACKETS.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match[1] and text.find("\n", start, match.start()) >= 0:
                marks += [(start - (text[start - 1 : start] == "!"), start + 1), match.span()]
    kept, last = [], 0
    for start, end in sorted(marks):
        kept.append(text[last:start])
        last = end
    return "".join([*kept, text[last:]])


def _parted(text: str) -> tuple[dict[str, str], str]:
    """What is told of the page above it, under the names in `_NAMES`, and the page."""
    lines = text.lstrip("\ufeff \r\n").split("\n", _MOST_LINES)
    first = lines[0].rstrip()
    ends = _FENCE if first == _FENCE else _CONTENT if _TOLD.match(first) else None
    end = next((place for place, line in enumerate(lines[:-1]) if place and line.rstrip() == ends), None)
    if end is None:
        return {}, text
    told: dict[str, str] = {}
    for line in lines[:end]:
        said = _TOLD.match(line)
        name = _NAMES.get(said[1].lower()) if said else None
        if said and name:
            told.setdefault(name, said[2].strip().strip("\"'"))
    return told, "\n".join(lines[end + 1 :])
