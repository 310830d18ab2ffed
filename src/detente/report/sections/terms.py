"""Section: what is demanded, offered and threatened, by what the terms do."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from detente.evidence.items import Term
from detente.report import wording
from detente.report.citations import shown
from detente.report.desk import Desk, Section, render
from detente.report.naming import actor_name
from detente.report.reader_limits import none_found
from detente.report.whole_words import whole, whole_span

_FEWEST_WORDS = 3

DEMANDS = frozenset({"demand", "precondition"})
OFFERS = frozenset({"offer", "incentive", "concession"})
_GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Demands and preconditions", DEMANDS),
    ("Offers, incentives and concessions", OFFERS),
    ("Threats and pressure", frozenset({"threat", "pressure"})),
    ("Procedure, obstacles and possible outcomes",
     frozenset({"procedural", "obstacle", "possible_outcome"})),
)  # fmt: skip


def terms(desk: Desk) -> Section:
    """One row a term: what, by whom to whom, the words, and whether the party says it itself."""
    found = sorted(desk.ledger.terms, key=lambda t: desk.order(t.document, t.span))
    groups = [(name, [_row(desk, t) for t in found if t.kind in kinds]) for name, kinds in _GROUPS]
    body = render(
        "sections/terms.html",
        groups=[(name, rows) for name, rows in groups if rows],
        lead=_lead(found),
        nothing="" if found else none_found(desk, "demand, offer or threat"),
    )
    status = ""
    if found:
        status = (
            f"{wording.counted(len(found), 'term')} · "
            "status says whether a party said it, or someone said it for them"
        )
    return Section("terms", "Terms", "What is demanded, offered and feared", status, body)


def _lead(found: list[Term]) -> str:
    if len(found) < 2:
        return ""
    stated = sum(t.status == "stated" for t in found)
    total = wording.number(len(found))
    if stated == len(found):
        return f"All {total} are stated by the party itself."
    if not stated:
        return f"None of the {total} is stated by the party itself."
    verb = "is" if stated == 1 else "are"
    return f"Only {wording.number(stated)} of the {total} {verb} stated by the party itself."


def _row(desk: Desk, term: Term) -> dict[str, Any]:
    parties = desk.name(term.by)
    if actor_name(desk.ledger, term.to) is not None:
        parties = Markup("{} → {}").format(parties, desk.name(term.to))
    words = desk.cite.words(term.document, whole_span(term.span))
    gist = whole(term.gist, term.span.text)
    if len(term.span.text.split()) < _FEWEST_WORDS:
        # Two words say little without whose and what they are.
        before = desk.clauses.subject_of(term.document, term.span)
        words = shown(before) + words
        gist = whole(before + term.span.text)
    return {
        "gist": wording.sentence_case(gist),
        "kind": wording.spaced(term.kind),
        "parties": parties,
        "words": words,
        "status": term.status,
        "reporter": desk.name(term.reporter, ""),
    }
