from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.figures.number_words import SMALL, TENS, figure, spelled
from detente.evidence.times.calendar_words import count_of, whole_units
from detente.evidence.tokens import lower_in_place

FIGURES = [
    ("7", 7),
    ("007", 7),
    ("2.5", 2.5),
    ("1,250", 1250),
    ("1,250.75", 1250.75),
    ("12,00,000", 1200000),
    ("950.000", 950000),
    ("1.250.000", 1250000),
    ("3,4", None),
    ("1,25,00", None),
    ("1.2.3", None),
    ("9" * 400, None),
]


@pytest.mark.parametrize(("text", "answer"), FIGURES)
def test_numbers_in_figures(text: str, answer: float | None) -> None:
    assert figure(text) == answer


SPELLED = [
    ("seven", 7),
    ("twenty - one", 21),
    ("one hundred and five", 105),
    ("two hundred fifty - three thousand", 253000),
    ("three million two hundred thousand", 3200000),
    ("ninety", 90),
]


@pytest.mark.parametrize(("words", "answer"), SPELLED)
def test_numbers_in_words(words: str, answer: float) -> None:
    assert spelled(words.split()) == (answer, len(words.split()))


@pytest.mark.parametrize("words", ["and five", "hundred", "million", "the", "- five", ""])
def test_words_that_begin_no_number(words: str) -> None:
    assert spelled(words.split()) is None


def test_reading_stops_where_the_number_ends() -> None:
    assert spelled("five and six".split()) == (5, 1)
    assert spelled("twenty - point plan".split()) == (20, 1)
    assert spelled("two thousand million".split()) == (2000, 2)


def _say(n: int) -> list[str]:
    """English for 1 to 999,999."""
    if n >= 1000:
        rest = _say(n % 1000) if n % 1000 else []
        return [*_say(n // 1000), "thousand", *rest]
    if n >= 100:
        rest = ["and", *_say(n % 100)] if n % 100 else []
        return [*_say(n // 100), "hundred", *rest]
    names = {v: k for k, v in SMALL.items()}
    if n in names:
        return [names[n]]
    tens = next(k for k, v in TENS.items() if v == n // 10 * 10)
    return [tens, "-", names[n % 10]]


@given(st.integers(1, 999_999))
def test_every_number_is_read_back_from_its_words(n: int) -> None:
    said = _say(n)
    assert spelled(said) == (n, len(said))


@given(st.integers(0, 10**15))
def test_every_whole_number_is_read_back_from_its_figures(n: int) -> None:
    assert figure(str(n)) == n
    assert figure(f"{n:,}") == n


@given(st.text())
def test_lower_case_keeps_every_place(text: str) -> None:
    assert len(lower_in_place(text)) == len(text)


def test_counts_of_units() -> None:
    assert count_of("two and a half") == 2.5
    assert count_of("several") == "several"
    assert count_of("half a") == 0.5
    assert whole_units(2.0, "2W") == (4.0, "W")
