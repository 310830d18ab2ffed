"""Section: what happens when. Dated events in order, the others as the text tells them."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from detente.evidence.items import Event
from detente.report import wording
from detente.report.citations import shown
from detente.report.desk import Desk, Section, render
from detente.report.week_strip import strips, week_strip


def timeline(desk: Desk) -> Section:
    """The days as a strip where there are days, and every event in a table."""
    found = sorted(desk.ledger.events, key=lambda e: _rank(desk, e))
    times = desk.ledger.time_expressions
    unresolved = sum(t.resolved is None for t in times)
    drawn = strips(desk, found)
    body = render(
        "sections/timeline.html",
        strips=[(week_strip(desk, s, i), s) for i, s in enumerate(drawn)],
        rows=[_row(desk, e) for e in found],
        count=wording.counted(len(found), "event"),
        nothing="" if found else "No event was found in the text.",
        times=_times(len(times), unresolved) if times and not found else "",
    )
    status = f"{wording.counted(len(found), 'event')}, " if found else ""
    if times:
        status += _times(len(times), unresolved)
    return Section("timeline", "Timeline", "What happens when", status.removesuffix(", "), body)


def _times(count: int, unresolved: int) -> str:
    return f"{wording.counted(count, 'time expression')}, {wording.number(unresolved)} unresolved"


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
        "description": wording.sentence_case(event.description),
        "when": when,
        "date": wording.days(event.resolved) if event.resolved is not None else "",
        "where": where,
        "who": desk.names(event.participants, "not stated"),
        "status": event.status,
        "words": desk.cite.words(event.document, event.trigger_span),
    }
