"""What somebody outside or inside the talks could add so that a deal becomes acceptable."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.case.entry import Entry, Id, Text
from detente.case.numbers import NotNegative, Number


class Lever(Entry):
    """An inducement or a pressure: all or nothing (``measure``) or by amount (``transfer``).

    ``effects`` are points for every party touched: of the whole measure, or of one unit of a
    transfer. ``cost`` is the giver's, in one currency for all levers of a case; for a transfer
    per unit, and ``cap`` is the most units there are.
    """

    id: Id
    name: Text
    kind: Literal["measure", "transfer"] = "measure"
    giver: Id
    receiver: Id | None = None
    effects: dict[Id, Number] = Field(default_factory=dict)
    cost: NotNegative | None = None
    cap: NotNegative | None = None
    text: Text | None = None
