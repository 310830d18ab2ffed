"""Who is known to have held an office, as against whom a text names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from detente.checks.offices.claims import Claim, days_of
from detente.checks.offices.intervals import Days
from detente.reference.offices import Offices, Term


def ran_in(terms: Iterable[Term], first: dt.date, last: dt.date) -> bool:
    """True if a term may have run on a day from ``first`` to ``last``."""
    for term in terms:
        begin, end = days_of(term)
        if begin <= last.toordinal() and first.toordinal() <= end:
            return True
    return False


def suspended_in(terms: Iterable[Term], days: Days) -> Term | None:
    """The suspended term that covers all ``days``; None if there is none, or no days."""
    for term in terms:
        if term.status == "suspended" and days:
            begin, end = days_of(term)
            if all(begin <= first and last <= end for first, last in days):
                return term
    return None


def known_holders(offices: Offices, claim: Claim, day: dt.date) -> tuple[Term, ...]:
    """Terms of others that surely ran on ``day`` in the office claimed, most trusted first."""
    places = {(t.body, t.office): None for t in claim.terms}
    if not places and claim.body is not None:
        places = {(claim.body, key): None for key in claim.keys}
    own = {p.who for p in claim.persons}
    found = [
        t
        for body, office in places
        for t in offices.holders(body, office, day)
        if t.held_on(day) == "yes" and t.who not in own
    ]
    return tuple(sorted(found, key=lambda t: (not t.is_firm, t.status != "held", t.start)))
