"""OFF103: somebody is given an office that they never held and that another holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from detente.checks.offices.claims import Claim, claims_of, frame
from detente.checks.offices.holders import known_holders, ran_in
from detente.checks.offices.wording import body_name, office_of, those
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding
from detente.reference.office_titles import SHARED
from detente.reference.offices import Term
from detente.reference.person_names import folded


@check(
    code="OFF103",
    name="office-of-another",
    severity="error",
    summary="Somebody well known is given an office that another person holds.",
    why="Minister for president, one state's leader for another's: such slips make a statement "
    "one of a different authority.",
    fix="Give the office that the person holds, or name the person who holds the office.",
    fires=(
        "Chinese President Wang Yi met reporters on Monday.",
        "French President Giorgia Meloni said on Monday that talks would go on.",
    ),
    silent=(
        "Chinese Foreign Minister Wang Yi met reporters on Monday.",
        "Vice President Wang Yi met reporters on Monday.",
        "Wang Yi met French President Emmanuel Macron on Monday.",
    ),
    date=dt.date(2024, 3, 5),
)
def office_of_another(record: Record) -> Iterator[Finding]:
    """Claims in which the person has terms, but none in the office claimed."""
    for document in record.documents:
        day = record.date_of(document)
        if day is None:
            continue
        for claim in claims_of(record, document):
            if not claim.terms and _is_plain(claim):
                found = _finding(record, claim, day)
                if found is not None:
                    yield found


def _is_plain(claim: Claim) -> bool:
    """True if text and table leave no doubt who is meant and which office."""
    if len(claim.persons) != 1 or not claim.stated or claim.body is None:
        return False
    person = claim.persons[0]
    known = {w for name in (person.name, *person.aliases) for w in folded(name)}
    exact = set(folded(claim.actor.name)) <= known
    # A state has many spokespeople, of ministries too; our table holds few of them.
    sole = len(claim.keys) == 1 and claim.keys[0] not in SHARED
    return exact and sole and not claim.body.startswith("org:")


def _finding(record: Record, claim: Claim, day: dt.date) -> Finding | None:
    first, last = frame(day)
    holders = [t for t in known_holders(record.offices, claim, day) if t.status == "held"]
    own = _own(record, claim, day)
    if not holders or not own or not all(ran_in([t], first, last) for t in holders):
        return None
    firm = holders[0].is_firm and own[0].is_firm
    held = " and ".join(office_of(t) for t in own)
    where = body_name(claim.body or "")
    return Finding(
        code="OFF103",
        severity="error" if firm else "warning",
        message=f"{claim.name} is called {claim.title} of {where}, which {those(holders)} was on "
        f"{day.isoformat()}.",
        reason=f"On that day {claim.name} was {held}.",
        witnesses=(claim.witness,),
        facts=tuple(t.fact() for t in (*own, *holders)),
        fix=f"Write {held}, or name {those(holders)}.",
    )


def _own(record: Record, claim: Claim, day: dt.date) -> list[Term]:
    found = record.offices.offices_on(claim.persons[0], day)
    return [t for t in found if t.held_on(day) == "yes"]
