"""Who takes part in an event: its subject, its object, those it is with, between or of."""

from __future__ import annotations

from collections.abc import Iterable

from detente.evidence.event_places import Place
from detente.evidence.event_triggers import Trigger
from detente.evidence.relation_ends import is_passive
from detente.evidence.relation_patterns import IMPOSING, STRIKING, verbs
from detente.evidence.rows import Row
from detente.evidence.slots import AUXILIARIES, after, coordinated, object_of, owners
from detente.evidence.subjects import subject_of
from detente.evidence.syntax import Syntax

_IN_PERSON = frozenset({"person", "state", "igo", "armed_group", "party"})
_TAKING_PART = verbs(
    """held hold* attend* host* has have had conduct* prepar* join* continu* agree* begin* began
    open* chair* conven* arriv* travel* fly flew flies go goes went head* return* conclud* resum*
    sign* reach* struck plan* made mak* paid pay* complet* schedul* negotiat* seal* announc* start*
    took tak* enter* pursu* engag* met leav* left"""
)
_BROKERING = ("broker", "mediat", "facilitat", "host")


def participants_of(
    row: Row, trigger: Trigger, place: Place | None, syntax: Syntax | None
) -> list[int]:
    """Indices of the units that take part in the event at ``trigger``, in text order."""
    found = set(_named(row, trigger, syntax))
    if place is not None:
        # "in Lima" is where, not who; but a land invaded or visited has a part in it.
        found -= set(range(place.first, place.last + 1))
        if _is_country_of(row, place):
            found.discard(place.last + 2)
        if trigger.type in {"visit", "conflict", "attack"}:
            found |= {k for k in range(place.first, place.last + 1) if row[k].actor is not None}
    return sorted(found)


def _is_country_of(row: Row, place: Place) -> bool:
    """True if a state stands after the place only to say where that is: "in Arequipa, Peru,"."""
    k = place.last + 2
    if row.low(k - 1) != "," or k >= len(row):
        return False
    mention, actor = row[k].mention, row[k].actor
    if mention is None or actor is None or actor.type != "state":
        return False
    return mention.role == "place" or row.low(k + 1) == ","


def _named(row: Row, trigger: Trigger, syntax: Syntax | None) -> Iterable[int]:
    i = trigger.index
    if trigger.type == "statement_event":
        speaker = _subject(row, trigger, syntax)
        if row.low(i) == "interview":
            return [*speaker, *after(row, i, {"with", "to"})]
        return speaker
    own = [] if trigger.is_verb else owners(row, i, syntax)
    own = [k for k in own if row[k].actor is not None]
    between = after(row, i, {"between", "among"}, reach=6)
    with_ = after(row, i, {"with"}, reach=8)
    if trigger.type in {"meeting", "agreement", "visit"}:
        if between:
            return [*between, *_mediator(row, i, syntax)]
        if trigger.is_verb:
            if trigger.type == "agreement" and is_passive(row, i):
                return [*_signed_for(row, i), *after(row, i, {"by"}), *with_]
            done = object_of(row, i) if trigger.type != "agreement" else []
            return [*_subject(row, trigger, syntax), *done, *with_]
        if len(own) > 1:
            return [*own, *with_, *_mediator(row, i, syntax)]
        if (own and (with_ or trigger.type == "visit")) or not _is_held(row, i, bool(with_)):
            return [*own, *with_]
        return [*own, *with_, *_subject(row, trigger, syntax)]
    against = after(row, i, {"of", "on", "against", "into"}, reach=6)
    if trigger.is_verb:
        return [*_subject(row, trigger, syntax), *object_of(row, i), *against, *_agent(row, i)]
    others = [*own, *between, *against, *with_] or _pair_before(row, i)
    doing = (w for w in row.words(i - 5, i) if STRIKING.match(w) or IMPOSING.match(w))
    if not own and any(doing):
        others += subject_of(row, i, syntax)
    by = after(row, i, {"by"}, reach=8)
    return [*others, *by]


def _subject(row: Row, trigger: Trigger, syntax: Syntax | None) -> list[int]:
    found = subject_of(row, trigger.index, syntax)
    if found:
        return found
    # "Speaking in Lima on Monday, Soto said": the subject comes after the opening phrase.
    for k in range(trigger.index + 1, min(len(row), trigger.index + 25)):
        if row.low(k) == "," and k + 1 < len(row):
            j = k + 1
            while row.low(j) in {"the", "a"}:
                j += 1
            if j < len(row) and row[j].actor is not None and not row.possessive(j):
                return coordinated(row, j)
    return []


def _is_held(row: Row, i: int, is_with: bool) -> bool:
    """True if the noun at ``i`` hangs on a verb of taking part ("attends a summit").

    Or opens the sentence: "At a meeting **with** Soto in Lima, Vega said".
    """
    if any(_TAKING_PART.match(w) for w in row.words(i - 14, i)):
        return True
    return is_with and bool({"in", "at", "during", "after"} & set(row.words(i - 4, i)))


def _signed_for(row: Row, i: int) -> list[int]:
    """The parties of what "was signed": "the **Peru-Chile** treaty was signed"."""
    k = i - 1
    while k > 0 and (row.low(k) in AUXILIARIES or row.low(k).endswith("ly")):
        k -= 1
    return owners(row, k) if row.low(k) not in {",", ")"} else []


def _agent(row: Row, i: int) -> list[int]:
    return after(row, i, {"by"}) if is_passive(row, i) else []


def _pair_before(row: Row, i: int) -> list[int]:
    """The pair that the words before speak of: "**Peru-Chile** rivalry, from the tariff war …"."""
    for k in range(i - 1, max(-1, i - 10), -1):
        if row[k].actor is not None:
            pair = coordinated(row, k, left=True)
            return pair if len(pair) == 2 and row.low(k - 1) == "-" else []
    return []


def _mediator(row: Row, i: int, syntax: Syntax | None) -> list[int]:
    """Who brokered the agreement at ``i``: "its part in brokering the …", "brokered by …"."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if row.low(k).startswith(_BROKERING) and row.low(k).endswith(("ing", "ed")):
            return subject_of(row, k, syntax)
    for k in range(i + 1, min(len(row), i + 6)):
        if row.low(k).startswith(_BROKERING) and row.low(k + 1) == "by":
            return after(row, k, {"by"})
    return []


def identity(row: Row, k: int, *, media: bool = False) -> str | None:
    """The actor id that stands for unit ``k`` among participants; None for nobody known."""
    actor = row[k].actor
    if actor is None or actor.type in {"population", "think_tank"}:
        return None
    if actor.type in _IN_PERSON:
        return actor.id
    if actor.type == "media":
        return actor.id if media else None
    return row[k].acts_for
