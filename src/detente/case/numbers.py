"""A number of a case: a value, a range or a distribution, with what it rests on."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from detente.case.entry import Entry, Id

LARGEST = 1e12


class Number(Entry):
    """``30``, ``{low: 20, high: 60}``, ``{low: 20, mode: 30, high: 60}`` or
    ``{mean: 30, sd: 5}`` (cut at ``low`` and ``high`` where given).

    Written as a plain number when it is nothing more. A range without a mode is read as
    uniform, one with a mode as triangular, a mean with a spread as normal. Numbers with the
    same ``group`` move together when they are drawn.
    """

    value: float | None = Field(
        None, strict=True, description="The number, where it is taken as known."
    )
    low: float | None = Field(None, strict=True, description="The least it may be.")
    mode: float | None = Field(None, strict=True, description="The most likely.")
    high: float | None = Field(None, strict=True, description="The most it may be.")
    mean: float | None = Field(None, strict=True, description="Mean of a normal distribution.")
    sd: float | None = Field(None, strict=True, description="Its standard deviation, above 0.")
    group: Id | None = Field(None, description="Numbers of one group are drawn together.")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, data: Any) -> Any:
        if isinstance(data, bool):
            raise ValueError("a number is wanted, not yes or no")
        return {"value": data} if isinstance(data, int | float) else data

    @model_validator(mode="after")
    def _one_form(self) -> Number:
        numbers = (self.value, self.low, self.mode, self.high, self.mean, self.sd)
        if any(n is not None and abs(n) > LARGEST for n in numbers):
            raise ValueError(f"a number is too large; at most {LARGEST:g} fits")
        ranged = self.low is not None and self.high is not None
        forms = {
            "value": self.value is not None,
            "low and high": ranged and self.mean is None,
            "mean and sd": self.mean is not None and self.sd is not None,
        }
        if sum(forms.values()) != 1:
            raise ValueError(
                "give one of: a value; low and high (with a mode if there is one); mean and sd"
            )
        if self.value is not None and any(n is not None for n in numbers[1:]):
            raise ValueError("a value stands alone; leave out low, mode, high, mean and sd")
        if self.mode is not None and (not ranged or self.mean is not None):
            raise ValueError("a mode needs low and high, and no mean")
        if (self.sd is None) != (self.mean is None) or (self.sd is not None and self.sd <= 0):
            raise ValueError("mean and sd come together, and sd is above 0")
        order = [n for n in (self.low, self.mode, self.mean, self.high) if n is not None]
        if order != sorted(order):
            raise ValueError("low, mode (or mean) and high must not fall")
        return self

    @model_serializer(mode="wrap")
    def _short(self, handler: SerializerFunctionWrapHandler) -> Any:
        given = {k: v for k, v in handler(self).items() if v is not None and v not in ((), [])}
        if given.get("draft") is False:
            del given["draft"]
        return given["value"] if set(given) == {"value"} else given

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "number"}, handler.resolve_ref_schema(handler(core_schema))]}

    @property
    def central(self) -> float:
        """The one number to calculate with: value, mode, mean, else the middle of the range."""
        for number in (self.value, self.mode, self.mean):
            if number is not None:
                return number
        assert self.low is not None
        assert self.high is not None
        # As decimals: the middle of 0.1 and 0.2 is 0.15, not the floating-point number above.
        return float((Decimal(repr(self.low)) + Decimal(repr(self.high))) / 2)

    @property
    def certain(self) -> bool:
        """True if it is one value."""
        return self.value is not None

    @property
    def bounds(self) -> tuple[float, float]:
        """Least and greatest value; infinite where a normal distribution is not cut."""
        if self.value is not None:
            return self.value, self.value
        return (
            -math.inf if self.low is None else self.low,
            math.inf if self.high is None else self.high,
        )


class OutOfBounds(ValueError):
    """A number that lies where it cannot; ``given`` is it, as people write it."""

    def __init__(self, message: str, given: str) -> None:
        super().__init__(message)
        self.given = given


def _within(low: float, high: float, what: str) -> AfterValidator:
    def check(number: Number) -> Number:
        given = (number.value, number.low, number.mode, number.high, number.mean)
        beyond = next((n for n in given if n is not None and not low <= n <= high), None)
        if beyond is not None:
            raise OutOfBounds(f"{what} lies between {low:g} and {high:g}", f"{beyond:.15g}")
        return number

    return AfterValidator(check)


#: A place on an issue's scale.
Place = Annotated[Number, _within(0, 100, "a place on an issue's scale")]
#: Weight of an issue for a party, or of a party in the whole: 0 none, 100 the most.
Weight = Annotated[Number, _within(0, 100, "salience or influence")]
#: A cost or a cap.
NotNegative = Annotated[Number, _within(0, LARGEST, "a cost or a cap")]
