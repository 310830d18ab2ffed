"""How reported statements are put: sentences with invented actors and a careful reader's answer."""

from __future__ import annotations

import pytest

from tests.evidence.speech_cast import read_speech

CASES = [
    ("Ruiz said the bridge was closed.", "asserted"),
    ("Marsh stressed the need for talks.", "asserted"),
    ("Ruiz denied that her troops had crossed the river.", "negated"),
    ("Marsh rejected claims that the port was closed.", "negated"),
    ("Ruiz refused to sign the accord.", "negated"),
    ("Marsh ruled out a truce.", "negated"),
    ("Ruiz reiterated her refusal to sign.", "negated"),
    # A denial of what may be stays a denial.
    ("Ruiz denied that Marsh would resign.", "negated"),
    # The *not* is part of what is said.
    ("Marsh said the port was not closed.", "asserted"),
    ("Marsh said he would not close the port.", "projected"),
    ("Ruiz predicted a long winter.", "projected"),
    ("Ruiz expects the talks to fail.", "projected"),
    ("Marsh fears that the dam could burst.", "projected"),
    ("Marsh urged Ruiz to open the port.", "projected"),
    ("Ruiz called for a truce.", "projected"),
    ("Ruiz promised to open the port.", "projected"),
    ("Ruiz agreed to open the port.", "projected"),
    ("Marsh said the port will open in June.", "projected"),
    ("Marsh said he plans to open the port.", "projected"),
    ("Marsh said the port is expected to open.", "projected"),
    ("Ruiz announced plans for a new bridge.", "projected"),
    ("Marsh warned of a long winter.", "projected"),
    ("Marsh warned that the dam was cracked.", "asserted"),
    ("Marsh warned that the dam may burst.", "speculative"),
    ("Ruiz said Marsh might resign.", "speculative"),
    ("Ruiz said Marsh could resign soon.", "speculative"),
    ("Ruiz said Marsh could not reach the coast.", "asserted"),
    ("Ruiz suggested that the vote was rigged.", "speculative"),
    ("Marsh doubted that the truce was real.", "speculative"),
    ("Ruiz voiced doubts about the truce.", "speculative"),
    ("Ruiz discussed whether to open the port.", "speculative"),
    ("Ruiz said she would sign if Marsh opened the port.", "conditional"),
    ("Marsh said no ship would sail unless the port was safe.", "conditional"),
    ("Ruiz said the port looked as if it was closed.", "asserted"),
    ("Ruiz said the port had few losses if any.", "asserted"),
    # A month, and a verb of a clause apart.
    ("Ruiz said the port closed in May.", "asserted"),
    ("Marsh outlined a plan that will cost a fortune.", "asserted"),
    ("The port was reportedly closed.", "reported"),
    ("It was reported that the port was closed.", "reported"),
    ("According to Marsh, the port will open.", "projected"),
    ("Ruiz’s claim that the port was closed was heard.", "asserted"),
    ("Ruiz’s fear that the port would close was heard.", "projected"),
    ("The plan was rejected by Marsh.", "negated"),
]


@pytest.mark.parametrize(("text", "modality"), CASES)
def test_how_the_speaker_puts_it(text: str, modality: str) -> None:
    found = read_speech(text).reported_statements
    assert [s.modality for s in found] == [modality]


def test_long_words_without_end_are_judged_by_their_beginning() -> None:
    text = "Ruiz said the port was open and " + "the pier, " * 20_000 + "if at all."
    (found,) = read_speech(text).reported_statements
    assert found.modality == "asserted"
