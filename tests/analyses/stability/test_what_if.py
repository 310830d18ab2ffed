"""What a mediator's move does to every equilibrium."""

from __future__ import annotations

import pytest

from detente.analyses.stability.what_if import what_if
from detente.case.case import Perspective
from detente.errors import InputError
from tests.analyses.stability.conflicts import CUBA, GRAPH, MEDIATION, case_of


def test_observers_make_both_pull_back() -> None:
    found = what_if(case_of(MEDIATION), what_if="pledge", concepts=["nash"])
    rows = {(row[0], row[1]): row[2] for row in found.table("before and after").rows}
    assert rows == {
        ("-", "-"): "yes > no",
        ("-", "observe"): "yes > no",
        ("pull-back, disarm", "pull-back, disarm, observe"): "no > yes",
    }
    assert "council can move as well" in found.answer
    assert "the move observe added" in found.answer
    assert "nash: 1 before, 1 after" in found.answer


def test_a_loss_is_explained_by_who_leaves() -> None:
    found = what_if(case_of(MEDIATION), what_if="pledge", concepts=["nash"])
    assert any("Council would leave '-'" in reason.text for reason in found.reasons)


def test_directions_change_equilibria_and_no_states() -> None:
    found = what_if(case_of(CUBA), what_if="no-recall", concepts=["nash", "seq"])
    rows = {row[1]: row[2:] for row in found.table("before and after").rows}
    assert rows["strike, withdraw"] == ("no > yes", "no > yes")
    assert rows["withdraw"] == ("no > no", "yes > yes")


def test_a_change_can_be_given_without_being_part_of_the_case() -> None:
    change = Perspective(
        id="firm",
        name="Bravonia would rather have war",
        changes={"preferences": [{"party": "b", "ranking": [["war"], ["talks"], ["crisis"]]}]},
    )
    found = what_if(case_of(GRAPH), what_if=change, concepts=["gmr"])
    rows = {row[1]: row[2] for row in found.table("before and after").rows}
    assert rows == {"talks": "yes > yes", "war": "yes > yes"}


def test_a_perspective_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="no perspective 'pledg'"):
        what_if(case_of(MEDIATION), what_if="pledg")
