"""From a cue of a term to its words and its ends: which clause, by whom, to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.term_clauses import clause, contents, listed, phrase
from detente.evidence.positions.term_conditions import condition, promise, with_conditions
from detente.evidence.positions.term_cues import TermCue, term_cues
from detente.evidence.positions.term_items import in_items
from detente.evidence.positions.term_modals import bound, impersonal, modal
from detente.evidence.positions.term_nouns import noun
from detente.evidence.positions.term_parts import Draft
from detente.evidence.positions.term_row import Frame
from detente.evidence.positions.term_verbs import asked, pressing, verb

_FRAMES: Mapping[Frame, Callable[[Line, int, int, TermCue], Draft | None]] = {
    "verb": verb,
    "asked": asked,
    "modal": modal,
    "bound": bound,
    "noun": noun,
    "pressing": pressing,
    "clause": clause,
    "phrase": phrase,
    "impersonal": impersonal,
    "listed": listed,
    "condition": condition,
    "contents": contents,
    "promise": promise,
}


def drafts(line: Line) -> Iterator[Draft]:
    """Every term that a cue of the line opens, in text order; they may overlap."""
    if not line.is_question:
        opened = [_without_joint(d) for d in _opened(line)]
        yield from with_conditions(line, opened) if opened else ()


def _opened(line: Line) -> Iterator[Draft]:
    table = term_cues()
    low = line.reading.low
    for i in [i for i, word in enumerate(line.words) if word in table]:
        if line.words[i] == line.word(i - 1):
            continue
        for cue in table[line.words[i]]:
            after = i + 1
            if cue.rest is not None:
                found = cue.rest.match(low, line.tokens[i].end, line.end)
                if found is None:
                    continue
                after = max(i + 1, line.index_at(max(found.end() - 1, line.tokens[i].start)) + 1)
            draft = _FRAMES[cue.frame](line, i, min(after, len(line)), cue)
            if draft is not None:
                yield from in_items(draft)
                break


def _without_joint(draft: Draft) -> Draft:
    """Drop the conjunction or mark that a clause begins with."""
    first = draft.first
    while first < draft.at and draft.line.words[first] in ("and", "but", "or", "so", "that", ","):
        first += 1
    return draft if first == draft.first else replace(draft, first=first)
