"""The lexicon of terms, indexed: the words of demands, offers, threats and what is in the way.

Cues are found by their first word; ``rest`` is what must follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from detente.evidence.items import TermKind
from detente.evidence.positions.binding_lexicon import BINDING
from detente.evidence.positions.cue_words import all_forms
from detente.evidence.positions.demand_lexicon import ASKING
from detente.evidence.positions.offer_lexicon import GIVING
from detente.evidence.positions.resisting_lexicon import RESISTING
from detente.evidence.positions.term_row import Frame
from detente.evidence.positions.term_words import follows


@dataclass(frozen=True, slots=True)
class TermCue:
    """One cue: ``rule`` is a short name, ``frame`` how its ends are found."""

    rule: str
    kind: TermKind
    frame: Frame
    speech: bool
    rest: re.Pattern[str] | None = None


def _rows() -> Iterable[tuple[Iterable[str], TermCue]]:
    for rule, kind, frame, speech, words, rest in (*ASKING, *RESISTING, *GIVING, *BINDING):
        cue = TermCue(rule, kind, frame, speech, follows(rest))
        if words.startswith("v:"):
            yield sorted(all_forms(words[2:])), cue
        else:
            yield words.split(), cue


@cache
def term_cues() -> dict[str, tuple[TermCue, ...]]:
    """Cues by first word (lower case), in the order in which they are to be tried."""
    table: dict[str, list[TermCue]] = {}
    for words, cue in _rows():
        for word in words:
            table.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in table.items()}


# Where several cues meet in one clause the first of these kinds stands.
PRECEDENCE: tuple[TermKind, ...] = (
    "precondition", "threat", "demand", "pressure", "concession", "offer", "incentive",
    "obstacle", "procedural", "possible_outcome",
)  # fmt: skip
