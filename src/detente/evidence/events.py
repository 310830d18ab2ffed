"""Events: what happened or is planned, when, where and with whom, as far as is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.evidence.event_places import Place, is_name, opening_place, place_at, place_of
from detente.evidence.event_status import is_negated, status_of
from detente.evidence.event_times import assign, datable
from detente.evidence.event_triggers import Trigger, triggers
from detente.evidence.items import Event
from detente.evidence.participants import identity, participants_of
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.evidence.rows import Items, Row, row_of
from detente.evidence.standing import Standing
from detente.evidence.syntax import Syntax

_RULES = {
    "dated": "An event word with a time expression in its clause.",
    "weak": "A word of beginning, ending or arriving with a time, where no event word is near.",
    "public": "An undated public appearance with a speaker: an address, a press conference.",
    "summit": "An undated summit with at least two participants named.",
    "same": "A later mention of an event by the definite article; participants are taken over.",
}
# A dated word of these types without anybody or any place is too thin to be an event.
_NEEDS_SOMEBODY = frozenset(
    {"statement_event", "appointment", "other", "visit", "humanitarian", "sanction"}
)
_ONWARD = frozenset({"and", ",", "then", "later", "on", "from", "there", "before", "afterwards"})
_STOPS_ON_A_JOURNEY = 6
_MEMORY = 100  # events looked back at, so that cost stays linear
_RECENT = frozenset({"recent", "upcoming", "forthcoming"})


@dataclass(frozen=True)
class _Found:
    row: Row
    trigger: Trigger
    time: int | None
    place: Place | None
    units: tuple[int, ...]
    people: tuple[str, ...]
    rule: str
    place_row: Row
    stop: int | None = None  # a further stop of the journey that the trigger begins


@extractor(
    makes="events",
    needs=("actors", "time_expressions", "quotations", "reported_statements"),
    rules=_RULES,
)
def events(reading: Reading) -> list[Event]:
    """Find events: every event word that a time belongs to, and undated public ones."""
    items = Items(reading)
    syntax = Syntax(reading.parse) if reading.parse is not None else None
    actors = {a.id for a in reading.actors}
    found: list[_Found] = []
    earlier: Row | None = None
    for sentence in reading.prose:
        if earlier is not None and earlier.sentence.paragraph != sentence.paragraph:
            earlier = None
        row = row_of(reading, sentence, items)
        for event in _of_row(row, syntax):
            event = _hosted(event, actors)
            event = _placed(_taken_over(event, found), earlier)
            if event.time is not None or not _is_known(event, found, items.standing):
                found.append(event)
        earlier = row
    found.sort(key=lambda f: (f.row[f.stop or f.trigger.index].start, f.rule))
    # The id is a hash of the whole text: asked for once.
    document = reading.document.id
    return [_event(reading, document, f, n) for n, f in enumerate(found, 1)]


def _of_row(row: Row, syntax: Syntax | None) -> Iterator[_Found]:
    words = list(triggers(row, syntax))
    if not words:
        return
    times = assign(row, words, datable(row), syntax)
    for n, trigger in enumerate(words):
        time = times.get(n)
        if (time is None and not trigger.open_to_all) or is_negated(row, trigger):
            continue
        place = place_of(row, trigger)
        units = participants_of(row, trigger, place, syntax)
        media = row.low(trigger.index) == "interview"
        people = dict.fromkeys(identity(row, k, media=media) for k in units)
        known = tuple(p for p in people if p is not None)
        if time is not None:
            if not known and place is None and trigger.type in _NEEDS_SOMEBODY:
                continue
            rule = "weak" if trigger.weak else "dated"
        elif trigger.type == "statement_event" and known and _is_single(row, trigger):
            rule = "public"
        elif trigger.type == "meeting" and len(known) > 1 and _is_between(row, trigger, units):
            rule = "summit"
        else:
            continue
        found = _Found(row, trigger, time, place, tuple(units), known, rule, row)
        yield found
        if trigger.type == "visit" and trigger.is_verb and time is not None:
            yield from _further_stops(found, {k for k in times.values() if k is not None})


def _further_stops(visit: _Found, taken: set[int]) -> Iterator[_Found]:
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


def _is_single(row: Row, trigger: Trigger) -> bool:
    """One appearance, not appearances in general ("in interviews", "speech is free")."""
    before = row.words(trigger.index - 4, trigger.index)
    return bool({"a", "an", "his", "her", "the", "recent", "joint"} & set(before))


def _hosted(event: _Found, actors: set[str]) -> _Found:
    """A visit to a city is a visit to its state, if the text speaks of that state."""
    state = None if event.place is None else event.place.state
    if event.trigger.type != "visit" or state not in actors or state in event.people:
        return event
    return replace(event, people=(*event.people, state))


def _is_between(row: Row, trigger: Trigger, units: Sequence[int]) -> bool:
    """True if the summit's own phrase names two sides, or one that it is with."""
    i = trigger.index
    own = [k for k in units if i - 6 < k < i and row.low(k + 1) in {"-", "–", "and", row.low(i)}]
    return len(own) > 1 or row.low(i + 1) in {"with", "between"}


