"""Known answers on sentences with invented actors, by what a careful reader would say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evidence.speech_cast import Case, cases, read_speech

CASES = cases("statement_cases.txt")


def expect(case: Case, parse: Any) -> None:
    found = read_speech(case.text, parse=parse, **case.pronouns).reported_statements
    got = [(s.type, s.speaker, s.cue, s.content_span.text) for s in found]
    assert sorted(got, key=str) == sorted(case.lines, key=str)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_who_says_what(case: Case) -> None:
    expect(case, None)


@pytest.mark.model
def test_who_says_what_with_a_parse() -> None:
    model = pytest.importorskip("detente.evidence.model")
    pytest.importorskip("spacy")
    if model.available_model() is None:
        pytest.skip("no English model is installed")
    for case in CASES:
        expect(case, model.load_model(tagger=False))


def test_two_layers_stand_outermost_first() -> None:
    text = "Marsh cited figures: Exports have fallen by a third, according to Lakeland Bank."
    outer, inner = read_speech(text).reported_statements
    assert (outer.speaker, inner.speaker) == ("per:marsh", "org:bank")
    assert outer.content_span == inner.content_span


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Ruiz said the bridge was closed.", True),
        ("Ruiz reiterated her stance on the bridge.", False),
        ("Ruiz’s claim that the bridge was closed was heard.", False),
        ("Marsh called the truce a mistake.", False),
    ],
)
def test_weak_cues_are_not_core(text: str, core: bool) -> None:
    (statement,) = read_speech(text).reported_statements
    assert statement.core is core


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is closed,” Ruiz said.",
        "Ruiz said: “The bridge is closed.”",
        "According to Marsh, “the bridge is closed for good.”",
    ],
)
def test_a_quotation_is_not_reported_again(text: str) -> None:
    made = read_speech(text)
    assert len(made.quotations) == 1
    assert made.reported_statements == []


def test_i_in_a_turn_is_the_one_who_has_the_turn() -> None:
    text = (
        "Ana Ruiz: I believe that the bridge will open.\n"
        "Leo Marsh: Thank you, madam, and good morning.\n"
        "Ana Ruiz: We shall see about that, shall we not?"
    )
    (statement,) = read_speech(text).reported_statements
    assert statement.speaker == "per:ruiz"
    assert statement.content_span.text == "the bridge will open"


def test_every_rule_is_explained() -> None:
    from detente.evidence.reported_statements import RULES

    for case in CASES:
        for statement in read_speech(case.text, **case.pronouns).reported_statements:
            extractor, _, key = statement.rule.partition(".")
            assert extractor == "reported_statements"
            assert key in RULES
