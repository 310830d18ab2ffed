"""Terms of hostile text: time grows with the text only, and every term holds its words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.terms import extract
from tests.evidence.negotiators import reading
from tests.time_use import grows_within


@pytest.mark.parametrize(
    "piece",
    [
        "must ",
        "Boria must, ",
        "no talks until ",
        "only if only if ",
        "in exchange for ",
        "could save and ",
        "“Boria must ",
        "demand of of of ",
        "pressure on Boria and ",
        "warned that x x ",
        "’s ’s demand ",
        "will help to ensure, and ",
        "Boria agreed to end, ",
        "steps: a; ",
        "will modify (i) (ii) by suspending, ",
        "will jointly also then ",
        "is to is to are to ",
        "required to be obliged to ",
        "will not respond with consequences if ",
        "agreement to agreement to ",
    ],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    from detente.documents.document import Document, Paragraph
    from detente.evidence.reading import Reading

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        document = Document("x", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text)),))
        made = Reading(document)
        made.sentences, made.tokens  # noqa: B018
        start = time.thread_time()
        extract(made)
        return time.thread_time() - start

    assert grows_within(seconds, 20_000, 160_000, 25, least=0.02)


WORDS = st.lists(
    st.sampled_from(
        "Aravia Boria Dano must withdraw first only if demanded that talks could save the deal in "
        "exchange for pressure on , . “ ” no until agreed to lift offered threatened ’s and".split()
    ),
    max_size=40,
)


@given(WORDS)
def test_every_term_holds_its_words_and_known_actors(words: list[str]) -> None:
    made = reading(" ".join(words))
    known = {a.id for a in made.actors} | {None}
    for term in extract(made):
        assert made.text[term.span.start : term.span.end] == term.span.text != ""
        assert {term.by, term.to, term.reporter} <= known
        assert term.by is None or term.by != term.to
        assert len(term.gist.split()) <= 12


@given(WORDS)
def test_the_same_text_gives_the_same_terms(words: list[str]) -> None:
    text = " ".join(words)
    assert extract(reading(text)) == extract(reading(text))