def _taken_over(event: _Found, before: Sequence[_Found]) -> _Found:
    """Give "the Lima meeting" the participants of the meeting in Lima told of before.

    Likewise "the tour ends in Lima" has the traveller of the visit or meeting told last.
    """
    row, i = event.row, event.trigger.index
    if event.trigger.weak and "the" in row.words(0, i) and not _has_person(event):
        for known in reversed(before[-_MEMORY:]):
            if known.trigger.type in {"meeting", "visit"} and _has_person(known):
                first = next(p for p in known.people if p.startswith("per:"))
                return replace(event, people=(first, *event.people), rule="same")
        return event
    if event.people or event.trigger.is_verb or event.trigger.type != "meeting":
        return event
    if "the" not in row.words(i - 4, i) or event.place is None:
        return event
    for known in reversed(before[-_MEMORY:]):
        is_meeting = known.trigger.type == "meeting" and len(known.people) > 1
        if is_meeting and known.place is not None and event.place.text == known.place.text:
            return replace(event, people=known.people, rule="same")
    return event


def _has_person(event: _Found) -> bool:
    return any(p.startswith("per:") for p in event.people)


def _placed(event: _Found, earlier: Row | None) -> _Found:
    """Take the place that opened the sentence before, if that is about the same speaker."""
    if event.place is not None or event.trigger.type != "statement_event" or earlier is None:
        return event
    place = opening_place(earlier, len(earlier))
    there = {identity(earlier, k) for k in range(len(earlier))}
    if place is None or not event.people or not set(event.people) <= there:
        return event
    return replace(event, place=place, place_row=earlier)


def _is_known(event: _Found, before: Sequence[_Found], standing: Standing) -> bool:
    """True if an undated event repeats one already found with the same people.

    A head of state and the state are the same side of a meeting.
    """

    def sides(people: Sequence[str]) -> set[str]:
        return {standing.acts_for(p) or p for p in people} | set(people)

    for known in before[-_MEMORY:]:
        if known.trigger.type != event.trigger.type or not known.people:
            continue
        if not set(event.people) <= sides(known.people):
            continue
        if event.place is None or known.place is None or event.place.text == known.place.text:
            return True
    return False


def _event(reading: Reading, document: str, f: _Found, number: int) -> Event:
    row = f.row
    first, last = _trigger_units(f)
    span = reading.span(row[first].start, row[last].end)
    time = None if f.time is None else row[f.time].time
    time_span = None if time is None else time.span
    if time is None:
        words = range(max(0, f.trigger.index - 3), f.trigger.index)
        vague = next((k for k in words if row.low(k) in _RECENT), None)
        time_span = None if vague is None else reading.span(row[vague].start, row[vague].end)
    return Event(
        id=f"e{number:02d}",
        document=document,
        trigger_span=span,
        type=f.trigger.type,
        description=_description(reading, f, span.text),
        time_span=time_span,
        relative=None if time_span is None else time_span.text,
        resolved=None if time is None else time.resolved,
        place=None if f.place is None else f.place.text,
        place_span=None
        if f.place is None
        else reading.span(f.place_row[f.place.first].start, f.place_row[f.place.last].end),
        participants=f.people,
        status=status_of(row, f.trigger, time, reading.date),
        rule=f"events.{f.rule}",
        confidence="high" if f.rule == "dated" else "medium",
    )


def _trigger_units(f: _Found) -> tuple[int, int]:
    """The trigger with what belongs to it: "**press** conference", "invasion **of Chad**"."""
    row, i = f.row, f.trigger.index
    if f.stop is not None and f.place is not None:
        return f.stop, f.place.last
    first = last = i
    if not f.trigger.is_verb:
        while first > 0 and i - first < 4 and _belongs(f, first - 1):
            first -= 1
        if row.low(first) == "-":
            first += 1
    if row.low(i + 1) in {"of", "with"} and i + 2 in f.units:
        last = i + 2
    if f.trigger.weak and f.place is not None and f.place_row is row and i < f.place.first <= i + 3:
        last = f.place.last
    return first, last


def _belongs(f: _Found, k: int) -> bool:
    row = f.row
    if k in f.units or row.low(k) in _COMPOUND or row.low(k) == "-":
        return True
    if f.place is not None and f.place_row is row and f.place.first <= k <= f.place.last:
        return True
    return is_name(row, f.trigger.index) and is_name(row, k)


_COMPOUND = frozenset("press news televised trade peace prisoner air missile civil joint".split())


def _description(reading: Reading, f: _Found, trigger: str) -> str:
    """A label of words from the text: the names, then the event word."""
    row = f.row
    names = []
    for k in f.units:
        actor, mention = row[k].actor, row[k].mention
        if actor is None or mention is None or identity(row, k) is None:
            continue
        text = actor.name if mention.kind == "pronoun" else mention.span.text
        if text not in names:
            names.append(text)
    word = row.text[row[f.trigger.index].start : row[f.trigger.index].end]
    if len(names) > 1 and not f.trigger.is_verb and f.trigger.type in {"meeting", "agreement"}:
        return f"{' – '.join(names)} {word}"
    if f.trigger.type in {"statement_event", "meeting", "visit"} and names:
        return f"{' – '.join(names)}: {trigger}"
    return trigger
