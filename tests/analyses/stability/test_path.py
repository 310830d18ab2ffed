"""From here to there: which steps, whose, and who must trust whom."""

from __future__ import annotations

from detente.analyses.stability.path import path
from tests.analyses.stability.conflicts import CUBA, GRAPH, MEDIATION, PRISONERS, case_of


def test_a_gain_by_the_whole_with_a_loss_on_the_way_needs_a_guarantor() -> None:
    found = path(case_of(PRISONERS), concepts=["seq"])
    steps = found.table("steps")
    rows = [dict(zip(steps.columns, row, strict=True)) for row in steps.rows]
    silent = [r for r in rows if r["to"] == "row-silent, column-silent"]
    # Whoever falls silent first loses by it, the second too, and both gain by the whole.
    assert [(r["way"], r["by the step"], r["by the whole"]) for r in silent] == [
        ("legal moves", "loses", "gains"),
        ("legal moves", "loses", "gains"),
    ]
    assert all(r["needs a guarantor"] for r in silent)
    assert "it needs a guarantor" in found.reasons[0].text
    assert "only with two or more concessions" in found.answer


def test_either_prisoner_can_be_last() -> None:
    found = path(case_of(PRISONERS), states=["row-silent, column-silent"])
    assert found.table("paths").rows[0][-1] == "row, column"
    assert found.table("endings").rows == (
        (
            "row-silent, column-silent",
            "row",
            "column > row",
            "column-silent > row-silent, column-silent",
        ),
        (
            "row-silent, column-silent",
            "column",
            "row > column",
            "row-silent > row-silent, column-silent",
        ),
    )


def test_improvements_are_told_from_concessions() -> None:
    found = path(case_of(CUBA), concepts=["seq"])
    assert "by improvements alone" in found.answer
    rows = {row[0]: row[2:5] for row in found.table("paths").rows}
    assert rows["blockade, withdraw"] == ("improvements", 1, "east")
    assert rows["withdraw"] == ("improvements", 2, "east > west")


def test_counts_of_states_reached() -> None:
    reach = {row[0]: int(row[1] or 0) for row in path(case_of(CUBA)).table("reach").rows}
    assert reach["legal moves"] >= reach["one concession"] >= reach["improvements"] > 0
    # Everything can be reached again, the status quo included.
    assert reach["legal moves"] == 12


def test_a_state_that_no_moves_reach_is_said_to_be_out_of_reach() -> None:
    case = case_of(GRAPH.replace("state: talks", "state: war"))
    found = path(case, states=["talks"])
    assert found.answer == "From 'war' none can be reached."
    assert found.reasons[0].text == "No legal moves lead from 'war' to 'talks' (Talks are on)."
    assert found.table("paths").rows == ()


def test_reasons_refer_to_moves_and_preferences() -> None:
    found = path(case_of(MEDIATION), states=["pull-back, disarm"])
    about = found.reasons[0].about
    assert {"status_quo", "moves[0]", "moves[1]", "preferences[0]", "preferences[1]"} == set(about)
