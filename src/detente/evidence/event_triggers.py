"""The lexicon of events: which words say that something happens, and of what type it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.rows import Row
from detente.evidence.slots import AUXILIARIES, DETERMINERS, PREPOSITIONS
from detente.evidence.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word at ``index`` that names an event.

    ``weak`` words (*begins*, *arrives*) make an event only where no other word does;
    ``open_to_all`` nouns (a televised address) make one even without a date.
    """

    index: int
    type: str
    is_verb: bool
    weak: bool = False
    open_to_all: bool = False


def _table(**lines: str) -> dict[str, str]:
    return {word: kind for kind, words in lines.items() for word in words.split()}


NOUNS = _table(
    meeting="""summit summits meeting meetings talks negotiations consultations conference dialogue
        roundtable retreat""",
    visit="visit visits trip tour stopover",
    statement_event="address speech presser briefing interview remarks statement",
    agreement="""agreement agreements accord accords deal treaty treaties pact ceasefire truce
        détente detente armistice memorandum protocol declaration signing signings rapprochement
        communique communiqué""",
    conflict="""invasion war incursion incursions clashes coup uprising annexation blockade
        standoff offensive revolution genocide""",
    attack="""attack attacks airstrike airstrikes strike strikes bombing bombings shelling raid
        raids assassination massacre explosion ambush bombardment assault""",
    election="election elections referendum runoff inauguration",
    vote="vote resolution ratification",
    sanction="sanctions embargo",
    appointment="appointment resignation ouster impeachment",
    humanitarian="evacuation swap airlift exchange",
    other="death funeral",
)
VERBS = _table(
    meeting="""meet meets met confer confers conferred host hosts hosted hosting convene convened
        convenes welcomed welcomes""",
    visit="""visit visits visited visiting travel travels travelled traveled travelling traveling
        flew flies arrive arrives arrived""",
    statement_event="""said says stated stating told announced announces announcing declared
        declares tweeted wrote spoke speaking speaks warned remarked posted reiterated addressed
        condemned called""",
    agreement="sign signs signed signing agreed agree agrees ratified concluded initialled",
    conflict="invaded invades annexed seized occupied overran captured recaptured",
    attack="""attacked struck bombed shelled killed assassinated raided ambushed strike landed""",
    election="elected sworn inaugurated",
    vote="voted vote adopted",
    sanction="imposed sanctioned levied blacklisted designated",
    appointment="appointed resigned named stepped ousted impeached",
    humanitarian="evacuated released exchanged freed delivered",
    other="""died withdrew withdraw launched expelled recognised recognized rejected accepted
        approved suspended ordered lifted dissolved""",
)
WEAK_VERBS = _table(
    visit="""culminates culminate culminated concludes kicks kicking kicked begins wraps heads stops
        continues ends""",
)
# What a noun needs in the three words before it to be an event.
_NEEDS_BEFORE = {
    "briefing": frozenset({"press", "news", "media", "televised"}),
    "address": frozenset(
        """televised his her national public garden inaugural video keynote opening evening an
        nationwide live farewell""".split()
    ),
    "remarks": frozenset({"public", "televised", "opening", "prepared", "his", "her"}),
    "exchange": frozenset({"prisoner", "prisoners", "hostage"}),
    "swap": frozenset({"prisoner", "hostage"}),
    "offensive": frozenset({"military", "ground", "major", "a", "new", "spring", "counter"}),
}
# What must not stand right before or after a word.
_BARRED_BEFORE = {"deal": frozenset({"great", "good"}), "war": frozenset({"cold"})}
_BARRED_AFTER = {
    "war": frozenset("effort crimes crime economy machine chest room cabinet".split()),
    "summit": frozenset({"agenda"}),
    "election": frozenset({"campaign", "upset", "officials"}),
    "attack": frozenset({"plans", "helicopters", "drones"}),
    "attacks": frozenset({"plans"}),
    "ceasefire": frozenset({"proposals", "proposal", "talks", "plan"}),
    "sanctions": frozenset({"relief", "regime"}),
    "agreed": frozenset({"with"}),
    "called": frozenset("the a an it him her them off".split()),
}
_BRINGING = frozenset({"ordered", "launched", "approved"})
_PUBLIC_KINDS = frozenset({"press", "news", "media"})
_BROADCAST = frozenset({"televised", "press", "news", "national", "video", "nationwide"})
_VERBS_TOO = frozenset({"address", "trip", "swap", "exchange", "interview"})
PUBLIC = frozenset({"presser", "interview", "speech", "address", "briefing", "conference"})


