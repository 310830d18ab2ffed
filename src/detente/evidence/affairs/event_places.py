"""Where an event takes place: the place named after it, in its compound or opening its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from detente.evidence.affairs.event_triggers import NOUNS, Trigger
from detente.evidence.affairs.rows import POSSESSIVE, TITLES, Row
from detente.evidence.affairs.slots import AUXILIARIES, PREPOSITIONS, RELATIVES, STOPS
from detente.reference.cities import city
from detente.reference.places import place

_IN = frozenset({"in", "at", "from", "near", "outside", "inside", "aboard"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their"})
_TO = frozenset({"to", "into"})
_ON = frozenset({"of", "on", "into"})
_REACH = 18
_WATERS = frozenset({"sea", "gulf", "strait", "straits", "bay", "ocean"})
_DIRECTIONS = frozenset("northern southern eastern western central".split())
_LAND = frozenset(
    """strait straits sea ocean gulf bay island islands peninsula valley desert river mountains
    heights airport base palace province region border embassy square garden house hall bridge
    strip bank canal lake""".split()
)
_VENUES = frozenset(
    """hotel ministry headquarters residence office compound villa centre center resort museum
    university venue castle mansion barracks consulate parliament sidelines""".split()
)
_KINDS = frozenset(
    """city town village capital province region district island port state governorate outskirts
    suburb area resort area valley county prefecture municipality""".split()
)
_QUALIFIERS = frozenset(
    "press news media peace security climate trade nuclear economic leaders ceasefire".split()
)
_NO_PLACE = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday mr mrs ms dr the i""".split()
)
# "take place in", "held in", "first in": what may stand between event and place.
_LIGHT = frozenset(
    """, ” ) here again together place held hosted first next convened made reached signed struck
    concluded announced launched conducted led started opened begun""".split()
)
_LOCATING = frozenset({"held", "hosted", "convened", "place", "scheduled"})
_CLAUSES = frozenset({"that", "which", "who", "where", "whether"})
_OTHERS = frozenset({"meeting", "visit", "attack"})
_LANDS_ON = frozenset({"conflict", "attack"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text, from unit ``first`` to ``last``.

    ``state`` is the id of the state that it is or lies in, if that is known; the state need
    not be an actor of the text.
    """

    first: int
    last: int
    text: str
    state: str | None


def place_of(row: Row, trigger: Trigger) -> Place | None:
    """The place of the event at ``trigger``, None if none is stated in its sentence."""
    return (
        _compound(row, trigger)
        or _after(row, trigger)
        or _gone_to(row, trigger)
        or _of_first_verb(row, trigger)
        or opening_place(row, trigger.index)
    )


def _of_first_verb(row: Row, trigger: Trigger) -> Place | None:
    """The place of the verb joined before: "met **in Lima** and agreed"."""
    end = trigger.index - 1
    if not trigger.is_verb or row.low(end) != "and":
        return None
    for k in range(end - 1, max(-1, end - 6), -1):
        if row.low(k) in _IN - {"from"}:
            here = place_at(row, k + 1)
            return here if here is not None and here.last == end - 1 else None
    return None


def _gone_to(row: Row, trigger: Trigger) -> Place | None:
    """The place that one goes to for the event: "flew **to Lima** for talks"."""
    if trigger.is_verb or trigger.type != "meeting":
        return None
    end = next(
        (k for k in range(trigger.index - 1, trigger.index - 7, -1) if row.low(k) == "for"), 0
    )
    if end < 2 or PREPOSITIONS - {"of"} & set(row.words(end + 1, trigger.index)):
        return None
    for k in range(end - 1, max(-1, end - 9), -1):
        if row.low(k) in _TO | _IN:
            here = place_at(row, k + 1)
            between = set() if here is None else set(row.lows[here.last + 1 : end])
            return here if here is not None and between <= {"", "and", ",", "the"} else None
        if row.low(k) in STOPS:
            return None
    return None


def _compound(row: Row, trigger: Trigger) -> Place | None:
    """A place before the event word, as in *Geneva talks*, *Malacca Strait incident*."""
    if trigger.is_verb or trigger.index == 0:
        return None
    k = trigger.index - 1
    while k > 0 and row.low(k) in _QUALIFIERS:
        k -= 1
    mention = row[k].mention
    if mention is not None:
        is_place = mention.role == "place" or mention.kind == "metonym"
        return _place(row, k, k) if is_place and not row.possessive(k) else None
    first = k
    while first >= 0 and (is_name(row, first) or _is_place(row, first)):
        first -= 1
    first += 1
    if row.low(k) in _LAND and 0 < first < k:
        return _place(row, first, k)
    # The longest ending that is a known place: "at New York talks" without the *at*.
    for f in range(first, k + 1):
        if is_known_place(row.text[row[f].start : row[k].end]):
            return _place(row, f, k)
    return None


def is_known_place(text: str) -> bool:
    """True for the name of a city or place of the tables that means nothing else."""
    found = place(text)
    if found is not None:
        return text not in found.careful
    return any(not c.careful for c in city(text)[:1])


def _after(row: Row, trigger: Trigger) -> Place | None:
    i = trigger.index
    if trigger.is_verb and trigger.type == "visit" and row.low(i).startswith("visit"):
        here = place_at(row, i + 1)
        if here is not None:
            return here
    if trigger.is_verb and trigger.type == "conflict":
        taken = place_at(row, i + 1)
        if taken is not None and taken.state is not None:
            return taken
        # "captured the islands’ capital, Lima": what it is, then its name
        for k in range(i + 1, i + 7):
            if row.low(k) in _KINDS and row.low(k + 1) == ",":
                return place_at(row, k + 2)
    if trigger.type in _LANDS_ON:
        # "an attack on the embassy in Lima" was in Lima.
        on = _ON - {"of"} if trigger.is_verb else _ON
        return _behind(row, trigger, _IN) or _behind(row, trigger, on)
    return _behind(row, trigger, _IN | _TO if trigger.type == "visit" else _IN)


def _behind(row: Row, trigger: Trigger, prepositions: frozenset[str]) -> Place | None:
    for k in range(trigger.index + 1, min(len(row), trigger.index + _REACH)):
        low = row.low(k)
        if low in STOPS or (low in RELATIVES and low != "since" and not _says_where(row, k)):
            return None
        if trigger.type in _LANDS_ON and NOUNS.get(low) in _LANDS_ON:
            return None  # "the strike follows an attack in": the place of the other
        if not trigger.is_verb and NOUNS.get(low) in _OTHERS and k > trigger.index + 1:
            return None  # "a trip, with a summit in"
        ends = low == "," and not trigger.is_verb and _begins_clause(row, k + 1)
        if ends and "between" not in row.words(trigger.index + 1, k):
            return None  # "After talks on Monday, Soto said": another clause
        if low in prepositions and _attaches(row, k, trigger):
            here = place_at(row, k + 1)
            if here is not None:
                return here
    return None


def _says_where(row: Row, k: int) -> bool:
    """True for "the talks, **which** were held in": the clause is about where."""
    return row.low(k) in {"which", "that"} and bool(_LOCATING & set(row.words(k + 1, k + 4)))


def _begins_clause(row: Row, k: int) -> bool:
    """True if a name or a participle follows the comma ("…, calling it")."""
    return k < len(row) and (row[k].actor is not None or row.low(k).endswith("ing"))


def _attaches(row: Row, k: int, trigger: Trigger) -> bool:
    """A place belongs to the event if no plain noun stands before it ("talks on peace in …")."""
    if k - 1 == trigger.index or trigger.type in _LANDS_ON or trigger.weak:
        return True
    before = row[k - 1]
    if before.actor is not None or before.time is not None:
        return True
    if _is_object(row, k, trigger) or _is_timed(row, k, trigger):
        return True
    return (
        before.low in _LIGHT | TITLES | _LAND | _VENUES
        or (trigger.is_verb and before.low.endswith("ly"))
        or is_name(row, k - 1)
    )


def _is_object(row: Row, k: int, trigger: Trigger) -> bool:
    """True if only the verb's object stands before ``k``: "signed **a trade accord** in Lima"."""
    if not trigger.is_verb:
        return False
    if trigger.type in {"meeting", "visit"} and NOUNS.get(row.low(k - 1)) == "meeting":
        return True  # "hosted Soto for talks in Lima"
    begin = trigger.index + 1
    if row.low(begin) in _TO | {"on"} and row.low(begin + 1) in _ARTICLES:
        begin += 1  # "agreed to a truce in Lima"
    return not any(
        row.low(j) in PREPOSITIONS | AUXILIARIES or row.low(j) in {",", "and"}
        for j in range(begin, k)
    )


def _is_timed(row: Row, k: int, trigger: Trigger) -> bool:
    """True for "talks on the dam **in Lima on Sunday**": with its time, a place is the event's."""
    if trigger.is_verb:
        return False
    here = place_at(row, k + 1)
    if here is None:
        return False
    then = here.last + 1
    if row.low(then) in {"on", "in", "at"}:
        then += 1
    return then < len(row) and row[then].time is not None


def opening_place(row: Row, stop: int) -> Place | None:
    """The place in the opening phrase: "Next, **in Lima** on Friday, the minister meets …"."""
    commas = 0
    begin = 0
    if ":" in row.said:
        begin = max((j + 1 for j in range(min(stop, 12)) if row.low(j) == ":"), default=0)
    for k in range(begin, min(stop, begin + 8)):
        low = row.low(k)
        if low == ",":
            commas += 1
        if low in _IN and commas < 2 and (commas or k < begin + 4):
            here = place_at(row, k + 1)
            if here is None or here.last >= stop:
                return None
            between = {row.low(j) for j in range(here.last + 1, stop)}
            return here if "," in between and not between & _CLAUSES else None
    return None


def place_at(row: Row, k: int) -> Place | None:
    """The place name that begins at unit ``k``, articles skipped."""
    while row.low(k) in _ARTICLES or row.low(k) in _DIRECTIONS:
        k += 1
    k = _past_kind(row, k)
    first = k
    last = -1
    state_first = False
    while k < len(row) and k < first + 6:
        if _is_place(row, k):
            if last >= 0 and not is_name(row, k - 1) and row.low(first) not in _WATERS:
                break
            if last < 0:
                state_first = True
            last = k
        elif is_name(row, k):
            last = k
        elif not (
            row.low(k) in {"of", "de", "al", "-", "ad", "bin"}
            and last == k - 1
            and k + 1 < len(row)
            and (is_name(row, k + 1) or (row.low(first) in _WATERS and _is_place(row, k + 1)))
        ):
            break
        k += 1
    if last < 0:
        return None
    if row.low(last + 1) in POSSESSIVE and first == last and not state_first:
        return None
    if first == last and row[first].actor is None and _is_acronym(row, first):
        return None  # "talks in AI" are about it
    if row.low(first - 1) in _DIRECTIONS:
        first -= 1
    return _place(row, first, last)


def _past_kind(row: Row, k: int) -> int:
    """Past what a place is: "the **border town of** Arica", "the **port city of** Tema"."""
    for j in range(k, k + 4):
        if row.low(j) in _KINDS and row.low(j + 1) == "of":
            after = j + 2
            while row.low(after) in _ARTICLES:
                after += 1
            named = after < len(row) and (_is_place(row, after) or is_name(row, after))
            return after if named and row.text[row[j].start].islower() else k
        if not row.low(j).isalpha() or row.low(j) in PREPOSITIONS:
            break
    return k


def _is_acronym(row: Row, k: int) -> bool:
    text = row.text[row[k].start : row[k].end]
    return text.isupper() and not is_known_place(text)


def is_water(row: Row, place: Place) -> bool:
    """True for "the Sea of Japan", "Gulf of Mexico": no land, whosever name it bears."""
    return row.low(place.first) in _WATERS or row.low(place.last) in _WATERS


def _is_place(row: Row, k: int) -> bool:
    mention, actor = row[k].mention, row[k].actor
    if mention is None or actor is None or mention.kind in {"demonym", "pronoun", "nominal"}:
        return False
    # A seat of government is where one is received ("at the White House").
    seat = actor.type == "government_body" and row.low(k - 1) in {"the", "at", "to"}
    return mention.role == "place" or actor.type == "state" or seat


def is_name(row: Row, k: int) -> bool:
    """True for a capitalised word that is nobody and no date."""
    if not 0 <= k < len(row) or row[k].kind != "word":
        return False
    first = row.text[row[k].start]
    return first.isupper() and row[k].low not in _NO_PLACE and row[k].low not in TITLES


def _place(row: Row, first: int, last: int) -> Place:
    text = row.text[row[first].start : row[last].end]
    states = [row[k].acts_for for k in range(first, last + 1) if row[k].actor is not None]
    if not states and not any(c.careful for c in city(text)[:1]):
        states = [f"state:{c.iso3}" for c in city(text)[:1]]
    return Place(first, last, text, states[0] if states else None)
