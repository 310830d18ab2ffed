"""Every item of a ledger that says something about the talks, as passages of one form."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from detente.case.draft.topics import TopicHit, TopicsOfText
from detente.evidence.items import (
    Event,
    Mention,
    Quotation,
    Relation,
    ReportedStatement,
    Stance,
    Term,
)
from detente.evidence.ledger import Ledger
from detente.evidence.tokens import Sentence, split_sentences
from detente.types import Confidence, Span

Kind = Literal["term", "stance", "quotation", "statement", "relation", "event"]
Item = Term | Stance | Quotation | ReportedStatement | Relation | Event

#: Topics that a relation is about by its type, whatever its words.
TOPIC_OF_RELATION = {
    "sanction": "sanctions",
    "sanction_asset_freeze": "frozen-assets",
    "restriction": "trade",
    "tariff": "trade",
    "aid_military": "arms-deliveries",
    "aid_nonlethal": "arms-deliveries",
    "arms_sales": "arms-deliveries",
    "arms_dependence": "arms-deliveries",
    "aid_humanitarian": "humanitarian-access",
    "occupation": "withdrawal",
    "recognition": "recognition",
    "energy_supply": "energy",
    "basing": "foreign-bases",
    "alliance": "defence-cooperation",
    "investment": "investment",
    "loan": "economic-aid",
    "debt": "debt",
}


@dataclass(frozen=True)
class Passage:
    """Words of one item: who says or does it (``actor``, as the ledger has it) and to whom.

    ``topics`` are the topics the words themselves speak of, ``near`` those of the rest of
    their sentence.
    """

    kind: Kind
    document: str
    span: Span
    item: Item
    actor: str | None
    to: str | None
    confidence: Confidence
    topics: tuple[TopicHit, ...] = ()
    near: tuple[TopicHit, ...] = ()

    @property
    def is_guess(self) -> bool:
        """True for what somebody only expects, projects or imagines."""
        item = self.item
        if isinstance(item, Term):
            return item.status in ("projected", "speculative")
        if isinstance(item, Stance):
            return item.basis == "narrator_speculation"
        if isinstance(item, ReportedStatement):
            return item.modality in ("speculative", "conditional")
        if isinstance(item, Relation):
            return item.modality in ("projected", "speculative", "conditional", "negated")
        if isinstance(item, Event):
            return item.status in ("hypothetical", "cancelled")
        return False

    def speaks_of(self, topic: str, *, faintly: bool = True) -> bool:
        """True if the words speak of the topic (not only in passing, unless ``faintly``)."""
        return any(h.topic == topic and (faintly or not h.faint) for h in self.topics)


@dataclass(frozen=True)
class Material:
    """What a draft is made from: the ledger, its passages, and the topics of its texts."""

    ledger: Ledger
    passages: tuple[Passage, ...]
    texts: dict[str, TopicsOfText] = field(repr=False)
    sentences: dict[str, tuple[Sentence, ...]] = field(repr=False)

    def of_kind(self, *kinds: Kind) -> Iterator[Passage]:
        """The passages of some kinds, in order."""
        return (p for p in self.passages if p.kind in kinds)

    def sentence_at(self, document: str, offset: int) -> Sentence | None:
        """The sentence of a document that holds ``offset``."""
        of = self.sentences[document]
        i = bisect.bisect_right(self._starts[document], offset) - 1
        return of[i] if i >= 0 and offset < of[i].end else None

    def sentence_text(self, document: str, span: Span) -> str:
        """The sentence in which some words stand; the words if there is none."""
        found = self.sentence_at(document, span.start)
        text = self.ledger.document(document).text
        return text[found.start : found.end] if found else span.text

    def names_in(self, document: str, start: int, end: int) -> list[tuple[Mention, str]]:
        """The names of actors in ``start:end`` of a document with the actor, in order."""
        of = self._names.get(document, [])
        first = bisect.bisect_left(of, start, key=lambda n: n[0].span.start)
        last = bisect.bisect_left(of, end, key=lambda n: n[0].span.start)
        return of[first:last]

    @cached_property
    def _names(self) -> dict[str, list[tuple[Mention, str]]]:
        out: dict[str, list[tuple[Mention, str]]] = {}
        for actor in self.ledger.actors:
            for mention in actor.mentions:
                out.setdefault(mention.document, []).append((mention, actor.id))
        for of in out.values():
            of.sort(key=lambda n: (n[0].span.start, n[0].span.end, n[1]))
        return out

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {name: [s.start for s in of] for name, of in self.sentences.items()}


def material_of(ledger: Ledger) -> Material:
    """The passages of a ledger with their topics, by document and place."""
    texts = {d.id: TopicsOfText(d.text) for d in ledger.documents}
    sentences = {d.id: split_sentences(d) for d in ledger.documents}
    bare = Material(ledger, (), texts, sentences)
    order = {d.id: n for n, d in enumerate(ledger.documents)}
    made = [_with_topics(bare, p) for p in _plain_passages(ledger)]
    made.sort(key=lambda p: (order[p.document], p.span.start, p.span.end, p.kind, p.item.id))
    return Material(ledger, tuple(_with_relations(made, ledger)), texts, sentences)


def _plain_passages(ledger: Ledger) -> Iterator[Passage]:
    joint = _joint_voices(ledger)
    for t in ledger.terms:
        for by in _authors(t, joint.get(t.document, ())):
            yield Passage("term", t.document, t.span, t, by, t.to, t.confidence)
    for s in ledger.stances:
        yield Passage("stance", s.document, s.span, s, s.actor, None, s.confidence)
    for q in ledger.quotations:
        yield Passage("quotation", q.document, q.span, q, q.speaker, q.addressee, q.confidence)
    for r in ledger.reported_statements:
        yield Passage("statement", r.document, r.content_span, r, r.speaker, None, r.confidence)
    for x in ledger.relations:
        yield Passage("relation", x.document, x.span, x, x.source, x.target, x.confidence)
    for e in ledger.events:
        if e.same_as is None:
            yield Passage("event", e.document, e.trigger_span, e, None, None, e.confidence)


def _joint_voices(ledger: Ledger) -> dict[str, list[tuple[Span, tuple[str, ...]]]]:
    """Words that several actors say together, by document: each has a stance of its own there."""
    actors: dict[tuple[str, Span], dict[str, None]] = {}
    for stance in ledger.stances:
        actors.setdefault((stance.document, stance.span), {})[stance.actor] = None
    out: dict[str, list[tuple[Span, tuple[str, ...]]]] = {}
    for (document, span), names in actors.items():
        if len(names) > 1:
            out.setdefault(document, []).append((span, tuple(names)))
    return out


def _authors(term: Term, joint: Iterable[tuple[Span, tuple[str, ...]]]) -> tuple[str | None, ...]:
    """Whose a term is: of all who say it together, where its author is one of them."""
    if term.by is not None:
        for span, names in joint:
            if term.by in names and span.overlaps(term.span):
                return names
    return (term.by,)


def _with_topics(bare: Material, passage: Passage) -> Passage:
    text = bare.texts[passage.document]
    span = passage.span
    own = text.within(span.start, span.end)
    item = passage.item
    if isinstance(item, Stance) and item.target:
        # What is judged decides; the words of the judgement only where that says nothing.
        own = _target_topics(bare, passage, item.target) or [h for h in own if not h.faint]
    if isinstance(item, Relation) and (topic := _topic_of(item, bare.ledger)):
        own = [*own, TopicHit(topic, span.start, span.end)]
    sentence = bare.sentence_at(passage.document, span.start)
    around = text.within(sentence.start, sentence.end) if sentence else []
    near = tuple(h for h in around if h not in own)
    return Passage(
        passage.kind,
        passage.document,
        span,
        item,
        passage.actor,
        passage.to,
        passage.confidence,
        tuple(dict.fromkeys(own)),
        near,
    )


def _target_topics(bare: Material, passage: Passage, target: str) -> list[TopicHit]:
    """The topics of a stance's target: in its span, else where the words last stood before."""
    words = bare.ledger.document(passage.document).text
    at = words.find(target, passage.span.start, passage.span.end)
    if at < 0:
        at = words.rfind(target, 0, passage.span.end)
    if at < 0:
        at = words.find(target, passage.span.end)
    return [] if at < 0 else bare.texts[passage.document].within(at, at + len(target))


def _topic_of(relation: Relation, ledger: Ledger) -> str | None:
    target = ledger.actor(relation.target)
    if relation.type == "restriction" and target is not None and target.type == "company":
        # What states forbid to single foreign companies is mostly technology.
        return "technology-controls"
    return TOPIC_OF_RELATION.get(relation.type)


def _with_relations(passages: Iterable[Passage], ledger: Ledger) -> Iterator[Passage]:
    """A passage that holds the words of a relation speaks of what the relation is about."""
    by_document: dict[str, list[tuple[Relation, str]]] = {}
    for relation in ledger.relations:
        if topic := _topic_of(relation, ledger):
            by_document.setdefault(relation.document, []).append((relation, topic))
    for p in passages:
        if p.kind != "relation":
            more = tuple(
                TopicHit(topic, r.span.start, r.span.end)
                for r, topic in by_document.get(p.document, ())
                if p.span.covers(r.span)
            )
            if more:
                topics = tuple(dict.fromkeys((*p.topics, *more)))
                p = Passage(
                    p.kind, p.document, p.span, p.item, p.actor, p.to, p.confidence, topics, p.near
                )
        yield p
