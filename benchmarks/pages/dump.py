"""A story as a text dump: the page's lines as a crawler kept them, in the shapes of formats.md."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from benchmarks.pages.dump_parts import part_lines, picture_lines
from benchmarks.pages.dump_tail import new_tail, old_tail
from benchmarks.pages.facts import Facts
from benchmarks.pages.furniture import FURNITURE, OLD_NAVIGATION, Furniture
from benchmarks.pages.story import Story

NEW_SINCE = date(2022, 6, 1)
"""Pages from then on are dated in words below the headline; formats.md."""


def dump(story: Story, rng: Random) -> tuple[str, Facts, str]:
    """The dump, what must be read from it, and the word "text" for its layout."""
    new = story.day >= NEW_SINCE or story.language not in ("en", "de")
    lines, facts = (_new if new and story.kind == "article" else _old)(story, rng)
    return "\n".join(lines), facts, "text"


def _old(story: Story, rng: Random) -> tuple[list[str], Facts]:
    """A page until 2022: title line or not, furniture, headline, teaser, text, what is below."""
    random = rng.random
    words = FURNITURE[story.language]
    labelled = story.language in ("en", "de")
    headline = story.headline
    guess = (story.day - timedelta(days=int(random() * 40))).isoformat()
    section = words.sections[int(random() * len(words.sections))]
    shape = _chosen_shape(story, random())
    if shape == "opinion":
        headline, section = f"Opinion: {headline}", "Opinion"
    titled = _title_line(shape, headline, section, story, words)
    lines: list[str] = []
    if shape == "guess and title":
        lines.append(f" date {guess}  {titled}")
    elif titled:
        lines.append(titled if shape in ("strapline", "opinion", "media") else f" {titled}")
    if shape == "media":
        lines += ["DW News", "", headline, "", story.teaser]
        return lines, _facts(story, headline, story.day.isoformat(), "")
    guesses = {"guess": story.day.isoformat(), "guess and box": guess, "month and box": guess[:7]}
    opening = f" date {guesses[shape]} " if shape in guesses else ""
    _furniture(lines, opening, words, section if shape != "bare" else "", rng)
    ending = f" {story.day:%d.%m.%y}" if shape == "date in headline" else ""
    if not lines and opening:
        lines.append(f"{opening}{headline}")
    elif story.lead and shape != "bare" and random() < 0.1:
        lines += [f"{story.lead.caption} ({story.lead.credit})", "", headline + ending]
    else:
        lines.append(headline + ending)
    lines += ["", story.teaser, ""]
    if story.lead and random() < 0.8:
        lines += picture_lines(story.lead, words, rng, new=False)
    undated = shape in ("bare", "guess", "date in headline")
    for part in story.parts:
        lines += part_lines(part, words, rng, undated=undated)
    lines += old_tail(story, words, rng, boxed=shape.endswith("box"), undated=undated, labelled=labelled)
    return lines, _facts(story, headline, None if shape == "bare" else story.day.isoformat(), story.body)


def _new(story: Story, rng: Random) -> tuple[list[str], Facts]:
    """A page since 2022: "– DW –" title line, dateline and byline, permalink, credits after captions."""
    random = rng.random
    words = FURNITURE[story.language]
    day = words.in_words(story.day)
    lines: list[str] = []
    chance = random()
    if chance < 0.4:
        lines += [f"{story.headline} – DW – {story.day:%d.%m.%Y}", ""]
    elif chance < 0.7:
        lines += [f"{story.headline} – DW – {day}", ""]
    if random() < 0.7:
        lines += [f"{'' if number == 1 else '  '}{number}. {label}" for number, label in enumerate(words.skip, 1)]
        lines.append("")
    if random() < 0.6 and story.language in ("en", "de"):
        lines += ["".join(words.kickers[int(random() * len(words.kickers))]), ""]
    lines += [story.headline, ""]
    chance = random()
    if story.authors and chance < 0.8:
        name = story.authors[0] if story.language == "zh" or chance > 0.3 else f"{story.authors[0]}, Seoul"
        lines += [f"{name}{day}"] if random() < 0.6 else [name, "", day]
    elif chance < 0.85:
        lines.append(day)
    elif story.language == "en":
        lines.append(f"Published {day}last updated {day}" if chance < 0.92 else f"{story.day:%m/%d/%Y} {day}")
    else:
        lines.append(day)
    lines += ["", story.teaser]
    lines += ["", story.permalink, ""] if random() < 0.8 else [story.permalink, ""]
    if story.lead and story.language != "zh":
        lines += picture_lines(story.lead, words, rng, new=True)
    if random() < 0.3 and story.language in ("en", "de"):
        lines += [words.advertisement, ""]
    foreign = story.language not in ("en", "de")
    for part in story.parts:
        if not foreign or part.kind in ("paragraph", "heading", "item"):
            lines += part_lines(part, words, rng, undated=False, new=True)
    lines += new_tail(story, words, rng)
    return lines, _facts(story, story.headline, story.day.isoformat(), story.body)


def _chosen_shape(story: Story, chance: float) -> str:
    if story.kind == "media":
        return "media"
    if story.kind != "article":
        return "title"
    if story.language == "en" and chance > 0.97:
        return "opinion"
    return next(shape for bound, shape in _SHAPES if chance <= bound)


_SHAPES = (
    (0.45, "guess and title"),
    (0.60, "title"),
    (0.66, "strapline"),
    (0.76, "guess and box"),
    (0.82, "month and box"),
    (0.88, "box"),
    (0.92, "guess"),
    (0.95, "date in headline"),
    (1.0, "bare"),
)
"""What tells a page's date, with bounds of a chance: the title line, the data box, the crawler's guess, nothing."""


def _title_line(shape: str, headline: str, section: str, story: Story, words: Furniture) -> str:
    """The title line, which writes ′ for an apostrophe; "" where the shape has none."""
    titled = headline.replace("'", "′")
    if shape in ("guess and title", "title", "opinion"):
        return f"{titled} | {section} | DW | {story.day:%d.%m.%Y}"
    if shape == "strapline":
        return f"{titled} | {words.straplines[0]} | DW | {story.day:%d.%m.%Y}"
    if shape == "media":
        return f"{titled} | All media content | DW | {story.day:%d.%m.%Y}"
    return ""


def _furniture(lines: list[str], opening: str, words: Furniture, section: str, rng: Random) -> None:
    """Adds what stands above the headline; `opening` is a capture header that shares its line with the first of it."""
    random = rng.random
    if lines:
        lines.append("")
    if random() < 0.6:
        cookies, button = words.cookies
        lines += [f"{opening}{cookies}", ""]
        if random() < 0.2:
            lines.append(f"{button}  1. {OLD_NAVIGATION[0]}")
            lines += [f"  {number}. {label}" for number, label in enumerate(OLD_NAVIGATION[1:], 2)]
            lines.append("")
        else:
            lines += [button, ""]
    elif opening:
        return
    if section and random() < 0.7:
        lines += [f"  {number}. {label}" for number, label in enumerate(OLD_NAVIGATION, 1)]
        if random() < 0.7:
            lines.append("")
        lines += [section, ""]


def _facts(story: Story, headline: str, day: str | None, body: str) -> Facts:
    return Facts(story.kind, story.language, headline, day, story.teaser, body, story.url)
