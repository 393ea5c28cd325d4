"""Records for the tests of this folder, texts that mean harm, and a way to write a document of a format."""

from __future__ import annotations

import io
import os
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from koreanews.export import Format, write_records
from koreanews.parser.article import ARTICLE_FIELDS, SCHEMA

checked = settings(
    max_examples=int(os.environ.get("KOREANEWS_EXAMPLES") or 60),
    derandomize="KOREANEWS_EXAMPLES" not in os.environ,
    database=None,
    deadline=None,
)

_LISTS = ("dates", "headings", "images", "videos", "gallery", "read_more", "recommends", "related", "media", "links")

HOSTILE = (
    "Braces { that } never {{ close",
    "A backslash \\ and \\input{passwords} and \\",
    "50% of $100 & #1 ~ co_operation ^ 2",
    "Dashes -- and --- and ''quotes'' and ``quotes''",
    'Quote " and, comma @article{evil, title={x}}',
    "Ends here\nER  - \n\nTY  - BOOK\nTI  - Forged",
    "Ends here\r\nTI  - Forged",
    "Ends here\u2028ER  - \u2029TY  - BOOK\x85TI  - Forged\x0bAU  - X\x1cAU  - Y",
    "=cmd|' /C calc'!A0",
    "+1 to that",
    "-2 degrees in Pyongyang",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "''@x",
    "＝1+1",
    'Cells ";" and "\t" and , and \n=1',
    "# No heading",
    "- no item",
    "1. no item",
    "(2) no item",
    "iv. no item",
    "> no quotation",
    "*no* _emphasis_ `no code` ~~no strike~~ ==no mark== [no](javascript:alert(1)) ![no](x) <b>no</b>",
    "<script>alert(1)</script> &lt; &amp; &#60;",
    "| no | table |",
    "---",
    "===",
    "***",
    "```",
    ": no definition",
    "no",
    "null",
    "~",
    "2019-01-01",
    "12:30:45",
    "1e3",
    "key: value",
    "- x: y",
    "!!python/object/apply:os.system ['true']",
    "{a: b}",
    "&anchor *alias",
    "%YAML 1.1",
    "...",
    "Bell \x07, escape \x1b[31m, delete \x7f, nul \x00, C1 \x9b31m",
    "Turned \u202edrow\u202c and \u2066isolated\u2069 and \u200fmarked",
    "Half a character \ud83d and another \udc00",
    "No characters \ufffe \uffff, a mark \ufeff",
    "Kim Jong Un 김정은 金正恩 Kaesŏng Müller 🚀 ½",
    "  blanks   in \u00a0 a row  ",
    "",
    " ",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec=None)), st.text()), max_size=4).map(
        "".join
    ),
    st.text(st.sampled_from("{}\\%$&#_~^<>|`'\"-,@=+ \t\n\r:;.()[]!*12aiv\u00e9\ud55c"), max_size=30),
)
"""Any text at all, often one that a format could misread; surrogates too."""


def record(id: str = "000_seed", **values: Any) -> dict[str, Any]:
    """A record of which nothing is known but what is given."""
    assert values.keys() <= set(ARTICLE_FIELDS)
    known = {
        "id": id,
        "schema": SCHEMA,
        "kind": "article",
        "language": "en",
        "source": {"path": f"seeds/{id}.txt", "format": "text", "sha256": "ab" * 32, "bytes": 1234},
    }
    return dict.fromkeys(ARTICLE_FIELDS) | {name: [] for name in _LISTS} | known | values


def byline(text: str, *authors: str) -> dict[str, Any]:
    return {"text": text, "authors": list(authors), "initials": [], "agencies": []}


def document(format: Format, *records: dict[str, Any]) -> str:
    """The records as a document of the format, read back from its UTF-8."""
    out = io.StringIO(newline="")
    assert write_records(iter(records), format, out) == len(records)
    return out.getvalue().encode("utf-8").decode("utf-8")


def on_one_line(text: str) -> str:
    """What a format without line ends and escapes can hold of a text; see docs/export.md."""
    return fit(" ".join(text.split()))


def fit(text: str) -> str:
    """What a format without escapes can hold of a text: U+FFFD for all that is not fit for a file."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if _is_unfit(ord(char)) else char for char in text)


def _is_unfit(code: int) -> bool:
    is_control = (code < 32 and code not in (9, 10)) or 127 <= code < 160
    is_turning = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return is_control or is_turning or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)
