"""Which entries of a case are drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.case.case import Case
from detente.case.case_record import entries_of
from detente.case.entry import Entry
from detente.case.yaml_reading import Path


def drafts(case: Case) -> Iterator[Path]:
    """Paths of the outermost drafts; what stands inside a draft is part of it."""
    return drafts_among(entries_of(case))


def drafts_among(entries: Iterable[tuple[Path, Entry]]) -> Iterator[Path]:
    """The same of entries that have been found, an outer one before those inside it."""
    above: Path | None = None
    for path, entry in entries:
        if above is not None and path[: len(above)] == above:
            continue
        if entry.draft:
            above = path
            yield path
