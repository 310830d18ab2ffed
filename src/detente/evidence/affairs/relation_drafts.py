"""Relations in the making: which of a sentence are the same, and which figure is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.evidence.affairs.magnitudes import Figure, figures
from detente.evidence.affairs.modality import modality_of
from detente.evidence.affairs.relation_ends import Ends
from detente.evidence.affairs.relation_patterns import Frame
from detente.evidence.affairs.relation_rates import is_duty_on_those, rate_at
from detente.evidence.affairs.rows import Row
from detente.evidence.items import Modality
from detente.types import Confidence

_MAX_SPAN_UNITS = 40


@dataclass
class Draft:
    """A relation whose figure and span are still open; the cue stands at unit ``cue``."""

    frame: Frame
    type: str
    row: Row
    cue: int
    ends: Ends
    modality: Modality
    rule: str
    confidence: Confidence
    source: str
    target: str
    figure: Figure | None = None


def unique(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop what a sentence says twice: the same pair and type, but for each figure once."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.figure is None, d.rule == "context")):
        same = [
            k
            for k in kept
            if _family(k.type) == _family(draft.type)
            and {k.source, k.target} == {draft.source, draft.target}
        ]
        if not same or (draft.figure is not None and draft.rule != "context"):
            kept.append(draft)
    return kept


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop what a document says again of the same two: that they agreed."""
    told: set[tuple[str, frozenset[str], bool, bool]] = set()
    kept = []
    for draft in drafts:
        key = (
            draft.type,
            frozenset({draft.source, draft.target}),
            draft.modality == "projected",
            draft.frame.pair,
        )
        if draft.frame.rule == "agreement" and draft.frame.pair and key in told:
            continue
        told.add(key)
        kept.append(draft)
    return kept


def _family(kind: str) -> str:
    return {"aid_military": "aid", "aid_nonlethal": "aid", "aid_humanitarian": "aid"}.get(
        kind, kind
    )


def with_figures(drafts: list[Draft]) -> list[Draft]:
    """Give each draft the cheapest figure, each figure once; drop drafts that need one."""
    offers = []
    for n, draft in enumerate(drafts):
        low, high = reach(draft)
        for figure in figures(draft.row, low, high, draft.cue, draft.frame.figures):
            offers.append((figure.cost, n, figure))
    taken: set[int] = set()
    for _, n, figure in sorted(offers, key=lambda o: (o[0], o[1], o[2].index)):
        if drafts[n].figure is None and figure.index not in taken:
            drafts[n].figure = figure
            taken.add(figure.index)
    return [d for d in drafts if d.figure is not None or not d.frame.needs_figure]


def with_rates(row: Row, drafts: list[Draft]) -> list[Draft]:
    """Add what a sentence goes on to say of one tariff: rates of it, duties "on those goods".

    Only where all tariffs of the sentence so far have the same two ends.
    """
    tariffs = [d for d in drafts if d.type == "tariff"]
    if len({(d.source, d.target) for d in tariffs}) != 1:
        return drafts
    first = min(tariffs, key=lambda d: d.cue)
    taken = {d.figure.index for d in tariffs if d.figure is not None}
    told = {d.cue for d in tariffs}
    more = []
    for k in range(first.cue + 1, len(row)):
        if k in told or k in taken:
            continue
        figure = rate_at(row, k)
        if figure is None and not is_duty_on_those(row, k):
            continue
        modality = modality_of(row, k, is_verb=False) if figure is None else first.modality
        more.append(
            replace(
                first,
                cue=k,
                ends=Ends((), ()),
                modality=modality,
                figure=figure,
                rule="context",
                confidence="medium",
            )
        )
    return [*drafts, *more]


def reach(draft: Draft) -> tuple[int, int]:
    """The first and last unit among cue and ends, far subjects left out."""
    places = [draft.cue]
    if (draft.ends.sources or draft.ends.targets) and draft.rule != "carried":
        places += [
            k
            for k in (*draft.ends.sources, *draft.ends.targets)
            if abs(k - draft.cue) <= _MAX_SPAN_UNITS
        ]
    elif draft.rule == "carried":
        places += draft.ends.sources
    elif draft.row.low(draft.cue - 1).isalpha():
        places.append(draft.cue - 1)
    return min(places), max(places)
