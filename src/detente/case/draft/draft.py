"""Ledger -> Case: a first draft, in which every field leads back to its words."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.case.draft.alternatives import draft_alternatives
from detente.case.draft.attempts import draft_attempts
from detente.case.draft.interests import draft_interests
from detente.case.draft.issues import choose_issues, draft_issues
from detente.case.draft.levers import draft_levers
from detente.case.draft.moves import draft_moves
from detente.case.draft.parties import Parties, choose_parties, draft_parties
from detente.case.draft.passages import material_of
from detente.case.draft.positions import draft_positions, said_by_parties
from detente.case.draft.questions import Drafted, draft_questions
from detente.case.draft.red_lines import draft_red_lines
from detente.case.draft.words import Citations, Words
from detente.evidence.ledger import Ledger


def draft_case(ledger: Ledger, *, title: str | None = None) -> Case:
    """A case drafted from the evidence of one document or several.

    Parameters
    ----------
    title : str, optional
        Title of the case; a single document's own, or the names of the sides, if None.

    Returns
    -------
    Case
        Every entry carries evidence, a confidence and ``draft: true``. What the texts do not
        say is left out and asked in ``questions``. The same ledger gives the same case.
    """
    material = material_of(ledger)
    citations = Citations(ledger)
    parties = choose_parties(material)
    issues = choose_issues(material)
    said = said_by_parties(material, parties, issues)
    sections: dict[str, Any] = {"title": title or _title(ledger, parties)}
    dates = [d.date for d in ledger.documents if d.date is not None]
    if dates:
        sections["as_of"] = max(dates).isoformat()
    rows = draft_parties(parties, citations)
    alternatives = draft_alternatives(material, parties, citations)
    interests = draft_interests(material, parties, citations)
    for row in rows:
        row |= interests.get(row["id"], {})
        if row["id"] in alternatives:
            row["alternative"] = alternatives[row["id"]]
    sections["parties"] = rows
    sections["issues"] = draft_issues(issues, material, citations)
    sections["positions"] = draft_positions(said, material, citations)
    options = {
        row["id"]: {option["id"] for option in row.get("options", ())} for row in sections["issues"]
    }
    sections["red_lines"], in_words = draft_red_lines(said, material, citations, options)
    sections["levers"] = draft_levers(material, parties, citations)
    acceptance = _acceptance(parties, citations)
    if acceptance:
        sections["acceptance"] = acceptance
    sections["moves"] = draft_moves(material, parties, citations)
    sections["attempts"] = draft_attempts(material, parties, citations)
    sections["evidence"] = citations.made()
    sections["questions"] = draft_questions(
        Drafted(material, parties, issues, said, in_words, sections)
    )
    return Case.model_validate(sections)


def _title(ledger: Ledger, parties: Parties) -> str:
    titles = [d.title or d.name for d in ledger.documents]
    if len(titles) == 1:
        return titles[0]
    sides = [parties.name(p) for p in parties.with_role("party")]
    return " and ".join(sides) if sides else f"{len(titles)} documents"


def _acceptance(parties: Parties, citations: Citations) -> dict[str, Any] | None:
    """Who ratifies for whom, where a text speaks of ratifying."""
    ratifiers: dict[str, list[str]] = {}
    words: list[Words] = []
    for cast in parties.cast:
        home = cast.signals.body.of
        if cast.role == "ratifier" and home in parties.ids:
            ratifiers.setdefault(parties.ids[home], []).append(parties.ids[cast.signals.body.id])
            words += cast.words
    if not ratifiers:
        return None
    return {"ratifiers": ratifiers} | citations.entry(words, "medium")
