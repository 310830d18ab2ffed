"""Who stands where around a cue: owner before it, object, after a preposition.

Every function takes a row and the index of a cue and returns indices of actor units (or an
empty list). The walks are bounded, so a row of any content costs little.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.evidence.affairs.rows import APOSTROPHES, POSSESSIVE, Row
from detente.evidence.affairs.syntax import Syntax

PREPOSITIONS = frozenset(
    """of to in on at for with from by against between among over under into onto toward towards
    about after before during since until through without within amid despite via across near
    per than regarding concerning around behind beyond inside outside alongside versus""".split()
)
CONJUNCTIONS = frozenset({"and", "or", "but", "nor", "yet", "&"})
RELATIVES = frozenset(
    """that which who whom whose where when while because although though if as unless whereas
    since so whether how why what""".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would can could may
    might shall should must ’ll 'll ’ve 've not never""".split()
)
DETERMINERS = frozenset(
    "the a an this that these those any some all its their his her our each every no more".split()
)
# Owners without a mention of their own; whoever asks finds out for whom they stand.
PRONOUNS = frozenset({"its", "their"})
MARKS = frozenset({"“", "”", '"', "‘", "„", "«", "»"})
STOPS = frozenset({";", ":", ".", "!", "?", "—", "–", "(", ")", "[", "]", "…"})
# Those who act for whoever they are of or from: "ministers **of** Chile".
PEOPLE = frozenset(
    """leaders ministers officials representatives delegations delegation envoys envoy diplomats
    negotiators lawmakers president minister ambassador ambassadors government governments forces
    troops soldiers army navy chiefs heads generals members counterparts parliament presidents
    premiers chancellors kings""".split()
)
# Verbs that end a walk to the left through a noun phrase where no parse tells.
LIGHT_VERBS = frozenset(
    """said says say made make makes gave give gives took take takes sent send sends got get gets
    saw see sees won lost held hold holds kept keep keeps put puts led lead leads cut cuts halted
    faces face want wants seek seeks sought buy buys sell sells sold bought need needs expects
    include includes including began begin begins became become becomes spent pay paid pays
    uses use using gives providing provide provides welcomes welcome accepts accept rejects
    reject supports support opposes oppose calls call urges urge receives receive joins join
    told tells asks ask fears fear wins ends end brings bring brought announces announce shows
    show showed offers offer remains remain suspends suspend imposes impose lifts lift""".split()
)
_NP_REACH = 6
_ADJECTIVE_ENDS = ("al", "ed", "ous", "ful", "ic", "ive", "able", "ible", "less", "ar", "ary")
_COORDINATION = 6


def coordinated(row: Row, i: int, *, left: bool = False) -> list[int]:
    """The actors joined with the one at ``i`` by commas, hyphens and *and*, in order."""
    step = -1 if left else 1
    found = [i]
    k = i
    for _ in range(_COORDINATION):
        j = k - 1 if left else _past_brackets(row, k) + 1
        bridges = 0
        while 0 <= j < len(row) and _joins(row, j) and bridges < 3:
            j += step
            bridges += 1
        if left and row.low(j) == ")" and row.low(j - 2) == "(":
            j -= 3
        if not bridges or not 0 <= j < len(row) or row[j].actor is None:
            break
        between = {row.low(b) for b in range(min(j, k) + 1, max(j, k))}
        if not left and len(found) == 1 and "," in between and _begins_clause(row, j):
            break
        if between <= {","} | DETERMINERS and not _list_goes_on(row, j, k):
            break
        found.append(j)
        k = j
    return sorted(found)


def _past_brackets(row: Row, k: int) -> int:
    """Past the short name in brackets: "the Union **(UN)**, Chile and Peru" are one list."""
    return k + 3 if row.low(k + 1) == "(" and row.low(k + 3) == ")" else k


def _begins_clause(row: Row, j: int) -> bool:
    """True if a verb follows the actor at ``j``: "to Chad, and **Peru sent** …" joins clauses."""
    low = row.low(j + 1)
    return low in AUXILIARIES or low in LIGHT_VERBS or (low.endswith("ed") and len(low) > 4)


