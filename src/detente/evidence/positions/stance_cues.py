"""The lexicon of stances: which words show support, conditions, doubt and opposition.

Cues are found by their first word; ``rest`` is what must follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.evidence.items import StanceLabel
from detente.evidence.positions.cue_words import all_forms
from detente.evidence.positions.stance_advocacy import ADVOCACY, ADVOCATING
from detente.evidence.positions.stance_lexicon import (
    ADJECTIVES,
    AGENTS,
    NOUNS,
    VERBS,
    Adjective,
    Need,
)
from detente.evidence.positions.stance_undertakings import (
    OFFICIAL_ADJECTIVES,
    OFFICIAL_NOUNS,
    UNDERTAKINGS,
)
from detente.types import Confidence

Shape = Literal["verb", "adjective", "agent", "noun"]


@dataclass(frozen=True, slots=True)
class StanceCue:
    """One cue: ``rule`` is its key in the extractor's table, ``speech`` if it is an utterance."""

    rule: str
    label: StanceLabel
    strength: Confidence
    need: Need
    speech: bool
    shape: Shape = "verb"
    rest: re.Pattern[str] | None = None


def _follows(pattern: str) -> re.Pattern[str]:
    """Compile what follows the first word in lower case: a blank stands for any white space."""
    return re.compile(r"\s+" + f"(?:{pattern})".replace(" ", r"\s+") + r"(?![\w’])")


# With these before it a word of support is guarded: "cautiously welcomed".
GUARDED_ADVERBS = frozenset(
    "cautiously conditionally tentatively guardedly grudgingly reluctantly warily partially".split()
)


def _rows() -> Iterable[tuple[frozenset[str], StanceCue]]:
    for rule, verbs, label, strength, need, speech, rest in (*VERBS, *UNDERTAKINGS, *ADVOCACY):
        pattern = _follows(rest) if rest else None
        yield all_forms(verbs), StanceCue(rule, label, strength, need, speech, "verb", pattern)
    shapes: tuple[tuple[Shape, tuple[Adjective, ...]], ...] = (
        ("adjective", ADJECTIVES + OFFICIAL_ADJECTIVES + ADVOCATING),
        ("agent", AGENTS),
        ("noun", NOUNS + OFFICIAL_NOUNS),
    )
    for shape, table in shapes:
        for rule, words, label, strength, need, rest in table:
            pattern = _follows(rest) if rest else None
            yield (
                frozenset(words.split()),
                StanceCue(rule, label, strength, need, False, shape, pattern),
            )


@cache
def stance_cues() -> dict[str, tuple[StanceCue, ...]]:
    """Cues by first word (lower case), in the order in which they are to be tried."""
    table: dict[str, list[StanceCue]] = {}
    for words, cue in _rows():
        for word in sorted(words):
            table.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in table.items()}
