"""Parts that do not add up to the whole stated with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.checks.figures.numbers import Number
from detente.checks.figures.of_document import numbers_by_sentence
from detente.checks.record import Record
from detente.checks.registry import check
from detente.documents.document import Document
from detente.findings import Finding, Witness

# What joins one part to the next: *12 soldiers and 30*, *12 from Peru, 30 from Chile*.
_AND = re.compile(
    r"(?:\s[^\W\d_][\w’'-]*){0,5}?(?:,|;|,?\sand|,?\splus|;\sand)\s(?:(?:some|about|another|the)\s)?"
)
_WORDS = r"(?:\s[^\W\d_][\w’'-]*){0,6}?"
# The whole first: *42 people, including 12 soldiers and 30 civilians*; *42 people: 12 …*.
_INCLUDING = re.compile(
    rf"{_WORDS},?\s(?:including|among\sthem|of\swhom)\s(?:(?:some|about|the)\s)?"
)
_MADE_OF = re.compile(
    rf"{_WORDS}(?::|\s\(|\s[—–]|,?\s(?:made\sup\sof|consisting\sof|comprising|composed\sof|namely)|"
    rf",\sthat\sis,?)\s?"
)
# The whole last: *12 soldiers and 30 civilians, a total of 42*.
_IN_ALL = re.compile(
    rf"{_WORDS},?\s(?:(?:for|making|or|bringing)\s)?(?:a\s|the\s)(?:combined\s)?total\s(?:of|to)\s"
    rf"|{_WORDS},\s(?:making|for)\s|{_WORDS}:\s"
)
_ROUGH = re.compile(
    r"(?:about|around|nearly|almost|roughly|some|over|more than|less than|under|up to|at least|"
    r"an estimated|close to|as many as)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sum:
    whole: Number
    parts: tuple[Number, ...]
    exact: bool
    """False for *including*, where something may be left out."""


@check(
    code="NUM304",
    name="sum-against-parts",
    severity="error",
    summary="The parts stated with a total do not add up to it.",
    why="Either a part is missing or one of the numbers is wrong.",
    fix="Add up from the source and correct the number that does not fit.",
    fires=(
        "The blast killed 42 people, including 25 soldiers and 30 civilians.",
        "The mission has 90 observers: 40 from Peru, 30 from Chile and 30 from Ghana.",
        "Peru gave $40 million and Chile gave $25 million, a total of $75 million.",
    ),
    silent=(
        "The blast killed 42 people, including 12 soldiers and 20 civilians.",
        "The mission has 100 observers: 40 from Peru, 30 from Chile and 30 from Ghana.",
        "Peru gave $40 million and Chile gave $25 million, a total of $65 million.",
        "The fund has 90 projects, including 12 in Peru and 200 partners.",
    ),
)
def sum_against_parts(record: Record) -> Iterator[Finding]:
    """A total and a list of two parts or more in one sentence, of one kind of number."""
    for document in record.documents:
        for numbers in numbers_by_sentence(record, document):
            for found in _sums(document.text, numbers):
                if not _fits(document.text, found):
                    yield _finding(document, found)


def _sums(text: str, numbers: Sequence[Number]) -> Iterator[_Sum]:
    for i, whole in enumerate(numbers):
        if i + 2 < len(numbers):
            between = text[whole.end : numbers[i + 1].start]
            loose = _INCLUDING.fullmatch(between)
            if loose or _MADE_OF.fullmatch(between):
                parts = _list(text, numbers, i + 1)
                if len(parts) > 1 and all(p.kind == whole.kind for p in parts):
                    yield _Sum(whole, parts, exact=not loose)
        if i > 1:
            between = text[numbers[i - 1].end : whole.start]
            if _IN_ALL.fullmatch(between) and "total" in between:
                parts = _list_back(text, numbers, i - 1)
                if len(parts) > 1 and all(p.kind == whole.kind for p in parts):
                    yield _Sum(whole, parts, exact=True)


def _list(text: str, numbers: Sequence[Number], first: int) -> tuple[Number, ...]:
    out = [numbers[first]]
    for number in numbers[first + 1 :]:
        if not _AND.fullmatch(text, out[-1].end, number.start):
            break
        out.append(number)
    return tuple(out)


def _list_back(text: str, numbers: Sequence[Number], last: int) -> tuple[Number, ...]:
    out = [numbers[last]]
    for number in reversed(numbers[:last]):
        between = text[number.end : out[-1].start]
        if len(between) > 60 or not re.search(r"\band\b|[,;]", between):
            break
        out.append(number)
    return tuple(reversed(out))


def _fits(text: str, found: _Sum) -> bool:
    numbers = (found.whole, *found.parts)
    if any(n.kind == "percent" for n in numbers):
        return True
    if any(_ROUGH.search(text[max(0, n.start - 14) : n.start]) for n in numbers):
        return True
    low = sum(p.values.low for p in found.parts)
    high = sum(p.values.high for p in found.parts)
    whole = found.whole.values
    if low > whole.high:
        # After *including*, what is more than the whole is no part of it but something else.
        return not found.exact and max(p.value for p in found.parts) > found.whole.value
    return not found.exact or high >= whole.low


def _finding(document: Document, found: _Sum) -> Finding:
    total = sum(p.value for p in found.parts)
    parts = ", ".join(f"“{p.text.strip()}”" for p in found.parts)
    verb = "make" if found.exact else "alone make"
    return Finding(
        code="NUM304",
        severity="error",
        message=f"“{found.whole.text.strip()}” is not the sum of its parts: {parts} {verb} "
        f"{total:,.10g}.",
        reason="One of the numbers is wrong, or a part is missing.",
        witnesses=tuple(
            Witness(document.id, document.span(n.start, n.end)) for n in (found.whole, *found.parts)
        ),
    )