def _joins(row: Row, j: int) -> bool:
    return row.low(j) in {"and", "or", ",", "-", "–", "&", "/", "both", "the"}


def _list_goes_on(row: Row, j: int, k: int) -> bool:
    """True if a comma between ``j`` and ``k`` is of a list, not around an apposition."""
    high = _past_brackets(row, max(j, k))
    nxt = row.low(high + 1)
    if nxt in {"and", "or", ","} and high + 2 < len(row):
        follow = high + 2 if nxt != "," or row.low(high + 2) not in {"and", "or"} else high + 3
        while row.low(follow) in DETERMINERS:
            follow += 1
        return follow < len(row) and row[follow].actor is not None
    return False


def owners(row: Row, i: int, syntax: Syntax | None = None) -> list[int]:
    """Actors that stand before the noun at ``i`` in its phrase: owner, adjective, compound.

    "Chile's copper **exports**", "Peruvian **aid**", "the Chile-Peru defence **pact**".
    """
    k = i - 1
    steps = 0
    while k >= 0 and steps < _NP_REACH:
        unit = row[k]
        if unit.actor is not None:
            if not _may_own(row, k, i, syntax):
                return []
            return coordinated(row, k, left=True) if not row.possessive(k) else _joint(row, k)
        if unit.kind == "quantity" or unit.kind == "time":
            k -= 1
            steps += 1
            continue
        low = unit.low
        if low in PRONOUNS:
            return [k]
        if low in POSSESSIVE or low in MARKS or low == "-" or low in APOSTROPHES:
            k -= 1
            continue
        if low == "and" and _joins_adjectives(row, k):
            k -= 1
            continue
        if ends_phrase(row, k) and row.low(k + 1) != "-":  # "a no-nonsense pact" goes on
            return []
        k -= 1
        steps += 1
    return []


def _joins_adjectives(row: Row, k: int) -> bool:
    """True for "Chile’s brutal **and** unjustified war": an owner, then two adjectives."""
    first = row.low(k - 1)
    if not first.isalpha() or ends_phrase(row, k - 1) or row.low(k - 2) not in POSSESSIVE:
        return False
    return row.low(k + 1).endswith(_ADJECTIVE_ENDS) and first.endswith(_ADJECTIVE_ENDS)


def _joint(row: Row, k: int) -> list[int]:
    """Owners of one possessive: "Chile and Peru's trade", but not "Chile, Peru's rival"."""
    return [j for j in coordinated(row, k, left=True) if j == k or row.low(j + 1) in {"and", "-"}]


def _may_own(row: Row, k: int, i: int, syntax: Syntax | None) -> bool:
    if row.possessive(k) or row[k].is_adjective or k == i - 1:
        return True
    if row.low(k + 1) == "-":
        return True
    # "Chile export figures" is a compound; "Chile raised exports" is not.
    return not any(_verb_like(row, j, syntax) for j in range(k + 1, i))


def _verb_like(row: Row, j: int, syntax: Syntax | None) -> bool:
    low = row.low(j)
    if low in LIGHT_VERBS:
        return True
    if syntax is not None and row[j].kind == "word":
        verb = syntax.is_verb(row[j].start)
        if verb is not None:
            return (verb and not low.endswith("ing")) or low.endswith("ed")
    return low.endswith(("ed", "ing"))


def ends_phrase(row: Row, k: int) -> bool:
    """True if the word at ``k`` cannot stand inside a noun phrase, read from its noun leftwards."""
    low = row.low(k)
    return (
        low in PREPOSITIONS
        or low in CONJUNCTIONS
        or low in RELATIVES
        or low in AUXILIARIES
        or low in DETERMINERS
        or low in STOPS
        or low == ","
        or low in LIGHT_VERBS
    )


