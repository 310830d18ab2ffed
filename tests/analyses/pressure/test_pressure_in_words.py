"""Cases in which there is little or nothing to weigh up get an answer in words."""

from __future__ import annotations

from typing import Any

import pytest

from detente.analyses.base import Analysis, solvers
from detente.analyses.pressure.baselines import baselines
from detente.analyses.pressure.compromise import compromise
from detente.analyses.pressure.nash_on_a_scale import nash
from detente.analyses.pressure.weighted_median import median
from detente.case.case import Case
from detente.errors import InputError
from tests.analyses.pressure.scales import INFLUENCE, TARIFF, Stands, case_of

OURS = ("compromise", "weighted-median", "scale-baselines", "nash-on-a-scale")
each = pytest.mark.parametrize(
    "method", [s for s in solvers() if s.name in OURS], ids=lambda s: s.name
)
UTILITIES: dict[str, Any] = {
    "title": "Words only",
    "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    "issues": [{"id": "flag", "name": "Flag", "options": [{"id": "red", "name": "Red"}]}],
    "utilities": [{"party": "a", "issue": "flag", "values": {"red": 3}}],
}


def said(found: Analysis) -> str:
    return " ".join([found.answer, *found.warnings, *(r.text for r in found.reasons)])


@each
def test_no_issue_on_a_scale(method: Any) -> None:
    found = method.solve(Case.model_validate(UTILITIES))
    assert found.answer == (
        "No issue can be placed, so there is no pressure to weigh up. Flag: no party has a place "
        "on its scale."
    )
    assert found.tables == ()


@each
def test_nobody_cares_or_has_weight(method: Any) -> None:
    idle = {"tariff": {"a": (20.0, 0.0), "b": (70.0, 0.0)}}
    assert "nobody who has a place on it cares" in method.solve(case_of(idle)).answer
    weak = {"tariff": {"a": (20.0, 9.0), "b": (70.0, 0.0)}}
    found = method.solve(case_of(weak, {"a": 0.0, "b": 5.0}))
    assert "nobody who has a place on it has weight" in found.answer


@each
def test_one_party(method: Any) -> None:
    found = method.solve(case_of({"tariff": {"a": (20.0, 50.0)}}))
    assert "Tariff: only A has a place on it, so nothing pulls the other way" in said(found)
    ghost = {"tariff": {"a": (20.0, 50.0), "b": (60.0, 0.0)}}
    assert "only A has weight on it" in said(method.solve(case_of(ghost)))


@each
def test_all_at_one_place(method: Any) -> None:
    found = method.solve(case_of({"tariff": dict.fromkeys("abc", (40.0, 50.0))}))
    assert "Tariff: all 3 parties stand at 40; nothing is in dispute" in said(found)


@each
def test_no_influence_and_missing_salience(method: Any) -> None:
    stands: Stands = {"tariff": {"a": (0.0, None), "b": (60.0, 50.0)}, "ports": {"a": (10.0, None)}}
    found = method.solve(case_of(stands))
    assert "no influence is given: all parties count alike" in said(found)
    assert (
        "where a position has no salience, 50 is taken, the middle of its scale; Tariff: A; "
        "Ports: nobody's is given" in said(found)
    )


def test_the_answer_says_by_what_it_is_weighted() -> None:
    bare: Stands = {"tariff": {"a": (0.0, None), "b": (60.0, None)}}
    told = compromise(case_of(bare)).answer
    assert told.startswith("With all parties counted alike, the parties' positions balance here.")
    assert compromise(case_of(TARIFF)).answer.startswith("Weighted by salience, ")
    assert compromise(case_of(bare, {"a": 5.0})).answer.startswith("Weighted by influence, ")


def test_missing_salience_counts_as_50() -> None:
    found = compromise(case_of({"tariff": {"a": (0.0, None), "b": (60.0, 25.0)}}))
    (row,) = found.table("settlement").rows
    assert row[1] == 20.0
    # From 0 to 100 in place of 50: only b, or a with four times its weight.
    assert row[-1] == "12–60"
    parties = found.table("parties on tariff")
    assert parties.rows[0][:4] == ("A", 0.0, None, None)
    assert parties.note == "An unknown salience counts as 50."


def test_missing_influence_counts_as_the_mean_of_the_others() -> None:
    found = compromise(case_of(TARIFF, {"a": 60.0, "c": 10.0}))
    # b: the mean of 60 and 10, times 100; a: 60 times 50.
    (row,) = found.table("settlement").rows
    assert row[1] == round((3_000 * 20 + 3_500 * 80) / 6_500, 1)
    assert "no influence is given for B: the mean of the others is taken" in said(found)


def test_a_missing_position_pulls_nowhere() -> None:
    some: Stands = {"tariff": {"a": (20.0, 50.0), "b": (None, 90.0), "c": (40.0, 50.0)}}
    found = compromise(case_of(some))
    (row,) = found.table("settlement").rows
    assert row[1] == 30.0
    assert found.table("settlement").column("parties") == [2]
    half: Stands = {"tariff": {"a": (20.0, 50.0)}, "ports": {"a": (None, 5.0)}}
    assert "Ports is left out: no party has a place on its scale" in said(compromise(case_of(half)))
    wanted = compromise(case_of(half), want="ports=3")
    assert wanted.answer == "Ports cannot be placed."


def test_an_undisputed_issue_has_no_interval() -> None:
    found = compromise(case_of({"tariff": dict.fromkeys("abc", (40.0, 50.0))}))
    (row,) = found.table("settlement").rows
    assert row[2:5] == (None, None, None)
    assert "interval" not in found.answer


def test_a_locked_median_is_said() -> None:
    stands = {"tariff": dict.fromkeys("abcd", (40.0, 50.0)) | {"e": (90.0, 50.0)}}
    found = compromise(case_of(stands))
    assert "the median is locked" in said(found)
    assert "Tariff (all of 5)" in said(found)
    assert median(case_of(stands)).table("movers").note == "Nobody, on any issue."
    assert "locked" not in said(compromise(case_of(TARIFF, INFLUENCE)))


def test_nash_over_a_reference_point_or_none() -> None:
    above = nash(case_of(TARIFF, INFLUENCE, reference_point={"tariff": 0}))
    (row,) = above.table("nash").rows
    # Gains of a: 20 - |x - 20|, of b: 80 - |x - 80| = x: (40 - x) x is largest at a's own place.
    assert row[3:6] == (0.0, 20.0, "place")
    between = nash(case_of(TARIFF, INFLUENCE, reference_point={"tariff": 50}))
    (row,) = between.table("nash").rows
    assert row[3:6] == (50.0, None, "no gain for all")
    assert "no place is better for all than the reference point 50; A below it and B above" in said(
        between
    )
    (row,) = nash(case_of(TARIFF, INFLUENCE)).table("nash").rows
    assert row[3:6] == (None, None, "not known")
    asked = nash(case_of(TARIFF, INFLUENCE), level=0.9)
    assert "no place gives every party more than that" in asked.answer
    for wrong in ({"utility": "cubic"}, {"level": 1.0}, {"level": float("nan")}):
        with pytest.raises(InputError, match=r"linear or quadratic|below 1"):
            nash(case_of(TARIFF, INFLUENCE), **wrong)


def test_a_tied_median_and_plurality_are_ranges() -> None:
    case = case_of(TARIFF, INFLUENCE)
    assert "Tariff: anywhere from 20 of 100 to 80 of 100" in median(case).answer
    assert baselines(case).table("baselines").rows == (("Tariff", 50.0, 50.0, "20–80", 66.7, 50.0),)
