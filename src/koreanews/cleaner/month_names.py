"""The months of every language in the phrases, for python-dateutil: what a date in words is read with."""

from __future__ import annotations

from typing import Any

from dateutil.parser import parserinfo

from koreanews.cleaner.phrases import MONTHS as NAMES

# Its types know two or three names a month; it takes any number.
_BY_MONTH: list[Any] = [tuple(name for name, month in NAMES.items() if month == number) for number in range(1, 13)]


class MonthNames(parserinfo):
    """Those names in the form that dateutil asks for."""

    MONTHS = _BY_MONTH
