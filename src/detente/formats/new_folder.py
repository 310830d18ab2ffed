"""Formats of several files are written into a folder that holds nothing yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from detente.errors import InputError
from detente.saving import save


def save_folder(path: Path, files: Mapping[str, str]) -> None:
    """Write files of these names and texts into a new or empty folder.

    Raises
    ------
    InputError
        If there is a file of that name, the folder holds something, or cannot be written.
    """
    if path.exists() and not path.is_dir():
        raise InputError(f"{path}: is a file; this format is a folder, so name one")
    try:
        path.mkdir(parents=True, exist_ok=True)
        occupied = any(path.iterdir())
    except OSError as error:
        raise InputError(f"{path}: cannot be made ({error.strerror})") from None
    if occupied:
        raise InputError(f"{path}: holds files already; name a new folder")
    for name, text in files.items():
        save(text, path / name)
