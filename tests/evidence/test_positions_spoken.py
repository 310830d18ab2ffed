"""Positions in speeches, transcripts, lists and collections of voices, by whom they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.documents.read import read_document
from detente.evidence.items import Stance
from detente.evidence.positions.cue_page import Page
from detente.evidence.read import read
from detente.evidence.stances import extract as stances
from detente.evidence.terms import extract as terms
from tests.evidence.negotiators import reading

CALL = """Otto Keld: Thank you. {told}
Question: Will the port open?
Otto Keld: It will.
Question: And when?
Otto Keld: Soon."""
SPEECH = """Statement by Liv Oyen

I thank you all for coming. We have come far. {said} I thank the hosts."""


@pytest.mark.parametrize(
    ("told", "actor", "label"),
    [
        ("President Oyen reaffirmed her support for the ceasefire.", "per:oyen", "support"),
        ("Aravia rejected the truce.", "state:ARA", "oppose"),
        ("Selland welcomed the plan.", "state:SEL", "support"),
    ],
)
def test_a_turn_tells_of_others(told: str, actor: str, label: str) -> None:
    found = {(s.actor, s.label) for s in stances(reading(CALL.format(told=told)))}
    assert (actor, label) in found
    assert ("per:keld", label) not in found


def test_a_term_inside_a_turn_is_of_the_one_it_is_told_of() -> None:
    text = CALL.format(told="Oyen said that Boria must withdraw its boats.")
    found = [(t.kind, t.by, t.status) for t in terms(reading(text))]
    assert ("demand", "per:oyen", "reported") in found


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("We call for an apology and reparations.", "support"),
        ("We demand protection from the raids.", "support"),
        ("I suggest examining the charts together.", "support"),
        ("We have warned against closing the strait.", "sceptical"),
        ("I would like to express my confidence in the talks.", "support"),
    ],
)
def test_i_and_we_of_a_speech_are_its_speaker(said: str, label: str) -> None:
    found = {(s.actor, s.label) for s in stances(reading(SPEECH.format(said=said)))}
    assert ("per:oyen", label) in found


def test_a_text_without_a_speaker_has_no_voice() -> None:
    made = reading("Oyen met Keld. We do not know why. We asked. I saw them.")
    assert Page.of(made).voice_at(20) is None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("We need to lift the ban on fishing.", {"demand"}),
        ("There must be no delay in opening the port.", {"demand"}),
        ("We must act together.", set()),
    ],
)
def test_what_a_speech_asks_for(said: str, wanted: set[str]) -> None:
    found = [t for t in terms(reading(SPEECH.format(said=said))) if t.kind == "demand"]
    assert {t.kind for t in found} == wanted
    assert all(t.by == "per:oyen" for t in found)


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("Aravia pledged not to close the strait and not to raise tolls.", "concession", "ARA"),
        ("Oyen failed to persuade Keld to refrain from raids.", "none", ""),
        ("Oyen persuaded Keld to release the boats.", "demand", "oyen"),
        ("Boria rejected Aravia’s final peace proposal.", "offer", "ARA"),
        ("Aravia issued a request for fishing rights.", "demand", "ARA"),
    ],
)
def test_terms_of_verbs_and_nouns(text: str, kind: str, by: str) -> None:
    found = [t for t in terms(reading(text)) if t.kind == kind]
    assert bool(found) == (kind != "none")
    assert all(t.by is not None and t.by.endswith(by) for t in found)


def test_each_thing_held_back_is_a_term() -> None:
    text = "Aravia pledged not to close the strait and not to raise tolls."
    assert [t.span.text for t in terms(reading(text))] == [
        "not to close the strait",
        "not to raise tolls",
    ]


VOICES = """What they say of the truce of Kano:

Senator Mary Ford: “I commend the truce and the peace talks.”
CEO Laura Timms: “This is a great step towards peace.”
Senator Paul Reed: “Thank you, Mr President, for the peace deal.”
Governor Susan Blake: “I applaud the peace agreement.”
Governor Peter Long: “I support the peace deal.”
Senator Anna Stone: “Two months ago nobody would have bet on it.”"""


def voices(tmp_path: Path, text: str) -> tuple[Stance, ...]:
    path = tmp_path / "voices.txt"
    path.write_text(text, encoding="utf-8")
    return read(read_document(path)).stances


def test_voices_of_one_mind(tmp_path: Path) -> None:
    found = {s.actor: s.rule for s in voices(tmp_path, VOICES) if s.label == "support"}
    assert found["per:stone"] == "stances.quoted_company"
    assert "per:timms" in found


def test_voices_of_two_minds_decide_nothing(tmp_path: Path) -> None:
    split = VOICES.replace("I commend the truce", "I reject the truce")
    split = split.replace("I applaud the peace", "I reject the peace")
    found = {s.actor for s in voices(tmp_path, split)}
    assert "per:stone" not in found


def test_bullets_of_what_parties_agree_to() -> None:
    text = "Aravia and Boria agree to the following:\n- Reopen the strait at once.\n- Share charts."
    found = {(s.actor, s.span.text) for s in stances(reading(text)) if s.rule == "stances.listed"}
    assert ("state:ARA", "Reopen the strait at once") in found
    assert ("state:BOR", "Share charts") in found
