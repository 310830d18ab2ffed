"""The question ``levers`` on cases with answers a careful reader would give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.analyses.base import Analysis, solver_for
from detente.analyses.levers import uses as module
from detente.case.load import load_case, read_case
from detente.errors import InputError

EXAMPLES = Path(__file__).parents[3] / "examples/cases"

CANAL = """
title: Canal
parties:
  - {id: upriver, name: Upriver, alternative: {points: 60}}
  - {id: downriver, name: Downriver, alternative: {points: 60}}
  - {id: bank, name: Bank, role: sponsor}
  - {id: guild, name: Guild, role: mediator}
issues:
  - id: tolls
    name: Tolls
    options: [{id: high, name: High, at: 0}, {id: fair, name: Fair, at: 50}, \
{id: free, name: Free, at: 100}]
positions:
  - {party: upriver, issue: tolls, at: 0, salience: 50}
  - {party: downriver, issue: tolls, at: 100, salience: 50}
"""
# At fair tolls each has 50 points and lacks 10; at either end one lacks 60.
LOCKS = "{id: locks, name: New locks, giver: bank, effects: {upriver: 10, downriver: 4}, cost: 30}"
LOANS = (
    "{id: loans, name: Loans, kind: transfer, giver: guild, effects: {downriver: 2}, "
    "cost: 4, cap: 9}"
)
GRANT = "{id: grant, name: A grant, giver: bank, effects: {upriver: 10, downriver: 10}, cost: 70}"
IDLE = "{id: parade, name: A parade, giver: guild, effects: {bank: 9}, cost: 1}"
DEAR = "{id: dear-locks, name: Locks of marble, giver: guild, effects: {upriver: 10}, cost: 31}"


def case_text(*levers: str, more: str = "") -> str:
    listed = "".join(f"  - {lever}\n" for lever in levers)
    return CANAL + ("levers:\n" + listed if levers else "") + more


def ask(*levers: str, more: str = "", want: str | None = None) -> Analysis:
    case = read_case(case_text(*levers, more=more), "case.yaml")
    return solver_for("levers").solve(case, want=want)


def test_the_cheapest_use_mixes_a_measure_and_a_transfer() -> None:
    found = ask(LOCKS, LOANS, GRANT, IDLE, DEAR)
    # Locks leave Downriver 6 short: three loans.
    assert found.table("use").column("lever") == ["locks", "loans"]
    assert found.table("use").column("units") == [1, 3]
    assert 'costs 42: "New locks" and "3 × Loans"' in found.answer
    assert found.complete
    verdicts = dict(
        zip(
            found.table("levers").column("lever"),
            found.table("levers").column("is it worth using"),
            strict=True,
        )
    )
    assert verdicts["parade"] == "helps nobody whose acceptance counts"
    assert verdicts["dear-locks"] == "in place of locks"
    assert verdicts["grant"] == "in place of loans"
    alone = ask(LOCKS, DEAR.replace("giver: guild", "giver: bank"), GRANT, LOANS)
    told = alone.table("levers")
    at = told.column("lever").index("dear-locks")
    assert told.rows[at][-2:] == (51, "in place of locks")
    assert any("Never worth using" in r.text and "A parade" in r.text for r in found.reasons)


def test_givers_alone_and_what_the_others_can_do_without_them() -> None:
    rows = {r[0]: r[1:] for r in ask(LOCKS, LOANS, GRANT).table("givers").rows}
    assert rows["Bank"] == (True, 70.0, "grant", False, None, "not within reach")
    assert rows["Guild"] == (False, None, "not within reach", True, 70.0, "grant")
    found = ask(LOCKS, LOANS, GRANT)
    assert "Alone it can be done by Bank (for 70)." in found.answer
    assert any(r.text.startswith("Bank is needed") for r in found.reasons)


def test_the_curve_goes_from_nothing_to_unanimity() -> None:
    curve = ask(LOCKS, LOANS, GRANT).table("curve")
    assert curve.column("accepting") == [0, 1, 2]
    assert curve.column("cost") == [0, 0, 42]
    figure = ask(LOCKS, LOANS, GRANT).figures[0]
    assert figure.svg.startswith("<svg xmlns=")
    assert "2 accept: 42" in figure.description


def test_a_wanted_package_has_its_own_price() -> None:
    found = ask(LOCKS, LOANS, GRANT, want="tolls=free")
    assert "All levers together do not let the wanted package stand" in found.answer
    assert "still lack points: Upriver 40." in found.answer
    rows = {r[0]: r for r in found.table("parties").rows}
    assert rows["Upriver"][1:4] == (0, 60, 60)
    assert rows["Downriver"][-1] is True
    assert ask(LOCKS, LOANS, want="fair").answer.startswith("The cheapest way to have the wanted")


@pytest.mark.parametrize(
    ("want", "told"),
    [
        ("fees=free", "no issue 'fees'; there are tolls"),
        ("tolls=none", "tolls has no option 'none'; it has high, fair, free"),
        ("tolls=fair, tolls=free", "tolls is named twice"),
        ("", "no package is wanted"),
        ("fair, free", "names 2 options for 1 issue;"),
        ("tolls=fair, free", "'free' says no issue"),
    ],
)
def test_a_package_that_is_not_there(want: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        ask(LOCKS, want=want)


def test_a_red_line_is_not_bought() -> None:
    line = (
        "red_lines: [{kind: forbid, id: no-tolls, party: downriver, issue: tolls, "
        "options: [fair]}]\n"
    )
    found = ask(LOCKS, LOANS, more=line, want="tolls=fair")
    assert "It breaks a red line of Downriver, which points do not buy." in found.answer


def test_a_ratifier_must_be_won_as_well() -> None:
    home = CANAL.replace(
        "  - {id: bank,",
        "  - {id: house, name: House, role: ratifier, alternative: {points: 55}}\n  - {id: bank,",
    )
    home += "  - {party: house, issue: tolls, at: 0, salience: 50}\n"
    levers = f"levers: [{LOCKS}, {LOANS}, {{id: word, name: A word, giver: bank, effects: "
    levers += "{house: 5}, cost: 1}]\nacceptance: {ratifiers: {upriver: [house]}}\n"
    found = solver_for("levers").solve(read_case(home + levers, "case.yaml"))
    assert found.table("use").column("lever") == ["locks", "loans", "word"]


def test_costs_that_are_not_known() -> None:
    def free(lever: str) -> str:
        return lever.replace(", cost: 30", "").replace("cost: 4, ", "").replace(", cost: 70", "")

    none = ask(free(LOCKS), free(LOANS), free(GRANT))
    assert "1 lever, and with no fewer" in none.answer
    assert "levers are counted" in none.answer
    assert none.table("use").column("cost") == [None]
    some = ask(LOCKS, LOANS, free(GRANT))
    assert "costs 42" in some.answer
    assert any("the cost of grant is not known" in line for line in some.warnings)
    assert any("1 lever would do" in r.text for r in some.reasons)
    lost = ask(free(LOCKS), LOANS)
    assert "With those whose cost is not known it can be had" in lost.answer


def test_nothing_to_buy_and_nothing_to_buy_with() -> None:
    easy = CANAL.replace("points: 60", "points: 40")
    found = solver_for("levers").solve(read_case(easy + f"levers: [{LOCKS}]\n", "case.yaml"))
    assert found.answer == "A package stands without any lever."
    assert found.table("levers").column("is it worth using") == ["not needed"]
    assert ask().answer == "No package stands as it is, and the case has no levers; add levers."
    beyond = ask(LOCKS, more="acceptance: {quorum: 9}\n")
    assert "the rule asks for 9 who accept, and there are 2 voters" in beyond.answer


def test_ties_are_all_there() -> None:
    twin = LOCKS.replace("id: locks", "id: twin")
    found = ask(LOCKS, twin, LOANS)
    assert sorted(set(found.table("use").column("use"))) == [1, 2]  # type: ignore[type-var]
    assert "2 ways cost the same" in found.answer


@pytest.mark.parametrize("name", ["camp_david_1978", "peace_broker_triangle"])
def test_large_cases_are_solved_by_programmes_with_the_same_answers(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = load_case(EXAMPLES / f"{name}.yaml")
    listed = solver_for("levers").solve(case)
    monkeypatch.setattr(module, "MOST_DEALS", 0)
    solved = solver_for("levers").solve(case)
    assert solved.complete
    assert solved.answer == listed.answer
    assert solved.table("use").rows == listed.table("use").rows
    assert solved.table("curve").column("cost") == listed.table("curve").column("cost")
    assert solved.table("givers") == listed.table("givers")


def test_published_ways_to_the_peace() -> None:
    camp = solver_for("levers").solve(load_case(EXAMPLES / "camp_david_1978.yaml"))
    assert camp.table("use").column("lever") == ["negev-airfields"]
    assert camp.table("use").column("cost") == [800]
    assert len(camp.table("packages").rows) == 3
    triangle = solver_for("levers").solve(load_case(EXAMPLES / "peace_broker_triangle.yaml"))
    assert triangle.table("use").column("lever") == ["chinese-pressure", "technology-licences"]
    assert "costs 15.5" in triangle.answer
    assert json.loads(triangle.to_json())["complete"] is True
