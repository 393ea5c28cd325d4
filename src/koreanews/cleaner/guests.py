"""Who takes part in a talk show, as its teaser tells: that makes a page the video's, whatever text stands below."""

from __future__ import annotations

from koreanews.cleaner.phrases import GUESTS


def names_guests(teaser: str) -> bool:
    """Whether a teaser ends in a list of guests: "Who pays? Our guests: Kim Sommer (Free University), Ha Go (DW)"."""
    return teaser[-1:] == ")" and any(_begins_sentence(teaser, teaser.find(guests)) for guests in GUESTS)


def _begins_sentence(text: str, start: int) -> bool:
    return start == 0 or (start > 0 and text[:start].rstrip()[-1:] in (".", "?", "!"))
