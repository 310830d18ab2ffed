"""The words of one sentence, by number."""

from __future__ import annotations

import bisect
from functools import cached_property

from detente.evidence.tokens import Sentence, tokenise


class Line:
    """Token ``i`` of a sentence: as written, in small letters, and where it stands."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        tokens = tokenise(text, sentence.start, sentence.end)
        self.sentence = sentence
        self.texts = [t.text for t in tokens]
        self.lowers = [t.text.lower() for t in tokens]
        self.starts = [t.start for t in tokens]
        self.ends = [t.end for t in tokens]

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, offset: int) -> int:
        """The first token that begins at ``offset`` or after it."""
        return bisect.bisect_left(self.starts, offset)

    def has_any(self, words: frozenset[str]) -> bool:
        """True if one of the words stands in the sentence."""
        return not words.isdisjoint(self._words)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self.lowers)

    def is_capital(self, i: int) -> bool:
        """True if the token begins with a capital letter."""
        return self.texts[i][:1].isupper()
