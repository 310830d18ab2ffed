"""A proposal or one issue of the DEU table as a case."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from detente.case.case import Case
from detente.case.near_words import did_you_mean
from detente.case.numbers import Number
from detente.errors import InputError
from detente.formats.actors_on_issues import Actor, Question, build_case
from detente.formats.deu_table import ACTORS, DeuIssue, is_deu_header, read_deu
from detente.formats.opened import head_of
from detente.formats.part_of_path import part_of_path
from detente.formats.registry import format
from detente.formats.rows import rows_of
from detente.formats.scales import Scale

_HUNDRED = Scale(Fraction(0), Fraction(100))
_INSTITUTIONS = ("com", "ep")


@format(
    name="deu",
    suffixes=(".tsv", ".csv"),
    what="EU decision making: positions, salience; name one proposal or issue: TABLE.tsv#d00032",
    source="DEU III, Arregui & Perarnaud 2021, doi:10.34810/data53",
)
class Deu:
    """The table as a whole is many cases; ``TABLE#ID`` is the one of a proposal or an issue."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether the first row has the table's columns."""
        file, _ = part_of_path(path)
        if not file.is_file():
            return False
        first = head_of(file).splitlines()[:1]
        try:
            rows = rows_of("".join(first))
        except InputError:
            return False
        return bool(rows) and is_deu_header([cell.lower() for cell in rows[0].cells])

    @staticmethod
    def load(path: Path) -> Case:
        """The case that the part of a path after ``#`` names."""
        file, parts = part_of_path(path)
        issues = read_deu(file)
        if not parts:
            proposals = len({issue.proposal for issue in issues})
            raise InputError(
                f"{path}: holds {len(issues)} issues of {proposals} proposals, each a case of its "
                f"own; name one, for example {path}#{issues[0].proposal}"
                if issues
                else f"{path}: holds no issue"
            )
        return deu_case(issues, parts, file)

    save = None


def deu_case(issues: Sequence[DeuIssue], parts: Sequence[str], path: Path) -> Case:
    """The case of the issues named, or of all issues of the proposals named.

    No influence is filled in, since the table has none. A member state has a veto where the
    council votes by unanimity; nothing is said of others. What came of it stands in the
    citation and in no number of the case, so that no method can see it.

    Raises
    ------
    InputError
        If no proposal and no issue has one of these ids.
    """
    known = {i.proposal for i in issues} | {i.id for i in issues}
    for part in parts:
        if part not in known:
            near = did_you_mean(part, sorted(known))
            raise InputError(f"{path}: no proposal or issue is called {part!r}{near}")
    chosen = [i for i in issues if i.id in parts or i.proposal in parts]
    first = chosen[0]
    taking_part = [
        actor
        for actor in ACTORS
        if any(actor in i.positions or i.saliences.get(actor) for i in chosen)
    ]
    unanimous = first.council_vote.upper().startswith("UNA")
    case = build_case(
        path,
        title=first.proposal_name or first.proposal,
        summary=_summary(first),
        actors=[
            Actor(
                actor,
                None,
                tuple(
                    (i.positions.get(actor), i.saliences.get(actor) if _cares(i, actor) else None)
                    for i in chosen
                ),
                full_name=ACTORS[actor],
                veto=True if unanimous and actor not in _INSTITUTIONS else None,
            )
            for actor in taking_part
        ],
        issues=[Question(issue.id, _HUNDRED) for issue in chosen],
        power_word="capability",
        salience=_HUNDRED,
        note=_outcomes(chosen),
    )
    return case.model_copy(
        update={
            "reference_point": {
                made.id: Number.model_validate(float(issue.reference_point))
                for made, issue in zip(case.issues, chosen, strict=True)
                if issue.reference_point is not None
            }
        }
    )


def _cares(issue: DeuIssue, actor: str) -> bool:
    """Whether a salience says something: 0 beside an empty position is a state not yet a member."""
    return actor in issue.positions or bool(issue.saliences.get(actor))


def _summary(issue: DeuIssue) -> str | None:
    words = {
        "kind": issue.kind,
        "procedure": issue.procedure,
        "vote in the council": issue.council_vote,
        "introduced": issue.introduced,
    }
    return "; ".join(f"{what}: {word}" for what, word in words.items() if word) or None


def _outcomes(issues: Sequence[DeuIssue]) -> str | None:
    known = [f"{i.id} {float(i.outcome):g}" for i in issues if i.outcome is not None]
    return f"Outcome: {', '.join(known)}." if known else None
