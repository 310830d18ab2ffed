"""Whose words a figure is: the chain of reporters and the innermost source."""

from __future__ import annotations

import pytest
from speech_cast import read_speech

from detente.evidence.attribution import attribution, source_of


@pytest.mark.parametrize(
    ("text", "figure", "chain", "source"),
    [
        ("The toll is 40.", "40", (), None),
        ("Ruiz said the toll was 40.", "40", ("per:ruiz",), "per:ruiz"),
        ("“The toll is 40,” Ruiz said.", "40", ("per:ruiz",), "per:ruiz"),
        ("The toll is 40, according to the Bureau of Tides.", "40", ("org:bureau",), "org:bureau"),
        (
            "Marsh cited figures: The toll is now 40, according to the Bureau of Tides.",
            "40",
            ("per:marsh", "org:bureau"),
            "org:bureau",
        ),
        (
            "Ruiz said Marsh had told Northwire that the toll was 40.",
            "40",
            ("per:ruiz", "per:marsh"),
            "per:marsh",
        ),
        ("Ruiz said the toll was high. It is 40.", "40", (), None),
        ("A Coast League report estimates that 40 died.", "40", ("org:league",), "org:league"),
    ],
)
def test_chain(text: str, figure: str, chain: tuple[str, ...], source: str | None) -> None:
    made = read_speech(text)
    start = text.index(figure)
    assert attribution(made, start, start + len(figure)) == chain
    found, span = source_of(made, start, start + len(figure))
    assert found == source
    assert (span is None) == (source is None)


def test_a_source_without_an_actor_still_has_its_words() -> None:
    text = "Officials said the toll was 40."
    made = read_speech(text)
    found, span = source_of(made, text.index("40"), text.index("40") + 2)
    assert found is None
    assert span is not None
    assert span.text == "Officials"
    assert attribution(made, text.index("40"), text.index("40") + 2) == ()
