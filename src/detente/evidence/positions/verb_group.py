"""What stands before a verb: negation, modal, passive, *refused to*, *is expected to*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.evidence.positions.cue_words import (
    AUXILIARIES,
    BE,
    CONTRAST,
    GUESSES,
    MODALS,
    NEGATIONS,
    all_forms,
    is_adverb,
)

# How far a clause is followed: longer ones are lists, and the work stays linear.
REACH = 60
MARKS = frozenset('.!?…,;:“”"«»()[]')

_PASS_ON = all_forms(
    """agree pledge vow promise decide continue choose vote move plan intend want hope wish begin
    seek aim offer prepare resolve opt threaten determine commit undertake try attempt strive
    like love prefer come"""
) | frozenset(
    """ready prepared willing eager keen glad happy pleased able proud free determined opportunity
    privilege honour honor pleasure""".split()
)
_REFUSE = all_forms("refuse")
_DECLINE = all_forms("decline hesitate fail neglect") | frozenset(
    "reluctant unwilling hesitant loath slow yet unable unprepared unready".split()
)
_FORECAST = all_forms("expect appear seem") | frozenset(
    "likely set poised due bound unlikely".split()
)
_CONTRACTED = frozenset("it he she that there what who we they i you".split())


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What stands before a verb: ``start`` is the first word's index, auxiliaries included.

    ``attitude`` is ``refuse`` (*refused to back*), ``decline`` (*has yet to back*) or None.
    ``dangling`` is True for an infinitive that no known verb governs (*a plan to back X*).
    """

    start: int
    negated: bool = False
    modal: str | None = None
    guess: bool = False
    passive: bool = False
    attitude: str | None = None
    dangling: bool = False
    auxiliary: bool = False
    perfect: bool = False


def verb_group(words: Sequence[str], i: int) -> VerbGroup:
    """The verb group that ends with the verb at word ``i`` of lower-case ``words``."""
    negated = guess = passive = dangling = auxiliary = perfect = never = False
    modal: str | None = None
    attitude: str | None = None
    j = i
    while j > 0 and i - j < REACH:
        word = words[j - 1]
        if word in NEGATIONS or word.endswith("n’t"):
            negated = not negated
            never = never or word == "never"
            auxiliary = auxiliary or word.endswith("n’t")
            perfect = perfect or word in ("hasn’t", "haven’t", "hadn’t")
            if word in ("won’t", "wouldn’t", "cannot"):
                modal = "will"
        elif word in MODALS:
            modal = word
            guess = guess or word in GUESSES
        elif word in BE or (word == "’s" and j >= 2 and words[j - 2] in _CONTRACTED):
            between = words[j:i]
            passive = passive or (
                all(is_adverb(w) or w in NEGATIONS for w in between) and _participle(words[i])
            )
            auxiliary = True
        elif word in AUXILIARIES:
            auxiliary = True
            perfect = perfect or word in ("has", "have", "had", "’ve")
        elif word in GUESSES:
            guess = True
        elif word == "to" and j - 2 >= 0:
            before = words[j - 2]
            if before in _REFUSE:
                attitude = "refuse"
            elif before in _DECLINE:
                attitude = "decline"
            elif before in _FORECAST:
                guess = True
                negated = negated != (before == "unlikely")
            elif before not in _PASS_ON and before not in AUXILIARIES:
                dangling = True
                break
            j -= 1
        elif not is_adverb(word):
            break
        j -= 1
    if _denied_subject(words, j):
        negated = not negated
    return VerbGroup(
        j, negated, modal, guess, passive, attitude, dangling, auxiliary, perfect and not never
    )


def _denied_subject(words: Sequence[str], start: int) -> bool:
    """*Neither Kenya nor Uganda has …*, *no party will …*: the subject denies the verb."""
    for k in range(start - 1, max(-1, start - 12), -1):
        word = words[k]
        inverted = word == "nor" and words[k + 1] in AUXILIARIES | MODALS
        if (
            inverted
            or word in ("neither", "none", "nobody")
            or (word == "no" and (k == 0 or words[k - 1] in MARKS | {"that", "and", "but"}))
        ):
            return True
        if word in MARKS or word in CONTRAST:
            return False
    return False


def _participle(word: str) -> bool:
    return word.endswith(("ed", "en", "wn")) or word in ("met", "put", "held", "made", "set")
