"""The question ``blocks`` on cases with answers a careful reader would give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.analyses.base import Analysis, solver_for
from detente.analyses.blocks import blocks as module
from detente.case.case import Case
from detente.case.load import load_case, read_case

EXAMPLES = Path(__file__).parents[3] / "examples/cases"

FISHERY = """
title: Herring
parties:
  - {id: norden, name: Norden, alternative: {points: 40, text: Fish without a treaty}}
  - {id: sudland, name: Sudland, alternative: {points: 40}, evidence: [note]}
  - {id: observer, name: Watchers, role: observer}
issues:
  - id: quota
    name: Quota
    options: [{id: low, name: Low, at: 0}, {id: middle, name: Middle, at: 50}, \
{id: high, name: High, at: 100}]
  - id: patrols
    name: Patrols
    options: [{id: alone, name: Each alone, at: 0}, {id: joint, name: Joint patrols, at: 100}]
positions:
  - {party: norden, issue: quota, at: 0, salience: 50}
  - {party: norden, issue: patrols, at: 100, salience: 50}
  - {party: sudland, issue: quota, at: 100, salience: 50}
  - {party: sudland, issue: patrols, at: 0, salience: 50}
evidence: [{id: note, kind: judgement, note: A guess}]
"""


def ask(text: str, **options: int) -> Analysis:
    return solver_for("blocks").solve(read_case(text, "case.yaml"), **options)


def with_lines(*lines: str, rule: str = "") -> str:
    return FISHERY + "red_lines:\n" + "".join(f"  - {line}\n" for line in lines) + rule


LOW = "{kind: forbid, id: no-low, party: sudland, issue: quota, options: [low], evidence: [note]}"
REST = "{kind: forbid, id: only-low, party: norden, issue: quota, options: [middle, high]}"


def test_two_red_lines_against_each_other() -> None:
    found = ask(with_lines(LOW, REST))
    assert found.complete
    assert found.table("blocking").column("red lines") == ["no-low, only-low"]
    assert found.table("relaxing").column("red lines") == ["no-low", "only-low"]
    assert found.answer.startswith("None of 6 packages keeps the red lines")
    assert "Sudland's no-low or Norden's only-low" in found.answer
    blocking = found.reasons[-1]
    assert blocking.text == (
        'No package keeps all of these: Sudland: no "Low" (Quota) [no-low]; '
        'Norden: no "Middle" or "High" (Quota) [only-low].'
    )
    assert blocking.about == ("red_lines[0]", "red_lines[1]")
    assert blocking.data["parties"] == ["norden", "sudland"]
    assert blocking.data["evidence"] == ["note"]


def test_a_floor_says_by_how_much_it_would_have_to_fall() -> None:
    floor = "{kind: floor, id: norden-floor, party: norden, points: 90}"
    found = ask(with_lines(floor))
    # The middle with joint patrols has 75 for Norden and 25 for Sudland, who asks for 40.
    rows = found.table("relaxing").rows
    assert [row[2] for row in rows] == ["norden-floor", "sudland:alternative"]
    assert rows[0][3] == "norden-floor by 40"
    assert rows[1][3] == "sudland:alternative by 40"
    assert "Norden took 50 points instead of 90 [norden-floor]" in found.reasons[0].text


def test_a_party_against_itself() -> None:
    either = "{kind: forbid, id: not-low, party: norden, issue: quota, options: [low]}"
    found = ask(with_lines(either, REST))
    assert "Norden cannot be satisfied by any package: its own red lines leave none" in found.answer
    assert found.table("blocking").column("of") == ["Norden"]


def test_a_condition_in_words() -> None:
    tie = (
        "{kind: link, id: patrols-for-fish, party: norden, when: {issue: quota, options: "
        "[low, middle, high]}, then: {issue: patrols, options: [joint]}}"
    )
    no_patrols = "{kind: forbid, id: no-patrols, party: sudland, issue: patrols, options: [joint]}"
    found = ask(with_lines(tie, no_patrols))
    assert found.table("blocking").column("red lines") == ["no-patrols, patrols-for-fish"]
    assert (
        'Norden: "Low", "Middle" or "High" (Quota) only with "Joint patrols" (Patrols)'
        in found.reasons[-1].text
    )


def test_where_deals_stand_lines_have_a_price() -> None:
    found = ask(with_lines(LOW, "{kind: floor, id: watch, party: observer, points: 99}"))
    # Norden gets its patrols and Sudland the middle quota or more.
    assert found.answer.startswith("1 of 6 packages keeps")
    rows = {row[0]: row[3:6] for row in found.table("costs").rows}
    assert rows["no-low"] == (1, 0, None)
    assert rows["norden:alternative"] == (2, None, 50)
    assert rows["sudland:alternative"] == (1, 25, None)
    assert any("bind nobody: watch" in line for line in found.warnings)


def test_a_quorum_leaves_a_choice() -> None:
    found = ask(with_lines(LOW, REST, rule="acceptance: {vetoes: [], quorum: 1}\n"))
    assert found.answer.startswith("5 of 6 packages keep")
    assert any("1 of Norden and Sudland are enough" in line for line in found.warnings)


def test_a_rule_that_nobody_can_meet_and_one_that_asks_nobody() -> None:
    found = ask(FISHERY + "acceptance: {quorum: 5}\n")
    assert "the rule asks for 5 who accept, and there are 2 voters" in found.answer
    nobody = FISHERY.replace("name: Norden,", "name: Norden, role: observer,")
    nobody = nobody.replace("name: Sudland,", "name: Sudland, role: observer,")
    assert ask(nobody).answer.startswith("Nobody is asked to accept")


def test_unknown_alternatives_are_said() -> None:
    text = FISHERY.replace("alternative: {points: 40}, evidence: [note]", "evidence: [note]")
    assert any(line.startswith("what Sudland would have") for line in ask(text).warnings)


def test_one_option_is_an_answer_too() -> None:
    text = FISHERY.replace(
        "{id: middle, name: Middle, at: 50}, {id: high, name: High, at: 100}", ""
    ).replace("[{id: alone, name: Each alone, at: 0}, ", "[")
    found = ask(text)
    assert found.answer.startswith("The one package there is breaks red lines")
    assert found.table("relaxing").rows[0][:4] == (
        1,
        "Sudland",
        "sudland:alternative",
        "sudland:alternative by 40",
    )


def test_tables_can_be_cut() -> None:
    found = ask(with_lines(LOW, REST), most=1)
    assert len(found.table("relaxing").rows) == 1
    assert found.table("relaxing").left_out == 1


def searched(case: Case, monkeypatch: pytest.MonkeyPatch) -> Analysis:
    monkeypatch.setattr(module, "MOST_DEALS", 0)
    return solver_for("blocks").solve(case)


@pytest.mark.parametrize("name", ["camp_david_1978", "peace_broker_triangle"])
def test_large_cases_are_searched_with_the_same_sets(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = load_case(EXAMPLES / f"{name}.yaml")
    listed = solver_for("blocks").solve(case)
    found = searched(case, monkeypatch)
    for table in ("relaxing", "blocking"):
        assert found.table(table).column("red lines") == listed.table(table).column("red lines")
    assert found.complete
    assert found.table("lines") == listed.table("lines")


def test_costs_of_a_large_case_are_those_of_a_listed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    case = load_case(EXAMPLES / "paris_climate_2015.yaml")
    listed = solver_for("blocks").solve(case)
    found = searched(case, monkeypatch)
    points = [c for c in listed.table("costs").columns if c.startswith("points")]

    def prices(made: Analysis) -> dict[str, list[object]]:
        table = made.table("costs")
        rows = dict(zip(table.column("red line"), table.rows, strict=True))
        chosen = [table.columns.index(c) for c in points]
        return {
            str(k): [row[c] for c in chosen]
            for k, row in rows.items()
            if any(row[c] for c in chosen)
        }

    assert prices(found) == prices(listed)
    assert "There are packages that stand" in found.answer


def test_camp_david_hangs_on_six_lines_or_seven() -> None:
    found = solver_for("blocks").solve(load_case(EXAMPLES / "camp_david_1978.yaml"))
    assert found.table("blocking").column("lines") == [6, 7]
    alone = [row[2] for row in found.table("relaxing").rows if "," not in str(row[2])]
    assert "israel:alternative" in alone
    assert json.loads(found.to_json())["complete"] is True
