"""Events: what happened or is planned, when, where and with whom, as far as is stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from detente.evidence.affairs.event_leftovers import claimed, leftovers, of_its_clause
from detente.evidence.affairs.event_places import Place, is_name, place_of
from detente.evidence.affairs.event_status import is_negated, status_of
from detente.evidence.affairs.event_stops import further_stops
from detente.evidence.affairs.event_telling import (
    Found,
    by_reference,
    hosted,
    is_known,
    placed,
    taken_over,
)
from detente.evidence.affairs.event_times import assign, datable
from detente.evidence.affairs.event_triggers import Trigger, triggers
from detente.evidence.affairs.event_undated import may_be_undated, undated_rule
from detente.evidence.affairs.first_person import FirstPerson
from detente.evidence.affairs.meant_parties import meant_together, sent_by
from detente.evidence.affairs.participants import identity, participants_of
from detente.evidence.affairs.rows import Items, Row, row_of
from detente.evidence.affairs.syntax import Syntax
from detente.evidence.items import Event
from detente.evidence.positions.joint_voice import JointVoice
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor

_RULES = {
    "dated": "An event word with a time expression in its clause.",
    "verb": "A verb outside the lexicon, with a time that no event word claims and its doer.",
    "weak": "A word of beginning, ending or arriving with a time, where no event word is near.",
    "public": "An undated public appearance with a speaker: an address, a press conference.",
    "act": "An undated public act: a finite verb of meeting, signing, striking … with its doer.",
    "named": "An undated event noun with its parties, its target or its place.",
    "same": "A later mention of an event by the definite article; participants are taken over.",
}
# A dated word of these types without anybody or any place is too thin to be an event.
_NEEDS_SOMEBODY = frozenset(
    {"statement_event", "appointment", "other", "visit", "humanitarian", "sanction"}
)
_SIGNED_REACH = 7
_DOCUMENTS = frozenset({"order", "announcement", "decree", "proclamation", "directive"})
_HOSTING = frozenset({"host", "hosts", "hosted", "hosting", "convened", "convenes", "convene"})
_RECENT = frozenset({"recent", "upcoming", "forthcoming"})


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
    voice, first = JointVoice(reading), FirstPerson(reading)
    found: list[Found] = []
    earlier: Row | None = None
    for sentence in reading.prose:
        if earlier is not None and earlier.sentence.paragraph != sentence.paragraph:
            earlier = None
        row = row_of(reading, sentence, items)
        for event in _of_row(row, syntax, voice, first):
            event = hosted(event, actors)
            event = placed(taken_over(event, found), earlier)
            if event.time is not None or not is_known(event, found, items.standing):
                found.append(by_reference(event, found))
        earlier = row
    found.sort(key=lambda f: (f.row[f.stop or f.trigger.index].start, f.rule))
    # The id is a hash of the whole text: asked for once.
    document = reading.document.id
    return [_event(reading, document, f, n) for n, f in enumerate(found, 1)]


def _of_row(
    row: Row, syntax: Syntax | None, voice: JointVoice, first: FirstPerson
) -> Iterator[Found]:
    words = list(triggers(row, syntax))
    dates = datable(row)
    if not words and not dates:
        return
    times = assign(row, words, dates, syntax)
    free = [k for k in dates if k not in times.values()]
    if free and words:
        times |= claimed(row, words, times, free, syntax)
        free = [k for k in free if k not in times.values()]
    last: Found | None = None
    taken = set(times.values())
    for n, trigger in enumerate(words):
        time = times.get(n)
        if (time is None and not may_be_undated(row, trigger)) or is_negated(row, trigger):
            continue
        place = place_of(row, trigger) or _shared_place(row, trigger, last)
        units = participants_of(row, trigger, place, syntax)
        known = _people(row, trigger, units, voice, first)
        if time is not None:
            thin = not known and place is None and trigger.type in _NEEDS_SOMEBODY
            if thin and not _is_document(row, trigger.index):
                continue
            rule = "weak" if trigger.weak else "dated"
        else:
            undated = undated_rule(row, trigger, place, known)
            if undated is None:
                continue
            if _is_signed(n, words, times) or _is_hosted(row, n, words):
                continue
            rule = undated
        found = Found(row, trigger, time, place, tuple(units), known, rule, row)
        last = found
        yield found
        if trigger.type in {"visit", "meeting"} and time is not None:
            for stop in further_stops(found, taken, {t.index for t in words}):
                taken.add(stop.time or 0)
                yield stop
    free = [k for k in dates if k not in taken]
    open_dates = leftovers(row, words, free, syntax) if free else ()
    yield from _by_verb(row, open_dates, syntax, voice, first)


def _by_verb(
    row: Row,
    dated: Sequence[tuple[Trigger, int]],
    syntax: Syntax | None,
    voice: JointVoice,
    first: FirstPerson,
) -> Iterator[Found]:
    """Events of verbs outside the lexicon, where somebody is known who does or suffers it."""
    for trigger, time in dated:
        if is_negated(row, trigger):
            continue
        place = place_of(row, trigger)
        units = participants_of(row, trigger, place, syntax)
        units = of_its_clause(row, trigger.index, units)
        known = _people(row, trigger, units, voice, first)
        if known:
            yield Found(row, trigger, time, place, tuple(units), known, "verb", row)


def _people(
    row: Row, trigger: Trigger, units: Sequence[int], voice: JointVoice, first: FirstPerson
) -> tuple[str, ...]:
    """Who takes part: those at ``units``, and whom *I*, *we* or *both sides* stand for."""
    media = row.low(trigger.index) == "interview"
    people = dict.fromkeys(identity(row, k, media=media) for k in units)
    known = tuple(p for p in people if p is not None)
    speaker = first.subject(row, trigger.index) if trigger.is_verb else None
    if speaker is not None:
        known = (speaker, *known)
    if len(known) < 2:
        known = (*known, *meant_together(row, trigger, voice))
    if not known and trigger.type in {"meeting", "agreement", "visit"}:
        among = first.among(row, trigger.index)
        known = () if among is None else (among,)
    return tuple(dict.fromkeys((*known, *sent_by(row, units, trigger, voice))))


def _is_signed(n: int, others: Sequence[Trigger], times: Mapping[int, int]) -> bool:
    """True for "signed the **accord**", "**imposed** sanctions on Monday": told by the other."""
    one = others[n]
    return any(
        t.type == one.type
        and t.is_verb is not one.is_verb
        and abs(t.index - one.index) <= _SIGNED_REACH
        and (t.is_verb or m in times)
        for m, t in enumerate(others)
        if one.type in {"agreement", "sanction"}
    )


def _is_hosted(row: Row, n: int, others: Sequence[Trigger]) -> bool:
    """True for the second word of "**hosted** the summit", "talks **hosted** by Chile"."""
    one = others[n]
    if one.type != "meeting":
        return False
    for t in others[max(0, n - 4) : n + 5]:
        if t.type != "meeting" or t.is_verb is one.is_verb or abs(t.index - one.index) > 4:
            continue
        verb = t.index if t.is_verb else one.index
        if row.low(verb) in _HOSTING and (t.is_verb or t.index < one.index):
            return t.index < one.index
    return False


def _shared_place(row: Row, trigger: Trigger, last: Found | None) -> Place | None:
    """The place of "met in Lima **for a summit where** they signed": one for all three."""
    if last is None or last.place is None or last.trigger.type not in {"meeting", "visit"}:
        return None
    between = row.words(last.place.last + 1, trigger.index)
    if "where" in between or (not trigger.is_verb and {"for", "at"} & set(between[-6:])):
        return last.place
    return None


def _is_document(row: Row, i: int) -> bool:
    """True for "Executive **Order** 12 of …": an act that has a name of its own."""
    return row.low(i) in _DOCUMENTS and is_name(row, i)


def _event(reading: Reading, document: str, f: Found, number: int) -> Event:
    row = f.row
    first, last = _trigger_units(f)
    span = reading.span(row[first].start, row[last].end)
    time = None if f.time is None else row[f.time].time
    time_span = None if time is None else time.span
    if time is None and f.trigger.type == "statement_event":
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


def _trigger_units(f: Found) -> tuple[int, int]:
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


def _belongs(f: Found, k: int) -> bool:
    row = f.row
    if k in f.units or row.low(k) in _COMPOUND or row.low(k) == "-":
        return True
    if f.place is not None and f.place_row is row and f.place.first <= k <= f.place.last:
        return True
    return is_name(row, f.trigger.index) and is_name(row, k)


_COMPOUND = frozenset("press news televised trade peace prisoner air missile civil joint".split())


def _description(reading: Reading, f: Found, trigger: str) -> str:
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
