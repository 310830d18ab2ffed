"""The annotated texts: the sample, those that rules were improved on, and the frozen ones."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring import SHARED, Pair
from detente.documents.read import read_document
from detente.evidence.model import Model
from detente.evidence.read import read

SETS = ("sample", "tuned", "frozen")
GOLD = Path(__file__).parents[1] / "tests/evals/gold"

# Chosen before any rule was written: two news reports, a press release, a quote round-up, an
# outcome statement, a fact sheet and a historical narrative. Nobody who writes rules reads them.
# 09 (a transcript) and 22 (a fact sheet rich in figures) were added later, annotated blind after
# the first rules; rules had been tried on their words before, but never against annotations.
FROZEN = (
    "09_biden_stoltenberg_vilnius_2023",
    "14_us_ukraine_black_sea_2025",
    "17_armenia_azerbaijan_reactions_2025",
    "22_us_china_deal_2025",
    "27_us_china_beijing_2026",
    "31_podolyak_guarantees_treaty_2022",
    "48_korea_agreed_framework_1994",
    "50_wikinews_cairo_summit_2020",
    "54_wikinews_kurds_deal_2019",
)


@dataclass(frozen=True)
class Annotated:
    """An annotation and the text it annotates."""

    gold: Path
    text: Path


def sample(shared: Path = SHARED) -> Annotated:
    """The sample article with its annotation."""
    return Annotated(shared / "seed/gold.json", shared / "seed/article.txt")


def annotated(name: str, shared: Path = SHARED) -> list[Annotated]:
    """The texts of one of :data:`SETS`, each checked against the hash in its annotation.

    Raises
    ------
    ValueError
        If a text is not the one that was annotated.
    """
    if name == "sample":
        return [sample(shared)]
    out = []
    for gold in sorted(GOLD.glob("*.json")):
        if (gold.stem in FROZEN) != (name == "frozen"):
            continue
        text = shared / "data/documents" / f"{gold.stem}.txt"
        wanted = json.loads(gold.read_text(encoding="utf-8"))["sha256"]
        if hashlib.sha256(text.read_bytes()).hexdigest() != wanted:
            raise ValueError(f"{text.name} is not the text that {gold.name} annotates")
        out.append(Annotated(gold, text))
    return out


def pairs(name: str, model: Model | None, shared: Path = SHARED) -> list[Pair]:
    """The texts of a set, read."""
    return [
        Pair(a.gold, a.text, read(read_document(a.text), model=model))
        for a in annotated(name, shared)
    ]
