"""A percentage that is not that of the figures it is stated with."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from detente.checks.figures.exactness import Span
from detente.checks.figures.numbers import Number
from detente.checks.figures.of_document import numbers_by_sentence
from detente.checks.record import Record
from detente.checks.registry import check
from detente.documents.document import Document
from detente.findings import Finding, Witness

_ABOUT = (
    r"(?:about|around|nearly|almost|roughly|some|over|more\sthan|just\s(?:over|under)|or|i\.e\.,?)"
)
# 27 of the 54 members, or 50 percent; $3 billion out of $12 billion (25%)
_OF = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?:out\s)?of\s(?:(?:the|its|their|all|a\stotal\sof)\s){0,2}"
)
_THEN = re.compile(rf"(?:\s[\w’'-]+){{0,4}}?\s?[,(—–]\s?(?:{_ABOUT}\s){{0,2}}")
# Of the 54 members, 27 voted for it, or 50 percent
_OF_THE = re.compile(r"\b[Oo]f\s(?:(?:the|its|their|all)\s){1,2}$")
_PART = re.compile(r"(?:\s[\w’'-]+){1,3},\s(?:only\s)?")
_VERB_OR = re.compile(r"(?:\s[\w’'-]+){1,6}?\s?[,(—–]\s?(?:or\s)?")
# 25 percent, or $3 billion, of the $12 billion
_OR = re.compile(r"\s?[,(—–]?\s?(?:or\s)?(?:about\s)?")
_OF_WHOLE = re.compile(
    r"[,)]?\s(?:[\w’'-]+\s){0,3}?of\s(?:(?:the|its|their|all|a\stotal\sof)\s){1,2}"
)
# from $8 billion to $10 billion, up 25 percent; rose 25 percent from $8 billion to $10 billion
_FROM = re.compile(r"\bfrom\s$")
_TO = re.compile(r"(?:\s[\w’'-]+){0,4}?\sto\s")
_CHANGE_AFTER = re.compile(
    r"(?:\s[\w’'-]+){0,4}?\s?[,(—–]\s?(?:(?:an?|or|up|down|about|nearly|by|of)\s)*"
    r"(?:(?:increase|rise|jump|growth|gain|surge|decrease|fall|drop|decline|cut|reduction)\s(?:of\s)?)?"
    r"(?:(?:about|nearly|almost|some)\s)?"
)
_CHANGE_BEFORE = re.compile(
    r"(?:\s(?:in|last|this|over|year|the|on|year-on-year)\b){0,5}[,\s]\s?from\s"
)
# How far a percentage may be off beyond rounding.
_SLACK_POINTS = 0.6
_ROUGH = re.compile(
    r"(?:about|around|nearly|almost|roughly|some|over|more than|less than|under|up to|at least|"
    r"an estimated|close to)\s$",
    re.IGNORECASE,
)
_DECIMALS = re.compile(r"\.(\d+)")


@dataclass(frozen=True, slots=True)
class _Tie:
    """A percentage with what it should be: the values left open, and that of the bare figures."""

    percent: Number
    true: Span
    exact: Decimal
    what: str


@check(
    code="NUM303",
    name="percentage-against-parts",
    severity="error",
    summary="A percentage does not fit the part and whole, or the change, stated with it.",
    why="The three numbers are tied to each other; one of them is wrong.",
    fix="Compute it from the source and correct the number that does not follow.",
    fires=(
        "Only 27 of the 54 members, or 60 percent, have ratified the accord.",
        "Exports rose from $82 billion to $103 billion, an increase of 40 percent.",
        "The bank holds $3 billion of the $12 billion (35%).",
        "Of the 200 delegates, 50 voted for the text, or 45 percent.",
    ),
    silent=(
        "Only 27 of the 54 members, or 50 percent, have ratified the accord.",
        "Exports rose from $82 billion to $103 billion, an increase of 26 percent.",
        "The bank holds $3 billion of the $12 billion (25%).",
        "Of the 200 delegates, 90 voted for the text, or 45 percent.",
        "Exports rose from $8 billion to nearly $10 billion, up about 23 percent.",
    ),
)
def percentage_against_parts(record: Record) -> Iterator[Finding]:
    """Three numbers of a sentence, next to each other and joined by words that tie them."""
    for document in record.documents:
        for numbers in numbers_by_sentence(record, document):
            for trio in zip(numbers, numbers[1:], numbers[2:], strict=False):
                found = _judged(document.text, trio)
                if found is not None:
                    yield _finding(document, trio, found)


def _judged(text: str, trio: tuple[Number, Number, Number]) -> _Tie | None:
    """The percentage and what it should be, where the three are tied and do not fit."""
    one, two, three = trio
    first, second = text[one.end : two.start], text[two.end : three.start]
    kinds = [n.kind for n in trio]
    tie: _Tie | None = None
    if three.kind == "percent" and _like(one, two):
        if _FROM.search(text[max(0, one.start - 6) : one.start]) and _TO.fullmatch(first):
            if _CHANGE_AFTER.fullmatch(second):
                tie = _change(three, one, two)
        elif _OF.fullmatch(first) and _THEN.fullmatch(second):
            tie = _share(three, one, two)
        elif (
            _OF_THE.search(text[max(0, one.start - 14) : one.start])
            and _PART.fullmatch(first)
            and _VERB_OR.fullmatch(second)
        ):
            tie = _share(three, two, one)
    elif one.kind == "percent" and _like(two, three):
        if _CHANGE_BEFORE.fullmatch(first) and _TO.fullmatch(second):
            tie = _change(one, two, three)
        elif "percent" not in kinds[1:] and _OR.fullmatch(first) and _OF_WHOLE.fullmatch(second):
            tie = _share(one, two, three)
    if tie is None:
        return None
    rough = sum(bool(_ROUGH.search(text[max(0, n.start - 14) : n.start])) for n in trio)
    slack = _SLACK_POINTS + rough * max(3.0, 0.15 * tie.percent.value)
    wide = Span(tie.true.low - slack, tie.true.high + slack)
    return None if wide.meets(tie.percent.values) else tie


def _like(one: Number, other: Number) -> bool:
    return one.kind == other.kind != "percent" and one.value > 0 and other.value > 0


def _share(percent: Number, part: Number, whole: Number) -> _Tie:
    p, w = part.values, whole.values
    high = math.inf if p.low > w.high else 100 * p.high / w.low
    low = 0.0 if p.low > w.high else 100 * p.low / w.high
    return _Tie(percent, Span(low, high), 100 * _exact(part) / _exact(whole), "the share")


def _change(percent: Number, before: Number, after: Number) -> _Tie:
    """The size of the change in percent of what was before; its direction is in the words."""
    ends = [
        100 * abs(a - b) / b
        for a in (after.values.low, after.values.high)
        for b in (before.values.low, before.values.high)
    ]
    exact = 100 * abs(_exact(after) - _exact(before)) / _exact(before)
    return _Tie(percent, Span(min(ends), max(ends)), exact, "the change")


def _exact(number: Number) -> Decimal:
    return Decimal(str(number.value))


def _in_words(exact: Decimal, percent: Number) -> str:
    """A percentage to as many places as the stated one has; never 0 for what is not 0."""
    decimals = _DECIMALS.search(percent.text)
    places = len(decimals[1]) if decimals else 0
    if exact:
        places = max(places, -exact.adjusted())
    # Digits written without end are no precision; 12 are more than anybody can mean.
    places = min(places, 12)
    return f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _finding(document: Document, trio: tuple[Number, ...], tie: _Tie) -> Finding:
    others = [n for n in trio if n is not tie.percent]
    return Finding(
        code="NUM303",
        severity="error",
        message=f"“{tie.percent.text.strip()}” does not fit “{others[0].text.strip()}” and "
        f"“{others[1].text.strip()}”: {tie.what} is {_in_words(tie.exact, tie.percent)} percent.",
        reason="One of the three numbers is wrong.",
        witnesses=tuple(Witness(document.id, document.span(n.start, n.end)) for n in trio),
    )
