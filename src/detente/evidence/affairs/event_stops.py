"""Further stops: what one event word says of several places, each with its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.evidence.affairs.event_places import place_at
from detente.evidence.affairs.event_telling import Found
from detente.evidence.affairs.participants import identity
from detente.evidence.affairs.slots import STOPS

_ONWARD = frozenset({"and", ",", "then", "later", "on", "from", "there", "before", "afterwards"})
_STOPS_ON_A_JOURNEY = 6
_SITTING_REACH = 14


def further_stops(event: Found, taken: set[int], others: set[int]) -> Iterator[Found]:
    """Where and when the visit or the meeting goes on; ``taken`` times have their event.

    ``others`` are the indices of the other event words of the sentence.
    """
    if event.trigger.type == "visit":
        yield from _stops(event, taken) if event.trigger.is_verb else ()
    else:
        yield from _sittings(event, taken, others)


def _sittings(meeting: Found, taken: set[int], others: set[int]) -> Iterator[Found]:
    """The next sittings: "in Lima on Friday **and then in Quito on Sunday**"."""
    row = meeting.row
    k = max(meeting.time or 0, meeting.trigger.index) + 1
    if meeting.place is None or row.low(k) not in _ONWARD:
        return
    for j in range(k, min(len(row), k + _SITTING_REACH)):
        if j in others or row.low(j) in STOPS:
            return
        place = place_at(row, j + 1) if row.low(j) in {"in", "at"} else None
        if place is None:
            continue
        time = place.last + 1
        if row.low(time) in {"on", "in"}:
            time += 1
        if time < len(row) and row[time].time is not None and time not in taken:
            more = [m for m in range(k, j) if row[m].actor is not None]
            people = dict.fromkeys((*meeting.people, *(identity(row, m) for m in more)))
            yield replace(
                meeting,
                stop=j,
                time=time,
                place=place,
                units=(*meeting.units, *more),
                people=tuple(p for p in people if p is not None),
            )
        return


def _stops(visit: Found, taken: set[int]) -> Iterator[Found]:
    """The next stops of a journey: "flies to Lima on Friday **and to Quito on Sunday**"."""
    row = visit.row
    k = max(visit.time or 0, visit.trigger.index if visit.place is None else visit.place.last) + 1
    for _ in range(_STOPS_ON_A_JOURNEY):
        while row.low(k) in _ONWARD:
            k += 1
        if row.low(k) != "to":
            return
        place = place_at(row, k + 1)
        if place is None:
            return
        time = place.last + 1
        if row.low(time) in {"on", "in"}:
            time += 1
        if time >= len(row) or row[time].time is None or time in taken:
            return
        here = range(place.first, place.last + 1)
        units = [j for j in here if row[j].actor is not None]
        there = () if visit.place is None else range(visit.place.first, visit.place.last + 1)
        travellers = [j for j in visit.units if j not in there]
        people = dict.fromkeys(identity(row, j) for j in (*travellers, *units))
        yield replace(
            visit,
            stop=k,
            time=time,
            place=place,
            units=(*travellers, *units),
            people=tuple(p for p in people if p is not None),
        )
        k = time + 1
