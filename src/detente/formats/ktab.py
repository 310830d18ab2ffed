"""KTAB's spatial model: actors with influence, and position and salience on every dimension."""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction
from pathlib import Path

from detente.case.case import Case
from detente.errors import BadCase, InputError, UnsuitableCase
from detente.formats.actors_on_issues import Actor, PlainActor, Question, build_case, table_of
from detente.formats.bounded import exact
from detente.formats.opened import head_of, read_text
from detente.formats.registry import format
from detente.formats.rows import Row, rows_of
from detente.formats.scales import Scale
from detente.saving import save

HUNDRED = Scale(Fraction(0), Fraction(100))


@format(
    name="ktab",
    suffixes=(".csv",),
    what="KTAB scenario as CSV: influence, and position and salience on each dimension, 0 to 100",
    source="KAPSARC Toolkit for Behavioral Analysis, SMP input files",
)
class KtabCsv:
    """A row with name, description and both counts; a row of headings; a row for each actor."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether the first two rows are those of a scenario."""
        if not path.is_file():
            return False
        try:
            rows = rows_of(head_of(path, 4_096))
        except InputError:
            return False
        return len(rows) > 1 and _counts(rows[0]) is not None and _is_header(rows[1])

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a scenario."""
        return _load(path)

    @staticmethod
    def save(case: Case, path: Path) -> None:
        """Write a case in which every actor has influence, positions and saliences."""
        save(_written(case, path), path)


def _counts(row: Row) -> tuple[int, int] | None:
    words = row.cells[2:4]
    if len(words) == 2 and all(re.fullmatch(r"[0-9]{1,5}", word) for word in words):
        return int(words[0]), int(words[1])
    return None


def _is_header(row: Row) -> bool:
    return row.cells[0].lower() == "actor" and len(row.cells) >= 5


def _load(path: Path) -> Case:
    rows = rows_of(read_text(path, western=True), str(path))
    counts = _counts(rows[0]) if rows else None
    if counts is None or len(rows) < 2 or not _is_header(rows[1]):
        raise InputError(
            f"{path}: a KTAB scenario begins with a row of name, description, number of actors, "
            "number of dimensions, and a row of headings: Actor, Description, Influence, ..."
        )
    header, body = rows[1], rows[2:]
    faults: list[str] = []
    if len(body) != counts[0]:
        faults.append(
            f"line {rows[0].line}: {counts[0]} actors are announced, {len(body)} rows follow"
        )
    width = 3 + 2 * counts[1]
    if len(header.cells) != width:
        faults.append(
            f"line {header.line}: {counts[1]} dimensions need {width} headings, "
            f"not {len(header.cells)}"
        )
    actors: list[Actor] = []
    for row in body:
        if len(row.cells) != width:
            faults.append(f"line {row.line}: {width} cells are needed, not {len(row.cells)}")
            continue
        try:
            numbers = [
                exact(cell, f"line {row.line}: {heading}")
                for cell, heading in zip(row.cells[2:], header.cells[2:], strict=False)
            ]
        except InputError as error:
            faults.append(str(error))
            continue
        pairs = tuple(zip(numbers[1::2], numbers[2::2], strict=True))
        actors.append(
            Actor(row.cells[0], numbers[0], pairs, full_name=row.cells[1] or None, line=row.line)
        )
    if faults:
        raise BadCase(str(path), faults)
    return build_case(
        path,
        title=rows[0].cells[0],
        summary=rows[0].cells[1] or None,
        actors=actors,
        issues=[Question(_dimension(h), HUNDRED) for h in header.cells[3::2]],
        power_word="influence",
        salience=HUNDRED,
    )


def _dimension(heading: str) -> str:
    """The name of a dimension: its heading without the word for position."""
    return re.sub(r"\s+Position$", "", heading, flags=re.IGNORECASE) or heading


def _written(case: Case, path: Path) -> str:
    table = table_of(case)
    for actor in table.actors:
        for issue, (position, salience) in zip(table.issues, actor.on, strict=True):
            if not 0 <= position <= 100 or not 0 <= salience <= 100:
                raise UnsuitableCase(
                    f"{path}: KTAB measures from 0 to 100; {issue.id} has a scale of its own "
                    "(leave out low_value and high_value)"
                )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    title = " ".join(table.title.split())
    about = " ".join((table.summary or "").split())
    writer.writerow([title, about, len(table.actors), len(table.issues)])
    headings = [f"{issue.id} {word}" for issue in table.issues for word in ("Position", "Salience")]
    writer.writerow(["Actor", "Description", "Influence", *headings])
    for actor in table.actors:
        numbers = [number for pair in actor.on for number in pair]
        writer.writerow([actor.id, _description(actor), actor.power, *numbers])
    return out.getvalue()


def _description(actor: PlainActor) -> str:
    """The long name: the note's where the name only repeats the id."""
    words = actor.note if actor.note and actor.name == actor.id else actor.name
    return " ".join(words.split())
