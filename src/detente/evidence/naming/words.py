"""The words of a reading as parallel lists, so that a pass over them is a loop over numbers."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from detente.evidence.reading import Reading

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_QUOTES = _OPENING | _CLOSING | {'"'}
_STARTERS = frozenset("“«„\"'‘([:•–—-*")


@dataclass
class Words:
    """Token ``i`` of the reading, seen from every side that name rules ask about.

    Attributes
    ----------
    texts, lowers : list of str
        The word as written, and in lower case.
    capital : list of bool
        It begins with a capital letter; ``capitals`` are the numbers of these tokens.
    sentence : list of int
        Number of the sentence that holds it, -1 between sentences.
    prose : list of bool
        It stands in a body paragraph (headings and bullets are written in capitals).
    initial : list of bool
        First word of a sentence or of a quotation: its capital says nothing.
    glued : list of bool
        No space stands before it.
    quoted : list of bool
        It stands between quotation marks.
    common : set of str
        Words that the text also writes in lower case.
    """

    reading: Reading
    texts: list[str] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    capitals: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    prose: list[bool] = field(default_factory=list)
    initial: list[bool] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    common: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._lay_out()
        self._mark_sentences()
        self._mark_quoted()

    def __len__(self) -> int:
        return len(self.texts)

    def text(self, first: int, last: int) -> str:
        """What stands from token ``first`` up to, not including, token ``last``."""
        return self.reading.text[self.starts[first] : self.ends[last - 1]]

    def find(self, wanted: Collection[str]) -> list[int]:
        """Numbers of the tokens whose lower-case word is in ``wanted``, in order."""
        spots = self._spots
        if len(wanted) < len(spots):
            found = [spots[word] for word in wanted if word in spots]
        else:
            found = [places for word, places in spots.items() if word in wanted]
        return sorted(itertools.chain.from_iterable(found))

    @cached_property
    def _spots(self) -> dict[str, list[int]]:
        """Places of each word or mark, in lower case."""
        out: dict[str, list[int]] = {}
        for i, word in enumerate(self.lowers):
            if word in out:
                out[word].append(i)
            else:
                out[word] = [i]
        return out

    def at(self, offset: int) -> int:
        """Number of the first token that begins at or after ``offset``."""
        return bisect.bisect_left(self.starts, offset)

    def together(self, first: int, last: int) -> bool:
        """True if tokens ``first`` to ``last`` (inclusive) exist in one sentence."""
        return 0 <= first <= last < len(self.texts) and (
            self.sentence[first] == self.sentence[last] >= 0
        )

    def next_to(self, i: int, j: int) -> bool:
        """True if both exist in the same sentence (``j`` is a neighbour of ``i``)."""
        return 0 <= j < len(self.texts) and self.sentence[i] == self.sentence[j]

    def _lay_out(self) -> None:
        tokens = self.reading.tokens
        self.starts = [t[0] for t in tokens]
        self.ends = [t[1] for t in tokens]
        self.texts = texts = [t[2] for t in tokens]
        self.lowers = list(self.reading.lowers)
        self.capital = [w[0].isupper() for w in texts]
        self.capitals = [i for i, capital in enumerate(self.capital) if capital]
        self.glued = [a == b for a, b in zip(self.starts, (-1, *self.ends), strict=False)]
        self.common = {w for w in set(texts) if w[0].isalpha() and w == w.lower()}

    def _mark_sentences(self) -> None:
        count = len(self.texts)
        self.sentence = [-1] * count
        self.paragraph = [-1] * count
        self.prose = [False] * count
        self.initial = [False] * count
        self.quoted = [False] * count
        marks = [i for i in self.find(_STARTERS) if not (self.glued[i] and self.texts[i] == "-")]
        for number, sentence in enumerate(self.reading.sentences):
            first, last = self.at(sentence.start), self.at(sentence.end)
            self.sentence[first:last] = [number] * (last - first)
            self.paragraph[first:last] = [sentence.paragraph] * (last - first)
            self.prose[first:last] = [sentence.is_prose] * (last - first)
            inside = slice(bisect.bisect_left(marks, first), bisect.bisect_left(marks, last))
            self._mark_initial(first, (*marks[inside], last))

    def _mark_initial(self, first: int, marks: Sequence[int]) -> None:
        """Mark the first words of a sentence and of what its ``marks`` open; the last ends it."""
        texts, fresh = self.texts, True
        for mark in marks:
            if fresh:
                i = next((i for i in range(first, mark) if texts[i][0].isalnum()), None)
                if i is not None:
                    self.initial[i] = True
                    fresh = False
            if mark != marks[-1]:
                first, fresh = mark + 1, texts[mark] not in "'‘(["

    def _mark_quoted(self) -> None:
        marks = self.find(_QUOTES)
        end = -1  # of the quoted words before
        for i, after in itertools.pairwise((*marks, len(self.texts))):
            word, paragraph = self.texts[i], self.paragraph[i]
            inside = end == i and self.paragraph[i - 1] == paragraph
            if word in _CLOSING or (inside and word not in _OPENING):
                continue
            end = i
            while end < after and self.paragraph[end] == paragraph:
                self.quoted[end] = True
                end += 1
