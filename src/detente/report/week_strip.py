"""The strip of days: dated events side by side, as a calendar shows them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.evidence.items import Event
from detente.report import wording
from detente.report.citations import shown
from detente.report.desk import Desk, render
from detente.report.label_places import text_width
from detente.report.whole_words import whole

WIDTH = 866.0
_DAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAY = re.compile(r"WEEK-(MON|TUE|WED|THU|FRI|SAT|SUN)(?: T (\w{1,20}))?\Z")
_MOST_DAYS = 7
_MOST_ROWS = 5
_ROW = 13.5


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of days. ``note`` says what dates them; ``left_out`` events have other days."""

    title: str
    note: str
    days: tuple[str, ...]
    events: tuple[tuple[int, Event, str], ...]


def strips(desk: Desk, events: Sequence[Event]) -> list[Strip]:
    """The strips worth drawing: one for days that are dated, one a document for bare weekdays."""
    times = {(t.document, t.span.start, t.span.end): t for t in desk.ledger.time_expressions}
    dated: dict[str, list[tuple[Event, str]]] = {}
    weekdays: dict[str, list[tuple[int, Event, str]]] = {}
    for event in events:
        time = None
        if event.time_span is not None:
            time = times.get((event.document, event.time_span.start, event.time_span.end))
        resolved = event.resolved or (time.resolved if time is not None else None)
        found = _WEEKDAY.match(time.value) if time is not None else None
        part = (found.group(2) or "") if found else ""
        if resolved is not None:
            if resolved.precision == "day" and resolved.first == resolved.last:
                dated.setdefault(resolved.first, []).append((event, part))
        elif found:
            day = _DAYS.index(found.group(1))
            weekdays.setdefault(event.document, []).append((day, event, part))
    made = [_dated(dated)] if len(dated) > 1 else []
    for document in desk.ledger.documents:
        of_document = weekdays.get(document.id, [])
        if len({day for day, _, _ in of_document}) > 1:
            label = desk.cite.label(document)
            made.append(_weekdays(of_document, f"Document {label}: t" if label else "T"))
    return made


def _dated(dated: dict[str, list[tuple[Event, str]]]) -> Strip:
    ordered = sorted(dated)
    # The fullest run of days shows most of what happens together.
    runs = [ordered[i : i + _MOST_DAYS] for i in range(max(1, len(ordered) - _MOST_DAYS + 1))]
    run = max(runs, key=lambda r: sum(len(dated[d]) for d in r))
    events = tuple((i, event, part) for i, day in enumerate(run) for event, part in dated[day])
    note = "" if len(run) == len(ordered) else f"{len(ordered) - len(run)} other days in the table"
    return Strip("Days with a date", note, tuple(_dated_name(d) for d in run), events)


def _dated_name(iso: str) -> str:
    try:
        date = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{_NAMES[date.weekday()]} {date.day} {wording.MONTHS[date.month - 1][:3]} {date.year}"


def _weekdays(found: Sequence[tuple[int, Event, str]], opening: str) -> Strip:
    first, last = min(d for d, _, _ in found), max(d for d, _, _ in found)
    ordered = sorted(found, key=lambda f: f[0])
    return Strip(
        "Days as told",
        f"{opening}he week is unknown, no date resolves it",
        _NAMES[first : last + 1],
        tuple((day - first, event, part) for day, event, part in ordered),
    )


def week_strip(desk: Desk, strip: Strip, number: int) -> Markup:
    """The strip as SVG; ``number`` keeps its ids apart from those of other strips."""
    column = (WIDTH - 8) / len(strip.days)
    columns: list[list[dict[str, object]]] = [[] for _ in strip.days]
    below = [58.0 for _ in strip.days]
    for at, event, part in strip.events:
        told = wording.sentence_case(desk.clauses.event(event))
        head = event.place or told
        rest = told if event.place else ""
        rows = _wrapped(wording.plain(head), 12, column - 30, bold=True)
        small = _wrapped(wording.plain(rest), 10.8, column - 30) if rest else []
        if part:
            small.append(wording.plain(part))
        y = below[at]
        below[at] = y + _ROW * (len(rows) + len(small)) + 11
        columns[at].append(
            {
                "link": desk.cite.attributes(event.document, event.time_span or event.trigger_span),
                "status": event.status,
                "y": y,
                "lines": [(row, "tb") for row in rows] + [(row, "ts t2") for row in small],
            }
        )
    return render(
        "week_strip.svg",
        number=number,
        width=f"{WIDTH:.0f}",
        height=f"{max(below) + (16 if strip.note else 2):.0f}",
        title=strip.title,
        description=_description(desk, strip),
        note=strip.note,
        columns=[
            (_position(8 + column * i), name, events)
            for i, (name, events) in enumerate(zip(strip.days, columns, strict=True))
        ],
        row=_ROW,
        end=_position(WIDTH - 2),
        shown=shown,
        position=_position,
    )


def _position(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _description(desk: Desk, strip: Strip) -> str:
    told = [
        f"{strip.days[at]}: {wording.plain(desk.clauses.event(event))}"
        for at, event, _ in strip.events[:8]
    ]
    return f"{'; '.join(told)}. The table below gives the words."


def _wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    rows: list[str] = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if not rows[-1] or text_width(longer, size, bold=bold) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    if len(rows) > _MOST_ROWS:
        rows = [
            *rows[: _MOST_ROWS - 1],
            (whole(rows[_MOST_ROWS - 1]) or rows[_MOST_ROWS - 1]) + " …",
        ]
    most = max(4, int(width / size / 0.55))
    return [row if text_width(row, size) <= width * 1.15 else row[:most] + "…" for row in rows]
