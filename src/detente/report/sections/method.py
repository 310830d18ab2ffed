"""Section: how the record was made, what nobody has accepted yet, what was left open."""

from __future__ import annotations

from collections import Counter

from detente.report import wording
from detente.report.case.view import CaseView
from detente.report.desk import Desk, Section, render
from detente.report.reader_limits import language_caution


def record_size(desk: Desk) -> int:
    """How many items the record holds: actors and everything found about them."""
    return len(desk.ledger.actors) + sum(1 for _ in desk.ledger.items())


def method(desk: Desk, view: CaseView | None = None) -> Section:
    """Versions, model, rules, and the gaps; ``view`` shows the case where there is one."""
    ledger = desk.ledger
    body = render(
        "sections/method.html",
        made=ledger.made_by,
        drafted=_drafted(desk),
        open=_left_open(desk),
        notes=list(
            dict.fromkeys([*ledger.notes, *(w for d in ledger.documents for w in d.warnings)])
        ),
        language=language_caution(desk),
        rules=_rules(desk),
        several=desk.cite.several,
        documents=bool(ledger.documents),
        case=None if view is None else case_made(view),
    )
    status = f"0 of {wording.counted(record_size(desk), 'record item')} accepted by an analyst"
    heading = "Method, and what no one has accepted yet"
    if view is not None and not ledger.documents:
        status, heading = _of_case(view)
    return Section("method", "Method", heading, status, body, drafted=False, part="made")


def _of_case(view: CaseView) -> tuple[str, str]:
    """Status and heading where there is a case and no document."""
    if view.drafted:
        drafts = wording.counted(view.drafted, "draft")
        return f"{drafts} not accepted", "Method, and what no one has accepted yet"
    return "no entry waits for acceptance", "How this was made"


def case_made(view: CaseView) -> list[str]:
    """How the case came about and what of it waits for a person."""
    case = view.case
    lines = [
        f"{case.title}: {wording.counted(view.entries, 'entry', 'entries')}, "
        f"sha256 of its content {case.sha256[:12]}…"
    ]
    if view.drafted and view.cite is not None:
        lines.append(
            "The case was drafted by rule from the documents of this page; what they do not say "
            "is asked, not filled in."
        )
    if view.drafted:
        lines.append(f"{wording.counted(view.drafted, 'draft')} not accepted by an analyst.")
    accepted = sum(entry.action == "accepted" for entry in case.log)
    if accepted:
        lines.append(f"{wording.counted(accepted, 'acceptance')} in the log of the case.")
    lines.append(
        "Ranges are calculated with their likeliest value, else their middle; the section on "
        "probability says what the ranges do to the answers."
    )
    return lines


def _drafted(desk: Desk) -> list[str]:
    ledger = desk.ledger
    lines = []
    if ledger.stances or ledger.terms:
        lines.append("All stances and terms: labels were chosen by rule from the words shown.")
    if any(len(a.mentions) > 1 for a in ledger.actors):
        lines.append("All merges of names, titles and pronouns into one actor.")
    if ledger.relations:
        lines.append("All relations: their ends and kinds were read by rule from the words shown.")
    again = desk.events.count + desk.figures.count
    if again > len(desk.events.firsts) + len(desk.figures.firsts):
        lines.append("All links between tellings of one event or figure.")
    if desk.cite.several and ledger.actors:
        lines.append("Actors of the same name in several documents count as one.")
    return lines


def _left_open(desk: Desk) -> list[str]:
    """What the ledger does not know, counted."""
    ledger = desk.ledger
    gaps = (
        (sum(t.resolved is None for t in ledger.time_expressions),
         "time expression", f"as written: {_some(desk)}"),
        (desk.speakers.count(None), "statement", "without a speaker"),
        (sum(not desk.has_source(q) for q in desk.figures.firsts),
         "figure", "without a named source"),
        (sum(q.measures is None for q in desk.figures.firsts),
         "figure", "whose measure is not stated"),
        (sum(e.time_span is None for e in desk.events.firsts), "event", "without a time"),
        (sum(t.by is None for t in ledger.terms), "term", "without a party"),
    )  # fmt: skip
    return [f"{wording.counted(count, noun)} {rest}" for count, noun, rest in gaps if count]


def _some(desk: Desk) -> str:
    found = desk.ledger.time_expressions
    open_times = [t.span.text for t in found if t.resolved is None]
    distinct = [f"“{wording.plain(text)}”" for text in dict.fromkeys(open_times)]
    if len(distinct) <= 6:
        return ", ".join(distinct)
    return f"{', '.join(distinct[:6])} and {len(distinct) - 6} more"


def _rules(desk: Desk) -> list[tuple[str, int]]:
    """Each rule that made an item, and how many it made."""
    counts: Counter[str] = Counter(item.rule for item in desk.ledger.items())
    for actor in desk.ledger.actors:
        counts.update(m.rule for m in actor.mentions)
        counts.update(r.rule for r in actor.roles)
    return sorted(counts.items())
