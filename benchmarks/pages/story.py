"""The story behind a page: everything that it can show, before it has any form."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from benchmarks.pages import words
from benchmarks.pages.prose import Prose
from benchmarks.pages.vocabulary import vocabulary

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class Picture(NamedTuple):
    """An image: the text for those who do not see it, its caption, its credit."""

    alt: str
    caption: str
    credit: str


class Clip(NamedTuple):
    """A video: "MM:SS"; `shown` is the day of the programme that it is from."""

    title: str
    duration: str
    shown: date | None


class Slide(NamedTuple):
    """A picture of a gallery."""

    title: str
    text: str
    picture: Picture


class Gallery(NamedTuple):
    title: str
    slides: tuple[Slide, ...]


class Link(NamedTuple):
    """Another story, as a page recommends it."""

    headline: str
    teaser: str
    day: date
    dw: int
    alt: str


class Part(NamedTuple):
    """A part of the story's text: `kind` says which of the others is filled.

    "paragraph", "heading", "item", "more" (a link within the text) and "entry" (of a live blog) have `text`.
    """

    kind: str
    text: str = ""
    picture: Picture | None = None
    clip: Clip | None = None
    gallery: Gallery | None = None


class Story(NamedTuple):
    """`kind` is the record's; `dw` is DW's number of the page, larger the later it appeared, and no other's."""

    number: int
    kind: str
    language: str
    headline: str
    teaser: str
    day: date
    dw: int
    parts: tuple[Part, ...]
    lead: Picture | None
    authors: tuple[str, ...]
    signature: str
    recommends: tuple[Link, ...]
    related: tuple[Link, ...]
    media: tuple[str, ...]
    keywords: tuple[str, ...]

    @property
    def permalink(self) -> str:
        """https://p.dw.com/p/ and the number in base 62 (formats.md)."""
        value, digits = self.dw, ""
        while value:
            value, digit = divmod(value, 62)
            digits = ALPHABET[digit] + digits
        return f"https://p.dw.com/p/{digits}"

    @property
    def url(self) -> str:
        return address(self.language, self.headline, self.dw, _LETTERS.get(self.kind, "a"))

    @property
    def body(self) -> str:
        """The body as the record has it."""
        return "\n\n".join(
            f"• {part.text}" if part.kind == "item" else part.text
            for part in self.parts
            if part.kind in ("paragraph", "heading", "item", "entry")
        )


def tell(seed: int, number: int, rng: Random) -> Story:
    """The story with a number. What `rng` gives must depend on seed and number alone."""
    random = rng.random
    language = _chosen(random(), _LANGUAGES)
    kind = _chosen(random(), _KINDS)
    prose = Prose(vocabulary(seed, language), rng)
    # Days by number, not by lot: pages of one day can then count up their DW ids without knowing of each other.
    place = number % _DAYS * _STRIDE % _DAYS
    day = FIRST + timedelta(days=place)
    headline = prose.headline(5)
    if language == "en" and random() < 0.1:
        headline = headline.replace("Korea", "Korea's", 1)
    return Story(
        number,
        kind,
        language,
        headline,
        f"{prose.sentence()} {prose.sentence()}" if language != "zh" else prose.sentence() + prose.sentence(),
        day,
        300_000 + place * _A_DAY + number // _DAYS,
        _PARTS.get(kind, _article)(prose, day),
        _picture(prose) if random() < 0.5 else None,
        tuple(prose.author() for _ in range(int(random() * 2.3))),
        _signature(rng) if random() < 0.5 else "",
        tuple(_link(prose, day) for _ in range(int(random() * 5))),
        tuple(_link(prose, day) for _ in range(int(random() * 4))),
        tuple(prose.headline() for _ in range(int(random() * 2))),
        tuple(word for word in prose.content(3) if word),
    )


def address(language: str, headline: str, dw: int, letter: str = "a") -> str:
    """The address of a page of DW's (formats.md)."""
    slug = "-".join("".join(c if c.isalnum() else " " for c in headline.lower()).split())
    return f"https://www.dw.com/{language}/{slug}/{letter}-{dw}"


FIRST = date(2001, 6, 1)
_DAYS = 9_000
_STRIDE = 4_999
"""Parts no factor with _DAYS: numbers that follow one another are years apart."""
_A_DAY = 8_192
_LANGUAGES = ((0.87, "en"), (0.98, "de"), (0.99, "tr"), (1.0, "zh"))
_KINDS = ((0.93, "article"), (0.96, "media"), (0.98, "live-blog"), (1.0, "gallery"))
_LETTERS = {"media": "av", "gallery": "g"}


