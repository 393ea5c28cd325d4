"""Headlines, teasers and paragraphs made by rule, and the ways in which a headline is printed differently later."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

COLUMN = "Peninsula in pictures: The week that was"
DAILY = "Seoul at seven: The day ahead"
GALLERY = "Lanterns, kites and kettles: A market in nine stops"


def _parted(text: str, sign: str = "|") -> list[str]:
    return text.split(sign)


_ACTORS = _parted(
    "North Korea|South Korea|Seoul|Pyongyang|Washington|Japan|China|Kim Jong Un|Moon Jae-in|Tokyo|Beijing|the UN|"
    "the US|Russia|Germany|the EU|Moscow|Berlin"
)
_VERBS = _parted(
    "rejects|accepts|weighs|announces|postpones|resumes|condemns|welcomes|inspects|reopens|closes|warns of|calls for|"
    "agrees to|walks out of|prepares|doubles|questions|tests|unveils"
)
_SYNONYMS = {
    "rejects": "turns down",
    "accepts": "says yes to",
    "weighs": "considers",
    "announces": "declares",
    "postpones": "delays",
    "resumes": "restarts",
    "condemns": "slams",
    "welcomes": "hails",
    "inspects": "examines",
    "reopens": "opens again",
    "closes": "shuts",
    "warns of": "cautions about",
    "calls for": "demands",
    "prepares": "readies",
    "doubles": "steps up",
    "questions": "doubts",
    "unveils": "presents",
}
_THINGS = _parted(
    "rice shipment|border survey|harbor dredging|family reunions|railway link|fishing pact|missile drill|"
    "satellite launch|coal embargo|football friendly|orchestra tour|fuel cap|factory park|vaccine convoy|"
    "radio broadcasts|weather balloons|nuclear inspection|prisoner release|ferry line|tree planting|flood relief|"
    "summit venue|hotline calls|art loan"
)
_ENDS = _parted(
    "despite doubts|after talks|ahead of summit|over costs|for third time|amid protest|in surprise move|by spring"
)
_SYLLABLES = _parted(
    "ba be bo da do ga go ha ho ja jo ka ko la lo ma mo na no pa po ra ro sa so ta to wa wo ya yo", " "
)
_ENDINGS = ("n", "ng", "l", "r", "k", "s", "t", "m", "", "")


def _coined(rng: Random, syllables: int) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(syllables)) + rng.choice(_ENDINGS)


_MAKER = Random(7)
_COMMON = _parted("the of and to in a that for on was with said as by at from has it its have be not are", " ")
_WORDS = sorted({_coined(_MAKER, _MAKER.choice((1, 2, 2, 3))) for _ in range(6000)})
_MAKER.shuffle(_WORDS)
_ALL = _COMMON + _WORDS
_WEIGHTS = [1 / (rank + 2.7) for rank in range(len(_ALL))]
_POOL = _MAKER.choices(_ALL, _WEIGHTS, k=200_000)


class Telling(NamedTuple):
    """A story's words."""

    headline: str
    teaser: str
    paragraphs: tuple[str, ...]


class Line:
    """What the stories of one line have in common."""

    def __init__(self, rng: Random) -> None:
        self.actors = rng.sample(_ACTORS, 4)
        self.things = rng.sample(_THINGS, 3)
        self.place = _coined(rng, 3).capitalize()
        self.background = [_paragraph(rng) for _ in range(2)]

    def telling(self, rng: Random, headline: str | None = None) -> Telling:
        """A story of the line. Its last paragraphs are, every other time, the line's background."""
        if headline is None:
            one, other = rng.sample(self.actors, 2)
            quoted = f", '{_coined(rng, 2)}' {_coined(rng, 2)}" if rng.random() < 0.3 else ""
            end = rng.choice(_ENDS)
            headline = (
                f"{one} {rng.choice(_VERBS)} {rng.choice(self.things)} with {other} in {self.place} {end}{quoted}"
            )
        paragraphs = [_paragraph(rng) for _ in range(rng.randrange(6, 13))]
        if rng.random() < 0.5:
            paragraphs += self.background
        return Telling(headline[0].upper() + headline[1:], _sentence(rng), tuple(paragraphs))

    def twins(self, rng: Random) -> list[Telling]:
        """Two stories whose headlines differ in a name only."""
        verb, thing, end = rng.choice(_VERBS), self.things[0], rng.choice(_ENDS)
        return [
            self.telling(rng, f"{actor} {verb} {thing} in {self.place} {end}")
            for actor in ("North Korea", "South Korea")
        ]


def printed(headline: str, rng: Random) -> str:
    """The headline with other apostrophes, dashes, blanks or capitals."""
    changes = (
        lambda text: text.replace("'", "\N{PRIME}"),
        lambda text: text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"),
        lambda text: text.replace(" ", "  ", 2),
        str.upper,
        str.title,
    )
    return rng.choice(changes)(headline)


def reworded(headline: str, rng: Random) -> str:
    """The headline as it reads after an editor's second thought: another verb, an end left out or put on."""
    text = _other_verb(headline)
    chance = rng.random()
    if chance < 0.4:
        return _without_end(text)
    if chance < 0.7:
        return f"{_without_end(text)} {rng.choice(_ENDS)}"
    return text if text != headline else f"{headline}, report says"


def slightly_reworded(headline: str, rng: Random) -> str:
    """The headline with a word more, with another verb, or without its end."""
    chance = rng.random()
    if chance < 0.4:
        return f"{headline}, report says" if rng.random() < 0.5 else f"{headline} - again"
    return _other_verb(headline) if chance < 0.7 else _without_end(headline)


def _other_verb(headline: str) -> str:
    for verb, other in _SYNONYMS.items():
        if f" {verb} " in headline:
            return headline.replace(f" {verb} ", f" {other} ", 1)
    return headline


def _without_end(headline: str) -> str:
    for end in _ENDS:
        if headline.endswith(f" {end}"):
            return headline.removesuffix(f" {end}")
    return headline


def _sentence(rng: Random) -> str:
    start, length = rng.randrange(len(_POOL) - 30), rng.randrange(9, 22)
    step = rng.choice((1, 3, 7, 11))
    words = _POOL[start : start + length * step : step] or _POOL[:10]
    return " ".join(words).capitalize() + "."


def _paragraph(rng: Random) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randrange(2, 5)))
