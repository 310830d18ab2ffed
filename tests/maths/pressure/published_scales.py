"""Two published tables of positions, for every method on a scale."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from detente.maths.pressure.weights import Floats

#: Years until emission standards bind: J. B. Scholz, G. J. Calbert and G. A. Smith, "Unravelling
#: Bueno De Mesquita's group decision model", Journal of Theoretical Politics 23 (2011), Table 1:
#: capability, position (years), salience.
EC_EMISSIONS = (
    ("Netherlands", 0.08, 4, 0.8),
    ("Belgium", 0.08, 7, 0.4),
    ("Luxembourg", 0.03, 4, 0.2),
    ("Germany", 0.16, 4, 0.8),
    ("France", 0.16, 10, 0.6),
    ("Italy", 0.16, 10, 0.6),
    ("United Kingdom", 0.16, 10, 0.9),
    ("Ireland", 0.05, 7, 0.1),
    ("Denmark", 0.05, 4, 1.0),
    ("Greece", 0.08, 7, 0.7),
)


def ec_emissions() -> tuple[Floats, Floats, Floats]:
    """Position, capability and salience of the ten states."""
    numbers = np.array([row[1:] for row in EC_EMISSIONS], dtype=float)
    return numbers[:, 1], numbers[:, 0], numbers[:, 2]


def sultan(shared: Path) -> tuple[Floats, Floats, Floats]:
    """Position, capability and salience of the seventeen actors of the Sultan example."""
    path = shared / "data/pressure/bdm/sultan_bdm1997.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = ("Position", "Capability", "Salience")
    one, two, three = (np.array([float(row[name]) for row in rows]) for name in columns)
    return one, two, three
