"""What must hold for any bytes whatever, tried by Hypothesis; the fuzzer in benchmarks/fuzzing tries far more."""

from __future__ import annotations

import json
from functools import cache

import pytest
from benchmarks.fuzzing.corpus import inputs
from benchmarks.fuzzing.packing import KINDS
from benchmarks.fuzzing.targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

checked = settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@cache
def begun_with(target: str) -> tuple[bytes, ...]:
    return tuple(inputs(target))


@st.composite
def damaged(draw: st.DrawFn, target: str) -> bytes:
    """An input of the fuzzer's corpus, cut, spliced with another, and with bytes changed."""
    data = bytearray(draw(st.sampled_from(begun_with(target))))
    other = draw(st.sampled_from(begun_with(target)))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        stop = draw(st.integers(start, min(len(data), start + 2000)))
        match draw(st.sampled_from(("cut", "insert", "splice", "repeat", "change"))):
            case "cut":
                del data[start:stop]
            case "insert":
                data[start:start] = draw(st.binary(max_size=30))
            case "splice":
                data[start:stop] = other[start:stop]
            case "repeat":
                data[start:start] = data[start:stop] * draw(st.integers(1, 3))
            case "change" if start < len(data):
                data[start] = draw(st.integers(0, 255))
    return bytes(data)


@pytest.mark.parametrize("target", ["captures", "containers", "pages", "queries", "lines"])
@checked
@given(data=st.data())
def test_any_bytes(target: str, data: st.DataObject) -> None:
    TARGETS[target](data.draw(st.one_of(st.binary(max_size=2000), damaged(target))))


@settings(checked, max_examples=15)
@given(damaged("records"))
def test_any_records_file(data: bytes) -> None:
    TARGETS["records"](data)


@pytest.mark.parametrize("kind", KINDS)
@settings(checked, max_examples=15)
@given(data=st.binary(max_size=300))
def test_any_bytes_in_a_container_that_is_whole(kind: str, data: bytes) -> None:
    TARGETS["containers"](bytes([KINDS.index(kind)]) + data)


signs = st.sampled_from(('"', "(", ")", "-", "~2", "*", ":", "OR", "AND", "NOT", "date:", "headline:", "..", " ", "김"))


@checked
@given(st.lists(st.one_of(signs, st.text(max_size=6)), max_size=20).map("".join))
def test_any_query(query: str) -> None:
    TARGETS["queries"](b"\0" + query.encode("utf-8", "surrogatepass"))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def misshapen(draw: st.DrawFn) -> bytes:
    """A record's line with any value in the place of one of its own, at any level."""
    record = json.loads(draw(st.sampled_from([line for line in begun_with("lines") if line.endswith(b"}")])))
    for _ in range(draw(st.integers(1, 3))):
        place = record
        name = draw(st.sampled_from(sorted(place)))
        if isinstance(place[name], list) and place[name] and isinstance(place[name][0], dict) and draw(st.booleans()):
            place = draw(st.sampled_from(place[name]))
            name = draw(st.sampled_from(sorted(place)))
        place[name] = draw(values)
    return json.dumps(record).encode()


@checked
@given(misshapen())
def test_any_value_in_a_record(data: bytes) -> None:
    TARGETS["lines"](data)
