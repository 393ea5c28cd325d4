"""What DW's pages say around a story, by language: the labels and lines of formats.md."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Furniture(NamedTuple):
    """The labels of one language. `months` as datelines write them, `dateline` puts day, month and year together."""

    sections: tuple[str, ...]
    straplines: tuple[str, ...]
    cookies: tuple[str, str]
    skip: tuple[str, ...]
    read_more: str
    watch: str
    credit: str
    newsletter: str
    recommends: str
    links: str
    media: str
    related: str
    box: tuple[str, str, str, str]
    topics: str
    feedback: str
    advertisement: str
    bulletin: tuple[str, str]
    footer: str
    months: tuple[str, ...]
    dateline: str
    kickers: tuple[tuple[str, str], ...]

    def in_words(self, day: date) -> str:
        """A day as datelines write it: "March 22, 2019"."""
        return self.dateline.format(day=day.day, month=self.months[day.month - 1], year=day.year)


OLD_NAVIGATION = ("Inhalt", "Navigation", "Weitere Inhalte", "Metanavigation", "Suche", "Choose from 30 Languages")
"""German words on pages of every language."""

_ENGLISH = Furniture(
    sections=("News", "Asia", "Business", "Opinion", "Culture", "Sports", "World", "Science"),
    straplines=("Germany| News and in-depth reporting from Berlin and beyond",),
    cookies=(
        "We use cookies to improve our service for you. You can find more information in our data protection "
        "declaration.",
        "More info OK",
    ),
    skip=("Skip to content", "Skip to main menu", "Skip to more DW sites"),
    read_more="Read more",
    watch="Watch video",
    credit="Image:",
    newsletter="Every day, DW's editors send out a selection of the day's hard news and quality feature journalism. "
    "Sign up for the newsletter here.",
    recommends="DW recommends",
    links="WWW links",
    media="Audios and videos on the topic",
    related="Related content",
    box=("Date", "Author", "Keywords", "Permalink"),
    topics="Related topics",
    feedback="Feedback: Send us your feedback.",
    advertisement="Advertisement",
    bulletin=("News Bulletin", "Top stories in 90 seconds"),
    footer="© {} Deutsche Welle | Privacy Policy | Legal notice | Contact | Mobile version",
    months=(
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    dateline="{month} {day}, {year}",
    kickers=(("Conflicts", "North Korea"), ("Politics", "South Korea"), ("Nuclear Energy", "North Korea")),
)

_GERMAN = Furniture(
    sections=("Asien", "Welt", "Wirtschaft", "Politik", "Kultur", "Sport"),
    straplines=("Asien| Nachrichten und Analysen aus Asien",),
    cookies=(
        "Wir verwenden Cookies, um unser Angebot für Sie zu verbessern. Mehr Informationen dazu finden Sie in unserer "
        "Datenschutzerklärung.",
        "Mehr Infos Okay",
    ),
    skip=("Zum Inhalt springen", "Zur Hauptnavigation springen", "Zu weiteren Angeboten der DW springen"),
    read_more="Mehr dazu",
    watch="Video ansehen",
    credit="Bild:",
    newsletter="",
    recommends="Die Redaktion empfiehlt",
    links="WWW-Links",
    media="Audio und Video zum Thema",
    related="",
    box=("Datum", "Autorin/Autor", "Schlagwörter", "Permalink"),
    topics="Themenseiten",
    feedback="Feedback: Schicken Sie uns Ihr Feedback!",
    advertisement="Anzeige",
    bulletin=("", ""),
    footer="© {} Deutsche Welle | Datenschutz | Impressum | Kontakt | Mobile Version",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
        *("September", "Oktober", "November", "Dezember"),
    ),
    dateline="{day}. {month} {year}",
    kickers=(("Konflikte", "Nordkorea"), ("Politik", "Südkorea")),
)

_TURKISH = _ENGLISH._replace(
    months=(
        *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos"),
        *("Eylül", "Ekim", "Kasım", "Aralık"),
    ),
    dateline="{day} {month} {year}",
)

_CHINESE = _ENGLISH._replace(months=tuple(str(month) for month in range(1, 13)), dateline="{year}年{month}月{day}日")

FURNITURE = {"en": _ENGLISH, "de": _GERMAN, "tr": _TURKISH, "zh": _CHINESE}
