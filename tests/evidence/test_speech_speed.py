"""Both passes stay fast on an article and in proportion to length on hostile text."""

from __future__ import annotations

import time

import pytest

from detente.evidence.quotations import extract_quotations
from detente.evidence.reading import Reading
from detente.evidence.reported_statements import extract_reported_statements
from tests.evidence.speech_cast import reading
from tests.time_use import grows_within

ARTICLE = (
    "“The bridge is closed,” Ruiz said on Monday, adding that Marsh had agreed. "
    "According to the Bureau of Tides, exports fell by a third, though Okoro denied that. "
    "Marsh, who has led the party since 2020, welcomed the truce but warned of a slump. "
    "A Coast League report estimates that trade will recover within two years.\n"
)


def seconds(made: Reading) -> float:
    assert made.tokens
    assert made.sentences
    assert made.mentions is not None
    begin = time.thread_time()
    made.quotations = extract_quotations(made)
    made.reported_statements = extract_reported_statements(made)
    return time.thread_time() - begin


def test_an_article_takes_milliseconds() -> None:
    article = ARTICLE * (12_000 // len(ARTICLE))
    # The aim is 15 ms; the bound leaves room for a busy machine.
    assert min(seconds(reading(article)) for _ in range(5)) < 0.15


@pytest.mark.parametrize(
    "unit",
    [
        "Ruiz said ",
        "“a” said ",
        "said that ",
        "and said ",
        "minister of ",
        "Ruiz, the minister, said, ",
        "according to ",
        "citing Ruiz, ",
        ", stating ",
        "Ruiz’s claim that ",
        "‘a ’ s’ ",
        "said a.......... ",
        "Ruiz said: “x\n",
        "MR X: hello.\n",
        "was condemned by ",
        "The raid, seen in May, was condemned by Ruiz. ",
        "made an appeal for ",
        "The two leaders said he said it said ",
        "The president said he had left. ",
        "Ruiz’s plan to ",
        "Ruiz and Marsh,\nwelcoming the plan;\n",
        "In Ruiz’s view, ",
        "of the league on the map for the ministry ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def taken(size: int) -> float:
        return seconds(reading(unit * (size // len(unit))))

    # Four times the text: sixteen times the time would be quadratic.
    assert grows_within(taken, 20_000, 80_000, 10, least=0.05)
