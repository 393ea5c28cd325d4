"""Phrases of frequent words: they find what words side by side are in, though they are found as one word."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest
from articles import article
from hypothesis import given
from hypothesis import strategies as st

from koreanews.index import Index
from koreanews.index.fields import analyzer
from koreanews.index.grams import COMMON, gram, grams_of

PIECES = st.sampled_from(
    [*sorted(COMMON)[::4], "North", "KOREA", "Kóréa", "bridge", "weiß", "한국", "\u0915\u093f", "x", "ß"]
)
SIGNS = st.sampled_from([" ", "  ", ", ", "-", "\n", "\u00a0", " – ", "’s ", ". ", "_", "", "\u200b", "\ua78f"])
TEXTS = st.lists(st.tuples(PIECES, SIGNS), max_size=12).map(lambda pairs: "".join(map("".join, pairs)))


@given(st.lists(TEXTS, max_size=4))
def test_grams_are_the_frequent_words_side_by_side_in_each_paragraph(paragraphs: list[str]) -> None:
    expected = []
    for paragraph in paragraphs:
        words = analyzer().analyze(paragraph)
        runs = [words[first : first + many] for many in (2, 3) for first in range(len(words) - many + 1)]
        expected += [run for run in runs if COMMON.issuperset(run)]
    assert sorted(grams_of(paragraphs).split()) == sorted(filter(None, map(gram, expected)))


def test_a_gram_is_one_word_to_the_search_index() -> None:
    grams = grams_of(["North Korean missile tests"])
    assert grams
    assert analyzer().analyze(grams) == grams.split()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return filled(
        tmp_path_factory.mktemp("grams") / "archive",
        {
            "plain": "Envoys of North Korea have left.",
            "sign": "Whatever is north, Korea has it. Kim Jong-un said so.",
            "accent": "Nörth Koréa, as the sign on the ferry said.",
            "parted": "They sailed north\n\nKorea was not on their map. Kim and Jong Un went along.",
            "apart": "Korea lies north of the strait.",
        },
    )


def filled(folder: Path, bodies: dict[str, str]) -> Index:
    index = Index(folder)
    with index.writer() as writer:
        for id, body in bodies.items():
            writer.add(article(id, body=body))
    return index


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"North Korea"', "accent plain sign"),
        ('body:"north korea"', "accent plain sign"),
        ('headline:"north korea"', ""),
        ('"korea north"', ""),
        ('"Kim Jong Un"', "sign"),
        ('"jong un"', "parted sign"),
        ('-"north korea"', "apart parted"),
        ('"of North Korea"', "plain"),
        ('"korea north"~1', "apart"),
    ],
)
def test_phrases_find_words_side_by_side(index: Index, query: str, expected: str, exact: bool) -> None:
    assert {hit.row.id for hit in index.search(query, exact=exact).hits} == set(expected.split())


def test_they_find_what_the_engine_finds_by_places(tmp_path: Path) -> None:
    pages = {" ".join(three): three for three in product(["North", "Korea", "Korean", "test", "of"], repeat=3)}
    index = filled(tmp_path / "archive", {f"{n:03}": text for n, text in enumerate(pages)})
    for pair in product(["North", "Korea", "Korean", "test", "of"], repeat=2):
        wanted = {f"{n:03}" for n, three in enumerate(pages.values()) if pair in pairwise(three)}
        results = index.search(f'"{" ".join(pair)}"', limit=200, exact=True)
        assert {hit.row.id for hit in results.hits} == wanted


def test_no_gram_is_among_words_that_begin_as_one_does_or_are_spelt_nearly_so(index: Index) -> None:
    searcher = index._snapshot.searcher  # its words are seen through no command
    assert [word for word, _ in searcher.terms_with_prefix("body", "north")] == ["north"]
    assert index.search("northkorea~2").total == 0
    assert index.suggestions("korae", most=10) == ("korea",)
    assert index.suggestions("northkorea", most=10) == ()
