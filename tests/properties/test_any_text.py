"""What must hold for every text, whatever it is: nothing is lost, nothing raises, and the record is one."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis_profile import checked

import koreanews
from koreanews.parser.article import ARTICLE_FIELDS, Article

LABELS = (
    "date 2019-03-03", " date 2019-02-31 ", " date 0219-03", "| News | DW | 22.03.2019", "– DW – March 22, 2022",
    "We use cookies", "More info OK", "1. Inhalt", "  6. Choose from 30 Languages", "1. Skip to content",
    "Zum Inhalt springen", "Advertisement", "News", "Visit the new DW website", "Go to the new dw.com",
    "March 22, 2019", "Published March 5, 2022last updated March 6, 2022", "99/99/2022", "2022年13月40日",
    "31. Februar 2022", "https://p.dw.com/p/", "https://p.dw.com/p/3WRPd", "https://p.dw.com/p/!!!",
    "Read more", "Read more:", "Read more - ", "Watch video", "Watch video 02:51", "Now live", "02:51 mins.",
    "DW News | 29.11.2017", "Related Subjects", "Infografik ENG", "Image:", "(Reuters)", "(AFP, ", "((()", ")))",
    "  • ", "  • alt (credit)", "    indented", "amp/rt (AFP, Reuters, AP)", "Every day, DW's editors",
    "DW recommends", "(28.02.2019)", "(99.99.9999)", "WWW links", "Audios and videos on the topic",
    "Related content", "Headline 03.03.2019", "Date 22.03.2019", "Date", "Author ", "Keywords", "Permalink",
    "Skip next section", "More stories from DW", "© 2019 Deutsche Welle | Contact", "Die Redaktion empfiehlt",
    "Mehr dazu", "Schlagwörter", "9:05 The delegations arrive.", "on Wednesday", "on Thursday",
    "|", "•", "?", "\"", "′",
)  # fmt: skip
LINE_ENDS = (
    "\n", "\n\n", "\n\n\n", "\n\n\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "", " ", "\u00a0",
)  # fmt: skip

broken_pages = st.lists(
    st.one_of(st.sampled_from(LABELS), st.sampled_from(LABELS), st.text(max_size=40), st.sampled_from(LINE_ENDS)),
    max_size=40,
).flatmap(
    lambda pieces: st.lists(st.sampled_from(LINE_ENDS), min_size=len(pieces), max_size=len(pieces)).map(
        lambda ends: "".join(piece + end for piece, end in zip(pieces, ends, strict=True))
    )
)
SEEDS = tuple(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt")))


@st.composite
def damaged_seeds(draw: st.DrawFn) -> str:
    """A real page with a piece cut out, lines taken away and others put in their place."""
    text = draw(st.sampled_from(SEEDS))
    start, stop = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    lines = draw(st.sampled_from((text[:start] + text[stop:], text[start:stop]))).split("\n")
    for _ in range(draw(st.integers(0, 5))):
        lines[draw(st.integers(0, len(lines) - 1))] = draw(st.one_of(st.just(""), st.sampled_from(LABELS)))
    return "\n".join(lines)


any_text = st.one_of(st.text(), broken_pages, damaged_seeds())


@checked
@given(any_text)
@example("")
@example("\ufeff date 2019-03-03")
@example("\x00")
@example("²" * 40 + " ٣٣.٠٣.٢٠١٩ | DW | ٢٢.٠٣.٢٠١٩")
@example(" date ٢٠١٩-٠٣-٠٣  Korea")
@example("Watch video ٠٢:٥١\n\n²³.¹¹.2019")
def test_blocks_partition_the_text(text: str) -> None:
    blocks = koreanews.blocks(text)
    assert "".join(block.raw for block in blocks) == text
    assert all(block.raw for block in blocks)


@checked
@given(any_text)
def test_blocks_tell_their_line(text: str) -> None:
    # Whether a next-line or a line separator ends a line, as for str.splitlines, is not laid down: not asked here.
    text = "\n".join(" ".join(line.splitlines()) for line in text.split("\n"))
    above = ""
    for block in koreanews.blocks(text):
        assert block.line == 1 + above.count("\n")
        above += block.raw


@checked
@given(any_text)
@example("²" * 40 + " ٣٣.٠٣.٢٠١٩ | DW | ٢٢.٠٣.٢٠١٩")
@example(" date ٢٠١٩-٠٣-٠٣  Korea")
def test_parsing_never_raises_and_gives_a_whole_record(text: str) -> None:
    article = koreanews.parse(text)
    record = article.to_record()
    assert tuple(record) == ARTICLE_FIELDS
    assert record["kind"] in ("article", "gallery", "media", "live-blog", "topic", "other")
    assert Article.from_record(json.loads(json.dumps(record))) == article
    assert article.date is None or (article.date, article.date_source) in {
        (candidate.date, candidate.source) for candidate in article.dates
    }


@checked
@given(any_text)
def test_parsing_is_deterministic(text: str) -> None:
    assert koreanews.parse(text) == koreanews.parse(text)


@checked
@given(any_text)
def test_text_of_a_record_has_single_blanks(text: str) -> None:
    """Unicode NFC, no-break spaces and runs of blanks made single spaces, and no blanks at the ends."""
    record = koreanews.parse(text).to_record()
    for value in (record["headline"], record["teaser"], *record["headings"], *record["read_more"], *record["links"]):
        assert value is None or (value and value == value.strip() and "  " not in value and "\u00a0" not in value)
