"""Case files themselves, so that converting goes both ways."""

from __future__ import annotations

import re
from pathlib import Path

from detente.case.load import load_case
from detente.case.save import save_case
from detente.formats.bounded import first_bytes
from detente.formats.registry import format

_SUFFIXES = (".yaml", ".yml", ".json")
# A title at the beginning of a line, or first (after the version) where all stands on one line.
_TITLE = re.compile(
    rb"^[ ]{0,4}(?:title|\"title\")[ ]*:"
    rb"|\A(?:\xef\xbb\xbf)?\s{0,99}\{\s{0,99}(?:\"?schema_version\"?\s{0,9}:\s{0,9}\d{1,9}\s{0,9},\s{0,99})?"
    rb"\"?title\"?[ ]*:",
    re.MULTILINE,
)


@format(
    name="case",
    suffixes=_SUFFIXES,
    what="Détente's own case files: YAML or JSON",
    source="docs/reference of Détente",
)
class CaseFile:
    """YAML or JSON with a title at the outermost level."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """True by suffix and title; a file that is no good case is still one by intent."""
        return path.suffix.lower() in _SUFFIXES and bool(_TITLE.search(first_bytes(path, 400_000)))

    load = staticmethod(load_case)
    save = staticmethod(save_case)
