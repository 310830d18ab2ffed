"""A small language of cues, matched in one pass over the words of a text.

A cue is words in a row; ``word*`` is any word that begins so, ``a/b`` one of several,
``..`` up to three words in between (never across the end of a clause). Case and hyphens do
not matter: ``cease fire`` also matches *Cease-fire*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from detente.types import Span

_WORD = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[.;:!?\n()]")
_GAP = 3


class Word(NamedTuple):
    """A folded word with its place; ``clause`` numbers the clauses of the text."""

    text: str
    start: int
    end: int
    clause: int


class Hit(NamedTuple):
    """The key whose cue stands at ``start:end``."""

    key: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text, folded, with the clause each stands in."""
    out: list[Word] = []
    clause, last = 0, 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        if _CLAUSE_END.search(text, last, start):
            clause += 1
        out.append(Word(found.group().casefold(), start, end, clause))
        last = end
    return out


class _Step(NamedTuple):
    """One element of a cue: whole words, beginnings of words, and whether a gap precedes."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    after_gap: bool

    def fits(self, word: str) -> bool:
        return word in self.whole or (bool(self.beginnings) and word.startswith(self.beginnings))


def _steps(cue: str) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    gap = False
    for element in cue.casefold().split():
        if element == "..":
            gap = True
            continue
        forms = element.split("/")
        whole = frozenset(f for f in forms if not f.endswith("*"))
        steps.append(_Step(whole, tuple(f[:-1] for f in forms if f.endswith("*")), gap))
        gap = False
    return tuple(steps)


class CueBook:
    """Cues by key; :meth:`find` gives every place where one of them stands."""

    def __init__(self, cues: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[tuple[str, tuple[_Step, ...]]]] = {}
        self._begins: dict[str, list[tuple[str, tuple[_Step, ...]]]] = {}
        for key, patterns in cues.items():
            for pattern in patterns:
                steps = _steps(pattern)
                if not steps:
                    raise ValueError(f"{key}: a cue has no words: {pattern!r}")
                for form in sorted(steps[0].whole):
                    self._whole.setdefault(form, []).append((key, steps))
                for form in steps[0].beginnings:
                    self._begins.setdefault(form, []).append((key, steps))
        self._lengths = sorted({len(form) for form in self._begins})

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """All hits in order of place; of one key at one place the longest."""
        best: dict[tuple[int, str], int] = {}
        for at, word in enumerate(words):
            candidates = list(self._whole.get(word.text, ()))
            for length in self._lengths:
                if length > len(word.text):
                    break
                candidates += self._begins.get(word.text[:length], ())
            for key, steps in candidates:
                end = _end_of(words, at, steps)
                if end is not None and end > best.get((word.start, key), -1):
                    best[word.start, key] = end
        return sorted(
            (Hit(key, start, end) for (start, key), end in best.items()),
            key=lambda hit: (hit.start, hit.end, hit.key),
        )

    def find_in(self, text: str) -> list[Hit]:
        """The hits of a short text."""
        return self.find(words_of(text))


def _end_of(words: Sequence[Word], at: int, steps: tuple[_Step, ...]) -> int | None:
    """Where a cue that begins at word ``at`` ends; None if it does not stand there.

    Each gap takes the first word that fits, so the work for a cue is bounded by its length.
    """
    clause = words[at].clause
    end = words[at].end
    for step in steps[1:]:
        for ahead in range(1, 2 + (_GAP if step.after_gap else 0)):
            if at + ahead >= len(words) or words[at + ahead].clause != clause:
                return None
            if step.fits(words[at + ahead].text):
                at += ahead
                end = words[at].end
                break
        else:
            return None
    return end


def inside(hits: Iterable[Hit], span: Span) -> list[Hit]:
    """The hits that lie wholly in a span."""
    return [h for h in hits if span.start <= h.start and h.end <= span.end]
