"""Which of a page's dates is its own, by stated rules, and why each of the others is not (design.md, Dates).

The publisher's word wins: title line, then dateline, then metadata. Without it the date is inferred: from a weekday
that the text and an embedded video share, else from what the page embeds or recommends, which it cannot be older
than. The capture header, a crawler's guess, wins only where nothing else speaks and nothing contradicts it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from koreanews.parser.article import DateCandidate
from koreanews.parser.candidates import Candidate
from koreanews.parser.weekdays import infer_from_weekday

PUBLISHERS_WORD: Final = ("title", "dateline", "metadata")
INFERRED: Final = frozenset({"weekday", "video", "recommends", "capture-header"})
"""The sources whose winning date was worked out, not read: shown as such wherever a date is shown."""


class Verdict(NamedTuple):
    """The winning date and its source (both None where no date won), and every candidate with its verdict."""

    date: str | None
    source: str | None
    dates: tuple[DateCandidate, ...]


def judge(candidates: Sequence[Candidate], text: str) -> Verdict:
    """Chooses the date. `text` is the story's own words, asked for weekdays where no publisher's date stands."""
    latest = max((_day_behind(one) for one in candidates if one.source == "crawl" and one.date), default=None)
    possible = [one for one in candidates if one.date and not one.problem]
    if latest is not None:
        possible = [one for one in possible if not _is_after(one, latest)]
    winner, reason = _choose(possible, text)
    judged = [
        DateCandidate(one.date, one.source, one.text, _verdict(one, winner, latest))
        for one in candidates
        if one is not winner
    ]
    if winner is None:
        return Verdict(None, None, tuple(judged))
    won = DateCandidate(winner.date, winner.source, winner.text, f"won: {reason}")
    place = next((number for number, one in enumerate(candidates) if one is winner), len(judged))
    judged.insert(place, won)
    return Verdict(winner.date, winner.source, tuple(judged))


def _choose(possible: Sequence[Candidate], text: str) -> tuple[Candidate | None, str]:
    """The candidate whose date the story gets, and why; None where none can be trusted."""
    for source in PUBLISHERS_WORD:
        if found := next((one for one in possible if one.source == source), None):
            return found, f"the publisher's own word in the {_NAMES[source]}"
    bounds = [one for one in possible if one.source in _REASONS]
    if bounds:
        newest = max(bounds, key=_day)
        return _infer_from_videos(bounds, newest, text) or (newest, _REASONS[newest.source])
    header = next((one for one in possible if one.source == "capture-header"), None)
    if header and not _is_of_the_sidebar(header, possible):
        return header, "inferred: the crawler's guess, and nothing else speaks"
    return None, ""


def _infer_from_videos(bounds: Sequence[Candidate], newest: Candidate, text: str) -> tuple[Candidate, str] | None:
    """The day that the weekdays of the text and the newest video tell, unless something else on the page is newer."""
    video = max((one for one in bounds if one.source == "video"), key=_day, default=None)
    inferred = infer_from_weekday(date.fromisoformat(_day(video)), text) if video else None
    if video is None or inferred is None or inferred[0].isoformat() < _day(newest):
        return None
    day, words = inferred
    reason = f"inferred: the video is of {video.text}; the text speaks of {words}"
    return Candidate("weekday", words, day.isoformat()), reason


def _verdict(one: Candidate, winner: Candidate | None, latest: str | None) -> str:
    """What became of a candidate that is not the winner, and why; `latest` is the last day that can be."""
    if one.date is None:
        return f"rejected: {one.problem}"
    if one.problem:
        return f"lost: {one.problem}"
    if one.source == "crawl":
        return "lost: the day of the capture, which the page cannot be younger than"
    if latest is not None and _is_after(one, latest):
        return "rejected: later than the capture"
    if one.source in _BESIDE:
        return "lost: the date of another story, beside this one"
    if winner is None:
        return "lost: a crawler's guess, and equal to the date of a story beside this one"
    if winner.date == one.date:
        return f"lost: agrees with the {_NAMES[winner.source]}"
    if one.source == "capture-header":
        earlier = _day(one) < _day(winner)
        return f"lost: a crawler's guess, {'earlier' if earlier else 'later'} than the {_NAMES[winner.source]} says"
    if one.source in ("video", "recommends"):
        what = "an embedded video" if one.source == "video" else "a recommended story"
        if _day(one) > _day(winner):
            return f"lost: the date of {what}, later than the page's own"
        return f"lost: the date of {what}, which the page cannot be older than"
    return f"lost: the {_NAMES[winner.source]} ranks before the {_NAMES[one.source]}"


def _is_of_the_sidebar(header: Candidate, possible: Sequence[Candidate]) -> bool:
    return any(one.source in _BESIDE and one.date == header.date for one in possible)


def _day_behind(crawl: Candidate) -> str:
    """The last day that a page captured then can be of: the world's time zones may make it the next."""
    return (date.fromisoformat(_day(crawl)) + timedelta(days=1)).isoformat()


def _is_after(one: Candidate, latest: str) -> bool:
    """Whether a candidate is later than the capture allows."""
    return one.date is not None and _day(one) > latest


def _day(one: Candidate) -> str:
    """The first day of a candidate's date, in ISO 8601: such days compare as their dates do."""
    assert one.date is not None
    return one.date if len(one.date) == _WHOLE_DATE else f"{one.date}-01-01"[:_WHOLE_DATE]


_WHOLE_DATE: Final = len("YYYY-MM-DD")


_REASONS: Final = {
    "video": "inferred: the page embeds a video of this day and cannot be older",
    "recommends": "inferred: the page recommends a story of this day and cannot be older",
}
_BESIDE: Final = frozenset({"related", "sidebar"})
"""Where dates of other stories stand that change with the day of the capture, and so say nothing of the page."""

_NAMES: Final = {
    "title": "title line",
    "dateline": "dateline",
    "metadata": "metadata",
    "weekday": "weekday",
    "video": "video",
    "recommends": "recommended story",
    "capture-header": "capture header",
}
