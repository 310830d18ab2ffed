"""On which days a sentence tells that something happened, as far as that is said."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Sequence

from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.items import TimeExpression
from detente.evidence.tokens import Sentence

_EXPLICIT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Lives and beginnings, told under the title that came later.
_TURNS = re.compile(
    r"\b(?:born|died|dies|death|elected|election|inaugurat\w+|sworn|appointed|nominated|resign\w*"
    r"|became|become|took office|assumed|married|graduated|joined|campaign\w*|won|ousted)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:years?|decades?|centur(?:y|ies)|months) (?:ago|before|earlier)\b|\blast year\b"
    r"|\bin the (?:19|20)?\d0s\b|\bback (?:in|when)\b|\bhistorically\b"
    # What is told after a book or a file is of its time.
    r"|\b(?:memoirs?|(?:auto)?biograph(?:y|ies)|diar(?:y|ies)|archives?|declassified|historians?"
    r"|documentar(?:y|ies)|transcripts? of the time)\b"
    r"|\bat the time\b|\bin those days\b|\bpredecessors?\b|\bin (?:his|her|the) first term\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOW = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:this|last|next) (?:week|month)|now|just now|recently"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 2000
# A history names years all through: so many, and one in so many sentences.
_YEARS_OF_A_HISTORY = 5
_SENTENCES_A_YEAR = 6
# A text that names so many years, none of them of late, and no day as *Monday*, is one too.
_YEARS_OF_A_LONG_PAST, _LONG_PAST = 3, 3
# Older than this against the day of the document is the past, not the news.
_NEWS_DAYS = 40


def told_as_past(record: Record, document: Document, sentence: Sentence) -> bool:
    """True if a past tense in ``sentence`` tells of a time gone by rather than of the news."""
    key = f"told as past {document.id} {sentence.start}"
    if key not in record.memo:
        record.memo[key] = _told_as_past(record, document, sentence)
    found: bool = record.memo[key]
    return found


def _told_as_past(record: Record, document: Document, sentence: Sentence) -> bool:
    text = document.text[sentence.start : sentence.end]
    if _LONG_AGO.search(text):
        return True
    if is_history(record, document):
        return True
    day = record.date_of(document)
    times = _times_in(record, document, sentence)
    if any(_before(t, day) for t in times):
        return True
    years = [int(y) for y in _YEAR.findall(text)]
    return any(day is None or y < day.year for y in years)


def is_new(document: Document, sentence: Sentence) -> bool:
    """True if the sentence says *today*, *on Monday*, *this week*."""
    # Who says so in a sentence of pages says nothing.
    end = min(sentence.end, sentence.start + _LONGEST_SENTENCE)
    return _NOW.search(document.text, sentence.start, end) is not None


def told_day(record: Record, document: Document, sentence: Sentence) -> dt.date | None:
    """The one day that a sentence is dated to; None without one, or where it names more times."""
    key = f"told day {document.id} {sentence.start}"
    if key not in record.memo:
        record.memo[key] = _told_day(record, document, sentence)
    found: dt.date | None = record.memo[key]
    return found


def _told_day(record: Record, document: Document, sentence: Sentence) -> dt.date | None:
    text = document.text[sentence.start : sentence.end]
    if _LONG_AGO.search(text) or _TURNS.search(text):
        return None
    times = _times_in(record, document, sentence)
    days = {t.value for t in times if _DAY.fullmatch(t.value)}
    if len(days) != 1:
        return None
    (day,) = days
    if any(year != day[:4] for year in _YEAR.findall(text)):
        return None
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        return None


def _times_in(record: Record, document: Document, sentence: Sentence) -> Sequence[TimeExpression]:
    """The times that begin in the sentence."""
    times = record.times(document)
    low = bisect.bisect_left(times, sentence.start, key=lambda t: t.span.start)
    return times[low : bisect.bisect_left(times, sentence.end, key=lambda t: t.span.start)]


def _before(time: TimeExpression, day: dt.date | None) -> bool:
    """True if the time is stated in full and lies well before ``day`` (or no day is known)."""
    if not _EXPLICIT.fullmatch(time.value):
        return False
    if day is None:
        return True
    if time.resolved is None:
        return int(time.value[:4]) < day.year
    return dt.date.fromisoformat(time.resolved.last) < day - dt.timedelta(_NEWS_DAYS)


def is_history(record: Record, document: Document) -> bool:
    """True if the document tells a past: full of years gone by, with no *today* or *Monday*."""
    key = f"history {document.id}"
    if key not in record.memo:
        record.memo[key] = _is_history(
            document.text, record.date_of(document), record.sentences(document)
        )
    found: bool = record.memo[key]
    return found


def _is_history(text: str, day: dt.date | None, sentences: Sequence[Sentence]) -> bool:
    years = [int(y) for y in _YEAR.findall(text)]
    news = len(_NOW.findall(text))
    if day is not None:
        if len(years) >= _YEARS_OF_A_LONG_PAST and max(years) <= day.year - _LONG_PAST and not news:
            return True
        years = [y for y in years if y < day.year]
    many = len(years) >= max(_YEARS_OF_A_HISTORY, len(sentences) // _SENTENCES_A_YEAR)
    return many and news * 4 < len(years)
