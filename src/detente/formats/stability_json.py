"""Conflicts of the graph-model test collection: JSON with moves or a graph, and preferences."""

from __future__ import annotations

from pathlib import Path

from detente.case.case import Case
from detente.formats.opened import head_of
from detente.formats.registry import format
from detente.formats.stability_json_reading import SCHEMA, load_stability


@format(
    name="stability-json",
    suffixes=(".json",),
    what="graph-model test cases: options and rankings, or explicit states, arcs and utilities",
    source=f"JSON whose schema is {SCHEMA}",
)
class StabilityJson:
    """States numbered by the options taken, or listed with their arcs."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether the file names the schema near its beginning."""
        return path.is_file() and f'"{SCHEMA}"' in head_of(path, 4_096)

    @staticmethod
    def load(path: Path) -> Case:
        """The case of one conflict; computed and published results are not part of it."""
        return load_stability(path)

    save = None
