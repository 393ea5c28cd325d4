"""Whether a mention means a story of the archive, how surely, and why: the rules, as words for a person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from koreanews.cleaner.titles import comparable
from koreanews.index.counting import counted
from koreanews.stories.clues import DATED_CLOSENESS, UNDATED_CLOSENESS
from koreanews.stories.days import Span
from koreanews.stories.wording import closeness, is_subject

NEAR = 2
"""Days by which two dates of one story may differ: time zones, and a story updated after midnight."""
MARGIN = 0.06
"""Two stories whose confidences differ by less cannot be told apart."""
RECENT = 731
"""Days before its page within which a reworded, undated mention is looked for."""
PERIOD = RECENT + NEAR
"""Days of a period: what an undated mention means is of the page's own period or the one before it."""


class Wanted(NamedTuple):
    """A story as a page names it. `before` is the page's own day where the mention has no date.

    `number` is DW's, of its address. `is_media` says that only "Audios and videos on the topic" names it.
    """

    headline: str
    days: Span | None
    teaser: str | None = None
    number: int | None = None
    url: str | None = None
    before: int | None = None
    is_media: bool = False


class Candidate(NamedTuple):
    """A story of the archive. `is_sure` says that its date is the publisher's word or follows from it."""

    headline: str
    days: Span | None
    is_sure: bool
    teaser: str | None = None
    number: int | None = None
    url: str | None = None
    kind: str = "article"


class Match(NamedTuple):
    """How surely a mention means a story, 0 to 1, and why."""

    confidence: float
    reason: str


def match(wanted: Wanted, story: Candidate) -> Match | None:
    """How a mention and a story fit; None where they do not, or something speaks against it."""
    if wanted.number is not None and story.number is not None:
        return Match(1.0, "same DW id") if wanted.number == story.number else None
    if wanted.url is not None and wanted.url == story.url:
        return Match(1.0, "same address")
    found = _by_headline(wanted, story)
    if found is not None and wanted.is_media and story.kind not in ("media", "gallery"):
        # An article and its video often share a headline; the list is of videos.
        return Match(round(found.confidence - 0.15, 2), f"{found.reason}; but it is no video")
    return found


def _by_headline(wanted: Wanted, story: Candidate) -> Match | None:
    if _comparable(wanted.headline) == _comparable(story.headline):
        return _same_headline(wanted, story)
    found = _reworded(wanted, story)
    return None if found is None or _contradict(wanted.headline, story.headline) else found


def _same_headline(wanted: Wanted, story: Candidate) -> Match | None:
    """Whether, and how surely, a story with the headline wanted is the one meant: by the dates."""
    if wanted.days is None:
        return _same_headline_undated(wanted, story)
    if story.days is None:
        return Match(0.75, "same headline; the story's date is not known")
    gap = wanted.days.gap(story.days)
    if gap == 0:
        return Match(0.99 if story.days.is_day and wanted.days.is_day else 0.9, "same headline and date")
    if gap <= NEAR:
        return Match(0.95, f"same headline, dates {_days(gap)} apart")
    if story.is_sure:
        return None
    return Match(0.7, f"same headline; the story's own date, {_days(gap)} off, is only inferred")


def _same_headline_undated(wanted: Wanted, story: Candidate) -> Match | None:
    """As `_same_headline`, where the mention has no date: by how old the story was when the page was written."""
    if wanted.before is None or story.days is None:
        return Match(0.75, "same headline; no date speaks for or against it")
    age = wanted.before - story.days.first
    if age < -NEAR:
        if story.is_sure:
            return None
        return Match(0.6, "same headline; the story's date, only inferred, is later than the page's")
    if age <= RECENT:
        return Match(0.95, "same headline; the story is older than the page, as it must be")
    # A headline comes back with the years, and a page mostly names what was new when it was written.
    return Match(
        0.79 if _is_telling(wanted.headline) else 0.65, f"same headline; but {age // 365} years older than the page"
    )


def _is_telling(headline: str) -> bool:
    """Whether a headline has so many words that it will hardly come back by itself: "Week in review" does."""
    return len(_words(headline)) >= 6


