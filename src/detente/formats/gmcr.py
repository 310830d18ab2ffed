"""Graph-model files (.gmcr): options, decision makers with preferences, infeasible states."""

from __future__ import annotations

import json
from pathlib import Path

from detente.case.case import Case
from detente.errors import UnsuitableCase
from detente.formats.gmcr_reading import load_gmcr
from detente.formats.gmcr_writing import gmcr_data
from detente.formats.opened import head_of
from detente.formats.registry import format
from detente.saving import save


@format(
    name="gmcr",
    suffixes=(".gmcr",),
    what="graph model for conflict resolution: options, preferences, infeasible states (JSON)",
    source="GMCR+ and gmcr-py save files",
)
class Gmcr:
    """Options become moves, conditions become expressions over moves."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether the file begins as such a save file does."""
        head = head_of(path) if path.is_file() else ""
        whole = head.lstrip().startswith("{") and '"decisionMakers"' in head
        return whole and ('"permittedDirection"' in head or path.suffix.lower() == ".gmcr")

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a save file."""
        return load_gmcr(path)

    @staticmethod
    def save(case: Case, path: Path) -> None:
        """Write the moves and preferences of a case; nothing else of it fits."""
        try:
            data = gmcr_data(case)
        except UnsuitableCase as error:
            raise UnsuitableCase(f"{path}: {error}") from None
        save(json.dumps(data, ensure_ascii=False, indent=1) + "\n", path)
