"""Reporters' questions in an official transcript are nobody's statement."""

from __future__ import annotations

from detente.documents.read import from_bytes
from detente.evidence.read import read

TEXT = """Remarks on the river

MR. HALE: Thank you all for coming. We will publish the text tomorrow.

Q    Will the minister go to Oslo?

MR. HALE: She will, next week, if the talks are still on.

Q (Inaudible.) Then who pays for it?

MR. HALE: That has not been settled yet, and I will not guess.
"""


def test_a_question_without_a_colon_ends_the_turn() -> None:
    ledger = read(from_bytes("t.txt", TEXT.encode()))
    said = {q.span.text: q.speaker for q in ledger.quotations}
    asked = {words: who for words, who in said.items() if words.endswith("?")}
    assert set(asked.values()) <= {None}
    assert len([who for who in said.values() if who == "per:hale"]) == 3
