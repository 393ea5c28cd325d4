"""What benchmarks print can be relied on: goals, orders, the share of words found."""

import sys
from pathlib import Path

import pytest
from benchmarks.measuring.commands import run, run_watched
from benchmarks.measuring.tables import Goal, duration, table
from benchmarks.measuring.turns import in_turns
from benchmarks.peers.documents import documents

from koreanews import Index, parse


def test_a_goal_says_by_how_much_it_is_missed():
    assert Goal(least=0.45).verdict(0.45) == "met"
    assert Goal(least=0.45).verdict(0.36) == "missed: 0.80 of it"
    assert Goal(most=1.3).verdict(1.3) == "met"
    assert Goal(most=1.3).verdict(2.6) == "missed: 2.00 times it"
    assert Goal().verdict(7.0) == ""


def test_every_round_begins_with_another_task():
    order: list[str] = []
    seconds = in_turns({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, 3)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert [len(each) for each in seconds.values()] == [3, 3]


def test_a_table_is_markdown():
    text = table("Title", ("tool", "time"), [("one", duration(1.5)), ("another", duration(0.0002))])
    assert text.splitlines()[2:] == [
        "| tool    |   time |",
        "| ------- | -----: |",
        "| one     | 1.50 s |",
        "| another | 200 µs |",
    ]


def test_memory_is_that_of_all_processes_together():
    pytest.importorskip("psutil", reason="measures memory; one of the benchmarks' own requirements")
    hold = "b = bytearray(60_000_000); b[::4096] = b'x' * len(b[::4096]); import time; time.sleep(0.5)"
    both = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {hold!r}]); {hold}; p.wait()"
    done = run_watched([sys.executable, "-c", both])
    assert done.peak >= done.own > 120_000_000
    assert run([sys.executable, "-c", "print('said')"]).output == "said\n"


def test_other_engines_are_given_the_text_of_our_records(tmp_path: Path):
    title = "Koreas talk | News | DW | 22.03.2019"
    page = f"{title}\n\nNews\n\nKoreas talk\n\nThey met twice in spring.\n\nThe talks took hours.\n"
    with Index(tmp_path).writer() as writer:
        writer.add(parse(page, "000_a"))
    (found,) = documents(tmp_path / "records.jsonl")
    assert (found.id, found.day) == ("000_a", 20190322)
    assert found.text.split("\n\n")[0] == "Koreas talk"
    assert "The talks took hours." in found.text
