"""A quotation mark that opens and never closes."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.evidence.speech.quote_marks import find_quote_marks
from detente.findings import Finding, Witness

_SHOWN = 60
# Grave accents and single marks are too often something else.
_MARKS = frozenset('“„«"')


@check(
    code="DOC504",
    name="quotation-unclosed",
    severity="warning",
    summary="A quotation mark opens, and none closes it in its paragraph.",
    why="Nobody can tell where the quoted words end and the writer's begin.",
    fix="Close the quotation where the speaker stops.",
    fires=("Minister Ana Soto said: “The bridge will open on Sunday. Trucks were waiting.",),
    silent=(
        "Minister Ana Soto said: “The bridge will open on Sunday.” Trucks were waiting.",
        "Minister Ana Soto said: “The bridge will open on Sunday.\n\n“Trucks may cross by day.”",
    ),
)
def quotation_unclosed(record: Record) -> Iterator[Finding]:
    """Opening marks without a partner; a quotation that goes on in the next paragraph is none."""
    for document in record.documents:
        for marks in find_quote_marks(document):
            if marks.closed or marks.continues or document.text[marks.start] not in _MARKS:
                continue
            end = min(marks.end, marks.start + _SHOWN)
            yield Finding(
                code="DOC504",
                severity="warning",
                message="A quotation opens here and does not close before the paragraph ends.",
                reason="Where it ends is a guess.",
                witnesses=(Witness(document.id, document.span(marks.start, end)),),
            )
