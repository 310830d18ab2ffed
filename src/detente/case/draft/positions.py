"""Positions of the draft: what a party says of an issue, and where that puts it, if clear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.case.draft.direction import BASIS, Stand, stand_of
from detente.case.draft.issues import Issues, shown
from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material, Passage
from detente.case.draft.wording import bare
from detente.case.draft.words import Citations, Words, greatest, least
from detente.evidence.items import ReportedStatement, Stance, Term
from detente.types import Confidence, Span

#: What comes first of several wordings of one position.
_TERMS = tuple("precondition demand threat concession offer incentive procedural pressure".split())
_MOST_WORDINGS = 2


@dataclass(frozen=True)
class Said:
    """All that one party says on one issue, the most telling first."""

    party: str
    issue: str
    passages: tuple[Passage, ...]
    stands: tuple[tuple[Stand, Passage], ...]

    @property
    def contradictory(self) -> bool:
        """True if its words put it at both ends."""
        return len({stand.end for stand, _ in self.stands}) > 1


def said_by_parties(material: Material, parties: Parties, issues: Issues) -> list[Said]:
    """What each party says on each issue, in the order of parties and issues."""
    found: dict[tuple[str, str], list[Passage]] = {}
    lead = issues.lead
    terms = _terms_by_party(material, parties)
    for passage in material.passages:
        if passage.kind in ("relation", "event"):
            continue
        party = parties.of(passage.actor)
        if party is None or _tells_of_another(passage, party, terms):
            continue
        spoken_of = dict.fromkeys(h.topic for h in passage.topics)
        if lead is not None and passage.kind == "stance" and not issues.keys & set(spoken_of):
            found.setdefault((party, lead), []).append(passage)
        for topic in spoken_of:
            # In passing, only what was asked, offered or judged counts as a position.
            faintly = isinstance(passage.item, Term | Stance)
            if topic in issues.keys and passage.speaks_of(topic, faintly=faintly):
                found.setdefault((party, topic), []).append(passage)
    out = []
    for party in parties.ids.values():
        for issue in (f.topic for f in issues.chosen):
            passages = found.get((party, issue))
            if passages:
                ranked = tuple(sorted(passages, key=lambda p: (_rank(p, issue), p.span.start)))
                stands = tuple(_stands(ranked, issue))
                out.append(Said(party, issue, ranked, stands))
    return out


_Terms = dict[str, list[tuple[Span, set[str]]]]


def _terms_by_party(material: Material, parties: Parties) -> _Terms:
    """The words of every term by document, with the parties whose it is."""
    found: dict[tuple[str, Span], set[str]] = {}
    for passage in material.of_kind("term"):
        party = parties.of(passage.actor)
        if party is not None:
            found.setdefault((passage.document, passage.span), set()).add(party)
    out: _Terms = {}
    for (document, span), by in found.items():
        out.setdefault(document, []).append((span, by))
    return out


def _tells_of_another(passage: Passage, party: str, terms: _Terms) -> bool:
    """True if words in plain speech are mostly the demand or offer of somebody else."""
    if passage.kind != "statement":
        return False
    size = passage.span.end - passage.span.start
    return any(
        passage.span.covers(span) and party not in by and 2.5 * (span.end - span.start) >= size
        for span, by in terms.get(passage.document, ())
    )


def draft_positions(
    said: list[Said], material: Material, citations: Citations
) -> list[dict[str, Any]]:
    """The section ``positions``."""
    out = []
    for one in said:
        row: dict[str, Any] = {"party": one.party, "issue": one.issue}
        if one.stands and not one.contradictory:
            low = max(s.low for s, _ in one.stands)
            high = min(s.high for s, _ in one.stands)
            words = [words_of_passage(material, p, one.issue) for _, p in one.stands]
            row["at"] = {"low": low, "high": high} | citations.entry(words, "low", BASIS)
        row["text"] = "; ".join(_wordings(one, material))
        cited = [words_of_passage(material, p, one.issue) for p in one.passages]
        row |= citations.entry(cited, _confidence(one))
        out.append(row)
    return out


def words_of_passage(material: Material, passage: Passage, topic: str) -> Words:
    """The words of a passage to cite for a topic."""
    hit = next((h for h in passage.topics if h.topic == topic), None)
    span = passage.span if hit is None else shown(material, passage, hit)
    return Words(passage.document, span, passage.item.id)


def in_words(passage: Passage, material: Material, topic: str) -> str:
    """A passage as an analyst would note it: kind, speaker, words."""
    item = passage.item
    if isinstance(item, Term):
        kind = item.kind.replace("_", " ")
    elif isinstance(item, Stance):
        kind = {"support": "supports", "oppose": "opposes"}.get(item.label, item.label)
    else:
        kind = "reported" if isinstance(item, ReportedStatement) else "says"
    speaker = material.ledger.actor(passage.actor)
    name = f" ({speaker.name})" if speaker is not None and speaker.type != "state" else ""
    reporter = material.ledger.actor(item.reporter) if isinstance(item, Term) else None
    heard = f", as {reporter.name} has it" if reporter is not None else ""
    guess = "expected " if passage.is_guess else ""
    words = words_of_passage(material, passage, topic).span.text
    return f"{guess}{kind}{name}{heard}: “{bare(words)}”"


def _rank(passage: Passage, topic: str) -> tuple[int, int, int]:
    """Terms before judgements before mere words; what is told before what is guessed."""
    item = passage.item
    clear = any(h.topic == topic and not h.faint for h in passage.topics)
    kind = 20
    if isinstance(item, Term):
        kind = _TERMS.index(item.kind) if item.kind in _TERMS else 9
    elif isinstance(item, Stance):
        kind = 10
    elif not isinstance(item, ReportedStatement):
        kind = 11
    return (int(passage.is_guess), int(not clear), kind)


def _stands(passages: tuple[Passage, ...], issue: str) -> Iterator[tuple[Stand, Passage]]:
    for passage in passages:
        if isinstance(passage.item, Stance) and _is_a_lever(passage, passages):
            continue
        stand = stand_of(passage, issue)
        if stand is not None:
            yield stand, passage


def _is_a_lever(judged: Passage, passages: tuple[Passage, ...]) -> bool:
    """True if what one party judges is its own threat or offer: *warned it would cut aid*."""
    return any(
        isinstance(p.item, Term)
        and p.item.kind in ("threat", "offer", "incentive", "concession")
        and p.document == judged.document
        and p.span.overlaps(judged.span)
        for p in passages
    )


def _wordings(one: Said, material: Material) -> list[str]:
    """The first wording, and one more: rather of another speaker or judgement than the same."""
    first, *others = one.passages
    shown_words = [bare(words_of_passage(material, first, one.issue).span.text)]
    out = [in_words(first, material, one.issue)]
    for passage in (*(p for p in others if _voice(p) != _voice(first)), *others):
        words = bare(words_of_passage(material, passage, one.issue).span.text)
        if len(out) < _MOST_WORDINGS and not any(words in w or w in words for w in shown_words):
            shown_words.append(words)
            out.append(in_words(passage, material, one.issue))
    return [out[0][0].upper() + out[0][1:], *out[1:]]


def _voice(passage: Passage) -> tuple[str | None, str]:
    item = passage.item
    if isinstance(item, Stance):
        return passage.actor, item.label
    return passage.actor, item.kind if isinstance(item, Term) else passage.kind


def _confidence(one: Said) -> Confidence:
    best = one.passages[0]
    if best.is_guess or one.contradictory:
        return "low"
    sure = greatest(p.confidence for p in one.passages if not p.is_guess)
    return sure if isinstance(best.item, Term) else least((sure, "medium"))
