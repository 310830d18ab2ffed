"""How like two quotations are: the same, the same worded differently, or two."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.evidence.items import Quotation

FEWEST_WORDS = 6
MOST_WORDS = 300
# Three words that stand in more quotations than this are a phrase of the trade.
_COMMON = 20
LEAST_LIKENESS = 0.75
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OMISSION = re.compile(r"\[[^\]]*\]|\.{3}|…")


def words_of(quotation: Quotation) -> tuple[str, ...]:
    """The spoken words in small letters, without marks, brackets and points of omission."""
    text = _OMISSION.sub(" ", quotation.span.text)
    return tuple(w.lower().replace("’", "'") for w in _WORD.findall(text))


def reworded(quotations: Sequence[Quotation]) -> Iterator[tuple[Quotation, Quotation]]:
    """Each quotation with the first earlier one that has most of its words, in another wording.

    A shorter cut of a longer quotation is no rewording; nor is one with words left out where it
    marks that.
    """
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    all_words = [words_of(q) for q in quotations]
    for n, words in enumerate(all_words):
        if not FEWEST_WORDS <= len(words) <= MOST_WORDS:
            continue
        runs = {words[i : i + 3] for i in range(len(words) - 2)}
        near = sorted({k for run in runs if len(index[run]) <= _COMMON for k in index[run]})
        for k in near:
            if _differs(quotations[k], all_words[k], quotations[n], words):
                yield quotations[k], quotations[n]
                break
        for run in sorted(runs):
            if len(index[run]) <= _COMMON:
                index[run].append(n)


def _differs(
    one: Quotation, one_words: Sequence[str], other: Quotation, other_words: Sequence[str]
) -> bool:
    if tuple(one_words) == tuple(other_words):
        return False
    matcher = difflib.SequenceMatcher(None, one_words, other_words, autojunk=False)
    if matcher.ratio() < LEAST_LIKENESS:
        return False
    steps = [s for s in matcher.get_opcodes() if s[0] != "equal"]
    if any(s[0] == "replace" for s in steps):
        return True
    cut_at_an_end = all(_at_an_end(s, len(one_words), len(other_words)) for s in steps)
    marked = any(_OMISSION.search(q.span.text) for q in (one, other))
    return not cut_at_an_end and not marked


def _at_an_end(step: tuple[str, int, int, int, int], one: int, other: int) -> bool:
    _, i, j, k, m = step
    return (i == 0 and k == 0) or (j == one and m == other)
