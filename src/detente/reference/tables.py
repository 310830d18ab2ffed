"""Read the tables of this folder: text in, text out (``NA`` and ``NO`` are ISO codes)."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Former:
    """A name no longer used, with its years where known (None: unknown or open)."""

    text: str
    since: int | None
    until: int | None


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this folder by column name."""
    lines = cells(name)
    header = next(lines)
    for line in lines:
        yield dict(zip(header, line, strict=True))


def cells(name: str) -> Iterator[list[str]]:
    """The lines of a table of this folder, header first."""
    return csv.reader(Path(__file__).with_name(name).read_text("utf-8").splitlines())


def several(cell: str) -> tuple[str, ...]:
    """``a|b`` as its parts."""
    return tuple(cell.split("|")) if cell else ()


def former(cell: str) -> tuple[Former, ...]:
    """``Zaire@1971/1997|Belgian Congo`` as names with years."""
    found = []
    for part in several(cell):
        text, _, years = part.partition("@")
        since, _, until = years.partition("/")
        found.append(Former(text, int(since) if since else None, int(until) if until else None))
    return tuple(found)


def without_accents(text: str) -> str:
    """*Brasília* as *Brasilia*."""
    spread = unicodedata.normalize("NFD", text)
    return "".join(c for c in spread if not unicodedata.combining(c))
