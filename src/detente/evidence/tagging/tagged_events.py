"""Events the tagger finds, and who takes part in those that rules found."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from detente.evidence.affairs.event_status import is_negated, status_of
from detente.evidence.affairs.event_triggers import Trigger
from detente.evidence.affairs.rows import Items, Row, row_of
from detente.evidence.items import Event, TimeExpression
from detente.evidence.reading import Reading
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.sureness import sureness
from detente.evidence.tagging.tagger import Marked
from detente.evidence.tokens import Sentence
from detente.types import Span

# In the order of what was learned.
TYPES = (
    "meeting",
    "visit",
    "statement_event",
    "agreement",
    "conflict",
    "attack",
    "election",
    "vote",
    "sanction",
    "appointment",
    "humanitarian",
    "other",
)
_TAKES_PART, _PLACE, _TIME = 1, 2, 3
# What can be a place and a time.
_FITS = {_PLACE: frozenset({"place", "capital", "state", "body"}), _TIME: frozenset({"time"})}


class EventLook:
    """Adds to the events of one reading."""

    def __init__(self, reading: Reading, meant: Meant, least: float) -> None:
        self._reading, self._meant, self._least = reading, meant, least
        self._items = Items(reading)
        self._last: Row | None = None
        self._times = {t.span.start: t for t in reading.time_expressions}

    def found(self, marked: Marked, known: Sequence[Event]) -> Iterator[Event]:
        """The events of a window that no rule found, each with somebody, a time or a place."""
        for n, run in enumerate(marked.events):
            start, end = marked.place(run)
            if any(e.trigger_span.start < end and e.trigger_span.end > start for e in known):
                continue
            event = self._event(marked, n, self._reading.span(start, end), run.share)
            if event is not None:
                yield event

    def completed(self, marked: Marked, event: Event) -> Event:
        """An event of a rule with those who take part by the tagger too."""
        for n, run in enumerate(marked.events):
            start, end = marked.place(run)
            if event.trigger_span.start < end and event.trigger_span.end > start:
                people = dict.fromkeys((*event.participants, *self._people(marked, n, start)))
                return dataclasses.replace(event, participants=tuple(people))
        return event

    def _event(self, marked: Marked, n: int, span: Span, share: float) -> Event | None:
        sentence = self._reading.sentence_at(span.start)
        if sentence is None:
            return None
        row = self._row(sentence)
        kind = TYPES[int(marked.event_kinds[n].argmax())]
        trigger = self._trigger(row, span, kind)
        if trigger is None or is_negated(row, trigger):
            return None
        people = self._people(marked, n, span.start)
        time = self._time(marked, n)
        place = self._best(marked, n, _PLACE)
        if not people and time is None and place is None:
            return None
        where = None
        if place is not None:
            candidate = marked.window.candidates[place]
            where = self._reading.span(candidate.start, candidate.end)
        return Event(
            id="",
            document=self._meant.page.document,
            trigger_span=span,
            type=kind,
            description=span.text,
            time_span=None if time is None else time.span,
            relative=None if time is None else time.span.text,
            resolved=None if time is None else time.resolved,
            place=None if where is None else where.text,
            place_span=where,
            participants=people,
            status=status_of(row, trigger, time, self._reading.date),
            rule="tagger.event",
            confidence=sureness(share),
        )

    def _row(self, sentence: Sentence) -> Row:
        """The sentence's row, made once for all its events."""
        if self._last is None or self._last.sentence is not sentence:
            self._last = row_of(self._reading, sentence, self._items)
        return self._last

    def _people(self, marked: Marked, n: int, offset: int) -> tuple[str, ...]:
        shares = marked.parts[n, :, _TAKES_PART]
        found = (
            self._meant.actors(candidate, offset)
            for candidate, share in zip(marked.window.candidates, shares, strict=True)
            if share >= self._least and candidate.kind not in ("time", "figure", "place")
        )
        return tuple(dict.fromkeys(itertools.chain.from_iterable(found)))

    def _best(self, marked: Marked, n: int, role: int) -> int | None:
        shares = marked.parts[n, :, role]
        fits = [c.kind in _FITS[role] for c in marked.window.candidates]
        k = int(np.where(fits, shares, 0.0).argmax())
        return k if fits[k] and shares[k] >= self._least else None

    def _time(self, marked: Marked, n: int) -> TimeExpression | None:
        k = self._best(marked, n, _TIME)
        return None if k is None else self._times.get(marked.window.candidates[k].start)

    def _trigger(self, row: Row, span: Span, kind: str) -> Trigger | None:
        index = next((k for k in range(len(row)) if row[k].end > span.start), None)
        if index is None:
            return None
        parse = self._reading.parse
        found = None if parse is None else parse.span(span.start, span.end)
        is_verb = found is not None and found[1].root.pos_ in ("VERB", "AUX")
        return Trigger(index, kind, is_verb)
