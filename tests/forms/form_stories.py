"""The pages that `test_every_form.py` saves in every form: what each says, and in which order.

Prose of our own, in English and German, one page of each kind. A `Story` is what its record must say; `flow` is the
order of its text: pairs of a kind ("p", "h", "li", "more", "image", "video", "gallery", "entry") and what stands there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Flow = list[tuple[str, Any]]


@dataclass(frozen=True)
class Listed:
    """Another story, as a page lists it below its text."""

    headline: str
    teaser: str
    date: str
    path: str
    image: str = ""

    @property
    def url(self) -> str:
        return f"https://www.dw.com{self.path}"

    @property
    def iso(self) -> str:
        day, month, year = self.date.split(".")
        return f"{year}-{month}-{day}"


@dataclass(frozen=True)
class Picture:
    """An image of the text, or a slide with its title and text."""

    alt: str
    credit: str
    caption: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class Story:
    """A page. `letter` is that of its address before 2023 and since: "a", "a"; "av", "video"."""

    kind: str
    language: str
    number: int
    letters: tuple[str, str]
    slug: str
    section: str
    headline: str
    teaser: str
    author: str = ""
    lead: Picture | None = None
    flow: Flow = field(default_factory=list)
    signature: str = ""
    initials: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    program: str = ""
    duration: str = ""
    recommended: Listed | None = None
    media: str = ""
    link: str = ""
    related: tuple[Listed, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.language}"

    def url(self, since_2023: bool) -> str:
        return f"https://www.dw.com/{self.language}/{self.slug}/{self.letters[since_2023]}-{self.number}"


DAY, MONTH, YEAR = "17", "01", "2023"
ISO = f"{YEAR}-{MONTH}-{DAY}"
POINTS = f"{DAY}.{MONTH}.{YEAR}"

ARTICLE_EN = Story(
    kind="article",
    language="en",
    number=64400001,
    letters=("a", "a"),
    slug="the-bell-of-damyang-rings-again",
    section="Culture",
    headline="The bell of Damyang rings again",
    teaser="For forty years the bronze bell was silent. A welder, a monk and a choir have brought it back.",
    author="Jane Example",
    lead=Picture("The bell in its tower", "picture-alliance/dpa/Yonhap", "The bell weighs nine tons"),
    flow=[
        ("p", "The first stroke came at seven in the evening, and half of the town stood in the street to hear it."),
        ("li", ["The bell was cast in 1771.", "It cracked in the winter of 1983."]),
        ("more", ("A monk who collects sounds", "/en/a-monk/a-64300001")),
        ("h", "Bronze and barley"),
        (
            "p",
            'The welder heated the crack for six days over barley straw. "Nobody had told me that it cannot be done."',
        ),
        ("image", Picture("A welder at work", "DW/A. Example", "The crack was as long as an arm")),
        ("video", ("How a bell is tuned", "02:31")),
        ("p", "Now the choir meets below the tower every Sunday, and the bell gives the first note of each song."),
    ],
    signature="kb/jm (AFP, Yonhap)",
    initials=("kb", "jm"),
    agencies=("AFP", "Yonhap"),
    recommended=Listed("Barley beer from Gochang", "Two brewers look back.", "03.01.2023", "/en/barley/a-64300002"),
    media="The sound of nine tons",
    link="The choir's own pages",
    related=(
        Listed("Towers of the south", "Five of them lean.", "09.01.2023", "/en/towers/a-64300003", "A leaning tower"),
        Listed("A choir without notes", "It sings by heart.", "02.01.2023", "/en/choir/a-64300004", "Singers in white"),
    ),
)
ARTICLE_DE = Story(
    kind="article",
    language="de",
    number=64400002,
    letters=("a", "a"),
    slug="die-glocke-von-damyang-läutet-wieder",
    section="Kultur",
    headline="Die Glocke von Damyang läutet wieder",
    teaser="Vierzig Jahre lang schwieg die Glocke aus Bronze. Ein Schweißer, ein Mönch und ein Chor haben sie geweckt.",
    author="Jana Beispiel",
    lead=Picture("Die Glocke im Turm", "picture-alliance/dpa/Yonhap", "Neun Tonnen wiegt die Glocke"),
    flow=[
        ("p", "Der erste Schlag fiel um sieben Uhr abends, und die halbe Stadt stand auf der Straße, um ihn zu hören."),
        ("li", ["Gegossen wurde die Glocke 1771.", "Im Winter 1983 bekam sie einen Riss."]),
        ("more", ("Ein Mönch, der Klänge sammelt", "/de/ein-mönch/a-64300011")),
        ("h", "Bronze und Gerste"),
        ("p", 'Sechs Tage erhitzte der Schweißer den Riss über Stroh. "Keiner hatte mir gesagt, dass es nicht geht."'),
        ("image", Picture("Ein Schweißer bei der Arbeit", "DW/A. Beispiel", "Der Riss war so lang wie ein Arm")),
        ("video", ("Wie man eine Glocke stimmt", "02:31")),
        (
            "p",
            "Jetzt trifft sich der Chor jeden Sonntag unter dem Turm, und die Glocke gibt jedem Lied den ersten Ton.",
        ),
    ],
    signature="kb/jm (AFP, Yonhap)",
    initials=("kb", "jm"),
    agencies=("AFP", "Yonhap"),
    recommended=Listed("Bier aus Gochang", "Zwei Brauer blicken zurück.", "03.01.2023", "/de/bier/a-64300012"),
    media="Der Klang von neun Tonnen",
    link="Der Chor im Netz",
    related=(
        Listed(
            "Türme des Südens", "Fünf davon sind schief.", "09.01.2023", "/de/türme/a-64300013", "Ein schiefer Turm"
        ),
        Listed("Ein Chor ohne Noten", "Er singt auswendig.", "02.01.2023", "/de/chor/a-64300014", "Sänger in Weiß"),
    ),
)
GALLERY_EN = Story(
    kind="gallery",
    language="en",
    number=64400003,
    letters=("g", "g"),
    slug="nine-bells-and-a-gong",
    section="Culture",
    headline="Nine bells and a gong",
    teaser="Korea's bells hang low and are struck from outside. We have looked at the loudest of them.",
    flow=[
        (
            "gallery",
            [
                Picture(
                    "A bell of iron",
                    "DW/A. Example",
                    "",
                    "The iron one",
                    "It rusts, and the rust is part of its voice.",
                ),
                Picture(
                    "A bell in the snow",
                    "Reuters/K. Example",
                    "",
                    "The cold one",
                    "In winter it sounds half a tone lower.",
                ),
                Picture("A gong", "dpa", "", "The flat one", "It is no bell at all, but nobody minds."),
            ],
        )
    ],
)
GALLERY_DE = Story(
    kind="gallery",
    language="de",
    number=64400004,
    letters=("g", "g"),
    slug="neun-glocken-und-ein-gong",
    section="Kultur",
    headline="Neun Glocken und ein Gong",
    teaser="Koreas Glocken hängen tief und werden von außen geschlagen. Wir haben die lautesten besucht.",
    flow=[
        (
            "gallery",
            [
                Picture(
                    "Eine Glocke aus Eisen",
                    "DW/A. Beispiel",
                    "",
                    "Die eiserne",
                    "Sie rostet, und der Rost gehört zum Klang.",
                ),
                Picture(
                    "Glocke im Schnee",
                    "Reuters/K. Beispiel",
                    "",
                    "Die kalte",
                    "Im Winter klingt sie einen halben Ton tiefer.",
                ),
                Picture("Ein Gong", "dpa", "", "Der flache", "Er ist gar keine Glocke, aber das stört keinen."),
            ],
        )
    ],
)
MEDIA_EN = Story(
    kind="media",
    language="en",
    number=64400005,
    letters=("av", "video"),
    slug="a-welder-for-all-bells",
    section="Culture",
    headline="A welder for all bells",
    teaser="He mends what has cracked, from gongs to ship's bells, and never writes a bill before the first stroke.",
    program="DW News",
    duration="03:12",
)
MEDIA_DE = Story(
    kind="media",
    language="de",
    number=64400006,
    letters=("av", "video"),
    slug="ein-schweißer-für-alle-glocken",
    section="Kultur",
    headline="Ein Schweißer für alle Glocken",
    teaser="Er flickt, was gesprungen ist, vom Gong bis zur Schiffsglocke. Die Rechnung schreibt er danach.",
    program="DW Nachrichten",
    duration="03:12",
)
LIVE_EN = Story(
    kind="live-blog",
    language="en",
    number=64400007,
    letters=("a", "live"),
    slug="the-bell-rings-as-it-happened",
    section="Culture",
    headline="The bell rings: As it happened",
    teaser="A town has waited for forty years. Our reporters were below the tower all day.",
    flow=[
        ("entry", ("20:10", "The crowd goes home", "The last guests leave the square, and the sweepers come.")),
        ("entry", ("19:02", "The first stroke", "It is lower than anybody had remembered, and it lasts for a minute.")),
        ("entry", ("17:45", "The choir arrives", "Sixty singers in white have come on foot from the river.")),
        ("entry", ("9:30", "Fog over the square", "The tower is not to be seen. The welder oils the beam once more.")),
    ],
)
LIVE_DE = Story(
    kind="live-blog",
    language="de",
    number=64400008,
    letters=("a", "live"),
    slug="die-glocke-läutet-der-tag-im-rückblick",
    section="Kultur",
    headline="Die Glocke läutet: Der Tag im Rückblick",
    teaser="Vierzig Jahre hat eine Stadt gewartet. Unsere Reporter standen den ganzen Tag unter dem Turm.",
    flow=[
        ("entry", ("20:10", "Die Menge geht heim", "Die letzten Gäste verlassen den Platz, und die Kehrer kommen.")),
        (
            "entry",
            (
                "19:02",
                "Der erste Schlag",
                "Er ist tiefer, als alle ihn in Erinnerung hatten, und hallt eine Minute nach.",
            ),
        ),
        ("entry", ("17:45", "Der Chor ist da", "Sechzig Sänger in Weiß sind zu Fuß vom Fluss gekommen.")),
        (
            "entry",
            ("9:30", "Nebel über dem Platz", "Der Turm ist nicht zu sehen. Der Schweißer ölt noch einmal den Balken."),
        ),
    ],
)
TOPIC_EN = Story(
    kind="topic",
    language="en",
    number=64400009,
    letters=("t", "t"),
    slug="damyang",
    section="Topics",
    headline="Damyang",
    teaser="Damyang is a town in the south of Korea, known for its bamboo, its barley and its bell.",
    related=(
        *ARTICLE_EN.related,
        Listed("Bamboo for everybody", "It grows a hand a day.", "21.12.2022", "/en/bamboo/a-64300005", "A grove"),
        Listed("A market under water", "The river came at night.", "04.11.2022", "/en/market/a-64300006", "Stalls"),
    ),
)
TOPIC_DE = Story(
    kind="topic",
    language="de",
    number=64400010,
    letters=("t", "t"),
    slug="damyang",
    section="Themen",
    headline="Damyang",
    teaser="Damyang ist eine Stadt im Süden Koreas, bekannt für ihren Bambus, ihre Gerste und ihre Glocke.",
    related=(
        *ARTICLE_DE.related,
        Listed(
            "Bambus für alle", "Er wächst am Tag eine Handbreit.", "21.12.2022", "/de/bambus/a-64300015", "Ein Hain"
        ),
        Listed("Ein Markt unter Wasser", "Der Fluss kam in der Nacht.", "04.11.2022", "/de/markt/a-64300016", "Stände"),
    ),
)
STORIES = (
    ARTICLE_EN, ARTICLE_DE, GALLERY_EN, GALLERY_DE, MEDIA_EN, MEDIA_DE, LIVE_EN, LIVE_DE, TOPIC_EN, TOPIC_DE,
)  # fmt: skip
