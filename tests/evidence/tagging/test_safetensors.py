from __future__ import annotations

import json
import re
import struct
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.tagging.safetensors import load_arrays

NAME = "weights.safetensors"


def packed(header: object, data: bytes = bytes(16), length: int | None = None) -> bytes:
    head = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(head) if length is None else length) + head + data


def load(content: bytes) -> dict[str, np.ndarray[Any, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_bytes(content)
        return {name: np.array(array) for name, array in load_arrays(path).items()}


def entry(**changed: object) -> dict[str, dict[str, object]]:
    return {"a": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16], **changed}}


def without(key: str) -> dict[str, dict[str, object]]:
    return {"a": {k: v for k, v in entry()["a"].items() if k != key}}


GOOD = packed(
    {
        "__metadata__": {"format": "pt"},
        "matrix": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
        # Nothing in the format says that an array begins where the machine would like it to.
        "half": {"dtype": "F16", "shape": [3], "data_offsets": [25, 31]},
        "other": {"dtype": "BF16", "shape": [1], "data_offsets": [31, 33]},
        "whole": {"dtype": "I64", "shape": [1, 2], "data_offsets": [33, 49]},
        "one": {"dtype": "F32", "shape": [], "data_offsets": [49, 53]},
        "none": {"dtype": "F32", "shape": [0, 4], "data_offsets": [53, 53]},
    },
    struct.pack("<6f", 1, -2, 3, 4.5, 5, 6)
    + b"\xff"
    + struct.pack("<3e", 0.5, -1, 2)
    + b"\x80\x3f"
    + struct.pack("<2q", -(2**40), 7)
    + struct.pack("<f", 0.25),
)


def test_a_file_written_by_hand_is_read_back() -> None:
    found = load(GOOD)
    assert {name: array.tolist() for name, array in found.items()} == {
        "matrix": [[1, -2, 3], [4.5, 5, 6]],
        "half": [0.5, -1, 2],
        "whole": [[-(2**40), 7]],
        "one": 0.25,
        "none": [],
    }
    assert {name: (a.dtype.name, a.shape) for name, a in found.items()} == {
        "matrix": ("float32", (2, 3)),
        "half": ("float16", (3,)),
        "whole": ("int64", (1, 2)),
        "one": ("float32", ()),
        "none": ("float32", (0, 4)),
    }


def test_the_file_cannot_be_changed_through_its_arrays(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(GOOD)
    matrix = load_arrays(path)["matrix"]
    with pytest.raises(ValueError, match="read-only"):
        matrix[0, 0] = 9
    assert path.read_bytes() == GOOD


def test_padding_of_the_header_is_read() -> None:
    head = json.dumps(entry()).encode() + b"    "
    assert load(packed(head))["a"].tolist() == [[0, 0], [0, 0]]


@pytest.mark.parametrize("kept", range(0, len(GOOD) - 1, 7))
def test_a_file_cut_short_is_refused(kept: int) -> None:
    with pytest.raises(ValueError, match=re.escape(NAME)):
        load(GOOD[:kept])


@pytest.mark.parametrize(
    "header",
    [
        b"weights",
        b"{",
        b'{"a": ',
        b"\xff\xfe\xfd",
        b"[" * 100_000,
        [],
        [1, 2],
        "weights",
        17,
        None,
        {"a": None},
        {"a": [1, 2]},
        {"a": "F32"},
        {"a": {}},
        without("dtype"),
        without("shape"),
        without("data_offsets"),
        entry(dtype=["F32"]),
        entry(dtype={}),
        entry(shape=None),
        entry(shape="22"),
        entry(shape={"0": 2}),
        entry(shape=[2.0, 2.0]),
        entry(shape=[[2], [2]]),
        entry(shape=["2", "2"]),
        entry(shape=[2, None]),
        entry(shape=[2, 3]),
        entry(shape=[-1, -4]),
        entry(shape=[-2, -2]),
        entry(shape=[2**70]),
        entry(shape=[2**32, 2**32], data_offsets=[0, 0]),
        entry(shape=[2**62, 4, 4, 4]),
        entry(data_offsets=None),
        entry(data_offsets=16),
        entry(data_offsets=[]),
        entry(data_offsets=[0]),
        entry(data_offsets=[0, 8, 16]),
        entry(data_offsets=["0", "16"]),
        entry(data_offsets=[0.0, 16.0]),
        entry(data_offsets=[None, 16]),
        entry(data_offsets=[0, 17]),
        entry(data_offsets=[4, 20]),
        entry(data_offsets=[16, 0]),
        entry(data_offsets=[-16, 0]),
        entry(data_offsets=[-4, 12]),
        entry(data_offsets=[2**70, 2**70 + 16]),
    ],
    ids=lambda header: repr(header)[:60],
)
def test_a_header_that_makes_no_sense_is_refused(header: object) -> None:
    with pytest.raises(ValueError, match=re.escape(NAME)):
        load(packed(header))


@pytest.mark.parametrize("length", [0, 1, 10_000, 100_000_001, 2**31, 2**63, 2**64 - 1])
def test_a_header_of_impossible_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match=re.escape(NAME)):
        load(packed(entry(), length=length))


def test_a_missing_file_is_no_faulty_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_arrays(tmp_path / NAME)


def refused_or_read(content: bytes) -> None:
    """Whatever the bytes: arrays that fit into the file, or the one error."""
    complaint = NAME
    found: dict[str, np.ndarray[Any, Any]] = {}
    try:
        found = load(content)
    except ValueError as error:
        complaint = str(error)
    assert NAME in complaint
    assert all(array.nbytes <= len(content) for array in found.values())


@given(
    st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(max_size=4)), max_size=4),
    st.integers(0, len(GOOD)),
)
def test_changed_bytes_are_read_or_refused(changes: list[tuple[int, bytes]], kept: int) -> None:
    content = bytearray(GOOD)
    for at, new in changes:
        content[at : at + len(new)] = new
    refused_or_read(bytes(content[:kept]))
    refused_or_read(bytes(content))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["F32", "I64", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)


@given(ANYTHING)
def test_any_json_as_a_header_is_read_or_refused(header: object) -> None:
    refused_or_read(packed(header))


@given(
    st.sampled_from(["dtype", "shape", "data_offsets"]),
    ANYTHING | st.lists(st.integers(-20, 20) | st.integers(), max_size=4),
)
def test_any_json_in_an_entry_is_read_or_refused(key: str, value: object) -> None:
    refused_or_read(packed(entry(**{key: value})))
