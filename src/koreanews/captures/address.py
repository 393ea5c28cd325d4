"""DW's addresses: which they are, whose page they name, and their permalinks.

The forms are those of formats.md ("Page URLs"), and two that DW used before: permalinks on other hosts than
p.dw.com, and "/dw/article/0,,4708386,00.html" on dw-world.de, whose number is that of today's "a-4708386".
A page behind a mirror or proxy is known by the DW address inside the mirror's. One that stands in a query
counts only where the host is known to show other people's pages: every DW page links to dozens of addresses
such as "facebook.com/sharer.php?u=https://www.dw.com/...", and none of those is a page of DW's.
"""

from __future__ import annotations

import re
from unicodedata import category, normalize
from urllib.parse import parse_qsl, unquote, unquote_to_bytes, urlsplit

_DOMAINS = ("dw.com", "dw.de", "dw-world.de", "dw-world.com")
_SAME_PAGES = ("", "www.", "m.", "amp.", "p.", "mobile.", "beta.")
"""Hosts below a domain that show the same pages as www.dw.com; others (learngerman.dw.com) have their own."""

_SHOWING_OTHERS = re.compile(
    r"(^|\.)(translate\.google\.|translate\.googleusercontent\.|webcache\.googleusercontent\.|cc\.bingj\.com$"
    r"|microsofttranslator\.|translatetheweb\.|translate\.yandex\.|cdn\.ampproject\.org$)|proxy"
)
_SHOWING_OTHERS_PATH = re.compile(r"/(browse|nph-proxy|proxy)\.(php|cgi|pl)$")

