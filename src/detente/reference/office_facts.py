"""Users' own rows of offices (``--facts my.csv``), which win over the shipped ones.

A CSV file in UTF-8 with a header. Columns that must be there: ``person``, ``body``, ``office``,
``start``; that may be: ``end``, ``title``, ``aliases`` (with bars between), ``wikidata``,
``status``, ``source``, ``as_of``. A day is written ``2024-06-30``; a month ``2024-06`` or a year
``2024`` says that no more is known. An empty ``end``: in office to this day, or as far as is known
on ``as_of``, if that is given.
"""

from __future__ import annotations

import calendar
import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from detente.errors import InputError
from detente.reference.names import by_name
from detente.reference.office_terms import Precision, Status, Term
from detente.reference.office_titles import SHARED, body_of, office_keys
from detente.reference.offices import Offices
from detente.reference.organisations import organisation
from detente.reference.states import state
from detente.reference.tables import several

REQUIRED = ("person", "body", "office", "start")
OPTIONAL = ("end", "title", "aliases", "wikidata", "status", "source", "as_of")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_KEY = re.compile(r"[a-z]+(?:-[a-z]+)*")
_STATUSES = ("held", "acting", "suspended")


def with_facts(table: Offices, path: str | Path) -> Offices:
    """The table with the rows of a user's file on top.

    In an office that one person holds at a time, what the file says of a time takes the place
    of what the table says of it; a row of the table that only laps over is cut.

    Raises
    ------
    InputError
        If the file cannot be read or a cell does not fit; the message names line, column and
        what would fit.
    """
    own = read_facts(path)
    kept = [part for term in table for part in _cut(term, own)]
    return Offices([*kept, *own])


def read_facts(path: str | Path) -> list[Term]:
    """The rows of a user's file as terms; raises as :func:`with_facts` does."""
    path = Path(path)
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8; save it as CSV UTF-8") from error
    reader = csv.DictReader(text.splitlines(), strict=True)
    try:
        header = [name.strip() for name in reader.fieldnames or ()]
        missing = [c for c in REQUIRED if c not in header]
        unknown = [c for c in header if c not in REQUIRED + OPTIONAL]
        if missing or unknown:
            wrong = f"no column {missing[0]!r}" if missing else f"unknown column {unknown[0]!r}"
            raise InputError(
                f"{path}, line 1: {wrong}; columns are {', '.join(REQUIRED)} and, if you like, "
                f"{', '.join(OPTIONAL)}"
            )
        reader.fieldnames = header
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: not a CSV file ({error})") from error
    return [_Row(path, line, row).term() for line, row in rows if any(row.values())]


class _Row:
    """One line of the file, and how its cells are read."""

    def __init__(self, path: Path, line: int, row: Mapping[str, str]) -> None:
        self.path, self.line = path, line
        if None in row:
            raise InputError(f"{path}, line {line}: more cells than columns; quote the commas")
        self.cells = {k: (v or "").strip() for k, v in row.items()}

    def term(self) -> Term:
        """The line as a term."""
        person = self.cells["person"]
        if not person:
            raise self.wrong("person", "a name, such as Ada Example")
        office = self.office()
        status = self.cells.get("status") or "held"
        if status not in _STATUSES:
            raise self.wrong("status", " or ".join(_STATUSES))
        start, start_by = self.days("start")
        end_from, end = self.days("end") if self.cells.get("end") else (None, None)
        if end is not None and end < start:
            raise self.wrong("end", f"a day on or after the start, {start}")
        known = self.days("as_of")[1] if self.cells.get("as_of") else None
        shown = "day"
        for name in ("start", "end"):
            cell = self.cells.get(name, "")
            if cell and len(cell) < 10:
                shown = "year" if len(cell) == 4 or shown == "year" else "month"
        return Term(
            person=person,
            aliases=several(self.cells.get("aliases", "")),
            wikidata=self.cells.get("wikidata") or None,
            body=self.body(),
            office=office,
            title=self.cells.get("title") or self.cells["office"],
            start=start,
            end=end,
            precision=cast(Precision, shown),
            status=cast(Status, status),
            end_basis="exact" if end else "open",
            source=self.cells.get("source") or f"{self.path.name}, line {self.line}",
            as_of=known or end or start_by,
            basis="sourced",
            start_by=start_by if start_by != start else None,
            end_from=known if end is None else end_from if end_from != end else None,
        )

    def body(self) -> str:
        """The state's code or the organisation's id, from either or from a usual name."""
        cell = self.cells["body"]
        code = cell.removeprefix("state:")
        if state(code) is not None:
            return code
        if organisation(cell) is not None:
            return cell
        found = [n for n in by_name(cell) if n.kind in ("name", "acronym")]
        if not found:
            fits = "a state by name or ISO code (France, FRA) or an organisation (NATO, org:NATO)"
            raise self.wrong("body", fits)
        return body_of(found[0].entity)

    def office(self) -> str:
        """The key of the office, from the key or from a title."""
        cell = self.cells["office"]
        keys = office_keys(cell)
        if keys:
            return keys[0]
        if not _KEY.fullmatch(cell):
            fits = "a title such as President or Foreign Minister, or a key such as prime-minister"
            raise self.wrong("office", fits)
        return cell

    def days(self, column: str) -> tuple[date, date]:
        """The first and last day that the cell may mean."""
        found = _DAY.fullmatch(self.cells[column])
        try:
            if found:
                year, month, day = (int(g) if g else None for g in found.groups())
                assert year is not None
                if day is not None and month is not None:
                    return date(year, month, day), date(year, month, day)
                last = month or 12
                return (
                    date(year, month or 1, 1),
                    date(year, last, calendar.monthrange(year, last)[1]),
                )
        except ValueError:  # such as the 31st of June
            pass
        raise self.wrong(column, "2024-06-30, 2024-06 or 2024")

    def wrong(self, column: str, fits: str) -> InputError:
        """An error that names the cell and what would fit."""
        return InputError(
            f"{self.path}, line {self.line}, column {column}: {self.cells[column]!r} does not fit; "
            f"write {fits}"
        )


def _cut(term: Term, own: Iterable[Term]) -> list[Term]:
    """What is left of a term of the table beside the user's rows for its office."""
    parts = [term]
    for row in own:
        if (row.body, row.office) != (term.body, term.office) or row.office in SHARED:
            continue
        parts = [left for part in parts for left in _without(part, row)]
    return parts


def _without(term: Term, row: Term) -> list[Term]:
    last, until = term.end or date.max, row.end or date.max
    if last < row.start or until < term.start:
        return [term]
    left = []
    if term.start < row.start and term.person != row.person:
        sure = min(term.end_from or row.start, row.start)
        basis = "successor" if term.end is None or term.end > row.start else term.end_basis
        end_from = sure if sure != row.start else None
        left.append(replace(term, end=row.start, end_from=end_from, end_basis=basis))
    if until < last and term.person != row.person:
        start = until + timedelta(1)
        left.append(replace(term, start=max(term.start, start), start_by=None))
    return left
