from __future__ import annotations

import os
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.saving import save


def test_the_file_is_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    save("é\n", tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes() == b"\xc3\xa9\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_the_mode_is_what_the_umask_allows(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        save("x", tmp_path / "a")
    finally:
        os.umask(mask)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="No space left on device"):
        save("new", path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        save("x", tmp_path / "no" / "a.html")
