"""What matters, where it can be worked out by hand, and against the slow way."""

from __future__ import annotations

import sys
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from detente.analyses.base import Analysis, Table
from detente.analyses.packages.model_of_case import model_of_case
from detente.case.case import Case
from detente.errors import InputError, MissingExtra
from detente.maths.packages.variations import any_stands
from detente.uncertainty.parameters import parameters_of
from detente.uncertainty.sensitivity.asking import Asking
from detente.uncertainty.sensitivity.flips import changes
from detente.uncertainty.sensitivity.headlines import headline_of
from detente.uncertainty.sensitivity.what_matters import what_matters
from tests.uncertainty.drawn_cases import random_case, with_values

# A package is worth 60 to A and 70 to B, whose alternatives lie anywhere from 0 to 100: it stands
# in 0.6 x 0.7 = 42 % of draws.
P = 0.42
VARIANCE = P * (1 - P)
FIRST = np.array([0.7**2 * 0.6 * 0.4, 0.6**2 * 0.7 * 0.3]) / VARIANCE
TOTAL = np.array([0.7 * 0.6 * 0.4, 0.6 * 0.7 * 0.3]) / VARIANCE


def threshold_case(**alternative: Any) -> Case:
    whole: dict[str, Any] = {"low": 0, "high": 100, **alternative}
    return Case.model_validate(
        {
            "title": "Threshold",
            "parties": [
                {"id": "a", "name": "A", "alternative": {"points": whole}},
                {"id": "b", "name": "B", "alternative": {"points": whole}},
            ],
            "issues": [
                {
                    "id": "i",
                    "name": "I",
                    "options": [{"id": "yes", "name": "Yes"}, {"id": "no", "name": "No"}],
                }
            ],
            "utilities": [
                {"party": "a", "issue": "i", "values": {"yes": 60, "no": -1}},
                {"party": "b", "issue": "i", "values": {"yes": 70, "no": -1}},
            ],
        }
    )


@pytest.fixture(scope="module")
def made() -> Analysis:
    return what_matters(threshold_case(), "packages", draws=8192)


def by_number(table: Table) -> dict[str, dict[str, Any]]:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return {str(row["number"]): row for row in rows}


def test_indices_are_those_of_algebra(made: Analysis) -> None:
    rows = by_number(made.table("exact"))
    found = [rows[f"{party}'s alternative to agreement"] for party in "AB"]
    assert [row["first"] for row in found] == pytest.approx(FIRST, abs=0.02)
    assert [row["total"] for row in found] == pytest.approx(TOTAL, abs=0.02)
    assert [row["variance saved"] for row in found] == pytest.approx(FIRST * VARIANCE, abs=0.01)


def test_finding_out_is_worth_what_it_is_worth(made: Analysis) -> None:
    # No is right in 58 %. If A's is known and low (60 %), yes is right in 70 % of those, else no
    # always: 0.6 x 0.7 + 0.4 = 82 %. If B's is known and low (70 %): 0.7 x 0.6 + 0.3 = 72 %.
    rows = by_number(made.table("information"))
    more = [rows[f"{party}'s alternative to agreement"] for party in "AB"]
    column = "right guesses more, % of draws"
    assert [row[column] for row in more] == pytest.approx([24, 14], abs=1.5)


def test_flips_are_the_thresholds(made: Analysis) -> None:
    rows = made.table("flips").rows
    assert [row[0] for row in rows] == [f"{party}'s alternative to agreement" for party in "AB"]
    for row, bar in zip(rows, (60, 70), strict=True):
        up, to = str(row[2]).split(" to ")
        assert up == "up"
        assert bar < float(to) <= bar + 0.3
        assert row[3] == pytest.approx(bar - 50, abs=0.2)
        assert row[4] == "no package stands"


def test_the_scenario_is_the_box(made: Analysis) -> None:
    sides = [row for row in made.table("sides").rows if row[0] == 1]
    assert {str(row[1]): row[3] for row in sides} == pytest.approx(
        {"A's alternative to agreement": 60, "B's alternative to agreement": 70}, abs=2.5
    )
    first = made.table("scenarios").rows[0]
    assert first[1] == "a package stands"
    assert isinstance(first[2], float)
    assert first[2] > 95


def test_sentences_say_it(made: Analysis) -> None:
    assert "42 % of 8,192 draws (unlikely)" in made.answer
    assert "A's alternative to agreement from 50 up to 60" in made.answer
    assert "Most worth finding out: A's alternative to agreement" in made.answer


