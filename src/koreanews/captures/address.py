"""DW's addresses: which they are, whose page they name, and their permalinks."""

from __future__ import annotations


def is_dw(url: str) -> bool:
    """Whether `url` is a page of DW's, on any of its hosts, itself or behind a mirror or proxy."""
    raise NotImplementedError


def dw_id(url: str) -> str | None:
    """DW's own id of the page at `url`: "a-52060881"; None where the address names none.

    A permalink names a number only, not the type: it gives "a-52060881" too, an article being what it mostly is.
    """
    raise NotImplementedError


def canonical(url: str) -> str | None:
    """`url` without mirrors, proxies, mobile hosts and queries: "https://www.dw.com/en/slug/a-52060881"."""
    raise NotImplementedError


def permalink(number: int) -> str:
    """The short address of the page with that number: 52060881 gives "https://p.dw.com/p/3WRPd"."""
    raise NotImplementedError


def permalink_number(code: str) -> int:
    """What a permalink's code stands for: "3WRPd" gives 52060881. ValueError where it is not base 62."""
    raise NotImplementedError
