"""Who takes part in an event: its subject, its object, those it is with, between or of."""

from __future__ import annotations

from collections.abc import Iterable

from detente.evidence.affairs.event_places import Place, is_water
from detente.evidence.affairs.event_triggers import NOUNS, Trigger
from detente.evidence.affairs.relation_ends import is_passive
from detente.evidence.affairs.relation_patterns import IMPOSING, STRIKING, verbs
from detente.evidence.affairs.rows import POSSESSIVE, Row
from detente.evidence.affairs.slots import (
    AUXILIARIES,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    after,
    coordinated,
    in_phrase,
    object_of,
    owners,
)
from detente.evidence.affairs.subjects import INSTITUTIONS, subject_of
from detente.evidence.affairs.syntax import Syntax

_TAKING_PART = verbs(
    """held hold holds holding attend* host hosts hosted hosting has have had conduct*
    prepar* join* continu* agree agrees agreed begin* began open* chair* conven* arriv*
    travel* shuttl* gather* fly flew flies go goes went head* return* conclud* resum* sign*
    reach* struck
    plan* made mak* paid pay* accept* complet* schedul* negotiat* seal* announc* start* took tak*
    enter* pursu* engag* met leav* left"""
)
_IN_PLACE = frozenset({"in", "at", "near", "outside"})
_DOING = frozenset("carried conducted launched orchestrated staged ordered approved led".split())
_DONE_TO_SOMEBODY = frozenset({"conflict", "attack", "sanction", "humanitarian"})
# Where what an attack is on ends: at the next deed.
_DEEDS = frozenset(w for w, kind in NOUNS.items() if kind in {"attack", "conflict"})
_GATHERINGS = frozenset({"summit", "conference", "meeting", "roundtable", "retreat"})
_SENDING = frozenset({"dispatched", "sent", "sends", "dispatches", "send", "dispatch"})
_SUPPORT = frozenset({"support", "the", "help", "with"})
_CALLS = frozenset({"call", "letter", "message"})
_ADDRESSING = frozenset({"congratulated", "thanked", "informed", "notified"})
_HANDING = frozenset({"presented", "presents", "submitted"})
_ATTENDED = frozenset(
    """attended hosted chaired convened led headed brokered mediated facilitated joined
    organised organized""".split()
)
_BROUGHT = frozenset({"brought", "gathered"})
_GATHERING = _ATTENDED | _BROUGHT
_BEING = frozenset({"was", "were", "is", "are", "been", "be"})
_DURING = frozenset({"during", "over", "in", "at", "throughout", "following", "after"})
_OPENING_REACH = 10
_BETWEEN = frozenset({"between", "among"})
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
        hit = trigger.type in {"visit", "conflict"} or (
            trigger.type == "attack"
            and not _IN_PLACE & set(row.words(place.first - 2, place.first))
        )
        if hit and not is_water(row, place):
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
        told = is_passive(row, i) or is_left_open(row, i) or row.low(i + 1) in {"out", "forward"}
        speaker = (told and trigger.is_verb and after(row, i, {"by"}, reach=3)) or _subject(
            row, trigger, syntax
        )
        if row.low(i) == "interview":
            return [*speaker, *after(row, i, {"with", "to"})]
        return [*speaker, *_supporters(row, i), *_addressed(row, trigger)] if speaker else speaker
    own = [] if trigger.is_verb else owners(row, i, syntax)
    own = [k for k in own if row[k].actor is not None]
    own = [*_joint_owners(row, own[0]), *own] if own else own
    between = _sides_between(row, i) or after(row, i, {"between", "among"}, reach=6)
    with_ = after(row, i, {"with"}, reach=8)
    if not trigger.is_verb and trigger.type == "meeting":
        if own and row.low(i) in _CALLS and row.low(i + 1) == "to":
            with_ = with_ or in_phrase(row, i + 2)
        elif not own and row.low(i + 1) == "of":
            own = in_phrase(row, i + 2)
    if trigger.type == "visit" and not trigger.is_verb:
        own = own or after(row, i, {"by"}, reach=4)
    if trigger.type in {"meeting", "agreement", "visit"}:
        if not trigger.is_verb and not own and not between and not with_:
            own = _attending(row, i)
        if not trigger.is_verb and not between and len(own) < 2:
            own = [*own, *(k for k in _mediator(row, i, syntax) if k not in own)]
        if between and trigger.type != "visit":
            return [*between, *_mediator(row, i, syntax)]
        if trigger.is_verb:
            if trigger.type == "meeting" and is_passive(row, i):
                return [*_subject(row, trigger, syntax), *after(row, i, {"by"}, reach=3), *with_]
            if trigger.type == "agreement" and _is_passive_here(row, i):
                return [*_signed_for(row, i), *after(row, i, {"by"}), *with_]
            done = object_of(row, i) if trigger.type != "agreement" else []
            return [*_subject(row, trigger, syntax), *done, *with_]
        if len(own) > 1:
            return [*own, *with_, *_mediator(row, i, syntax)]
        fronted = [] if own or with_ or trigger.type == "visit" else _of_main_clause(row, i)
        if fronted:
            return fronted
        if (own and (with_ or trigger.type == "visit")) or not _is_held(row, i, bool(with_)):
            return [*own, *with_]
        return [*own, *with_, *(_sent(row, i) or _subject(row, trigger, syntax))]
    if trigger.type == "other" and not trigger.is_verb and row.text[row[i].start].isupper():
        # An order with a name of its own: by one state, about another of its clause.
        return [k for k in _outside_brackets(row, i) if row[k].acts_for and row[k].mention]
    against = after(row, i, {"of", "on", "against", "into"}, reach=6, barred=_DEEDS)
    if _is_done_to(row, i, trigger):
        return [*owners(row, i - 1), *after(row, i, {"by"})]
    if trigger.is_verb:
        doers = [*_subject(row, trigger, syntax), *_supporters(row, i)]
        return [*doers, *object_of(row, i), *against, *between, *_agent(row, i)]
    others = [*own, *between, *against, *with_] or _pair_before(row, i)
    before = row.words(i - 5, i)
    doing = (w for w in before if w in _DOING or STRIKING.match(w) or IMPOSING.match(w))
    held = trigger.type == "election" and not others and _is_held(row, i, is_with=False)
    if not own and (held or any(doing)):
        others += subject_of(row, i, syntax)
    by = after(row, i, {"by"}, reach=8)
    return [*others, *by]