def _chosen(chance: float, choices: tuple[tuple[float, str], ...]) -> str:
    return next(choice for bound, choice in choices if chance <= bound)


def _article(prose: Prose, day: date) -> tuple[Part, ...]:
    """Paragraphs, and between them what stories have; the first and the last part are paragraphs."""
    random = prose.rng.random
    parts = [Part("paragraph", prose.paragraph())]
    gallery_at = int(random() * 30)
    for place in range(2 + int(random() ** 2 * 15)):
        chance = random()
        if chance < 0.12:
            parts.append(Part("heading", prose.headline(2)))
        elif chance < 0.17:
            parts.append(Part("more", prose.headline()))
        elif chance < 0.22:
            parts.append(Part("image", picture=_picture(prose)))
        elif chance < 0.26:
            parts.append(Part("video", clip=_clip(prose, day)))
        elif chance < 0.30:
            parts += [Part("item", prose.sentence()) for _ in range(3)]
        elif chance < 0.32:
            parts.append(Part("infographic", "Infografik Korea " + " ".join(prose.content(1)).title() + " ENG"))
        if place == gallery_at:
            parts.append(Part("gallery", gallery=_gallery(prose)))
        parts.append(Part("paragraph", prose.paragraph()))
    return tuple(parts)


def _live_blog(prose: Prose, day: date) -> tuple[Part, ...]:
    minute, parts = 360, []
    for _ in range(4 + int(prose.rng.random() * 8)):
        minute += 5 + int(prose.rng.random() * 60)
        parts.append(Part("entry", f"{minute // 60}:{minute % 60:02} {prose.paragraph()}"))
    return tuple(parts)


def _gallery_alone(prose: Prose, day: date) -> tuple[Part, ...]:
    return (Part("gallery", gallery=_gallery(prose)),)


def _nothing(prose: Prose, day: date) -> tuple[Part, ...]:
    return ()


_PARTS = {"article": _article, "live-blog": _live_blog, "gallery": _gallery_alone, "media": _nothing}


def _gallery(prose: Prose) -> Gallery:
    number = 4 + int(prose.rng.random() * 5)
    slides = tuple(Slide(prose.headline(2), prose.paragraph(), _picture(prose)) for _ in range(number))
    return Gallery(prose.headline(4), slides)


def _picture(prose: Prose) -> Picture:
    random = prose.rng.random
    credit = _CREDITS[int(random() * len(_CREDITS))]
    if random() < 0.3:
        credit += f"/{prose.vocabulary.coined(prose.rng)}"
    alt = prose.headline(4)
    # A caption names what the image shows: it shares a word with the text for those who do not see it.
    blank = prose.vocabulary.blank
    return Picture(alt, f"{prose.headline(7)}{blank}{max(alt.split(' '), key=len)}", credit)


def _clip(prose: Prose, day: date) -> Clip:
    random = prose.rng.random
    shown = day - timedelta(days=int(random() * 20)) if random() < 0.3 else None
    return Clip(prose.headline(), f"{int(random() * 9):02}:{int(random() * 60):02}", shown)


def _link(prose: Prose, day: date) -> Link:
    before = day - timedelta(days=1 + int(prose.rng.random() * 400))
    dw = 300_000 + (before - FIRST).days * _A_DAY + _A_DAY // 2
    return Link(prose.headline(5), prose.sentence(), before, dw, prose.headline(3))


def _signature(rng: Random) -> str:
    """Initials and agencies: "amp/rt (AFP, Reuters)"."""
    initials = "/".join(_INITIALS[int(rng.random() * len(_INITIALS))] for _ in range(1 + int(rng.random() * 2)))
    first = int(rng.random() * (len(_AGENCIES) - 2))
    return f"{initials} ({', '.join(_AGENCIES[first : first + 1 + int(rng.random() * 3)])})"


_CREDITS = ("Reuters", "picture-alliance/dpa", "Getty Images/AFP", "picture-alliance/AP/Yonhap", "DW", "KCNA/Reuters")
_AGENCIES = words.AGENCIES.split()
_INITIALS = ("amp", "rt", "kw", "hb", "jcg", "msh", "fl", "se", "dv", "nm")
