"""What stands below the story, composed: byline, newsletter, recommendations, links, data box, sidebars, footer."""

from __future__ import annotations

from datetime import date, timedelta

from draft_page import BLANK_LINE, NO_BREAK, TWO_BLANK_LINES, Draft, dotted, permalink
from hypothesis import strategies as st

LABELS = {
    "en": {"recommends": "DW recommends", "media": "Audios and videos on the topic"},
    "de": {"recommends": "Die Redaktion empfiehlt", "media": "Audio und Video zum Thema"},
}
NEWSLETTERS = (
    "Every day, DW's editors send out a selection of reports worth your while. Sign up for the newsletter here.",
    "Each evening at 1830 UTC, DW's editors send out a summary of the day. You can sign up to receive it here.",
)
AGENCIES = ("AFP", "Reuters", "AP", "dpa", "epd")


def tail(draft: Draft) -> None:
    """Any of the parts, in the order in which DW's pages have them."""
    english = draft.prose.language == "en"
    for part, known in (
        (_agency_byline, draft.record["byline"] is None),
        (_newsletter, english),
        (_recommends, True),
        (_links, english),
        (_media, True),
        (_data_box, english),
        (_related, english),
        (_promotion, english),
        (_footer, True),
    ):
        if known and draft.coin():
            part(draft)


def _agency_byline(draft: Draft) -> None:
    initials = draft.draw(st.lists(st.sampled_from(("kw", "hb", "jsm", "ng")), min_size=1, max_size=3, unique=True))
    agencies = draft.draw(st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=3, unique=True))
    text = f"{'/'.join(initials)} ({', '.join(agencies)})"
    draft.put(text, draft.one_of(BLANK_LINE, TWO_BLANK_LINES))
    draft.record["byline"] = {"text": text, "authors": [], "initials": initials, "agencies": agencies}


def _newsletter(draft: Draft) -> None:
    draft.put(draft.one_of(*NEWSLETTERS))


def _recommends(draft: Draft) -> None:
    draft.put(LABELS[draft.prose.language]["recommends"])
    for _ in range(draft.draw(st.integers(1, 4))):
        headline, teaser = draft.draw(draft.prose.headlines()), draft.one_of(*draft.prose.teasers)
        when = _earlier(draft)
        draft.put(headline)
        draft.put(f"{teaser} ({dotted(when)})" + draft.one_of("", f" {NO_BREAK} "))
        draft.date(when, "recommends")
        item = {"headline": headline, "date": when.isoformat(), "teaser": teaser, "url": None}
        draft.add("recommends", item)


def _links(draft: Draft) -> None:
    _list(draft, "WWW links", "links", ("Korea Forest Service", "DW Newsletter", "Map of the ferry lines"))


def _media(draft: Draft) -> None:
    _list(draft, LABELS[draft.prose.language]["media"], "media", draft.prose.titles)


def _list(draft: Draft, label: str, key: str, stock: tuple[str, ...]) -> None:
    items = draft.draw(st.lists(st.sampled_from(stock), min_size=1, max_size=2, unique=True))
    draft.put(label)
    for item in items:
        draft.put(item + draft.one_of("", f" {NO_BREAK} "))
    draft.add(key, *items)


def _data_box(draft: Draft) -> None:
    lines = [f"Date {dotted(draft.published)}"]
    draft.date(draft.published, "metadata")
    if draft.record["byline"] is None:
        name = "Soo-min Hartwig"
        lines.append(f"Author {name}")
        draft.record["byline"] = {"text": name, "authors": [name], "initials": [], "agencies": []}
    lines += ["Keywords Busan, harbor, South Korea", "Feedback: Send us your feedback.", "Print"]
    if draft.record["url"] is None and draft.coin():
        number = draft.draw(st.integers(1_000_000, 75_000_000))
        draft.record |= {"url": permalink(number), "dw_id": str(number)}
        lines.append(f"Permalink {permalink(number)}")
    draft.put(draft.one_of("\n", BLANK_LINE).join(lines))


def _related(draft: Draft) -> None:
    with_images = draft.coin()
    draft.put("Related content")
    for _ in range(draft.draw(st.integers(1, 3))):
        headline, teaser = draft.draw(draft.prose.headlines()), draft.one_of(*draft.prose.teasers)
        image = draft.one_of(*draft.prose.captions) if with_images else None
        when = _earlier(draft)
        guesses = [day for day, source in draft.candidates if source == "capture-header"]
        if guesses and draft.coin():
            when = date.fromisoformat(guesses[0])
        draft.contradicted.add(when.isoformat())
        if image:
            draft.put(image)
        draft.put(f"{headline} {dotted(when)}")
        draft.put(teaser)
        item = {"headline": headline, "date": when.isoformat(), "teaser": teaser, "image": image, "url": None}
        draft.add("related", item)


def _promotion(draft: Draft) -> None:
    draft.put("Advertisement")
    draft.put("News Bulletin")
    draft.put("Top stories in 90 seconds")
    draft.put(f"DW News tells what has happened, short and several times a day. {NO_BREAK} ")
    if draft.coin():
        draft.put("DW News on Facebook 11.07.2003")


def _footer(draft: Draft) -> None:
    draft.put("© 2019 Deutsche Welle | Privacy Policy | Legal notice | Contact | Mobile version")


def _earlier(draft: Draft) -> date:
    return draft.published - timedelta(days=draft.draw(st.integers(1, 900)))
