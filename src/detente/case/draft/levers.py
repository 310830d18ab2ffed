"""Levers of the draft: what one party gives, withholds or holds out to another.

Relations with both ends in the case (aid, arms, trade, sanctions, tariffs ...) and incentives,
offers and pressure with a giver and a receiver. How strong a lever is, is in its words; effects
and costs are the analyst's to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material, Passage
from detente.case.draft.signals import words_for
from detente.case.draft.wording import bare, the
from detente.case.draft.words import Citations, least
from detente.evidence.items import Relation, Term

# Kind of lever by relation type or term kind; {g} gives or withholds, {r} receives.
KINDS = {
    "aid": "Aid from {g} to {r}",
    "aid_military": "Military aid from {g} to {r}",
    "aid_nonlethal": "Aid from {g} to {r}",
    "aid_humanitarian": "Humanitarian aid from {g} to {r}",
    "arms_sales": "Arms from {g} for {r}",
    "arms_dependence": "Arms from {g} for {r}",
    "loan": "Loans of {g} to {r}",
    "debt": "Debt of {r} to {g}",
    "investment": "Investment between {g} and {r}",
    "energy_supply": "Energy from {g} for {r}",
    "dependence": "Dependence of {r} on {g}",
    "trade_import": "Purchases of {g} from {r}",
    "trade_export": "Sales of {g} to {r}",
    "trade_total": "Trade of {g} with {r}",
    "trade_partner_largest": "Trade of {g} with {r}",
    "sanction": "Sanctions of {g} on {r}",
    "sanction_asset_freeze": "Assets of {r} frozen by {g}",
    "restriction": "Restrictions of {g} on {r}",
    "tariff": "Tariffs of {g} on {r}",
    "basing": "Forces of {g} in {r}",
    "recognition": "Recognition of {r} by {g}",
    "incentive": "Incentive of {g} for {r}",
    "offer": "Offer of {g} to {r}",
    "pressure": "Pressure of {g} on {r}",
}
_MOST = 20


def draft_levers(
    material: Material, parties: Parties, citations: Citations
) -> list[dict[str, Any]]:
    """The section ``levers``: one entry for each giver, receiver and kind."""
    found: dict[tuple[str, str, str], list[Passage]] = {}
    for giver, receiver, kind, passage in _levers(material, parties):
        found.setdefault((giver, receiver, kind), []).append(passage)
    out: list[dict[str, Any]] = []
    ranked = sorted(found.items(), key=lambda pair: (_strength(pair[1]), pair[0]))
    for (giver, receiver, kind), passages in ranked[:_MOST]:
        name = kind.format(g=the(parties.name(giver)), r=the(parties.name(receiver)))
        id_ = f"lever-{len(out) + 1}"
        row: dict[str, Any] = {"id": id_, "name": name, "giver": giver, "receiver": receiver}
        row["text"] = "; ".join(dict.fromkeys(bare(p.span.text) for p in passages[:3]))
        sure = least(p.confidence for p in passages[:1])
        if all(p.is_guess for p in passages):
            sure = "low"
        out.append(row | citations.entry([words_for(p) for p in passages], sure))
    return out


def _levers(material: Material, parties: Parties) -> Iterator[tuple[str, str, str, Passage]]:
    for passage in material.of_kind("relation", "term"):
        item = passage.item
        giver, receiver = parties.of(passage.actor), parties.of(passage.to)
        if giver is None or receiver is None or giver == receiver:
            continue
        if isinstance(item, Relation) and item.modality != "negated":
            kind = KINDS.get(item.type)
        elif isinstance(item, Term):
            kind = KINDS.get(item.kind)
        else:
            continue
        if kind is not None:
            yield giver, receiver, kind, passage


def _strength(passages: list[Passage]) -> tuple[int, int]:
    """Levers with a stated magnitude first, then those spoken of often."""
    with_figure = any(isinstance(p.item, Relation) and p.item.value is not None for p in passages)
    return (int(not with_figure), -len(passages))
