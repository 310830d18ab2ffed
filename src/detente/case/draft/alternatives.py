"""What a party falls back on without an agreement, where its own words say so."""

from __future__ import annotations

import re
from typing import Any

from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material
from detente.case.draft.wording import bare
from detente.case.draft.words import Citations, Words
from detente.types import Span

_WITHOUT = re.compile(
    r"\b(?:if (?:the )?(?:\w+ )?(?:talks|negotiations|diplomacy|deal|agreement|mediation)\b"
    r"[^.;\n]{0,40}\b(?:fails?|failed|collapses?|breaks? down|is not reached|cannot be reached)"
    r"|if (?:there is )?no (?:deal|agreement|settlement)\b"
    r"|if (?:we|they|it|he|she) (?:cannot|can[’']t|do not|don[’']t|does not|fails? to) "
    r"(?:reach|agree|get)"
    r"|(?:without|absent) (?:a|an|any) (?:deal|agreement|settlement)"
    r"|(?:should|were) (?:the )?(?:talks|negotiations|diplomacy) fail"
    r"|in the absence of (?:a|an|any) (?:deal|agreement|settlement)|plan B)\b",
    re.IGNORECASE,
)


def draft_alternatives(
    material: Material, parties: Parties, citations: Citations
) -> dict[str, dict[str, Any]]:
    """The alternative of each party that states one, by party id."""
    found: dict[str, list[tuple[str, Words]]] = {}
    for passage in material.of_kind("term", "statement", "quotation"):
        party = parties.of(passage.actor)
        if party is None or passage.is_guess:
            continue
        sentence = material.sentence_at(passage.document, passage.span.start)
        text = material.ledger.document(passage.document).text
        start, end = passage.span.start, passage.span.end
        if sentence is not None and passage.kind == "term":
            start, end = sentence.start, sentence.end
        for match in _WITHOUT.finditer(text, start, end):
            whole = material.sentence_at(passage.document, match.start())
            if whole is not None:
                span = Span.of(text, whole.start, whole.end)
                words = Words(passage.document, span, passage.item.id)
                found.setdefault(party, []).append((bare(span.text), words))
    return {
        party: {"text": told[0][0]} | citations.entry([w for _, w in told], "low")
        for party, told in found.items()
    }
