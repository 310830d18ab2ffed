"""Small tables of made decisions."""

from __future__ import annotations

from pathlib import Path

import numpy as np

HEADER = "issue,group,actor,position,salience,outcome,reference,era,procedure\n"


def made_table(path: Path, groups: int = 12, seed: int = 1) -> Path:
    """Two issues in each of some groups; outcomes on a position, an end or near the mean."""
    rng = np.random.default_rng(seed)
    lines = []
    for number in range(2 * groups):
        places = rng.integers(0, 11, 4) * 10
        outcome = rng.choice([*places, 0, 100, round(places.mean())])
        era = "early" if number < groups else "late"
        for actor, place in zip("ABCD", places, strict=True):
            cares = rng.integers(1, 100)
            lines.append(f"i{number},g{number // 2},{actor},{place},{cares},{outcome},0,{era},vote")
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return path
