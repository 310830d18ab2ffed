"""Every file beside the project is read, or refused with one clear reason a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import InputError
from detente.formats.registry import load_any

FOLDERS = ("stability", "pressure/ktab", "pressure/bdm", "pressure/decide_exchange")
READ = {
    "stability": 13,
    "pressure/ktab": 10,
    "pressure/bdm": 9,
    "pressure/decide_exchange": 3,
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_is_read_or_refused(shared: Path, folder: str) -> None:
    files = sorted(p for p in (shared / "data" / folder).rglob("*") if p.is_file())
    assert files
    read = 0
    for path in files:
        reason = ""
        try:
            case = load_any(path)
            case.tables()
            assert case.parties
            read += 1
        except InputError as error:
            reason = str(error)
        assert all(line.startswith(str(path)) for line in reason.splitlines()), reason
    assert read == READ[folder]
