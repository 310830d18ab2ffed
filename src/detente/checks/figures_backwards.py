"""A range of figures whose lower end is the higher one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.checks.figures.numbers import Number
from detente.checks.figures.of_document import numbers_by_sentence
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness

_BETWEEN = re.compile(r"(?<!\w)between\s(?:about\s|some\s)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@check(
    code="NUM307",
    name="figures-backwards",
    severity="error",
    summary="A range of figures begins with its larger end.",
    why="One of the ends is wrong: a digit was lost or a magnitude exchanged.",
    fix="Find both ends in the source.",
    fires=(
        "The road will cost between $70 million and $5 million.",
        "The road will cost between $7 and $5 billion.",
    ),
    silent=(
        "The road will cost between $5 million and $70 million.",
        "The road will cost between $5 and $7 billion.",
        "Trade between Peru and 4 partners grew by 3 and 2 percent.",
    ),
)
def figures_backwards(record: Record) -> Iterator[Finding]:
    """*Between A and B* with A above B, in one unit."""
    for document in record.documents:
        text = document.text
        for numbers in numbers_by_sentence(record, document):
            for one, two in pairwise(numbers):
                if text[one.end : two.start] != " and ":
                    continue
                if not _BETWEEN.search(text[max(0, one.start - 20) : one.start]):
                    continue
                if _first_end(one, two) > two.value and _alike(one, two):
                    span = document.span(one.start, two.end)
                    yield Finding(
                        code="NUM307",
                        severity="error",
                        message=f"“between {span.text}” begins with its larger end.",
                        reason="The ends are exchanged, or one of them is wrong.",
                        witnesses=(Witness(document.id, span),),
                    )


def _first_end(one: Number, two: Number) -> float:
    """The first end, with the magnitude that stands behind the second one only."""
    shared = two.size if one.size == 1.0 and one.value < 1000 else 1.0
    return one.value * shared


def _alike(one: Number, two: Number) -> bool:
    """True if both have one unit and neither is a year."""
    if _YEAR.fullmatch(one.text.strip()) or _YEAR.fullmatch(two.text.strip()):
        return False
    return one.kind == two.kind or two.kind == "percent"
