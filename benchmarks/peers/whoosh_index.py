"""Whoosh with its stemming analyser and two processes.

python -m benchmarks.peers.whoosh_index FOLDER OUT
"""

from __future__ import annotations

import sys
from pathlib import Path

from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.index import create_in

from benchmarks.peers.documents import documents


def fill(source: Path, out: Path) -> None:
    """Indexes all documents of `source` in a new folder `out`."""
    out.mkdir(parents=True)
    schema = Schema(id=ID(stored=True), text=TEXT(analyzer=StemmingAnalyzer(), stored=True))
    writer = create_in(str(out), schema).writer(procs=2, limitmb=128, multisegment=True)
    for document in documents(source):
        writer.add_document(id=document.id, text=document.text)
    writer.commit()


if __name__ == "__main__":
    fill(Path(sys.argv[1]), Path(sys.argv[2]))
