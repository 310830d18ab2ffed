"""Windows marked by hand: what the tagger would say of a text, without any encoder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from detente.evidence.items import StanceLabel, TermKind
from detente.evidence.reading import Reading
from detente.evidence.tagging import tagged_events, tagged_relations, tagged_stances, tagged_terms
from detente.evidence.tagging.encoder import Array, Encoder
from detente.evidence.tagging.tagger import Marked, Run, Tagger
from detente.evidence.tagging.windows import Window, windows
from detente.evidence.tagging.wordpiece import vocabulary

# Every word is one piece.
WORDS = vocabulary("[UNK]")
LIMITS = {"role": 0.4, "part": 0.4, "stance": 0.5, "relation": 0.5}

Shares = Mapping[str, float]


@dataclass
class Hand:
    """Marks for window ``number`` of a reading, the last by default.

    Words are looked up in the window. A candidate is named by its words, a later one of the
    same words as *Keld#2*, the voice of the window as *voice*.
    """

    reading: Reading
    number: int = -1
    terms: list[tuple[Run, TermKind, Shares, Shares]] = field(default_factory=list)
    stances: list[tuple[str, StanceLabel, float]] = field(default_factory=list)
    stance_runs: list[Run] = field(default_factory=list)
    relations: list[tuple[str, str, str, float]] = field(default_factory=list)
    events: list[tuple[Run, str, Shares, Shares, Shares]] = field(default_factory=list)

    @property
    def window(self) -> Window:
        return list(windows(self.reading, WORDS))[self.number]

    def run(self, words: str, share: float) -> Run:
        window = self.window
        start = self.reading.text.index(words, window.start, window.end)
        return Run(*window.covered(start, start + len(words)), share)

    def term(
        self,
        words: str,
        kind: TermKind,
        *,
        by: Shares | None = None,
        to: Shares | None = None,
        share: float = 0.9,
    ) -> Hand:
        self.terms.append((self.run(words, share), kind, by or {}, to or {}))
        return self

    def stance(self, who: str, label: StanceLabel, share: float = 0.9) -> Hand:
        self.stances.append((who, label, share))
        return self

    def stance_run(self, words: str) -> Hand:
        self.stance_runs.append(self.run(words, 0.9))
        return self

    def relation(self, source: str, target: str, kind: str, share: float = 0.9) -> Hand:
        self.relations.append((source, target, kind, share))
        return self

    def event(
        self,
        words: str,
        kind: str,
        *,
        who: Shares | None = None,
        place: Shares | None = None,
        time: Shares | None = None,
        share: float = 0.9,
    ) -> Hand:
        self.events.append((self.run(words, share), kind, who or {}, place or {}, time or {}))
        return self

    def marked(self) -> Marked:
        window = self.window
        n = len(window.candidates)
        return Marked(
            window,
            terms=[t[0] for t in self.terms],
            term_kinds=_chosen([tagged_terms.KINDS.index(t[1]) for t in self.terms], 10),
            roles=self._parts(window, [t[2:] for t in self.terms], 2),
            stance_runs=self.stance_runs,
            stances=self._stances(window, n),
            relations=self._relations(window, n),
            events=[e[0] for e in self.events],
            event_kinds=_chosen([tagged_events.TYPES.index(e[1]) for e in self.events], 12),
            parts=self._parts(window, [e[2:] for e in self.events], 3),
        )

    def _parts(self, window: Window, rows: Sequence[Sequence[Shares]], number: int) -> Array:
        out = np.zeros((len(rows), len(window.candidates), number + 1), np.float32)
        for n, parts in enumerate(rows):
            for part, shares in enumerate(parts, 1):
                for who, share in shares.items():
                    out[n, self._at(window, who), part] = share
        return _filled(out)

    def _stances(self, window: Window, n: int) -> Array:
        out = np.zeros((n, len(tagged_stances.LABELS) + 1), np.float32)
        for who, label, share in self.stances:
            out[self._at(window, who), tagged_stances.LABELS.index(label) + 1] = share
        return _filled(out)

    def _relations(self, window: Window, n: int) -> Array:
        out = np.zeros((n, n, len(tagged_relations.TYPES) + 1), np.float32)
        for source, target, kind, share in self.relations:
            at = tagged_relations.TYPES.index(kind) + 1
            out[self._at(window, source), self._at(window, target), at] = share
        return _filled(out)

    def _at(self, window: Window, who: str) -> int:
        if who == "voice":
            return 0
        words, _, number = who.partition("#")
        text = self.reading.text
        found = [
            k
            for k, c in enumerate(window.candidates)
            if k > 0 and text[c.start : c.end].lower() == words.lower()
        ]
        return found[int(number or 1) - 1]


def _chosen(kinds: Sequence[int], number: int) -> Array:
    return np.eye(number, dtype=np.float32)[list(kinds)] * np.float32(0.9)


def _filled(shares: Array) -> Array:
    """The first class, *none*, takes what the others leave."""
    shares[..., 0] = 1 - shares[..., 1:].sum(axis=-1)
    assert (shares > -1e-6).all()
    return shares


@dataclass(frozen=True)
class Stub(Tagger):
    """A tagger that marks what ``says`` make of a reading."""

    says: Sequence[Callable[[Reading], Hand]] = ()

    def marks(self, reading: Reading) -> Iterator[Marked]:
        return (hand(reading).marked() for hand in self.says)


def stub(*says: Callable[[Reading], Hand], **limits: float) -> Stub:
    return Stub("f" * 64, LIMITS | limits, cast(Encoder, None), WORDS, {}, says)
