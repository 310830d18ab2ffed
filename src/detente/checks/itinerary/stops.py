"""Where each person is said to be, from the events of the record."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.checks.inside import sentence_at
from detente.checks.itinerary.travel import Window
from detente.checks.letters import small
from detente.checks.record import Record
from detente.evidence.items import Event
from detente.reference.cities import City, city
from detente.types import Span

# A Monday: weekdays of a text without a date are put into one week, wherever it lies.
ANY_MONDAY = dt.date(2024, 1, 1)
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_WEEKDAY = re.compile(r"WEEK-(MON|TUE|WED|THU|FRI|SAT|SUN)(?: T .*)?")
_PARTS: Mapping[str, tuple[float, float]] = {
    "morning": (5, 12),
    "noon": (11, 14),
    "midday": (11, 14),
    "lunch": (11, 15),
    "afternoon": (12, 18.5),
    "evening": (17, 24),
    "dinner": (17, 24),
    "tonight": (17, 28),
    "night": (17, 28),
}
_PART = re.compile(r"(?<!\w)(" + "|".join(_PARTS) + r")(?!\w)", re.IGNORECASE)
_PART_BEHIND = re.compile(
    r",?\s(?:in\sthe\s|at\s|over\s)?(?:early\s|late\s)?(" + "|".join(_PARTS) + r")(?!\w)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\w.,:$€£])(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))?\s?(?P<half>a\.?m\.?|p\.?m\.?)(?!\w)",
    re.IGNORECASE,
)
# One is not where a call or a link reaches.
_REMOTE = re.compile(
    r"(?<!\w)(?:phone[ds]?|telephone[ds]?|telephonic|call(?:s|ed)?|video|videoconference|virtual(?:ly)?"
    r"|online|remote(?:ly)?|link|webinar|letter|cable[ds]?|tweet\w*|post(?:s|ed)?|broadcast)(?!\w)",
    re.IGNORECASE,
)
# Who sets out on a day is not said to arrive on it.
_SETS_OUT = re.compile(
    r"(?:fl(?:y|ies|ew|ying|own)|depart|leav|left|head(?:s|ed|ing)?\b|set(?:s|ting)?\b|embark|tak|took)",
    re.IGNORECASE,
)
_POSSESSIVES = frozenset({"his", "their"})
# *An envoy of President …*: somebody else, who stands for the person named.
_SENT = re.compile(
    r"(?<!\w)(?:envoys?|aides?|advis[eo]rs?|representatives?|emissar(?:y|ies)|ambassadors?|"
    r"deput(?:y|ies)|ministers?|officials?|delegations?|delegates?|teams?|staff|spokes\w+|allies|"
    r"negotiators?|supporters?|lawyers?|messages?)\s(?:of|for|from|to)\s(?:the\s)?"
    r"(?:[A-Z][\w’'.-]*\s|of\s){0,6}$"
)
_SENT_REACH = 80
_TYPES = frozenset({"meeting", "visit", "statement_event", "agreement"})


@dataclass(frozen=True, slots=True)
class Stop:
    """``person`` (an actor id) in a city, within ``at``; ``dated`` False for a bare weekday.

    ``cities`` are all that bear the name; a leg is judged by the pair that lies nearest.
    """

    person: str
    cities: tuple[City, ...]
    at: Window
    dated: bool
    event: Event
    stated: bool
    """True where a part of the day or an hour is stated."""

    @property
    def name(self) -> str:
        """The city as the text has it."""
        return self.event.place or self.cities[0].name

    @property
    def span(self) -> Span:
        """The words that say when, else those that say where."""
        return self.event.time_span or self.event.place_span or self.event.trigger_span


def stops_of(record: Record) -> Mapping[str, Sequence[Stop]]:
    """The stops of every person, in the order of days and hours, then of the text."""
    found: dict[str, list[Stop]] = {}
    for document in record.documents:
        values = {t.span: t.value for t in record.times(document)}
        for event in record.events(document):
            at = _when(event, values)
            if at is None or event.type not in _TYPES or event.place is None:
                continue
            if event.status in ("hypothetical", "cancelled"):
                continue
            cities = city(event.place)
            sentence = sentence_at(record, document, event.trigger_span.start)
            words = document.text[sentence.start : sentence.end] if sentence else ""
            if not cities or _REMOTE.search(words) or _SETS_OUT.match(event.trigger_span.text):
                continue
            window, stated = _hours(event, at[0], words, document.text)
            for person in event.participants:
                if person.startswith("per:") and not _stands_in(record, event, person):
                    stop = Stop(person, cities, window, at[1], event, stated)
                    found.setdefault(person, []).append(stop)
    return {person: _in_order(stops) for person, stops in sorted(found.items())}


def _stands_in(record: Record, event: Event, person: str) -> bool:
    """True if the sentence names the person only as the one whom somebody else acts for."""
    document = record.document(event.document)
    sentence = sentence_at(record, document, event.trigger_span.start)
    if sentence is None:
        return False
    mentions = record.mentions(document)
    low = bisect.bisect_left(mentions, sentence.start, key=lambda m: m[0].span.start)
    high = bisect.bisect_left(mentions, sentence.end, key=lambda m: m[0].span.start)
    spans = [m.span for m, actor in mentions[low:high] if actor.id == person]
    return bool(spans) and all(
        s.text.lower() in _POSSESSIVES
        or _SENT.search(document.text[max(sentence.start, s.start - _SENT_REACH) : s.start])
        for s in spans
    )


def _in_order(stops: Sequence[Stop]) -> Sequence[Stop]:
    return sorted(stops, key=lambda s: (s.at.day, s.at.first if s.stated else 0.0))


def _when(event: Event, values: Mapping[Span, str]) -> tuple[dt.date, bool] | None:
    """The day and True, a day of some week and False, or None for anything wider."""
    if event.resolved is not None:
        if event.resolved.precision != "day" or event.resolved.first != event.resolved.last:
            return None
        return dt.date.fromisoformat(event.resolved.first), True
    if event.time_span is None:
        return None
    weekday = _WEEKDAY.fullmatch(values.get(event.time_span, ""))
    if weekday is None:
        return None
    return ANY_MONDAY + dt.timedelta(days=_WEEKDAYS.index(weekday[1])), False


def _hours(event: Event, day: dt.date, sentence: str, text: str) -> tuple[Window, bool]:
    clocks = list(_CLOCK.finditer(sentence))
    if len(clocks) == 1 and int(clocks[0]["h"]) <= 12:
        m = clocks[0]
        hour = int(m["h"]) % 12 + (12 if small(m["half"]).startswith("p") else 0)
        exact = hour + int(m["m"] or 0) / 60
        return Window(day, exact, exact), True
    if event.time_span is None:
        return Window(day), False
    part = _PART.search(event.time_span.text) or _PART_BEHIND.match(text, event.time_span.end)
    if part is not None:
        first, last = _PARTS[small(part[1])]
        return Window(day, first, last), True
    return Window(day), False
