"""How a record's date is shown: one that was worked out, not read on the page, is marked as such everywhere."""

from __future__ import annotations

from koreanews.cli.safe import visible

# What koreanews.parser.verdicts.INFERRED says. Importing that costs more than a whole `koreanews show`; a test
# holds the two equal.
INFERRED = frozenset({"weekday", "video", "recommends", "capture-header"})


def marked_date(date: str | None, source: str | None) -> str:
    """A date for a listing: "2019-03-22", "~2017-11-30" where it was inferred, "" where there is none."""
    return f"~{visible(date)}" if date and source in INFERRED else visible(date or "")


def explained_date(date: str | None, source: str | None) -> str:
    """A date with how it is known: "2019-03-22 (title line)", "2017-11-30 (inferred: weekday)", "unknown"."""
    if date is None:
        return "unknown"
    how = _NAMES.get(source or "", source or "")
    return visible(f"{date} (inferred: {how})" if source in INFERRED else f"{date} ({how})")


_NAMES = {"title": "title line", "recommends": "recommended stories", "capture-header": "capture header"}
