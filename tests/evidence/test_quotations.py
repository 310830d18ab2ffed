"""Known answers on sentences with invented actors, by what a careful reader would say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evidence.speech_cast import Case, cases, read_speech

CASES = cases("quotation_cases.txt")


def expect(case: Case, parse: Any) -> None:
    found = read_speech(case.text, parse=parse, **case.pronouns).quotations
    wanted = [line[:4] for line in case.lines]
    assert [(q.kind, q.speaker, q.cue, q.addressee) for q in found] == wanted
    for quotation, (*_, begins) in zip(found, case.lines, strict=True):
        assert begins is not None
        assert quotation.span.text.lstrip("“\"‘«„「`' ").startswith(begins)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_speaker_and_cue(case: Case) -> None:
    expect(case, None)


@pytest.mark.model
def test_speaker_and_cue_with_a_parse() -> None:
    model = pytest.importorskip("detente.evidence.model")
    pytest.importorskip("spacy")
    if model.available_model() is None:
        pytest.skip("no English model is installed")
    for case in CASES:
        expect(case, model.load_model(tagger=False))


def test_marks_are_part_of_the_span_and_the_speaker_is_the_name_alone() -> None:
    made = read_speech("“We will go,” said Ruritanian Foreign Minister Ana Ruiz.")
    (quotation,) = made.quotations
    assert quotation.span.text == "“We will go,”"
    assert quotation.speaker_span is not None
    assert quotation.speaker_span.text == "Ana Ruiz"
    assert quotation.cue_span is not None
    assert quotation.cue_span.text == "said"


def test_unknown_names_give_their_words_but_no_actor() -> None:
    (quotation,) = read_speech("“We will go,” said Vera Holm.").quotations
    assert quotation.speaker is None
    (quotation,) = read_speech("“We will go,” Vera Holm said.").quotations
    assert quotation.speaker is None
    assert quotation.speaker_span is not None
    assert quotation.speaker_span.text == "Vera Holm"


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    (quotation,) = read_speech("Ruiz said “we will go.\nMarsh stayed at home.").quotations
    assert quotation.span.text == "“we will go."
    assert quotation.confidence == "low"


def test_headings_hold_no_quotations() -> None:
    from detente.documents.document import Document, Paragraph
    from detente.evidence.quotations import extract_quotations
    from detente.evidence.reading import Reading

    text = "Ruiz: “We will go”"
    heading = Document("h", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text), "heading"),))
    assert extract_quotations(Reading(heading)) == []


def test_every_rule_is_explained() -> None:
    from detente.evidence.quotations import RULES

    for case in CASES:
        for quotation in read_speech(case.text, **case.pronouns).quotations:
            extractor, _, key = quotation.rule.partition(".")
            assert extractor == "quotations"
            assert key in RULES
