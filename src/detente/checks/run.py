"""Run the rules over a ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from detente.checks.record import Record
from detente.checks.registry import Check
from detente.checks.select import selected
from detente.evidence.ledger import Ledger
from detente.findings import Finding

if TYPE_CHECKING:
    from detente.reference.offices import Offices


def run_checks(
    ledger: Ledger,
    *,
    date: dt.date | None = None,
    facts: Offices | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    on_fault: Callable[[Check, Exception], None] | None = None,
) -> list[Finding]:
    """What the selected rules say of a ledger.

    Parameters
    ----------
    date : datetime.date, optional
        The day all documents speak from; if None, each document's own.
    facts : Offices, optional
        The table of office terms; if None, ours.
    select, ignore : sequence of str
        Codes, beginnings of codes or names, see :func:`detente.checks.select.selected`.
    on_fault : callable, optional
        Told of a rule that raises, whose findings are left out; None lets the error out.

    Returns
    -------
    list of Finding
        By document, place and code; those about the whole record last.

    Raises
    ------
    InputError
        If ``select`` or ``ignore`` names no rule.
    """
    rules = selected(select, ignore)
    record = Record(ledger, offices_of(facts), date or _read_for(ledger))
    found: list[Finding] = []
    for rule in rules:
        try:
            found += rule.find(record)
        except Exception as error:
            # A fault of one rule must not take the findings of the others with it.
            if on_fault is None:
                raise
            on_fault(rule, error)
    return in_order(ledger, found)


def offices_of(facts: Offices | None) -> Offices:
    """The table given, else ours."""
    from detente.reference.offices import offices

    return offices() if facts is None else facts


def in_order(ledger: Ledger, findings: Iterable[Finding]) -> list[Finding]:
    """By document, place and code; each once."""
    index = {d.id: i for i, d in enumerate(ledger.documents)}

    def place(finding: Finding) -> tuple[int, int, int, str, str]:
        if not finding.witnesses:
            return (len(index), 0, 0, finding.code, finding.message)
        first = finding.witnesses[0]
        return (
            index[first.document],
            first.span.start,
            first.span.end,
            finding.code,
            finding.message,
        )

    return sorted(dict.fromkeys(findings), key=place)


def _read_for(ledger: Ledger) -> dt.date | None:
    """The day the ledger was read for, where one was given then."""
    made_by = ledger.made_by
    return None if made_by is None or made_by.date is None else dt.date.fromisoformat(made_by.date)
