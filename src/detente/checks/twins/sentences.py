"""Sentences that stand in two documents nearly word for word."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.tokens import Token, tokenise
from detente.types import Span

FEWEST_WORDS = 8
MOST_WORDS = 250
LEAST_LIKENESS = 0.8
# A run of words that stands in more sentences than this is a phrase of the trade.
_COMMON = 12
_RUN = 4


@dataclass(frozen=True)
class Told:
    """One sentence with its words."""

    document: Document
    start: int
    end: int
    words: tuple[Token, ...]


@dataclass(frozen=True)
class Twins:
    """One sentence told in two documents; ``changed`` are the words that differ, pair by pair.

    ``added`` is True if one of the two has words without a counterpart.
    """

    one: Told
    other: Told
    changed: tuple[tuple[Span, Span], ...]
    added: bool


def twins(record: Record) -> tuple[Twins, ...]:
    """Sentences told in two documents with a difference, worked out once a record."""
    if "twins" not in record.memo:
        record.memo["twins"] = tuple(_compared(record))
    found: tuple[Twins, ...] = record.memo["twins"]
    return found


def _compared(record: Record) -> Iterator[Twins]:
    if len(record.documents) < 2:
        return
    for one, other in _pairs(_told(record)):
        a, b = _bare(one), _bare(other)
        matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
        if a == b or matcher.ratio() < LEAST_LIKENESS:
            continue
        steps = [s for s in matcher.get_opcodes() if s[0] != "equal"]
        changed = tuple(
            (_span(one, i, j), _span(other, k, m))
            for kind, i, j, k, m in steps
            if kind == "replace"
        )
        yield Twins(one, other, changed, len(changed) < len(steps))


def _told(record: Record) -> list[Told]:
    found = []
    for document in record.documents:
        for sentence in record.sentences(document):
            words = tuple(tokenise(document.text, sentence.start, sentence.end))
            if FEWEST_WORDS <= len(words) <= MOST_WORDS:
                found.append(Told(document, sentence.start, sentence.end, words))
    return found


def _pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Each sentence with the one of an earlier document that shares most runs of words with it."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, sentence in enumerate(told):
        shared: dict[int, int] = defaultdict(int)
        runs = _runs(sentence)
        for run in runs:
            known = seen[run]
            if len(known) <= _COMMON:
                for k in known:
                    if told[k].document is not sentence.document:
                        shared[k] += 1
            known.append(n)
        if shared:
            best = max(shared, key=lambda k: (shared[k], -k))
            if shared[best] * 3 >= len(runs):
                yield told[best], sentence


def _runs(sentence: Told) -> list[tuple[str, ...]]:
    words = _bare(sentence)
    return list(dict.fromkeys(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)))


def _bare(sentence: Told) -> list[str]:
    return [w.text.lower().replace("’", "'") for w in sentence.words]


def _span(sentence: Told, first: int, end: int) -> Span:
    return sentence.document.span(sentence.words[first].start, sentence.words[end - 1].end)
