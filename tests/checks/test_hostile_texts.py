"""Rules take time in proportion to the text, whatever stands in it."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.checks.record import Record
from detente.checks.registry import checks
from detente.documents.document import Document, Paragraph
from detente.documents.read import from_bytes
from detente.evidence.items import Quantity, TimeExpression
from detente.evidence.ledger import Ledger
from detente.evidence.read import read
from detente.reference.offices import offices
from detente.types import Span
from tests.time_use import cpu_seconds, grows_within

DAY = dt.date(2024, 5, 31)
RULES = [c for c in checks() if not c.code.startswith("OFF")]
PIECES = (
    "the tour ends in a ",
    "12 of the 3, or ",
    "from 3 May to ",
    "in Lima from 3 May to 7 May; ",
    "its first leg of the tour ends in Lima, ",
    "an envoy of President A in Lima on Monday, ",
    "March 3-",
    "27, 28 and ",
    "one-",
    "years ago, in ",
    "three countries, A, B and ",
    "its third ",
    "will be ",
    "a two-day ",
    "between 5 and ",
    "signed on ",
    "“",
    "и",
    "\u200b",
    "Peru, Chile and ",
)


def record_of(text: str) -> Record:
    document = Document("h.txt", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text)),))
    return Record(Ledger(documents=(document,)), offices())


@pytest.mark.parametrize("piece", PIECES)
def test_a_phrase_said_ten_thousand_times(piece: str) -> None:
    def seconds(times: int) -> float:
        record = record_of(piece * times)
        return cpu_seconds(lambda: [list(rule.find(record)) for rule in RULES])

    # Four times the text takes four times as long; sixteen times would be quadratic.
    assert grows_within(seconds, 4_000, 16_000, 9, least=0.15)


def test_many_items_of_one_kind() -> None:
    text = "The fund holds $40 billion in assets in 2023. " * 4_000
    document = Document("h.txt", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text)),))
    step = len(text) // 4_000
    quantities, times = [], []
    for n in range(4_000):
        at = n * step
        span = Span.of(text, at + 15, at + 26)
        quantities.append(
            Quantity(
                f"n{n}",
                document.id,
                span,
                40e9 + n,
                None,
                None,
                "USD",
                None,
                "assets of the fund",
                None,
                None,
                None,
                None,
                (),
                (f"state:{n}",),
                "quantities.money",
                "high",
            )
        )
        when = Span.of(text, at + 40, at + 44)
        times.append(
            TimeExpression(f"t{n}", document.id, when, "2023", "year", None, "t.year", "high")
        )
    ledger = Ledger((document,), quantities=tuple(quantities), time_expressions=tuple(times))
    record = Record(ledger, offices())
    began = time.thread_time()
    for rule in RULES:
        list(rule.find(record))
    assert time.thread_time() - began < 8


WORDS = st.sampled_from(
    """May 31 32 2024 2199 from to between and – Monday FRİDAY ſunday sıx K 5 $7 billıon percent of
    the its thırd year years ago in two-day visit tour ends Lima “ ” " said Peru NATO 27-member
    signed will meet on yesterday, ٣ ² 12:00 p.m. three countries: , . \u200b и""".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from([None, dt.date.min, dt.date.max, DAY]))
def test_any_words_on_any_day(words: list[str], day: dt.date | None) -> None:
    document = from_bytes("h.txt", (" ".join(["Text", *words]) + "\n").encode())
    record = Record(read(document), offices(), day)
    for rule in RULES:
        for finding in rule.find(record):
            assert finding.code == rule.code
            for witness in finding.witnesses:
                span = witness.span
                assert document.text[span.start : span.end] == span.text
