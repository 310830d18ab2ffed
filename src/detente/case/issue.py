"""What is negotiated: a scale from 0 to 100 with named options on it, and links between issues."""

from __future__ import annotations

from pydantic import Field

from detente.case.entry import Entry, Id, Part, Text
from detente.case.numbers import Number, Place


class Option(Entry):
    """A named outcome of an issue; without a place it lies on no scale."""

    id: Id
    name: Text
    at: Place | None = Field(None, description="Its place on the scale; left out: unplaced.")


class Ends(Part):
    """What the two ends of the scale mean."""

    low: Text = Field(description="What 0 means.")
    high: Text = Field(description="What 100 means.")


class Issue(Entry):
    """One question to settle."""

    id: Id
    name: Text
    topic: str | None = Field(None, description="Topic of the lexicon of negotiation topics.")
    ends: Ends | None = None
    unit: str | None = Field(None, description="Unit of the scale where it has one, e.g. 'km²'.")
    low_value: float | None = Field(None, description="What 0 is in the unit.")
    high_value: float | None = Field(None, description="What 100 is in the unit.")
    options: tuple[Option, ...] = ()
    note: Text | None = None


class PairEffect(Entry):
    """What two options taken together add to parties' points."""

    when: dict[Id, Id] = Field(
        description="Two issues, each with one of its options.", min_length=2, max_length=2
    )
    points: dict[Id, Number] = Field(description="Party and the points it gains or loses.")


class IssueLink(Entry):
    """Two issues whose options are worth more, or less, together."""

    id: Id
    name: Text | None = None
    effects: tuple[PairEffect, ...] = Field(min_length=1)
