"""What each body does in the texts, counted, with the words: the ground for its role."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from detente.case.draft.bodies import Bodies, Body
from detente.case.draft.cues import CueBook
from detente.case.draft.mediators import named_mediators
from detente.case.draft.passages import Material, Passage
from detente.case.draft.words import Words
from detente.evidence.items import Event, Mention, Relation, ReportedStatement, Stance, Term
from detente.types import Span

_GIVES = frozenset(
    "aid aid_military aid_nonlethal aid_humanitarian arms_sales loan arms_dependence energy_supply"
    " investment dependence".split()
)
_PRESSES = ("sanction", "sanction_asset_freeze", "restriction", "tariff")
_FIGHTS = ("attack", "occupation")

_MEDIATES = CueBook(
    {
        "mediates": (
            "mediat*",
            "broker*",
            "good offices",
            "facilitat* .. talks/dialogue/dialog/dialogues/negotiation/negotiations/agreement",
            "host* .. talks/negotiations/summit/dialogue/meeting/round",
            "bring .. together/parties/sides",
            "act* as .. intermediary/facilitator/guarantor/mediator",
        )
    }
)
_RATIFIES = re.compile(r"\b(?:ratif(?:y|ies|ied|ication)|advice and consent)\b", re.IGNORECASE)
# Nouns that make a pair of names the two sides of one affair.
_STRIFE = "war|conflict|ceasefire|cease-fire|truce|dispute|crisis|hostilities|fighting|peace"
_TALKS = "talks|negotiations|agreement|treaty|accord|dialogue|deal|border"
_AFTER_PAIR = re.compile(
    rf"[’']?s?(?:\s+\w+)??\s+(?:(?P<strife>{_STRIFE})|(?P<talks>{_TALKS}))\b", re.IGNORECASE
)
_BEFORE_PAIR = re.compile(
    rf"\b(?:(?P<strife>{_STRIFE})|(?P<talks>{_TALKS}))\s+(?:\w+\s+)?between\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*[-–—/]\s*\Z")
_AND = re.compile(r"\s+and\s+(?:the\s+)?\Z")


_CLAIMS = ("demand", "precondition", "offer", "concession", "threat", "incentive", "pressure")
_WITH = re.compile(r"\b(?:with|join|alongside)\s+(?:the\s+)?\Z", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥]\s?\d|\b(?:million|billion|trillion)\b")
_AS_MEDIATORS = re.compile(r"\b(?:as|the) mediators?\b|\bour mediation\b", re.IGNORECASE)


@dataclass
class Signals:
    """What one body does; each list holds the words that show it."""

    body: Body
    actors: list[str] = field(default_factory=list)
    mentions: list[Words] = field(default_factory=list)
    speaks: list[Words] = field(default_factory=list)
    claims: list[Words] = field(default_factory=list)
    stances: list[Words] = field(default_factory=list)
    addressed: list[Words] = field(default_factory=list)
    fights: list[Words] = field(default_factory=list)
    paired: list[Words] = field(default_factory=list)
    negotiates: list[Words] = field(default_factory=list)
    agrees: list[Words] = field(default_factory=list)
    meets: list[Words] = field(default_factory=list)
    mediates: list[Words] = field(default_factory=list)
    mediated: list[Words] = field(default_factory=list)
    called_mediator: bool = False
    offers_money: list[Words] = field(default_factory=list)
    gives: dict[str, list[Words]] = field(default_factory=lambda: defaultdict(list))
    presses: dict[str, list[Words]] = field(default_factory=lambda: defaultdict(list))

    @property
    def voice(self) -> float:
        """How much it says and asks."""
        return len(self.speaks) + 2 * len(self.claims) + len(self.stances)

    @property
    def strife(self) -> float:
        """How much it stands on one side of a conflict."""
        return 2 * len(self.fights) + len(self.paired) + 2 * len(self.mediated)

    @property
    def weight(self) -> float:
        """How much of the texts is about it."""
        return (
            2 * self.voice
            + 0.5 * len(self.mentions)
            + len(self.addressed)
            + self.strife
            + 3 * len(self.agrees)
            + 2 * len(self.mediates)
            + len(self.meets)
        )


SignalsOf = Callable[[str | None], "Signals | None"]


def signals_of(material: Material, bodies: Bodies) -> dict[str, Signals]:
    """The signals of every body of a ledger, by body id."""
    found: dict[str, Signals] = {}

    def of(actor: str | None) -> Signals | None:
        body = bodies.of(actor)
        return None if body is None else found.setdefault(body.id, Signals(body))

    for actor in material.ledger.actors:
        if (mine := of(actor.id)) is not None:
            mine.actors.append(actor.id)
            mine.mentions += [
                Words(m.document, m.span) for m in actor.mentions if m.role == "actor"
            ]
    for passage in material.passages:
        _note(passage, of(passage.actor), of(passage.to), material, of)
    for one, other, strife, words in _pairs(material, bodies):
        for body in (one, other):
            signal = found.setdefault(body.id, Signals(body))
            (signal.paired if strife else signal.negotiates).append(words)
    return found


def words_for(passage: Passage) -> Words:
    """The words of a passage with its item."""
    return Words(passage.document, passage.span, passage.item.id)


def _note(
    passage: Passage, by: Signals | None, to: Signals | None, material: Material, of: SignalsOf
) -> None:
    words = words_for(passage)
    item = passage.item
    if isinstance(item, Relation):
        if item.type == "mediation":
            by, to = _in_order(passage, by, to, material, of)
        _note_relation(item, by, to, words)
        return
    if isinstance(item, Event):
        _note_event(passage, item, material, of)
        return
    if isinstance(item, Term):
        if by is not None and item.kind in _CLAIMS and not passage.is_guess:
            by.claims.append(words)
            if item.kind in ("offer", "incentive") and _MONEY.search(passage.span.text):
                by.offers_money.append(words)
        if to is not None:
            to.addressed.append(words)
    elif by is not None:
        if isinstance(item, Stance):
            if not passage.is_guess:
                by.stances.append(words)
        elif not isinstance(item, ReportedStatement) or item.core:
            by.speaks.append(words)
    if _MEDIATES.find_in(passage.span.text):
        _note_mediation(passage, by, to, material, of)


def _in_order(
    passage: Passage, by: Signals | None, to: Signals | None, material: Material, of: SignalsOf
) -> tuple[Signals | None, Signals | None]:
    """The mediator first, where its sentence names it; nobody where both or neither are."""
    named = named_mediators(material, passage.document, passage.span)
    if named is None or not named.actors:
        return by, to
    mediators = [of(actor) for actor in named.actors]
    if (by in mediators) == (to in mediators):
        return None, None
    return (by, to) if by in mediators else (to, by)


def _note_event(passage: Passage, item: Event, material: Material, of: SignalsOf) -> None:
    if item.status in ("hypothetical", "cancelled"):
        return
    words = words_for(passage)
    present = [s for actor in dict.fromkeys(item.participants) if (s := of(actor)) is not None]
    if item.type == "agreement":
        for signal in present:
            signal.agrees.append(words)
    elif item.type in ("meeting", "visit"):
        for signal in present:
            signal.meets.append(words)
        _note_mediators(passage, present, material, of)


def _note_mediators(
    passage: Passage, present: list[Signals], material: Material, of: SignalsOf
) -> None:
    """Who mediates at a meeting: whom the sentence names, else all who meet as mediators."""
    named = named_mediators(material, passage.document, passage.span)
    if named is None:
        if _AS_MEDIATORS.search(material.sentence_text(passage.document, passage.span)):
            for signal in present:
                signal.mediates.append(words_for(passage))
                signal.called_mediator = True
        return
    mediators = {s.body.id: s for actor in named.actors if (s := of(actor)) is not None}
    for signal in mediators.values():
        if named.words is not None and named.words not in signal.mediates:
            signal.mediates.append(named.words)
            signal.called_mediator = True
    for signal in present:
        if mediators and signal.body.id not in mediators:
            signal.negotiates.append(words_for(passage))


def _note_relation(item: Relation, by: Signals | None, to: Signals | None, words: Words) -> None:
    if by is None or to is None or by is to or item.modality == "negated":
        return
    if item.type in _FIGHTS:
        by.fights.append(words)
        to.fights.append(words)
    elif item.type == "mediation":
        by.mediates.append(words)
        to.mediated.append(words)
    elif item.type in _GIVES:
        by.gives[to.body.id].append(words)
    elif item.type in _PRESSES:
        by.presses[to.body.id].append(words)


def _note_mediation(
    passage: Passage, by: Signals | None, to: Signals | None, material: Material, of: SignalsOf
) -> None:
    """Who mediates by a term or in what it says of itself: the one asked, or who offers."""
    item = passage.item
    words = words_for(passage)
    if not isinstance(item, Term):
        return
    if item.kind == "demand" and to is not None:
        to.mediates.append(words)
        partner = _partner_in(passage, material)
        if partner is not None and (signal := of(partner)) is not None and signal is not to:
            signal.mediates.append(words)
    elif item.kind in ("offer", "procedural") and by is not None:
        by.mediates.append(words)


def _partner_in(passage: Passage, material: Material) -> str | None:
    """Whom somebody is asked to mediate with."""
    text = material.ledger.document(passage.document).text
    for actor in material.ledger.actors:
        for mention in actor.mentions:
            if mention.document != passage.document or not passage.span.covers(mention.span):
                continue
            if _WITH.search(text, max(0, mention.span.start - 20), mention.span.start):
                return actor.id
    return None


def _pairs(material: Material, bodies: Bodies) -> Iterator[tuple[Body, Body, bool, Words]]:
    """Two bodies named together as the sides of one affair: *the A–B talks*."""
    by_document: dict[str, list[tuple[Mention, str]]] = {}
    for actor in material.ledger.actors:
        for mention in actor.mentions:
            by_document.setdefault(mention.document, []).append((mention, actor.id))
    for document, mentions in sorted(by_document.items()):
        text = material.ledger.document(document).text
        mentions.sort(key=lambda pair: (pair[0].span.start, pair[0].span.end, pair[1]))
        for (first, one_id), (second, other_id) in pairwise(mentions):
            between = text[first.span.end : second.span.start]
            if len(between) > 12:
                continue
            affair = None
            if _JOINT.match(between):
                affair = _AFTER_PAIR.match(text, second.span.end, second.span.end + 60)
            elif _AND.match(between):
                affair = _BEFORE_PAIR.search(text, max(0, first.span.start - 60), first.span.start)
            if affair is None:
                continue
            one, other = bodies.of(one_id), bodies.of(other_id)
            if one is None or other is None or one == other:
                continue
            start = min(first.span.start, affair.start())
            end = max(second.span.end, affair.end())
            words = Words(document, Span.of(text, start, len(text[:end].rstrip())))
            yield one, other, affair.group("strife") is not None, words


def ratification(material: Material, document: str, span: Span) -> bool:
    """True if the sentence of some words speaks of ratifying."""
    return _RATIFIES.search(material.sentence_text(document, span)) is not None
