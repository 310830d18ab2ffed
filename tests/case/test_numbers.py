from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from detente.case.numbers import Number, Place
from tests.case.case_making import numbers

PLACE = TypeAdapter(Place)

KNOWN: list[tuple[Any, float, tuple[float, float], bool]] = [
    (30, 30, (30, 30), True),
    (-2.5, -2.5, (-2.5, -2.5), True),
    ({"value": 30}, 30, (30, 30), True),
    ({"low": 20, "high": 60}, 40, (20, 60), False),
    ({"low": 20, "mode": 30, "high": 60}, 30, (20, 60), False),
    ({"low": 5, "high": 5}, 5, (5, 5), False),
    ({"mean": 30, "sd": 5}, 30, (-math.inf, math.inf), False),
    ({"mean": 30, "sd": 5, "low": 10}, 30, (10, math.inf), False),
    ({"mean": 30, "sd": 5, "low": 10, "high": 40}, 30, (10, 40), False),
]


@pytest.mark.parametrize(("given", "central", "bounds", "certain"), KNOWN)
def test_what_a_number_stands_for(
    given: Any, central: float, bounds: tuple[float, float], certain: bool
) -> None:
    number = Number.model_validate(given)
    assert (number.central, number.bounds, number.certain) == (central, bounds, certain)


WRONG: list[tuple[Any, str]] = [
    ({}, "give one of"),
    ({"value": True}, "valid number"),
    ({"low": "20", "high": 30}, "valid number"),
    ({"low": 2}, "give one of"),
    ({"value": 1, "low": 0, "high": 2}, "give one of"),
    ({"value": 1, "high": 2}, "a value stands alone"),
    ({"mean": 1}, "give one of"),
    ({"mean": 1, "sd": 0}, "sd is above 0"),
    ({"low": 3, "high": 2}, "must not fall"),
    ({"low": 1, "mode": 5, "high": 2}, "must not fall"),
    ({"mean": 9, "sd": 1, "high": 2}, "must not fall"),
    ({"mean": 1, "sd": 1, "mode": 1}, "a mode needs low and high"),
    (True, "not yes or no"),
    (1e13, "too large"),
    (math.nan, "finite"),
    (math.inf, "finite"),
    ("thirty", "Number"),
]


@pytest.mark.parametrize(("given", "message"), WRONG)
def test_what_is_no_number(given: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Number.model_validate(given)


@pytest.mark.parametrize(
    "given", [-1, 101, {"low": -5, "high": 50}, {"low": 50, "high": 101}, {"mean": 120, "sd": 3}]
)
def test_a_place_lies_on_the_scale(given: Any) -> None:
    Number.model_validate(given)
    with pytest.raises(ValidationError, match="between 0 and 100"):
        PLACE.validate_python(given)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (30, 30.0),
        ({"value": 30, "draft": False, "evidence": []}, 30.0),
        ({"value": 30, "draft": True}, {"value": 30.0, "draft": True}),
        ({"low": 1, "high": 2, "group": "g"}, {"low": 1.0, "high": 2.0, "group": "g"}),
    ],
)
def test_a_number_is_written_as_short_as_it_can_be(given: Any, written: Any) -> None:
    assert Number.model_validate(given).model_dump(mode="json") == written


@given(numbers())
def test_numbers_come_back_and_lie_within_their_bounds(data: Any) -> None:
    number = Number.model_validate(data)
    assert Number.model_validate(json.loads(number.model_dump_json())) == number
    low, high = number.bounds
    assert low <= number.central <= high
