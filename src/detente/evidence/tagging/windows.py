"""Windows: the sentences that the tagger reads at once, and the spans it may name in them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.evidence.items import Actor, ActorType, Mention
from detente.evidence.reading import Reading
from detente.evidence.tagging.wordpiece import Piece, pieces

# What a span is, as the tagger is told it. The order is part of the learned weights.
KINDS = (
    "none",
    "voice",
    "person",
    "state",
    "capital",
    "body",
    "group",
    "pronoun",
    "we",
    "joint",
    "place",
    "time",
    "figure",
)
_KIND = {kind: n for n, kind in enumerate(KINDS)}
_GROUPS: frozenset[ActorType] = frozenset({"group", "military", "population", "armed_group"})
# No "World War I", no "I." of a list.
_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|(?<!War )I(?!\.)|[Mm]e|[Mm]y)\b")
_JOINT = re.compile(
    r"\b(?:both|two|three|four|the)\s+(?:\w+\s+)?(?:sides|parties|countries|governments|nations"
    r"|states|leaders|presidents|ministers|delegations|neighbou?rs)\b|\bboth\b|\bthey\b|\btheir\b",
    re.I,
)
LONGEST = 160
_MOST = 40


@dataclass(frozen=True)
class Candidate:
    """A span the tagger may name: ``kind`` of :data:`KINDS`, the pieces ``first:last`` it covers.

    ``actor`` is the id of who is meant, None where the words alone do not say (*we*, *both
    sides*) and for times and figures.
    """

    kind: str
    start: int
    end: int
    first: int
    last: int
    actor: str | None

    @property
    def number(self) -> int:
        """The place of ``kind`` in :data:`KINDS`."""
        return _KIND[self.kind]


@dataclass(frozen=True)
class Window:
    """``start:end`` of the text, its pieces, its sentences, and the candidates in text order.

    The first candidate is always the *voice*: whoever speaks or writes here.
    """

    start: int
    end: int
    pieces: Sequence[Piece]
    sentences: Sequence[tuple[int, int]]
    candidates: Sequence[Candidate]

    def covered(self, start: int, end: int) -> tuple[int, int]:
        """The pieces that lie in ``start:end`` of the text, as first and one past the last."""
        inside = [k for k, p in enumerate(self.pieces) if p.start < end and p.end > start]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def sentence_of(self, piece: int) -> int:
        """Which of the sentences holds a piece."""
        start = self.pieces[piece].start
        return next((n for n, (_, end) in enumerate(self.sentences) if start < end), 0)


def windows(reading: Reading, vocab: Mapping[str, int]) -> Iterator[Window]:
    """The windows of a text: sentences of one paragraph, up to :data:`LONGEST` pieces together."""
    others = Others(reading)
    held: list[tuple[int, int, list[Piece]]] = []
    paragraph = -1
    for sentence in reading.prose:
        for start, end, found in _cut(reading.text, sentence.start, sentence.end, vocab):
            together = sum(len(p) for _, _, p in held) + len(found)
            if held and (sentence.paragraph != paragraph or together > LONGEST):
                yield _window(reading, others, held)
                held = []
            paragraph = sentence.paragraph
            held.append((start, end, found))
    if held:
        yield _window(reading, others, held)


def _cut(
    text: str, start: int, end: int, vocab: Mapping[str, int]
) -> Iterator[tuple[int, int, list[Piece]]]:
    """A sentence with its pieces; one that is too long in parts."""
    found = pieces(text, start, end, vocab)
    for k in range(0, len(found), LONGEST):
        part = found[k : k + LONGEST]
        first = start if k == 0 else part[0].start
        last = end if k + LONGEST >= len(found) else found[k + LONGEST].start
        yield first, last, part


def _window(
    reading: Reading, others: Others, held: Sequence[tuple[int, int, list[Piece]]]
) -> Window:
    start, end = held[0][0], held[-1][1]
    together = [piece for _, _, part in held for piece in part]
    spans = sorted(dict.fromkeys(_spans(reading, others, start, end)), key=lambda s: (s[0], -s[1]))
    candidates = [Candidate("voice", start, start, 0, 0, None)]
    at = 0
    reached = start
    for a, b, kind, actor in spans:
        if a < reached or len(candidates) == _MOST:
            continue
        while at < len(together) and together[at].end <= a:
            at += 1
        last = at
        while last < len(together) and together[last].start < b:
            last += 1
        # Two that share a piece (a name glued to a year) cannot be told apart.
        if last > at >= candidates[-1].last:
            candidates.append(Candidate(kind, a, b, at, last, actor))
            reached = b
    return Window(start, end, together, tuple((a, b) for a, b, _ in held), tuple(candidates))


class Others:
    """Spans of a reading that are no mentions: times, figures, places that only the model names."""

    def __init__(self, reading: Reading) -> None:
        found = [(t.span.start, t.span.end, "time") for t in reading.time_expressions]
        found += [(q.span.start, q.span.end, "figure") for q in reading.quantities]
        for base, doc in reading.parse.paragraphs if reading.parse is not None else ():
            found += [
                (base + e.start_char, base + e.end_char, "place")
                for e in doc.ents
                if e.label_ in _GROUND
            ]
        self._spans = sorted(found)

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Those that begin in ``start:end``."""
        low = bisect.bisect_left(self._spans, (start,))
        for k in range(low, len(self._spans)):
            if self._spans[k][0] >= end:
                return
            yield self._spans[k]


_GROUND = frozenset({"GPE", "LOC", "FAC"})


def _spans(
    reading: Reading, others: Others, start: int, end: int
) -> Iterator[tuple[int, int, str, str | None]]:
    named = [
        (m.span.start, m.span.end, _kind(m, actor), actor.id)
        for m, actor in reading.mentions_between(start, end)
    ]
    yield from named
    for first, last, kind in others.between(start, end):
        if kind != "place" or not any(a < last and b > first for a, b, _, _ in named):
            yield first, last, kind, None
    for pattern, kind in ((_WE, "we"), (_JOINT, "joint")):
        for found in pattern.finditer(reading.text, start, end):
            yield found.start(), found.end(), kind, None


def _kind(mention: Mention, actor: Actor) -> str:
    if mention.role == "place":
        return "place"
    if mention.kind == "pronoun":
        return "pronoun"
    if actor.type == "person":
        return "person"
    if actor.type == "state":
        return "capital" if mention.kind == "metonym" else "state"
    return "group" if actor.type in _GROUPS or mention.kind == "nominal" else "body"
