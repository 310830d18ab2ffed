"""Offices, bodies and sides after *the*, read as somebody the text has named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from detente.evidence.items import Actor, ActorType
from detente.evidence.speech.narration import Narration, Unit
from detente.evidence.speech.office_nouns import OFFICES
from detente.evidence.speech.speaker_phrases import Speaker

JOINT_OFFICES = frozenset(
    """leaders presidents ministers premiers chancellors secretaries ambassadors envoys principals
    negotiators counterparts heads two pair men women duo""".split()
)
JOINT_PARTIES = frozenset(
    """sides parties countries governments delegations nations states capitals neighbours neighbors
    foes rivals participants side party allies""".split()
)
_TOGETHER = frozenset("the two both all three four these each participating".split())
_OF_OFFICES = frozenset("foreign prime defence defense finance trade chief".split())
_SIDES = frozenset(
    """side party government governments authorities administration leadership cabinet delegation
    foreign capital junta regime""".split()
)
_BODIES: dict[str, tuple[ActorType, ...]] = {
    "company": ("company",),
    "firm": ("company",),
    "bank": ("company", "igo", "government_body"),
    "newspaper": ("media",),
    "agency": ("media", "government_body", "igo"),
    "outlet": ("media",),
    "broadcaster": ("media",),
    "party": ("party",),
    "bloc": ("igo",),
    "alliance": ("igo",),
    "union": ("igo",),
    "organisation": ("igo", "ngo", "organisation"),
    "organization": ("igo", "ngo", "organisation"),
    "institute": ("think_tank", "organisation"),
    "group": ("armed_group", "ngo", "group", "organisation", "think_tank", "company"),
    "movement": ("armed_group", "party", "organisation"),
    "militia": ("armed_group",),
    "rebels": ("armed_group",),
    "ministry": ("government_body",),
    "department": ("government_body",),
    "embassy": ("government_body",),
    "court": ("government_body", "igo"),
    "council": ("igo", "government_body"),
    "commission": ("igo", "government_body"),
    "committee": ("igo", "government_body", "organisation"),
    "parliament": ("government_body",),
    "army": ("military",),
    "military": ("military",),
    "navy": ("military",),
    "police": ("government_body",),
    "government": ("government_body", "state"),
    "authorities": ("government_body", "state"),
    "office": ("government_body", "igo", "group"),
}
_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(r" of (?:the )?")
_DEFINITE = frozenset("the this that his her its their".split())
_ANY: frozenset[str] = frozenset({"any"})
# The longest determiner before a noun, with its space.
_ARTICLE = 6
_SUBJECT = 3
# A text with more holders of one office than this tells nobody apart.
_MOST = 60


def is_joint(words: Sequence[str], noun: str) -> bool:
    """*The two leaders*, *both sides*, *the parties*: several whom the text named together."""
    if noun not in JOINT_OFFICES and noun not in JOINT_PARTIES:
        return False
    if noun in ("side", "party"):
        return list(words[:1]) == ["each"]
    before = words[:-1]
    return bool(before) and all(
        w in _TOGETHER or (k and w in _OF_OFFICES) for k, w in enumerate(before)
    )


def state_meant(n: Narration, speaker: Speaker, noun: str) -> Actor | None:
    """*The Ruritanian side*, *the government of Ruritania*: the state itself."""
    if noun not in _SIDES:
        return None
    end = speaker.end
    behind = _OF.match(n.reading.text, end)
    if behind is not None:
        # *The government of Ruritania*.
        end = behind.end() + 1
    states = [a for _, a in n.reading.mentions_between(speaker.start, end) if a.type == "state"]
    return states[0] if states else None


def nominal_meant(n: Narration, speaker: Speaker) -> Actor | None:
    """Who is named first thing in a phrase with a place behind: *an envoy in Lisbon*.

    That is an unnamed source, or a body or state whose mention is the whole phrase.
    """
    for mention, actor in n.reading.mentions_between(speaker.start, speaker.end):
        if mention.span.start > speaker.start + _ARTICLE:
            return None
        if actor.type == "anonymous_source":
            return actor
        whole = mention.span.end == speaker.end and mention.kind != "demonym"
        if whole and actor.type not in ("person", "population"):
            return actor
    return None


def owner_meant(n: Narration, unit: Unit, speaker: Speaker) -> Actor | None:
    """*Its government said*: the state that the sentence, or the one before, begins with."""
    words = n.reading.text[speaker.start : speaker.end].lower().split()
    if len(words) != 2 or words[0] != "its" or words[1] not in _SIDES:
        return None
    return _subject_state(n, unit, speaker)


def of_another(n: Narration, unit: Unit, speaker: Speaker, holder: Actor) -> bool:
    """*Its president* is not the president of another state than the one spoken of."""
    if n.reading.text[speaker.start : speaker.start + 4].lower() != "its ":
        return False
    state = _subject_state(n, unit, speaker)
    bodies = {role.of for role in holder.roles if role.of is not None}
    return holder.type == "person" and state is not None and bool(bodies - {state.id})


def _subject_state(n: Narration, unit: Unit, speaker: Speaker) -> Actor | None:
    line = unit
    if speaker.first == 0:
        if unit.number == 0 or n.units[unit.number - 1].paragraph != unit.paragraph:
            return None
        line = n.units[unit.number - 1]
    for k in range(min(_SUBJECT, len(line.words))):
        if line is unit and k >= speaker.first:
            return None
        found = n.starting.get(line.words[k].start)
        if found is not None:
            state = found[1].type == "state" and found[0].kind != "demonym"
            after = next((w.text for w in line.words[k:] if w.start >= found[0].span.end), "")
            return found[1] if state and after not in ("'s", "’s", "'", "’", "and") else None
    return None


class DefiniteSpeakers:
    """Offices and bodies of one text, looked up by the noun that stands for them."""

    def __init__(self, n: Narration) -> None:
        self._n = n
        self._named = sorted(
            ((min(m.span.start for m in a.mentions), a) for a in n.reading.actors if a.mentions),
            key=lambda pair: (pair[0], pair[1].id),
        )
        self._holders: dict[str, list[tuple[int, Actor]]] = {}
        self._bodies: dict[str, list[tuple[int, Actor]]] = {}

    def holder(self, speaker: Speaker, noun: str, recent: Sequence[Actor]) -> Actor | None:
        """The person who holds the office, the last who spoke if there are several."""
        if noun not in OFFICES:
            return None
        text = self._n.reading.text[speaker.start : speaker.end]
        words = _WORD.findall(text.lower())
        if words[0] not in _DEFINITE and len(words) > 1:
            return None
        inside = self._n.reading.mentions_between(speaker.start, speaker.end)
        state = next((a.id for _, a in inside if a.type in ("state", "igo")), None)
        if noun == "leader" and state is not None:
            theirs = (a for a in recent if a.type == "person" and _serves(a, state))
            named = (
                a for f, a in reversed(self._people) if f < speaker.start and _serves(a, state)
            )
            return next(theirs, None) or next(named, None)
        found = [
            (first, actor)
            for first, actor in self._of_office(noun)
            if first < speaker.start
            and (actor.type != "person" or _holds(actor, noun, frozenset(words), state))
        ]
        people = [pair for pair in found if pair[1].type == "person"] or found
        if len(people) < 2:
            return people[0][1] if people else None
        if text.split()[-1][:1].isupper():
            # *The President* of a text by his own house is the one it names first.
            return people[0][1]
        among = {actor.id for _, actor in people}
        return next((a for a in recent if a.id in among), None)

    @cached_property
    def _people(self) -> list[tuple[int, Actor]]:
        return [pair for pair in self._named if pair[1].type == "person"][:_MOST]

    def _of_office(self, noun: str) -> list[tuple[int, Actor]]:
        if noun not in self._holders:
            self._holders[noun] = [
                (first, actor)
                for first, actor in self._named
                if (actor.type == "anonymous_source" and noun in actor.name.lower().split())
                or (actor.type == "person" and _holds(actor, noun, _ANY, None))
            ][:_MOST]
        return self._holders[noun]

    def body(
        self, speaker: Speaker, words: Sequence[str], noun: str, recent: Sequence[Actor]
    ) -> Actor | None:
        """*The ministry*, *the company*: the last such body that the text has named."""
        kinds = _BODIES.get(noun)
        if kinds is None or words[0] not in ("the", "this") or len(words) > 5:
            return None
        inside = self._n.reading.mentions_between(speaker.start, speaker.end)
        if next(inside, None) is not None:
            return None
        for actor in recent:
            if actor.type in kinds and (noun in actor.name.lower() or actor.type == kinds[0]):
                return actor
        if noun not in self._bodies:
            self._bodies[noun] = [
                (first, actor)
                for first, actor in self._named
                if actor.type in kinds
                and actor.type != "state"
                and (noun in actor.name.lower() or actor.type == kinds[0])
            ][:_MOST]
        named = [actor for first, actor in self._bodies[noun] if first < speaker.start]
        by_name = [actor for actor in named if noun in actor.name.lower()]
        best = by_name or named
        return best[0] if len(best) == 1 else None


def _serves(actor: Actor, state: str) -> bool:
    return actor.affiliation == state or any(role.of == state for role in actor.roles)


def _holds(actor: Actor, noun: str, said: frozenset[str], state: str | None) -> bool:
    """One of the actor's offices is called ``noun``; ``said`` are the words of the phrase."""
    for role in actor.roles:
        title = role.title.lower().split()
        if noun not in title or "former" in title:
            continue
        if state is not None and role.of is not None and role.of != state:
            continue
        if said is _ANY:
            return True
        prime = noun == "minister" and "prime" in title and "prime" not in said
        vice = "vice" in title and "vice" not in said
        if not prime and not vice:
            return True
    return False
