"""Dates of one event that do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.dates.of_document import ranges_of
from detente.checks.dates.ranges import StatedRange
from detente.checks.dates.stated import MONTHS, find_dates, weekday_number
from detente.checks.figures.retold import in_date
from detente.checks.record import Record
from detente.checks.twins.sentences import Told, twins
from detente.documents.document import Document
from detente.findings import Witness
from detente.reference.cities import city
from detente.types import Span

_OCCASION = re.compile(
    r"(?<!\w)(?:summit|talks|conference|negotiations|meeting|session|assembly|congress|forum|"
    r"consultations|visit|exercise|election|round|games|council|plenary)(?!\w)",
    re.IGNORECASE,
)
# How many earlier ranges at one place each is held against.
_LATEST = 40
_WORDS = frozenset("the of in on and to - – — , .".split())


def redated_sentences(record: Record) -> Iterator[tuple[Document, Span, Document, Span]]:
    """Sentences of two documents in which nothing but a date differs, with both dates."""
    for pair in twins(record):
        if not pair.changed:
            continue
        if not all(_of_date(pair.one, a) and _of_date(pair.other, b) for a, b in pair.changed):
            continue
        if pair.added:
            continue
        was, now = _date_at(pair.one, pair.changed[0][0]), _date_at(pair.other, pair.changed[0][1])
        if _meaning(pair.one, was) != _meaning(pair.other, now):
            yield pair.one.document, was, pair.other.document, now


def _of_date(told: Told, span: Span) -> bool:
    return all(
        w.lower() in _WORDS or _is_date_word(told, span, w)
        for w in span.text.replace(",", " , ").replace("-", " - ").split()
    )


def _is_date_word(told: Told, span: Span, word: str) -> bool:
    bare = word.lower().rstrip(".")
    return bare in MONTHS or weekday_number(bare) is not None or in_date(told, span)


def _date_at(told: Told, span: Span) -> Span:
    """The whole date that the changed words are part of."""
    text = told.document.text
    for stated in find_dates(text, told.start, told.end):
        if stated.start < span.end and span.start < stated.end:
            return Span.of(text, stated.start, stated.end)
    return span


def _meaning(told: Told, span: Span) -> tuple[object, ...]:
    """What a date says, however it is written; its words where it is none."""
    for d in find_dates(told.document.text, span.start, span.end):
        return (d.day, d.month, d.year, d.last_day, d.weekday)
    return (span.text.lower(),)


def ranges_that_cross(record: Record) -> Iterator[tuple[str, Witness, Witness]]:
    """Ranges of days told of one occasion in the same one city, equal in neither end nor apart."""
    seen: dict[tuple[str, str], list[tuple[StatedRange, Witness]]] = {}
    for document in record.documents:
        # A paragraph may hold thousands of ranges; its words are looked at once.
        told: dict[int, tuple[set[str], set[str]]] = {}
        for found in ranges_of(record, document):
            paragraph = document.paragraph_at(found.start)
            if found.by_year or found.backwards or paragraph is None:
                continue
            if paragraph.start not in told:
                told[paragraph.start] = (
                    _cities(document, paragraph.start, paragraph.end),
                    _occasions(document, paragraph.start, paragraph.end),
                )
            places, occasions = told[paragraph.start]
            if len(places) != 1 or len(occasions) != 1:
                continue
            (place,), (occasion,) = places, occasions
            witness = Witness(document.id, document.span(found.start, found.end))
            earlier = seen.setdefault((place, occasion), [])
            for known, before in earlier[-_LATEST:]:
                if _cross(known, found):
                    yield f"The {occasion} in {place}", before, witness
                    break
            earlier.append((found, witness))


def _occasions(document: Document, start: int, end: int) -> set[str]:
    """What takes place, by the words of the paragraph: *summit*, *talks*, *visit*."""
    return {m.group().lower() for m in _OCCASION.finditer(document.text, start, end)}


def _cross(one: StatedRange, other: StatedRange) -> bool:
    if (one.first, one.last) == (other.first, other.last):
        return False
    if max(one.days, other.days) > 21:
        return False
    return one.first <= other.last and other.first <= one.last


def _cities(document: Document, start: int, end: int) -> set[str]:
    words = document.text[start:end].replace(",", " ").replace(".", " ").split()
    found = set()
    for i, word in enumerate(words):
        for name in (" ".join(words[i : i + 2]), word):
            located = i > 0 and words[i - 1] in ("in", "at", "near")
            if name[:1].isupper() and any(located or not c.careful for c in city(name)):
                found.add(name)
                break
    return found
