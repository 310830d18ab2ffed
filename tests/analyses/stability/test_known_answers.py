"""Equilibria that the literature gives, from case files."""

from __future__ import annotations

import pytest

from detente.analyses.base import Analysis
from detente.analyses.stability.equilibria import stability
from detente.case.perspectives import as_seen_by
from tests.analyses.stability.conflicts import CHICKEN, CUBA, GRAPH, PRISONERS, SYRIA_IRAQ, case_of


def held(analysis: Analysis, concept: str) -> set[str]:
    table = analysis.table("equilibria")
    at = table.columns.index(concept)
    return {str(row[0]) for row in table.rows if row[at]}


BOTH_SILENT = "row-silent, column-silent"
BOTH_SWERVE = "row-swerves, column-swerves"
ONE_SWERVES = {"row-swerves", "column-swerves"}


@pytest.mark.parametrize(
    ("text", "concept", "states"),
    [
        (PRISONERS, "nash", {"-"}),
        *((PRISONERS, c, {"-", BOTH_SILENT}) for c in ("gmr", "smr", "seq", "sseq", "sim")),
        (PRISONERS, "l1", {"-"}),
        *((PRISONERS, c, {"-", BOTH_SILENT}) for c in ("l2", "l3", "nm")),
        *((CHICKEN, c, ONE_SWERVES) for c in ("nash", "seq", "sseq")),
        *((CHICKEN, c, {*ONE_SWERVES, BOTH_SWERVE}) for c in ("gmr", "smr", "sim")),
        (CHICKEN, "l2", set()),
        *((CHICKEN, c, {BOTH_SWERVE}) for c in ("l3", "nm")),
        *((SYRIA_IRAQ, c, {"escalate, attack"}) for c in ("nash", "smr", "seq", "sseq", "sim")),
        (SYRIA_IRAQ, "gmr", {"-", "escalate, attack"}),
        (CUBA, "nash", set()),
        (CUBA, "seq", {"withdraw", "blockade, withdraw"}),
    ],
)
def test_equilibria(text: str, concept: str, states: set[str]) -> None:
    assert held(stability(case_of(text), concepts=[concept]), concept) == states


def test_a_strike_that_cannot_be_taken_back_makes_one_nash_equilibrium() -> None:
    found = stability(as_seen_by(case_of(CUBA), "no-recall"))
    assert held(found, "nash") == {"strike, withdraw"}
    assert held(found, "seq") == {"withdraw", "blockade, withdraw", "strike, withdraw"}


def test_coalitions_of_the_prisoners_leave_the_state_that_is_bad_for_both() -> None:
    found = stability(case_of(PRISONERS), concepts=["nash", "cnash"])
    assert held(found, "nash") == {"-"}
    assert held(found, "cnash") == set()
    assert found.table("coalitions").rows == (("-", "row + column"),)


def test_a_drawn_graph() -> None:
    found = stability(case_of(GRAPH))
    # Astoria gains by the crisis if nothing follows; Bravonia would then go to war or to talks.
    assert held(found, "nash") == {"war"}
    assert held(found, "seq") == {"war", "talks"}
    assert "Talks are on" in " ".join(r.text for r in found.reasons)


def test_margins_are_given_for_those_with_utilities_alone() -> None:
    found = stability(case_of(GRAPH), states=["talks", "war"])
    rows = {(row[0], row[1]): row[2:] for row in found.table("margins").rows}
    # Talks are worth 5 to Astoria, the crisis 7; the worst that can follow is war at 1.
    assert rows["talks", "a"] == (-2, 4, 4, 4, 4)
    assert rows["war", "a"] == (None,) * 5
    assert {party for _, party in rows} == {"a"}


def test_the_answer_says_what_holds_and_where_things_stand() -> None:
    found = stability(case_of(CUBA))
    assert "nash: none" in found.answer
    assert "The status quo 'blockade' holds under gmr, smr" in found.answer
    assert found.complete
    assert found.case_sha256 == case_of(CUBA).sha256


def test_tables_are_cut_and_say_so() -> None:
    table = stability(case_of(CUBA), most=3).table("equilibria")
    assert len(table.rows) == 3
    assert table.left_out == 4


def test_text_and_html_hold_the_answer_and_escape_what_a_case_says() -> None:
    case = case_of(PRISONERS.replace("title: Prisoner's dilemma", "title: '<b>A & B</b>'"))
    found = stability(case)
    assert "<b>A & B</b>" in found.to_text()
    page = found._repr_html_()
    assert "&lt;b&gt;A &amp; B" in page
    assert "<b>A" not in page
