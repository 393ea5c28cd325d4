"""What a hit shows: the passage and the highlights, in characters, whatever the script."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import article, image, slide
from hypothesis import given, settings
from hypothesis import strategies as st

from koreanews.index import Index
from koreanews.index.matching import Matcher
from koreanews.index.passages import best_passage, headline_highlights
from koreanews.index.query.needles import Needle, Wanted, edits_between
from koreanews.index.results import Hit, Passage

FILLER = "One sentence that is of no use here. Another one that says as little as it did. " * 8


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "archive")


def only_hit(index: Index, query: str, **page: object) -> Hit:
    with index.writer() as writer:
        writer.add(article("page", **page))  # type: ignore[arg-type]
    (hit,) = index.search(query).hits
    return hit


def marked(passage: Passage | None) -> list[str]:
    assert passage is not None
    return [passage.text[start:end] for start, end in passage.highlights]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Grüße aus München, Ärger in Köln", "ärger köln", ["Ärger", "Köln"]),
        ("🚢🚢 Ferry 👩‍👩‍👧 sails 🇰🇷 again", "sails again", ["sails", "again"]),
        ("개성공단과 평양, 서울", "평양 서울", ["평양", "서울"]),
        ("북한 🚀 Ümlaut—liaison", "liaison", ["liaison"]),
        ("P’yŏngyang’s envoy", "p'yongyang", ["P’yŏngyang"]),
        ("e\u0301tude in Cafe\u0301", "in", ["in"]),
        ("STRASSE and Straße", "strasse", ["STRASSE", "Straße"]),
        ("The ministry’s liaison office", "ministry", ["ministry"]),
        ("中文：平壤在朝鲜半岛的北部", "朝鲜", ["朝", "鲜"]),
        ("Pyongyang (平壤) again", "平壤", ["平壤"]),
        ("an A-bomb, a B-52", "b-52", ["B", "52"]),
        ("x" * 150 + " liaison", "liaison", ["liaison"]),
        ("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 liaison", "liaison", ["liaison"]),
    ],
)
def test_highlights_count_characters(index: Index, text: str, query: str, expected: list[str]) -> None:
    hit = only_hit(index, query, headline=text, body=text, language="zh" if text.startswith("中文") else "en")
    assert [text[start:end] for start, end in hit.headline_highlights] == expected
    assert marked(hit.passage) == expected
    assert hit.passage is not None
    assert hit.passage.text == text[hit.passage.start : hit.passage.start + len(hit.passage.text)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("withdraw", ["withdraws", "withdrawing"]),
        ("with*", ["withdraws", "withdrawing", "with"]),
        ("wihdraws~", ["withdraws"]),
        ('"envoys withdrawing"', ["envoy", "withdraws"]),
        ('"withdraws with"~4', ["withdraws", "withdrawing", "with"]),
        ('"speaks with"~1', ["speaks", "with"]),
        ("envoy OR line", ["envoy", "line"]),
        ("envoy -bridge", ["envoy"]),
        ("-(-envoy)", ["envoy"]),
        ("body:envoy language:en", ["envoy"]),
        ("headline:day envoy", ["envoy"]),
    ],
)
def test_what_is_highlighted(index: Index, query: str, expected: list[str]) -> None:
    hit = only_hit(index, query, headline="A day", body="The envoy withdraws. Withdrawing, he speaks with no line.")
    assert [word.lower() for word in marked(hit.passage)] == expected


def test_a_phrase_is_highlighted_where_it_stands_only(index: Index) -> None:
    hit = only_hit(index, '"liaison office"', body="A liaison team left the office. The liaison office, they say.")
    assert hit.passage is not None
    assert [start for start, _ in hit.passage.highlights] == [36, 44]


def test_the_passage_is_where_most_of_the_query_stands(index: Index) -> None:
    body = f"Ferry. {FILLER}\n\n{FILLER}The ferry to the harbour, a ferry of old. {FILLER}"
    hit = only_hit(index, "ferry harbour", headline="H", teaser="A ferry", body=body)
    assert hit.passage is not None
    assert (hit.passage.field, hit.passage.place) == ("body", "body")
    assert marked(hit.passage) == ["ferry", "harbour", "ferry"]
    assert len(hit.passage.text) <= 240
    assert body[hit.passage.start :].startswith(hit.passage.text)
    assert hit.passage.text[0].isupper()
    assert not hit.passage.text[-1].isspace()


def test_a_paragraph_that_fits_is_shown_whole(index: Index) -> None:
    paragraph = (
        "The minister of unification said that the South had been told of the withdrawal from the liaison office."
    )
    hit = only_hit(index, "office", headline="H", body=f"{FILLER}\n\n{paragraph}\n\n{FILLER}")
    assert hit.passage is not None
    assert (hit.passage.text, hit.passage.start) == (paragraph, len(FILLER) + 2)


def test_passages_of_captions_say_whose_they_are(index: Index) -> None:
    gallery = (slide("Bow", "Waves"), slide("Deck", "Gulls above the deck"))
    hit = only_hit(index, "gulls", headline="H", body="B", images=(image("A pier"),), gallery=gallery)
    assert hit.passage is not None
    assert (hit.passage.field, hit.passage.place) == ("caption", "gallery[1].caption")
    assert marked(hit.passage) == ["Gulls"]


def test_where_only_the_headline_matches_the_teaser_is_shown(index: Index) -> None:
    hit = only_hit(index, "liaison", headline="Liaison", teaser="In short", body="At length")
    assert hit.passage == Passage("teaser", "teaser", "In short", 0, ())
    assert hit.headline_highlights == ((0, 7),)


def test_a_page_without_text_has_no_passage(index: Index) -> None:
    assert only_hit(index, "liaison", headline="Liaison").passage is None


def test_a_long_text_without_blanks_is_cut_to_the_size(index: Index) -> None:
    hit = only_hit(index, "liaison", headline="H", body="—" * 5000 + "liaison" + "—" * 5000)
    assert hit.passage is not None
    assert len(hit.passage.text) <= 240
    assert marked(hit.passage) == ["liaison"]


WORDS = st.sampled_from(
    ["Ärger", "개성", "🚢", "liaison", "office", "平壤", "\n\n", "e\u0301", "don’t", "A.", "ﬁ", "İ", "ß"]
)
TEXTS = st.lists(WORDS, max_size=80).map(" ".join)


@settings(deadline=None)
@given(
    TEXTS, st.integers(min_value=1, max_value=80), st.integers(min_value=0, max_value=3), st.sampled_from(["en", "zh"])
)
def test_for_any_text_the_passage_is_of_it_and_the_highlights_of_the_passage(
    text: str, size: int, slop: int, language: str
) -> None:
    wanted = Wanted(frozenset({"liaison", "arger", "개성", "平"})), Wanted(frozenset({"office", "壤"}))
    needles = Needle(None, {"": wanted[:1], "en": wanted[:1]}, 0), Needle(None, {"": wanted, "en": wanted}, slop)
    record = article("page", headline=text, body=text, language=language).to_record()
    matcher = Matcher(needles, language)
    for start, end in headline_highlights(record, matcher):
        assert text[start:end].lower() in {"liaison", "office", "ärger", "개성", "平", "壤"}
    passage = best_passage(record, matcher, size)
    assert (passage is None) == (not text)
    if passage is not None:
        assert text[passage.start :].startswith(passage.text)
        for start, end in passage.highlights:
            assert 0 <= start < end <= len(passage.text)
            assert passage.text[start:end].lower() in {"liaison", "office", "ärger", "개성", "平", "壤"}


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "liaison",
                "Office",
                "officer",
                "Ärger",
                "개성",
                "don’t",
                "_office_",
                "ﬁ",
                "İ",
                "ß",
                "e\u0301",
                "कि",
                "², ",
                "—",
            ]
        ),
        max_size=30,
    ),
    st.sampled_from([" ", "", "-", "\n"]),
    st.integers(min_value=0, max_value=2),
)
def test_words_are_found_alike_by_their_letters_and_by_the_engine(parts: list[str], between: str, slop: int) -> None:
    """Of texts in languages without blanks the engine makes the words; of others their letters are looked at."""
    text = between.join(parts)
    wanted = Wanted(frozenset({"liaison", "arger", "개성", "don"})), Wanted(frozenset({"office", "t", "liaison"}))
    needles = Needle(None, {"": wanted[:1]}, 0), Needle(None, {"": wanted}, slop), Needle("body", {"": wanted[1:]}, 0)
    assert Matcher(needles, "en").words(text, "body") == Matcher(needles, "ja").words(text, "body")


@settings(deadline=None)
@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(min_value=0, max_value=2))
def test_edits_are_those_of_the_search_engine(word: str, other: str, most: int) -> None:
    """Against the plain recursion that defines them."""

    def edits(a: str, b: str) -> int:
        if not a or not b:
            return len(a) + len(b)
        least = min(edits(a[1:], b) + 1, edits(a, b[1:]) + 1, edits(a[1:], b[1:]) + (a[0] != b[0]))
        if a[:2] == b[1::-1] and len(a) > 1 and len(b) > 1:
            least = min(least, edits(a[2:], b[2:]) + 1)
        return least

    expected = edits(word, other)
    assert edits_between(word, most, other) == (expected if expected <= most else None)
