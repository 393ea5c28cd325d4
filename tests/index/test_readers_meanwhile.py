"""Who reads again and again while another process fills, removes and compacts never fails, and never sees half a batch.

A batch writes every page anew with its own number in the headline: whoever sees two numbers saw half of one.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from articles import article

from koreanews.index import Index

PAGES = 12
BATCHES = 20

WRITE = """
import sys
sys.path.insert(0, sys.argv[2])
from articles import article
from koreanews.index import Index

index = Index(sys.argv[1])
pages, batches = int(sys.argv[3]), int(sys.argv[4])
for batch in range(1, batches + 1, 4):
    with index.writer() as writer:
        for number in range(batch, batch + 4):
            writer.remove("gone")
            for page in range(pages):
                writer.add(article(f"page-{page:02}", f"Bridge batch{number}", f"A long text. {page}" * 50))
            writer.add(article("gone", f"Bridge batch{number}"))
            writer.flush()
    index.compact()
"""

READ = """
import json, sys
from koreanews.index import Index

kept = Index(sys.argv[1], on_wait=sys.exit, on_warning=sys.exit)
pages, last, seen, rounds = int(sys.argv[2]), sys.argv[3], set(), 0
while True:
    for index in (kept, Index(sys.argv[1], on_wait=sys.exit, on_warning=sys.exit)):
        number = None
        for headlines in (
            [row.headline for row in index.list()],
            [one.headline for one in index],
            [json.loads(line)["headline"] for line in index.lines()],
            [row.headline for row in index.rows("bridge")],
            [record["headline"] for record in index.records("bridge", sort="added")],
            [hit.row.headline for hit in index.search("bridge", limit=99).hits],
            [index.get_record("page-00")["headline"]] * (pages + 1),
        ):
            assert len(headlines) == pages + 1 and len(set(headlines)) == 1, headlines
            # Later calls may see a later batch, never an earlier one.
            found = int(headlines[0].partition("batch")[2])
            assert number is None or found >= number, (found, number)
            number = found
        assert len(index) == index.search("bridge").total == pages + 1
        assert index.facts().records == pages + 1
        seen.add(number)
    rounds += 1
    if str(number) == last:
        break
print(rounds, len(seen))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with the batch 0."""
    with Index(tmp_path / "archive").writer() as writer:
        for page in range(PAGES):
            writer.add(article(f"page-{page:02}", "Bridge batch0"))
        writer.add(article("gone", "Bridge batch0"))
    return tmp_path / "archive"


def writing(folder: Path) -> subprocess.Popen[bytes]:
    here = str(Path(__file__).parent)
    return subprocess.Popen([sys.executable, "-c", WRITE, str(folder), here, str(PAGES), str(BATCHES)])


def test_the_library_sees_whole_batches(folder: Path) -> None:
    reading = [
        subprocess.Popen(
            [sys.executable, "-c", READ, str(folder), str(PAGES), str(BATCHES)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    writer = writing(folder)
    for reader in reading:
        output, errors = reader.communicate()
        assert reader.returncode == 0, errors
        rounds, seen = map(int, output.split())
        # How many of the batches a reader meets is up to the machine; without any, nothing was tried.
        assert rounds >= 2
        assert seen >= 2
    assert writer.wait() == 0
    assert Index(folder).check().number == 0


@pytest.mark.parametrize(
    "words",
    ["list --json", "search bridge --limit 99 --json", "export bridge --format jsonl"],
)
def test_the_commands_see_whole_batches(folder: Path, words: str) -> None:
    writer, seen = writing(folder), set()
    while True:
        is_done = writer.poll() is not None
        done = subprocess.run(
            [sys.executable, "-m", "koreanews", "--index", str(folder), *words.split()],
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        records = [json.loads(line) for line in done.stdout.splitlines()]
        numbers = {re.sub("[^0-9]", "", record["headline"]) for record in records}
        assert len(records) == PAGES + 1
        assert len(numbers) == 1, numbers
        seen |= numbers
        if is_done:
            break
    assert writer.wait() == 0
    assert str(BATCHES) in seen
    assert len(seen) > 1
