"""What negation, conditions and a second cue make of the label of a cue."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.evidence.items import StanceLabel
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.stance_cues import GUARDED_ADVERBS
from detente.evidence.positions.verb_group import VerbGroup

_IF = re.compile(
    r"(?:,\s+)?(?:but\s+)?(?:only\s+)?(?:if|provided|on\s+(?:the\s+)?condition|unless"
    r"|as\s+long\s+as"
    r"|so\s+long\s+as|once|in\s+(?:exchange|return)\s+for|subject\s+to|pending)\b|(?:but\s+)?only\s+(?:after|when|once)\b",
    re.IGNORECASE,
)
_OPPOSITE: Mapping[StanceLabel, StanceLabel] = {"support": "oppose", "oppose": "conditional"}


def turned(label: StanceLabel, group: VerbGroup, refused: bool) -> StanceLabel | None:
    """What negation and *refused to*, *has yet to* make of a label; None if nothing is left.

    Not to oppose is not to support: it leaves the answer open, so it is conditional.
    """
    negated = group.negated != refused
    if group.attitude == "refuse":
        return _OPPOSITE.get(label)
    if group.attitude == "decline":
        if negated:
            return label
        return "conditional" if label in ("support", "oppose") else None
    if negated and group.perfect and label == "support":
        # "has not accepted": the answer is still out.
        return "conditional"
    if negated:
        return _OPPOSITE.get(label)
    return label


def guarded(line: Line, i: int, group: VerbGroup, last: int, after: int) -> bool:
    """True if an adverb (*cautiously*) or a condition (*only if …*) limits the cue at ``i``."""
    if any(w in GUARDED_ADVERBS for w in line.words[group.start : i]):
        return True
    if line.word(i + 1) in GUARDED_ADVERBS:
        return True
    text = line.reading.text
    if last < len(line) and _IF.match(text, line.tokens[last].start, line.end):
        return True
    return any(
        line.words[k] in _GUARDS
        and line.word(k - 1) != "even"
        and not line.in_quotation(k)
        and _IF.match(text, line.tokens[k].start, line.end)
        for k in range(after, min(last, len(line)))
    )


_GUARDS = frozenset("if provided unless only on in subject pending".split())
# How far before a cue a condition may open its sentence.
_BEFORE = 40


def preposed(line: Line, i: int, group: VerbGroup) -> str:
    """What opens a condition before the cue at ``i``: *If Kenya signs, we will …*; else empty."""
    if (group.modal or line.words[i]) not in ("will", "would", "shall", "’ll", "could", "can"):
        return ""
    comma = False
    for k in range(group.start - 1, max(-1, group.start - _BEFORE), -1):
        word = line.words[k]
        if word in ".!?;:" or line.in_quotation(k) != line.in_quotation(i):
            return ""
        comma = comma or word == ","
        if comma and word in ("if", "unless", "provided", "once"):
            asked = line.word(k - 1) in ("even", "asked", "ask", "wonder")
            return "" if asked else word
    return ""


def mixed(a: StanceLabel, b: StanceLabel) -> StanceLabel:
    """*welcomed … but stressed conditions*, *hopeful but worried*: conditional."""
    if a == b:
        return a
    if {a, b} == {"sceptical", "oppose"}:
        return "oppose"
    return "conditional"
