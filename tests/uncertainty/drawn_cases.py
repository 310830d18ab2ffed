"""Small cases with uncertain numbers, and a case with drawn numbers put in one by one."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np

from detente.case.case import Case
from detente.uncertainty.distribution import Floats
from detente.uncertainty.parameters import Parameters

_STEP = re.compile(r"\[(\d+)\]|\['([^']*)'\]|([^.\[\]]+)")


def with_values(case: Case, used: Parameters, row: Floats) -> Case:
    """The case with a value in place of each uncertain number: the slow way."""
    data: Any = json.loads(case.model_dump_json(exclude_defaults=True))
    for one, value in zip(used.each, row, strict=True):
        steps = [int(a) if a else b or c for a, b, c in _STEP.findall(one.path)]
        here = data
        for step in steps[:-1]:
            here = here[step]
        here[steps[-1]] = float(value)
    return Case.model_validate(data)


def _number(rng: np.random.Generator, low: float, high: float, sure: float = 0.5) -> Any:
    a, b, c = sorted(int(x) for x in rng.integers(int(low), int(high) + 1, 3))
    kind = rng.random()
    if kind < sure or a == c:
        return b
    if kind < sure + (1 - sure) / 3:
        return {"low": a, "high": c}
    if kind < sure + 2 * (1 - sure) / 3:
        return {"low": a, "mode": b, "high": c}
    return {"mean": b, "sd": 4, "low": a, "high": c}


def random_case(rng: np.random.Generator, *, levers: bool = False, named: bool = True) -> Case:
    """Three parties, two or three issues, red lines of each kind, perhaps levers."""
    parties = ["a", "b", "c"]
    issues = [f"i{n}" for n in range(int(rng.integers(2, 4)))]
    sizes = {i: int(rng.integers(2, 4)) for i in issues}
    data: dict[str, Any] = {
        "title": "Drawn",
        "parties": [
            {"id": p, "name": p.upper(), "influence": _number(rng, 10, 90),
             "alternative": {"points": _number(rng, 40, 95)}, "veto": bool(rng.random() < 0.5)}
            for p in parties
        ],
        "issues": [
            {"id": i, "name": i.upper(), **({"options": [
                {"id": f"o{n}", "name": f"O{n}", "at": _number(rng, 0, 100, 0.8)}
                for n in range(sizes[i])
            ]} if named else {})}
            for i in issues
        ],
        "positions": [
            {"party": p, "issue": i, "at": _number(rng, 0, 100), "salience": _number(rng, 5, 90)}
            for p in parties for i in issues
        ],
    }  # fmt: skip
    lines: list[Any] = [
        {"kind": "floor", "id": "least", "party": "a", "points": _number(rng, 30, 90)},
        {"kind": "forbid", "id": "bound", "party": "b", "issue": "i0",
         "below": _number(rng, 0, 40)},
    ]  # fmt: skip
    if named:
        lines.append(
            {"kind": "link", "id": "tie", "party": "c",
             "when": {"issue": "i0", "options": ["o0"]}, "then": {"issue": "i1", "options": ["o1"]}}
        )  # fmt: skip
        data["utilities"] = [
            {"party": "c", "issue": "i1",
             "values": {f"o{n}": _number(rng, 0, 60) for n in range(sizes["i1"])}}
        ]  # fmt: skip
        data["links"] = [
            {"id": "both", "effects": [
                {"when": {"i0": "o0", "i1": "o0"}, "points": {"a": _number(rng, -10, 10)}}
            ]}
        ]  # fmt: skip
    data["red_lines"] = lines
    if rng.random() < 0.5:
        data["acceptance"] = {"quorum": 2}
    if levers:
        data["levers"] = [
            {"id": "gift", "name": "Gift", "giver": "a", "cost": _number(rng, 1, 9),
             "effects": {"b": _number(rng, 5, 25), "c": _number(rng, -3, 15)}},
            {"id": "money", "name": "Money", "giver": "c", "kind": "transfer", "cost": 1,
             "cap": 4, "effects": {"a": _number(rng, 1, 8)}},
        ]  # fmt: skip
    return Case.model_validate(data)
