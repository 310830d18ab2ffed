"""What is asked, offered, threatened and in the way: whole sentences with known answers."""

from __future__ import annotations

import pytest

from detente.evidence.model import Model, available_model, load_model
from detente.evidence.terms import extract
from tests.evidence.negotiators import reading
from tests.evidence.term_sentences import KNOWN


def found(text: str, model: Model | None = None) -> set[str]:
    return {f"{t.kind} {t.by} -> {t.to} {t.status}" for t in extract(reading(text, model))}


@pytest.mark.parametrize("text", KNOWN)
def test_known_answers(text: str) -> None:
    assert found(text) == KNOWN[text]


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("needs spaCy and an English model")
    return load_model(tagger=False)


@pytest.mark.model
@pytest.mark.parametrize("text", KNOWN)
def test_known_answers_with_a_parse(text: str, model: Model) -> None:
    assert found(text, model) == KNOWN[text]
