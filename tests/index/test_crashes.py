"""A process that is killed in the middle of writing, at each of its calls that touch the disk, loses nothing told."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from articles import article

from koreanews.index import Index

FILL = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from articles import article
from koreanews.index import Index

fatal, calls = int(sys.argv[2]), 0

def deadly(call):
    def wrapped(*arguments, **names):
        global calls
        calls += 1
        if calls == fatal:
            if call is write:
                write(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **names)
    return wrapped

write = os.write
for name in ("write", "fsync", "ftruncate", "replace", "open", "mkdir", "unlink"):
    setattr(os, name, deadly(getattr(os, name)))

index = Index(Path(sys.argv[1]))
with index.writer() as writer:
    for number in range(5):
        writer.add(article(f"{number}", f"Bridge {number}"))
        if number % 2:
            writer.flush()
            print(number + 1, flush=True)
with index.writer() as writer:
    writer.remove("0")
    writer.add(article("1", "Ferry"))
print(6, flush=True)
index.compact()
print(7, calls, flush=True)
"""


def fill(folder: Path, fatal: int) -> subprocess.Popen[str]:
    """Begins to fill an archive, to be killed at the disk call with that number."""
    arguments = [sys.executable, "-c", FILL, str(folder), str(fatal), str(Path(__file__).parent)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def test_killed_at_some_calls_that_touch_the_disk(tmp_path: Path) -> None:
    last = calls_of_a_whole_run(tmp_path)
    moments = random.Random(7).sample(range(1, last), 20)
    assert kill_at(moments, tmp_path) == 20


@pytest.mark.slow
def test_killed_at_every_call_that_touches_the_disk(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if "slow" not in request.config.getoption("markexpr"):
        pytest.skip("takes minutes; run by hand with -m slow")
    last = calls_of_a_whole_run(tmp_path)
    assert kill_at(range(1, last), tmp_path) == last - 1


def calls_of_a_whole_run(tmp_path: Path) -> int:
    told = fill(tmp_path / "whole", 0).communicate()[0].split()
    assert told[:-1] == ["2", "4", "6", "7"]
    return int(told[-1])


def kill_at(moments: Iterable[int], tmp_path: Path) -> int:
    """Kills a run at each moment, two runs at a time; gives how many did die, with nothing lost."""
    survived = 0
    waiting = list(moments)
    while waiting:
        pair, waiting = waiting[:2], waiting[2:]
        for moment, process in [(moment, fill(tmp_path / str(moment), moment)) for moment in pair]:
            told = [int(line) for line in process.communicate()[0].split()]
            survived += process.returncode == -signal.SIGKILL
            check(tmp_path / str(moment), told[-1] if told else 0, f"killed at call {moment}")
    return survived


def check(folder: Path, told: int, moment: str) -> None:
    """All that was told is there, whole; and the same pages ingested again give what they always would."""
    index = Index(folder, on_warning=lambda _: None)
    if (folder / "records.jsonl").exists():
        assert_all_is_there({row.id: row.headline for row in index.list()}, told, moment)
    else:
        assert told == 0, moment
    with index.writer() as writer:
        for number in range(5):
            writer.add(article(f"{number}", f"Bridge {number}"))
    everything = [f"Bridge {number}" for number in range(5)]
    assert [row.headline for row in index.list(sort="id")] == everything, moment
    assert (index.search("bridge").total, index.search("ferry").total) == (5, 0), moment
    index.compact()
    assert sorted(one.headline or "" for one in index) == everything, moment


def assert_all_is_there(headlines: dict[str, str | None], told: int, moment: str) -> None:
    """What was told to be done is; of what came after, each thing is done or not."""
    for number in range(min(told, 5)):
        before, after = f"Bridge {number}", {0: None, 1: "Ferry"}.get(number, f"Bridge {number}")
        allowed = {after} if told >= 6 else {before, after} if told == 4 else {before}
        assert headlines.get(str(number)) in allowed, moment
