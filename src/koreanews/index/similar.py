"""Stories like another: those that share the words that set it apart."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import Any

import tantivy

from koreanews.index.fields import analyzer, parted
from koreanews.index.opening import Snapshot
from koreanews.index.query import clauses
from koreanews.index.query.compiling import WEIGHTS
from koreanews.index.reports import SimilarStory
from koreanews.index.stored import Stored, record_of, stored_at
from koreanews.index.texts import texts_of


def similar(snapshot: Snapshot, stored: Stored, limit: int) -> tuple[SimilarStory, ...]:
    """The stories most like a record, most like it first, each with the words that make it so, weightiest first."""
    searcher = snapshot.searcher
    weights = _telling_words(searcher, record_of(snapshot.records, stored))
    # Tantivy cannot be asked for no hits at all.
    if not weights or limit == 0:
        return ()
    wanted = [clauses.term(field, word, weight) for word, weight in weights.items() for field in _FIELDS]
    itself = clauses.term("id", stored.row.id)
    query = clauses.all_of([(clauses.MUST, clauses.any_of(wanted)), (clauses.MUST_NOT, itself)])
    stories = []
    for score, address in searcher.search(query, limit=min(limit, searcher.num_docs), count=False).hits:
        other = stored_at(searcher, address)
        shared = _words_of(record_of(snapshot.records, other))
        stories.append(SimilarStory(other.row, score, tuple(word for word in weights if word in shared)))
    return tuple(stories)


_FIELDS = ("headline", "teaser", "body")
_MOST_WORDS = 25
"""Words that stories are searched for by, the weightiest."""
_SHORTEST = 3
"""Letters of such a word."""


def _telling_words(searcher: tantivy.Searcher, record: dict[str, Any]) -> dict[str, float]:
    """The words of a record that set it apart, weightiest first: frequent in it, and rare, but not unique to it."""
    weights: dict[str, float] = {}
    documents = searcher.num_docs
    for word, count in _words_of(record).items():
        counts = [searcher.doc_freq(field, word) for field in _FIELDS]
        # Of how many records have it in one field or another the engine knows but the least and the most.
        having = max(counts)
        if len(word) >= _SHORTEST and not word.isdecimal() and sum(counts) > 1 and having <= max(2, documents // 2):
            weights[word] = log(1 + count) * log(documents / having)
    weightiest = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_WORDS]
    return {word: weights[word] for word in weightiest if weights[word] > 0}


def _words_of(record: dict[str, Any]) -> Counter[str]:
    """How much the words of a record are made of: once for each time in the body, more often in the headline."""
    words: Counter[str] = Counter()
    texts = texts_of(record)
    for field in _FIELDS:
        for text, _ in texts[field]:
            for word in analyzer().analyze(parted(text, record["language"])):
                words[word] += int(WEIGHTS[field])
    return words
