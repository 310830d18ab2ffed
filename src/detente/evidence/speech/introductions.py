"""Who says a quotation that a colon introduces, or the paragraph before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.evidence.speech.attribution import Attribution, addressee
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import tensed
from detente.evidence.speech.speaker_phrases import Speaker, known, phrase_ending
from detente.evidence.speech.speakers import clause_subject
from detente.evidence.speech.speech_acts import Act
from detente.types import Confidence

_SHORT = 7
_OWN = frozenset("his her their its".split())


def introduced(
    n: Narration, unit: Unit, w: int, acts: Sequence[Sequence[Act]]
) -> Attribution | None:
    """*Envoy Ana Ruiz: “…”*, *Ruiz’s answer was blunt: “…”* — no cue verb at all."""
    stop = w - 1
    if stop == 0 or unit.low[max(0, stop - 8) : stop].count("(") > unit.low[
        max(0, stop - 8) : stop
    ].count(")"):
        # *(short: “zone”)*: a colon inside brackets defines a term.
        return None
    label = phrase_ending(n, unit, stop - 1)
    holder = _holder_of(n, unit, label)
    if holder is not None:
        return Attribution("colon", holder, direct=True)
    if label is not None and not label.is_document and not _verbs(unit, label.first):
        sure: Confidence = "medium" if label.actor is None else "high"
        return Attribution("colon", label, direct=True, confidence=sure)
    people = [
        n.starting[unit.words[k].start]
        for k in range(stop)
        if unit.words[k].start in n.starting
        and unit.low[k] not in _OWN
        and n.starting[unit.words[k].start][1].type in ("person", "anonymous_source")
    ]
    if not _verbs(unit, stop) and people:
        mention, actor = people[0]
        speaker = Speaker(actor, mention.span.start, mention.span.end, None, 0, "beside")
        return Attribution("colon", speaker, direct=True)
    subject = clause_subject(n, unit, stop)
    if subject is None and len({a.id for _, a in people}) == 1:
        mention, actor = people[0]
        subject = Speaker(actor, mention.span.start, mention.span.end, None, 0, "clause")
    if subject is None and not people and stop <= _SHORT and unit.number:
        # *Marsh rejected the offer. In a statement: “…”*
        last = [a.speaker for a in acts[unit.number - 1] if a.shape == "verb"]
        subject = (
            last[0] if last and len({a.actor.id for a in last if a and a.actor}) == 1 else None
        )
    if subject is None:
        return None
    return Attribution("colon", subject, direct=True, confidence="low")


def _holder_of(n: Narration, unit: Unit, label: Speaker | None) -> Speaker | None:
    """*General Leo Marsh, head of the council:* — the one whom the label begins with."""
    if label is None or label.actor is not None or label.first < 2 or _verbs(unit, label.first):
        return None
    for k in range(label.first):
        found = n.starting.get(unit.words[k].start)
        if found is not None and found[1].type == "person":
            apart = any(w == "," for w in unit.low[k + 1 : label.first])
            return known(unit, k, found, "apposition") if apart else None
        if not unit.words[k].text[:1].isupper():
            return None
    return None


def _verbs(unit: Unit, stop: int) -> bool:
    return any(tensed(unit, k) for k in range(max(0, stop)))


def from_paragraph_before(
    n: Narration,
    unit: Unit,
    w: int,
    acts: Sequence[Sequence[Act]],
) -> Attribution | None:
    """*Ruiz continued:* closes a paragraph, the quotation opens the next."""
    if w != 0 or unit.number == 0:
        return None
    last = n.units[unit.number - 1]
    if last.paragraph == unit.paragraph or not last.low or last.low[-1] != ":":
        return None
    for act in reversed(acts[last.number]):
        between = last.low[act.last + 1 :]
        if QUOTE in between or ";" in between:
            break
        if act.cue.takes & {"q", "o", "k"} and act.shape != "noun":
            address = addressee(n, last, act)
            return Attribution(
                "paragraph_before", act.speaker, act, address, True, False, act.confidence
            )
    found = introduced(n, last, len(last.low), acts)
    return None if found is None else replace(found, rule="paragraph_before")
