"""Who negotiates, mediates, pays, ratifies or watches."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.case.entry import Entry, Id, Text
from detente.case.numbers import Number, Weight

PartyRole = Literal["party", "mediator", "sponsor", "ratifier", "observer"]


class Statement(Entry):
    """One interest, need or fear, in words."""

    text: Text


class Alternative(Entry):
    """What a party has if there is no agreement (its BATNA)."""

    text: Text | None = None
    points: Number | None = Field(
        None, description="Its worth in the party's own points; 100 is the best package there is."
    )


class Party(Entry):
    """One who takes part, with its weight and what it falls back on."""

    id: Id
    name: Text
    role: PartyRole = "party"
    influence: Weight | None = Field(None, description="0 none to 100 the most; left out: unknown.")
    veto: bool | None = Field(None, description="True if no deal stands without it.")
    alternative: Alternative | None = None
    interests: tuple[Statement, ...] = ()
    needs: tuple[Statement, ...] = ()
    fears: tuple[Statement, ...] = ()
    spoiler: bool | None = Field(None, description="True if it gains from failure.")
    actor: str | None = Field(None, description="Id of the actor in the ledger it came from.")
    note: Text | None = None
