"""Any text at all: reading never raises, and every span holds its words."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.documents.read import from_bytes
from detente.errors import UnreadableDocument
from detente.evidence.ledger import Ledger
from detente.evidence.links import link
from detente.evidence.read import read
from detente.report.briefing import write_briefing

# Words that rules wait for, in any order: they meet what no sentence would bring together.
WORDS = """the President Norway Chilean Oslo Kremlin U.S. UN EU’s Ana Ruiz Ruiz’s said told “ ” ‘ ’
" ' « » , . ; : — - ( ) $5 €3bn 2-3% 7.5 of GDP million over about May 2024 Monday last week third
year will must not but if unless before any talks agreed to welcomed rejected condemned sanctions
on aid to from between and with by 12 tonnes according to analysts he She they that who which
called for ceasefire withdraw offer deal Minister Foreign Secretary-General q Q: A: MR. ￼
\u200f\u202e\u200d\u0301 שלום مرحبا é 中国 🕊 \u00a0 \t \n\n""".split(" ")

mixed = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=60).map(" ".join)
any_text = st.one_of(st.text(max_size=400), mixed)
many = settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@many
@given(any_text, st.one_of(st.none(), st.dates()))
def test_reading_never_raises_and_spans_hold_their_words(text: str, date: dt.date | None) -> None:
    try:
        document = from_bytes("any.txt", text.encode("utf-8"))
    except UnreadableDocument:
        return
    ledger = link(read(document, date=date))
    ledger.verify()
    written = ledger.to_json()
    assert Ledger.from_json(written) == ledger
    assert link(read(document, date=date)).to_json() == written


@settings(many, max_examples=30)
@given(mixed)
def test_a_briefing_of_it_can_be_written(text: str) -> None:
    try:
        document = from_bytes("any.txt", text.encode("utf-8"))
    except UnreadableDocument:
        return
    assert "</html>" in write_briefing(link(read(document)))
