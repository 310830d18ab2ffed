"""Where the words of a stance begin, and the copula that an adjective of stance stands with."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import (
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    all_forms,
    is_adverb,
)
from detente.evidence.positions.stance_cues import StanceCue
from detente.evidence.positions.subject_nouns import owner_of
from detente.evidence.positions.verb_group import VerbGroup

COPULAS = all_forms("remain stand seem sound appear stay become look feel") | BE


def with_copula(line: Line, i: int, group: VerbGroup, *, alone: bool) -> VerbGroup | None:
    """The verb group of the copula before an adjective; None if it has none.

    ``alone`` is True where the words before can carry it without one (*62% of Kenyans wary of*).
    """
    start = group.start
    if any(w in BE or w == "’s" for w in line.words[start:i]):
        return replace(group, passive=False)
    before = line.word(start - 1)
    if before in COPULAS:
        return replace(line.verb_group(start - 1), passive=False)
    if line.words[i] in ("in", "against"):
        return None
    if alone or before in ("themselves", "itself", "himself"):
        return replace(group, passive=False)
    return None


def first_word(line: Line, i: int, cue: StanceCue, group: VerbGroup) -> int:
    """The first word of the span: with what denies it, without plain auxiliaries."""
    if cue.shape == "noun":
        owner = owner_of(line, i)
        return i if owner is None else line.index_at(owner[0].span.start)
    if cue.shape == "agent":
        return agent_start(line, i)
    if cue.shape == "adjective":
        return i if group.start >= i else group.start
    if group.negated or group.attitude or group.guess:
        return group.start
    k = i
    while k > group.start and is_adverb(line.words[k - 1]) and line.words[k - 1] not in MODALS:
        k -= 1
    return k


def agent_start(line: Line, i: int) -> int:
    """The first word of *a vocal supporter*."""
    k = i
    while k > 0 and i - k < 5 and line.words[k - 1] not in DETERMINERS | PREPOSITIONS | BE:
        if line.words[k - 1] in ",;:":
            break
        k -= 1
    return k - 1 if line.word(k - 1) in ("a", "an", "the") else k
