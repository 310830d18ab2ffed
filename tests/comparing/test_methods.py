"""Methods beside each other: the numbers are the methods' own, the reasons are arithmetic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente.case.case import Case
from detente.case.load import load_case
from detente.comparing.methods import compared_questions, every_comparison, methods
from detente.errors import InputError, UnsuitableCase
from detente.solving import solve

CASES = Path(__file__).parents[2] / "examples/cases"


def pull(weights: tuple[int, int, int]) -> Case:
    places = (0, 60, 100)
    data: dict[str, Any] = {
        "title": "Pull",
        "parties": [{"id": p, "name": p.upper(), "influence": w}
                    for p, w in zip("abc", weights, strict=True)],
        "issues": [{"id": "i", "name": "Border", "options": [
            {"id": "low", "name": "Low", "at": 0}, {"id": "high", "name": "High", "at": 100}]}],
        "positions": [{"party": p, "issue": "i", "at": x, "salience": 100}
                      for p, x in zip("abc", places, strict=True)],
    }  # fmt: skip
    return Case.model_validate(data)


def test_the_median_is_explained_by_who_holds_it() -> None:
    # Weights 45, 30, 25: the mean is 0.3 x 60 + 0.25 x 100 = 43, the median is B's 60.
    found = methods(pull((45, 30, 25)), "pressure")
    table = found.table("methods")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert row["compromise"] == "43"
    assert row["median"] == "60 *"
    (reason,) = found.reasons
    assert "The median is held by B (30 %) alone: 45 % of the weight stands below it" in reason.text
    assert "25 % above" in reason.text
    assert reason.about == ("issues[0]",)


def test_where_all_agree_nothing_is_marked() -> None:
    case = pull((1, 1, 1))
    one = case.model_copy(update={"positions": case.positions[1:2]})
    found = methods(Case.model_validate(one.model_dump(mode="json", exclude_defaults=True)),
                    "pressure")  # fmt: skip
    assert not any("*" in str(cell) for row in found.table("methods").rows for cell in row)
    assert found.answer.startswith("On 1 of 1 issues all methods are nearest")


def test_senses_of_best_are_those_of_packages() -> None:
    case = load_case(CASES / "paris_climate_2015.yaml")
    found, points = methods(case, "packages"), solve(case, "packages", {}).table("points")
    table = found.table("methods")
    for row in points.rows:
        column = [str(c).removesuffix(" *") for c in table.column(str(row[0]))]
        assert ", ".join(column[: len(case.issues)]) == row[1]
    marked = [row for row in table.rows if str(row[4]).endswith("*")]
    assert marked[0][0] == "Money from the rich after 2020"
    assert "worse for India by 5" in found.reasons[0].text


def test_no_package_no_senses() -> None:
    found = methods(load_case(CASES / "camp_david_1978.yaml"), "packages")
    assert found.answer.startswith("There are no senses of best to compare. No package stands")
    assert found.tables == ()


@pytest.mark.parametrize("name", [path.stem for path in sorted(CASES.glob("*.yaml"))])
def test_concepts_are_those_of_stability(name: str) -> None:
    case = load_case(CASES / f"{name}.yaml")
    found, own = methods(case, "stability"), solve(case, "stability", {})
    equilibria = own.table("equilibria")
    table = found.table("methods")
    states = [str(state).removesuffix(" *") for state in table.column("state")]
    for concept in ("nash", "gmr", "smr", "seq", "sseq"):
        mine = {s for s, flag in zip(states, table.column(concept), strict=True) if flag}
        flags = zip(equilibria.column("state"), equilibria.column(concept), strict=True)
        assert mine == {state for state, flag in flags if flag}
    for row in table.rows:
        assert str(row[0]).endswith("*") == (len({row[i] for i in range(1, 6)}) > 1)


def test_what_cannot_be_compared_is_said() -> None:
    with pytest.raises(InputError, match="no methods to compare"):
        methods(pull((1, 1, 1)), "levers")
    with pytest.raises(UnsuitableCase):
        methods(pull((1, 1, 1)), "stability")
    with pytest.raises(UnsuitableCase):
        every_comparison(Case.model_validate({"title": "Nothing"}))
    assert len(every_comparison(pull((1, 1, 1)))) == len(compared_questions()) - 1
