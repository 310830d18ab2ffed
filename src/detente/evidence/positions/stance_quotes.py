"""The stance that a speaker's own words show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.evidence.items import Actor, StanceLabel
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_page import Page
from detente.evidence.positions.quoted_cues import CONDITION_AFTER, QUOTED
from detente.evidence.positions.quoted_praise import ADVOCATED, BLAME, PRAISE, THANKS, WISHED
from detente.evidence.positions.stance_hits import FIRST_PERSON, hits
from detente.evidence.positions.target import ACTS, PROCESS, Target, clause_target

# A quotation longer than LONG is weighed sentence by sentence; one longer than SPEECH, and any
# such turn of a transcript, has a stance for each sentence that shows one.
LONG = 420
SPEECH = 1200
MARKS = frozenset("“\"«„‘'")
_MATTERS = PROCESS | ACTS | frozenset("war wars conflict fighting killing end".split())
_CONTRAST = re.compile(r"\b(?:but|however|yet|although|though|unless)\b")
_OPEN_CONDITION = re.compile(r"\bmust|\bneeds? to|\bha(?:s|ve) to|\bcan only|\bwill only")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A label for words ``start:end`` of a quotation, by rule key, with their target."""

    label: StanceLabel
    start: int
    end: int
    rule: str
    target: Target | None
    line: Line
    firm: bool


def own_words(
    page: Page, start: int, end: int, speaker: Actor, *, in_marks: bool
) -> OwnWords | None:
    """The stance in words ``start:end`` that ``speaker`` says; None if they show none.

    Praise and blame count ``in_marks`` only: a writer quotes what shows a stand, while
    the turn of a transcript holds whatever was said.
    """
    line = page.line(start, end, quoted=True)
    if not len(line):
        return None
    low = page.reading.low
    labels: dict[StanceLabel, tuple[int, str, bool]] = {}
    target: Target | None = None
    matters = any(w in _MATTERS for w in line.words)
    for hit in hits(line):
        if hit.cue.need == "act" and not matters:
            continue
        if not hit.firm or not _speaks_for(line, hit.group.start, hit.actors, speaker):
            continue
        labels.setdefault(hit.label, (line.tokens[hit.at].start, hit.cue.rule, True))
        target = target or hit.target
    if matters:
        for rule, label, pattern in QUOTED:
            found = pattern.search(low, start, end)
            if found is None:
                continue
            weak = label == "conditional" and not _OPEN_CONDITION.search(found.group())
            if weak and "support" not in labels:
                continue
            labels.setdefault(label, (found.start(), rule, False))
    if not labels:
        verdict = _verdict(low, start, end, matters) if in_marks else _asked(low, start, end)
        if verdict is not None:
            labels[verdict[0]] = (verdict[1], verdict[2], False)
    if not labels:
        return None
    label, rule, firm = _combined(low, end, labels)
    return OwnWords(
        label, start, end, rule, target or clause_target(line, 0, len(line)), line, firm
    )


def _verdict(low: str, start: int, end: int, matters: bool) -> tuple[StanceLabel, int, str] | None:
    """Praise, blame or a wish where nothing else shows a stance: label, place and rule."""
    good = THANKS.search(low, start, end)
    if good is None and matters:
        good = PRAISE.search(low, start, end)
    bad = BLAME.search(low, start, end) if matters else None
    if good is not None and (bad is None or good.start() <= bad.start()):
        return "support", good.start(), "quoted_praise"
    if bad is not None:
        return "oppose", bad.start(), "quoted_blame"
    wish = ADVOCATED.search(low, start, end) if matters else None
    return None if wish is None else ("support", wish.start(), "quoted_wish")


def _asked(low: str, start: int, end: int) -> tuple[StanceLabel, int, str] | None:
    """What a speech asks for in so many words: *we hope that …*, *it is vital to …*."""
    wish = WISHED.search(low, start, end)
    return None if wish is None else ("support", wish.start(), "quoted_wish")


def whole(page: Page, start: int, end: int, speaker: Actor) -> OwnWords | None:
    """The one stance of a long quotation: the label that most of its sentences show."""
    found: list[OwnWords] = []
    for sentence in page.sentences_between(start, end):
        low, high = max(sentence.start, start), min(sentence.end, end)
        own = own_words(page, low, high, speaker, in_marks=True)
        if own is not None:
            found.append(own)
    if not found:
        return None
    counts = Counter(o.label for o in found)
    label = max(counts, key=lambda k: (counts[k], -_first_with(found, k)))
    best = next(o for o in found if o.label == label)
    return replace(best, start=start, end=end)


def _first_with(found: Sequence[OwnWords], label: StanceLabel) -> int:
    return next(o.start for o in found if o.label == label)


def _combined(
    low: str, end: int, labels: dict[StanceLabel, tuple[int, str, bool]]
) -> tuple[StanceLabel, str, bool]:
    """One label of several: support with a condition or a worry after *but* is conditional."""
    if "conditional" in labels:
        return "conditional", labels["conditional"][1], labels["conditional"][2]
    support = labels.get("support")
    if support is not None:
        turn = _CONTRAST.search(low, support[0], end)
        if "oppose" in labels:
            later = max(("support", "oppose"), key=lambda k: labels[k][0])  # type: ignore[index]
            return later, labels[later][1], True  # type: ignore[return-value,index]
        if "sceptical" in labels:
            return "conditional", labels["sceptical"][1], True
        if turn is not None and CONDITION_AFTER.search(low, turn.end(), end):
            return "conditional", "quoted_condition", True
    for label in ("oppose", "sceptical", "support"):
        if label in labels:
            return label, labels[label][1], labels[label][2]
    raise AssertionError("labels is never empty here")


def _speaks_for(line: Line, start: int, actors: tuple[Actor, ...], speaker: Actor) -> bool:
    """The cue is the speaker's: first person, no subject at all, or its own side's name."""
    before = line.word(start - 1)
    if before in FIRST_PERSON or before in ("’m", "’re", "’ve", "’d", "’ll"):
        return True
    if not actors:
        return start <= 1 or before in ("“", '"', ".") or _first_person_clause(line, start)
    side = {speaker.id, speaker.affiliation}
    return any(a.id in side or (a.affiliation and a.affiliation in side) for a in actors)


def _first_person_clause(line: Line, start: int) -> bool:
    """A conjoined or participial verb after *we* or *I* in the same clause."""
    for k in range(start - 1, max(-1, start - 25), -1):
        word = line.words[k]
        if word in FIRST_PERSON:
            return True
        if word in ".;!?" or word in ("he", "she", "they", "you", "it", "who", "which", "that"):
            return False
    return False
