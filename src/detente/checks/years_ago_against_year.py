"""*Ten years ago, in 2011*: a distance in years that the two years do not have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from detente.checks.dates.lengths import NUMBER, whole_number
from detente.checks.letters import small
from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.reporting import words_of_others
from detente.documents.document import Document
from detente.findings import Finding, Witness

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\w%]|[.,]\d)"
_N = rf"(?<![\w.,-])(?:(?P<about>almost|nearly|about|around|some|over|more than)\s)?(?P<n>{NUMBER})"
_IN = r"(?:in|on|since)\s(?:[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},?\s)?|\d{1,2}\s[A-Z][a-z]{2,8}\s)?"
# *three years ago, in 2019*; *in 2019, three years ago*.
_AGO = re.compile(
    rf"{_N}\syears\sago,?\s\(?{_IN}{_YEAR}",
    re.IGNORECASE,
)
_AGO_BEHIND = re.compile(
    rf"(?<!\w){_IN}{_YEAR},\s(?:some\s|almost\s)?(?P<n>{NUMBER})\syears\sago", re.IGNORECASE
)
# *the war of 1948 and, nineteen years later, in 1967*.
_LATER = re.compile(
    rf"(?<!\w)(?P<from>(?:1[5-9]|20)\d\d)(?![\w%]|[.,]\d)[^.;!?\d]{{0,120}}?"
    rf"(?:and|but|only|,|—|–)\s?"
    rf"{_N}\syears\slater,?\s\(?in\s{_YEAR}",
    re.IGNORECASE,
)
_MOST = {None: 1, "over": 5, "more than": 5}


@check(
    code="TIM206",
    name="years-ago-against-year",
    severity="warning",
    summary="A distance in years does not fit the years it is stated with.",
    why="A text that was updated by hand, or by a program, keeps old distances beside new years.",
    fix="Count again from the day of the document.",
    fires=(
        "The accord was signed ten years ago, in 2011.",
        "In 2020, eight years ago, the mission began.",
        "The border was closed in 1994 and, five years later, in 2003, opened again.",
    ),
    silent=(
        "The accord was signed ten years ago, in 2014.",
        "The accord was signed almost ten years ago, in 2015.",
        "The border was closed in 1994 and, nine years later, in 2003, opened again.",
    ),
    date=dt.date(2024, 3, 14),
)
def years_ago_against_year(record: Record) -> Iterator[Finding]:
    """*N years ago* against the day of the document, *N years later* against the year before."""
    for document in record.documents:
        today = record.date_of(document)
        if today is not None:
            quoted = words_of_others(record, document)
            for pattern in (_AGO, _AGO_BEHIND):
                for m in pattern.finditer(document.text):
                    if not quoted.hold(m.start()):
                        yield from _compared(document, m, int(m["year"]), today.year)
        for m in _LATER.finditer(document.text):
            yield from _compared(document, m, int(m["from"]), int(m["year"]))


def _compared(document: Document, m: re.Match[str], since: int, until: int) -> Iterator[Finding]:
    said = whole_number(m["n"])
    true = until - since
    about = m.groupdict().get("about")
    slack = max(_MOST.get(small(about) if about else None, 2), said // 20)
    if abs(true - said) <= slack:
        return
    yield Finding(
        code="TIM206",
        severity="warning",
        message=f"From {since} to {until} is {abs(true)} years, not {said}.",
        reason="The distance or one of the years is wrong.",
        witnesses=(Witness(document.id, document.span(m.start(), m.end())),),
    )
