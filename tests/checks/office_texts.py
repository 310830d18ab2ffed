"""Texts to findings, for the tests of the rules."""

from __future__ import annotations

import datetime as dt

from detente.checks.offices.claims import Claim, claims_of
from detente.checks.record import Record
from detente.checks.run import run_checks
from detente.documents.read import from_bytes
from detente.evidence.ledger import Ledger
from detente.evidence.read import read
from detente.findings import Finding
from detente.reference.offices import Offices, offices


def ledger_of(text: str, date: str | None = None) -> Ledger:
    """One document, read by rules."""
    day = None if date is None else dt.date.fromisoformat(date)
    return read(from_bytes("note.txt", f"{text}\n".encode()), date=day)


def findings(
    text: str, date: str | None = None, select: str = "OFF", facts: Offices | None = None
) -> list[Finding]:
    """What the rules say of a text."""
    return run_checks(ledger_of(text, date), select=(select,), facts=facts)


def claims(text: str, date: str | None = None) -> list[Claim]:
    """The offices a text claims as current."""
    ledger = ledger_of(text, date)
    record = Record(ledger, offices(), None if date is None else dt.date.fromisoformat(date))
    return list(claims_of(record, ledger.documents[0]))
