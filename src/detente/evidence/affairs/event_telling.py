"""How the tellings of events hang together: what a later one takes over from an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.evidence.affairs.event_places import Place, opening_place
from detente.evidence.affairs.event_status import status_of
from detente.evidence.affairs.event_triggers import Trigger
from detente.evidence.affairs.participants import identity
from detente.evidence.affairs.rows import POSSESSIVE, Row
from detente.evidence.affairs.slots import AUXILIARIES, PREPOSITIONS
from detente.evidence.affairs.standing import Standing

_MEMORY = 100  # events looked back at, so that cost stays linear
_NEAR = 6  # events looked back at for the place where the parties still are
_DEFINITE = frozenset({"the", "this", "these", "those", "such"})
_THEY = frozenset({"they", "two", "both", "sides", "pair", "trio"})
_A_SENTENCE = 200
_RETOLD = frozenset({"meeting", "agreement", "conflict"})
_DEADLY = frozenset({"killed", "died", "assassinated"})


@dataclass(frozen=True)
class Found:
    """An event being made: its word, its time, its place and who takes part."""

    row: Row
    trigger: Trigger
    time: int | None
    place: Place | None
    units: tuple[int, ...]
    people: tuple[str, ...]
    rule: str
    place_row: Row
    stop: int | None = None  # a further stop of the journey that the trigger begins


def hosted(event: Found, actors: set[str]) -> Found:
    """A visit to a city is a visit to its state, if the text speaks of that state."""
    state = None if event.place is None else event.place.state
    if event.trigger.type != "visit" or state not in actors or state in event.people:
        return event
    return replace(event, people=(*event.people, state))


def taken_over(event: Found, before: Sequence[Found]) -> Found:
    """Give "the Lima meeting" the participants of the meeting in Lima told of before.

    Likewise "the tour ends in Lima" has the traveller of the visit or meeting told last, and
    what the parties of a meeting agree on is agreed where they meet.
    """
    row, i = event.row, event.trigger.index
    if event.trigger.weak and "the" in row.words(0, i) and not _has_person(event):
        for known in reversed(before[-_MEMORY:]):
            if known.trigger.type in {"meeting", "visit"} and _has_person(known):
                first = next(p for p in known.people if p.startswith("per:"))
                return replace(event, people=(first, *event.people), rule="same")
        return event
    if event.trigger.type == "other" and not event.trigger.is_verb and not event.people:
        for known in reversed(before[-_NEAR:]):  # the next order of a list is of the same states
            if known.row.low(known.trigger.index) == row.low(i):
                return replace(event, people=known.people)
    if event.trigger.type not in {"meeting", "agreement"}:
        return event
    if event.time is not None and not event.people and event.trigger.type == "meeting":
        event = _at_one_time(event, before)
    if event.place is None:
        return _where_they_meet(event, before)
    if len(event.people) > 1 or event.trigger.is_verb:
        return event
    these = _DEFINITE - {"the"} & set(row.words(i - 4, i))
    if not these and (event.people or "the" not in row.words(i - 4, i)):
        return event
    for known in reversed(before[-_MEMORY:]):
        if known.trigger.type != "meeting" or len(known.people) < 2:
            continue
        if these or (known.place is not None and event.place.text == known.place.text):
            people = dict.fromkeys((*known.people, *event.people))
            return replace(event, people=tuple(people), rule="same")
    return event


def by_reference(event: Found, before: Sequence[Found]) -> Found:
    """Give "the talks" those of the talks told of before, and "they met" those told of last."""
    row, i = event.row, event.trigger.index
    if event.people:
        return event
    if event.trigger.is_verb:
        if _subject_word(row, i) not in _THEY:
            return event
        for known in reversed(before[-_NEAR:]):
            if row.sentence.start - known.row.sentence.end > _A_SENTENCE:
                return event
            if len(known.people) > 1:
                return replace(event, people=known.people, rule="same")
        return event
    if event.trigger.type == "meeting" and "for" in row.words(i - 6, i) and before:
        last = before[-1]  # "gathered in Lima **for** a third round of talks"
        if last.row is row and last.trigger.type in {"meeting", "visit"} and last.people:
            return replace(event, people=last.people, rule="same")
    if event.trigger.type not in _RETOLD or not _is_referring(row, i):
        return event
    word = row.low(i).rstrip("s")
    for known in reversed(before[-_MEMORY:]):
        if known.trigger.type != event.trigger.type or len(known.people) < 2:
            continue
        if known.row.low(known.trigger.index).rstrip("s") == word and _may_be_one_place(
            event.place, known.place
        ):
            return replace(event, people=known.people, rule="same")
    return event


def _is_referring(row: Row, i: int) -> bool:
    """True for "the talks", "the two-day summit", "today’s call": no other noun between."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if row.low(k) in _DEFINITE or row.low(k) in POSSESSIVE:
            return row.low(k) in _DEFINITE or row[k - 1].time is not None
        if row[k].kind == "actor" or row.low(k) in PREPOSITIONS:
            return False
    return False


