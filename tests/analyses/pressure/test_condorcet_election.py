"""The probabilistic election as an answer to a case."""

from __future__ import annotations

import pytest

from detente.analyses.pressure.condorcet_election import condorcet
from detente.errors import InputError
from detente.maths.pressure.condorcet import FORMS
from tests.analyses.pressure.scales import INFLUENCE, TARIFF, case_of

THREE = {"border": {"a": (0.0, 50.0), "b": (50.0, 50.0), "c": (100.0, 50.0), "d": (50.0, 0.0)}}


def test_three_places_by_hand() -> None:
    found = condorcet(case_of(THREE))
    rows = found.table("probabilities").rows
    assert [row[1] for row in rows] == [0.0, 50.0, 100.0]
    assert [row[3] for row in rows] == ["A", "B and D", "C"]
    # The middle wins 2 : 1 against each end, and the ends tie: 1/3 · 1/2, 2/3 · 2/3, 1/3 · 1/2.
    assert [row[4] for row in rows] == [round(p, 3) for p in (3 / 14, 8 / 14, 3 / 14)]
    (row,) = found.table("expected").rows
    assert row[:5] == ("Border", 50.0, 50.0, 50.0, 50.0)
    assert "Border: 50 of 100 with probability 0.57 (expected: 50)" in found.answer


@pytest.mark.parametrize("form", FORMS)
def test_the_answer_is_of_the_form_that_is_asked_for(form: str) -> None:
    found = condorcet(case_of(THREE), form=form)
    assert found.table("expected").columns[-1] == f"most probable ({form})"
    assert found.parameters["form"] == form
    for column in FORMS:
        assert sum(found.table("probabilities").column(column)) == pytest.approx(1, abs=0.002)  # type: ignore[arg-type]


def test_a_place_that_nobody_with_weight_holds_tips_the_scales() -> None:
    # 20 and 80 tie; against 100, where only C without weight stands, 20 wins 2 : 1 and 80 surely.
    found = condorcet(case_of(TARIFF, INFLUENCE))
    chances = found.table("probabilities").column("conditional")
    assert chances == pytest.approx([0.4, 0.6, 0.0], abs=1e-3)


def test_where_there_is_no_election() -> None:
    alone = condorcet(case_of({"x": {"a": (30.0, 50.0), "b": (30.0, 10.0)}}))
    assert "X: 30 of 100, where all stand" in alone.answer
    nobody = condorcet(case_of(TARIFF, dict.fromkeys(INFLUENCE, 0.0)))
    assert "No issue can be placed" in nobody.answer
    with pytest.raises(InputError, match="the voting of an election is one of"):
        condorcet(case_of(TARIFF), voting="by lot")
