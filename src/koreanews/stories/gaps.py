"""The gaps of the archive: stories that its pages name and that it lacks, each with all that is said of it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from koreanews.cleaner.titles import comparable
from koreanews.stories.clues import day_clues
from koreanews.stories.days import MONTH, Span, recurs
from koreanews.stories.matching import MARGIN, NEAR, RECENT, Candidate, match
from koreanews.stories.results import SURE_FROM
from koreanews.stories.targets import COLUMNS, TargetRow


def gaps_of(store: sqlite3.Connection) -> list[Gap]:
    """What is lacking, the dated before the undated."""
    return _Joining(store).gaps()


class Gap:
    """One story that is lacking, and all targets that mean it."""

    def __init__(self, target: TargetRow) -> None:
        self.targets = [target]
        self.days = target.days
        self.number = target.number

    def take(self, target: TargetRow) -> None:
        """Another target that means it."""
        self.targets.append(target)
        self.days = self.days or target.days
        self.number = self.number or target.number

    def is_within(self, days: Span) -> bool:
        """Whether all days that its date may mean are among these."""
        return self.days is not None and days.first <= self.days.first and self.days.last <= days.last

    def may_be(self, target: TargetRow, near: int) -> bool:
        """Whether a target with the same headline or teaser, dated at most `near` days off, can mean the same story."""
        if self.number is not None and target.number is not None:
            return self.number == target.number
        if self.days is None:
            return True
        if (days := target.days) is not None:
            return self.days.gap(days) <= near
        return target.before is None or -NEAR <= target.before - self.days.first <= RECENT


def _open_targets(store: sqlite3.Connection) -> Iterator[TargetRow]:
    """Targets that some page names and no story fits; the dated first, then the older first."""
    query = (
        f"SELECT {COLUMNS} FROM target WHERE NOT EXISTS (SELECT 1 FROM link WHERE link.target = target.n) "
        "AND EXISTS (SELECT 1 FROM mention WHERE mention.target = target.n) "
        "ORDER BY first IS NULL, first, n"
    )
    return (TargetRow(*row) for row in store.execute(query))


class _Joining:
    """Puts together the targets that mean one story."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._targets = list(_open_targets(store))
        self._days: dict[int, list[int]] = {}
        for target in self._targets:
            if target.first is not None:
                self._days.setdefault(target.key, []).append(target.first)

    def gaps(self) -> list[Gap]:
        """What is lacking, in the order of its first targets."""
        gaps: list[Gap] = []
        by_name: dict[object, list[Gap]] = {}
        reworded = _Reworded(self._store)
        for target in self._targets:
            names = _names(target)
            # The latest is the likeliest, and is looked at first; of a column's many headlines only the last few.
            known = [gap for name in names for gap in reversed(by_name.get(name, [])[-_MOST:])]
            gap = next((gap for gap in known if gap.may_be(target, 0)), None)
            if gap is None and known and not self._comes_back(target):
                gap = next((gap for gap in known if gap.may_be(target, NEAR)), None)
            clues = _clues(target)
            gap = gap or reworded.gap_of(target, clues)
            if gap is None:
                gaps.append(gap := Gap(target))
            else:
                gap.take(target)
            reworded.add(target, clues, gap)
            for name in names:
                if not by_name.get(name) or by_name[name][-1] is not gap:
                    by_name.setdefault(name, []).append(gap)
        return gaps

    def _comes_back(self, target: TargetRow) -> bool:
        """Whether its headline is one that comes back within a month, so that each day has a story of its own."""
        if target.first is None:
            return False
        first, last = target.first - MONTH, target.first + MONTH
        query = "SELECT first FROM story WHERE key = ? AND sure = 1 AND first BETWEEN ? AND ?"
        archived = [day for (day,) in self._store.execute(query, (target.key, first, last))]
        named = self._days[target.key]
        return recurs([*archived, *named[bisect_left(named, first) : bisect_right(named, last)]], NEAR)


_MOST = 50
"""Gaps of one name, and targets of one clue or gap, that are looked at: the last of them."""


_Clues = list[int]
"""What targets of a day, or of two days on end, that mean one story in other words share one of."""


def _clues(target: TargetRow) -> _Clues:
    """The clues of a target, whichever its day; none where the mention does not name the very day."""
    return day_clues(target.headline, target.teaser, 0) if target.days is not None and target.days.is_day else []


class _Reworded:
    """Finds the gap that a dated target means in other words, by the same rules as a story of the archive is found.

    Targets come by date: only those of the last days are held.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._by_day: dict[int, dict[int, list[tuple[TargetRow, Candidate, Gap]]]] = {}

    def gap_of(self, target: TargetRow, clues: _Clues) -> Gap | None:
        """The gap that is surely meant; None where there is none, or several are as likely."""
        found: dict[int, tuple[float, Gap]] = {}
        wanted = target.wanted()
        for candidate, gap in self._alike(target, clues):
            one = match(wanted, candidate) if gap.may_be(target, NEAR) else None
            if one is not None and one.confidence > found.get(id(gap), (0.0, gap))[0]:
                found[id(gap)] = one.confidence, gap
        if not found:
            return None
        (confidence, gap), *others = sorted(found.values(), key=lambda one: -one[0])
        has_rival = any(other > confidence - MARGIN for other, _ in others)
        return None if has_rival or confidence < SURE_FROM or self._stand_together(gap, target) else gap

    def _stand_together(self, gap: Gap, target: TargetRow) -> bool:
        """Whether a page names both: they are two stories then."""
        others = [one.n for one in gap.targets[-_MOST:]]
        marks = ", ".join("?" * len(others))
        query = (
            "SELECT 1 FROM mention AS one JOIN mention AS other USING (story) "
            f"WHERE one.target = ? AND other.target IN ({marks}) LIMIT 1"
        )
        return self._store.execute(query, (target.n, *others)).fetchone() is not None

    def add(self, target: TargetRow, clues: _Clues, gap: Gap) -> None:
        """Takes a target of a gap; it must not be earlier than the last."""
        if target.first is None or not clues:
            return
        day = target.first
        for past in [past for past in self._by_day if past < day - NEAR]:
            del self._by_day[past]
        known = self._by_day.setdefault(day, {})
        one = target, target.candidate(), gap
        for clue in clues:
            known.setdefault(clue, []).append(one)

    def _alike(self, target: TargetRow, clues: _Clues) -> Iterator[tuple[Candidate, Gap]]:
        """Those of its day and of the day before that share a clue with it, the last few of each clue."""
        if target.first is None or not clues:
            return
        seen: set[int] = set()
        for day in (target.first, target.first - 1):
            known = self._by_day.get(day, {})
            for clue in clues if known else ():
                for other, candidate, gap in known.get(clue, [])[-_MOST:]:
                    # The same headline on another day is told apart otherwise: it may be a column's.
                    if other.n not in seen and other.key != target.key:
                        seen.add(other.n)
                        yield candidate, gap


def _names(target: TargetRow) -> list[object]:
    """What two targets that may mean one story have in common."""
    names: list[object] = [comparable(target.headline)]
    if target.number is not None:
        names.insert(0, target.number)
    if target.teaser and target.days is not None:
        names.append((comparable(target.teaser), target.days))
    return names