def _addressed(row: Row, trigger: Trigger) -> list[int]:
    """To whom it is said: "congratulated **Soto**", "presented a plan **to** both houses"."""
    low = row.low(trigger.index)
    if low in _ADDRESSING:
        return object_of(row, trigger.index)
    if low in _HANDING and trigger.is_verb:
        return after(row, trigger.index, {"to"}, reach=6)
    return []


def _sides_between(row: Row, i: int) -> list[int]:
    """All sides of "talks **between** the Chilean government, Peru’s envoy **and** the rebels"."""
    if row.said.isdisjoint(_BETWEEN):
        return []
    k = next((k for k in range(i + 1, i + 7) if row.low(k) in _BETWEEN), None)
    if k is None or any(row.low(j) in STOPS or row.low(j) == "," for j in range(i + 1, k)):
        return []
    found: list[int] = []
    joined = False
    for j in range(k + 1, min(len(row), k + 30)):
        low = row.low(j)
        if low in STOPS - {"(", ")"} or low in RELATIVES or low in AUXILIARIES:
            break
        if low in PREPOSITIONS - {"of"} or (joined and low in {",", "and"} and found):
            break
        if row[j].actor is not None and row.low(j - 1) != "(" and not _is_of_next(row, j):
            found.append(j)
        joined = joined or low == "and"
    return found if joined else []


def _is_of_next(row: Row, j: int) -> bool:
    """True for the state of "President of **Chile** Luis Vega"."""
    person = row[j + 1].actor if j + 1 < len(row) else None
    return person is not None and person.type == "person" and row[j].actor is not person


def _attending(row: Row, i: int) -> list[int]:
    """Those of "the summit in Lima was **attended by** Soto and Vega"."""
    found: list[int] = []
    if row.said.isdisjoint(_GATHERING):
        return found
    for k in range(i + 1, min(len(row), i + 18)):
        if row.low(k) in _ATTENDED and row.low(k + 1) == "by":
            found += after(row, k, {"by"})
        elif row.low(k) in _BROUGHT and "together" in row.words(k + 1, k + 12):
            found += _brought(row, k)
        elif row.low(k) in STOPS:
            break
    return found


def _brought(row: Row, k: int) -> list[int]:
    """Those of "a summit that **brought together** Soto and Vega", "brought the two together"."""
    return object_of(row, k + 1) if row.low(k + 1) == "together" else object_of(row, k)


def _is_of_nobody(row: Row, trigger: Trigger) -> bool:
    """True for "after **militants** attacked": the clause has its own subject, not known."""
    k = trigger.index - 1
    while row.low(k) in AUXILIARIES:
        k -= 1
    low = row.low(k)
    plain = low.isalpha() and low.endswith("s") and low not in INSTITUTIONS
    opening = row.low(k - 1) in {"after", "when", "as", "before", "because", "while"}
    return trigger.is_verb and plain and opening


