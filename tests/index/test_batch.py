"""When what was written is put on disk: batches bounded by records, by bytes of pages, by memory."""

from __future__ import annotations

import sys

import pytest

from koreanews.index.batch import Batch
from koreanews.index.memory import own_memory

MEBIBYTE = 1 << 20


def filled(batch: Batch, size: int) -> int:
    """How many records, each of a page of `size` bytes, make the batch full."""
    batch.begin()
    for number in range(1, 20_001):
        batch.add(size)
        if batch.is_full():
            return number
    raise AssertionError("the batch is never full")


def test_a_batch_is_full_by_records_or_by_bytes() -> None:
    batch = Batch()
    assert filled(batch, 100) == filled(batch, 100) == 10_000
    assert filled(batch, MEBIBYTE) == 48


def test_where_much_memory_is_taken_fewer_records_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 30 * MEBIBYTE
    monkeypatch.setattr("koreanews.index.batch.own_memory", lambda: taken)
    batch = Batch()
    taken += 65 * MEBIBYTE
    assert filled(batch, 100) == 2_500
    taken -= 30 * MEBIBYTE
    assert filled(batch, 100) == 10_000


@pytest.mark.skipif(sys.platform != "linux", reason="told by Linux alone")
def test_memory_of_the_process_is_told() -> None:
    before = own_memory()
    held = bytearray(b"x" * (32 * MEBIBYTE))
    assert 30 * MEBIBYTE < own_memory() - before < 40 * MEBIBYTE
    assert len(held) == 32 * MEBIBYTE
