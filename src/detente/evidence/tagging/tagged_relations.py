"""Relations the tagger finds between actors of whom no rule tells the same there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from detente.evidence.affairs.modality import CONDITIONAL, NEGATIONS, PROJECTED, SPECULATIVE
from detente.evidence.items import Modality, Relation
from detente.evidence.positions.footing import footing
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.sureness import sureness
from detente.evidence.tagging.tagger import Marked

# In the order of what was learned, after "none".
TYPES = (
    "trade_import",
    "trade_export",
    "trade_total",
    "trade_partner_largest",
    "energy_supply",
    "aid",
    "aid_military",
    "aid_nonlethal",
    "aid_humanitarian",
    "arms_sales",
    "arms_dependence",
    "sanction",
    "sanction_asset_freeze",
    "restriction",
    "tariff",
    "investment",
    "loan",
    "debt",
    "alliance",
    "alignment",
    "membership",
    "basing",
    "attack",
    "occupation",
    "mediation",
    "recognition",
    "dependence",
)
_MUTUAL = frozenset({"alignment", "alliance"})
_ALIKE = {
    "trade_import": "trade",
    "trade_export": "trade",
    "trade_total": "trade",
    "trade_partner_largest": "trade",
    "aid_military": "aid",
    "aid_nonlethal": "aid",
    "aid_humanitarian": "aid",
    "loan": "investment",
    "debt": "investment",
    "arms_dependence": "arms_sales",
    "sanction_asset_freeze": "sanction",
    "restriction": "sanction",
    "tariff": "sanction",
    "alliance": "alignment",
    "occupation": "attack",
}
# Which kinds count together: a pair is taken for what its kinds of one family sum to.
_FAMILIES = tuple(dict.fromkeys(_ALIKE.get(kind, kind) for kind in TYPES))
_TOGETHER = np.array(
    [[_ALIKE.get(kind, kind) == family for family in _FAMILIES] for kind in TYPES], np.float32
)
# A pair that is less likely than this is no witness.
_FAINT = 0.05
_WORD = re.compile(r"[\w’]+?(?=’ll)|’ll|[\w’]+")
# How far from the same relation told by a rule, in characters, another telling may stand.
_NEAR = 150


def tagged_relations(
    marked: Marked, meant: Meant, least: float, known: Sequence[Relation]
) -> Iterator[Relation]:
    """The relations of a window, each told once a sentence.

    Where a sentence names two actors several times, each pair of mentions is a witness of
    its own: the share that counts is that of at least one being right.
    """
    for key, told in _witnesses(marked, meant).items():
        share = 1 - float(np.prod([1 - w.share for w in told]))
        if share < least:
            continue
        best = max(told, key=lambda w: w.share)
        if any(_same(r, key[:3], best.start, best.end) for r in known):
            continue
        yield Relation(
            id="",
            document=meant.page.document,
            span=meant.page.reading.span(best.start, best.end),
            type=best.type,
            source=best.source,
            target=best.target,
            directed=best.type not in _MUTUAL,
            value=None,
            unit=None,
            time=None,
            quantity=None,
            modality=_modality(meant, best.start, best.end),
            rule="tagger.relation",
            confidence=sureness(share),
        )


class _Witness(NamedTuple):
    share: float
    type: str
    source: str
    target: str
    start: int
    end: int


def _witnesses(marked: Marked, meant: Meant) -> dict[tuple[str, str, str, int], list[_Witness]]:
    """The pairs of mentions that may tell of a relation, by family, parties and sentence."""
    out: dict[tuple[str, str, str, int], list[_Witness]] = {}
    shares = marked.relations[:, :, 1:]
    together = shares @ _TOGETHER
    for i, j, family in np.argwhere(together >= _FAINT):
        type_ = TYPES[int((shares[i, j] * _TOGETHER[:, family]).argmax())]
        start, end = _place(marked, i, j)
        at = _sentence(marked, end)
        mutual = type_ in _MUTUAL
        for source, target in _ends(marked, meant, i, j, start, mutual=mutual):
            witness = _Witness(float(together[i, j, family]), type_, source, target, start, end)
            out.setdefault((*_key(type_, source, target), at), []).append(witness)
    return out


def _key(kind: str, source: str, target: str) -> tuple[str, str, str]:
    alike = _ALIKE.get(kind, kind)
    if alike == "alignment" and target < source:
        source, target = target, source
    return alike, source, target


def _same(relation: Relation, key: tuple[str, str, str], start: int, end: int) -> bool:
    near = relation.span.start < end + _NEAR and relation.span.end > start - _NEAR
    return near and _key(relation.type, relation.source, relation.target) == key


def _place(marked: Marked, i: int, j: int) -> tuple[int, int]:
    """From the one candidate to the other; what two share alone, its sentence."""
    one, other = marked.window.candidates[i], marked.window.candidates[j]
    if i == j or "voice" in (one.kind, other.kind):
        at = other if one.kind == "voice" else one
        return marked.window.sentences[_sentence(marked, at.start + 1)]
    return min(one.start, other.start), max(one.end, other.end)


def _sentence(marked: Marked, end: int) -> int:
    """Which sentence of the window holds what ends there; a cut name ends in the last."""
    sentences = marked.window.sentences
    return next((n for n, s in enumerate(sentences) if end <= s[1]), len(sentences) - 1)


def _ends(
    marked: Marked, meant: Meant, i: int, j: int, offset: int, *, mutual: bool
) -> Iterator[tuple[str, str]]:
    """The pairs of parties that are meant: of two who are named by one word, each other."""
    one, other = marked.window.candidates[i], marked.window.candidates[j]
    sources = meant.parties(one, offset)
    if i == j:
        # Who of *both sides* does it to whom, one word for both does not tell.
        if mutual:
            yield from itertools.combinations(sources, 2)
        return
    for source in sources:
        for target in meant.parties(other, offset):
            if source != target:
                yield source, target


def _modality(meant: Meant, start: int, end: int) -> Modality:
    page = meant.page
    words = set(_WORD.findall(page.reading.low[start:end].replace("'", "’")))
    if words & NEGATIONS or any(w.endswith("n’t") for w in words):
        return "negated"
    if words & CONDITIONAL:
        return "conditional"
    if words & SPECULATIVE:
        return "speculative"
    if words & PROJECTED:
        return "projected"
    speaker, status, _ = footing(page, start, own=True)
    return "asserted" if status == "narrated" or speaker is None else "reported"
