"""What a query is looking for within a text: so that it can be pointed at in a record that was found."""

from __future__ import annotations

from typing import NamedTuple


class Wanted(NamedTuple):
    """Which words will do in one place: any of `forms`, any that begins with `beginning`, any `near` a word.

    `near` is the word and how many letters may differ.
    """

    forms: frozenset[str]
    beginning: str | None = None
    near: tuple[str, int] | None = None

    def tried(self, vocabulary: set[str]) -> set[str]:
        """Which of a text's words will do, beside the forms."""
        found: set[str] = set()
        if self.beginning is not None:
            found |= {word for word in vocabulary if word.startswith(self.beginning)}
        if self.near is not None:
            found |= {word for word in vocabulary if edits_between(*self.near, word) is not None}
        return found - self.forms


class Needle(NamedTuple):
    """A word or phrase of a query: for each language what will do in each place, and how far apart they may be.

    The languages are those whose words have forms, and "" for all others. `field` is the field that it was asked for
    in; null for all those that are searched by default. `names` are the keys of Korean names, any of which will do for
    all places together.
    """

    field: str | None
    places: dict[str, tuple[Wanted, ...]]
    slop: int
    names: frozenset[str] = frozenset()

    def places_in(self, language: str | None) -> tuple[Wanted, ...]:
        """What will do in each place of a text in a language."""
        return self.places.get(language or "", self.places[""])

    @property
    def length(self) -> int:
        """Of how many words it is."""
        return len(self.places[""])


def edits_between(word: str, most: int, other: str) -> int | None:
    """How many letters must be added, taken, changed or swapped with their neighbour; null if more than `most`."""
    if abs(len(word) - len(other)) > most:
        return None
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, sign in enumerate(word, 1):
        row = [i]
        for j, other_sign in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (sign != other_sign))
            if i > 1 and j > 1 and sign == other[j - 2] and word[i - 2] == other_sign:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
        before, last = last, row
    return last[-1] if last[-1] <= most else None
