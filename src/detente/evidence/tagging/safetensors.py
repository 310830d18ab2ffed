"""The safetensors file format: named arrays in one file, nothing in it that could be executed."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

_TYPES: dict[str, np.dtype[Any]] = {
    "F32": np.dtype("<f4"),
    "F16": np.dtype("<f2"),
    "I64": np.dtype("<i8"),
}
_HEADER_AT_MOST = 100_000_000


def load_arrays(path: Path) -> dict[str, np.ndarray[Any, Any]]:
    """The arrays of a file by name, mapped from disk: only what is used is read.

    Arrays of a type that is not known here are left out.

    Raises
    ------
    ValueError
        If the file is not of this format, or an array does not lie inside it.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 2 <= length <= min(size - 8, _HEADER_AT_MOST):
            raise ValueError(f"{path.name} is no safetensors file")
        try:
            header = json.loads(file.read(length))
        except (ValueError, RecursionError) as error:
            raise ValueError(f"{path.name} is no safetensors file") from error
    if not isinstance(header, dict):
        raise ValueError(f"{path.name} is no safetensors file")
    header.pop("__metadata__", None)
    room = size - 8 - length
    places = {name: _place(entry, room) for name, entry in header.items()}
    wrong = next((name for name, found in places.items() if found is None), None)
    if wrong is not None:
        raise ValueError(f"{path.name}: array {wrong!r} does not lie inside the file")
    if room == 0:
        return {}
    whole = np.memmap(path, dtype=np.uint8, mode="r", offset=8 + length)
    return {
        name: whole[found.start : found.end].view(_TYPES[found.kind]).reshape(found.shape)
        for name, found in places.items()
        if found is not None and found.kind in _TYPES
    }


class _Place(NamedTuple):
    kind: str
    shape: tuple[int, ...]
    start: int
    end: int


def _place(entry: Any, room: int) -> _Place | None:
    """What an entry of the header says, None if it cannot be true."""
    try:
        kind, shape = entry["dtype"], tuple(entry["shape"])
        start, end = entry["data_offsets"]
    except (TypeError, KeyError, ValueError):
        return None
    if not isinstance(kind, str):
        return None
    if not all(type(n) is int and n >= 0 for n in (*shape, start, end)) or not start <= end <= room:
        return None
    # An array of a kind that is not known here takes what room it takes.
    fits = kind not in _TYPES or math.prod(shape) * _TYPES[kind].itemsize == end - start
    return _Place(kind, shape, start, end) if fits else None
