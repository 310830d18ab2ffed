"""Where a party stands on an issue, how much it cares, and what each option is worth to it."""

from __future__ import annotations

from pydantic import Field, model_validator

from detente.case.entry import Entry, Id, Text
from detente.case.numbers import Number, Place, Weight


class Position(Entry):
    """A party's place on an issue (a number or one of its options) and its salience."""

    party: Id
    issue: Id
    at: Place | None = Field(None, description="Place on the scale, 0 to 100.")
    option: Id | None = Field(None, description="Or the option it wants.")
    salience: Weight | None = Field(None, description="How much it cares, 0 to 100.")
    text: Text | None = Field(None, description="The position in words.")

    @model_validator(mode="after")
    def _one_place(self) -> Position:
        if self.at is not None and self.option is not None:
            raise ValueError("give a place (at) or an option, not both")
        return self


class UtilityTable(Entry):
    """What every option of an issue is worth to a party, in its own points.

    Where there is one it is used as it stands; position and salience then only describe.
    """

    party: Id
    issue: Id
    values: dict[Id, Number]
