"""The parts of a story as lines of a text dump."""

from __future__ import annotations

from random import Random

from benchmarks.pages.furniture import Furniture
from benchmarks.pages.story import Clip, Gallery, Part, Picture


def part_lines(part: Part, words: Furniture, rng: Random, *, undated: bool, new: bool = False) -> list[str]:
    """The lines of a part and the blank one after them. `undated` where the page must tell no date."""
    match part.kind:
        case "item":
            return [f"  • {part.text}", ""]
        case "more":
            return _read_more(part.text, words, rng)
        case "image":
            assert part.picture
            return picture_lines(part.picture, words, rng, new=new)
        case "video":
            assert part.clip
            return _video(part.clip, words, undated=undated)
        case "gallery":
            assert part.gallery
            return _bullets(part.gallery) if rng.random() < 0.7 else _without_markup(part.gallery, rng)
        case _:
            return [part.text, ""]


def picture_lines(picture: Picture, words: Furniture, rng: Random, *, new: bool) -> list[str]:
    """An image: credits in parentheses until 2022, behind "Image:" since."""
    if new:
        credited = f"{words.credit} {picture.credit}"
        if rng.random() < 0.6:
            return [f"{picture.caption}{credited}", ""]
        return [picture.caption, credited, ""]
    if rng.random() < 0.5:
        return [f"{picture.caption} ({picture.credit})", ""]
    return [f"{picture.alt} ({picture.credit})", "", picture.caption, ""]


def _read_more(headline: str, words: Furniture, rng: Random) -> list[str]:
    chance = rng.random()
    if chance < 0.6:
        return [f"{words.read_more}: {headline} ", ""]
    if chance < 0.8:
        return [f"{words.read_more}:\N{NO-BREAK SPACE}{headline}", ""]
    return [f"{words.read_more}{headline}", ""]


def _video(clip: Clip, words: Furniture, *, undated: bool) -> list[str]:
    if clip.shown is None or undated:
        return [f"{words.watch} {clip.duration}", "", clip.title, ""]
    live = ["Now live", f"{clip.duration} mins.", f"DW News | {clip.shown:%d.%m.%Y}"]
    return [f"{words.watch} {clip.duration}", *live, "", clip.title, ""]


def _bullets(gallery: Gallery) -> list[str]:
    lines = []
    for slide in gallery.slides:
        lines += [f"  • {slide.picture.alt} ({slide.picture.credit})", "", f"    {gallery.title}", ""]
        lines += [f"    {slide.title}", "", f"    {slide.text}", ""]
    return lines


def _without_markup(gallery: Gallery, rng: Random) -> list[str]:
    """Two blank lines, a title, one blank, a paragraph; a third blank line where the title is missing."""
    lines = []
    for slide in gallery.slides:
        lines += ["", "" if rng.random() < 0.05 else slide.title, "", slide.text, ""]
    return lines
