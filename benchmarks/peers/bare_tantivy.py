"""Tantivy alone, as its tutorial has it: one stemmed field of stored text, two threads.

python -m benchmarks.peers.bare_tantivy FOLDER-OR-JSONL OUT
"""

from __future__ import annotations

import sys
from pathlib import Path

import tantivy

from benchmarks.peers.asked import Asked, Found
from benchmarks.peers.documents import Document, documents

_THREADS = 2
_HEAP = 128_000_000


def fill(source: Path, out: Path) -> None:
    """Indexes all documents of `source` in a new folder `out`."""
    out.mkdir(parents=True)
    index = tantivy.Index(_schema(), path=str(out))
    writer = index.writer(_HEAP, _THREADS)
    for document in documents(source):
        writer.add_document(_of(document))
    writer.commit()
    writer.wait_merging_threads()


class Searcher:
    def __init__(self, folder: Path) -> None:
        self._schema = _schema()
        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    def find(self, asked: Asked) -> list[Found]:
        """The ten best with a passage each."""
        query = self._index.parse_query(asked.conjunction(), ["text"])
        if asked.first:
            days = tantivy.Query.range_query(
                self._schema, "day", tantivy.FieldType.Unsigned, int(asked.first), int(asked.last)
            )
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, days)])
        snippets = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "text")
        found = []
        for _, address in self._searcher.search(query, 10).hits:
            document = self._searcher.doc(address)
            found.append(Found(document["id"][0], snippets.snippet_from_doc(document).to_html()))
        return found


def _of(document: Document) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("id", document.id)
    made.add_unsigned("day", document.day)
    made.add_text("text", document.text)
    return made


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", fast=True, indexed=True)
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    return builder.build()


if __name__ == "__main__":
    fill(Path(sys.argv[1]), Path(sys.argv[2]))
