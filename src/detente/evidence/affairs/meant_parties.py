"""Whom *we*, *both sides* and delegations stand for among those who take part in an event."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.affairs.event_triggers import Trigger
from detente.evidence.affairs.participants import is_left_open
from detente.evidence.affairs.rows import Row
from detente.evidence.items import Actor
from detente.evidence.positions.joint_voice import JOINT_NOUNS, JointVoice

_TALK = frozenset({"conversation", "call", "videoconference", "teleconference"})
_OPENING = 1500  # "the call" is what the text is about only near its beginning
_TOGETHER = 8
_OURS = frozenset({"we", "our", "their"})
_STANDING_IN = JOINT_NOUNS | _OURS
_COUNTING = frozenset({"two", "three", "four", "both", "the"})
_DELEGATES = frozenset(
    """delegation delegations delegates officials representatives envoys negotiators diplomats
    team teams experts""".split()
)
_HEADS = frozenset({"leaders", "presidents", "ministers"})


def meant_together(row: Row, trigger: Trigger, voice: JointVoice) -> list[str]:
    """The ids that *we* or *both sides* stand for, where such words take part in the event."""
    i = trigger.index
    high = i if trigger.is_verb or trigger.type == "statement_event" else i + _TOGETHER
    places = range(max(0, i - _TOGETHER), min(len(row), high))
    for k in places if row.said & _STANDING_IN else ():
        low = row.low(k)
        if k < i and low in _OURS and voice.we:
            return [a.id for a in voice.we]
        if low in JOINT_NOUNS and row.low(k - 1) in _COUNTING:
            found = voice.meant(row.low(k - 1), low, row[k].start) or _all_of(row, k, voice)
            if found:
                return [a.id for a in found]
    told_of = row.low(i) in _TALK and row.low(i - 1) != "a" and not trigger.is_verb
    if told_of and row[i].start < _OPENING:
        pair = voice.meant("two", "leaders", row[i].start)
        if pair:
            return [a.id for a in pair]
    unsaid = trigger.is_verb and trigger.type == "statement_event"
    if unsaid and (is_left_open(row, i) or row.low(i) == "put") and not _has_subject(row, i):
        return [a.id for a in voice.we]  # "the terms put forward today": by those who speak
    return []


def _all_of(row: Row, k: int, voice: JointVoice) -> tuple[Actor, ...]:
    """Those of a joint text, if "the **three** countries" are as many, or "the parties"."""
    number = {"both": 2, "two": 2, "three": 3, "four": 4}.get(row.low(k - 1))
    return voice.we if number in {None, len(voice.we)} else ()


def _has_subject(row: Row, i: int) -> bool:
    return any(row[k].actor is not None for k in range(max(0, i - 4), i))


def sent_by(row: Row, units: Sequence[int], trigger: Trigger, voice: JointVoice) -> list[str]:
    """For whom the delegations, officials and leaders at ``units`` meet or agree.

    "The **Chilean** delegation met" is Chile at the table too, "officials from **our**
    governments" those who say *our*.
    """
    found: list[str] = []
    if trigger.type not in {"meeting", "agreement"}:
        return found
    for k in units:
        actor, mention = row[k].actor, row[k].mention
        if actor is None or mention is None or actor.type != "group":
            continue
        words = set(mention.span.text.lower().split())
        if "our" in words:
            found += [a.id for a in voice.we]
        home = actor.affiliation
        sent = bool(words & _DELEGATES) or bool(words & _HEADS and words & {"of", "from"})
        if home is not None and sent and home.startswith(("state:", "org:")):
            found.append(home)
    return found
