"""True texts with their day, and what a mutant of one is."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.gold import FROZEN
from benchmarks.scoring import SHARED

T = TypeVar("T")


@dataclass(frozen=True)
class TrueText:
    """A public text as it was published; ``day`` None where only its subject has a date."""

    name: str
    text: str
    day: dt.date | None

    def random(self, seed: int, kind: str) -> random.Random:
        """The generator of one kind of change: the same for the same seed."""
        return random.Random(f"{seed} {self.name} {kind}")


@dataclass(frozen=True)
class Mutant:
    """A changed text; with ``pair`` it is read beside the true one, as a second version of it.

    ``codes`` are the rules (or beginnings of codes) any of which names the fault. ``old`` and
    ``new`` are the words changed, ``day`` the day the document is read for.
    """

    family: str
    kind: str
    source: TrueText
    text: str
    old: str
    new: str
    codes: tuple[str, ...]
    day: dt.date | None
    pair: bool = False


Change = Callable[[TrueText, int], Iterator[Mutant]]


def true_texts(shared: Path = SHARED, *, frozen: bool = False) -> list[TrueText]:
    """The public texts beside the project; those that are frozen for blind tests only if asked."""
    folder = shared / "data/documents"
    published = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    out = []
    for row in published:
        name = row["file"]
        if (Path(name).stem in FROZEN) != frozen:
            continue
        text = (folder / name).read_text(encoding="utf-8")
        out.append(TrueText(Path(name).stem, text, _day(row["published"])))
    return out


def _day(published: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(published)
    except ValueError:
        return None


def some(rng: random.Random, items: Sequence[T], most: int) -> list[T]:
    """At most ``most`` of the items, in their order."""
    if len(items) <= most:
        return list(items)
    return [items[i] for i in sorted(rng.sample(range(len(items)), most))]
