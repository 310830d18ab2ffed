"""The lexicon of cues: forms, lemmas and what they take."""

from __future__ import annotations

import pytest

from detente.evidence.speech.speech_cues import DOCUMENT_NOUNS, NOUN_CUES, PREPOSITIONAL, VERB_FORMS


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("said", "say", "past"),
        ("says", "say", "s"),
        ("telling", "tell", "ing"),
        ("stated", "state", "past"),
        ("stating", "state", "ing"),
        ("denies", "deny", "s"),
        ("denied", "deny", "past"),
        ("replies", "reply", "s"),
        ("admitted", "admit", "past"),
        ("admitting", "admit", "ing"),
        ("referred", "refer", "past"),
        ("signalled", "signal", "past"),
        ("signaled", "signal", "past"),
        ("stresses", "stress", "s"),
        ("agreeing", "agree", "ing"),
        ("emphasizes", "emphasize", "s"),
        ("found", "find", "past"),
        ("wrote", "write", "past"),
        ("saw", "see", "past"),
    ],
)
def test_forms(word: str, lemma: str, form: str) -> None:
    assert VERB_FORMS[word].cue.lemma == lemma
    assert VERB_FORMS[word].form == form


@pytest.mark.parametrize("word", ["saided", "telled", "stateing", "denyed", "admited", "writed"])
def test_no_false_forms(word: str) -> None:
    assert word not in VERB_FORMS


def test_every_prepositional_cue_has_forms_of_its_verb() -> None:
    lemmas = {found.cue.lemma for found in VERB_FORMS.values()}
    for (lemma, preposition), cue in PREPOSITIONAL.items():
        assert lemma in lemmas
        assert cue.lemma == f"{lemma} {preposition}"


def test_all_words_are_lower_case() -> None:
    for words in (VERB_FORMS, NOUN_CUES, DOCUMENT_NOUNS):
        assert all(word == word.lower() for word in words)


def test_what_a_cue_takes_is_one_of_the_documented_letters() -> None:
    for found in VERB_FORMS.values():
        assert found.cue.takes <= set("qczoknaitwdpr")
