from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.checks.figures.exactness import around
from detente.checks.figures.measure import content_words
from detente.checks.figures.numbers import find_numbers
from tests.checks.several_texts import codes, findings


@pytest.mark.parametrize(
    ("words", "value", "low", "high"),
    [
        ("1.2 billion", 1.2e9, 1.15e9, 1.25e9),
        ("61,000", 61_000, 60_500, 61_500),
        ("27", 27, 27, 27),
        ("7 billion", 7e9, 6.5e9, 7.5e9),
        ("twelve", 12, 12, 12),
    ],
)
def test_a_rounded_figure_stands_for_all_that_round_to_it(
    words: str, value: float, low: float, high: float
) -> None:
    found = around(value, words)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


@given(st.integers(1, 10**9), st.sampled_from([None, "about", "greater_than", "less_than"]))
def test_a_figure_always_leaves_its_own_value_open(value: int, approx: str | None) -> None:
    assert around(value, f"{value:,}", approx).meets(around(value, f"{value:,}"))


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6))
def test_meeting_is_mutual(a: float, b: float, c: float, d: float) -> None:
    one, other = around(a, f"{b:.1f}"), around(c, f"{d:.1f}")
    assert one.meets(other) == other.meets(one)


def test_numbers_with_what_is_attached_to_them() -> None:
    found = list(find_numbers("$4.5 billion, 12 percent, twenty-one envoys, 7% and 1,200 tonnes"))
    assert [(n.value, n.kind) for n in found] == [
        (4.5e9, "money"),
        (12, "percent"),
        (21, "count"),
        (7, "percent"),
        (1200, "count"),
    ]
    assert not list(find_numbers("at 10:30, on page 3/4 of v1.2.3, 12th"))


def test_the_words_for_a_measure_without_form() -> None:
    assert content_words("the frozen central banks’ assets") == content_words(
        "frozen central bank asset"
    )


TOTAL = "The mission has {} observers: 40 from Peru, 30 from Chile and 30 from Ghana."


# The first text read loads the tables, which takes longer than an example may.
@settings(deadline=None)
@given(st.integers(11, 99))
def test_no_sum_but_the_true_one_passes(total: int) -> None:
    assert codes(TOTAL.format(total), select="NUM304") == ["NUM304"]


def test_the_sum_itself_passes() -> None:
    assert codes(TOTAL.format(100), select="NUM304") == []
    (found,) = findings(TOTAL.format(90), select="NUM304")
    assert "make 100" in found.message


@given(st.integers(2, 60), st.integers(61, 99))
def test_the_true_percentage_always_passes(part: int, whole: int) -> None:
    true = round(100 * part / whole)
    text = f"Only {part} of the {whole} members, or {true} percent, signed the accord."
    assert codes(text, select="NUM303") == []
    wrong = text.replace(f"{true} percent", f"{(true + 40) % 100 + 1} percent")
    assert codes(wrong, select="NUM303") == ["NUM303"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Exports fell from $200 million to $150 million, a drop of 25 percent.", []),
        ("Exports fell 25 percent from $210 million to $155 million.", []),
        ("Exports fell 50 percent from $210 million to $155 million.", ["NUM303"]),
        ("Some 12 percent, or $3 million, of the $25 million was paid.", []),
        ("Some 30 percent, or $3 million, of the $25 million was paid.", ["NUM303"]),
        ("Of the 50 envoys 20 came, 30 percent more than last year.", []),
    ],
)
def test_three_numbers_that_are_tied(text: str, code: list[str]) -> None:
    assert codes(text, select="NUM303") == code


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Only 40 of the 200 members, or 60 percent, came.", "is 20 percent"),
        ("Only 40 of the 200 members, or 60.5 percent, came.", "is 20.0 percent"),
        ("Only 3 of the 12 judges, or 35 percent, came.", "is 25 percent"),
        ("Only 1 of the 8 judges, or 35 percent, came.", "is 13 percent"),
        ("Only 1 of the 400 judges, or 5 percent, came.", "is 0.3 percent"),
        ("Exports rose from $80 billion to $100 billion, a rise of 40 percent.", "is 25 percent"),
    ],
)
def test_the_right_percentage_is_told_as_exactly_as_the_wrong_one(text: str, told: str) -> None:
    (found,) = findings(text, select="NUM303")
    assert told in found.message


FUND = "The fund holds {} in frozen Libyan assets. Envoys met. They left the {} in frozen Libyan "
FUND += "assets alone."


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("$40 billion", "$46 billion", "NUM301"),
        ("$40 billion", "$40.2 billion", None),
        ("about $40 billion", "$44 billion", None),
        ("more than $40 billion", "$90 billion", None),
        ("more than $40 billion", "$30 billion", "NUM301"),
        ("$40 billion", "$40 million", "NUM305"),
    ],
)
def test_the_same_measure_twice(one: str, other: str, code: str | None) -> None:
    assert codes(FUND.format(one, other), select="NUM30") == ([code] if code else [])


def test_parallel_sentences_of_others_are_no_conflict() -> None:
    one = "Peru pledged to send 250 observers to the northern border zone."
    assert codes(one, one.replace("Peru", "Chile").replace("250", "300"), select="NUM30") == []
    assert codes(one, one.replace("250", "300"), select="NUM30") == ["NUM302"]


def test_a_later_text_may_have_newer_figures() -> None:
    one = "LIMA, 4 March 2024 (Andina) – The flood killed 250 people in the northern valley towns."
    assert codes(one, one.replace("250", "300"), select="NUM30") == ["NUM302"]
    assert codes(one, one.replace("250", "300").replace("4 March", "6 March"), select="NUM30") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ministers of the 27-nation European Union met in Riga.", []),
        ("Ministers of the 28-nation European Union met in Riga.", ["NUM308"]),
        ("Ministers of the then 28-nation European Union met in Riga.", []),
        ("Ministers of 9 members of NATO met in Riga.", []),
    ],
)
def test_members_are_counted_on_the_day(text: str, code: list[str]) -> None:
    assert codes(text, select="NUM308", date="2024-05-06") == code


def test_without_a_day_any_number_it_ever_had_passes() -> None:
    assert codes("Ministers of the 28-nation European Union met in Riga.", select="NUM308") == []
    text = "Ministers of the 77-nation European Union met in Riga."
    assert codes(text, select="NUM308") == ["NUM308"]
