"""Pages put on disk: as files in folders of a thousand, as a WARC, as JSON Lines."""

from __future__ import annotations

import gzip
import json
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.pages import Form, Page, page
from benchmarks.pages.story import FIRST

FOLDER = 1000
SUFFIXES: dict[Form, str] = {"text": ".txt", "html": ".html"}


def write_files(seed: int, count: int, out: Path, form: Form, jobs: int | None = None) -> int:
    """Writes `count` pages as files out/000/0000000_9c3f….txt; gives their bytes. `jobs` processes, all cores if null.

    Folders that are there with all their files are left as they are: a run that was stopped goes on.
    """
    starts = range(0, count, FOLDER)
    task = partial(_write_folder, seed, count, out, form)
    if len(starts) == 1 or jobs == 1:
        return sum(map(task, starts))
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        return sum(pool.map(task, starts))


def write_jsonl(seed: int, count: int, path: Path, form: Form = "text") -> int:
    """Writes each page with its facts as a line of JSON; gives the bytes."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            made = page(seed, number, form)
            line = {"id": made.id, **made.facts._asdict(), "page": made.content}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path.stat().st_size


def write_warc(seed: int, count: int, path: Path) -> int:
    """Writes `count` HTML responses, compressed each for itself, half of them of other publishers; gives the bytes.

    The library writes them, not we: what it makes is what crawlers make. A fifth come as servers send them, with
    their content compressed. The same arguments give the same bytes.
    """
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(count):
            writer.write_record(_record(writer, seed, number))
    return path.stat().st_size


def _write_folder(seed: int, count: int, out: Path, form: Form, start: int) -> int:
    folder = out / f"{start // FOLDER:04d}"
    wanted = min(FOLDER, count - start)
    folder.mkdir(parents=True, exist_ok=True)
    present = [entry.stat().st_size for entry in os.scandir(folder)]
    if len(present) == wanted:
        return sum(present)
    size = 0
    for number in range(start, start + wanted):
        made = page(seed, number, form)
        data = made.content.encode()
        (folder / (made.id + SUFFIXES[form])).write_bytes(data)
        size += len(data)
    return size


def _record(writer: Any, seed: int, number: int) -> Any:
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders

    made = page(seed, number // 2, "html")
    ours = number % 2 == 0
    payload = made.content.encode() if ours else _other(made, number).encode()
    headers = [("Content-Type", "text/html; charset=utf-8")]
    if number % 5 == 0:
        payload = gzip.compress(payload, 6, mtime=0)
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(payload))))
    return writer.create_warc_record(
        made.facts.url if ours else f"https://news{number % 97}.example/{number}.html",
        "response",
        payload=BytesIO(payload),
        http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
        warc_headers_dict={
            "WARC-Date": f"{FIRST.year + 25}-{1 + number % 12:02}-{1 + number % 28:02}T12:00:00Z",
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012x}>",
        },
    )


def _other(made: Page, number: int) -> str:
    """A page of a publisher that is not there, as plain as can be."""
    paragraphs = "\n".join(f"<p>{text}</p>" for text in made.facts.body.split("\n\n"))
    title = f"{made.facts.headline} | Example News {number % 97}"
    head = f"<!doctype html><html lang='en'><head><title>{title}</title></head>"
    return f"{head}<body><h1>{title}</h1>{paragraphs}</body></html>"
