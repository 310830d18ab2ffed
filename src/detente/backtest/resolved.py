"""Resolved issues: who stood where and cared how much, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.errors import InputError
from detente.formats.bounded import read_bytes
from detente.formats.deu_table import ACTORS, DeuIssue, is_deu_header, read_deu
from detente.formats.opened import head_of
from detente.formats.rows import rows_of

Floats = npt.NDArray[np.float64]

#: Salience of an actor that has a position and none is known: the middle of its scale.
USUAL_SALIENCE = 50.0
_ARE = {False: "is", True: "are"}


@dataclass(frozen=True)
class ResolvedIssues:
    """A table of n issues with outcomes, on a scale of 0 to 100.

    ``position`` and ``salience`` are of shape (n, actors), the position nan where there is no
    actor and the salience never nan beside a position; a column need not be the same actor on
    every issue; ``influence`` likewise, or None where the
    table tells none. ``reference`` is nan where unknown; ``era`` and ``procedure`` are None.
    Issues of one ``group``, such as a proposal of law, hang together. ``left_out`` counts issues
    without outcome or position.
    """

    source: str
    digest: str
    issue: tuple[str, ...]
    group: tuple[str, ...]
    position: Floats
    salience: Floats
    influence: Floats | None
    outcome: Floats
    reference: Floats
    era: tuple[str | None, ...]
    procedure: tuple[str | None, ...]
    left_out: int = 0

    def __len__(self) -> int:
        return len(self.issue)

    @property
    def weight(self) -> Floats:
        """Influence times salience, or salience alone where no influence is known."""
        if self.influence is None:
            return self.salience
        return np.asarray(self.influence * self.salience)

    def of(self, rows: npt.NDArray[np.int64]) -> ResolvedIssues:
        """Some of the issues, in the order of the numbers given."""
        return ResolvedIssues(
            self.source,
            self.digest,
            tuple(self.issue[i] for i in rows),
            tuple(self.group[i] for i in rows),
            self.position[rows],
            self.salience[rows],
            None if self.influence is None else self.influence[rows],
            self.outcome[rows],
            self.reference[rows],
            tuple(self.era[i] for i in rows),
            tuple(self.procedure[i] for i in rows),
            self.left_out,
        )


def read_resolved(path: Path) -> ResolvedIssues:
    """The resolved issues of a file: a DEU table, or a CSV table as the how-to describes it.

    Raises
    ------
    InputError
        If it is neither, or holds no issue with an outcome and a position.
    BadCase
        With a line for each cell that does not fit.
    """
    from detente.backtest.csv_table import NEEDED, is_resolved_header, read_csv_table

    digest = sha256(read_bytes(path)).hexdigest()
    first = rows_of("".join(head_of(path).splitlines()[:1]), str(path))
    header = [cell.lower() for cell in first[0].cells] if first else []
    if is_deu_header(header):
        found = _of_deu(path.name, digest, read_deu(path))
    elif is_resolved_header(header):
        found = read_csv_table(path, digest)
    else:
        there = [name for name in NEEDED if name in header]
        missing = [name for name in NEEDED if name not in header]
        raise InputError(
            f"{path}: no table of resolved issues; its first row names the columns issue, actor, "
            "position and outcome, or those of a DEU table"
            + (f"; {' and '.join(missing)} {_ARE[len(missing) > 1]} missing" if there else "")
        )
    if not len(found):
        raise InputError(f"{path}: holds no issue with an outcome and a position")
    return found


def _of_deu(name: str, digest: str, issues: Sequence[DeuIssue]) -> ResolvedIssues:
    known = [i for i in issues if i.outcome is not None and i.positions]
    actors = list(ACTORS)

    def table(usual: float, of_position: bool) -> Floats:
        cells = [
            [
                float((i.positions if of_position else i.saliences).get(a, usual))
                if a in i.positions
                else np.nan
                for a in actors
            ]
            for i in known
        ]
        return np.array(cells, dtype=np.float64).reshape(len(known), len(actors))

    def column(numbers: list[float | None]) -> Floats:
        return np.array([np.nan if n is None else n for n in numbers], dtype=np.float64)

    return ResolvedIssues(
        name,
        digest,
        tuple(i.id for i in known),
        tuple(i.proposal for i in known),
        table(np.nan, of_position=True),
        table(USUAL_SALIENCE, of_position=False),
        None,
        column([None if i.outcome is None else float(i.outcome) for i in known]),
        column([None if i.reference_point is None else float(i.reference_point) for i in known]),
        tuple(_era(i.introduced) for i in known),
        tuple(_procedure(i) for i in known),
        len(issues) - len(known),
    )


def _era(introduced: str) -> str | None:
    """The three waves of the project, by the year a proposal was introduced.

    The year comes last, with two digits or four: the table's ``2014-07-04`` is 14 July 2004, a
    day that a spreadsheet took for a year.
    """
    last = introduced.rsplit("-", 1)[-1]
    if not last.isdigit() or len(last) not in (2, 4):
        return None
    year = int(last) if len(last) == 4 else int(last) + (1900 if int(last) > 50 else 2000)
    return "1996-2000" if year <= 2000 else "2003-2008" if year <= 2008 else "2012-2018"


def _procedure(issue: DeuIssue) -> str | None:
    """Such as ``CNS unanimity``; the two rules of majority are one."""
    if not issue.procedure:
        return None
    vote = issue.council_vote.upper()
    rule = " unanimity" if vote.startswith("UNA") else " majority" if vote else ""
    return issue.procedure + rule
