"""An archive that means harm: every text of its records, at every level, carries what terminals and formats obey."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from saved_stories import ESCAPE, OVERRIDE

MARK = "Zq[red]q[/red][link=file:///x]q[/link]"
"""Rich markup in one word: wherever the word is shown, all of it must be."""

COLOUR = "\x1b[66m"
"""A style that koreanews never sends."""

PARTS = {
    "terminal": f"{MARK} {ESCAPE}\x1b]0;q\x07\x1b[2J\x1b[10A{COLOUR}\x9b31m\x90q\x9c {OVERRIDE} \u2066x\u2069 \u200e",
    "lines": f"{MARK} one\r\ntwo\rthree\u2028four\x85five\x0bsix\ttab\0nul",
    "formula": f'=HYPERLINK("file:///x","y")&{MARK}',
    "markdown": f"# {MARK} **b** [a](javascript:alert) `c` | <script>alert(1)</script> ![i](file:///x) ]]>",
    "bibtex": f"}}}}, {MARK} @article{{x, title={{y}} \\input{{/etc/passwd}} % $ & #",
    "ris": f"{MARK}\nER  - \nTY  - JOUR\nTI  - Forged",
    "signs": f"{MARK} \ufffd \ufeff \u180e \U000e0041 \u0301\u0323\u0301\u0323 \U0001f468\u200d\U0001f469",
}
IDS = ("siren", "../../../escaped", f"{ESCAPE}{COLOUR}", "-dash --yes", "=1+1", "CON", "a/b\nc", OVERRIDE, "😀" * 60)


def hostile_archive(folder: Path, record: dict[str, Any]) -> Path:
    """An archive in a folder that is made: a record for each of the parts, made from one."""
    folder.mkdir(parents=True)
    lines = []
    for number, (id, part) in enumerate(zip(IDS, [*PARTS.values(), *PARTS.values()], strict=False)):
        made = _everywhere(record, part, number)
        lines.append(json.dumps(made | {"id": id}, ensure_ascii=False) + "\n")
    (folder / "records.jsonl").write_text("".join(lines), encoding="utf-8", newline="")
    return folder


FULL: dict[str, Any] = {
    "byline": {"text": "", "authors": [""], "initials": [""], "agencies": [""]},
    "headings": [""],
    "images": [{"caption": "", "credit": ""}],
    "videos": [{"title": "", "duration": "", "program": "", "date": ""}],
    "gallery": [{"gallery": "", "title": "", "caption": "", "image": "", "credit": ""}],
    "read_more": [""],
    "recommends": [{"headline": "", "date": "", "teaser": "", "url": ""}],
    "related": [{"headline": "", "date": "", "teaser": "", "image": "", "url": ""}],
    "media": [""],
    "links": [""],
    "sources": [{"id": "", "url": "", "crawled": "", "path": "", "format": "", "sha256": "0" * 64, "bytes": 1}],
    "dates": [{"date": "", "source": "", "text": "", "verdict": ""}],
}
"""Every list of a record with something in it."""

_KEPT = ("id", "kind", "date", "date_source", "crawled", "sha256")
"""Keys whose values the schema lays down."""


def _everywhere(record: dict[str, Any], part: str, number: int) -> dict[str, Any]:
    """A record with `part` for each of its texts but those whose form the schema lays down."""

    def put(key: str, value: Any, depth: int) -> Any:
        if isinstance(value, dict):
            return {name: put(name, inner, depth + 1) for name, inner in value.items()}
        if isinstance(value, list):
            return [put(key, inner, depth + 1) for inner in value]
        is_laid_down = key in _KEPT and (depth == 1 or key == "sha256")
        return value if isinstance(value, int) or is_laid_down else _text(key, part)

    made: dict[str, Any] = put("", {**record, **FULL}, 0)
    made |= {"date": f"201{number % 10}-03-0{1 + number % 9}", "date_source": "weekday" if number % 2 else "title"}
    made |= {"kind": "article", "language": "en" if number % 2 else part, "crawled": "2019-03-22T10:11:12Z"}
    made["source"]["bytes"], made["source"]["sha256"] = 1, f"{number:064x}"
    made["body"] = f"siren {part}\n\n• {part}\n\nKim Jong-un {part}"
    return made


def _text(key: str, part: str) -> str:
    return f"https://www.dw.com/{part}" if key == "url" else f"{part} siren"
