"""Whom a speaker’s words stand for where they name nobody: *we*, *he*, *the two leaders*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from detente.evidence.items import Actor
from detente.evidence.positions.joint_voice import JointVoice
from detente.evidence.speech.definite_speakers import (
    JOINT_OFFICES,
    JOINT_PARTIES,
    DefiniteSpeakers,
    is_joint,
    nominal_meant,
    of_another,
    owner_meant,
    state_meant,
)
from detente.evidence.speech.first_person import FirstPerson
from detente.evidence.speech.narration import Narration, Unit
from detente.evidence.speech.narration_words import tensed
from detente.evidence.speech.office_nouns import OFFICES
from detente.evidence.speech.speaker_genders import genders
from detente.evidence.speech.speaker_phrases import SOMEBODY, How, Speaker, phrase_ending
from detente.evidence.speech.speech_cues import DOCUMENT_NOUNS

_PEOPLE = frozenset(("person", "anonymous_source", "population"))
_HE = {"he": "m", "she": "f"}
_FIRST = frozenset("i we us me".split())
_OPENING = 2
# How many sentences back a reader still knows who *he* is.
_BACK = 3
_PAIR_BACK = 8
_BULLETS = frozenset("- • * – — · ( ◦".split())
_SAME = 12
_PREAMBLE = 40


@dataclass(frozen=True, slots=True)
class _Said:
    """Somebody spoke in a unit; ``opens`` where the sentence begins with the speaker.

    ``several`` is the noun of those who spoke together, of whom ``actor`` is the first.
    """

    unit: int
    paragraph: int
    actor: Actor
    opens: bool
    several: str | None = None


class StandIns:
    """Finds the actor behind each speaker of a text, read from its beginning to its end."""

    def __init__(self, n: Narration) -> None:
        self._n = n
        self._first = FirstPerson(n.reading)
        self._joint = JointVoice(n.reading)
        self._definite = DefiniteSpeakers(n)
        self._said: list[_Said] = []
        # The sentence where somebody unknown spoke last, if nobody known has since.
        self._unknown: int | None = None
        self._genders = genders(n.reading.actors)

    def resolved(self, unit: Unit, speaker: Speaker, *, subject: bool = True) -> Speaker:
        """The speaker with its actor, where the text before makes clear who it is.

        A ``subject`` may be the *he* of the next sentence; an owner or agent hardly is.
        """
        actor = self._actor(unit, speaker)
        if actor is None:
            if speaker.noun in OFFICES and speaker.first <= _OPENING:
                self._unknown = unit.number
            return speaker if speaker.actor is None else replace(speaker, actor=None)
        noun = speaker.noun or ""
        if subject and noun not in ("i", "me"):
            several = noun if noun in JOINT_OFFICES or noun in JOINT_PARTIES else None
            if noun == "they" or (several is None and self._joined(speaker, actor)):
                several = "they"
            opens = speaker.first <= _OPENING
            self._said.append(_Said(unit.number, unit.paragraph, actor, opens, several))
            self._unknown = None
        return speaker if actor is speaker.actor else replace(speaker, actor=actor)

    def preamble(self, unit: Unit) -> Speaker | None:
        """*The Governments of A and B, / Recognising that …, / Have agreed*: the parties speak.

        They stand in the last line before that names somebody, has no verb and ends in a comma.
        So does a list: *The two sides: / – welcome the plan;*.
        """
        for number in range(unit.number - 1, max(-1, unit.number - _PREAMBLE), -1):
            line = self._n.units[number]
            if line.low[-1] == ":":
                return self._leads(line)
            if line.low[-1] == "," and not line.low[0].endswith("ing"):
                return self._parties(line, "preamble")
            if line.low[-1] not in (";", "and", ",") and line.low[0] not in _BULLETS:
                return None
        return None

    def _parties(self, line: Unit, how: How) -> Speaker | None:
        """Those whom a line without a verb names; the first of them is the speaker."""
        if any(tensed(line, k) for k in range(len(line.low))):
            return None
        starting = self._n.starting
        pairs = [starting[w.start] for w in line.words if w.start in starting]
        if not pairs:
            return None
        first, last = pairs[0][0].span, pairs[-1][0].span
        return Speaker(pairs[0][1], first.start, last.end, None, 0, how)

    def _leads(self, line: Unit) -> Speaker | None:
        """Who speaks in the line that a list hangs on: its subject, or whom it names first."""
        phrase = phrase_ending(self._n, line, len(line.low) - 2) if len(line.low) > 1 else None
        said = next((s for s in reversed(self._said) if s.unit <= line.number), None)
        if said is not None and said.unit == line.number:
            place = line.words[0]
            return Speaker(said.actor, place.start, place.end, None, 0, "clause")
        if phrase is not None:
            return replace(self.resolved(line, phrase), how="clause")
        return self._parties(line, "clause")

    def _actor(self, unit: Unit, speaker: Speaker) -> Actor | None:
        noun = speaker.noun or ""
        if noun in _FIRST:
            return speaker.actor or self._first.actor(noun, speaker.start, self._joint)
        if noun in _HE:
            return self._told_of(unit, speaker, _HE[noun])
        if speaker.actor is not None:
            return self._anonymous(unit, speaker, speaker.actor)
        if noun == "they":
            return self._they(unit, speaker)
        if noun == "it":
            return self._it(unit, speaker)
        words = self._n.reading.text[speaker.start : speaker.end].lower().split()
        if not words:
            return None
        if is_joint(words, noun):
            return self._together(unit, words[0], noun, speaker.start)
        if noun in SOMEBODY:
            return self._one_of(unit, speaker.start)
        if noun in DOCUMENT_NOUNS:
            return self._paper(unit, words)
        recent = self._recent(unit, 12)
        holder = self._definite.holder(speaker, noun, recent)
        if holder is not None and of_another(self._n, unit, speaker, holder):
            return None
        return (
            nominal_meant(self._n, speaker)
            or owner_meant(self._n, unit, speaker)
            or state_meant(self._n, speaker, noun)
            or holder
            or self._definite.body(speaker, words, noun, recent)
        )

    def _anonymous(self, unit: Unit, speaker: Speaker, actor: Actor) -> Actor:
        """*The two ministers* are no unknown source where the text has named them together."""
        if actor.type != "anonymous_source":
            return actor
        words = self._n.reading.text[max(0, speaker.start - 8) : speaker.end].lower().split()
        named = self._n.reading.text[speaker.start : speaker.end].lower().split()
        words = words[-len(named) - 1 :]
        noun = named[-1]
        if not is_joint(words, noun):
            new = words[0] == "the" and actor.mentions[0].span.start >= speaker.start
            holder = self._definite.holder(speaker, noun, self._recent(unit, 12)) if new else None
            return holder if holder is not None and holder.type == "person" else actor
        return self._together(unit, words[0], noun, speaker.start) or actor

    def _recent(self, unit: Unit, back: int) -> list[Actor]:
        """Who spoke in the last sentences, the latest first."""
        out: list[Actor] = []
        for said in reversed(self._said):
            if unit.number - said.unit > back:
                break
            out.append(said.actor)
        return out

    def _pronoun(self, unit: Unit, speaker: Speaker, gender: str) -> Actor | None:
        """The subject goes on: who spoke first thing in the sentence before is *he* in the next."""
        if self._unknown_before(unit) and (
            speaker.actor is None or self._an_object(unit, speaker.actor)
        ):
            return None
        before = self._subject_before(unit, gender)
        if speaker.actor is not None:
            opens = speaker.first <= 1
            if opens and before is not None and self._an_object(unit, speaker.actor):
                # An unknown one who spoke, or the person whom he spoke to: it may be either.
                return before if before.type == "person" else None
            return speaker.actor
        if speaker.first > 1:
            own = self._spoken_in(unit, gender)
            if own is not None:
                return own
        if before is not None and before.type != "person" and self._names_another(unit, gender):
            return None
        return before or self._nearest(unit, gender)

    def _names_another(self, unit: Unit, gender: str) -> bool:
        """The sentence before names a person who may be *he* as well as who spoke in it."""
        last = self._n.units[unit.number - 1]
        inside = self._n.reading.mentions_between(last.words[0].start, last.words[-1].end)
        return any(a.type == "person" and self._may_be(a, gender) for _, a in inside)

    def _told_of(self, unit: Unit, speaker: Speaker, gender: str) -> Actor | None:
        """*He*, who is never the one that speaks: in a transcript's turn somebody told of."""
        found = self._pronoun(unit, speaker, gender)
        own = self._first.of_turn(speaker.start)
        if own is None or found is not own:
            return found
        for said in reversed(self._said):
            if unit.number - said.unit > _BACK or unit.paragraph != said.paragraph:
                return None
            if said.actor is not own and self._may_be(said.actor, gender):
                return said.actor
        return None

    def _unknown_before(self, unit: Unit) -> bool:
        """The last who spoke is somebody unknown: *he* is that one, whoever it is."""
        return self._unknown is not None and unit.number - self._unknown <= _BACK

    def _spoken_in(self, unit: Unit, gender: str) -> Actor | None:
        for said in reversed(self._said):
            if said.unit != unit.number:
                return None
            if self._may_be(said.actor, gender):
                return said.actor
        return None

    def _subject_before(self, unit: Unit, gender: str) -> Actor | None:
        found: Actor | None = None
        for said in reversed(self._said):
            if said.unit >= unit.number:
                continue
            if unit.number - said.unit > _BACK or unit.paragraph - said.paragraph > 1:
                break
            if found is not None and not said.opens:
                continue
            if self._may_be(said.actor, gender):
                found = said.actor
                if said.opens:
                    return found
        return found

    def _an_object(self, unit: Unit, actor: Actor) -> bool:
        """The sentence before does not begin with ``actor``, so it hardly goes on with it."""
        if unit.number == 0 or self._n.units[unit.number - 1].paragraph != unit.paragraph:
            return False
        last = self._n.units[unit.number - 1]
        spoke = any(s.unit == last.number and s.actor is actor for s in self._said[-6:])
        opening = last.words[min(len(last.words), 6) - 1].end
        named = any(
            a is actor for _, a in self._n.reading.mentions_between(last.words[0].start, opening)
        )
        return not spoke and not named

    def _nearest(self, unit: Unit, gender: str) -> Actor | None:
        """The only person whom the nearest sentence with persons names."""
        reading = self._n.reading
        for back in range(1, _BACK + 1):
            if unit.number < back:
                return None
            last = self._n.units[unit.number - back]
            if unit.paragraph - last.paragraph > 1:
                return None
            people = {
                a.id: a
                for m, a in reading.mentions_between(last.words[0].start, last.words[-1].end)
                if self._may_be(a, gender)
            }
            if people:
                return next(iter(people.values())) if len(people) == 1 else None
        return None

    def _may_be(self, actor: Actor, gender: str) -> bool:
        if actor.type not in ("person", "anonymous_source"):
            return False
        return self._genders.get(actor.id, gender) == gender

    def _joined(self, speaker: Speaker, actor: Actor) -> bool:
        """*Ruiz and Marsh said*: the words name more than one."""
        inside = self._n.reading.mentions_between(speaker.start, speaker.end)
        return any(a is not actor for _, a in inside)

    def _they(self, unit: Unit, speaker: Speaker) -> Actor | None:
        for said in reversed(self._said):
            if unit.number - said.unit > 2:
                break
            if said.several is not None:
                return said.actor
        for actor in self._recent(unit, 2):
            if actor.type not in ("person", "state"):
                return actor
        pair = self._pair(unit, speaker.start, people=True, back=2)
        pair = pair or self._pair(unit, speaker.start, people=False, back=2)
        return pair or next((a for a in self._recent(unit, 1) if a.type != "person"), None)

    def _it(self, unit: Unit, speaker: Speaker) -> Actor | None:
        """The state or body that spoke last, or that the sentence before begins with."""
        found: _Said | None = None
        for said in reversed(self._said):
            if unit.number - said.unit > 2 or unit.paragraph != said.paragraph:
                break
            if found is not None and found.unit != said.unit:
                break
            if said.actor.type not in _PEOPLE and (said.unit == unit.number or speaker.first < 2):
                found = said if found is None or said.opens else found
        return None if found is None else found.actor

    def _together(self, unit: Unit, count: str, noun: str, offset: int) -> Actor | None:
        """Of those who speak together the first: *the two leaders*, *both sides*."""
        people = noun in JOINT_OFFICES
        for said in reversed(self._said):
            if unit.number - said.unit > _SAME:
                break
            if said.several is not None and (said.actor.type == "person") == people:
                return said.actor
        meant = self._joint.meant(count, noun, offset)
        if meant:
            return min(meant, key=self._first_place)
        pair = self._pair(unit, offset, people=people, back=_PAIR_BACK)
        if pair is not None:
            return pair
        if self._joint.we:
            return self._joint.we[0]
        return self._first_named(offset, people=people) if count != "all" else None

    def _pair(self, unit: Unit, offset: int, *, people: bool, back: int) -> Actor | None:
        """The first of at least two whom one of the last sentences names."""
        reading = self._n.reading
        for number in range(unit.number, max(-1, unit.number - back - 1), -1):
            words = self._n.units[number].words
            named = {
                a.id: a
                for m, a in reading.mentions_between(words[0].start, min(words[-1].end, offset))
                if m.kind != "pronoun" and _fits(a, people=people)
            }
            if len(named) > 1:
                return min(named.values(), key=self._first_place)
        return None

    def _first_named(self, offset: int, *, people: bool) -> Actor | None:
        named = self._by_kind[people]
        return named[0] if len(named) > 1 and self._first_place(named[1]) < offset else None

    @cached_property
    def _by_kind(self) -> dict[bool, list[Actor]]:
        """People, and the sides of a matter, by where the text first names them."""
        return {
            people: sorted(
                (a for a in self._n.reading.actors if a.mentions and _fits(a, people=people)),
                key=self._first_place,
            )[:2]
            for people in (True, False)
        }

    def _first_place(self, actor: Actor) -> int:
        """Where the body of the text first names the actor; a title may turn the order round."""
        starts = [m.span.start for m in actor.mentions]
        prose = (x for x in starts if x >= self._body)
        return min(prose, default=starts[0] + len(self._n.reading.text))

    @cached_property
    def _body(self) -> int:
        """Where the first sentence of the body begins."""
        return self._n.units[0].words[0].start if self._n.units else 0

    def _one_of(self, unit: Unit, offset: int) -> Actor | None:
        """*One said, another agreed*: the group whom the last sentences speak of."""
        reading = self._n.reading
        for number in range(unit.number, max(-1, unit.number - _BACK - 1), -1):
            words = self._n.units[number].words
            groups = [
                a
                for m, a in reading.mentions_between(words[0].start, min(words[-1].end, offset))
                if a.type in ("anonymous_source", "group", "population") and m.span.end <= offset
            ]
            if groups:
                return groups[-1]
        return None

    def _paper(self, unit: Unit, words: list[str]) -> Actor | None:
        """*The statement said*: whoever spoke last, where that is near."""
        if words[0] not in ("the", "this", "its", "their", "his", "her"):
            return None
        near = [s for s in self._said[-4:] if unit.paragraph - s.paragraph <= 1]
        return near[-1].actor if near and unit.number - near[-1].unit <= _BACK else None


def _fits(actor: Actor, *, people: bool) -> bool:
    kinds = ("person",) if people else ("state", "party", "armed_group")
    return actor.type in kinds and any(m.role == "actor" for m in actor.mentions)
