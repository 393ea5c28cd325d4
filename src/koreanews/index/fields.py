"""The fields of the search index, and how text becomes the words in them."""

from __future__ import annotations

from functools import cache

import tantivy

from koreanews.captures.normal import nfc

TEXT_FIELDS = ("headline", "teaser", "body", "caption", "recommends")
"""Fields of running text."""

NAME_FIELDS = ("section", "kind", "agency", "author", "language", "url")
"""Fields of names."""

MERGED = "merged"
"""The field of the ids of copies that were merged into a record."""

SPANS = "spans"
"""The field of the year, the month and the day that a record is dated to, as far as they are known."""

FACETS = ("section", "kind", "agency", "language", "date_source")
"""Values that are counted and chosen by as a whole; `facet` names their fields."""


UNPARTED_LANGUAGES = ("zh", "ja", "th", "lo", "km", "my")
"""Languages, by ISO 639-1, that are written without blanks between words."""


def facet(name: str) -> str:
    """The index's name for the field that holds a facet."""
    return f"{name}_facet"


def names_field(field: str) -> str:
    """The index's name for the field that holds the keys of the Korean names in a text field."""
    return f"{field}_names"


def name_term(key: str) -> str:
    """A name's key as it stands in that field, whose values are parted at blanks."""
    return key.replace(" ", "_")


@cache
def schema() -> tantivy.Schema:
    """All fields. Anything changed here, or in how words are made, needs another `derived.LAYOUT`.

    Beside the searched fields there are, for each record, `offset` and `length` of its line; `date` as sort key and
    `date_end`, its last day; `newest` and `oldest`, which put records in those orders without a tie; `has`, the
    names of the text fields in which it has text; `row`, what a listing shows; and for each text field the keys of
    the Korean names in it. `merged` holds the ids under which copies came that were merged into the record, `spans`
    what of the calendar its date lies in: "2019", "2019-03", "2019-03-22".
    """
    builder = tantivy.SchemaBuilder()
    for field in (*TEXT_FIELDS, *NAME_FIELDS):
        builder.add_text_field(field, tokenizer_name="words")
    for field in TEXT_FIELDS:
        builder.add_text_field(names_field(field), tokenizer_name="names", index_option="freq")
    for name in FACETS:
        builder.add_text_field(facet(name), tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("has", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("dw_id", tokenizer_name="raw", index_option="basic")
    builder.add_text_field(MERGED, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(SPANS, tokenizer_name="raw", index_option="basic")
    for field in ("offset", "length", "date", "date_end", "newest", "oldest"):
        builder.add_unsigned_field(field, fast=True)
    builder.add_bytes_field("row", stored=True)
    return builder.build()


@cache
def analyzer() -> tantivy.TextAnalyzer:
    """What makes words of a text that is `parted`: lower case, without accents, in the form in which they stand.

    Any sign that is neither letter nor digit parts words.
    """
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


def register(index: tantivy.Index) -> None:
    """Tells an index how its fields' words are made."""
    index.register_tokenizer("words", analyzer())
    index.register_tokenizer("names", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def parted(text: str, language: str | None) -> str:
    """The text with blanks around each character, where its language writes none between words.

    Each such character is a word of its own then, and a word of several is a phrase.
    """
    if language not in UNPARTED_LANGUAGES or text.isascii():
        return text
    return "".join(f" {sign} " if _is_unparted(sign) else sign for sign in text)


def words_of(text: str) -> list[str]:
    """The words of a piece of text that is `parted`, as they stand in the search index."""
    return analyzer().analyze(nfc(text))


def well_formed(text: str) -> str:
    """The same text with U+FFFD for each half of a character, which the engine refuses; no place in it moves."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


_LONGEST_WORD = 100
"""In bytes; what is longer is no word, and would only swell the index."""

# Thai and Lao, Myanmar, Khmer, the Japanese syllabaries, and Chinese characters. No regular expression: one with such
# ranges takes longer to compile than a search takes.
_UNPARTED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def _is_unparted(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _UNPARTED)
