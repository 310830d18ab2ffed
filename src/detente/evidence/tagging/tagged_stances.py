"""Stances the tagger finds of actors to whom no rule gives one in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.evidence.items import Stance, StanceBasis, StanceLabel
from detente.evidence.positions.footing import footing
from detente.evidence.positions.target import clause_target
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.sureness import sureness
from detente.evidence.tagging.tagger import Marked
from detente.evidence.tokens import Sentence

# In the order of what was learned, after "none".
LABELS: tuple[StanceLabel, ...] = ("support", "conditional", "sceptical", "oppose")
_NOT_OWN = frozenset({"media", "anonymous_source"})


def tagged_stances(
    marked: Marked, meant: Meant, least: float, known: Sequence[Stance]
) -> Iterator[Stance]:
    """One stance for each holder and sentence of a window."""
    reading = meant.page.reading
    taken: set[tuple[str, int]] = set()
    for k, candidate in enumerate(marked.window.candidates):
        best = int(marked.stances[k, 1:].argmax())
        share = float(marked.stances[k, best + 1])
        if share < least:
            continue
        start, end = _extent(marked, k)
        sentence = reading.sentence_at(start)
        if sentence is None:
            continue
        for holder in meant.actors(candidate, start):
            actor = meant.page.actors.get(holder)
            told = actor is None or actor.type in _NOT_OWN or _is_known(holder, sentence, known)
            if told or (holder, sentence.start) in taken:
                continue
            taken.add((holder, sentence.start))
            yield _stance(meant, holder, LABELS[best], (start, end), sentence, share)


def _stance(
    meant: Meant,
    holder: str,
    label: StanceLabel,
    place: tuple[int, int],
    sentence: Sentence,
    share: float,
) -> Stance:
    page = meant.page
    line = page.line(sentence.start, sentence.end)
    first = line.index_at(place[0])
    last = min(line.index_at(place[1] - 1) + 1, len(line))
    target = clause_target(line, first, last)
    speaker, status, _ = footing(page, place[0], own=True)
    basis: StanceBasis = "narration"
    if status == "stated" and speaker is not None and speaker.id == holder:
        basis = "direct_quote"
    elif speaker is not None:
        basis = "reported"
    words = None if target is None else line.span_of(target.first, target.last)
    return Stance(
        id="",
        document=page.document,
        actor=holder,
        target=None if words is None else page.reading.text[slice(*words)],
        label=label,
        span=page.reading.span(*line.quotable(first, max(last, first + 1))),
        basis=basis,
        rule="tagger.stance",
        confidence=sureness(share),
    )


def _extent(marked: Marked, k: int) -> tuple[int, int]:
    """Where the stance of a candidate is put in words: the marked run nearest to it.

    Where no run of its sentence is marked, the sentence from the candidate on.
    """
    window, candidate = marked.window, marked.window.candidates[k]
    runs = [marked.place(r) for r in marked.stance_runs]
    if candidate.kind == "voice":
        return max(runs, key=lambda r: r[1] - r[0]) if runs else window.sentences[0]
    sentence = next(s for s in window.sentences if candidate.start < s[1])
    inside = [r for r in runs if r[0] < sentence[1] and r[1] > sentence[0]]
    if inside:
        start, end = min(
            inside,
            key=lambda r: (max(0, r[0] - candidate.end, candidate.start - r[1]), -r[1]),
        )
        return max(start, sentence[0]), min(end, sentence[1])
    return candidate.start, sentence[1]


def _is_known(holder: str, sentence: Sentence, known: Sequence[Stance]) -> bool:
    return any(
        s.actor == holder and s.span.start < sentence.end and s.span.end > sentence.start
        for s in known
    )
