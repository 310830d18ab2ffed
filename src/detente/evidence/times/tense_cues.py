"""Whether the words around a place speak of what has happened or of what is to come."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from detente.evidence.reading import Reading
from detente.evidence.times.resolution import Tense
from detente.evidence.tokens import Sentence

# Participles that announce come first: *scheduled for Friday* looks past and is not.
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|set (?:to|for)|due|scheduled|slated|planned|expected|"
    r"poised|"
    r"plans? to|planning to|upcoming|ahead of|is to|are to|to be|would|hopes? to|intends? to|"
    r"prepar(?:es?|ing) to|about to|deadline|expires?|takes? effect|"
    r"comes? into (?:force|effect)|enters? into force|falls? due|begins|opens|starts|resumes|"
    r"convenes|flies|departs|kicks? off)\b|\b\w+['’]ll\b",
    re.IGNORECASE,
)
IRREGULAR_PASTS = frozenset(
    """was were had did said told met took held went came gave made began broke brought built
    bought caught chose cut drew drove fell felt fought flew found got grew heard hit kept knew
    laid led left lost paid put ran rose sat saw sent set shot shook shut slept sold spent spoke
    stood struck swore taught thought threw understood won withdrew wrote been sank swept swung
    fled froze forgot hid dealt lent sought spread split shrank stole stuck tore wore rode bore
    bound bred burst clung crept dug flung hung rang sang slid sprang stung swam woke wove became
    began forbade foresaw oversaw overcame undertook underwent arose awoke""".split()
)
_NOT_PAST = frozenset(
    """united need indeed hundred speed seed feed breed proceed succeed exceed embed shed
    unified so-called supposed weed deed creed greed sacred naked wicked kindred infrared""".split()
)
_AUXILIARY = ("will", "would", "shall", "won't", "won’t", "'ll", "’ll", "to", "be")
# Between *will* and its verb.
_CHAIN = frozenset("be been have not never also now only then soon again first likely".split())
_WORD = re.compile(r"[^\W\d_]+")
# Where one clause gives way to another.
_BREAK = re.compile(
    r"[,;:—–()“”\"]|\b(?:and|but|while|as|where|who|which|that|before|after|because|although|"
    r"though|when|if)\b",
    re.IGNORECASE,
)
# So many clauses on either side are asked before the tense counts as not shown.
_CLAUSES = 6
_NEAR = 400


@dataclass(frozen=True, slots=True)
class _Cues:
    """Where the clauses of a sentence begin, and its tense words as (start, end, is_future)."""

    cuts: list[int]
    cues: list[tuple[int, int, bool]]


class Tenses:
    """The tenses of a reading's sentences, each sentence looked through once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[int, _Cues] = {}

    def at(self, start: int, end: int) -> Tense | None:
        """The tense of the clause around ``start:end``, None where no word near it shows one.

        The nearest clause that shows a tense decides, the one that follows before the one in
        front; inside a clause the word nearer to ``start:end`` does, where both tenses occur.
        """
        sentence = self._reading.sentence_at(start)
        if sentence is None:
            return None
        seen = self._known.get(sentence.start)
        if seen is None:
            seen = self._known[sentence.start] = _look(self._reading, sentence)
        cuts = seen.cuts
        last = bisect.bisect_left(cuts, start) - 1  # the clause that holds the start
        after = bisect.bisect_left(cuts, end)
        own = _shown(seen, cuts[max(last, 0)], cuts[min(after, len(cuts) - 1)], start, end)
        if own is not None:
            return own
        for n in range(_CLAUSES):
            for k in (after + n, last - 1 - n):
                if 0 <= k < len(cuts) - 1 and abs(cuts[k] - start) < _NEAR:
                    tense = _shown(seen, cuts[k], cuts[k + 1], start, end)
                    if tense is not None:
                        return tense
        return None


def _look(reading: Reading, sentence: Sentence) -> _Cues:
    text, low, high = reading.text, sentence.start, sentence.end
    cuts = [low, *(m.start() for m in _BREAK.finditer(text, low, high) if m.start() > low), high]
    cues: list[tuple[int, int, bool]] = []
    # One pass over the words: participles that announce go before those that look back.
    ahead = [m.span() for m in _FUTURE.finditer(text, low, high)]
    taken = 0
    chained = False
    for m in _WORD.finditer(text, low, high):
        while taken < len(ahead) and ahead[taken][1] <= m.start():
            taken += 1
        if taken < len(ahead) and ahead[taken][0] <= m.start():
            chained = text[ahead[taken][0] : ahead[taken][1]].lower().endswith(_AUXILIARY)
            continue
        word = m.group().lower()
        if chained:
            # *will be held*, *would have ended*: the participle belongs to the future.
            chained = word in _CHAIN or word.endswith("ly")
            continue
        if word in IRREGULAR_PASTS or (
            word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST
        ):
            cues.append((*m.span(), False))
    cues.extend((a, b, True) for a, b in ahead)
    cues.sort()
    return _Cues(cuts, cues)


def _shown(seen: _Cues, low: int, high: int, start: int, end: int) -> Tense | None:
    """The tense of the words ``low:high``, by the cue nearest to ``start:end``."""
    first = bisect.bisect_left(seen.cues, (max(low, start - _NEAR), 0, False))
    best: tuple[int, Tense] | None = None
    for a, b, future in seen.cues[first : first + 40]:
        if a >= high:
            break
        distance = start - b if b <= start else a - end
        tense: Tense = "future" if future else "past"
        if best is None or distance < best[0]:
            best = distance, tense
        elif distance == best[0] and tense != best[1]:
            best = distance, "mixed"
    return None if best is None else best[1]
