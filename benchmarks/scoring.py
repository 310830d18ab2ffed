"""Score ledgers against annotations with the scorer that lies beside the project."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.evidence.ledger import Ledger

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).parents[2] / "shared")


@dataclass(frozen=True)
class Pair:
    """An annotation, the text it annotates, and what was read in that text."""

    gold: Path
    text: Path
    ledger: Ledger


@dataclass(frozen=True)
class Row:
    """One measure: ``precision`` and ``recall`` in [0, 1], and the counts behind them."""

    section: str
    measure: str
    precision: float
    recall: float
    right: float
    predicted: int
    gold: int
    matched: int | None


def score(pairs: Sequence[Pair], shared: Path = SHARED) -> dict[tuple[str, str], Row]:
    """Rows of the scorer by (section, measure), counts summed over the pairs."""
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, str(shared / "tools/score_ledger.py"), "--json"]
        for i, pair in enumerate(pairs):
            path = Path(folder) / f"{i}.json"
            path.write_text(pair.ledger.to_json(), encoding="utf-8")
            call += [str(pair.gold), str(path)]
        for pair in pairs:
            call += ["--text", str(pair.text)]
        out = subprocess.run(call, capture_output=True, text=True, check=False)
    if out.returncode != 0:
        raise RuntimeError(out.stderr or out.stdout)
    result: dict[str, Any] = json.loads(out.stdout)
    if result["problems"] or result["spans"]["violations"]:
        raise RuntimeError(f"scorer: {result['problems']}, {result['spans']}")
    return {
        (r["section"], r["measure"]): Row(
            r["section"],
            r["measure"],
            r["precision"] or 0.0,
            r["recall"] or 0.0,
            r["correct"],
            r["predicted"],
            r["gold"],
            r["matched"],
        )
        for r in result["measures"]
    }
