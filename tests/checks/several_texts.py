"""Several short texts as one record, for the tests of rules that compare documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from detente.checks.record import Record
from detente.checks.run import run_checks
from detente.documents.read import from_bytes
from detente.evidence.joining import join
from detente.evidence.ledger import Ledger
from detente.evidence.read import read
from detente.findings import Finding
from detente.reference.offices import offices


def day_of(date: str | None) -> dt.date | None:
    return None if date is None else dt.date.fromisoformat(date)


def ledger_of(texts: Sequence[str], date: str | None = None) -> Ledger:
    """Each text as a document, read by rules."""
    documents = [from_bytes(f"text-{i}.txt", f"{t}\n".encode()) for i, t in enumerate(texts)]
    return join([read(d, date=day_of(date)) for d in documents])


def record_of(texts: Sequence[str], date: str | None = None) -> Record:
    return Record(ledger_of(texts, date), offices(), day_of(date))


def findings(*texts: str, select: str, date: str | None = None) -> list[Finding]:
    """What one rule, or the rules of one beginning, say of the texts together."""
    return run_checks(ledger_of(texts, date), date=day_of(date), select=(select,))


def codes(*texts: str, select: str, date: str | None = None) -> list[str]:
    return [f.code for f in findings(*texts, select=select, date=date)]
