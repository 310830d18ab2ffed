"""One measure with two values in two texts."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.figures.pairs import conflicting_pairs
from detente.checks.figures.retold import retold_figures
from detente.checks.figures.wording import told_twice
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness


@check(
    code="NUM302",
    name="figure-differs-across",
    severity="warning",
    summary="Two texts state different values for the same measure, or tell the same sentence with "
    "another figure in it.",
    why="One of the texts has it wrong, or they stand for different days or sources and do not "
    "say so.",
    fix="Go back to what both texts drew on; if both are right, say what sets them apart.",
    fires=(
        "The envoys agreed to exchange 250 prisoners at the bridge on Sunday.\n---\n"
        "The envoys agreed to exchange 350 prisoners at the bridge on Sunday.",
    ),
    silent=(
        "The envoys agreed to exchange 250 prisoners at the bridge on Sunday.\n---\n"
        "The envoys agreed to exchange 250 prisoners at the bridge on Sunday, aides said.",
        "Peru pledged to send 250 observers to the border zone.\n---\n"
        "Chile pledged to send 350 observers to the border zone.",
    ),
)
def figure_differs_across(record: Record) -> Iterator[Finding]:
    """Pairs across documents, and sentences told twice that differ in numbers alone."""
    seen: set[tuple[str, int]] = set()
    for pair in conflicting_pairs(record):
        if pair.one.document != pair.other.document and pair.slip is None:
            seen.add((pair.other.document, pair.other.span.start))
            yield told_twice(record, pair, "NUM302")
    for told in retold_figures(record):
        places = {(told.other.document.id, start) for start in told.starts}
        if told.slip is not None or places & seen:
            continue
        yield Finding(
            code="NUM302",
            severity="warning",
            message=f"{told.one.document.name} has “{told.was.text}” where "
            f"{told.other.document.name} has “{told.now.text}”.",
            reason="The sentence is the same but for the number.",
            witnesses=(
                Witness(told.one.document.id, told.was),
                Witness(told.other.document.id, told.now),
            ),
        )
