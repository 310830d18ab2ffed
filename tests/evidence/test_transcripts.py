"""Transcripts: labelled turns, and texts that only look like one."""

from __future__ import annotations

import pytest

from detente.evidence.speech.transcripts import find_turns
from tests.evidence.speech_cast import document, read_speech

CONFERENCE = """MR. MARSH: Good morning. The bridge is open.
We shall take questions now.
Q: Will it stay open?
MR. MARSH: It will.
Q: And the port?
MS. RUIZ (by video): The port as well."""


def test_turns_with_their_labels() -> None:
    doc = document(CONFERENCE)
    turns = find_turns(doc)
    said = [
        (doc.text[t.label_start : t.label_end], doc.text[t.start : t.end], t.opens) for t in turns
    ]
    assert said == [
        ("MR. MARSH", "Good morning. The bridge is open.", True),
        ("MR. MARSH", "We shall take questions now.", False),
        ("Q", "Will it stay open?", True),
        ("MR. MARSH", "It will.", True),
        ("Q", "And the port?", True),
        ("MS. RUIZ", "The port as well.", True),
    ]


def test_three_offices_make_a_transcript_of_statements() -> None:
    text = (
        "President of Ruritania Ana Ruiz: Welcome.\n"
        "President of Freedonia Leo Marsh: Thank you.\n"
        "Secretary Chidi Okoro: It is good to be here."
    )
    made = read_speech(text)
    assert [q.speaker for q in made.quotations] == ["per:ruiz", "per:marsh", "per:okoro"]
    assert {q.rule for q in made.quotations} == {"quotations.turn"}


@pytest.mark.parametrize(
    "text",
    [
        # Headings and lists with colons.
        "Energy: Prices rose.\nTrade: Exports fell.\nCrime: Fewer thefts.\nPeace: None in sight.",
        "Why the Bridge Matters: A short history of tolls.\n"
        "Why the Bridge Matters: A short history of tolls.\n"
        "The bridge was built in 1920 and it has been closed since last year.",
        # One label is no transcript.
        "MODERATOR: Good morning.\nThe talks went on.\nThe talks ended.",
        # Labels before marks are quotations of their own.
        "Ana Ruiz: “Yes.”\nLeo Marsh: “No.”\nAna Ruiz: “Maybe.”",
    ],
)
def test_no_transcript(text: str) -> None:
    assert find_turns(document(text)) == ()


def test_a_label_of_any_length_takes_linear_time() -> None:
    assert find_turns(document("A" * 300_000 + "\n" + "A b " * 50_000)) == ()
