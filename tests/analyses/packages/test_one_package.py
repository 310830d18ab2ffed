"""One package: its worth, who accepts it, what it breaks, and a package that cannot be read."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.analyses.base import Analysis
from detente.analyses.packages.model_of_case import model_of_case
from detente.analyses.packages.packages import packages
from detente.case.case import Case
from detente.case.load import load_case
from detente.errors import InputError
from tests.analyses.packages.test_packages_answers import TRADE, ask, case_of


def asked(deal: str, **more: Any) -> Analysis:
    data = case_of(TRADE, **more)
    data["parties"][0]["alternative"]["points"] = 6
    return ask(data, deal=deal)


def test_a_package_that_stands() -> None:
    found = asked("x=x0, y=y2")
    assert found.answer.startswith("The package stands: A and B accept it.")
    assert found.table("parties").rows == (
        ("A", 9, 6, 3, True, None),
        ("B", 9, 0, 9, True, None),
    )
    assert "No package that stands is better for one of them" in found.answer
    assert found.parameters == {"deal": "x=x0, y=y2"}
    assert found.figures[0].table == "parties"


def test_a_package_for_which_there_is_a_better_one() -> None:
    found = asked("x1, y1")
    assert "1 package that stands is better for one of them and worse for none" in found.answer
    assert found.table("better").rows == (("x0, y2", 9, 9),)


def test_a_package_that_breaks_lines_says_which_and_by_how_much() -> None:
    line = {"id": "never-y2", "party": "b", "issue": "y", "options": ["y2"], "kind": "forbid"}
    found = asked("x=x1, y=y2", red_lines=[line])
    assert "does not stand: A and B would not accept it" in found.answer
    assert "asks for 2 of 2 voters, and 0 would accept" in found.answer
    assert found.table("broken").column("red line") == ["never-y2", "a:alternative"]
    assert found.table("broken").column("points lacking") == [None, 1]
    assert found.table("parties").column("breaks") == ["a:alternative", "never-y2"]
    assert any(r.text.endswith("the package has 5, 1 too few.") for r in found.reasons)
    assert [r.about for r in found.reasons] == [("red_lines[0]",), ("parties[0].alternative",)]


def test_acceptance_that_does_not_count_is_not_told() -> None:
    data = case_of(TRADE)
    data["parties"].append({"id": "m", "name": "M", "role": "mediator"})
    rows = ask(data, deal="x0, y0").table("parties").rows
    assert rows[-1] == ("M", None, None, None, None, None)


def test_what_it_says_is_what_the_definitions_say() -> None:
    data = case_of(TRADE)
    data["parties"][1]["alternative"]["points"] = 5
    model = model_of_case(Case.model_validate(data))
    for x, y in product(range(3), range(3)):
        found = ask(data, deal=f"y=y{y}, x=x{x}")
        worth = [TRADE["x"][p][x] + TRADE["y"][p][y] for p in (0, 1)]
        accepts = [worth[0] >= 0, worth[1] >= 5]
        assert found.table("parties").column("points") == worth
        assert found.table("parties").column("accepts") == accepts
        stands = model.stands(model.accepts(np.array([[x, y]])))[0]
        assert found.answer.startswith("The package stands") == bool(stands) == all(accepts)


@pytest.mark.parametrize(
    ("deal", "told"),
    [
        ("x=x0", "the package says nothing on y; it needs issue=option for every issue"),
        ("x=x0, why=y1", "no issue 'why'; there are x, y"),
        ("x=x9, y=y1", "x has no option 'x9'; it has x0, x1, x2$"),
        (" , ", "no package"),
    ],
)
def test_a_package_that_cannot_be_read(deal: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as raised:
        asked(deal)
    assert "\n" not in str(raised.value)


def test_an_issue_that_was_probably_meant() -> None:
    data = case_of({"border": [[1, 0], [0, 1]]})
    with pytest.raises(InputError, match=r"no issue 'boarder'.*; did you mean 'border'\?"):
        ask(data, deal="boarder=border0")


def test_weights_do_not_go_with_a_package() -> None:
    with pytest.raises(InputError, match="leave them out"):
        ask(case_of(TRADE), deal="x0, y0", power={"a": 2})


def test_the_accords_as_the_page_tells_them() -> None:
    examples = Path(__file__).parents[3] / "examples/cases"
    deal = (
        "all, knesset-vote, civilian, zones, three-years, after-first-phase, five-years, "
        "three-months, letters, parallel"
    )
    found = packages(load_case(examples / "camp_david_1978.yaml"), deal=deal)
    rows = {row[0]: row[1:] for row in found.table("parties").rows}
    assert rows["Israel"] == (59.95, 67, -7.05, False, "israel:alternative")
    assert rows["Egypt"][3] is rows["Knesset"][3] is True
    assert rows["United States"][3] is None
    assert "does not stand: Israel would not accept it; Egypt and Knesset would." in found.answer
    (figure,) = found.figures
    assert "Egypt 24, Israel -7.05, Knesset 10.75" in figure.description
