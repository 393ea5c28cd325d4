"""What the other engines are given: pages as they lie in a folder, or the text of koreanews' own records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Document(NamedTuple):
    """`day` is a date as a number, 20190322, 0 where there is none."""

    id: str
    day: int
    text: str


def documents(path: Path) -> Iterator[Document]:
    """The text dumps in a folder, each whole; or of a records.jsonl what koreanews finds words in."""
    return _of_records(path) if path.suffix == ".jsonl" else _of_folder(path)


def _of_folder(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.rglob("*.txt")):
        yield Document(path.stem, 0, path.read_text(encoding="utf-8"))


def _of_records(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            parts = [record["headline"], record["teaser"], record["body"]]
            parts += [image["caption"] for image in record["images"]]
            parts += [slide[part] for slide in record["gallery"] for part in ("title", "caption", "image")]
            parts += [other[part] for other in record["recommends"] for part in ("headline", "teaser")]
            text = "\n\n".join(part for part in parts if part)
            yield Document(record["id"], int((record["date"] or "0").replace("-", "").ljust(8, "0")), text)
