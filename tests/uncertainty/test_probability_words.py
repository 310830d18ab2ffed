"""The words of ICD 203 and what happens at its borders and beyond its ends."""

from __future__ import annotations

import pytest

from detente.uncertainty.probability_words import TABLE, in_words, word_for


def test_the_table_is_that_of_the_directive() -> None:
    # ICD 203 (2015), section D.6.e (2): first row of words, and the bands below it.
    assert TABLE == (
        (1, 5, "almost no chance"),
        (5, 20, "very unlikely"),
        (20, 45, "unlikely"),
        (45, 55, "roughly even chance"),
        (55, 80, "likely"),
        (80, 95, "very likely"),
        (95, 99, "almost certain"),
    )


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.01, "almost no chance"),
        (0.05, "very unlikely"),
        (0.2, "unlikely"),
        (0.45, "roughly even chance"),
        (0.5, "roughly even chance"),
        (0.55, "roughly even chance"),
        (0.5500001, "likely"),
        (0.8, "likely"),
        (0.95, "very likely"),
        (0.99, "almost certain"),
        (9 / 20, "roughly even chance"),
        (1 - 0.05, "very likely"),
    ],
)
def test_a_border_belongs_to_the_milder_word(probability: float, word: str) -> None:
    assert word_for(probability) == word


@pytest.mark.parametrize("probability", [0.0, 0.00999, 0.99001, 1.0])
def test_beyond_the_table_there_is_no_word(probability: float) -> None:
    assert word_for(probability) is None


def test_every_probability_of_the_table_has_exactly_one_word_and_the_mirror_image() -> None:
    words = [word_for(number / 1000) for number in range(10, 991)]
    assert None not in words
    mirror = dict(zip([row[2] for row in TABLE], [row[2] for row in reversed(TABLE)], strict=True))
    assert [mirror[str(word)] for word in words] == words[::-1]


def test_the_number_always_stands_beside_the_word() -> None:
    assert in_words(0.123) == "12.3 % (very unlikely)"
    assert in_words(0.999).startswith("99.9 % (above")
    with pytest.raises(ValueError, match="no probability"):
        word_for(float("nan"))
