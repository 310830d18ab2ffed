"""What a party will not accept; each line has a name of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from detente.case.entry import Entry, Id, Part, Text
from detente.case.numbers import Number, Place


class Choice(Part):
    """Some options of one issue."""

    issue: Id
    options: tuple[Id, ...] = Field(min_length=1)


class Forbid(Entry):
    """No deal with these options of an issue, or with a place below or above a bound."""

    kind: Literal["forbid"]
    id: Id
    party: Id
    issue: Id
    options: tuple[Id, ...] = ()
    below: Place | None = Field(None, description="Everything below this place is refused.")
    above: Place | None = Field(None, description="Everything above this place is refused.")
    text: Text | None = None

    @model_validator(mode="after")
    def _something(self) -> Forbid:
        if not self.options and self.below is None and self.above is None:
            raise ValueError("a forbid line needs options, below or above")
        return self


class Floor(Entry):
    """No deal worth fewer points to the party than this."""

    kind: Literal["floor"]
    id: Id
    party: Id
    points: Number
    text: Text | None = None


class Tie(Entry):
    """If the deal has one of these options, it must have one of those."""

    kind: Literal["link"]
    id: Id
    party: Id
    when: Choice
    then: Choice
    text: Text | None = None


RedLine = Annotated[Forbid | Floor | Tie, Field(discriminator="kind")]
