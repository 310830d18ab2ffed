"""Terms the tagger finds where no rule does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.evidence.items import Term, TermKind, TermStatus
from detente.evidence.positions.footing import footing
from detente.evidence.positions.gist import gist
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.sureness import sureness
from detente.evidence.tagging.tagger import Marked
from detente.types import Span

# In the order of what was learned.
KINDS: tuple[TermKind, ...] = (
    "demand",
    "precondition",
    "offer",
    "incentive",
    "concession",
    "threat",
    "pressure",
    "procedural",
    "obstacle",
    "possible_outcome",
)
_BY, _TO = 1, 2
_NOBODYS = frozenset({"obstacle", "procedural", "possible_outcome"})
_SHARED = 0.3


def tagged_terms(
    marked: Marked, meant: Meant, least: float, known: Sequence[Span]
) -> Iterator[Term]:
    """The terms of a window that share little with those of ``known``.

    ``least`` is the share from which a role counts.
    """
    page = meant.page
    for n, run in enumerate(marked.terms):
        start, end = marked.place(run)
        if any(_overlap(start, end, span) for span in known):
            continue
        sentence = page.reading.sentence_at(start)
        if sentence is None:
            continue
        line = page.line(sentence.start, sentence.end)
        first = line.index_at(start)
        last = min(line.index_at(end - 1) + 1, len(line))
        if first >= last:
            continue
        kind = KINDS[int(marked.term_kinds[n].argmax())]
        by = _who(marked, n, _BY, meant, start, least)
        to = _who(marked, n, _TO, meant, start, least)
        speaker, status, projected = footing(page, start, own=True)
        if by is None and speaker is not None and kind not in _NOBODYS and status == "stated":
            by = speaker.id
        yield Term(
            id="",
            document=page.document,
            kind=kind,
            by=by,
            to=None if to == by else to,
            gist=gist(line, first, last),
            status=_status(status, projected),
            reporter=None if speaker is None or speaker.id == by else speaker.id,
            span=page.reading.span(*line.quotable(first, last)),
            rule="tagger.term",
            confidence=sureness(run.share),
        )


def _status(status: TermStatus, projected: bool) -> TermStatus:
    return "projected" if projected else status


def _overlap(start: int, end: int, span: Span) -> bool:
    common = min(end, span.end) - max(start, span.start)
    return common > _SHARED * min(end - start, span.end - span.start)


def _who(marked: Marked, n: int, role: int, meant: Meant, offset: int, least: float) -> str | None:
    """The candidate most likely to have the role, if it is likely enough and known."""
    shares = marked.roles[n, :, role]
    for k in shares.argsort(kind="stable")[::-1]:
        if shares[k] < least:
            return None
        found = meant.actors(marked.window.candidates[k], offset)
        if found:
            return found[0]
    return None
