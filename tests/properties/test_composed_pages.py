"""Pages composed at random out of formats.md's parts, whose record is known by construction.

`top_parts`, `story_parts` and `tail_parts` add a part to the page and to its record at once; the parser has to
find the record again, field by field. A failing page is printed whole, as small as Hypothesis could make it;
give it a name and a place in tests/shapes/ once it is understood.
"""

from __future__ import annotations

from typing import Any

from draft_page import new_draft
from hypothesis import given, note
from hypothesis import strategies as st
from hypothesis_profile import checked
from story_parts import story
from tail_parts import tail
from top_parts import since_2022, until_2022

import koreanews

SOURCES = {"title", "dateline", "metadata", "weekday", "video", "recommends", "capture-header"}


@st.composite
def composed_pages(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A page of the older or the newer layout, and the record that it must give."""
    draft = new_draft(draw)
    draw(st.sampled_from((until_2022, since_2022)))(draft)
    story(draft)
    tail(draft)
    return draft.text + draw(st.sampled_from(("", "\n"))), draft.finish()


@checked
@given(composed_pages())
def test_composed_page_gives_its_record(page: tuple[str, dict[str, Any]]) -> None:
    text, wanted = page
    note(text)
    assert "".join(block.raw for block in koreanews.blocks(text)) == text
    record = koreanews.parse(text).to_record()
    found = {key: record[key] for key in wanted}
    found["dates"] = {(each["date"], each["source"]) for each in record["dates"] if each["source"] in SOURCES}
    found["dw_id"] = None if record["dw_id"] is None else record["dw_id"].rpartition("-")[2]
    if wanted["byline"] and wanted["byline"]["authors"] == ["Soo-min Hartwig"] and found["byline"]:
        # Whether the label of the data box belongs to the byline's text is open.
        found["byline"]["text"] = found["byline"]["text"].removeprefix("Author ")
    assert found == wanted
