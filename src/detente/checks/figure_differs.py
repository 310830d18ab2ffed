"""One measure with two values in one text."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.figures.pairs import conflicting_pairs
from detente.checks.figures.wording import told_twice
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding


@check(
    code="NUM301",
    name="figure-differs",
    severity="warning",
    summary="One text states two values for the same measure of the same thing at the same time.",
    why="At most one of them is right, and whoever quotes the text will quote either.",
    fix="Find the figure in its source; if both are right, say what sets them apart (time, "
    "source, what is counted).",
    fires=(
        "The fund holds $40 billion in frozen Libyan assets. Ministers met in Rome on Monday. "
        "They agreed to leave the $46 billion in frozen Libyan assets where they are.",
    ),
    silent=(
        "The fund holds $40 billion in frozen Libyan assets. Ministers met in Rome on Monday. "
        "They agreed to leave the $40 billion in frozen Libyan assets where they are.",
        "The fund held $40 billion in frozen Libyan assets in 2022. It held $46 billion in frozen "
        "Libyan assets in 2023.",
        "The clashes killed 12 people and wounded 40 people.",
        "Peru said it had shot down 60 drones. Chile said Peru had shot down 30 drones.",
    ),
)
def figure_differs(record: Record) -> Iterator[Finding]:
    """Pairs within one document, slips of magnitude aside (NUM305)."""
    for pair in conflicting_pairs(record):
        sources = {pair.one.source, pair.other.source}
        # What two sources say of one thing is for the text to report, not a slip of the text.
        openly = None not in sources and len(sources) > 1
        if pair.one.document == pair.other.document and pair.slip is None and not openly:
            yield told_twice(record, pair, "NUM301")
