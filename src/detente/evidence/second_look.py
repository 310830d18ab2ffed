"""What the tagger adds to a reading after all rules: terms, stances, relations, events.

It takes nothing away and changes no item of a rule, but for the participants of an event,
to which it may add.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from detente.evidence.items import Event, Relation, Stance, Term
from detente.evidence.reading import Reading
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.tagged_events import EventLook
from detente.evidence.tagging.tagged_relations import tagged_relations
from detente.evidence.tagging.tagged_stances import tagged_stances
from detente.evidence.tagging.tagged_terms import tagged_terms
from detente.evidence.tagging.tagger import Tagger
from detente.evidence.tagging.windows import Window

RULES: Mapping[str, str] = {
    "term": "The learned tagger marks a clause as asked, offered, threatened or in the way.",
    "stance": "The learned tagger marks an actor as for or against what its sentence speaks of.",
    "relation": "The learned tagger marks two actors as bound by a relation.",
    "event": "The learned tagger marks a word as an event, with who, where and when.",
}

Item = TypeVar("Item", Term, Stance, Relation, Event)
# An item that begins farther back than this, in characters, does not reach into a window.
_REACH = 2000


def second_look(reading: Reading, tagger: Tagger) -> None:
    """Add to the lists of ``reading`` what the tagger finds, in text order, numbered anew."""
    meant, limits = Meant(reading), tagger.limits
    look = EventLook(reading, meant, limits["part"])
    terms, stances = _Shelf(reading.terms), _Shelf(reading.stances)
    relations, events = _Shelf(reading.relations), _Shelf(reading.events)
    for marked in tagger.marks(reading):
        window = marked.window
        known = [t.span for t in terms.near(window)]
        terms.new += tagged_terms(marked, meant, limits["role"], known)
        stances.new += tagged_stances(marked, meant, limits["stance"], stances.near(window))
        relations.new += tagged_relations(marked, meant, limits["relation"], relations.near(window))
        events.new += look.found(marked, events.near(window))
        for event in events.near(window):
            if window.start <= event.trigger_span.start < window.end:
                events.changed[event.id] = look.completed(marked, event)
    reading.terms, reading.stances = terms.all("d"), stances.all("s")
    reading.relations, reading.events = relations.all("rel"), events.all("e")


class _Shelf(Generic[Item]):
    """Items of rules in text order, what is new, and what was changed by id."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items: list[Item] = sorted(items, key=_start)
        self._starts = [_start(i) for i in self._items]
        self.new: list[Item] = []
        self.changed: dict[str, Item] = {}

    def near(self, window: Window) -> Sequence[Item]:
        """The items of rules that may reach into a window."""
        low = bisect.bisect_left(self._starts, window.start - _REACH)
        return self._items[low : bisect.bisect_left(self._starts, window.end + _REACH)]

    def all(self, letter: str) -> list[Item]:
        """Old and new in text order, numbered with a letter."""
        kept: list[Item] = [self.changed.get(i.id, i) for i in self._items]
        found = sorted(kept + self.new, key=_start)
        return [dataclasses.replace(i, id=f"{letter}{n:02d}") for n, i in enumerate(found, 1)]


def _start(item: Term | Stance | Relation | Event) -> int:
    return item.trigger_span.start if isinstance(item, Event) else item.span.start
