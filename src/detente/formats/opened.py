"""The text of files of other tools, in whatever letters they are written."""

from __future__ import annotations

from pathlib import Path

from detente.errors import InputError
from detente.formats.bounded import first_bytes, read_bytes


def read_text(path: Path, *, western: bool = False) -> str:
    """The text of a file: UTF-8, or UTF-16 with its mark.

    ``western`` says that files of this kind may be older than UTF-8; then what is not UTF-8 is
    read in the old Western code page.

    Raises
    ------
    InputError
        If it cannot be read, is too large, or holds bytes that no text has.
    """
    raw = read_bytes(path)
    try:
        text = raw.decode("utf-16" if _is_wide(raw) else "utf-8-sig")
    except UnicodeDecodeError as error:
        if not western:
            place = f"byte {error.start} is not {'UTF-16' if _is_wide(raw) else 'UTF-8'}"
            raise InputError(f"{path}: {place}; save it as UTF-8") from None
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
