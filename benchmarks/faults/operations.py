"""What is done to an archive: pages taken in, changed, removed, merged, compacted, at random from a seed number."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.faults.judging import Kept, records_of
from benchmarks.faults.running import run
from benchmarks.pages import Form, Page, page


class Operation(NamedTuple):
    """A command that writes. `name` is ingest, merge, remove or compact; `words` are what follows it.

    `batch` is how many articles an ingest puts on disk at a time, and `buffer` how many bytes it writes at a time.
    """

    name: str
    words: tuple[str, ...]
    batch: int
    buffer: int

    def command(self, archive: Path) -> tuple[str, ...]:
        """The words after `koreanews`."""
        name = "ingest" if self.name == "merge" else self.name
        return ("--index", str(archive), name, "--timeout", "5", *self.words)

    def prepare(self) -> None:
        """Makes this process, which becomes the command, write in pieces as small as the operation wants."""
        from koreanews.index import appending, batch

        assert isinstance(batch._RECORDS, int)
        assert isinstance(appending._BUFFER, int)
        batch._RECORDS, appending._BUFFER = self.batch, self.buffer


class Script:
    """Operations one after the other, their pages in a folder, and what each leaves where nothing goes wrong.

    `states[n]` is what is kept before operation n, `snapshots[n]` the archive then; `lines[n]` are all lines of
    records.jsonl after it.
    """

    def __init__(self, seed: int, place: Path, length: int) -> None:
        self.place = place
        self._rng = Random(seed)
        place.mkdir(parents=True)
        self._known: list[int] = []
        self.operations: list[Operation] = []
        self.states: list[Kept] = [{}]
        self.lines: list[list[bytes]] = [[]]
        self.snapshots: list[Path] = [place / "archive-0"]
        self.snapshots[0].mkdir()
        for number in range(length):
            self._go_on(number)

    def _go_on(self, number: int) -> None:
        """Makes the next operation and runs it."""
        archive = self.place / f"archive-{number + 1}"
        shutil.copytree(self.snapshots[number], archive)
        operation = self._operation(number)
        done = run(operation.command(archive), self.place, operation.prepare)
        if done.status:
            raise AssertionError(f"{operation} fails where nothing goes wrong: {done}")
        self.operations.append(operation)
        self.snapshots.append(archive)
        self.states.append(records_of(archive))
        self.lines.append((archive / "records.jsonl").read_bytes().splitlines())

    def _operation(self, number: int) -> Operation:
        rng = self._rng
        names = ["ingest", "ingest", "ingest", "captures", "merge", "remove", "compact"] if number else ["ingest"]
        name = rng.choice(names)
        batch, buffer = rng.choice((2, 3, 20_000)), rng.choice((100, 5_000, 1 << 20))
        if name == "remove":
            ids = sorted(self.states[-1])
            if ids:
                gone = rng.sample(ids, min(len(ids), rng.randint(1, 3)))
                return Operation(name, ("--yes", *gone), batch, buffer)
            name = "ingest"
        if name == "compact":
            return Operation(name, (), batch, buffer)
        folder = f"pages-{number}"
        if name == "captures":
            self._write_captures(self.place / folder)
            name = "ingest"
        elif name == "merge":
            self._write_pages(self.place / folder)
            other = f"other-{number}"
            if run(("--index", other, "ingest", "--jobs", "1", folder), self.place).status:
                raise AssertionError("an archive to be merged cannot be made")
            folder = f"{other}/records.jsonl"
        else:
            self._write_pages(self.place / folder)
        return Operation(name, ("--jobs", "1", folder), batch, buffer)

    def _write_pages(self, folder: Path) -> None:
        """New pages and changed ones, and sometimes two of one name."""
        folder.mkdir()
        rng = self._rng
        fresh = [len(self._known) + number for number in range(rng.randint(1, 5))]
        changed = rng.sample(self._known, min(len(self._known), rng.randint(0, 4)))
        self._known += fresh
        for number in fresh + changed:
            form: Form = rng.choice(("text", "text", "html"))
            made = self._page(number, form)
            ending = "txt" if form == "text" else "html"
            (folder / f"{number:03}.{ending}").write_text(made.content, "utf-8")
            if rng.random() < 0.1:
                (folder / "more").mkdir(exist_ok=True)
                (folder / "more" / f"{number:03}.txt").write_text(self._page(number, "text").content, "utf-8")

    def _page(self, number: int, form: Form) -> Page:
        """Some text for the page with a number, another each time."""
        return page(_SEED, self._rng.randrange(1000) * 1000 + number, form)

    def _write_captures(self, folder: Path) -> None:
        """A WARC with pages that were captured several times."""
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter

        folder.mkdir()
        rng = self._rng
        with (folder / "crawl.warc.gz").open("wb") as file:
            writer = WARCWriter(file, gzip=True)
            for _ in range(rng.randint(2, 6)):
                number = rng.randrange(3)
                made = self._page(number, "html")
                headers = StatusAndHeaders(
                    "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
                )
                moment = f"20{rng.randint(10, 25)}-{rng.randint(1, 12):02}-11T12:00:00Z"
                writer.write_record(
                    writer.create_warc_record(
                        f"https://www.dw.com/en/bridge-{number}/a-{47000000 + number}",
                        "response",
                        payload=BytesIO(made.content.encode()),
                        http_headers=headers,
                        warc_headers_dict={"WARC-Date": moment},
                    )
                )


_SEED = 7
"""Of the pages' words; to make others would take seconds."""
