from __future__ import annotations

import dataclasses
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.items import Resolution
from detente.report import wording
from detente.report.briefing import write_briefing
from detente.report.citations import Citations, document_label, shown
from detente.report.desk import Desk
from detente.report.page_data import page_data
from detente.report.source_pane import sources
from detente.report.text_direction import direction, language
from tests.report import briefing_ledgers as made
from tests.report.page_reader import read_page


@given(st.integers(0, 18_000))
def test_letters_of_documents_are_distinct_and_short(n: int) -> None:
    assert document_label(n).isalpha()
    assert document_label(n) != document_label(n + 1)
    assert len(document_label(n)) <= 3


def test_a_last_word_that_could_not_break_is_let_go() -> None:
    ledger = made.bare(made.document("w.txt", "T", "short words", "長" * 60, "a " + "x" * 200))
    cite = Citations(ledger)
    kept = []
    for paragraph in ledger.documents[0].paragraphs[1:]:
        span = ledger.documents[0].span(paragraph.start, paragraph.end)
        link = read_page(str(cite.words(ledger.documents[0].id, span)))
        assert link.text(without=frozenset({"loc"})) == span.text
        kept.append(link.all("span", "nb")[0].text(without=frozenset({"loc"})))
    assert kept == ["words", "長" * 4, "x" * 4]


def test_words_with_marks_of_their_own_get_no_more() -> None:
    d = made.document("q.txt", "T", "He called it “theatre” and left.")
    cite, span = Citations(made.bare(d)), made.Desk(d).span
    assert "qm" not in cite.quoted(d.id, span("“theatre”"))
    assert "qm" not in cite.quoted(d.id, span("called it “theatre”"))
    assert cite.quoted(d.id, span("left")).count("qm") == 2


def test_shown_text_is_escaped_and_keeps_its_length() -> None:
    assert str(shown("<a>\0\r")) == "&lt;a&gt;\ufffd&#13;"


def test_source_pieces_end_at_every_boundary() -> None:
    ledger = made.ferry()
    desk = Desk(ledger)
    (source,) = sources(ledger, desk.cite)
    pieces = [p for b in source.blocks for p in b.pieces]
    cuts = {p.start for p in pieces} | {p.end for p in pieces}
    assert all({s.start, s.end} <= cuts for _, s in ledger.spans())
    assert "".join(p.text for p in pieces) == ledger.documents[0].text
    assert {p.mark for p in pieces} == {"", "g", "g m"}


def test_text_between_paragraphs_is_not_lost() -> None:
    d = made.document("gap.txt", "Title", "One", "Two")
    d = dataclasses.replace(d, paragraphs=(d.paragraphs[0], d.paragraphs[2]))
    ledger = made.bare(d)
    (source,) = sources(ledger, Citations(ledger))
    assert [(b.number, "".join(p.text for p in b.pieces).strip()) for b in source.blocks] == [
        (1, "Title"), (None, "One"), (3, "Two")
    ]  # fmt: skip


def test_data_for_the_script_cannot_end_the_script() -> None:
    data = str(page_data(Desk(made.hostile())))
    assert not set("<>&\u2028\u2029") & set(data)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Hello", None, "ltr"), ("שלום", None, "rtl"), ("2024 – سلام", None, "rtl"),
        ("سلام", "en", "ltr"), ("Hello", "fa", "rtl"), ("...", None, "ltr"),
    ],
)  # fmt: skip
def test_direction_of_a_text(words: str, language: str | None, expected: str) -> None:
    assert direction(made.document("d.txt", words, language=language)) == expected


def test_only_a_language_tag_becomes_the_language() -> None:
    found = [
        language(made.document("d.txt", "x", language=tag))
        for tag in ("en", "pt-BR", None, "not a tag", '"><b>')
    ]
    assert found == ["en", "pt-BR", "", "", ""]


@pytest.mark.parametrize(
    ("low", "high", "value", "approx", "expected"),
    [
        (None, None, 1_500_000.0, None, "1.5 million"),
        (2.0, 3.0, None, None, "2 to 3"),
        (2.0, None, None, "about", "at least 2"),
        (None, 4.0, None, None, "up to 4"),
        (None, None, None, None, "not stated"),
        (None, None, 3.4e12, "estimated", "an estimated 3.4 trillion"),
        (None, None, float("nan"), None, "not a number"),
    ],
)
def test_values_in_words(
    low: float | None, high: float | None, value: float | None, approx: str | None, expected: str
) -> None:
    quantity = made.ferry().quantities[0]
    changed = dataclasses.replace(quantity, low=low, high=high, value=value, approx=approx)  # type: ignore[arg-type]
    assert wording.value(changed) == expected


def test_days_in_words() -> None:
    assert wording.days(Resolution("2024-03-03", "2024-03-03", "day")) == "3 March 2024"
    assert wording.days(Resolution("2024-01-01", "2024-12-31", "year")) == "2024"
    assert wording.days(Resolution("2024-03-04", "2024-03-10", "week")) == (
        "4 March 2024 to 10 March 2024"
    )


def test_a_long_document_is_written_in_time() -> None:
    lines = ["Vesland said on Monday that it would open the strait." * 20 for _ in range(300)]
    d = made.document("long.txt", "Long", *lines)
    k = made.Desk(d)
    times = tuple(
        dataclasses.replace(
            k.time(f"t{i}", "Monday", "WEEK-MON"), span=d.span(i * 150, i * 150 + 9)
        )
        for i in range(1500)
    )
    ledger = dataclasses.replace(made.bare(d), time_expressions=times)
    begun = time.process_time()
    write_briefing(ledger)
    assert time.process_time() - begun < 5
