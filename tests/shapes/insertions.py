"""Things that stand between two paragraphs of a story: as text dumps have them, and what each adds to a record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Insertion:
    """`text`, blank lines included; `body`, the paragraphs of it that are the story's; `lists`, what lists gain."""

    name: str
    text: str
    body: tuple[str, ...] = ()
    lists: dict[str, list[Any]] = field(default_factory=dict)


def _slide(gallery: str | None, title: str, caption: str, image: str | None, credit: str | None) -> dict[str, Any]:
    return {"gallery": gallery, "title": title, "caption": caption, "image": image, "credit": credit}


def _image(caption: str, credit: str | None) -> dict[str, list[Any]]:
    return {"images": [{"caption": caption, "credit": credit}]}


def _video(program: str | None, date: str | None) -> dict[str, list[Any]]:
    return {"videos": [{"title": _ON_FENCE, "duration": "02:21", "program": program, "date": date}]}


_ON_FENCE = "A cat on the fence"
_LIVES = "The cat has lived at Panmunjom for three years"
_LINKED = "A cat crosses the border"
_WHY = "Why do cats cross borders?"
_HELMET = "It sleeps in a helmet that a guard left behind."
_NOBODY = "Nobody knows which side it was born on."
_CREDIT = "picture-alliance/AP/Newsis/South Korea Unification Ministry"
_ANSWERED = "What did the cat see?·Nothing much, said the guard. It sleeps all day long."
_NEWSLETTER = (
    "Every day, DW's editors send out a selection of the day's hard news and quality feature journalism. "
    "Sign up for the newsletter here."
)
_GALLERY = "Cats of the border"

INSERTIONS = (
    Insertion("advertisement", "Advertisement\n\n"),
    Insertion("newsletter", f"{_NEWSLETTER}\n\n"),
    Insertion("label left over", "Related Subjects\n\n"),
    Insertion("read more, colon", f"Read more: {_LINKED}\n\n", lists={"read_more": [_LINKED]}),
    Insertion("read more, no-break space", f"Read more:\u00a0{_LINKED}\n\n", lists={"read_more": [_LINKED]}),
    Insertion("read more, dash", f"Read more - {_LINKED}\n\n", lists={"read_more": [_LINKED]}),
    Insertion("read more, glued", f"Read more{_LINKED}\n\n", lists={"read_more": [_LINKED]}),
    Insertion("read more, alone", f"Read more:\n\n{_LINKED}\n\n{_WHY}\n\n", lists={"read_more": [_LINKED, _WHY]}),
    Insertion("video", f"Watch video 02:21\n\n{_ON_FENCE}\n\n", lists=_video(None, None)),
    Insertion(
        "video with programme",
        f"Watch video 02:21\nNow live\n02:21 mins.\nDW News | 29.11.2010\n\n{_ON_FENCE}\n\n",
        lists=_video("DW News", "2010-11-29"),
    ),
    Insertion("caption with credit", f"{_ON_FENCE} ({_CREDIT})\n\n", lists=_image(_ON_FENCE, _CREDIT)),
    Insertion(
        "alt text with credit over caption",
        f"Katze auf einem Zaun (Reuters/K. Hong-Ji)\n\n{_LIVES}\n\n",
        lists=_image(_LIVES, "Reuters/K. Hong-Ji"),
    ),
    Insertion("credit below", f"{_LIVES}\nImage: Yonhap/dpa\n\n", lists=_image(_LIVES, "Yonhap/dpa")),
    Insertion("credit glued", f"{_LIVES}Image: Yonhap/dpa\n\n", lists=_image(_LIVES, "Yonhap/dpa")),
    Insertion("alt, glued credit", f"A cat\n{_LIVES}Image: Yonhap/dpa\n\n", lists=_image(_LIVES, "Yonhap/dpa")),
    Insertion(
        "infographic", "Infografik Katzen in Korea ENG\n\n", lists=_image("Infografik Katzen in Korea ENG", None)
    ),
    Insertion("heading", "What the cat saw\n\n", ("What the cat saw",), {"headings": ["What the cat saw"]}),
    Insertion("question", f"{_WHY}\n\n", (_WHY,), {"headings": [_WHY]}),
    Insertion(
        "quotation",
        "'A cat with nine lives'\n\n",
        ("'A cat with nine lives'",),
        {"headings": ["'A cat with nine lives'"]},
    ),
    Insertion("question and answer", f"{_ANSWERED}\n\n", (_ANSWERED,)),
    Insertion("bullets", "  • It is gray\n\n  • It is old\n\n", ("• It is gray", "• It is old")),
    Insertion(
        "gallery",
        f"  • Katze auf Zaun (DW/K. Lee)\n\n    {_GALLERY}\n\n    The gray one\n\n    {_HELMET}\n\n"
        f"  • Katze am Tor (DW/K. Lee)\n\n    {_GALLERY}\n\n    The white one\n\n    {_NOBODY}\n\n",
        lists={
            "gallery": [
                _slide(_GALLERY, "The gray one", _HELMET, "Katze auf Zaun", "DW/K. Lee"),
                _slide(_GALLERY, "The white one", _NOBODY, "Katze am Tor", "DW/K. Lee"),
            ]
        },
    ),
    Insertion(
        "gallery without markup",
        f"\n\nThe gray one\n\n{_HELMET}\n\n\nThe white one\n\n{_NOBODY}\n\n",
        lists={
            "gallery": [
                _slide(None, "The gray one", _HELMET, None, None),
                _slide(None, "The white one", _NOBODY, None, None),
            ]
        },
    ),
)
