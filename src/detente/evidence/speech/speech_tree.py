"""From a cue to the one who speaks, by spaCy's parse."""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import Any

from detente.evidence.model import Parse
from detente.evidence.speech.narration import Narration, Unit
from detente.evidence.speech.narration_words import PRONOUNS
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speakers import name_behind
from detente.evidence.speech.speech_cues import DOCUMENT_NOUNS, SPEAKER_NOUNS

_SUBJECTS = frozenset({"nsubj", "csubj"})
_STEPS = 5


class SpeechTree:
    """Questions to a parse, asked by offsets of the text."""

    def __init__(self, parse: Parse) -> None:
        self._paragraphs = [(base, doc, [t.idx for t in doc]) for base, doc in parse.paragraphs]
        self._bases = [base for base, _, _ in self._paragraphs]

    def token(self, offset: int) -> tuple[int, Any] | None:
        """(offset of the paragraph, token that covers ``offset``)."""
        i = bisect.bisect_right(self._bases, offset) - 1
        if i < 0:
            return None
        base, doc, starts = self._paragraphs[i]
        k = bisect.bisect_right(starts, offset - base) - 1
        if k < 0 or offset - base >= starts[k] + len(doc[k]):
            return None
        return base, doc[k]

    def is_verb(self, offset: int) -> bool | None:
        """Whether the word there is tagged a verb; None where the parse has no word."""
        found = self.token(offset)
        return None if found is None else found[1].pos_ in ("VERB", "AUX")

    def speaker(self, n: Narration, unit: Unit, i: int) -> Speaker | None:
        """The subject of the verb at word ``i``, own or shared, as somebody who speaks."""
        found = self.token(unit.words[i].start)
        if found is None:
            return None
        base, verb = found
        for _ in range(_STEPS):
            subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
            if subject is not None:
                if subject.tag_ in ("WP", "WDT"):
                    if verb.dep_ != "relcl":
                        return None
                    subject = verb.head
                return self._phrase(n, unit, base, subject)
            if any(c.dep_ == "nsubjpass" for c in verb.children):
                return None
            if verb.dep_ not in ("conj", "advcl", "xcomp", "dep") or verb.head is verb:
                return None
            verb = verb.head
        return None

    def _phrase(self, n: Narration, unit: Unit, base: int, head: Any) -> Speaker | None:
        end = base + head.idx + len(head)
        first = bisect.bisect_left([w.start for w in unit.words], base + head.left_edge.idx)
        known = n.ending.get(end)
        noun = head.lower_
        if known is not None and known[0].kind != "demonym":
            mention, actor = known
            name = noun if mention.kind in ("nominal", "pronoun") else None
            return Speaker(actor, mention.span.start, mention.span.end, name, first, "tree")
        if noun in DOCUMENT_NOUNS:
            inside = [
                pair
                for pair in n.reading.mentions_between(
                    base + head.left_edge.idx, base + head.right_edge.idx + 1, places=False
                )
                if pair[0].kind != "pronoun"
            ]
            if inside:
                mention, actor = inside[0]
                return Speaker(actor, mention.span.start, mention.span.end, noun, first, "tree")
        elif noun not in SPEAKER_NOUNS and noun not in PRONOUNS:
            return None
        elif noun in SPEAKER_NOUNS:
            # *Its leader, Leo Marsh, backed the plan and accused …*
            at = bisect.bisect_left([w.start for w in unit.words], base + head.idx)
            named = name_behind(n, unit, at, first)
            if named is not None:
                return replace(named, how="tree")
        if noun in ("it", "you", "that", "this"):
            return None
        return Speaker(None, base + head.left_edge.idx, end, noun, first, "tree")
