"""What a person types is read as docs/query-language.md says, or refused with place, reason and a better query."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreanews.index.errors import QueryError
from koreanews.index.query.grammar import read_query
from koreanews.index.query.tree import And, Dates, Fuzzy, Node, Not, Or, Phrase, Prefix, Word


def shape(node: Node) -> str:
    """A tree in one line, without the places of its words."""
    if isinstance(node, And | Or):
        return f"{type(node).__name__}({', '.join(map(shape, node.children))})"
    if isinstance(node, Not):
        return f"Not({shape(node.child)})"
    if isinstance(node, Dates):
        return f"{node.first}..{node.last}"
    field = f"{node.field}:" if node.field else ""
    if isinstance(node, Phrase):
        return f'{field}"{node.text}"' + (f"~{node.slop}" if node.slop else "")
    if isinstance(node, Prefix):
        return f"{field}{node.text}*"
    if isinstance(node, Fuzzy):
        return f"{field}{node.text}~{node.edits}"
    return field + node.text


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("liaison", "liaison"),
        ("liaison office", "And(liaison, office)"),
        ("liaison AND office", "And(liaison, office)"),
        ("liaison && office", "And(liaison, office)"),
        ('"liaison office"', '"liaison office"'),
        ("“liaison office”", '"liaison office"'),
        ("„liaison office“", '"liaison office"'),
        ("«liaison office»", '"liaison office"'),
        ('"liaison kaesong"~5', '"liaison kaesong"~5'),
        ("nuclear OR missile", "Or(nuclear, missile)"),
        ("nuclear || missile", "Or(nuclear, missile)"),
        ("a b OR c d", "Or(And(a, b), And(c, d))"),
        ("or and not", "And(or, and, not)"),
        ("-summit", "Not(summit)"),
        ("NOT summit", "Not(summit)"),
        ("liaison -summit", "And(liaison, Not(summit))"),
        ('-"failed summit"', 'Not("failed summit")'),
        ("-(a OR b)", "Not(Or(a, b))"),
        ("--a", "Not(Not(a))"),
        ("(a OR b) c", "And(Or(a, b), c)"),
        ("((a))", "a"),
        ("headline:liaison", "headline:liaison"),
        ("Headline:liaison", "headline:liaison"),
        ('headline:"liaison office"~2', 'headline:"liaison office"~2'),
        ("headline:(a OR b*)", "Or(headline:a, headline:b*)"),
        ("-headline:a", "Not(headline:a)"),
        ('"a b c d"~999', '"a b c d"~999'),
        ("korea*", "korea*"),
        ("liason~", "liason~1"),
        ("liason~2", "liason~2"),
        ("agency:reuters author:ada", "And(agency:reuters, author:ada)"),
        ("date:2019-03", "20190301..20190331"),
        ("date:2019-02-28", "20190228..20190228"),
        ("date:2018-09..2019-04", "20180901..20190430"),
        ("date:..2017", "None..20171231"),
        ("date:2017..", "20170101..None"),
        ("date:>=2019-01-15", "20190115..None"),
        ("date:>2019-12-31", "20200101..None"),
        ("date:<=2019-02", "None..20190228"),
        ("date:<2019", "None..20181231"),
        ('date:"2019"', "20190101..20191231"),
        ("(date:2019 a)", "And(20190101..20191231, a)"),
        ("Kim Jong-un", "And(Kim, Jong-un)"),
        ("P’yŏngyang", "P’yŏngyang"),
        ("U.S. 12:30", "And(U.S., 12:30)"),
        ("a - b – c … & !", "And(a, b, c)"),
        ("Opinion: what now?", "And(Opinion:, what, now?)"),
        ("https://example.org/a-1", "https://example.org/a-1"),
        ("url:https://example.org/a-1", "url:https://example.org/a-1"),
        ("a\u00a0b\u2009c\u200bd\ufeffe", "And(a, b, c, d, e)"),
        ("개성 OR 平壤", "Or(개성, 平壤)"),
    ],
)
def test_what_is_meant(query: str, meant: str) -> None:
    assert shape(read_query(query)) == meant


@pytest.mark.parametrize(
    ("query", "position", "message", "suggestion"),
    [
        ("", 0, "no word", None),
        ("  ?!  ", 0, "no word", None),
        ('north "south', 6, "quotation mark has no partner", 'north "south"'),
        ('""', 0, "no word between", None),
        ('a "!" b', 2, "no word between", "a b"),
        ("(north south", 0, "parenthesis has no partner", "(north south)"),
        ("((a OR b", 1, "parenthesis has no partner", "((a OR b))"),
        ("north) south", 5, "closes nothing", "north south"),
        ("a () b", 2, "nothing between", "a b"),
        ("a OR", 2, "After OR", "a"),
        ("OR a", 0, "Before OR", "a"),
        ("a OR OR b", 2, "After OR", "a OR b"),
        ("a AND", 2, "between two words", "a"),
        ("AND a", 0, "between two words", "a"),
        ("a NOT", 2, "After NOT", "a"),
        ("title:a", 0, "no field 'title'", "headline:a"),
        ('"a b c d e f"~999', 13, "at most 145 others", '"a b c d e f"~145'),
        (f'"{"a " * 600}b"~9', 1203, "at most 8 others", f'"{"a " * 600}b"~8'),
        ("year:2016", 0, "no field 'year'", "date:2016"),
        ("link:a", 0, "no field 'link'", "url:a"),
        ("hedline:a", 0, "no field 'hedline'", "headline:a"),
        ("xyz:a", 0, "no field 'xyz'", "xyz a"),
        ("headline: a", 9, "without a blank", "headline:a"),
        ("a headline:-b", 11, "before the name of the field", "a -headline:b"),
        ("a headline:", 11, "what to find there", "a"),
        ("headline:(body:a)", 10, "within headline:", "headline:(a)"),
        ("ko*ea", 2, "end of a word", "ko*"),
        ("a *orea", 2, "end of a word", "a orea"),
        ("ko*ea*", 2, "end of a word", "ko*"),
        ("a * b", 2, "stands after the beginning", "a b"),
        ("a ko-* b", 5, "straight after a letter", "a ko- b"),
        ("liason~3", 6, "1 or 2", "liason~"),
        ("jong-un~", 7, "a single word", "jong-un"),
        ('"a b"~', 5, "how many words", '"a b"~5'),
        ("date:2019-02-30", 5, "that month has 28 days", "date:2019-02"),
        ("date:2019-13", 5, "no such month", "date:2019"),
        ("a date:2018..20199", 13, "is not a date", "a date:2018..2019"),
        ("date:2019..2018", 5, "the later one", "date:2018..2019"),
        ("date:..", 5, "two dots", None),
        ("a date:..", 7, "two dots", "a"),
        ("date:", 5, "what to find there", None),
        ("date:(2019)", 5, "stands a date", "(2019)"),
        ('a OR (b "c', 8, "quotation mark", 'a OR (b "c")'),
        ("(" * 80 + "a" + ")" * 80, 51, "nested too deeply", None),
        ("a " * 4000, 5000, "at most 5000", ("a " * 2500).strip()),
    ],
)
def test_what_cannot_be_read(query: str, position: int, message: str, suggestion: str | None) -> None:
    with pytest.raises(QueryError) as refused:
        read_query(query)
    assert message in refused.value.message
    assert (refused.value.position, refused.value.suggestion) == (position, suggestion)
    if suggestion is not None:
        read_query(suggestion)


PIECES = st.lists(
    st.sampled_from(
        [
            *'()"“*~-:',
            " ",
            "OR",
            "AND",
            "NOT",
            "a",
            "korea",
            "headline:",
            "date:",
            "url:",
            "2019",
            "..",
            ">=",
            "-03",
            "~2",
        ]
    ),
    max_size=12,
).map("".join)


@given(st.one_of(PIECES, st.text(max_size=40)))
def test_any_text_is_read_or_refused_with_a_query_that_is_read(query: str) -> None:
    refused = refusal_of(query)
    if refused is not None:
        assert 0 <= refused.position <= len(query)
        assert refused.message.endswith(".")
        assert refused.suggestion is None or refusal_of(refused.suggestion) is None


def refusal_of(query: str) -> QueryError | None:
    try:
        read_query(query)
    except QueryError as refused:
        return refused
    return None


@given(PIECES)
def test_the_places_of_words_are_where_they_stand(query: str) -> None:
    def check(node: Node) -> None:
        if isinstance(node, Word):
            assert query[node.start : node.end] == node.text
        for child in getattr(node, "children", ()):
            check(child)

    with suppress(QueryError):
        check(read_query(query))
