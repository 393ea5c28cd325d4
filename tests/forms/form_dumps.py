"""A story as the text dumps that people have of DW's pages, of the layout until 2022 and of the one since."""

from __future__ import annotations

import form_2023
import form_classic
from form_stories import POINTS, Story


def dump_classic(story: Story) -> str:
    words = form_classic.WORDS[story.language]
    lines = [form_classic.title(story)]
    if story.kind != "topic":
        lines.append(story.program or story.section)
    lines += [story.headline, story.teaser]
    if story.lead:
        lines += [f"{story.lead.alt} ({story.lead.credit})", story.lead.caption]
    for kind, what in story.flow:
        if kind in ("p", "h"):
            lines.append(what)
        elif kind == "li":
            lines.append("\n".join(f"  • {item}" for item in what))
        elif kind == "more":
            lines.append(f"{words['more']}\u00a0{what[0]}")
        elif kind == "image":
            lines += [f"{what.alt} ({what.credit})", what.caption]
        elif kind == "video":
            lines += [f"{words['watch']} {what[1]}", what[0]]
        elif kind == "entry":
            time, headline, text = what
            lines.append(f"{time} {'UTC' if story.language == 'en' else 'Uhr'} {headline}. {text}")
        elif kind == "gallery":
            for one in what:
                lines += [
                    f"  • {one.alt} ({one.credit})",
                    f"    {story.headline}",
                    f"    {one.title}",
                    f"    {one.text}",
                ]
    if story.signature:
        lines.append(story.signature)
    if one := story.recommended:
        lines += [words["recommends"], one.headline, f"{one.teaser} ({one.date})  \u00a0"]
    if story.link:
        lines += [words["links"], story.link]
    if story.media:
        lines += [words["media"], story.media]
    if story.kind == "media":
        lines.append(f"{words['watch']} {story.duration}")
    if story.kind != "topic":
        lines.append(f"{words['date']} {POINTS}")
        if story.author:
            lines.append(f"{words['author']} {story.author}")
        if story.related:
            lines.append(words["related"])
    for one in story.related:
        if story.kind != "topic":
            lines.append(one.image)
        lines += [f"{one.headline} {one.date}", one.teaser]
    return "\n\n".join(lines) + "\n"


def dump_2022(story: Story) -> str:
    words = form_2023.WORDS[story.language]
    lines = [form_2023.title(story), story.section, story.headline]
    if story.author:
        lines.append(story.author)
    lines += [f"{words['date']} {words['spoken']}", story.teaser]
    if story.lead:
        lines.append(f"{story.lead.caption}{words['image']}{story.lead.credit}")
    for kind, what in story.flow:
        if kind in ("p", "h"):
            lines.append(what)
        elif kind == "li":
            lines.append("\n".join(f"  • {item}" for item in what))
        elif kind == "more":
            lines.append(f"{words['more']}{what[0]}")
        elif kind == "image":
            lines.append(f"{what.caption}{words['image']}{what.credit}")
        elif kind == "entry":
            time, headline, text = what
            lines += [f"Skip next section {headline}", f"{time} UTC", headline, text]
    if story.kind == "media":
        lines.append(f"{story.duration} min")
    if story.signature:
        lines.append(story.signature)
    return "\n\n".join(lines) + "\n"
