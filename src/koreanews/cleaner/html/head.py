"""What a page says of itself to machines: JSON-LD, meta tags, the canonical link, the comment of who saved it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from koreanews.captures.address import canonical, dw_id, is_dw
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.html.lean import Lean, tag_at, whole_characters
from koreanews.cleaner.html.linked_data import address_of, story_of, strings
from koreanews.cleaner.text.lines import clean_text


class Head:
    """The metadata of one page.

    `blocks` are its METADATA_* and TITLE_LINE blocks, with nothing raw: no reader sees them. `base` is the address
    that the page's links are relative to, where it is known; `language` as the page declares it ("en_GB", "de");
    `title` what its <title> says, or where it has none, what it is called elsewhere.
    """

    def __init__(self, page: Lean) -> None:
        told = _read_tags(page.head)
        metas, links = told.metas, told.links
        if told.base and links.get("canonical", "").startswith("/"):
            links["canonical"] = urljoin(told.base, links["canonical"])
        own = next(filter(None, map(dw_id, (links.get("canonical", ""), metas.get("og:url", "")))), None)
        story = story_of(page.data, own)
        urls = _distinct(map(_own, [*_urls(metas, links, story, page.comments), *_page_of(told.base)]))
        # Where the page itself is not named, its short address or its form for telephones may be.
        urls = urls or _distinct(map(_own, (links[name] for name in _OTHER_FORMS if name in links)))
        if urls and is_dw(urls[0]):
            # The canonical link of some pages is the home page's: an address of DW's that names a page goes before.
            urls.sort(key=lambda url: dw_id(url) is None)
        languages = _distinct([metas.get("language", ""), *told.languages, metas.get("og:locale", "")])
        self.base = told.base or next(iter(urls), None)
        self.language = next(iter(languages), None)
        titles = (unescape(page.title or ""), metas.get("og:title", ""), *strings(story.get("headline")))
        said = next((title for title in titles if title.strip()), "")
        self.title = clean_text(whole_characters(_ENTITY.sub(_character, said)))
        self.blocks = [
            *_blocks(Kind.METADATA_URL, urls),
            *_blocks(Kind.METADATA_SITE, _sites(metas, story)),
            *_blocks(Kind.METADATA_KIND, _kinds(metas, story, urls)),
            *_blocks(Kind.METADATA_LANGUAGE, languages),
            *_blocks(Kind.METADATA_DATE, _dates(metas, story)),
            *_blocks(Kind.METADATA_AUTHOR, _authors(story)),
            *_blocks(Kind.TITLE_LINE, [self.title]),
        ]


class _Tags(NamedTuple):
    """What the tags of a page's head say.

    `metas` are the contents of meta tags by property or name, `links` the addresses of links by relation; names are in
    lower case, and of each the first counts. `languages` are those declared with `lang`, `base` is the last address
    that the page says its links are relative to.
    """

    metas: dict[str, str]
    links: dict[str, str]
    languages: list[str]
    base: str | None


def _read_tags(tags: list[str]) -> _Tags:
    metas: dict[str, str] = {}
    links: dict[str, str] = {}
    languages: list[str] = []
    base: str | None = None
    for tag in filter(_tells, tags):
        opened = tag_at(tag)
        attributes = opened[1] if opened else {}
        if name := attributes.get("property") or attributes.get("name") or attributes.get("itemprop"):
            # Some readers of articles keep pages with "value" for "content".
            metas.setdefault(name.lower(), attributes.get("content") or attributes.get("value", ""))
        elif "rel" in attributes:
            for relation in attributes["rel"].lower().split():
                is_narrow = relation == "alternate" and "max-width" in attributes.get("media", "")
                links.setdefault("handheld" if is_narrow else relation, attributes.get("href", ""))
        elif "lang" in attributes:
            languages.append(attributes["lang"])
        elif _is_address(attributes.get("href", "")):
            base = whole_characters(attributes["href"])
    return _Tags(metas, links, languages, base)


_TELLING = (
    "og:", "canonical", "lang", "publi", "date", "issued", "shortlink", "amphtml", "max-width", "<base"
)  # fmt: skip
"""What stands in a tag of the head that says anything of use; a page has a hundred others."""


def _tells(tag: str) -> bool:
    """Whether a tag may say anything of use, at first sight."""
    tag = tag.lower()
    for word in _TELLING:  # noqa: SIM110  a generator takes twice as long
        if word in tag:
            return True
    return False


_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "pubdate",
)
"""What pages call the day on which they appeared, in their meta tags."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""What is left of the characters of titles and names where a program encoded them twice ("Tea &amp;amp; rice")."""


