"""Files of other tools as text or JSON data, with bounds on what a hostile one can do."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from detente.errors import InputError
from detente.formats import strict_json
from detente.formats.bounded import first_bytes, read_bytes

_LARGEST_EXPONENT = 300


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, else the old Western code page.

    Raises
    ------
    InputError
        If it cannot be read, is too large, or holds bytes that no text has.
    """
    raw = read_bytes(path)
    try:
        text = raw.decode("utf-16" if _is_wide(raw) else "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\0" in text:
        raise InputError(f"{path}: no text file; it holds zero bytes")
    return text


def head_of(path: Path, size: int = 65_536) -> str:
    """The beginning of a file for a first look; empty where there is none. Never raises."""
    raw = first_bytes(path, size)
    return raw.decode("utf-16" if _is_wide(raw) else "utf-8-sig", errors="replace")


def _is_wide(raw: bytes) -> bool:
    return raw[:2] in (b"\xff\xfe", b"\xfe\xff")


def read_json(path: Path) -> Any:
    """The data of a JSON file with plain whole and floating numbers.

    Raises
    ------
    InputError
        If it is no JSON, has a key twice, NaN, an infinity, or a number of absurd size.
    """
    data = strict_json.read_json(path)
    try:
        return _plain(data, path)
    except RecursionError:
        raise InputError(f"{path}: nested too deep") from None


def _plain(data: Any, path: Path) -> Any:
    if isinstance(data, dict):
        return {key: _plain(value, path) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value, path) for value in data]
    if not isinstance(data, Decimal):
        return data
    if data and abs(data.adjusted()) > _LARGEST_EXPONENT:
        raise InputError(f"{path}: {str(data)[:40]} is no number of usual size")
    return int(data) if data.as_tuple().exponent == 0 else float(data)
