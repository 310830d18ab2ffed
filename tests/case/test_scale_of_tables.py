"""The scale of a case's points: exact where it can be, never too large to be added."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.load import case_from_data, read_case
from detente.case.option_places import issue_options
from detente.case.tables import Tables
from detente.errors import UnsuitableCase

THIRDS = """
title: Thirds
parties: [{id: a, name: A, alternative: {points: 100}}]
issues: [{id: i, name: I}, {id: j, name: J}, {id: k, name: K}]
positions:
  - {party: a, issue: i, at: 100, salience: 10}
  - {party: a, issue: j, at: 100, salience: 10}
  - {party: a, issue: k, at: 100, salience: 10}
"""


def tables_of(text: str) -> Tables:
    return read_case(text, "case").tables()


def best(tables: Tables, party: int = 0) -> int:
    return sum(int(table[:, party].max()) for table in tables.points)


def test_three_thirds_are_a_whole() -> None:
    tables = tables_of(THIRDS)
    assert tables.scale == 3
    assert best(tables) == tables.alternative[0] == 300


def test_a_value_off_the_grid_by_little_is_another_value() -> None:
    # 30 and 30.00000002 differ by less than one part in 10^9.
    tables = tables_of(
        "title: x\nparties: [{id: a, name: A, alternative: {points: 30.00000002}}]\n"
        "issues: [{id: i, name: I, options: [{id: o, name: O}]}]\n"
        "utilities: [{party: a, issue: i, values: {o: 30}}]"
    )
    assert tables.points[0][0, 0] < tables.alternative[0]
    assert (tables.points[0][0, 0], tables.scale) == (30 * tables.scale, 1_000_000_000)


def test_large_and_fine_numbers_make_no_overflow() -> None:
    # At 10^9 a cost of 10^10 would not fit into 64 bits.
    tables = tables_of(
        THIRDS.replace("salience: 10}", "salience: 10.123457}", 1)
        + "levers: [{id: l, name: L, giver: a, cost: 10000000000, cap: 3}]"
    )
    assert tables.levers.cost[0] == 10_000_000_000 * tables.scale
    assert tables.levers.cost[0] * tables.levers.cap[0] <= 1 << 52
    assert tables.scale in (10_000, 100_000)


def test_where_points_are_rounded_a_tie_stays_acceptable() -> None:
    saliences = [10.12345679, 20.0071, 7.31]
    text = THIRDS
    for salience in saliences:
        text = text.replace("salience: 10}", f"salience: {salience}}}", 1)
    text += "red_lines: [{kind: floor, id: f, party: a, points: 100}]"
    tables = tables_of(text)
    assert tables.scale == 1_000_000_000
    assert tables.floors[0].points == tables.alternative[0] == 100 * tables.scale
    assert 0 <= best(tables) - tables.alternative[0] <= 3


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("levers: [{id: l, name: L, giver: a, cost: 1000000000000, cap: 100000}]", "cost of a"),
        ("levers: [{id: l, name: L, giver: a, effects: {a: 1000000}, cap: 1e12}]", "effects of"),
    ],
)
def test_what_cannot_be_added_exactly_is_refused_in_words(more: str, what: str) -> None:
    with pytest.raises(UnsuitableCase, match=f"too large to be added exactly: {what}"):
        tables_of(THIRDS + more)


def test_places_that_differ_late_are_two_options() -> None:
    case = read_case(
        "title: x\nparties: [{id: a, name: A}, {id: b, name: B}]\nissues: [{id: i, name: I}]\n"
        "positions: [{party: a, issue: i, at: 33.3333331}, {party: b, issue: i, at: 33.3333332}]",
        "case",
    )
    assert issue_options(case)[0].ids == ("0", "33.3333331", "33.3333332", "100")


def test_the_middle_and_the_sum_of_decimals_are_decimals() -> None:
    tables = tables_of(
        "title: x\nparties: [{id: a, name: A, alternative: {points: {low: 0.1, high: 0.2}}}]\n"
        "issues: [{id: i, name: I, options: [{id: o, name: O}]},\n"
        "         {id: j, name: J, options: [{id: o, name: O}]}]\n"
        "links: [{id: l, effects: [{when: {i: o, j: o}, points: {a: 0.1}},\n"
        "                          {when: {i: o, j: o}, points: {a: 0.2}}]}]"
    )
    assert (tables.scale, tables.alternative[0], tables.pairs[0].points[0, 0, 0]) == (100, 15, 30)


weights = st.integers(0, 1000).map(lambda n: Fraction(n, 10))


@given(
    st.lists(st.tuples(weights, weights), min_size=1, max_size=4),
    st.integers(1, 4),
)
def test_whole_points_are_the_exact_ones(stands: list[tuple[Fraction, Fraction]], n: int) -> None:
    total = sum(salience for _, salience in stands)
    case = case_from_data(
        {
            "title": "x",
            "parties": [{"id": "a", "name": "A"}],
            "issues": [
                {"id": f"i{k}", "name": "I", "options": [{"id": "o", "name": "O", "at": 100 / n}]}
                for k in range(len(stands))
            ],
            "positions": [
                {"party": "a", "issue": f"i{k}", "at": float(at), "salience": float(salience)}
                for k, (at, salience) in enumerate(stands)
            ],
        },
        "case",
    )
    tables = case.tables()
    for (at, salience), points in zip(stands, tables.points, strict=True):
        away = abs(Fraction(100, n) - at)
        exact = 100 * salience / total * (1 - away / 100) if total else Fraction(0)
        assert (
            0 <= int(points[0, 0]) - exact * tables.scale < 1
            if n == 3
            else (points[0, 0] == exact * tables.scale)
        )