def _character(entity: re.Match[str]) -> str:
    return unescape(entity[0])


_OTHER_FORMS = ("shortlink", "amphtml", "handheld")
"""Links to other forms of the page; "handheld" is `_read_tags`' word for an alternate for narrow screens."""

_SAVED_FROM = (
    # Browsers ("Web page, complete"), SingleFile, HTTrack.
    re.compile(r"saved from url=\(\d+\)(?P<url>\S+)"),
    re.compile(r"Page saved with SingleFile\s+url:\s*(?P<url>\S+)"),
    re.compile(r"Mirrored from (?P<url>\S+) by HTTrack"),
)


def _urls(metas: dict[str, str], links: dict[str, str], story: dict[str, Any], comments: list[str]) -> Iterator[str]:
    """The page's addresses, the surest first, as they stand."""
    yield links.get("canonical", "")
    yield metas.get("og:url", "")
    yield from address_of(story)
    for comment in comments:
        for pattern in _SAVED_FROM:
            if found := pattern.search(comment):
                url = found["url"]
                yield url if "://" in url else f"https://{url}"


def _page_of(base: str | None) -> list[str]:
    """The base of a page's links where it is the page's own address, as search engines' caches write it."""
    return [base] if base and dw_id(base) else []


def _own(url: str) -> str:
    """The address without the mirror or proxy that it was read through; "" for none, or what wget made relative."""
    url = url.strip()
    if url.startswith("//"):
        url = f"https:{url}"
    return (canonical(url) or url) if _is_address(url) else ""


def _is_address(url: str) -> bool:
    """Whether it is an absolute address of the web."""
    if not url.startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _sites(metas: dict[str, str], story: dict[str, Any]) -> list[str]:
    """What the site calls itself: Open Graph's name of it, and JSON-LD's publisher."""
    publisher = story.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    return [metas.get("og:site_name", ""), *strings(name)]


def _kinds(metas: dict[str, str], story: dict[str, Any], urls: list[str]) -> list[str]:
    """JSON-LD's type, Open Graph's, and that of DW's address: "NewsArticle", "article", "a"."""
    ids = filter(None, map(dw_id, urls))
    return [*strings(story.get("@type")), metas.get("og:type", ""), *(each.partition("-")[0] for each in ids)]


def _dates(metas: dict[str, str], story: dict[str, Any]) -> list[str]:
    """When the page appeared, as it stands; when it was last changed says nothing of that."""
    return [
        *strings(story.get("datePublished")),
        *strings(story.get("uploadDate")),
        *(metas.get(name, "") for name in _DATE_NAMES),
    ]


def _authors(story: dict[str, Any]) -> list[str]:
    """The persons; DW itself is named as an organization where no person signed."""
    authors = story.get("author")
    names: list[str] = []
    for each in authors if isinstance(authors, list) else [authors]:
        if isinstance(each, dict) and "Organization" not in strings(each.get("@type")):
            names += strings(each.get("name"))
        else:
            names += strings(each)
    return [_ENTITY.sub(_character, name) for name in names]


def _distinct(texts: Iterable[str]) -> list[str]:
    """The texts, clean, each once, empty ones left out."""
    return list(dict.fromkeys(filter(None, (clean_text(whole_characters(text)) for text in texts))))


def _blocks(kind: Kind, texts: list[str]) -> list[Block]:
    return [Block(kind, text, "", 1) for text in _distinct(texts)]
