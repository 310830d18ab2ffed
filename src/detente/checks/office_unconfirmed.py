"""OFF106: the table does not reach to the day of the document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from detente.checks.offices.claims import claims_of
from detente.checks.offices.wording import office_of
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding


@check(
    code="OFF106",
    name="office-unconfirmed",
    severity="note",
    default=False,
    summary="Whether somebody still held the office on the day of the document is not known.",
    why="A table of office holders is true up to a day. After it an open term is no proof, and "
    "nothing is said about it unless asked for.",
    fix="Check the holder by hand, or give newer rows with --facts.",
    fires=("French President Emmanuel Macron met reporters on Monday.",),
    silent=("French minister Emmanuel Macron met reporters on Monday.",),
    date=dt.date(2029, 1, 9),
)
def office_unconfirmed(record: Record) -> Iterator[Finding]:
    """Claims that rest on an open term past the day up to which it is known."""
    for document in record.documents:
        day = record.date_of(document)
        if day is None:
            continue
        for claim in claims_of(record, document):
            answers = [t.held_on(day) for t in claim.terms]
            late = [t for t in claim.terms if t.end is None and t.as_of < day]
            if "yes" not in answers and late:
                yield Finding(
                    code="OFF106",
                    severity="note",
                    message=f"{claim.name} was {office_of(late[0])} as of "
                    f"{late[0].as_of.isoformat()}; whether on {day.isoformat()} is not known.",
                    witnesses=(claim.witness,),
                    facts=tuple(t.fact() for t in late),
                )
