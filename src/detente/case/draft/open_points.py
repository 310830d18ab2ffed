"""What stands open in the texts: unclear roles, demands without an author, hearsay."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.draft.issues import Issues
from detente.case.draft.levers import KINDS
from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material, Passage
from detente.case.draft.wording import listed, quoted, some, the
from detente.evidence.items import Event, Relation, Stance, Term

_MOST = 5
_BEFORE = 60


def mixed_roles(material: Material, parties: Parties) -> Iterator[tuple[str, str]]:
    """Mediators and sides that also do what another role does."""
    sides = {c.signals.body.id for c in parties.cast if c.role == "party"}
    for cast in parties.cast:
        s = cast.signals
        party = parties.ids[s.body.id]
        if cast.role == "mediator":
            acts = [
                f"{verb} {the(parties.name(parties.ids[to]))} ({quoted(words[0].span.text)})"
                for table, verb in ((s.gives, "gives to"), (s.presses, "presses"))
                for to, words in sorted(table.items())
                if to in sides and words
            ]
            agreed = _agreed_with_sides(material, parties, s.body.id, sides)
            if not acts and agreed is not None:
                acts = [f"agrees to things itself ({quoted(agreed)})"]
            if acts:
                yield (
                    party,
                    f"{the(s.body.name, starts=True)} mediates "
                    f"({quoted(cast.words[0].span.text)}), but also {listed(acts)}. Is it a "
                    "mediator, or a sponsor or party?",
                )
        elif cast.role == "party" and s.mediates:
            yield (
                party,
                f"{the(s.body.name, starts=True)} is a side and also mediates "
                f"({quoted(s.mediates[0].span.text)}). Which is it here?",
            )


def _agreed_with_sides(
    material: Material, parties: Parties, body: str, sides: set[str]
) -> str | None:
    """The sentence of an agreement that a body made with a side."""
    for passage in material.of_kind("event"):
        item = passage.item
        if not isinstance(item, Event) or item.type != "agreement":
            continue
        bodies = {b.id for a in item.participants if (b := parties.bodies.of(a)) is not None}
        if body in bodies and bodies & sides:
            return material.sentence_text(passage.document, passage.span)
    return None


def heavy_observers(parties: Parties) -> Iterator[tuple[str, str]]:
    """Observers of whom the texts say as much as of a party."""
    weights = [c.signals.weight for c in parties.cast if c.role == "party"]
    for cast in parties.cast:
        if cast.role == "observer" and weights and cast.signals.weight >= max(weights):
            name = the(cast.signals.body.name)
            yield (
                parties.ids[cast.signals.body.id],
                f"Much is said by or of {name}, which the draft has as an observer. Does it "
                "negotiate, mediate or pay?",
            )


def persons_without_body(parties: Parties) -> Iterator[tuple[str, str]]:
    """Persons in the case of whom no text says for whom they speak."""
    for cast in parties.cast:
        if cast.signals.body.kind == "person":
            yield (
                parties.ids[cast.signals.body.id],
                f"For whom does {cast.signals.body.name} speak "
                f"({quoted(cast.words[0].span.text)})?",
            )


def without_author(
    material: Material, parties: Parties, issues: Issues
) -> Iterator[tuple[Passage, str]]:
    """Terms on an issue of which no text says whose they are."""
    asked = 0
    told: set[str] = set()
    for passage in material.of_kind("term"):
        item = passage.item
        if not isinstance(item, Term) or item.kind not in _ASK or passage.is_guess:
            continue
        if parties.of(item.by) is not None or not any(
            h.topic in issues.keys for h in passage.topics
        ):
            continue
        words = quoted(passage.span.text)
        if asked == _MOST or words in told:
            continue
        asked += 1
        told.add(words)
        sayer = material.ledger.actor(item.by or item.reporter)
        known = f" (said by {sayer.name})" if sayer is not None else ""
        to = material.ledger.actor(item.to)
        aimed = f" (towards {the(to.name)})" if to is not None else ""
        yield passage, f"{_ASK[item.kind]} {words}{aimed}{known}? No text says which party."


_ASK = {
    "demand": "Who demands",
    "precondition": "Whose condition is",
    "concession": "Who would concede",
    "offer": "Who offers",
    "incentive": "Who would grant",
    "pressure": "Who would exert",
    "threat": "Who threatens",
}


def only_expected(material: Material, parties: Parties) -> list[str]:
    """Terms and stances that somebody only expects of a party, in words."""
    out: list[str] = []
    for passage in material.of_kind("term", "stance"):
        item = passage.item
        if passage.is_guess and isinstance(item, Term | Stance):
            reporter = material.ledger.actor(item.reporter) if isinstance(item, Term) else None
            by = f" ({reporter.name})" if reporter is not None else ""
            out.append(f"{quoted(passage.span.text)}{by}")
    return list(dict.fromkeys(out))[:_MOST]


def unnamed_sources(material: Material, issues: Issues) -> list[str]:
    """What rests on sources without a name, as far as it is about an issue."""
    out: list[str] = []
    for passage in material.of_kind("statement", "quotation", "term"):
        item = passage.item
        sayer = item.reporter if isinstance(item, Term) else passage.actor
        actor = material.ledger.actor(sayer)
        about = any(h.topic in issues.keys and not h.faint for h in passage.topics)
        told = about and not passage.is_guess
        if told and actor is not None and actor.type == "anonymous_source":
            out.append(f"{quoted(passage.span.text)} ({actor.name})")
    return list(dict.fromkeys(out))[:_MOST]


def opinion_polls(material: Material) -> Iterator[str]:
    """What a public thinks: it may bind its government."""
    for passage in material.of_kind("stance"):
        actor = material.ledger.actor(passage.actor)
        if actor is not None and actor.type == "population" and not passage.is_guess:
            words = quoted(_from_before(material, passage), 220)
            yield f"How far does public opinion ({actor.name}) bind a party: {words}?"
            return


def _from_before(material: Material, passage: Passage) -> str:
    """A passage with the words just before it, where the figure of a poll tends to stand."""
    sentence = material.sentence_at(passage.document, passage.span.start)
    text = material.ledger.document(passage.document).text
    start = passage.span.start
    if sentence is not None and sentence.start < start - _BEFORE:
        start = text.find(" ", start - _BEFORE, start) + 1 or start
    elif sentence is not None:
        start = min(start, sentence.start)
    return text[start : passage.span.end]


def outside_levers(material: Material, parties: Parties) -> list[str]:
    """What is done or given to a party by somebody who is not in the case."""
    out: list[str] = []
    for passage in material.of_kind("relation"):
        item = passage.item
        if (
            isinstance(item, Relation)
            and item.type in KINDS
            and item.modality != "negated"
            and parties.of(item.source) is None
            and parties.of(item.target) is not None
        ):
            out.append(quoted(passage.span.text))
    return list(dict.fromkeys(out))[:_MOST]


def left_out_lines(material: Material, parties: Parties) -> Iterator[str]:
    """Who is not in the case: bodies that do little, and commentators, with the reason."""
    bodies = [s.body.name for s in parties.left_out if s.body.kind != "person"][:12]
    if bodies:
        yield (
            "Left out, as little is said or done by them here: "
            f"{listed([the(b) for b in bodies])}. Does any of them belong in the case?"
        )
    persons = [s.body.name for s in parties.left_out if s.body.kind == "person"]
    groups: dict[str, list[str]] = {}
    for actor_id, why in parties.bodies.left_out.items():
        actor = material.ledger.actor(actor_id)
        if actor is not None:
            groups.setdefault(why, []).append(actor.name.removesuffix(" (unnamed)"))
    if persons:
        groups.setdefault("persons of whom no office is stated", []).extend(persons)
    if groups:
        told = [
            f"{why} ({some(list(dict.fromkeys(names)), 5)})"
            for why, names in sorted(groups.items())
        ]
        yield f"Left out as no parties to talks: {'; '.join(told)}."
