"""What a text says of the page that it stands on: a talk with these guests, a collection of stories on a topic."""

from __future__ import annotations

from koreanews.cleaner.phrases import GUESTS, TOPIC_MARKS


def names_guests(teaser: str) -> bool:
    """Whether a teaser ends in a talk's list of guests: "Who pays? Our guests: Kim Sommer (Free University)".

    That makes the page the talk's, whatever text stands below.
    """
    return teaser[-1:] == ")" and any(_begins_sentence(teaser, teaser.find(guests)) for guests in GUESTS)


def _begins_sentence(text: str, start: int) -> bool:
    return start == 0 or (start > 0 and text[:start].rstrip()[-1:] in (".", "?", "!"))


def says_topic(text: str) -> bool:
    """Whether a text holds a label or words of an introduction by which a topic page says what it is."""
    return any(mark in text for mark in TOPIC_MARKS)