_PAGE = re.compile(r"(?:^|/)(a|av|g|t|s|l|video|audio|live|person|program)-([0-9]{1,12})(?![\w-])")
_PERMALINK = re.compile(r"^/p/([0-9A-Za-z]{1,7})(?![0-9A-Za-z])")
_COMMAS = re.compile(r"/0,[0-9]*,([0-9]{1,12})(?:_\w+)?,[0-9]{2}\.html?$")
_HOST_WITHIN = re.compile(
    r"(https?:/{1,2}|^|[/:])([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})(?::\d{1,5})?(?=[/?#]|$)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"/([a-z]{2})(?:-[a-z0-9]{2,4})?/")
_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_END_OF_PATH = re.compile(r"[?#]")
_WAYBACK_TIME = re.compile(r"/([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})-?([0-9]{6})(?:[a-z]{2}_)?/")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def is_dw(url: str) -> bool:
    """Whether `url` is an address of DW's, on any of its hosts, itself or behind a mirror or proxy."""
    return _unwrap(url) is not None


def dw_id(url: str) -> str | None:
    """DW's own id of the page at `url`: "a-52060881"; None where the address is not DW's or names no page.

    A permalink tells a number, not the type: it gives "a-52060881" too, an article being what it mostly is.
    """
    own = _unwrap(url)
    return _id_in_path(own[1]) if own else None


def canonical(url: str) -> str | None:
    """`url` without mirror, proxy, mobile host, query and fragment; None where it is not DW's.

    "http://m.dw.com/en/slug/a-52060881?maca=rss" gives "https://www.dw.com/en/slug/a-52060881"; a permalink
    stays one. Letters stand for themselves: DW links to "fähre", names the same page "f%C3%A4hre" in its head,
    and a browser writes all links so that it saves.
    """
    own = _unwrap(url)
    if own is None:
        return None
    host, path = own
    if found := _PERMALINK.match(path):
        return f"https://p.dw.com/p/{found[1]}"
    if _COMMAS.search(path):
        return f"https://www.dw.com/{_id_in_path(path)}"
    if found := _last(_PAGE, path):
        path = path[: found.end()]
    path = _readable(path)
    if _before_domain(host) in _SAME_PAGES:
        host = "www.dw.com"
    return f"https://{host}{path}"


def language_of(url: str) -> str | None:
    """The language of DW's site that `url` is an address of ("en" of "https://www.dw.com/en/..."), None elsewhere."""
    own = _unwrap(url)
    found = _LANGUAGE.match(own[1]) if own else None
    return found[1] if found else None


def permalink(number: int) -> str:
    """The short address of the page with that number: 52060881 gives "https://p.dw.com/p/3WRPd"."""
    if number < 0:
        raise ValueError(f"{number} is not the number of a page")
    code = ""
    while number or not code:
        number, digit = divmod(number, 62)
        code = _DIGITS[digit] + code
    return f"https://p.dw.com/p/{code}"


def permalink_number(code: str) -> int:
    """What a permalink's code stands for: "3WRPd" gives 52060881. ValueError where it is not base 62."""
    if not code:
        raise ValueError("a permalink's code has at least one digit")
    number = 0
    for digit in code:
        number = number * 62 + _DIGITS.index(digit)
    return number


def mirrored_at(url: str) -> str | None:
    """The 14 digits (YYYYMMDDhhmmss, UTC) by which a web archive's address says when it captured the page."""
    found = _WAYBACK_TIME.search(url)
    return "".join(found.groups()) if found else None


def host_is_dw(name: str) -> bool:
    """Whether `name` is one of DW's hosts: "www.dw.com"; so is a folder named by a mirroring program."""
    name = name.lower()
    # Asked of every name in a folder: one look at its end is enough for most.
    return name.endswith(_DOMAINS) and _before_domain(name) is not None


def _readable(path: str) -> str:
    """A path with its letters as they are read, in Unicode NFC; what is no letter or sign stays encoded."""
    if "%" in path:
        path = _ENCODED.sub(lambda found: _decoded(found[0]), path)
    return path if path.isascii() else normalize("NFC", path)


def _decoded(text: str) -> str:
    """A run of encoded bytes as the characters that they are; as it stands where it is none, or hides something."""
    try:
        decoded = unquote_to_bytes(text).decode()
    except UnicodeDecodeError:
        return text
    return text if any(category(each)[0] in "CZ" for each in decoded) else decoded


def _id_in_path(path: str) -> str | None:
    """The id that a path of DW's names; None where it names no page."""
    if found := _PERMALINK.match(path):
        return f"a-{permalink_number(found[1])}"
    if found := _last(_PAGE, path):
        return f"{found[1]}-{found[2]}"
    if found := _COMMAS.search(path):
        return f"a-{found[1]}"
    return None


def _unwrap(url: str) -> tuple[str, str] | None:
    """Host and path of the DW address that `url` is or, behind a mirror or proxy, holds."""
    try:
        parts = urlsplit(url.strip().strip("<>"))
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme and parts.scheme not in ("http", "https"):
        return None
    if _before_domain(host) is not None:
        return host, parts.path or "/"
    if found := _inner(parts.path) or _inner(unquote(parts.path)):
        return found
    if rewritten := _rewritten_host(host):
        return rewritten, parts.path or "/"
    if _SHOWING_OTHERS.search(host) or _SHOWING_OTHERS_PATH.search(parts.path):
        for _, value in parse_qsl(parts.query):
            # A search engine's cache writes "cache:{code}:{address}".
            if found := _inner(value.rpartition("cache:")[2]):
                return found
    return None


def _before_domain(host: str) -> str | None:
    """What stands before DW's domain in `host`: "www." of "www.dw.com"; None where the host is none of DW's."""
    for domain in _DOMAINS:
        if host == domain or host.endswith("." + domain):
            return host[: -len(domain)]
    return None


def _rewritten_host(host: str) -> str | None:
    """The host that a proxy writes into its own: www.dw.com in "www-dw-com.translate.goog" ("--" for "-")."""
    first, _, rest = host.partition(".")
    name = first.replace("--", "\0").replace("-", ".").replace("\0", "-")
    return name if rest and _before_domain(name) is not None else None


def _inner(text: str) -> tuple[str, str] | None:
    """The DW address within a mirror's path or query; one without "http://" only where it names a page."""
    for found in _HOST_WITHIN.finditer(text):
        host = found[2].lower()
        if _before_domain(host) is None:
            continue
        path = _END_OF_PATH.split(text[found.end() :], maxsplit=1)[0] or "/"
        if found[1].lower().startswith("http") or _id_in_path(path):
            return host, path
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of `pattern` in `text`."""
    return max(pattern.finditer(text), key=re.Match.start, default=None)
