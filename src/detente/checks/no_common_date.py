"""OFF102: the offices that a text claims as current cannot all be held on one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.checks.offices.claims import Claim, claims_of, days_of, without_history
from detente.checks.offices.conflict_sets import Consistency, Reading, consistency
from detente.checks.offices.intervals import shown
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding

# More conflicts than this tell a reader no more, and there can be exponentially many.
_MOST = 200


@check(
    code="OFF102",
    name="no-common-date",
    severity="error",
    summary="The offices that a text claims as current cannot all be held on one day.",
    why="A text speaks from one day. If no day has all its office holders in office, at least "
    "one of them is wrong, whatever the day is; texts put together from older ones fail so.",
    fix="Look at the smallest sets that clash: in each, one holder must be wrong or spoken of "
    "as past. The largest readings that one day allows say which.",
    fires=(
        "Japanese Prime Minister Shinzo Abe met reporters on Monday. French President Emmanuel "
        "Macron said he agreed. Canadian Prime Minister Mark Carney welcomed the step.",
    ),
    silent=(
        "Former Japanese Prime Minister Shinzo Abe met reporters on Monday. French President "
        "Emmanuel Macron said he agreed. Canadian Prime Minister Mark Carney welcomed the step.",
        "French President Emmanuel Macron met British Prime Minister Rishi Sunak on Monday.",
    ),
)
def no_common_date(record: Record) -> Iterator[Finding]:
    """One finding a document, with every smallest conflict set and the largest readings."""
    for document in record.documents:
        claims = without_history(claims_of(record, document), record.date_of(document))
        found = consistency([c.days for c in claims], most=_MOST)
        if not found.consistent:
            yield _finding(claims, found)


def _finding(claims: Sequence[Claim], found: Consistency) -> Finding:
    clashing = sorted({i for conflict in found.conflicts for i in conflict})
    firm = any(all(claims[i].is_firm for i in conflict) for conflict in found.conflicts)
    count = len(found.conflicts)
    sets = "; ".join(_together([claims[i].name for i in c]) for c in found.conflicts)
    more = "" if found.complete else f"; and more than {_MOST} others"
    which = "This set cannot" if count == 1 else f"Each of these {count} sets cannot"
    return Finding(
        code="OFF102",
        severity="error" if firm else "warning",
        message=f"No single date fits the {len(claims)} offices that the text claims as current.",
        reason=f"{which} hold on one day: {sets}{more}.",
        witnesses=tuple(claims[i].witness for i in clashing),
        facts=tuple(dict.fromkeys(t.fact() for i in clashing for t in claims[i].terms)),
        fix=" ".join(_reading(claims, r) for r in found.readings),
    )


def _together(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _reading(claims: Sequence[Claim], reading: Reading) -> str:
    left_out = [c.name for i, c in enumerate(claims) if i not in reading.claims]
    caution = "".join(
        f" ({claims[i].name} was suspended {_suspended(claims[i], reading)})"
        for i in reading.claims
        if _suspended(claims[i], reading)
    )
    return f"Without {_together(left_out)} the rest fits {shown(reading.days)}{caution}."


def _suspended(claim: Claim, reading: Reading) -> str:
    """``throughout``, or in which days of the reading the holder's powers were suspended."""
    for term in claim.terms:
        if term.status != "suspended":
            continue
        first, last = days_of(term)
        if all(first <= a and b <= last for a, b in reading.days):
            return "throughout"
        if any(a <= last and first <= b for a, b in reading.days):
            return f"from {term.start.isoformat()}"
    return ""
