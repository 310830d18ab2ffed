"""What a rule says of a case: a code, a severity, a sentence, and the path it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.case.faults import written
from detente.case.yaml_reading import Path
from detente.findings import Severity


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """One fault or doubt in a case.

    ``message`` is one sentence; ``path`` leads from the case to the part it is about, the
    empty path to the case as a whole. ``fix`` says what to do here, where that is more than
    what the rule says for all.
    """

    code: str
    severity: Severity
    message: str
    path: Path = ()
    fix: str = ""

    @property
    def where(self) -> str:
        """The path as people write it: ``positions[2].issue``."""
        return written(self.path)


def place_of(path: Path, places: Mapping[Path, tuple[int, int]]) -> tuple[int, int]:
    """Line and column, from 1, of a part of a case in its file.

    ``places`` is what :func:`detente.case.yaml_reading.places` says of the file. A part that
    the file leaves out is looked for at what holds it. An entry that is laid out in lines of
    its own stands where its key does.
    """
    while path:
        value, key = places.get(path), places.get((*path, "key:"))
        if value is not None:
            return key if key is not None and key[0] != value[0] else value
        path = path[:-1]
    return 1, 1
