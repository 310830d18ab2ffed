"""A run on disk: what it is, and one file for each chunk that is done.

``run.json``
    What the run is of: schema, case, question, method, parameters, plan of the draws, versions;
    and, not part of what it is, how it is cut into chunks.
``<chunk>.npz``
    The arrays that one chunk answered with, and in ``chunk.json`` inside it the run and the chunk
    they belong to and a hash of them all. A file that is torn, or of another run, is not trusted:
    its chunk is run again.
``lock``
    Held by the process that works on the run.

Files are written beside their place, flushed to the disk and renamed; so a file is there whole
or not at all, whenever the process is killed.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import json
import os
import platform
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

import detente
from detente.engines.tally import Arrays
from detente.errors import InputError, Stopped
from detente.saving import save_bytes

SCHEMA = 1
_RUN_FILE = "run.json"
_LOCK_FILE = "lock"
_LABEL = "chunk.json"
# The same arrays give the same bytes: no time of writing, fixed compression.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def versions() -> dict[str, str]:
    """Return the versions that the bits of an answer may depend on."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"detente": detente.__version__, "numpy": np.__version__, "python": python}


class RunFolder:
    """A folder that belongs to one run; a context manager that holds its lock.

    Parameters
    ----------
    path : Path
        Made if it is not there. If it holds a run, that has to be the same.
    about : mapping
        What the run is of, as JSON: everything that its answer depends on. The versions of
        Détente, numpy and Python are added.

    Raises
    ------
    InputError
        On entering: if the folder holds another run or other files, cannot be written, or another
        process works on it.
    """

    def __init__(self, path: Path, about: Mapping[str, Any]) -> None:
        self.path = path
        # Once through JSON, so that it compares with what was read (tuples are lists there).
        self._about: dict[str, Any] = json.loads(
            json.dumps({"schema": SCHEMA, **about, "versions": versions()})
        )
        text = json.dumps(self._about, sort_keys=True, ensure_ascii=False)
        self._hash = hashlib.sha256(text.encode()).hexdigest()
        self._lock: int | None = None
        self._chunks: dict[str, int] | None = None

    def __enter__(self) -> RunFolder:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            run_file = self.path / _RUN_FILE
            foreign = (p for p in self.path.iterdir() if p.name != _LOCK_FILE and not _is_torn(p))
            if not run_file.exists() and any(foreign):
                raise InputError(
                    f"{self.path}: is no folder of a run and not empty; give another folder"
                )
            self._take_lock()
            for torn in filter(_is_torn, list(self.path.iterdir())):
                torn.unlink()
        except OSError as error:
            raise InputError(f"{self.path}: cannot be used ({error.strerror})") from error
        try:
            if run_file.exists():
                self._chunks = self._compare(run_file)
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._release()
        if kind is not None and issubclass(kind, KeyboardInterrupt) and self._chunks is not None:
            kept = sum(1 for _ in self.path.glob("*.npz"))
            raise Stopped(
                f"stopped; {kept:,} of {self._chunks['count']:,} chunks are kept: "
                f"--resume {self.path} goes on from there"
            ) from error

    @property
    def chunks(self) -> dict[str, int] | None:
        """How the run was cut when it began (``blocks`` a chunk, ``count``); None if it is new."""
        return self._chunks

    def begin(self, blocks: int, count: int) -> None:
        """Write down what the run is and that it has ``count`` chunks of ``blocks`` blocks.

        A run that has begun keeps its chunks.
        """
        if self._chunks is not None:
            return
        self._chunks = {"blocks": blocks, "count": count}
        text = json.dumps({**self._about, "chunks": self._chunks}, indent=1, ensure_ascii=False)
        self._write(f"{text}\n".encode(), self.path / _RUN_FILE)

    def save(self, chunk_id: str, arrays: Arrays) -> None:
        """Put the answer of a chunk on disk; when this returns it survives a loss of power."""
        self._write(_pack(arrays, self._label(chunk_id, arrays)), self._file(chunk_id))

    def load(self, chunk_id: str) -> Arrays | None:
        """Return the answer of a chunk, or None if no whole file of it is there."""
        try:
            label, arrays = _unpack(self._file(chunk_id))
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError):
            return None
        except Exception as error:
            # zlib.error and what else a damaged archive may raise in its decoder.
            if type(error).__module__ in ("zlib", "struct"):
                return None
            raise
        return arrays if label == self._label(chunk_id, arrays) else None

    def _file(self, chunk_id: str) -> Path:
        return self.path / f"{chunk_id}.npz"

    def _label(self, chunk_id: str, arrays: Arrays) -> dict[str, str]:
        return {"run": self._hash, "chunk": chunk_id, "sha256": _hash_of(arrays)}

    def _write(self, raw: bytes, path: Path) -> None:
        save_bytes(raw, path, durable=True)

    def _compare(self, run_file: Path) -> dict[str, int]:
        try:
            known = json.loads(run_file.read_text(encoding="utf-8"))
            chunks = known.pop("chunks")
            if not all(isinstance(chunks[key], int) and chunks[key] > 0 for key in _CHUNK_KEYS):
                raise ValueError
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{run_file}: cannot be read; give another folder") from error
        if known != self._about:
            differs = "; ".join(_differences(known, self._about))
            raise InputError(f"{self.path}: holds another run ({differs}); give another folder")
        return {key: chunks[key] for key in _CHUNK_KEYS}

    def _take_lock(self) -> None:
        handle = os.open(self.path / _LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise InputError(f"{self.path}: another process is working on this run") from error
        except BaseException:
            os.close(handle)
            raise
        self._lock = handle

    def _release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


_CHUNK_KEYS = ("blocks", "count")


def _is_torn(path: Path) -> bool:
    """Whether this is a file that was being written when its process was killed."""
    return path.name.startswith(f".{_RUN_FILE}.") or (
        path.name.startswith(".") and ".npz." in path.name
    )


def _differences(known: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    """Name what differs, down to single parameters."""
    lines = []
    for key in sorted(known.keys() | wanted.keys()):
        old, new = known.get(key), wanted.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            lines += _differences(old, new)
        elif old != new:
            lines.append(f"{key}: there {json.dumps(old)}, here {json.dumps(new)}")
    return lines


def _hash_of(arrays: Arrays) -> str:
    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = arrays[name]
        digest.update(f"{name}\0{array.dtype.str}\0{array.shape}\0".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def _pack(arrays: Arrays, label: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(zipfile.ZipInfo(_LABEL, _EPOCH), json.dumps(label))
        for name in sorted(arrays):
            raw = io.BytesIO()
            np.lib.format.write_array(raw, np.asanyarray(arrays[name]), allow_pickle=False)
            info = zipfile.ZipInfo(f"{name}.npy", _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, raw.getvalue(), compresslevel=1)
    return buffer.getvalue()


def _unpack(path: Path) -> tuple[dict[str, str], Arrays]:
    arrays: Arrays = {}
    with zipfile.ZipFile(path) as archive:
        label: dict[str, str] = json.loads(archive.read(_LABEL))
        for member in archive.namelist():
            if member != _LABEL:
                raw = io.BytesIO(archive.read(member))
                arrays[member.removesuffix(".npy")] = np.lib.format.read_array(
                    raw, allow_pickle=False
                )
    return label, arrays
