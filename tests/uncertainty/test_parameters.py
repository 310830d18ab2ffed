"""Which numbers are uncertain, by what name, and which move together."""

from __future__ import annotations

import numpy as np
import pytest

from detente.case.case import Case
from detente.uncertainty.parameters import parameters_of
from detente.uncertainty.widening import BY_RELIABILITY

CASE = Case.model_validate(
    {
        "title": "Two",
        "parties": [
            {"id": "a", "name": "Aland", "influence": {"low": 20, "high": 40, "group": "g"},
             "alternative": {"points": {"low": 30, "high": 50}}},
            {"id": "b", "name": "Boras", "influence": 30},
        ],
        "issues": [{"id": "i", "name": "Price", "options": [
            {"id": "x", "name": "Low", "at": 0}, {"id": "y", "name": "High", "at": 100}]}],
        "positions": [
            {"party": "a", "issue": "i", "at": {"low": 0, "mode": 10, "high": 40},
             "salience": {"low": 5, "high": 5}, "evidence": ["weak", "weaker"]},
            {"party": "b", "issue": "i", "at": {"mean": 90, "sd": 5, "group": "g"}, "salience": 50},
        ],
        "utilities": [{"party": "b", "issue": "i", "values": {"x": 1, "y": {"low": 2, "high": 3}}}],
        "perspectives": [{"id": "other", "name": "Other", "changes": {
            "positions": [{"party": "b", "issue": "i", "salience": 80}]}}],
        "evidence": [{"id": "weak", "reliability": "C"}, {"id": "weaker", "reliability": "E"}],
    }
)  # fmt: skip


def test_every_number_a_question_uses_has_its_path_and_words() -> None:
    pressure = parameters_of(CASE, "pressure")
    assert [p.path for p in pressure.each] == [
        "parties[0].influence", "positions[0].at", "positions[1].at",
    ]  # fmt: skip
    assert pressure.each[0].label == "Aland's influence"
    assert pressure.each[2].label == "Boras' position on Price"
    packages = parameters_of(CASE, "packages")
    assert [p.path for p in packages.each] == [
        "parties[0].alternative.points", "positions[0].at", "positions[1].at",
        "utilities[0].values.y",
    ]  # fmt: skip
    assert packages.each[3].label == "worth of High (Price) to Boras"
    assert not parameters_of(CASE, "stability").each


def test_numbers_of_a_group_share_one_uniform() -> None:
    used = parameters_of(CASE, "pressure")
    assert used.axis == (0, 1, 0)
    assert used.dimensions == 2
    values = used.ppf(np.array([[0.25, 0.5], [0.75, 0.5]]))
    assert values[:, 0] == pytest.approx([25, 35])
    assert values[0, 2] < 90 < values[1, 2] + 5
    assert values[0, 2] < values[1, 2]


def test_grades_of_sources_widen_without_being_asked_and_it_is_said() -> None:
    used = parameters_of(CASE, "pressure")
    at = used.each[1].distribution
    factor = BY_RELIABILITY["C"]  # the better of the two sources counts
    assert (at.low, at.high) == (0.0, 10 + 30 * factor)
    assert "1 range is widened by the grades" in used.notes[0]
    assert used.each[0].distribution.high == 40


def test_dissent_widens_only_where_asked() -> None:
    assert "positions[1].salience" not in parameters_of(CASE, "pressure").column
    asked = parameters_of(CASE, "pressure", widen=True)
    salience = asked.each[asked.column["positions[1].salience"]].distribution
    assert (salience.low, salience.mode, salience.high) == (50, 50, 80)
    assert any("perspectives" in note for note in asked.notes)


def test_known_numbers_are_spread_only_where_asked() -> None:
    used = parameters_of(CASE, "packages", assume_spread=10)
    by = {p.path: p.distribution for p in used.each}
    assert (by["issues[0].options[0].at"].low, by["issues[0].options[0].at"].high) == (0, 10)
    assert by["utilities[0].values.x"].low == pytest.approx(0.9)
    assert by["utilities[0].values.x"].high == pytest.approx(1.1)
    assert by["utilities[0].values.y"].high == 3
    assert "as asked" in used.notes[0]