def _outside_brackets(row: Row, i: int) -> list[int]:
    """The units before ``i`` that stand in no brackets, nearest 60."""
    found, depth = [], 0
    for k in range(max(0, i - 60), i):
        depth = max(0, depth + (row.low(k) == "(") - (row.low(k) == ")"))
        if not depth:
            found.append(k)
    return found


def _supporters(row: Row, i: int) -> list[int]:
    """Who stands beside the subject: "Peru, **with support from Chile**, presented"."""
    for k in range(max(0, i - 12), i):
        if row.low(k) in {"with", "together", "along"} and row.low(k + 1) in _SUPPORT:
            return [j for j in after(row, k, {"from", "of", "with"}, reach=3) if j < i]
    return []


def _joint_owners(row: Row, k: int) -> list[int]:
    """Owners with a mark each: "**Soto**’s and Vega’s accord"."""
    found: list[int] = []
    while row.low(k - 1) in {"and", ","} and row.low(k - 2) in POSSESSIVE and k > 2:
        k -= 3
        if row[k].actor is None:
            break
        found.append(k)
    return found


def _subject(row: Row, trigger: Trigger, syntax: Syntax | None) -> list[int]:
    if _is_of_nobody(row, trigger):
        return []
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
    if any(_TAKING_PART.match(row.low(k)) and not _is_aside(row, k) for k in range(i - 14, i)):
        return True
    if is_with and any(w.startswith("facilitat") for w in row.words(i - 6, i)):
        return True  # talks facilitated "with" somebody are one's own
    near = set(row.words(i - 4, i))
    if "for" in near and _BEING & set(row.words(i - 9, i - 2)):
        return True  # "was in Lima for talks"
    return (is_with and bool({"in", "at", "during", "after", "for"} & near)) or (
        row.low(i) in _GATHERINGS and bool({"at", "during"} & near)
    )


def _of_main_clause(row: Row, i: int) -> list[int]:
    """Who did what "during two calls in May, **Soto** urged **Vega** to …": both were on the line.

    Two at least, the subject and whom its verb is about; in a phrase that opens the sentence.
    """
    if row.low(0) not in _DURING or i > _OPENING_REACH:
        return []
    if (PREPOSITIONS - {"of"}) & set(row.words(1, i)):
        return []  # "In a note issued **after** the talks, Soto …"
    comma = next((k for k in range(i + 1, min(len(row), i + 9)) if row.low(k) == ","), None)
    if comma is None:
        return []
    j = comma + 1 + (row.low(comma + 1) == "the")
    if j >= len(row) or row[j].actor is None or row.possessive(j):
        return []
    doers = coordinated(row, j)
    if len(doers) > 1:
        return doers
    for k in range(j + 1, min(len(row), j + 8)):
        if row.low(k) in STOPS or row.low(k) in RELATIVES or row.low(k) == ",":
            return []
        if row[k].actor is not None and not row.possessive(k):
            return [*doers, *coordinated(row, k)]
    return []


def _is_aside(row: Row, k: int) -> bool:
    """True for "guarantees **reached during** the talks": what was reached is not the talks."""
    return row.low(k + 1) in {"during", "after", "before", "since", "amid"}


def _sent(row: Row, i: int) -> list[int]:
    """Who was sent for the talks at ``i``: "dispatched **Soto** to Peru for talks"."""
    if "for" not in row.words(i - 4, i):
        return []
    for k in range(i - 1, max(-1, i - 14), -1):
        if row.low(k) in _SENDING:
            return object_of(row, k)
    return []


def _is_done_to(row: Row, i: int, trigger: Trigger) -> bool:
    """True for "the boats **seized** last month": a participle after its noun, no object."""
    low = row.low(i)
    if trigger.type not in _DONE_TO_SOMEBODY or not low.endswith(("ed", "en", "shot")):
        return False
    before = row.low(i - 1)
    if AUXILIARIES & set(row.words(i - 3, i)):
        return False
    if not before.isalpha() or before in AUXILIARIES | INSTITUTIONS or before.endswith("ly"):
        return False
    return is_left_open(row, i)


def _is_passive_here(row: Row, i: int) -> bool:
    return is_passive(row, i) or (is_left_open(row, i) and bool(after(row, i, {"by"})))


def is_left_open(row: Row, i: int) -> bool:
    """True if no object follows the participle at ``i``: "signed **in** Lima by …"."""
    if not row.low(i).endswith(("ed", "en", "shot")):
        return False
    nxt = row.low(i + 1)
    return i + 1 >= len(row) or row[i + 1].time is not None or nxt in PREPOSITIONS or nxt in STOPS


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
            told = {"from", "including", "like", "since"} & set(row.words(k + 1, i))
            return pair if len(pair) == 2 and row.low(k - 1) == "-" and told else []
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
    if actor is None or actor.type == "think_tank":
        return None
    if actor.type == "media":
        return actor.id if media else None
    return actor.id
