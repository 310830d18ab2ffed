"""Arrays of small cases, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from detente.case.load import read_case
from detente.case.tables import Tables
from detente.errors import UnsuitableCase

CASE = """
title: Water
parties:
  - {id: n, name: N, influence: 40, veto: true, alternative: {points: 12.5}}
  - {id: s, name: S, influence: {low: 20, mode: 30, high: 80}}
  - {id: m, name: M, role: mediator}
issues:
  - {id: water, name: W, options: [{id: dam, name: D, at: 0}, {id: mix, name: M, at: 40},
                                   {id: canal, name: C, at: 100}, {id: odd, name: O}]}
  - {id: border, name: B}
  - {id: guard, name: G, options: [{id: ours, name: O, at: 0}, {id: joint, name: J, at: 100}]}
positions:
  - {party: n, issue: water, at: 0, salience: 30}
  - {party: n, issue: border, at: 20, salience: 10}
  - {party: s, issue: water, option: canal, salience: {low: 40, high: 60}}
  - {party: s, issue: border, at: {mean: 80, sd: 5}, salience: 50}
utilities:
  - {party: m, issue: water, values: {dam: 1, mix: 2.25, canal: 3, odd: -4}}
red_lines:
  - {kind: forbid, id: r1, party: n, issue: water, options: [odd], above: 40}
  - {kind: forbid, id: r2, party: s, issue: border, below: 50}
  - {kind: floor, id: r3, party: s, points: 30}
  - {kind: link, id: r4, party: s, when: {issue: water, options: [dam, mix]},
     then: {issue: guard, options: [joint]}}
links:
  - {id: l, effects: [{when: {guard: ours, water: canal}, points: {n: 5, s: -1}},
                      {when: {water: canal, guard: ours}, points: {n: 2}}]}
levers:
  - {id: aid, name: A, giver: m, effects: {n: 3, s: -1.5}, cost: 100}
  - {id: cash, name: C, kind: transfer, giver: s, effects: {n: 1}, cap: 20}
acceptance: {vetoes: [s], quorum: 1, ratifiers: {n: [m]}}
"""


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_case(CASE, "case").tables()


def points(tables: Tables, issue: int) -> list[list[float]]:
    return [[float(x) for x in row] for row in tables.points[issue] / tables.scale]


def test_rows_columns_and_what_is_not_said(tables: Tables) -> None:
    assert tables.parties == ("n", "s", "m")
    assert tables.issues == ("water", "border", "guard")
    assert tables.influence[:2].tolist() == [40, 30]
    assert np.isnan(tables.influence[2])
    np.testing.assert_array_equal(
        tables.position, np.array([[0, 20, np.nan], [100, 80, np.nan], [np.nan] * 3])
    )
    np.testing.assert_array_equal(
        tables.salience, np.array([[30, 10, np.nan], [50, 50, np.nan], [np.nan] * 3])
    )
    assert tables.known.tolist() == [[True, True, False], [True, True, False], [True, False, False]]


def test_an_issue_without_options_has_its_ends_and_positions(tables: Tables) -> None:
    water, border, _ = tables.options
    assert (water.ids, water.named) == (("dam", "mix", "canal", "odd"), True)
    assert np.isnan(water.places[3])
    assert (border.ids, border.named) == (("0", "20", "80", "100"), False)
    assert border.places.tolist() == [0, 20, 80, 100]


def test_points_by_place_and_by_table(tables: Tables) -> None:
    # n: weights 75 and 25; s: 50 and 50; an unplaced option is worth nothing by place.
    assert points(tables, 0) == [[75, 0, 1], [45, 20, 2.25], [0, 50, 3], [0, 0, -4]]
    assert points(tables, 1) == [[20, 10, 0], [25, 20, 0], [10, 50, 0], [5, 40, 0]]
    assert tables.scale == 100


def test_alternatives_votes_and_vetoes(tables: Tables) -> None:
    assert (tables.alternative / tables.scale).tolist() == [12.5, 0, 0]
    assert tables.has_alternative.tolist() == [True, False, False]
    assert tables.voters.tolist() == [True, True, False]
    assert tables.vetoes.tolist() == [True, True, True]
    assert tables.quorum == 1


def test_red_lines(tables: Tables) -> None:
    assert [(r.id, r.party, r.issue, r.refused.tolist()) for r in tables.refusals] == [
        ("r1", 0, 0, [False, False, True, True]),
        ("r2", 1, 1, [True, True, False, False]),
    ]
    assert [(f.id, f.party, f.points / tables.scale) for f in tables.floors] == [("r3", 1, 30)]
    (tie,) = tables.conditions
    assert (tie.id, tie.party, tie.issues) == ("r4", 1, (0, 2))
    assert tie.when.tolist() == [True, True, False, False]
    assert tie.then.tolist() == [False, True]


def test_pairs_add_up_in_the_order_of_the_issues(tables: Tables) -> None:
    (pair,) = tables.pairs
    assert (pair.id, pair.issues, pair.points.shape) == ("l", (0, 2), (4, 2, 3))
    assert (pair.points[2, 0] / tables.scale).tolist() == [7, -1, 0]
    assert np.count_nonzero(pair.points) == 2


def test_levers(tables: Tables) -> None:
    levers = tables.levers
    assert (levers.ids, levers.givers) == (("aid", "cash"), (2, 1))
    assert (levers.effects / tables.scale).tolist() == [[3, -1.5, 0], [1, 0, 0]]
    assert (levers.cost / tables.scale).tolist() == [100, 0]
    assert levers.cost_known.tolist() == [True, False]
    assert levers.cap.tolist() == [1, 20]
    assert levers.transfer.tolist() == [False, True]


def test_without_a_quorum_all_voters_must_accept() -> None:
    case = read_case("title: x\nparties: [{id: a, name: A}, {id: b, name: B}]", "x")
    assert case.tables().quorum == 2
    assert case.tables() is case.tables()


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("positions: [{party: x, issue: i, at: 1}]", "names the party 'x'"),
        ("positions: [{party: a, issue: x, at: 1}]", "names the issue 'x'"),
        ("positions: [{party: a, issue: i, option: x}]", "names the option 'x'"),
        ("utilities: [{party: a, issue: i, values: {o: 1}}]", "has no value for p"),
        ("levers: [{id: l, name: L, giver: x}]", "lever l names the party 'x'"),
        ("acceptance: {ratifiers: {a: [x]}}", "ratifiers of a names the party 'x'"),
    ],
)
def test_an_unknown_id_is_told_with_where_it_stands(section: str, message: str) -> None:
    case = read_case(
        "title: x\nparties: [{id: a, name: A}]\nissues: [{id: i, name: I, options: "
        f"[{{id: o, name: O}}, {{id: p, name: P}}]}}]\n{section}",
        "x",
    )
    with pytest.raises(UnsuitableCase, match=message):
        case.tables()


def test_tables_too_large_for_any_machine_are_refused() -> None:
    parties = "".join(f"- {{id: p{i}, name: P}}\n" for i in range(5000))
    issues = "".join(f"- {{id: i{i}, name: I}}\n" for i in range(5000))
    case = read_case(f"title: x\nparties:\n{parties}issues:\n{issues}", "x")
    with pytest.raises(UnsuitableCase, match="5,000 parties and their options make"):
        case.tables()
