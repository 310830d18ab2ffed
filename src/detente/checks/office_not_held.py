"""OFF101: somebody acts in an office that was not theirs on the day of the document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from detente.checks.offices.claims import Claim, claims_of, dated_claims_of, frame, without_history
from detente.checks.offices.holders import known_holders, ran_in
from detente.checks.offices.wording import office_of, those
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Severity
from detente.reference.office_titles import SHARED


@check(
    code="OFF101",
    name="office-not-held",
    severity="error",
    summary="Somebody acts in an office that they did not hold on the day of the document.",
    why="Who held an office on a day is public and exact. A text that has the wrong holder act "
    "was put together from older ones, was written about another time, or was made up.",
    fix="Name who held the office that day, or say that the person is a former or future "
    "holder; if the document is of another day, give it with --date.",
    fires=(
        "British Prime Minister Rishi Sunak met reporters on Monday.",
        "The talks with French President Emmanuel Macron went on while Japanese Prime Minister "
        "Yoshihide Suga said on Tuesday that he would come.",
    ),
    silent=(
        "British Prime Minister Keir Starmer met reporters on Monday.",
        "Former British Prime Minister Rishi Sunak met reporters on Monday.",
        "Under British Prime Minister Rishi Sunak the talks had failed.",
        "In 2023 British Prime Minister Rishi Sunak met reporters.",
        "The deal that British Prime Minister Rishi Sunak signed was praised on Monday.",
        "If British Prime Minister Rishi Sunak had met reporters, they would have asked.",
        "Parish President Emmanuel Sunak met reporters on Monday.",
    ),
    date=dt.date(2025, 9, 15),
)
def office_not_held(record: Record) -> Iterator[Finding]:
    """Each claim against the day its document speaks from."""
    for document in record.documents:
        today = record.date_of(document)
        current = [] if today is None else without_history(claims_of(record, document), today)
        for claim in (*current, *dated_claims_of(record, document)):
            day = claim.day or today
            if day is not None and claim.terms and not ran_in(claim.terms, *frame(day)):
                found = _finding(record, claim, day)
                if found is not None:
                    yield found


def _finding(record: Record, claim: Claim, day: dt.date) -> Finding | None:
    holders = known_holders(record.offices, claim, day)
    shared = all(t.office in SHARED for t in claim.terms)
    if not holders and not shared:
        return None  # who held it that day is not known, so the table may lack a term
    firm = claim.is_firm and any(t.is_firm for t in holders)
    # Of the past people also tell under the titles of a later time.
    sure = firm and claim.day is None and not _by_courtesy(claim, day)
    severity: Severity = "error" if sure else "warning"
    office = office_of(claim.terms[0])
    who = f" {those(holders)} held that office then." if holders else ""
    courtesy = (
        " In the United States former holders keep the title by courtesy."
        if _by_courtesy(claim, day)
        else ""
    )
    return Finding(
        code="OFF101",
        severity=severity,
        message=f"{claim.name} was not {office} on {day.isoformat()}.",
        reason=f"{_when(claim, day)}{who}{courtesy}",
        witnesses=(claim.witness,),
        facts=tuple(t.fact() for t in (*claim.terms, *holders)),
        fix=f"Name {those(holders)}, or say when {claim.name} held the office." if holders else "",
    )


def _when(claim: Claim, day: dt.date) -> str:
    before = [t for t in claim.terms if t.end is not None and t.end < day]
    after = [t for t in claim.terms if t.start > day]
    parts = []
    if before:
        parts.append(f"the term had ended on {max(t.end for t in before if t.end).isoformat()}")
    if after:
        again = "the next" if before else "the term"
        parts.append(f"{again} began only on {min(t.start for t in after).isoformat()}")
    text = " and ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _by_courtesy(claim: Claim, day: dt.date) -> bool:
    """True where an American title may be kept after the term."""
    return any(t.body == "USA" and t.end is not None and t.end < day for t in claim.terms)
