"""A phrase that introduces a source and then names none gives no source."""

from __future__ import annotations

import pytest

from detente.documents.read import from_bytes
from detente.evidence.read import read


@pytest.mark.parametrize(
    "text",
    [
        "Norway paid $5 million in aid, according to which nobody knew.",
        "Norway paid $5 million in aid, citing , and left it there.",
        "According to, Norway paid $5 million in aid.",
    ],
)
def test_no_words_no_source(text: str) -> None:
    (figure,) = read(from_bytes("t.txt", text.encode())).quantities
    assert figure.source is None
    assert figure.source_span is None
