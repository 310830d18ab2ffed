"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from detente.errors import InputError


def save(text: str, path: Path) -> None:
    """Write ``text`` as UTF-8; see :func:`save_bytes`."""
    save_bytes(text.encode(), path)


def save_bytes(raw: bytes, path: Path, *, durable: bool = False) -> None:
    """Write to a temporary file beside ``path``, then rename it.

    With ``durable`` the file is on the disk when this returns and survives a loss of power.

    Raises
    ------
    InputError
        If the place cannot be written; nothing is left behind and an older file stays.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        # mkstemp makes files for the owner alone; a briefing gets what the user's umask allows.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
        if durable:
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise InputError(f"{path}: cannot be written ({error.strerror})") from error
        raise
