"""OFF104: somebody acts in an office whose powers were taken from them at the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from detente.checks.offices.claims import Claim, claims_of, without_history
from detente.checks.offices.conflict_sets import consistency
from detente.checks.offices.holders import known_holders, suspended_in
from detente.checks.offices.intervals import Days
from detente.checks.offices.wording import office_of, those
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding
from detente.reference.offices import Term


@check(
    code="OFF104",
    name="holder-suspended",
    severity="warning",
    summary="Somebody acts in an office while suspended from its powers.",
    why="A suspended holder keeps the title and may not use the powers; somebody else acts in "
    "the office, and an undertaking given by the wrong one of the two binds nobody.",
    fix="Say that the holder was suspended, or name who acted in the office.",
    fires=("Thai Prime Minister Paetongtarn Shinawatra met reporters on Monday.",),
    silent=(
        "Suspended Thai Prime Minister Paetongtarn Shinawatra met reporters on Monday.",
        "British Prime Minister Keir Starmer met reporters on Monday.",
    ),
    date=dt.date(2025, 7, 22),
)
def holder_suspended(record: Record) -> Iterator[Finding]:
    """Claims whose term was a suspended one on all days that the document may speak from."""
    for document in record.documents:
        claims = claims_of(record, document)
        days = _days(record.date_of(document), claims)
        for claim in claims:
            term = suspended_in(claim.terms, days)
            if term is not None and not _said(claim):
                yield _finding(record, claim, term, days)


def _days(day: dt.date | None, claims: tuple[Claim, ...]) -> Days:
    """The day, else the days on which all claims can hold; none if they clash."""
    if day is not None:
        return ((day.toordinal(), day.toordinal()),)
    found = consistency([c.days for c in without_history(claims, None)], most=1)
    return found.readings[0].days if found.consistent and found.readings else ()


def _said(claim: Claim) -> bool:
    return any(w in claim.before for w in ("suspended", "impeached"))


def _finding(record: Record, claim: Claim, term: Term, days: Days) -> Finding:
    day = dt.date.fromordinal(days[0][0])
    others = known_holders(record.offices, claim, day)
    instead = f" {those(others)} acted in the office." if others else ""
    return Finding(
        code="OFF104",
        severity="warning",
        message=f"{claim.name} was suspended as {office_of(term)} from {term.start.isoformat()}"
        + (f" to {term.end.isoformat()}." if term.end else "."),
        reason=f"The text has {claim.name} act in the office.{instead}",
        witnesses=(claim.witness,),
        facts=tuple(t.fact() for t in (term, *others)),
    )
