"""Section: what happens when. Dated events in order, the others as the text tells them."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from detente.evidence.items import Event
from detente.report import wording
from detente.report.also_told import also_told
from detente.report.citations import shown
from detente.report.desk import Desk, Section, render
from detente.report.reader_limits import none_found
from detente.report.week_strip import strips, week_strip


def timeline(desk: Desk) -> Section:
    """The days as a strip where there are days, and every event in a table."""
    found = sorted(desk.events.firsts, key=lambda e: _rank(desk, e))
    times = _times(desk)
    count = wording.told(len(found), desk.events.count, "event")
    drawn = strips(desk, found)
    body = render(
        "sections/timeline.html",
        strips=[(week_strip(desk, s, i), s) for i, s in enumerate(drawn)],
        rows=[_row(desk, e) for e in found],
        count=count,
        nothing="" if found else none_found(desk, "event"),
        times=times if not found else "",
    )
    status = " · ".join(part for part in (count if found else "", times) if part)
    return Section("timeline", "Timeline", "What happens when", status, body)


def _times(desk: Desk) -> str:
    """How many times there are and how many have no date."""
    found = desk.ledger.time_expressions
    if not found:
        return ""
    unresolved = wording.number(sum(t.resolved is None for t in found))
    return f"{wording.counted(len(found), 'time expression')}, {unresolved} unresolved"


def _rank(desk: Desk, event: Event) -> tuple[Any, ...]:
    place = desk.order(event.document, event.trigger_span)
    if event.resolved is None:
        return (1, "", place)
    return (0, event.resolved.first, place)


def _row(desk: Desk, event: Event) -> dict[str, Any]:
    if event.time_span is not None:
        when: Markup | str = desk.cite.bare(event.document, event.time_span)
    elif event.relative:
        when = Markup("<bdi>{}</bdi>").format(shown(event.relative))
    else:
        when = "undated"
    if event.place is None:
        where: Markup | str = "not stated"
    elif event.place_span is not None and event.place_span.text == event.place:
        where = desk.cite.bare(event.document, event.place_span)
    else:
        where = Markup("<bdi>{}</bdi>").format(shown(event.place))
    return {
        "description": wording.sentence_case(desk.clauses.event(event)),
        "when": when,
        "date": wording.days(event.resolved) if event.resolved is not None else "",
        "where": where,
        "who": desk.names(event.participants, "not stated"),
        "status": event.status,
        "marks": desk.marks.of_event(event),
        "words": desk.cite.words(event.document, event.trigger_span),
        "also": also_told(desk, [(e.document, e.trigger_span) for e in desk.events.later(event)]),
    }
