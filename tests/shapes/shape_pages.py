"""The expected record of a test page: how it is written down, and how a parsed record is compared with it.

`pages/<group>/<name>.txt` is a text dump, byte for byte; `pages/<group>/<name>.json` is its record:

- The keys are the record's, in its order, without `id`, `schema` and `source`. A key left out must be empty in
  the parsed record: null, or []. So the file says only what the page has, and still states the whole record.
- `body` is written as a list, one string a paragraph.
- `dates` is a list of [date, source] pairs, in any order, without repeats; `date` and `date_source` say which won.
  Only the seven sources of design.md are compared, and a weekday guess only where it won: whether the date of
  a related story or of a sidebar is listed as well is left to the parser, as is the wording of verdicts.
- `dw_id` is compared by its digits: a permalink tells the number, not the page's kind.

Two more keys are for what the specification leaves open:

- `open`: keys ("section", "byline.text", "images.caption") that are not compared.
- `story`: teaser and body together, as a list of paragraphs, where the border between the two is open.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages"

_EMPTY: dict[str, Any] = {
    "kind": "article",
    "headline": None,
    "date": None,
    "date_source": None,
    "dates": [],
    "section": None,
    "language": None,
    "teaser": None,
    "byline": None,
    "body": None,
    "headings": [],
    "images": [],
    "videos": [],
    "gallery": [],
    "read_more": [],
    "recommends": [],
    "related": [],
    "media": [],
    "links": [],
    "url": None,
    "dw_id": None,
    "crawled": None,
    "sources": [],
}
_EMPTY_ITEMS: dict[str, dict[str, Any]] = {
    "byline": {"text": None, "authors": [], "initials": [], "agencies": []},
    "images": {"caption": None, "credit": None},
    "videos": {"title": None, "duration": None, "program": None, "date": None},
    "gallery": {"gallery": None, "title": None, "caption": None, "image": None, "credit": None},
    "recommends": {"headline": None, "date": None, "teaser": None, "url": None},
    "related": {"headline": None, "date": None, "teaser": None, "image": None, "url": None},
}
_SOURCES = {"title", "dateline", "metadata", "weekday", "video", "recommends", "capture-header"}


@dataclass(frozen=True)
class Page:
    """One test page: `name` is "group/name", `text` the dump, `expected` what its JSON file says."""

    name: str
    text: str
    expected: dict[str, Any]


def pages() -> list[Page]:
    """Every page under `pages/`, by name."""
    return [_page(path) for path in sorted(PAGES.glob("*/*.txt"))]


def compared(expected: dict[str, Any], record: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is expected and what was parsed, made alike in form, less what is open: equal where all is right."""
    hidden = set(expected.get("open", []))
    wanted = _EMPTY | {key: value for key, value in expected.items() if key not in ("open", "story")}
    found = {key: record[key] for key in _EMPTY}
    found["body"] = None if record["body"] is None else record["body"].split("\n\n")
    found["dates"] = _pairs(record)
    wanted["dates"] = sorted((list(pair) for pair in wanted["dates"]), key=str)
    found["dw_id"] = None if record["dw_id"] is None else record["dw_id"].rpartition("-")[2]
    for key, empty in _EMPTY_ITEMS.items():
        if isinstance(wanted[key], list):
            wanted[key] = [empty | item for item in wanted[key]]
        elif wanted[key] is not None:
            wanted[key] = empty | wanted[key]
    if "story" in expected:
        hidden |= {"teaser", "body"}
        wanted["story"] = expected["story"]
        found["story"] = [found["teaser"], *(found["body"] or [])] if found["teaser"] else found["body"]
    return _without(wanted, hidden), _without(found, hidden)


def _page(path: Path) -> Page:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    unknown = set(expected) - set(_EMPTY) - {"open", "story"}
    assert not unknown, f"{path.with_suffix('.json')}: not keys of a record: {sorted(unknown)}"
    return Page(f"{path.parent.name}/{path.stem}", path.read_bytes().decode("utf-8"), expected)


def _pairs(record: dict[str, Any]) -> list[list[str | None]]:
    won = (record["date"], record["date_source"])
    pairs = {
        (candidate["date"], candidate["source"])
        for candidate in record["dates"]
        if candidate["source"] in _SOURCES
        and (candidate["source"] != "weekday" or (candidate["date"], candidate["source"]) == won)
    }
    return sorted((list(pair) for pair in pairs), key=str)


def _without(values: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
    kept = {key: value for key, value in values.items() if key not in hidden}
    for dotted in (name for name in hidden if "." in name):
        key, inner = dotted.split(".")
        if isinstance(kept.get(key), list):
            kept[key] = [{name: value for name, value in item.items() if name != inner} for item in kept[key]]
        elif kept.get(key) is not None:
            kept[key] = {name: value for name, value in kept[key].items() if name != inner}
    return kept
