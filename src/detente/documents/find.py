"""Arguments to places to read: files, folders, and ``-`` for standard input."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.documents.briefings import is_briefing
from detente.documents.sniff import SUFFIXES
from detente.errors import UnreadableDocument

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A place to read one document from; ``path`` is None for standard input.

    ``name`` is what the document will be called, ``given`` what the user called the place.
    """

    name: str
    path: Path | None

    @property
    def given(self) -> str:
        """The place as the user wrote it, or as it was found below a folder."""
        return self.name if self.path is None else printable(str(self.path))


def find_documents(arguments: Sequence[str]) -> Iterator[Source | UnreadableDocument]:
    """The documents that arguments name, in the order given.

    A folder gives the files below it whose suffix is known, sorted by path, hidden files and
    folders left out and links to folders not followed; a file named by itself may have any
    suffix. What cannot be read is yielded as the error, so that the others still are.
    """
    stdin_seen = False
    for argument in arguments:
        if argument == STDIN:
            if stdin_seen:
                yield UnreadableDocument(STDIN, "standard input is named twice; name it once")
            else:
                stdin_seen = True
                yield Source("stdin", None)
            continue
        path = Path(argument)
        try:
            if path.is_dir():
                yield from _below(path)
            else:
                yield Source(display_name(path), path)
        except (OSError, ValueError) as error:
            yield UnreadableDocument(printable(argument), f"cannot be looked up ({_why(error)})")


def display_name(path: Path) -> str:
    """The file's name without folders, as text that can be printed and stored."""
    return printable(path.name or str(path))


def printable(name: str) -> str:
    """A name without control characters and without bytes that no encoding can hold."""
    sound = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" else c for c in sound)


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _below(folder: Path) -> Iterator[Source | UnreadableDocument]:
    problems: list[OSError] = []
    paths: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        paths += [
            Path(here, file)
            for file in files
            if not file.startswith(".") and Path(file).suffix.lower() in SUFFIXES
        ]
    for problem in problems:
        name = printable(str(problem.filename or folder))
        yield UnreadableDocument(name, f"cannot be listed ({_why(problem)}); check its permissions")
    for path in sorted(paths):
        if is_briefing(path):
            continue
        yield Source(display_name(path), path)
    if not paths and not problems:
        known = ", ".join(sorted(SUFFIXES))
        yield UnreadableDocument(
            printable(str(folder)), f"holds no document to read; put files there with {known}"
        )
