"""The fields of the search index, and how text becomes the words in them."""

from __future__ import annotations

from functools import cache

import tantivy

LANGUAGES = ("en", "de", "other")
"""Text is kept apart by language, because which words are forms of one another depends on it."""

TEXT_FIELDS = ("headline", "teaser", "body", "caption", "recommends")
"""Fields of running text; each is stored once a language, as `in_language` names it."""

NAME_FIELDS = ("section", "kind", "agency", "author", "language", "url")
"""Fields of names, searched by their words, whatever the language of the record."""

FACETS = ("section", "kind", "agency", "language", "date_source")
"""Values that are counted and chosen by as a whole; `facet` names their fields."""


def well_formed(text: str) -> str:
    """The same text with U+FFFD for each half of a character, which the engine refuses; no place in it moves."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


def in_language(field: str, language: str | None) -> str:
    """The index's name for a text field of a record in a language (ISO 639-1)."""
    return f"{field}_{language if language in LANGUAGES else 'other'}"


def facet(name: str) -> str:
    """The index's name for the field that holds a facet."""
    return f"{name}_facet"


@cache
def schema() -> tantivy.Schema:
    """All fields. Anything changed here needs another `derived.LAYOUT`.

    Beside the searched fields there are, for each record, `offset` and `length` of its line; `date` as sort key and
    `date_end`, its last day; `newest` and `oldest`, which put records in those orders without a tie; and `row`,
    what a listing shows.
    """
    builder = tantivy.SchemaBuilder()
    for field in TEXT_FIELDS:
        for language in LANGUAGES:
            analyzer = "characters" if language == "other" else "words"
            builder.add_text_field(in_language(field, language), tokenizer_name=analyzer)
    for field in NAME_FIELDS:
        builder.add_text_field(field, tokenizer_name="words")
    for name in FACETS:
        builder.add_text_field(facet(name), tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("dw_id", tokenizer_name="raw", index_option="basic")
    for field in ("offset", "length", "date", "date_end", "newest", "oldest"):
        builder.add_unsigned_field(field, fast=True)
    builder.add_bytes_field("row", stored=True)
    return builder.build()


@cache
def analyzer(language: str) -> tantivy.TextAnalyzer:
    """What makes words of a text: lower case, without accents, stems left whole.

    Any sign that is neither letter nor digit parts words. In "other" languages each character of the scripts that
    do not part words is a word of its own, and marks belong to the letter that they stand on.
    """
    tokenizer = tantivy.Tokenizer.simple()
    if language == "other":
        tokenizer = tantivy.Tokenizer.regex(_CHARACTERS)
    return (
        tantivy.TextAnalyzerBuilder(tokenizer)
        .filter(tantivy.Filter.remove_long(_LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


def register(index: tantivy.Index) -> None:
    """Tells an index how its fields' words are made."""
    index.register_tokenizer("words", analyzer("en"))
    index.register_tokenizer("characters", analyzer("other"))


_UNPARTED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_CHARACTERS = rf"[{_UNPARTED}]|[\p{{L}}\p{{M}}\p{{N}}--{_UNPARTED}]+"
_LONGEST_WORD = 100
"""In bytes; what is longer is no word, and would only swell the index."""
