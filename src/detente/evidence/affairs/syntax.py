"""Questions to spaCy's parse, asked and answered in places of the text.

Every answer is only an offset; who stands there is for the caller to know. Without a parse
there is no :class:`Syntax`, and callers fall back on the order of words.
"""

from __future__ import annotations

import bisect
from typing import Any

from detente.evidence.model import Parse

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_STEPS = 6


class Syntax:
    """A parse with an index from offsets to tokens."""

    def __init__(self, parse: Parse) -> None:
        self._paragraphs = parse.paragraphs
        self._bases = [base for base, _ in self._paragraphs]
        self._starts: dict[int, list[int]] = {}

    def _token(self, offset: int) -> tuple[int, Any] | None:
        i = bisect.bisect_right(self._bases, offset) - 1
        if i < 0:
            return None
        base, doc = self._paragraphs[i]
        # Most paragraphs are never asked about, so each is indexed at its first question.
        starts = self._starts.get(i)
        if starts is None:
            starts = self._starts[i] = [t.idx for t in doc]
        k = bisect.bisect_right(starts, offset - base) - 1
        if k < 0 or offset - base >= starts[k] + len(doc[k]):
            return None
        return base, doc[k]

    def is_verb(self, offset: int) -> bool | None:
        """True if the word there is a verb, None if the parse does not hold the place."""
        found = self._token(offset)
        return None if found is None else found[1].pos_ in {"VERB", "AUX"}

    def is_noun(self, offset: int) -> bool | None:
        """True if the word there is a noun or a name, None if the parse does not hold it."""
        found = self._token(offset)
        return None if found is None else found[1].pos_ in {"NOUN", "PROPN"}

    def subject(self, offset: int) -> int | None:
        """Where the subject of the verb (or of the noun's verb) at ``offset`` stands.

        Follows relative clauses to the noun they belong to, and participles and conjoined
        verbs to the subject of the verb that they hang on.
        """
        found = self._token(offset)
        if found is None:
            return None
        base, token = found
        for _ in range(_STEPS):
            own = [c for c in token.children if c.dep_ in _SUBJECTS]
            if own:
                subject = own[0]
                if subject.tag_ in {"WDT", "WP"} and token.dep_ == "relcl":
                    subject = token.head
                return base + int(subject.idx)
            if token.dep_ in {"relcl", "acl"} and token.pos_ in {"VERB", "AUX"}:
                return base + int(token.head.idx)
            if token.dep_ == "ROOT" or token.head is token:
                return None
            token = token.head
        return None

    def heads(self, offset: int) -> list[int]:
        """The words that the one at ``offset`` hangs on, nearest first, up to its clause's verb."""
        found = self._token(offset)
        if found is None:
            return []
        base, token = found
        out = []
        for _ in range(_STEPS):
            if token.head is token:
                break
            token = token.head
            out.append(base + int(token.idx))
            if token.pos_ in {"VERB", "AUX"}:
                break
        return out

    def governs(self, upper: int, lower: int, steps: int = 4) -> bool:
        """True if the word at ``lower`` hangs on the one at ``upper``, over few steps."""
        high, low = self._token(upper), self._token(lower)
        if high is None or low is None or high[0] != low[0]:
            return False
        token = low[1]
        for _ in range(steps):
            if token.i == high[1].i:
                return True
            if token.head is token or (token.dep_ in {"advcl", "relcl", "ccomp"}):
                return False
            token = token.head
        return bool(token.i == high[1].i)
