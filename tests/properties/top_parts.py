"""What stands above the story, composed: first line, furniture, section label, headline, date, byline, teaser."""

from __future__ import annotations

from datetime import timedelta

from draft_page import Draft, dotted, in_words, permalink
from hypothesis import strategies as st

COOKIES = (
    "We use cookies to improve our service for you. You can find more information in our data protection declaration."
)
NAVIGATION = (
    "1. Inhalt\n  2. Navigation\n  3. Weitere Inhalte\n  4. Metanavigation\n  5. Suche\n  6. Choose from 30 Languages"
)
SKIP = {
    "en": "1. Skip to content\n  2. Skip to main menu\n  3. Skip to more DW sites",
    "de": "1. Zum Inhalt springen\n2. Zur Hauptnavigation springen\n3. Zu weiteren Angeboten der DW springen",
}
ADVERTISEMENT = {"en": "Advertisement", "de": "Anzeige"}
SECTIONS = {"en": ("News", "Asia", "Culture", "Business"), "de": ("Asien", "Kultur", "Wirtschaft")}
NAMES = ("Soo-min Hartwig", "Jonas Albrecht", "Marie Van den Berg", "Kang Jin-kyu")
CITIES = ("Seoul", "Tokyo", "Hamburg")


def until_2022(draft: Draft) -> None:
    """A page of the older layout: bars in the title line, no dateline, the teaser under the headline."""
    section = draft.one_of(*SECTIONS[draft.prose.language])
    first = draft.one_of("none", "crawl date", "title line", "crawl date and title line")
    if first in ("title line", "crawl date and title line"):
        _title_line(draft, section, after_crawl_date=first != "title line")
    elif first == "crawl date":
        _crawl_date(draft)
    _furniture(draft, glued=first == "crawl date")
    if draft.coin():
        # Without a title line the label alone tells the section.
        draft.record["section"] = section
        draft.put(section, _below(draft, first))
    draft.put(draft.record["headline"], _below(draft, first))
    if draft.coin() and draft.prose.language == "en":
        draft.put(ADVERTISEMENT["en"])
    _teaser(draft)
    if draft.coin():
        _lead_image(draft)


def since_2022(draft: Draft) -> None:
    """A page of the newer layout: en dashes in the title line, byline and dateline, teaser, permalink."""
    language = draft.prose.language
    if draft.coin():
        shown = draft.one_of(dotted(draft.published), in_words(draft.published, language))
        draft.put(f"{draft.record['headline']} – DW – {shown}")
        draft.date(draft.published, "title")
    if draft.coin():
        draft.put(SKIP[language])
    draft.put(draft.record["headline"])
    _byline_and_dateline(draft)
    if draft.coin():
        _teaser(draft)
    number = draft.draw(st.integers(1_000_000, 75_000_000))
    draft.record |= {"url": permalink(number), "dw_id": str(number)}
    draft.put(permalink(number), draft.one_of("\n", "\n\n") if draft.record["teaser"] else "\n\n")
    if draft.coin():
        _image_with_glued_credit(draft)
    if draft.coin():
        draft.put(ADVERTISEMENT[language])


def _title_line(draft: Draft, section: str, after_crawl_date: bool) -> None:
    strapline = draft.one_of(f" {section}", f" {section}| News and background from all over the continent")
    title = f"{draft.record['headline']} |{strapline} | DW | {dotted(draft.published)}".replace("'", "′")
    if after_crawl_date:
        guess = draft.published - timedelta(days=draft.draw(st.integers(0, 400)))
        draft.date(guess, "capture-header")
        shown = guess.isoformat()
        draft.put(f" date {shown}  {title}")
    else:
        draft.put(draft.one_of("", " ") + title)
    draft.date(draft.published, "title")
    draft.record["section"] = section


def _crawl_date(draft: Draft) -> None:
    # Later than any other date that the page will carry: nothing contradicts it but what says so itself.
    guess = draft.published + timedelta(days=30)
    draft.date(guess, "capture-header")
    draft.put(f" date {guess.isoformat()}")


def _furniture(draft: Draft, glued: bool) -> None:
    if draft.coin():
        draft.put(COOKIES, " " if glued else "\n\n")
        draft.put("More info OK")
        glued = False
        if draft.coin():
            draft.put("  " + NAVIGATION, draft.one_of("", "\n", "\n\n"))
    elif not glued and draft.coin():
        draft.put(draft.one_of("", "  ") + NAVIGATION, draft.one_of("\n", "\n\n"))
    if not glued and draft.coin() and draft.prose.language == "en":
        draft.put("Visit the new DW website")
        draft.put("Try the beta version of our site. It is not finished, and we would like to hear from you.")
        draft.put("Go to the new dw.com")


def _below(draft: Draft, first: str) -> str:
    """A crawl date shares its line with whatever comes next."""
    return " " if first == "crawl date" and "\n" not in draft.text and len(draft.text) < 20 else "\n\n"


def _teaser(draft: Draft) -> None:
    draft.record["teaser"] = draft.one_of(*draft.prose.teasers)
    draft.put(draft.record["teaser"])


def _lead_image(draft: Draft) -> None:
    caption, credit = draft.one_of(*draft.prose.captions), draft.one_of("Reuters/H. Min", "DW", "Getty Images/AFP")
    draft.put(f"{caption} ({credit})")
    draft.add("images", {"caption": caption, "credit": credit})


def _image_with_glued_credit(draft: Draft) -> None:
    caption, credit = draft.one_of(*draft.prose.captions), "Ahn Young-joon/AP Photo/picture alliance"
    label = {"en": "Image", "de": "Bild"}[draft.prose.language]
    draft.put(f"{caption}{draft.one_of('', chr(10))}{label}: {credit}")
    draft.add("images", {"caption": caption, "credit": credit})


def _byline_and_dateline(draft: Draft) -> None:
    shown = in_words(draft.published, draft.prose.language)
    draft.date(draft.published, "dateline")
    name, other = draft.draw(st.permutations(NAMES))[:2]
    forms = {
        "none": ("", [], []),
        "name": (name, [name], []),
        "name and city": (f"{name}, {draft.one_of(*CITIES)}", [name], []),
        "name and initials": (f"{name} / kw", [name], ["kw"]),
        "two names": (f"{name} | {other} in {draft.one_of(*CITIES)}", [name, other], []),
    }
    text, authors, initials = forms[draft.one_of(*forms)]
    if text:
        draft.record["byline"] = {"text": text, "authors": authors, "initials": initials, "agencies": []}
        draft.put(text + draft.one_of("", "\n", "\n\n") + shown)
    else:
        published = draft.prose.language == "en" and draft.coin()
        draft.put(("Published " if published else "") + shown)