def _subject_word(row: Row, i: int) -> str:
    """The pronoun or number right before the verb at ``i``, auxiliaries skipped."""
    k = i - 1
    while k >= 0 and (row.low(k) in AUXILIARIES or row.low(k).endswith("ly") or row[k].time):
        k -= 1
    return row.low(k)


def _may_be_one_place(a: Place | None, b: Place | None) -> bool:
    return a is None or b is None or a.text == b.text


def _at_one_time(event: Found, before: Sequence[Found]) -> Found:
    """Give "today’s conversation" those who were said to speak today."""
    if event.trigger.is_verb or event.time is None:
        return event
    when = event.row[event.time].low
    for known in before[-_MEMORY:]:
        if known.trigger.type != "meeting" or known.time is None or len(known.people) < 2:
            continue
        if known.row[known.time].low == when:
            return replace(event, people=known.people, rule="same")
    return event


def _where_they_meet(event: Found, before: Sequence[Found]) -> Found:
    """Place an undated agreement where the same parties were just said to meet."""
    if event.time is not None or event.trigger.type != "agreement" or not event.trigger.is_verb:
        return event
    for known in reversed(before[-_NEAR:]):
        if known.place is None or known.trigger.type != "meeting" or len(event.people) < 2:
            continue
        if set(event.people) <= set(known.people):
            return replace(event, place=known.place, place_row=known.place_row)
    return event


def _has_person(event: Found) -> bool:
    return any(p.startswith("per:") for p in event.people)


def placed(event: Found, earlier: Row | None) -> Found:
    """Take the place that opened the sentence before, if that is about the same speaker."""
    if event.place is not None or event.trigger.type != "statement_event" or earlier is None:
        return event
    place = opening_place(earlier, len(earlier))
    there = {identity(earlier, k) for k in range(len(earlier))}
    if place is None or not event.people or not set(event.people) <= there:
        return event
    return replace(event, place=place, place_row=earlier)


def is_known(event: Found, before: Sequence[Found], standing: Standing) -> bool:
    """True if an undated event repeats one already found with the same people.

    A head of state and the state are the same side of a meeting.
    """
    if _tells_again(event, before):
        return True

    def sides(people: Sequence[str]) -> set[str]:
        return {standing.acts_for(p) or p for p in people} | set(people)

    for known in before[-_MEMORY:]:
        if known.trigger.type != event.trigger.type or not known.people:
            continue
        if event.place is not None and known.trigger.is_verb != event.trigger.is_verb:
            continue
        if event.trigger.is_verb and event.row is not known.row:
            continue  # each "agreed to" is an agreement of its own
        same_ground = event.trigger.type == "conflict" and event.place is not None
        there = sides(known.people)
        here = all(p in there or standing.acts_for(p) in there for p in event.people)
        if not here and not same_ground:
            continue
        if not _may_be_one_place(event.place, known.place):
            continue
        if event.trigger.type == "statement_event" or _status(event) == _status(known):
            return True
    return False


def _status(event: Found) -> str:
    """Past or not, as far as the words alone say."""
    status = status_of(event.row, event.trigger, None, None)
    return "past" if status in {"past", "ongoing"} else "planned"


def _tells_again(event: Found, before: Sequence[Found]) -> bool:
    """True for "the strike" and "killed in the strike" where an attack was told of before."""
    if event.trigger.type == "meeting":
        return _meets_again(event, before)
    if event.trigger.type != "attack" or not any(f.trigger.type == "attack" for f in before):
        return False
    row, i = event.row, event.trigger.index
    if event.trigger.is_verb:
        return row.low(i) in _DEADLY and row.words(i + 1, i + 3) == ["in", "the"]
    return (
        bool(_DEFINITE & set(row.words(i - 3, i))) and event.place is None and len(event.people) < 2
    )


def _meets_again(event: Found, before: Sequence[Found]) -> bool:
    """True for "the Soto summit" after a summit with Soto."""
    row, i = event.row, event.trigger.index
    if event.trigger.is_verb or event.place is not None or "the" not in row.words(i - 4, i):
        return False
    return any(
        f.row.low(f.trigger.index) == row.low(i) and set(f.people) & set(event.people)
        for f in before[-_MEMORY:]
        if f.trigger.type == "meeting"
    )