def triggers(row: Row, syntax: Syntax | None) -> Iterator[Trigger]:
    """The words of ``row`` that may name an event, in order."""
    for i in range(len(row)):
        low = row.low(i)
        if not low:
            continue
        if low in NOUNS or low in VERBS:
            if low in NOUNS and row.low(i + 1) in WEAK_VERBS:
                continue  # "the tour ends in …" is dated by its verb
            if low in _BRINGING and NOUNS.keys() & set(row.words(i + 1, i + 5)):
                continue  # "ordered an invasion": the deed is the noun
            if row.low(i + 1) in _BARRED_AFTER.get(low, ()):
                continue
            found = _noun_or_verb(row, i, low, syntax)
            if found is not None:
                yield found
        elif low in WEAK_VERBS:
            yield Trigger(i, WEAK_VERBS[low], is_verb=True, weak=True)


def _noun_or_verb(row: Row, i: int, low: str, syntax: Syntax | None) -> Trigger | None:
    if low in VERBS and (low not in NOUNS or _is_verb(row, i, syntax)):
        if low not in NOUNS and not _is_finite(row, i, low):
            return None
        return Trigger(i, VERBS[low], is_verb=True)
    if low not in NOUNS or _is_plain_verb(row, i, low, syntax):
        return None
    before = set(row.words(i - 3, i))
    needed = _NEEDS_BEFORE.get(low)
    if (needed and not needed & before) or row.low(i - 1) in _BARRED_BEFORE.get(low, ()):
        return None
    kind = NOUNS[low]
    if low == "conference" and row.low(i - 1) in _PUBLIC_KINDS:
        kind = "statement_event"
    return Trigger(i, kind, is_verb=False, open_to_all=_is_public(row, i, low, kind))


def _is_public(row: Row, i: int, low: str, kind: str) -> bool:
    if kind != "statement_event":
        return low == "summit"
    if low not in PUBLIC:
        return False
    return low not in {"address", "briefing"} or bool(_BROADCAST & set(row.words(i - 3, i)))


def _is_verb(row: Row, i: int, syntax: Syntax | None) -> bool:
    """True if a word that is listed as noun and verb is a verb here."""
    verb = syntax.is_verb(row[i].start) if syntax is not None else None
    if verb is not None:
        return verb
    before = row.low(i - 1)
    if before in {"to", "not"} | AUXILIARIES or before.endswith("ly"):
        return True
    # "Soto visits Chile" against "Chile visits": only persons are safe without a parse.
    actor = row[i - 1].actor if i > 0 else None
    return actor is not None and actor.type == "person" and not row.low(i).endswith("ing")


def _is_plain_verb(row: Row, i: int, low: str, syntax: Syntax | None) -> bool:
    """True where a word listed as a noun is some verb ("to address concerns", "trip up")."""
    verb = syntax.is_verb(row[i].start) if syntax is not None else None
    if verb is not None:
        return verb
    return low in _VERBS_TOO and row.low(i - 1) in {"to", "not"} | AUXILIARIES


def _is_finite(row: Row, i: int, low: str) -> bool:
    """False for participles that only colour a noun ("the stated aim", "an agreed text")."""
    before = row.low(i - 1)
    if before in DETERMINERS or before in PREPOSITIONS - {"to"}:
        return low.endswith("ing")
    return True
