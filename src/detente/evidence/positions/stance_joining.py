"""Two cues of one subject in one run of words: *welcomed … but stressed conditions*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.positions.cue_words import CONTRAST, is_adverb
from detente.evidence.positions.stance_hits import Hit
from detente.evidence.positions.stance_labels import mixed


def joined(found: Sequence[Hit]) -> Iterator[Hit]:
    """Join a cue to the one before it, where both are one subject's in one run of words."""
    held: Hit | None = None
    for hit in found:
        if held is not None and (both := _join(held, hit)) is not None:
            held = both
            continue
        if held is not None:
            yield held
        held = hit
    if held is not None:
        yield held


def _join(a: Hit, b: Hit) -> Hit | None:
    if not a.actors or {x.id for x in a.actors} != {x.id for x in b.actors}:
        return None
    gap = a.line.words[min(a.last, b.first) : b.group.start]
    if not gap and a.line.words[b.group.start] == "nor":
        return replace(a, last=b.last, label="conditional", target=b.target, firm=True, joined=True)
    if len(gap) > 3 or not all(w in CONTRAST or w in (",", "and") or is_adverb(w) for w in gap):
        return None
    linked = any(w in CONTRAST or w == "and" for w in gap) or b.line.words[b.at].endswith("ing")
    if not linked or a.group.guess != b.group.guess:
        return None
    new_target = (
        b.firm
        and b.target is not None
        and not b.target.refers_back
        and (a.target is not None and b.target.head != a.target.head)
    )
    worry = b.cue.need == "partner" or b.cue.rule == "worry_over"
    if new_target and b.label != "conditional" and not worry:
        return None
    if not a.firm and not b.firm:
        return None
    label = mixed(a.label, b.label)
    if a.label == b.label and a.firm and b.firm:
        # Two verdicts of one kind are told apart.
        return None
    return replace(
        a, last=b.last, label=label, target=a.target or b.target, firm=True, joined=label != a.label
    )
