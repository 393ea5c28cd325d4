"""Names of authors as citations need them: the family name apart from the rest."""

from __future__ import annotations

import re
from typing import NamedTuple


class Author(NamedTuple):
    """An author's name.

    `particle` is what stands before the family name ("von"), "" for none. `given` is "" where the name could not be
    taken apart: then `family` is the whole name as printed.
    """

    family: str
    particle: str = ""
    given: str = ""


def read_author(name: str) -> Author:
    """A name as a byline prints it, on one line: the last word is the family name, small words before it particles.

    So does BibTeX read names. But "Kim Min-ji" is the Korean order, which the hyphen gives away. What holds a comma,
    a figure or an "and" is no single person's plain name, and stays whole.
    """
    words = name.split(" ")
    if len(words) < 2 or _NOT_PLAIN.search(name):
        return Author(name)
    if len(words) == 2 and _is_korean_given_name(words[1]):
        return Author(words[0], "", words[1])
    last = len(words) - 1
    first = next((at for at in range(1, last) if words[at][:1].islower()), last)
    return Author(words[last], " ".join(words[first:last]), " ".join(words[:first]))


def _is_korean_given_name(word: str) -> bool:
    """Whether it is two syllables as the press joins them, "Min-ji"; a double family name has two capitals."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first[:1].isupper() and second.isalpha() and second.islower()


_NOT_PLAIN = re.compile(r"[,;/|()\d]| (?:and|und|&) ", re.IGNORECASE)