def test_the_tornado_is_drawn_with_its_words(made: Analysis) -> None:
    (figure,) = made.figures
    root = ElementTree.fromstring(figure.svg)
    assert len([e for e in root.iter() if e.get("class") == "bar"]) == 4
    assert "A's alternative to agreement" in figure.description
    assert figure.table == "tornado"


def test_numbers_of_a_group_move_as_one() -> None:
    made = what_matters(threshold_case(group="g"), "packages", draws=2048)
    rows = by_number(made.table("exact"))
    assert len(rows) == 1
    (row,) = rows.values()
    assert row["path"] == "parties[0].alternative.points, parties[1].alternative.points"
    assert row["first"] == pytest.approx(1, abs=0.02)
    assert "60 % of 2,048 draws (likely)" in made.answer


def test_the_same_seed_gives_the_same_bytes() -> None:
    one, other = (what_matters(threshold_case(), "packages", draws=512, seed=0) for _ in range(2))
    assert one.to_json() == other.to_json()
    third = what_matters(threshold_case(), "packages", draws=512, seed=1)
    assert third.table("exact").rows != one.table("exact").rows


def test_where_nothing_is_uncertain_or_nothing_moves_that_is_said() -> None:
    sure = Case.model_validate(
        {**threshold_case().model_dump(mode="json", exclude_defaults=True),
         "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}
    )  # fmt: skip
    assert "nothing can be told" in what_matters(sure, "packages").answer
    low = threshold_case(high=50)
    made = what_matters(low, "packages", draws=256)
    assert made.answer.startswith("A package stands in every one of 256 draws")


def test_blocks_are_the_other_side_of_packages() -> None:
    case = threshold_case()
    stands = by_number(what_matters(case, "packages", draws=1024).table("exact"))
    blocked = by_number(what_matters(case, "blocks", draws=1024).table("exact"))
    for name, row in stands.items():
        assert blocked[name]["total"] == pytest.approx(row["total"], abs=1e-9)


def test_pressure_is_linear_in_positions() -> None:
    data: dict[str, Any] = {
        "title": "Pull",
        "parties": [{"id": p, "name": p.upper(), "influence": 50} for p in "abc"],
        "issues": [{"id": "i", "name": "I", "options": [
            {"id": "low", "name": "Low", "at": 0}, {"id": "high", "name": "High", "at": 100}]}],
        "positions": [
            {"party": "a", "issue": "i", "at": {"low": 20, "high": 80}, "salience": 60},
            {"party": "b", "issue": "i", "at": {"low": 20, "high": 80}, "salience": 30},
            {"party": "c", "issue": "i", "at": 40, "salience": 10},
        ],
    }  # fmt: skip
    made = what_matters(Case.model_validate(data), "pressure", about="i", draws=4096)
    rows = by_number(made.table("exact"))
    found = [rows[f"{party}'s position on I"]["first"] for party in "AB"]
    assert found == pytest.approx([36 / 45, 9 / 45], abs=0.02)
    # The settlement is 0.6 a + 0.3 b + 4, which is 49 at the middle; it is 50 where a is 51.67.
    flip = made.table("flips").rows[0]
    assert flip[0] == "A's position on I"
    assert 51.6 < float(str(flip[2]).removeprefix("up to ")) < 52.3
    assert flip[4] == "High"


@pytest.mark.parametrize("seed", range(25))
def test_a_flip_flips_the_answer_of_the_case_written_out(seed: int) -> None:
    case = random_case(np.random.default_rng(seed))
    used = parameters_of(case, "packages")
    if not used.k:
        return
    asking = Asking(case, used)
    outputs = asking.at(np.full((1, used.dimensions), np.nan))
    headline = headline_of(case, "packages", outputs, "deal")
    assert bool(outputs["deal"][0]) == any_stands(model_of_case(case))
    singles, pairs = changes(asking, headline, range(used.dimensions), heavy=False)
    for change in (*singles, *pairs):
        row = used.central.copy()
        for axis, place in zip(change.axes, change.places, strict=True):
            if axis.single is None:
                return
            row[used.column[axis.single.path]] = float(place.split(" to ")[1])
        there = any_stands(model_of_case(with_values(case, used, row)))
        assert there != bool(outputs["deal"][0]), change.words


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(InputError, match="says nothing about 'x'"):
        what_matters(threshold_case(), "packages", about="x", draws=256)
    with pytest.raises(InputError, match="too few"):
        what_matters(threshold_case(), "packages", draws=255)


def test_without_salib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "SALib.analyze", None)
    with pytest.raises(MissingExtra, match=r"detente\[sensitivity\]"):
        what_matters(threshold_case(), "packages", draws=256)
