"""Hostile text takes no longer by the character than plain text does."""

from __future__ import annotations

import time

import pytest

from detente.evidence.quantities import extract_quantities
from detente.evidence.time_expressions import extract_time_expressions
from tests.evidence.times_of import plain
from tests.time_use import grows_within

HOSTILE = [
    "1",
    "$",
    "million ",
    "1 ",
    "1,000,",
    "5-",
    "5 to ",
    "between 5 and 7 ",
    "two hundred and ",
    "twenty-",
    "hundreds of ",
    "half of half ",
    "another third ",
    "of whom 40 ",
    "by the league’s 40 ",
    "owes 4 billion ",
    "hand over 40 ",
    "its thousand ",
    "5% of the ",
    "$5 million ",
    "according to 5% ",
    "more than an estimated ",
    "last ",
    "May ",
    "in May ",
    "2023-",
    "Monday, ",
    "first week of ",
    "end of the ",
    "4 to 5 of ",
]


def seconds(text: str) -> float:
    reading = plain(text)
    # The shared words and sentences are not what is measured here.
    assert len(reading.tokens_between(0, len(text))) == len(reading.tokens)
    assert reading.sentence_at(0) is not None
    begin = time.thread_time()
    reading.time_expressions = extract_time_expressions(reading)
    extract_quantities(reading)
    return time.thread_time() - begin


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def taken(size: int) -> float:
        return seconds(piece * (size // len(piece)))

    # Four times the text: quadratic growth would take sixteen times as long.
    assert grows_within(taken, 4_000, 16_000, 10)


@pytest.mark.parametrize("piece", ["1", "$", "million "])
def test_a_line_of_a_megabyte_is_read(piece: str) -> None:
    assert seconds(piece * (1_000_000 // len(piece))) < 10


def test_an_article_takes_milliseconds() -> None:
    sentence = (
        "On 4 May 2023 the league said that trade rose 8% to $24 billion last year, and more "
        "than 300 soldiers left in recent weeks; the envoys will meet on Friday. "
    )
    text = sentence * (12_000 // len(sentence))
    # 75 sentences hold 450 items, ten times those of real reporting; hence the wide margin.
    assert min(seconds(text) for _ in range(3)) < 0.25
