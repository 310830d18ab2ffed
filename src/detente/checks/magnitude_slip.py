"""Million for billion: two values a thousand times apart."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.figures.pairs import conflicting_pairs
from detente.checks.figures.retold import retold_figures
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness
from detente.types import Span

_TIMES = {3: "a thousand", 6: "a million", 9: "a billion"}


@check(
    code="NUM305",
    name="magnitude-slip",
    severity="error",
    summary="The same figure stands twice with the same digits and another magnitude.",
    why="Million and billion are exchanged more often than any other figures, and nothing in the "
    "sentence looks wrong.",
    fix="Find the figure in its source.",
    fires=(
        "The fund holds $40 billion in frozen Libyan assets. Ministers met in Rome on Monday. "
        "They agreed to leave the $40 million in frozen Libyan assets where they are.",
        "Peru will lend $5 billion to the rail company under the accord.\n---\n"
        "Peru will lend $5 million to the rail company under the accord.",
    ),
    silent=(
        "The fund holds $40 billion in frozen Libyan assets. Ministers met in Rome on Monday. "
        "They agreed to leave the $40 billion in frozen Libyan assets where they are.",
    ),
)
def magnitude_slip(record: Record) -> Iterator[Finding]:
    """Conflicting figures whose ratio is a thousand, a million or a billion."""
    seen: set[tuple[str, int]] = set()
    for pair in conflicting_pairs(record):
        if pair.slip is not None:
            seen.add((pair.other.document, pair.other.span.start))
            one, other = (Witness(q.document, q.span) for q in (pair.one, pair.other))
            yield _finding(one, other, pair.slip)
    for told in retold_figures(record):
        places = {(told.other.document.id, start) for start in told.starts}
        if told.slip is not None and not places & seen:
            one = Witness(told.one.document.id, _whole(told.one.document.text, told.was))
            other = Witness(told.other.document.id, _whole(told.other.document.text, told.now))
            yield _finding(one, other, told.slip)


def _whole(text: str, span: Span) -> Span:
    """The span with the number in front of it, where it holds the magnitude alone."""
    if span.text[:1].isdigit():
        return span
    start = text.rfind(" ", 0, max(0, span.start - 1)) + 1
    return Span.of(text, start, span.end)


def _finding(one: Witness, other: Witness, power: int) -> Finding:
    times = _TIMES.get(power, f"10^{power}")
    return Finding(
        code="NUM305",
        severity="error",
        message=f"“{one.span.text}” and “{other.span.text}” differ by {times} times.",
        reason="The digits are the same, so one of the two has the wrong magnitude.",
        witnesses=(one, other),
    )
