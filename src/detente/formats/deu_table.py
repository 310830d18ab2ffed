"""The table of decision making in the European Union (DEU): a row for each controversial issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from detente.errors import BadCase, InputError
from detente.formats.bounded import exact
from detente.formats.opened import read_text
from detente.formats.rows import Row, rows_of

_IDS = ("prnr", "prname", "isnr")

#: Actors of the table by the end of their columns, with their names.
ACTORS: Mapping[str, str] = {
    "com": "European Commission",
    "ep": "European Parliament",
    "at": "Austria",
    "be": "Belgium",
    "bu": "Bulgaria",
    "cr": "Croatia",
    "cy": "Cyprus",
    "cz": "Czechia",
    "dk": "Denmark",
    "ee": "Estonia",
    "fi": "Finland",
    "fr": "France",
    "de": "Germany",
    "el": "Greece",
    "hu": "Hungary",
    "ie": "Ireland",
    "it": "Italy",
    "lv": "Latvia",
    "lt": "Lithuania",
    "lu": "Luxembourg",
    "mt": "Malta",
    "nl": "Netherlands",
    "pl": "Poland",
    "pt": "Portugal",
    "ro": "Romania",
    "si": "Slovenia",
    "sk": "Slovakia",
    "es": "Spain",
    "se": "Sweden",
    "uk": "United Kingdom",
}


@dataclass(frozen=True)
class DeuIssue:
    """One issue: who stood where on 0 to 100 and how much it cared, and what came of it.

    ``positions`` and ``saliences`` hold actors by the end of their columns; who is not there
    had none. ``outcome`` and ``reference_point`` are None where the table has none.
    """

    id: str
    proposal: str
    proposal_name: str
    procedure: str
    council_vote: str
    introduced: str
    kind: str
    positions: Mapping[str, Fraction]
    saliences: Mapping[str, Fraction]
    reference_point: Fraction | None
    outcome: Fraction | None
    line: int


def read_deu(path: Path) -> tuple[DeuIssue, ...]:
    """Every issue of a table, in its order; rows without ids (such as one of GDP) are left out.

    Raises
    ------
    BadCase
        With a line for each number that is none or does not lie between 0 and 100.
    InputError
        If the file is no such table.
    """
    rows = rows_of(read_text(path, western=True), str(path))
    header = [cell.lower() for cell in rows[0].cells] if rows else []
    if not is_deu_header(header):
        raise InputError(f"{path}: no DEU table: its first row has prnr, isnr, pcom, scom, out")
    faults: list[str] = []
    found: list[DeuIssue] = []
    seen: dict[str, int] = {}
    for row in rows[1:]:
        cells = dict(zip(header, row.cells, strict=False))
        if not cells.get("isnr") or not cells.get("prnr"):
            continue
        if cells["isnr"] in seen:
            faults.append(
                f"line {row.line}: the issue {cells['isnr']} stands on line "
                f"{seen[cells['isnr']]} already"
            )
        seen.setdefault(cells["isnr"], row.line)
        found.append(_issue(cells, row, faults))
    if faults:
        raise BadCase(str(path), faults)
    return tuple(found)


def is_deu_header(words: list[str]) -> bool:
    """Whether the lower-case words of a first row are those of a DEU table."""
    return {*_IDS, "pcom", "scom", "out"} <= set(words)


def _issue(cells: Mapping[str, str], row: Row, faults: list[str]) -> DeuIssue:
    def number(column: str) -> Fraction | None:
        word = cells.get(column, "")
        if not word:
            return None
        try:
            value = exact(word, f"line {row.line}: {column}")
        except InputError as error:
            faults.append(str(error))
            return None
        if not 0 <= value <= 100:
            faults.append(f"line {row.line}: {column} lies between 0 and 100, not {word[:40]}")
            return None
        return value

    def of_actors(letter: str) -> dict[str, Fraction]:
        numbers = {actor: number(letter + actor) for actor in ACTORS}
        return {actor: value for actor, value in numbers.items() if value is not None}

    return DeuIssue(
        id=cells["isnr"],
        proposal=cells["prnr"],
        proposal_name=cells.get("prname", ""),
        procedure=cells.get("proc", ""),
        council_vote=cells.get("counvte", ""),
        introduced=cells.get("intro", ""),
        kind=cells.get("type", ""),
        positions=of_actors("p"),
        saliences=of_actors("s"),
        reference_point=number("rp"),
        outcome=number("out"),
        line=row.line,
    )
