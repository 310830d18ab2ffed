"""*Its third year*, counted from a beginning that is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from detente.checks.dates.begun import begun_in
from detente.checks.dates.ordinals import Counted, find_counted
from detente.checks.offices.claims import Claim, claims_of
from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.reporting import words_of_others
from detente.documents.document import Document
from detente.findings import Finding, Witness
from detente.reference.beginnings import Beginning


@check(
    code="TIM231",
    name="count-against-beginning",
    severity="warning",
    summary="A count of years or months does not fit the day on which the thing counted began.",
    why="Such counts are carried over from older texts. Where the document has no date, the days "
    "that fit are held against the offices that the text claims.",
    fix="Count from the beginning to the day of the document.",
    fires=(
        "The war in Sudan is in its seventh year. Nobody expects it to end.",
        "After five years of war in Sudan, few hospitals are open.",
    ),
    silent=(
        "The war in Sudan is in its second year. Nobody expects it to end.",
        "The war in Sudan is entering its second year. Nobody expects it to end.",
        "The port was in its seventh year when the war in Sudan began.",
    ),
    date=dt.date(2024, 5, 14),
)
def count_against_beginning(record: Record) -> Iterator[Finding]:
    """Counts outside quotations, of wars and other affairs in the table of beginnings."""
    for document in record.documents:
        quoted = words_of_others(record, document)
        for sentence in record.sentences(document):
            if not sentence.is_prose:
                continue
            counts = list(find_counted(document.text, sentence.start, sentence.end))
            if not counts or " when " in document.text[sentence.start : sentence.end]:
                continue
            begun = begun_in(document, sentence)
            for counted in counts if begun else ():
                if quoted.hold(counted.start):
                    continue
                yield from _judged(record, document, counted, begun)


def _judged(
    record: Record, document: Document, counted: Counted, begun: Sequence[Beginning]
) -> Iterator[Finding]:
    today = record.date_of(document)
    windows = [counted.window(b.start) for b in begun]
    if today is not None:
        if not any(first <= today <= last for first, last in windows):
            yield _finding(document, counted, begun, f"The document is of {today}.", ())
        return
    claims = [
        c
        for c in claims_of(record, document)
        if c.terms and c.is_firm and not any(_held_within(c, w) for w in windows)
    ]
    if claims:
        names = ", ".join(f"{c.name} ({c.title})" for c in claims)
        reason = f"Not in that office then: {names}."
        yield _finding(document, counted, begun, reason, tuple(c.witness for c in claims))


def _held_within(claim: Claim, window: tuple[dt.date, dt.date]) -> bool:
    first, last = (d.toordinal() for d in window)
    return any(start <= last and first <= end for start, end in claim.days)


def _finding(
    document: Document,
    counted: Counted,
    begun: Sequence[Beginning],
    reason: str,
    others: tuple[Witness, ...],
) -> Finding:
    words = document.text[counted.start : counted.end]
    times = " or ".join("{:%B %Y} to {:%B %Y}".format(*counted.window(b.start)) for b in begun)
    return Finding(
        code="TIM231",
        severity="warning",
        message=f"“{words}” is true from {times}, which does not fit.",
        reason=reason,
        witnesses=(Witness(document.id, document.span(counted.start, counted.end)), *others),
        facts=tuple(f"{b.affair}, {b.what}: {b.start}; {b.source}, {b.as_of}" for b in begun),
    )
