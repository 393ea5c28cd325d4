"""The story, composed: paragraphs, headings, lists, links, images, videos and galleries in any order.

Every part ends with a paragraph, so that any other part may follow it. Where two parts side by side could be read
in two ways (a list of the story right above a bullet gallery), tests/shapes/ has a page of its own for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from draft_page import NO_BREAK, TWO_BLANK_LINES, Draft, dotted
from hypothesis import strategies as st

CREDITS = (
    "picture-alliance/AP/Newsis/Ministry of Oceans",
    "Reuters/H. Min",
    "Getty Images/AFP/J. Yeon-je",
    "DW/S. Hartwig",
)


def story(draft: Draft) -> None:
    """A first paragraph, then up to six parts, each drawn from those that the page's language knows."""
    _paragraph(draft)
    for part in draft.draw(st.lists(st.sampled_from(_PARTS[draft.prose.language]), max_size=6)):
        part(draft)


def _paragraph(draft: Draft) -> None:
    text = draft.draw(draft.prose.paragraphs())
    shown = text.replace(" of ", f"{NO_BREAK} of ", 1) if draft.coin() else text
    draft.put(shown)
    draft.add("body", text)


def _heading(draft: Draft) -> None:
    heading = draft.one_of(*draft.prose.headings)
    draft.put(heading)
    draft.add("body", heading)
    draft.add("headings", heading)
    _paragraph(draft)


def _bullet_list(draft: Draft) -> None:
    points = draft.draw(st.lists(st.sampled_from(draft.prose.points), min_size=2, max_size=3, unique=True))
    draft.put("\n".join(f"  • {point}" for point in points))
    draft.add("body", *(f"• {point}" for point in points))
    _paragraph(draft)


def _read_more(draft: Draft) -> None:
    label = draft.one_of("Read more: ", f"Read more:{NO_BREAK}", "Read more - ", "Read more")
    _linked(draft, label)


def _read_more_german(draft: Draft) -> None:
    _linked(draft, draft.one_of("Mehr dazu: ", f"Lesen Sie auch:{NO_BREAK}"))


def _linked(draft: Draft, label: str) -> None:
    title = draft.one_of(*draft.prose.titles)
    draft.put(label + title + draft.one_of("", NO_BREAK))
    draft.add("read_more", title)
    _paragraph(draft)


def _read_more_alone(draft: Draft) -> None:
    # Headlines of full length: a short one right above a paragraph could as well be a heading.
    titles = draft.draw(st.lists(draft.prose.headlines(), min_size=1, max_size=2, unique=True))
    draft.put("Read more:")
    for title in titles:
        draft.put(title)
    draft.add("read_more", *titles)
    _paragraph(draft)


def _image(draft: Draft) -> None:
    caption, credit = draft.one_of(*draft.prose.captions), draft.one_of(*CREDITS)
    draft.put(f"{caption} ({credit})")
    draft.add("images", {"caption": caption, "credit": credit})
    _paragraph(draft)


def _infographic(draft: Draft) -> None:
    alt = draft.one_of("Infografik Fischfang Südkorea ENG", "Infografik Grenze Nordkorea ENG")
    draft.put(alt)
    draft.add("images", {"caption": alt, "credit": None})
    draft.one_of(_paragraph, _heading)(draft)


def _video(draft: Draft) -> None:
    title, duration = draft.one_of(*draft.prose.titles), draft.one_of("00:48", "02:51", "26:00")
    draft.put(f"Watch video {duration}")
    video = {"title": title, "duration": duration, "program": None, "date": None}
    if draft.coin():
        shown = draft.published - timedelta(days=draft.draw(st.integers(0, 900)))
        program = draft.one_of("DW News", "Business")
        draft.put(f"Now live\n{duration} mins.\n{program} | {dotted(shown)}", "\n")
        draft.date(shown, "video")
        video |= {"program": program, "date": shown.isoformat()}
    draft.put(title)
    draft.add("videos", video)
    _paragraph(draft)


def _leftover_label(draft: Draft) -> None:
    draft.put(draft.one_of("Related Subjects", "Advertisement"))
    _paragraph(draft)


def _bullet_gallery(draft: Draft) -> None:
    gallery = draft.one_of("The harbor of Busan through the ages", "Seven ways to fold a lantern")
    for _ in range(draft.draw(st.integers(2, 3))):
        title = draft.one_of(None, *draft.prose.headings)
        image, credit = draft.one_of(*draft.prose.captions), draft.one_of(*CREDITS)
        caption = draft.draw(draft.prose.paragraphs())
        draft.put(f"  • {image} ({credit})")
        for line in (gallery, title, caption):
            if line:
                draft.put(f"    {line}")
        slide = {"gallery": gallery, "title": title, "caption": caption, "image": image, "credit": credit}
        draft.add("gallery", slide)
    _paragraph(draft)


def _gallery_without_markup(draft: Draft) -> None:
    for _ in range(draft.draw(st.integers(2, 3))):
        title = draft.one_of(None, *draft.prose.headings)
        caption = draft.draw(draft.prose.paragraphs())
        if title:
            draft.put(title, TWO_BLANK_LINES)
            draft.put(caption)
        else:
            draft.put(caption, TWO_BLANK_LINES + "\n")
        slide = {"gallery": None, "title": title, "caption": caption, "image": None, "credit": None}
        draft.add("gallery", slide)
    _paragraph(draft)


_EVERYWHERE: tuple[Callable[[Draft], None], ...] = (
    _paragraph,
    _heading,
    _bullet_list,
    _image,
    _bullet_gallery,
    _gallery_without_markup,
)
_PARTS = {
    "en": (*_EVERYWHERE, _read_more, _read_more_alone, _infographic, _video, _leftover_label),
    "de": (*_EVERYWHERE, _read_more_german),
}
