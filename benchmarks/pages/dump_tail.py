"""What stands below the story in a text dump."""

from __future__ import annotations

from random import Random

from benchmarks.pages.furniture import Furniture
from benchmarks.pages.story import Story


def old_tail(story: Story, words: Furniture, rng: Random, *, boxed: bool, undated: bool, labelled: bool) -> list[str]:
    """Until 2022: signature, newsletter, recommendations, links, data box, related content, bulletin, footer.

    `boxed` where the data box must be there, `undated` where nothing may tell a date, `labelled` where the labels
    are of the story's language.
    """
    random = rng.random
    lines: list[str] = []
    if story.signature:
        lines += [story.signature, ""]
    if not labelled:
        return lines
    if words.newsletter and random() < 0.3:
        lines += [words.newsletter, ""]
    if story.recommends and not undated:
        lines += [words.recommends, ""]
        for link in story.recommends:
            lines += [link.headline, "", f"{link.teaser} ({link.day:%d.%m.%Y})  ", ""]
    if random() < 0.3:
        lines += [words.links, "", "DW Newsletter  ", ""]
    if story.media:
        lines += [words.media, ""]
        lines += [line for title in story.media for line in (f"{title}  ", "")]
    if boxed or (not undated and random() < 0.2):
        lines += _data_box(story, words, rng)
    if story.related and words.related and not undated:
        lines += [words.related, ""]
        for link in story.related:
            lines += [link.alt, "", f"{link.headline} {link.day:%d.%m.%Y}", "", link.teaser, ""]
    if words.bulletin[0] and random() < 0.5:
        lines += [words.advertisement, "", words.bulletin[0], "", words.bulletin[1], ""]
    if random() < 0.3:
        lines += [words.footer.format(2019), ""]
    return lines


def new_tail(story: Story, words: Furniture, rng: Random) -> list[str]:
    """Since 2022: signature, topics, the footer."""
    random = rng.random
    lines = [story.signature, ""] if story.signature else []
    if story.language != "en":
        return lines
    if random() < 0.5:
        lines += [f"Skip next section {words.topics}", "", words.topics, "", "North Korea", ""]
    if random() < 0.4:
        lines += [words.footer.format(story.day.year), ""]
    return lines


def _data_box(story: Story, words: Furniture, rng: Random) -> list[str]:
    day, author, keywords, permalink = words.box
    lines = [f"{day} {story.day:%d.%m.%Y}", ""]
    if story.authors:
        lines += [f"{author} {', '.join(story.authors)}", ""]
    lines += [f"{keywords} {', '.join(story.keywords)}", ""]
    if rng.random() < 0.6:
        lines += [f"{permalink} {story.permalink}", ""]
    return lines
