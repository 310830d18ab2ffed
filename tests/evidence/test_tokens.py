from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents.document import Document, Paragraph
from detente.evidence.tokens import split_sentences, tokenise


def words(text: str) -> list[str]:
    return [t.text for t in tokenise(text)]


def sentences(text: str) -> list[str]:
    document = Document("t", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text)),))
    return [text[s.start : s.end] for s in split_sentences(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway’s envoy", ["Norway", "’s", "envoy"]),
        ("the U.S. and U.N.", ["the", "U.S.", "and", "U.N."]),
        ("don’t, won't", ["don’t", ",", "won't"]),
        ("Chad-Niger talks", ["Chad", "-", "Niger", "talks"]),
        ("$2,500.75bn", ["$", "2,500.75", "bn"]),
        ("Côte d’Ivoire", ["Côte", "d’Ivoire"]),
        ("O'Brien's", ["O'Brien", "'s"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Diaz met Gen. Okoro.", ["Mr. Diaz met Gen. Okoro."]),
        ("J. R. Hale left. So did I.", ["J. R. Hale left.", "So did I."]),
        ("Trade with the U.S. The rest fell.", ["Trade with the U.S.", "The rest fell."]),
        ("It rose 2.5 points. Then fell.", ["It rose 2.5 points.", "Then fell."]),
        ("“Will it hold?” he asked. No.", ["“Will it hold?” he asked.", "No."]),
        ("“It will hold.” Others doubt it.", ["“It will hold.”", "Others doubt it."]),
        ("He said: “Stop! Now.” They left…", ["He said: “Stop!", "Now.”", "They left…"]),
        ("No full stop at the end", ["No full stop at the end"]),
        ("In Jan. 2020 it began.", ["In Jan. 2020 it began."]),
        ("She wrote on X. “All of it.”", ["She wrote on X.", "“All of it.”"]),
        ("She wrote on X. Hale replied.", ["She wrote on X.", "Hale replied."]),
        ("There is a plan B. Nobody has seen it.", ["There is a plan B.", "Nobody has seen it."]),
        (
            "It fell in World War I. Peru was spared.",
            ["It fell in World War I.", "Peru was spared."],
        ),
        ("So said J. Hale in Lima.", ["So said J. Hale in Lima."]),
        ("Gen. A. B. Hale and Ana M. Diaz left.", ["Gen. A. B. Hale and Ana M. Diaz left."]),
        ("A. Hale wrote it.", ["A. Hale wrote it."]),
        ("He met J. A. Hale there.", ["He met J. A. Hale there."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_sentence_never_crosses_a_paragraph() -> None:
    text = "A heading\nBody goes on here."
    document = Document(
        "t", "0" * 64, text, paragraphs=(Paragraph(1, 0, 9, "heading"), Paragraph(2, 10, 28))
    )
    assert [(s.start, s.end, s.is_prose) for s in split_sentences(document)] == [
        (0, 9, False),
        (10, 28, True),
    ]


@given(st.text())
def test_tokens_stand_at_their_places_in_order(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert token.start >= end
        assert text[token.start : token.end] == token.text
        end = token.end
    assert "".join(words(text)) == "".join(text.split())


@given(st.text(min_size=1))
def test_sentences_hold_all_words(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", [".", "“", "A. ", "U.S.", "'s", "1,", "\n", "!?"])
def test_time_grows_with_length_not_with_its_square(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    tokenise(text)
    sentences(text)
    assert time.process_time() - start < 5
