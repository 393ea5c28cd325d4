"""Measures Korean name matching: what is found of what should be, what is found of what should not, and the speed.

    PYTHONPATH=src python benchmarks/names.py

The lists are tests/names/korean.txt and tests/names/others.txt. A pair is what is typed and what is printed; it is
found if a search for all words of the one finds a sentence that holds the other (`finds` in name_lists.py).
"""

from __future__ import annotations

import sys
import time
from itertools import permutations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "names"))

from name_lists import finds, is_held_out, korean_names, other_words, printed_keys  # noqa: E402

from koreanews.index.names import name_keys  # noqa: E402


def main() -> None:
    names = korean_names()
    print(
        f"{len(names)} Korean names in {sum(map(len, names))} spellings, {len(other_words())} other words and names\n"
    )
    report_found("the half that the rules were made with", [name for name in names if not is_held_out(name)])
    report_found("the half kept back", [name for name in names if is_held_out(name)])
    report_confused(names)
    report_others(names)
    report_speed()


def report_found(title: str, names: list[list[str]]) -> None:
    pairs = [pair for name in names for pair in permutations(name, 2)]
    missed = [pair for pair in pairs if not finds(*pair)]
    print(f"found of those that should be, {title}: {share(len(pairs) - len(missed), len(pairs))}")
    for typed, printed in missed:
        if printed >= "가":
            print(f"    missed: {typed} for {printed}")


def report_confused(names: list[list[str]]) -> None:
    """Over both halves; a name that is a word of a longer one counts too."""
    pairs = [(typed, printed) for one, other in permutations(names, 2) for typed in one for printed in other]
    wrong = [pair for pair in pairs if finds(*pair)]
    print(f"found of those that should not be, other Korean names: {share(len(wrong), len(pairs))}")
    print(f"    {'; '.join(f'{typed} finds {printed}' for typed, printed in wrong)}")


def report_others(names: list[list[str]]) -> None:
    words = other_words()
    spellings = [spelling for name in names for spelling in name]
    pairs = [pair for pair in permutations(words, 2) if not within(*pair)]
    wrong = sum(finds(typed.lower(), printed) for typed, printed in pairs)
    print(f"found of those that should not be, other words by other words: {share(wrong, len(pairs))}")
    crossed = [
        pair for word in words for name in spellings for pair in ((word, name), (word.lower(), name), (name, word))
    ]
    pairs = [pair for pair in crossed if not within(*pair)]
    wrong = sum(finds(*pair) for pair in pairs)
    print(f"found of those that should not be, Korean names by words or words by them: {share(wrong, len(pairs))}")
    keyed = [word for word in words if printed_keys(word)]
    print(f"other words that are read as Korean at all: {share(len(keyed), len(words))}: {', '.join(keyed)}")


def within(typed: str, printed: str) -> bool:
    """Whether all words typed stand in what is printed, as any search would find."""
    return set(typed.lower().split()) <= set(printed.lower().split())


def report_speed() -> None:
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    text = "\n".join(seeds) * 100
    name_keys("\n".join(seeds))
    begin = time.process_time()
    found = name_keys(text)
    seconds = time.process_time() - begin
    size = len(text.encode())
    print(f"\nspeed: {size / seconds / 1e6:.1f} MB/s on the seeds, {len(found)} keys in {size / 1e6:.1f} MB")


def share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({part / whole:.2%})"


if __name__ == "__main__":
    main()
