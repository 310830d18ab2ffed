"""Small cases with positions on scales, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.case.case import Case

Stand = tuple[float | None, float | None]  # place and salience
Stands = Mapping[str, Mapping[str, Stand]]  # by issue and party


def case_of(
    stands: Stands,
    influence: Mapping[str, Any] | None = None,
    **more: Any,
) -> Case:
    """A case of issues with the place and salience of each party; None where one is unknown."""
    parties = sorted({party for by in stands.values() for party in by} | set(influence or {}))
    positions = []
    for issue, by in stands.items():
        for party, (place, salience) in by.items():
            entry: dict[str, Any] = {"party": party, "issue": issue}
            entry |= {} if place is None else {"at": place}
            entry |= {} if salience is None else {"salience": salience}
            positions.append(entry)
    given = influence or {}
    data: dict[str, Any] = {
        "title": "Scales",
        "parties": [
            {"id": p, "name": p.upper(), **({"influence": given[p]} if p in given else {})}
            for p in parties
        ],
        "issues": [{"id": issue, "name": issue.title()} for issue in stands],
        "positions": positions,
    }
    return Case.model_validate(data | more)


#: Weights 60 × 50, 30 × 100 and 10 × 0: the first two pull alike.
TARIFF = {"tariff": {"a": (20.0, 50.0), "b": (80.0, 100.0), "c": (100.0, 0.0)}}
INFLUENCE = {"a": 60.0, "b": 30.0, "c": 10.0}
