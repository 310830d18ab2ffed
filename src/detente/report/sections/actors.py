"""Section: who is who. Actors by type, unnamed sources apart."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from detente.evidence.items import Actor, Mention
from detente.report import wording
from detente.report.citations import shown
from detente.report.desk import Desk, Section, render
from detente.report.naming import actor_name
from detente.report.reader_limits import none_found

_GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("People", frozenset({"person"})),
    ("States", frozenset({"state"})),
    ("International organisations", frozenset({"igo"})),
    ("Public bodies, parties and forces",
     frozenset({"government_body", "party", "armed_group", "military"})),
    ("Media, research, companies and other organisations",
     frozenset({"think_tank", "media", "company", "ngo", "organisation"})),
    ("Groups and populations", frozenset({"population", "group"})),
)  # fmt: skip

_MOST_LETTERS = 4


def actors(desk: Desk) -> Section:
    """Those who act or speak first; the rest of the names folded away below them."""
    ledger = desk.ledger
    active = _active(desk)
    statements = Counter(desk.speakers)
    named = [a for a in ledger.actors if a.type != "anonymous_source"]
    unnamed = [a for a in ledger.actors if a.type == "anonymous_source"]
    main = [a for a in named if a.id in active or len(a.mentions) > 2]
    rest = [a for a in named if a not in main]
    body = render(
        "sections/actors.html",
        people=[_row(desk, a) for a in _ordered(main) if a.type == "person"],
        groups=_grouped(desk, [a for a in main if a.type != "person"]),
        rest=_grouped(desk, rest),
        rest_count=wording.counted(len(rest), "other name", "other names"),
        unnamed=[{**_row(desk, a), "statements": statements[a.id]} for a in _ordered(unnamed)],
        nothing="" if ledger.actors else none_found(desk, "actor"),
        letters=_letters(desk),
        several=desk.cite.several,
    )
    parts = [wording.counted(len(named), "named actor")]
    if unnamed:
        parts.append(wording.counted(len(unnamed), "unnamed source"))
    parts.append(wording.counted(sum(len(a.mentions) for a in ledger.actors), "mention"))
    status = " · ".join(parts) if ledger.actors else ""
    return Section("actors", "Who is who", "Who is who", status, body)


def _active(desk: Desk) -> set[str | None]:
    ledger = desk.ledger
    ids: set[str | None] = set(desk.speakers)
    ids |= {s.actor for s in ledger.stances}
    ids |= {end for r in ledger.relations for end in (r.source, r.target)}
    return ids | {end for t in ledger.terms for end in (t.by, t.to)}


def _ordered(found: list[Actor]) -> list[Actor]:
    return sorted(found, key=lambda a: (-len(a.mentions), a.name, a.id))


def _grouped(desk: Desk, found: list[Actor]) -> list[tuple[str, list[dict[str, Any]]]]:
    known = frozenset[str]().union(*(types for _, types in _GROUPS))
    groups = [
        (name, [_row(desk, a) for a in _ordered(found) if a.type in types])
        for name, types in (*_GROUPS, ("Others", frozenset(a.type for a in found) - known))
    ]
    return [(name, rows) for name, rows in groups if rows]


def _row(desk: Desk, actor: Actor) -> dict[str, Any]:
    first = min(actor.mentions, key=lambda m: _rank(desk, m), default=None)
    return {
        "name": Markup("<bdi>{}</bdi>").format(shown(actor.name)),
        "roles": _roles(desk, actor),
        "affiliation": desk.name(actor.affiliation, ""),
        "count": f"{len(actor.mentions):,}",
        "each": _each(desk, actor),
        "documents": len({m.document for m in actor.mentions}),
        "words": desk.cite.words(first.document, first.span) if first else "none",
    }


def _rank(desk: Desk, mention: Mention) -> tuple[bool, tuple[int, int, int]]:
    # A name tells a reader more than the pronoun that happens to stand first.
    return (mention.kind == "pronoun", desk.order(mention.document, mention.span))


def _roles(desk: Desk, actor: Actor) -> Markup:
    shown_roles: dict[tuple[str, str | None], Markup] = {}
    for role in sorted(actor.roles, key=lambda r: desk.order(r.document, r.span)):
        key = (role.title.casefold(), role.of)
        if role.of is None and any(title == key[0] for title, _ in shown_roles):
            continue
        if key not in shown_roles:
            words = desk.cite.words(role.document, role.span)
            body = actor_name(desk.ledger, role.of)
            told = body is None or body.casefold() in role.span.text.casefold()
            of = "" if told else Markup(" <small>{}</small>").format(desk.name(role.of))
            shown_roles[key] = words + of
    return Markup("; ").join(shown_roles.values())


def _letters(desk: Desk) -> list[str]:
    """The documents' letters where each gets a column of its own."""
    documents = desk.ledger.documents
    if not 1 < len(documents) <= _MOST_LETTERS:
        return []
    return [desk.cite.label(d) for d in documents]


def _each(desk: Desk, actor: Actor) -> list[tuple[str, int]]:
    """How often each of these documents mentions the actor."""
    counts = Counter(m.document for m in actor.mentions)
    return [
        (letter, counts[d.id])
        for letter, d in zip(_letters(desk), desk.ledger.documents, strict=False)
    ]
