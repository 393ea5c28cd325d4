"""Ordinary prose about Korea, drawn from small stocks of words: what composed pages are filled with.

Paragraphs have 18 to 70 words and end in a full stop; headings 2 to 7 words and headlines 5 to 12, without one.
Nothing here names a weekday, a month or a date, and no stock shares a phrase with another, so that a piece that
ends up in the wrong field cannot be mistaken for one that belongs there.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st


@dataclass(frozen=True)
class Prose:
    """One language's stocks; see `ENGLISH`."""

    language: str
    subjects: tuple[str, ...]
    predicates: tuple[str, ...]
    tails: tuple[str, ...]
    questions: tuple[str, ...]
    teasers: tuple[str, ...]
    headings: tuple[str, ...]
    headline_starts: tuple[str, ...]
    headline_ends: tuple[str, ...]
    captions: tuple[str, ...]
    titles: tuple[str, ...]
    points: tuple[str, ...]

    def sentences(self) -> st.SearchStrategy[str]:
        """A sentence of 18 to 32 words."""
        parts = [st.sampled_from(stock) for stock in (self.subjects, self.predicates, self.tails)]
        return st.tuples(*parts).map(lambda words: " ".join(words) + ".")

    def paragraphs(self) -> st.SearchStrategy[str]:
        """One or two sentences, now and then after a question in the same paragraph."""
        several = st.lists(self.sentences(), min_size=1, max_size=2, unique=True).map(" ".join)
        asking = st.tuples(st.sampled_from(self.questions), several).map(" ".join)
        return st.one_of(several, several, several, asking)

    def headlines(self) -> st.SearchStrategy[str]:
        """The headline of a story, this one's or another's."""
        return st.tuples(st.sampled_from(self.headline_starts), st.sampled_from(self.headline_ends)).map(" ".join)


ENGLISH = Prose(
    language="en",
    subjects=(
        "The mayor of Incheon",
        "A spokeswoman for the ministry in Seoul",
        "Three fishermen from the eastern coast",
        "Most of the engineers in Suwon",
        "An old monk at the temple of Haeinsa",
        'The "grandmothers of the market" in Daegu',
        "Officials on both sides of the border",
        "A historian at the university in Gwangju",
    ),
    predicates=(
        "asked for more time to study the plan",
        "said that the work on the bridge would go on",
        "could not believe that the old line would be repaired",
        "spoke of a long and difficult road to an agreement",
        "would rather keep the harbor as it is today",
        "remembered how the village had looked before the war",
        "hoped to open the gates for visitors from abroad",
    ),
    tails=(
        "because the winter was longer than anybody had expected",
        "although half of the money has not been paid so far",
        "while the neighbors watched from the other bank of the river",
        "after talks that lasted until the early hours of the morning",
        "as long as the price of rice (about two dollars a kilo) stays low",
        "even if the council decides against it in the end",
    ),
    questions=("Why is this so hard?", "What has changed since then?", "Who is going to pay for it all?"),
    teasers=(
        "The decision has surprised friends and opponents alike. Its price is not known.",
        "A small town in the south of the peninsula shows how it can be done. Others want to follow.",
        "For many years nobody cared about the valley. Now two companies and a temple quarrel over it.",
        'Experts call the plan "daring." The people who live there have found other words.',
    ),
    headings=(
        "Fewer ships, longer nights",
        "A matter of trust",
        "No way back",
        "What do the islanders want?",
        "Is the harbor deep enough?",
        "'We have waited for too long'",
        '"A bridge is not a promise"',
        "Hopes rest on the spring harvest",
        "The view from the other bank",
    ),
    headline_starts=(
        "Seoul delays the bridge project",
        "Korea's last lighthouse keepers",
        "Pyongyang and Seoul exchange letters",
        "South Korean brewers",
        "Busan's fish market workers",
        "Two Koreas share one stage",
    ),
    headline_ends=(
        "despite the protests of islanders",
        "in search of a second chance",
        "as rivers carry less water",
        "- a report from the coast",
        "with an eye on the 'new' neighbors",
        "for the first time in a decade",
    ),
    captions=(
        "The bridge of Gwangan seen from a fishing boat",
        "Women sort dried anchovies on the quay (on the right a buyer)",
        "Nordkorea Grenze Zaun im Winter",
        "A lantern with the name of a lost ship, and the sister of the captain",
        "Südkorea, Busan: Hafen bei Nacht",
    ),
    titles=(
        "Salt farmers look to the sky",
        "Is the tunnel of Yeongdong safe?",
        "How a ferry became a library",
        "The tailor who dressed three presidents",
        "Old songs for very young ears",
        "Rice wine from Jeonju goes west",
    ),
    points=(
        "The bridge will have four lanes and a path for pedestrians.",
        "Ferries keep sailing twice a day.",
        "Nobody has to leave a house before the end of the school year.",
        'The fund is open to "all families of the valley."',
    ),
)

GERMAN = Prose(
    language="de",
    subjects=(
        "Der Bürgermeister von Incheon",
        "Eine Sprecherin des Ministeriums in Seoul",
        "Ein alter Mönch im Tempel von Haeinsa",
        "Die Ingenieurin aus der Werft von Geoje",
        "Ein Historiker der Universität in Gwangju",
    ),
    predicates=(
        "bat um mehr Zeit für eine gründliche Prüfung des Plans",
        "zweifelt am Sinn einer Reparatur der alten Strecke am Meer",
        "sprach von einem langen und mühsamen Weg zu einer Einigung",
        "möchte den kleinen Hafen mit seinen Kränen gern behalten",
        "erinnerte an das Leben im Dorf vor dem großen Krieg",
    ),
    tails=(
        "und fand damit auch bei den Nachbarn auf dem anderen Ufer Gehör",
        "trotz der Bedenken in den beiden Ministerien der Hauptstadt",
        "nach Gesprächen bis in die frühen Morgenstunden des nächsten Tages",
        "ohne ein Wort über die Kosten für die Gemeinde zu verlieren",
    ),
    questions=("Warum ist das so schwierig?", "Wer soll das alles bezahlen?"),
    teasers=(
        "Die Entscheidung hat Freunde und Gegner überrascht. Ihr Preis ist noch nicht bekannt.",
        "Lange hat sich niemand um das Tal gekümmert. Nun streiten zwei Firmen und ein Tempel darum.",
    ),
    headings=(
        "Weniger Schiffe, längere Nächte",
        "Eine Frage des Vertrauens",
        "Was wollen die Inselbewohner?",
        '"Eine Brücke ist kein Versprechen"',
    ),
    headline_starts=("Seoul verschiebt den Bau der Brücke", "Koreas letzte Leuchtturmwärter", "Die Brauer von Daegu"),
    headline_ends=("trotz der Proteste der Fischer", "auf der Suche nach Nachwuchs", "und die Sorge um das Wasser"),
    captions=("Die Brücke von Gwangan, von einem Fischerboot aus gesehen", "Frauen sortieren Sardellen am Kai"),
    titles=("Salzbauern blicken zum Himmel", "Wie eine Fähre zur Bücherei wurde", "Alte Lieder für junge Ohren"),
    points=("Die Brücke bekommt vier Spuren.", "Die Fähren fahren weiter zweimal am Tag."),
)