def _reworded(wanted: Wanted, story: Candidate) -> Match | None:
    """Whether, and how surely, a story with another headline is the one meant: both must be dated to the day."""
    if wanted.days is None:
        return _reworded_undated(wanted, story)
    if story.days is None or not (wanted.days.is_day and story.days.is_day):
        return None
    gap = wanted.days.gap(story.days)
    if gap > 1:
        return None
    when = "same date" if gap == 0 else f"dates {_days(gap)} apart"
    if wanted.teaser and story.teaser and _comparable(wanted.teaser) == _comparable(story.teaser):
        return Match(0.95, f"same teaser, {when}; the headline is reworded")
    likeness = closeness(wanted.headline, story.headline)
    # Most fail here, and need not be asked for their names and teasers.
    if likeness < DATED_CLOSENESS + _A_DAY_OFF * gap:
        return None
    least = _least_closeness(wanted, story)
    if least is None or likeness < least + _A_DAY_OFF * gap:
        return None
    return Match(round(0.5 + 0.45 * likeness - 0.1 * gap, 2), f"headline alike to {likeness:.0%}, {when}")


def _reworded_undated(wanted: Wanted, story: Candidate) -> Match | None:
    """As `_reworded`, where the mention has no date."""
    if story.days is None or wanted.before is None:
        return None
    if not -NEAR <= wanted.before - story.days.first <= RECENT:
        return None
    likeness = closeness(wanted.headline, story.headline)
    if likeness < UNDATED_CLOSENESS:
        return None
    # What is new is named, rather than what is old; a name changed for another is another story, as a rule.
    age = max(0, wanted.before - story.days.first) / RECENT
    differ = _names_differ(wanted.headline, story.headline)
    confidence = round(0.225 + 0.625 * likeness - 0.1 * age - 0.15 * differ, 2)
    what = "names in it differ" if differ else "the story is older than the page"
    return Match(confidence, f"headline alike to {likeness:.0%}; {what}")


_comparable = lru_cache(maxsize=4096)(comparable)
_WORD = re.compile(r"\w+")
_OPPOSITES = (("north", "south"), ("northern", "southern"), ("norden", "süden"), ("nord", "süd"))
_COMPOUND = re.compile(r"\b(nord|süd)(?=korea)", re.IGNORECASE)


def _contradict(one: str, other: str) -> bool:
    """Whether a number, or which Korea it is, tells two headlines apart, however alike the rest."""
    left, right = _words(one), _words(other)
    numbers, others = _numbers(left), _numbers(right)
    if numbers and others and not (numbers <= others or others <= numbers):
        return True
    only, other_only = left - right, right - left
    return any((a in only and b in other_only) or (b in only and a in other_only) for a, b in _OPPOSITES)


def _numbers(words: set[str]) -> set[str]:
    return {_NUMERALS.get(word, word) for word in words if word.isdecimal() or word in _NUMERALS}


_NUMERALS = {
    word: str(number)
    for number, words in (
        (2, "two zwei second zweite zweiter zweites"),
        (3, "three drei third dritte dritter drittes"),
        (4, "four vier fourth vierte vierter viertes"),
        (5, "five fünf fifth"),
        (6, "six sechs sixth"),
        (7, "seven sieben seventh"),
        (8, "eight eighth"),
        (9, "nine neun ninth"),
        (10, "ten zehn tenth"),
    )
    for word in words.split()
}
"""Not "one" and "first", which are no numbers as often as not."""


def _least_closeness(wanted: Wanted, story: Candidate) -> float | None:
    """The closeness asked of two headlines of one day, DATED_CLOSENESS or more: more where teasers or names differ.

    None where both do.
    """
    differ = _names_differ(wanted.headline, story.headline)
    if wanted.teaser and story.teaser:
        if closeness(wanted.teaser, story.teaser) >= _OTHER_TEASER:
            return DATED_CLOSENESS
        return None if differ else _DOUBTFUL_CLOSENESS
    return _DOUBTFUL_CLOSENESS if differ else DATED_CLOSENESS


_DOUBTFUL_CLOSENESS = 0.75
"""What is asked of two headlines of one day where either teasers or names differ."""
_A_DAY_OFF = 0.1
"""What is asked in addition where the dates are a day apart."""
_OTHER_TEASER = 0.4
"""The closeness of two teasers below which they tell of different things."""


def _names_differ(one: str, other: str) -> bool:
    """Whether each of two headlines has a name that the other has not."""
    return bool(_names(one) - _words(other) and _names(other) - _words(one))


def _names(headline: str) -> set[str]:
    """The words written with a capital, but for the first and one behind a colon: DW's headlines write no others so.

    Korea is no name to tell stories of it apart by; which one it is, is seen elsewhere.
    """
    later = (word for part in headline.split(": ") for word in _WORD.findall(part)[1:])
    return {word.casefold() for word in later if word[0].isupper() and not is_subject(word)}


@lru_cache(maxsize=1024)
def _words(headline: str) -> set[str]:
    return set(_WORD.findall(_COMPOUND.sub(r"\1 ", headline).casefold()))


def _days(gap: int) -> str:
    return counted(gap, "day")
