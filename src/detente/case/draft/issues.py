"""Issues of the draft: the topics on which something is asked, offered or said.

A passage weighs by its kind (what is asked or offered most, what is only told least), and
counts once a topic and sentence. A topic becomes an issue when what speaks of it weighs
enough and at least one passage puts it on the table; the topics that are only mentioned are
named in a question. Scale ends are those the lexicon gives for the topic; options are only
those whose words stand in the texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from detente.case.draft.passages import Kind, Material, Passage
from detente.case.draft.topics import TopicHit, topics
from detente.case.draft.words import Citations, Words
from detente.evidence.items import Relation, Term
from detente.types import Confidence, Span

#: More issues than this are a list of topics, not an agenda.
MOST_ISSUES = 16
_WEIGHT: dict[Kind, float] = {
    "term": 4,
    "stance": 2.5,
    "quotation": 2.5,
    "statement": 2,
    "relation": 1,
    "event": 0.5,
}
_LONG = 350
_NEAR = 0.25  # words in the same sentence as the passage, outside it
_FAINT = 0.4  # words that speak of the topic in passing
_ENOUGH = 2.5
_MUCH = 6.0
# What is done to somebody is on the table as soon as somebody talks of ending it.
_MEASURES = ("sanction", "sanction_asset_freeze", "restriction", "tariff", "occupation")


@dataclass
class Found:
    """A topic with all that speaks of it."""

    topic: str
    weight: float = 0.0
    on_the_table: bool = False
    passages: list[Passage] = field(default_factory=list)
    words: list[tuple[float, Words]] = field(default_factory=list)

    @property
    def cited(self) -> list[Words]:
        """The words, the weightiest first, in text order among equals."""
        ranked = sorted(enumerate(self.words), key=lambda pair: (-pair[1][0], pair[0]))
        return [w for _, (_, w) in ranked]


@dataclass(frozen=True)
class Issues:
    """The issues of the case and the topics that are only mentioned."""

    chosen: tuple[Found, ...]
    mentioned: tuple[Found, ...]

    @property
    def lead(self) -> str | None:
        """The topic the texts are about, if one outweighs every other twice.

        *The plan* that somebody welcomes or dismisses without another word is about that.
        """
        weights = [f.weight for f in self.chosen]
        if not weights or (len(weights) > 1 and weights[0] < 2 * weights[1]):
            return None
        return self.chosen[0].topic

    @property
    def keys(self) -> set[str]:
        """Topic keys (which are the issues' ids) of the case."""
        return {f.topic for f in self.chosen}


def choose_issues(material: Material) -> Issues:
    """The topics of a ledger that are issues."""
    found: dict[str, Found] = {}
    best: dict[tuple[str, str, int], float] = {}
    for passage in material.passages:
        for topic, weight, hit in _weights(passage):
            mine = found.setdefault(topic, Found(topic))
            sentence = material.sentence_at(passage.document, hit.start)
            at = sentence.start if sentence else hit.start
            mine.words.append((weight, _words(material, passage, hit, topic)))
            if passage.speaks_of(topic):
                mine.passages.append(passage)
            mine.on_the_table |= _puts_on_the_table(passage, topic)
            # Several items of one sentence say one thing.
            before = best.get((topic, passage.document, at), 0.0)
            if weight > before:
                best[topic, passage.document, at] = weight
                mine.weight += weight - before
    order = list(topics())
    ranked = sorted(found.values(), key=lambda f: (-f.weight, order.index(f.topic)))
    chosen = [f for f in ranked if _is_issue(f)][:MOST_ISSUES]
    names = {f.topic for f in chosen}
    return Issues(tuple(chosen), tuple(f for f in ranked if f.topic not in names))


def _is_issue(found: Found) -> bool:
    """True if it weighs enough and is on the table, or weighs much in passing words."""
    asked = any(p.kind in ("term", "stance") for p in found.passages)
    return found.weight >= (_ENOUGH if found.on_the_table else _MUCH if asked else float("inf"))


def _weights(passage: Passage) -> Iterable[tuple[str, float, TopicHit]]:
    """Each topic a passage or its sentence speaks of, with the weight and the best hit."""
    best: dict[str, tuple[float, TopicHit]] = {}
    for hits, share in ((passage.topics, 1.0), (passage.near, _NEAR)):
        for hit in hits:
            weight = _WEIGHT[passage.kind] * share * (_FAINT if hit.faint else 1.0)
            if weight > best.get(hit.topic, (0.0, hit))[0]:
                best[hit.topic] = (weight, hit)
    for topic, (weight, hit) in best.items():
        yield topic, weight, hit


def _puts_on_the_table(passage: Passage, topic: str) -> bool:
    if isinstance(passage.item, Relation):
        return passage.item.type in _MEASURES and any(
            h.topic == topic and not h.faint for h in passage.topics
        )
    if passage.kind == "event":
        return False
    near = isinstance(passage.item, Term) and any(
        h.topic == topic and not h.faint for h in passage.near
    )
    return near or passage.speaks_of(topic, faintly=False)


def _words(material: Material, passage: Passage, hit: TopicHit, topic: str) -> Words:
    """The passage where it speaks of the topic itself, else the words that do."""
    own = any(h.topic == topic for h in passage.topics) and passage.span.start <= hit.start
    if own:
        return Words(passage.document, shown(material, passage, hit), passage.item.id)
    text = material.ledger.document(passage.document).text
    return Words(passage.document, Span.of(text, hit.start, hit.end))


def shown(material: Material, passage: Passage, hit: TopicHit) -> Span:
    """The words of a passage to show: of a long one the sentence that speaks of the topic."""
    span = passage.span
    if span.end - span.start <= _LONG:
        return span
    sentence = material.sentence_at(passage.document, hit.start)
    text = material.ledger.document(passage.document).text
    if sentence is None:
        return Span.of(text, hit.start, hit.end)
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    return Span.of(text, start, end) if start < end else Span.of(text, hit.start, hit.end)


def draft_issues(issues: Issues, material: Material, citations: Citations) -> list[dict[str, Any]]:
    """The section ``issues``."""
    options = _options(material)
    out = []
    for found in issues.chosen:
        topic = topics()[found.topic]
        row: dict[str, Any] = {
            "id": topic.key,
            "name": topic.name,
            "topic": topic.key,
            "ends": {"low": topic.low, "high": topic.high},
        }
        rows = []
        for option in topic.options:
            words = options.get((topic.key, option.id))
            if words:
                made = citations.entry(words, "medium")
                at = {"value": option.at, **citations.entry(words[:1], "low", _USUAL_PLACE)}
                rows.append({"id": option.id, "name": option.name, "at": at} | made)
        if rows:
            row["options"] = rows
        row |= citations.entry(found.cited, _confidence(found), _USUAL_ENDS)
        out.append(row)
    return out


_USUAL_ENDS = "lexicon of topics"
_USUAL_PLACE = "usual place"


def _options(material: Material) -> dict[tuple[str, str], list[Words]]:
    found: dict[tuple[str, str], list[Words]] = {}
    for document in material.ledger.documents:
        for hit, option in material.texts[document.id].options:
            words = Words(document.id, document.span(hit.start, hit.end))
            found.setdefault((hit.topic, option), []).append(words)
    return found


def _confidence(found: Found) -> Confidence:
    """High where somebody asks or offers in so many words, low where it is only told."""
    terms = [p for p in found.passages if p.kind == "term" and not p.is_guess]
    clear = [p for p in terms if p.speaks_of(found.topic, faintly=False)]
    if clear and found.weight >= 6:
        return "high"
    return "medium" if clear or found.weight >= 6 else "low"
