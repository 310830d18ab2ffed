"""Who says each quotation: the cue after it, before it, in front of its paragraph, or round it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.evidence.speech.attribution import Attribution, addressee
from detente.evidence.speech.clause_ends import called
from detente.evidence.speech.clauses import content_of
from detente.evidence.speech.introductions import from_paragraph_before, introduced
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    MODALS,
    STRONG_PASTS,
)
from detente.evidence.speech.speaker_phrases import Speaker
from detente.evidence.speech.speech_acts import Act, UnitActs
from detente.evidence.speech.speech_sources import nominal_speaker

_BETWEEN = 28
_ANSWERS = frozenset(
    """answer reply response verdict comment assessment message conclusion retort advice warning
    description words summary""".split()
)
_NOBODY = Attribution("unattributed", confidence="low")


def attribute(n: Narration, acts: Sequence[Sequence[Act]]) -> list[Attribution]:
    """One attribution for each quotation of ``n.quotes``, in order."""
    given: list[Attribution] = []
    arounds = [UnitActs(unit, own) for unit, own in zip(n.units, acts, strict=True)]
    for number, marks in enumerate(n.quotes):
        at = n.unit_of_quote.get(number)
        if at is None:
            given.append(_NOBODY)
            continue
        unit = n.units[at[0]]
        own = acts[unit.number]
        if _defined(unit, at[1]):
            given.append(_NOBODY)
            continue
        found = (
            _after(n, unit, at[1], own, number)
            or _before(n, unit, at[1], acts, given)
            or from_paragraph_before(n, unit, at[1], acts)
            or _going_on(n, unit, at[1], number, given)
            or _inside(n, unit, at[1], arounds[unit.number], number)
            or _NOBODY
        )
        given.append(found)
        if marks.paragraph and number and n.quotes[number - 1].continues:
            given[-1] = _join(given[-2], given[-1])
    _back_over_pieces(n, given)
    return given


def _join(before: Attribution, found: Attribution) -> Attribution:
    """A later piece of one quotation has the speaker of the first."""
    if before.speaker is None or found.rule in ("cue_after", "cue_before"):
        return found
    return replace(before, rule="continued", cue=None, addressee=None)


def _back_over_pieces(n: Narration, given: list[Attribution]) -> None:
    """*… she said.* at the end of the last paragraph speaks for the pieces before it."""
    for i in range(len(given) - 2, -1, -1):
        if n.quotes[i].continues and given[i].speaker is None and given[i + 1].speaker is not None:
            later = given[i + 1]
            given[i] = Attribution(
                "continued", later.speaker, direct=True, confidence=later.confidence
            )


def _after(
    n: Narration, unit: Unit, w: int, acts: Sequence[Act], number: int
) -> Attribution | None:
    inner_last = n.reading.text[n.quotes[number].inner_end - 1]
    k = w + 1
    if k < len(unit.low) and unit.low[k] in (",", "—", "–"):
        k += 1
    elif inner_last == "." and k < len(unit.low) and not unit.words[k].text[:1].islower():
        return None
    if k < len(unit.low) and unit.low[k] == "as":
        k += 1
    if k >= len(unit.low) or unit.low[k] in CONJUNCTIONS or called(unit, k):
        return None
    answered = _was_answer(n, unit, k)
    if answered is not None:
        return answered
    for act in acts:
        if act.first < k:
            continue
        if act.shape == "source" and act.first == k:
            return Attribution("source", act.speaker, act, direct=True, confidence="high")
        if "q" not in act.cue.takes or act.shape not in ("verb", "inverted", "passive"):
            continue
        if act.shape == "inverted":
            near = act.first - k <= 1
        else:
            near = (
                act.speaker is not None
                and act.speaker.how != "shared"
                and (_begins(unit, act.speaker, k))
            )
        if near and not _governs_more(unit, act):
            return Attribution(
                "cue_after", act.speaker, act, addressee(n, unit, act), True, False, act.confidence
            )
        break
    return None


def _was_answer(n: Narration, unit: Unit, k: int) -> Attribution | None:
    """*“Never,” was her answer*, *“never” was Marsh’s reply*."""
    if unit.low[k] not in ("was", "is", "were"):
        return None
    for m in range(k + 1, min(len(unit.low), k + 7)):
        if unit.low[m] in _ANSWERS:
            owner = nominal_speaker(n, unit, m)
            return None if owner is None else Attribution("inside", owner, direct=True)
        if not (unit.words[m].text[0].isalnum() or unit.low[m] in ("'s", "’s")):
            return None
    return None


def _begins(unit: Unit, speaker: Speaker, k: int) -> bool:
    """The speaker's phrase begins right after the quotation, titles before a name allowed."""
    if speaker.first - k > 9:
        return False
    return all(
        unit.words[m].text.isalnum() or unit.low[m] in ("-", "'s", "’s", ".")
        for m in range(k, speaker.first)
    ) and not any(
        unit.low[m] in AUXILIARIES or unit.low[m] in MODALS for m in range(k, speaker.first)
    )


