"""A ledger as plain text for a terminal: each item with its paragraph and words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from detente.evidence.items import (
    Event,
    Merge,
    Quantity,
    Quotation,
    Relation,
    ReportedStatement,
    Stance,
    Term,
    TimeExpression,
)
from detente.evidence.ledger import Ledger
from detente.report.naming import actor_name


def overview(ledger: Ledger, *, rules: Mapping[str, str] | None = None) -> str:
    """Every item of the ledger, list by list, one line each, for people to read.

    With ``rules`` (line of documentation by rule id) each item is followed by the rule that
    made it and what that rule does. Control characters of the documents' words are shown as
    ``?``, so that no text can steer a terminal.
    """
    lines: list[str] = []
    for document in ledger.documents:
        date = "no date stated" if document.date is None else document.date.isoformat()
        lines.append(
            f"{document.name}: {len(document.text):,} characters, "
            f"{len(document.paragraphs)} paragraphs, {date}, sha256 {document.sha256[:12]}…"
        )
    by = ledger.made_by
    if by is not None:
        how = "rules only" if by.model is None else f"rules and {by.model} {by.model_version}"
        how += "" if by.tagger_sha256 is None else ", the tagger"
        lines.append(f"read with detente {by.version}, {how}")
    lines += ["", f"ACTORS ({len(ledger.actors)})"]
    for actor in sorted(ledger.actors, key=lambda a: (-len(a.mentions), a.id)):
        roles = "; ".join(dict.fromkeys(r.title for r in actor.roles))
        lines.append(
            f"  {actor.name} [{actor.type.replace('_', ' ')}] {_times(len(actor.mentions))}"
            + (f", {roles}" if roles else "")
        )
        if rules is not None:
            made = sorted({m.rule for m in actor.mentions} | {r.rule for r in actor.roles})
            lines += [_because(rule, rules) for rule in made]
            lines += [_merged(ledger, merge, rules) for merge in actor.merges]
    for heading, name, describe in _SECTIONS:
        found = getattr(ledger, name)
        lines += ["", f"{heading} ({len(found)})"]
        for item in found:
            lines.append(f"  {_place(ledger, item)} {describe(ledger, item)}")
            if rules is not None:
                lines.append(f"{_because(item.rule, rules)} [{item.confidence}]")
    if ledger.notes:
        lines += ["", *(f"Note: {note}" for note in ledger.notes)]
    return "\n".join(_printable(line) for line in lines)


def _because(rule: str, rules: Mapping[str, str]) -> str:
    return f"      {rule}: {rules.get(rule, 'no such rule')}"


def _merged(ledger: Ledger, merge: Merge, rules: Mapping[str, str]) -> str:
    """One document's part in an actor that several documents speak of, with its words."""
    words = ", ".join(f"“{span.text}”" for span in merge.spans)
    return f"{_because(merge.rule, rules)} [{ledger.document(merge.document).name}: {words}]"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() else "?" if not c.isspace() else " " for c in line)


def _place(ledger: Ledger, item: Any) -> str:
    document = ledger.document(item.document)
    start = min(s.start for s in _spans(item))
    paragraph = document.paragraph_at(start)
    number = "¶–" if paragraph is None else f"¶{paragraph.number}"
    return f"{document.name} {number}:" if len(ledger.documents) > 1 else f"{number}:"


def _spans(item: Any) -> Iterator[Any]:
    for name in ("span", "content_span", "trigger_span"):
        if hasattr(item, name):
            yield getattr(item, name)


def _who(ledger: Ledger, actor_id: str | None, unknown: str) -> str:
    return actor_name(ledger, actor_id) or unknown


def _quotation(ledger: Ledger, item: Quotation) -> str:
    return f"{_who(ledger, item.speaker, 'speaker not found')}: {item.span.text}"


def _statement(ledger: Ledger, item: ReportedStatement) -> str:
    who = _who(ledger, item.speaker, "speaker not found")
    put = f"{item.cue}, {item.modality}" if item.modality else item.cue
    return f"{who} ({put}): {item.content_span.text}"


def _quantity(ledger: Ledger, item: Quantity) -> str:
    chain = " citing ".join(_who(ledger, a, "?") for a in item.attribution)
    measures = item.measures or "measure not stated"
    return f"{item.span.text} – {measures}; source: {chain or 'none given'}"


def _time(ledger: Ledger, item: TimeExpression) -> str:
    if item.resolved is None:
        return f"{item.span.text} = {item.value}, not resolved"
    days = item.resolved.first
    if item.resolved.last != days:
        days += f" to {item.resolved.last}"
    return f"{item.span.text} = {days}"


def _event(ledger: Ledger, item: Event) -> str:
    who = ", ".join(_who(ledger, a, "?") for a in item.participants) or "participants not stated"
    when = item.relative or "time not stated"
    return f"{item.description} ({item.status}): {when}; {item.place or 'place not stated'}; {who}"


def _relation(ledger: Ledger, item: Relation) -> str:
    arrow = "→" if item.directed else "–"
    ends = f"{_who(ledger, item.source, '?')} {arrow} {_who(ledger, item.target, '?')}"
    return f"{ends}, {item.type.replace('_', ' ')} ({item.modality}): {item.span.text}"


def _stance(ledger: Ledger, item: Stance) -> str:
    basis = item.basis.replace("_", " ")
    condition = "" if item.condition is None else f" [condition: {item.condition.text}]"
    return f"{_who(ledger, item.actor, '?')}: {item.label} ({basis}): {item.span.text}{condition}"


def _term(ledger: Ledger, item: Term) -> str:
    by = _who(ledger, item.by, "party not stated")
    to = "" if item.to is None else f" to {_who(ledger, item.to, '?')}"
    return f"{item.kind.replace('_', ' ')} by {by}{to} ({item.status}): {item.span.text}"


_SECTIONS: tuple[tuple[str, str, Callable[[Ledger, Any], str]], ...] = (
    ("QUOTATIONS", "quotations", _quotation),
    ("REPORTED STATEMENTS", "reported_statements", _statement),
    ("FIGURES", "quantities", _quantity),
    ("TIMES", "time_expressions", _time),
    ("EVENTS", "events", _event),
    ("RELATIONS", "relations", _relation),
    ("STANCES", "stances", _stance),
    ("TERMS", "terms", _term),
)
