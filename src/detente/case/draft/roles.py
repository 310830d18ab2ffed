"""Which role a body has in the talks, from what it does.

The sides of the conflict are those who fight, between whom somebody mediates, or who are named
as a pair of one war, peace or dispute (or of one deal, where others bring them together);
where there is no conflict, those who agree, meet and claim. A mediator mediates, hosts or is
asked to. A sponsor gives to a side, presses it or offers money. A legislature ratifies where
the text speaks of ratifying. All others who speak are observers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.case.draft.passages import Material
from detente.case.draft.signals import Signals, ratification
from detente.case.draft.words import Words
from detente.case.party import PartyRole
from detente.types import Confidence

#: A side is spoken of at least this share as often as the body spoken of most.
_SIDE_SHARE = 0.1
#: The sides of a conflict that is the subject weigh together this share of the heaviest body.
_SUBJECT_SHARE = 0.3
#: A negotiator in plain talks weighs at least this share of the heaviest.
_TALKER_SHARE = 0.2
_COULD_FIGHT = ("state", "armed_group", "organisation")


@dataclass(frozen=True, slots=True)
class Cast:
    """A body with its role, the words that show it, and why."""

    signals: Signals
    role: PartyRole
    words: tuple[Words, ...]
    confidence: Confidence
    why: str


def cast_roles(found: Mapping[str, Signals], material: Material) -> list[Cast]:
    """The role of every body that has one, the heaviest first."""
    ranked = sorted(found.values(), key=lambda s: (-s.weight, s.body.id))
    sides = _sides(ranked)
    cast = {s.body.id: _role_of(s, ranked, sides, material) for s in ranked}
    if not any(c is not None and c.role == "mediator" for c in cast.values()):
        _add_counterparts(cast, ranked)
    return [c for c in (cast[s.body.id] for s in ranked) if c is not None]


def _sides(ranked: list[Signals]) -> set[str]:
    """The sides of the conflict the texts are about; none where fewer than two can be told."""
    most = max((len(s.mentions) for s in ranked), default=0)
    # Where somebody else brings them together, those who talk with each other are the sides.
    brokered = any(s.mediates and not (s.negotiates or s.paired or s.fights) for s in ranked)
    strife = {s.body.id: s.strife + brokered * len(s.negotiates) for s in ranked}
    bar = max(1.0, 0.2 * max(strife.values(), default=0.0))
    sides = [
        s
        for s in ranked
        if strife[s.body.id] >= bar
        and s.body.kind in _COULD_FIGHT
        and (len(s.mentions) >= _SIDE_SHARE * most or s.voice >= 4)
        and len(s.mediates) <= strife[s.body.id]
    ]
    # One word of a mediation between two makes no conflict of them yet.
    told = len(sides) > 1 and any(strife[s.body.id] > 2 or len(s.paired) > 1 for s in sides)
    heaviest = max((s.weight for s in ranked), default=0.0)
    heavy = sum(s.weight for s in sides) >= _SUBJECT_SHARE * heaviest
    return {s.body.id for s in sides} if told and heavy else set()


def _add_counterparts(cast: dict[str, Cast | None], ranked: list[Signals]) -> None:
    """Talks have two sides: where one only speaks, the state spoken of most is the other."""
    while sum(c is not None and c.role == "party" for c in cast.values()) < 2:
        open_ = [
            s
            for s in ranked
            if s.body.kind in _COULD_FIGHT
            and (cast[s.body.id] is None or cast[s.body.id].role != "party")  # type: ignore[union-attr]
            and (s.voice >= 4 or len(s.mentions) >= 5)
        ]
        if not open_:
            return
        best = max(open_, key=lambda s: (s.voice >= 4, len(s.mentions), s.weight, s.body.id))
        words = tuple(_acts(best)) or (*best.addressed, *best.mentions)
        why = "speaks for one side" if best.voice >= 4 else "the other side that is spoken of most"
        cast[best.body.id] = Cast(best, "party", words, "low", why)


def _role_of(s: Signals, ranked: list[Signals], sides: set[str], material: Material) -> Cast | None:
    if s.body.kind == "legislature":
        ratifying = [w for w in _acts(s) if ratification(material, w.document, w.span)]
        if ratifying:
            return Cast(s, "ratifier", tuple(ratifying), "medium", "ratification is spoken of")
        return _observer(s, "members speak; no word of ratification") if s.voice else None
    if s.body.id in sides:
        words = (*s.fights, *s.mediated, *s.paired)
        sure: Confidence = "high" if s.claims or len(words) > 1 else "medium"
        return Cast(s, "party", words, sure, "a side of the conflict")
    if s.mediates and (sides or s.called_mediator or _only_mediates(s)):
        sure = "high" if len(s.mediates) > 1 else "medium"
        return Cast(s, "mediator", tuple(s.mediates), sure, "mediates, hosts or is asked to")
    given = [w for to in sorted(s.gives) if to in sides for w in s.gives[to]]
    pressed = [w for to in sorted(s.presses) if to in sides for w in s.presses[to]]
    if sides:
        if given or pressed or s.offers_money:
            why = "gives to a side" if given else "presses a side" if pressed else "offers money"
            return Cast(s, "sponsor", (*given, *pressed, *s.offers_money), "medium", why)
    elif _negotiates(s, ranked):
        words = (*s.agrees, *s.claims, *s.meets, *s.negotiates)
        return Cast(s, "party", words, "high" if s.agrees else "medium", "agrees, claims or meets")
    return _observer(s, "speaks of the talks") if s.voice >= 2 else None


def _negotiates(s: Signals, ranked: list[Signals]) -> bool:
    acts = bool(s.agrees or s.meets or s.negotiates) or len(s.claims) > 1
    if s.body.kind in ("igo", "organisation"):
        acts = bool(s.agrees) or len(s.claims) > 1
    return s.body.kind != "person" and acts and s.weight >= _TALKER_SHARE * ranked[0].weight


def _only_mediates(s: Signals) -> bool:
    return not s.agrees and len(s.mediates) > len(s.meets) + len(s.claims)


def _observer(s: Signals, why: str) -> Cast | None:
    if s.body.kind == "person" and not s.claims:
        return None  # who asks for nothing and speaks for nobody comments
    words = tuple(_acts(s))
    return Cast(s, "observer", words, "medium", why) if words else None


def _acts(s: Signals) -> list[Words]:
    return [*s.claims, *s.stances, *s.speaks, *s.agrees, *s.meets]