def _governs_more(unit: Unit, act: Act) -> bool:
    """*“Peace” is what Ruiz said she wants*: the cue has another object."""
    return act.last + 1 < len(unit.low) and unit.low[act.last + 1] == "that"


def _before(
    n: Narration,
    unit: Unit,
    w: int,
    all_acts: Sequence[Sequence[Act]],
    given: Sequence[Attribution],
) -> Attribution | None:
    if w == 0:
        return None
    before = unit.low[w - 1]
    mark = before in (",", ":", "—", "–")
    for act in reversed(all_acts[unit.number]):
        if act.last >= w or act.last < w - _BETWEEN:
            continue
        between = unit.low[act.last + 1 : w]
        if QUOTE in between:
            break
        if act.shape == "source":
            if mark and act.first <= 2:
                return Attribution("source", act.speaker, act, direct=True, confidence="high")
            continue
        if "q" not in act.cue.takes:
            if before != ":" or not act.cue.takes & {"o", "k"}:
                continue
        elif act.shape == "noun":
            continue
        if not _reaches(act, between, before):
            continue
        split = before == "," and bool(given) and given[-1].cue is act
        return Attribution(
            "cue_before", act.speaker, act, addressee(n, unit, act), mark, split, act.confidence
        )
    if before == ":":
        return introduced(n, unit, w, all_acts)
    return None


def _reaches(act: Act, between: list[str], before: str) -> bool:
    """The words between cue and quotation are an address, a time, a place – or end in a colon."""
    if before == ":":
        return not any(x == ";" for x in between)
    if not between:
        return True
    if before != "," and before != "that":
        return False
    if before == "that":
        between = between[:-1]
    if "that" in between:
        return False
    return not any(
        word in AUXILIARIES
        or word in MODALS
        or word in STRONG_PASTS
        or word in ("but", "while", ";", "who")
        for word in between
    ) and not (act.cue.takes & {"o", "k"} and _object_between(act, between))


def _object_between(act: Act, between: list[str]) -> bool:
    """*Condemned the raid, “…”*: the cue has its object already; only a weak link is left."""
    opens = ("the", "a", "an", "its", "their", "his", "her")
    return len(between) > 8 and between[0] in opens


def _going_on(
    n: Narration, unit: Unit, w: int, number: int, given: list[Attribution]
) -> Attribution | None:
    """A quotation that stands alone goes on from the one before in its paragraph."""
    alone = all(word == QUOTE or not word.isalnum() for word in unit.low)
    if not alone or number == 0:
        return None
    last, marks = n.quotes[number - 1], n.quotes[number]
    before = given[number - 1]
    if before.speaker is None or not before.direct:
        return None
    at = n.unit_of_quote.get(number - 1)
    if at is None:
        return None
    gap = unit.number - at[0]
    if gap == 2 and last.paragraph == marks.paragraph:
        # *He paused. “Not a crown.”*: nobody else speaks between.
        between = n.units[unit.number - 1]
        gap = 1 if between.low[0] in ("he", "she") and QUOTE not in between.low else gap
    if last.paragraph == marks.paragraph and gap <= 1:
        return replace(before, rule="continued", cue=None, addressee=None, confidence="medium")
    if gap == 1 and unit.paragraph - last.paragraph == 1:
        return replace(before, rule="continued", cue=None, addressee=None, confidence="low")
    return None


def _inside(
    n: Narration,
    unit: Unit,
    w: int,
    around: UnitActs,
    number: int,
) -> Attribution | None:
    """The nearest cue whose content holds the quotation."""
    place = n.quotes[number].start
    bare: Attribution | None = None
    for act in reversed(around.acts):
        if act.first > w:
            continue
        if act.shape == "noun" and act.last < w <= act.last + 4:
            link = unit.low[act.last + 1 : w]
            if link and link[0] in ("of", "on", "about", "that", "as", "for", "to", "over"):
                return Attribution("inside", act.speaker, act)
            if not link:
                # *Called Marsh’s remarks “baseless”*: a verb round both goes first.
                bare = Attribution("inside", act.speaker, act)
        if act.speaker is None:
            continue
        if act.shape == "source" and act.cue.lemma == "cite":
            continue
        content = content_of(n, act, around)
        if content is not None and content[0] <= place < content[1]:
            return Attribution("inside", act.speaker, act)
    return bare


def _defined(unit: Unit, w: int) -> bool:
    """*(the “Parties”)*, *the so-called “zone”*: a term, nobody's words."""
    before = unit.low[max(0, w - 4) : w]
    bracketed = "(" in before[-2:] and unit.low[w + 1 : w + 2] in ([")"], [";"], [","])
    return bracketed or before[-3:] == ["so", "-", "called"]
