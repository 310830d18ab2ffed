"""*The 27-nation European Union*: how many members a body has, as stated and as known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from detente.checks.dates.lengths import NUMBER, whole_number
from detente.checks.record import Record
from detente.checks.registry import check
from detente.documents.document import Document
from detente.evidence.items import Mention
from detente.findings import Finding, Witness
from detente.reference.memberships import members, memberships

# The Council has elected members that the table does not hold, and the Group of Twenty counts
# bodies among its members.
_NOT_COUNTED = frozenset({"org:UNSC", "org:G20", "org:G8"})
_BEFORE = re.compile(
    rf"(?<![\w.,-])(?P<n>{NUMBER})[-\s](?:member|nation|country|state|strong)s?"
    r"(?:\s(?:regional|economic|military|security|defen[cs]e|trade|free|political))?\s$",
    re.IGNORECASE,
)
_ALL_OF = re.compile(
    rf"(?<!\w)(?:all|the)\s(?P<n>{NUMBER})\s(?:member\s)?(?:members|states|countries|nations|allies)\s"
    r"of\s(?:the\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:[’']s\s|[’']\s|,?\swhich\shas\s|\shas\s|\swith\sits\s)(?P<n>{NUMBER})\s"
    r"(?:member\s(?:states|countries|nations)|members|allies|member\sstates|nations)(?!\w)",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"(?<!\w)(?:then|at the time|originally|founding|former|until|when|in)[\s-]", re.IGNORECASE
)
_NEAR = dt.timedelta(days=120)
_REACH = 60


@check(
    code="NUM308",
    name="member-count",
    severity="warning",
    summary="The stated number of members of an organisation is not the one it had on the day.",
    why="Such numbers are copied for years after they changed, or are simply misremembered.",
    fix="Count the members on the day of the document; the finding gives the number.",
    fires=(
        "Ministers of the 65-member African Union met in Addis Ababa.",
        "NATO’s 29 members met in Brussels, Ana Soto said.",
    ),
    silent=(
        "Ministers of the 55-member African Union met in Addis Ababa.",
        "NATO’s 32 members met in Brussels, Ana Soto said.",
        "Only 12 members of NATO met in Brussels, Ana Soto said.",
    ),
    date=dt.date(2025, 3, 14),
)
def member_count(record: Record) -> Iterator[Finding]:
    """Numbers beside the name of a body whose members the table holds; outside old sentences."""
    for document in record.documents:
        today = record.date_of(document)
        for mention, actor in record.mentions(document):
            if mention.kind != "name" or actor.id not in _since():
                continue
            found = _stated(document, mention)
            if found is None:
                continue
            n, start, end = found
            counts = _counts(actor.id, today)
            if counts and n not in counts:
                yield _finding(
                    document,
                    actor.name,
                    actor.id,
                    today,
                    document.span(start, end).text,
                    start,
                    end,
                )


def _stated(document: Document, mention: Mention) -> tuple[int, int, int] | None:
    text = document.text
    lead = text[max(0, mention.span.start - _REACH) : mention.span.start]
    offset = mention.span.start - len(lead)
    for pattern in (_BEFORE, _ALL_OF):
        m = pattern.search(lead)
        if m is not None:
            if _THEN.search(lead[max(0, m.start() - 14) : m.start()]):
                return None
            return whole_number(m["n"]), offset + m.start(), mention.span.end
    m = _BEHIND.match(text, mention.span.end)
    if m is None:
        return None
    return whole_number(m["n"]), mention.span.start, m.end()


def _counts(body: str, today: dt.date | None) -> set[int]:
    """The numbers of members that fit; all it ever had where there is no day.

    Empty where the table does not know the day.
    """
    starts = sorted({m.start for m in memberships() if m.organisation == body})
    known_to = max(m.as_of for m in memberships() if m.organisation == body)
    if today is None:
        ends = {
            m.end + dt.timedelta(days=1)
            for m in memberships()
            if m.organisation == body and m.end is not None
        }
        return {len(members(body, day)) for day in {*starts, *ends, known_to}}
    if not starts or today < starts[0] or today > known_to:
        return set()
    return {len(members(body, day)) for day in (today - _NEAR, today, min(today + _NEAR, known_to))}


def _since() -> Mapping[str, dt.date]:
    return {m.organisation: m.as_of for m in memberships() if m.organisation not in _NOT_COUNTED}


def _finding(
    document: Document,
    name: str,
    body: str,
    today: dt.date | None,
    words: str,
    start: int,
    end: int,
) -> Finding:
    known_to = _since()[body]
    day = today or known_to
    true = len(members(body, day))
    return Finding(
        code="NUM308",
        severity="warning",
        message=f"“{words}”: {name} had {true} members on {day}.",
        reason="No number of members within four months of that day fits."
        if today is not None
        else "At no time did it have the number stated.",
        witnesses=(Witness(document.id, document.span(start, end)),),
        facts=(f"memberships of {name}: {true} on {day}; table as of {known_to}",),
    )
