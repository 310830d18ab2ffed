"""Undertakings set out as a list: *The parties agree to the following:* and its bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_subject import subjects
from detente.evidence.positions.cue_words import all_forms, is_adverb
from detente.evidence.positions.joint_voice import JOINT_NOUNS
from detente.evidence.positions.subject_nouns import joint_phrase
from detente.evidence.positions.term_cues import TermCue
from detente.evidence.positions.term_items import acts_from
from detente.evidence.positions.term_parts import Draft
from detente.evidence.positions.term_words import UNDERTAKEN
from detente.evidence.tokens import Sentence

_MARK = re.compile(r"\s*(?:[-*+•–—‣·▪]|\(?\w{1,3}[.)])\s+")
_UNDERTAKE = all_forms("agree commit undertake pledge decide resolve promise accept") | frozenset(
    "will shall".split()
)
_ASK = all_forms("demand urge call ask request recommend propose require") | frozenset(
    "must should need needs necessary".split()
)
_AGREED = TermCue("agree_to_do", "offer", "verb", True)
_ASKED = TermCue("list_of", "demand", "verb", True)
# How many words of a line are looked through for what opens a list.
_REACH = 80


class Bullets:
    """Follows lists through a text: ask it for each sentence in order."""

    def __init__(self) -> None:
        self._opening: tuple[TermCue, Draft] | None = None
        self._paragraph = -1

    def drafts(self, line: Line, sentence: Sentence) -> Iterator[Draft]:
        """The acts of a bullet under a line that opens a list; none elsewhere."""
        begins = sentence.paragraph != self._paragraph
        self._paragraph = sentence.paragraph
        if line.word(len(line) - 1) == ":":
            self._opening = _opening(line)
            return
        if not begins or self._opening is None or not len(line):
            return
        text = line.reading.text
        first = next((k for k in range(min(4, len(line))) if line.words[k].isalpha()), 0)
        start = line.tokens[first].start
        if not _MARK.fullmatch(text, text.rfind("\n", 0, start) + 1, start):
            self._opening = None
            return
        cue, opening = self._opening
        verb = _first_verb(line, first)
        if _is_command(line, verb):
            last = line.clause_end(verb)
            by, own = opening.by, opening.own
            yield from acts_from(
                Draft(line, cue, cue.kind, verb, first, last, by, None, False, own)
            )


def _opening(line: Line) -> tuple[TermCue, Draft] | None:
    """What a line that ends with a colon announces, and who undertakes or asks it."""
    for k in range(len(line) - 1, max(-1, len(line) - _REACH), -1):
        word = line.words[k]
        cue = _AGREED if word in _UNDERTAKE else _ASKED if word in _ASK else None
        if cue is None:
            continue
        group = line.verb_group(k)
        by = subjects(line, k, group)
        if not by and line.word(group.start - 1) in JOINT_NOUNS | {"we"}:
            by = joint_phrase(line, group.start - 1)
        return cue, Draft(line, cue, cue.kind, k, k, len(line), by, None, False, not by)
    return None


def _first_verb(line: Line, first: int) -> int:
    k = first
    while is_adverb(line.word(k)) or line.word(k) == "to":
        k += 1
    return min(k, len(line) - 1)


def _is_command(line: Line, k: int) -> bool:
    """True for a bullet that begins with its act at ``k``: *Withdraw …*, *Swiftly reopen …*."""
    if line.words[k] in UNDERTAKEN:
        return True
    parse = line.reading.parse
    if parse is None:
        return False
    found = parse.span(line.tokens[k].start, line.tokens[k].end)
    return found is not None and len(found[1]) > 0 and found[1].root.tag_ in ("VB", "VBP")