def after(
    row: Row, i: int, prepositions: Collection[str], *, reach: int = 9, barred: Collection[str] = ()
) -> list[int]:
    """Actors in the phrase after one of ``prepositions`` that follows the cue at ``i``.

    Other phrases may stand between ("aid worth $2 billion **to** Chad"); a clause may not.
    """
    if row.said.isdisjoint(prepositions):
        return []
    k = i + 1
    steps = 0
    while k < len(row) and steps < reach:
        low = row.low(k)
        if low in prepositions:
            found = in_phrase(row, k + 1)
            if found and low == "between":
                found = _other_side(row, found)
            if found:
                return found
        if low in barred or low in STOPS or (low in RELATIVES and low not in {"that", "which"}):
            return []
        if low in {"that", "which", "who"} or (low == "," and row[k - 1].kind != "quantity"):
            return []
        if row[k].kind == "word":
            steps += 1
        k += 1
    return []


def _other_side(row: Row, found: list[int]) -> list[int]:
    """Both sides of "between **Chile**’s government and **Peru**": a noun parts them."""
    k = found[-1] + 1
    while len(found) == 1 and k < min(len(row), found[0] + 5):
        low = row.low(k)
        if low == "and":
            return [*found, *in_phrase(row, k + 1)]
        if low not in POSSESSIVE and (not low.isalpha() or low in PREPOSITIONS | AUXILIARIES):
            break
        k += 1
    return found


def in_phrase(row: Row, k: int, *, reach: int = 5) -> list[int]:
    """The actors of the noun phrase that begins at ``k``, joined ones too.

    An owner counts for what it owns: "on **Chile**'s ports", and those whom people come from
    count for them: "with ministers from **Chile**". Adjectives do not end the phrase, any other
    preposition or a verb does.
    """
    steps = 0
    theirs: list[int] = []
    while k < len(row) and steps < reach:
        low = row.low(k)
        if low in {"of", "from"} and row.low(k - 1) in PEOPLE:
            k += 1
            continue
        if is_possessive_pronoun(row, k):
            # "with **his** Chilean counterpart Ana Vega" is with her.
            theirs = [k] if row.low(k + 1) != "own" else []
        elif row[k].actor is not None:
            return coordinated(row, k)
        if _in_brackets(row, k):
            return [k + 1]
        if (
            low in PREPOSITIONS
            or low in RELATIVES
            or low in STOPS
            or low in {",", "and", "or"}
            or low in AUXILIARIES
        ):
            return theirs
        if low not in DETERMINERS and low not in MARKS and row[k].kind == "word":
            steps += 1
        k += 1
    return [k + 1] if not theirs and _in_brackets(row, k) else theirs


def _in_brackets(row: Row, k: int) -> bool:
    """True for the short name after a long one that nobody knows: "the Group of Nine **(G9)**"."""
    return row.low(k) == "(" and row.low(k + 2) == ")" and row[k + 1].actor is not None


def is_possessive_pronoun(row: Row, k: int) -> bool:
    """True for his, her, its, their: a mention of somebody, or a word without one."""
    return row[k].low in PRONOUNS | {"his", "her"}


def object_of(row: Row, i: int, *, reach: int = 7) -> list[int]:
    """Actors in the object of the verb at ``i``: "bought $3 billion worth of **Peru**'s tin"."""
    k = i + 1
    steps = 0
    while k < len(row) and steps < reach:
        unit = row[k]
        low = unit.low if unit.kind == "word" else ""
        if low == "(" and row.low(k + 2) == ")":
            k += 3
            continue
        if is_possessive_pronoun(row, k):
            return in_phrase(row, k)
        if unit.actor is not None:
            return coordinated(row, k)
        if _ends_object(low) and not (low == "of" and k > i + 1):
            return []
        if unit.kind == "word" and low not in DETERMINERS:
            steps += 1
        k += 1
    return []


def _ends_object(low: str) -> bool:
    if low in {"over", "around", "under", "about"}:
        return False  # "bought over a million", "sent about $3 billion"
    return low in PREPOSITIONS | RELATIVES | CONJUNCTIONS | STOPS or low == ","


def states_before(row: Row, i: int) -> list[int]:
    """Indices of actors before ``i`` that act for somebody, nearest first, one a state."""
    found: list[int] = []
    known: set[str] = set()
    for k in range(i - 1, -1, -1):
        who = row[k].acts_for
        if who is not None and who not in known:
            known.add(who)
            found.append(k)
    return found
