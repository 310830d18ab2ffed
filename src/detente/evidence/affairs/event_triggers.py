"""The lexicon of events: which words say that something happens, and of what type it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.affairs.rows import POSSESSIVE, Row
from detente.evidence.affairs.slots import AUXILIARIES, DETERMINERS, PREPOSITIONS
from detente.evidence.affairs.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word at ``index`` that names an event.

    ``weak`` words (*begins*, *arrives*) make an event only where no other word does.
    """

    index: int
    type: str
    is_verb: bool
    weak: bool = False


def _table(**lines: str) -> dict[str, str]:
    return {word: kind for kind, words in lines.items() for word in words.split()}


NOUNS = _table(
    meeting="""summit summits meeting meetings talks negotiations consultations conference dialogue
        roundtable retreat round videoconference teleconference call calls conversation
        conversations discussions discussion consultation negotiation session gathering forum""",
    visit="visit visits trip tour stopover",
    statement_event="""address speech presser briefing interview remarks statement message
        alert""",
    agreement="""agreement agreements accord accords deal treaty treaties pact ceasefire truce
        détente detente armistice memorandum protocol declaration signing signings rapprochement
        communique communiqué""",
    conflict="""invasion war incursion incursions clashes coup uprising annexation blockade
        standoff offensive revolution genocide""",
    attack="""attack attacks airstrike airstrikes strike strikes bombing bombings shelling raid
        raids assassination massacre explosion ambush bombardment assault""",
    election="election elections referendum runoff inauguration",
    vote="vote resolution ratification",
    other="death funeral order announcement decree proclamation directive",
    sanction="sanctions embargo",
    appointment="appointment resignation ouster impeachment",
    humanitarian="evacuation swap airlift exchange",
)
VERBS = _table(
    meeting="""meet meets met meeting gathered negotiated confer confers conferred host hosts
        hosted hosting convene convened convenes reconvene reconvened reconvenes welcomed welcomes
        receive receives received""",
    visit="""visit visits visited visiting travel travels travelled traveled travelling traveling
        flew flies fly flying arrive arrives arrived""",
    statement_event="""said says stated stating told announced announces announcing declared
        declares tweeted wrote spoke speaking speaks warned remarked posted reiterated addressed
        condemned called offered urged proposed vowed dismissed denounced presented presents
        unveiled unveils issued laid put""",
    agreement="""sign signs signed signing agreed agree agrees ratified concluded initialled commit
        commits committed pledged pledge establish""",
    conflict="""invaded invades annexed seized occupied overran captured recaptured toppled
        overthrew deposed""",
    attack="""attacked struck bombed shelled killed assassinated raided ambushed strike landed hit
        fired""",
    election="elected sworn inaugurated",
    vote="voted vote adopted",
    sanction="imposed sanctioned levied blacklisted designated labeled labelled",
    appointment="appointed resigned named stepped ousted impeached",
    humanitarian="evacuated released exchanged freed delivered",
    other="""died withdrew withdraw launched expelled recognised recognized rejected accepted
        approved suspended ordered lifted dissolved submitted implemented established formed
        deployed""",
)
WEAK_VERBS = _table(
    visit="""culminates culminate culminated concludes kicks kicking kicked begins wraps heads stops
        continues ends""",
)
# What a noun needs in the three words before it to be an event.
_NEEDS_BEFORE = {
    "briefing": frozenset({"press", "news", "media", "televised"}),
    "address": frozenset(
        """televised his her national public inaugural video keynote opening evening an
        nationwide live farewell""".split()
    ),
    "remarks": frozenset({"public", "televised", "opening", "prepared", "his", "her"}),
    "exchange": frozenset({"prisoner", "prisoners", "hostage"}),
    "swap": frozenset({"prisoner", "hostage"}),
    "offensive": frozenset("military ground major a an the his their new spring counter".split()),
    "order": frozenset({"executive"}),
    "announcement": frozenset({"in", "by", "of", "and"}),
}
_ARMED = frozenset(
    """drone drones missile missiles rocket rockets jets forces warplanes planes aircraft airstrike
    airstrikes strikes artillery troops shells gunmen militants militia fighters rebels""".split()
)
_FIRED = frozenset(
    "missile missiles rocket rockets shells artillery mortars torpedo drones".split()
)
_DECIDING = frozenset(
    "negotiated approved rejected ratified adopted accepted suspended lifted".split()
)
_RECEIVING = frozenset({"receive", "receives", "received", "welcomed", "welcomes"})
_CALLS = frozenset({"call", "calls", "conversation", "conversations"})
_LASTING = frozenset("mechanism committee commission council dialogue channel group force".split())
_AGREEING = frozenset({"agreed", "agree", "agrees"})
_VIEWS = frozenset({"importance", "need", "necessity", "value"})
_PARTICLES = {"laid": "out", "put": "forward"}
_EXCHANGED = frozenset("prisoner prisoners hostage hostages captives detainees bodies".split())
_SPEAKING = frozenset({"spoke", "speak", "speaks", "talked", "talks"})
# What must not stand right before or after a word.
_BARRED_BEFORE = {
    "deal": frozenset({"great", "good"}),
    "war": frozenset({"cold"}),
    "agreement": frozenset({"of", "upon", "in", "by"}),
}
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
_VERBS_TOO = frozenset({"address", "trip", "swap", "exchange", "interview"})


def triggers(row: Row, syntax: Syntax | None) -> Iterator[Trigger]:
    """The words of ``row`` that may name an event, in order."""
    for i, low in enumerate(row.lows):
        if low in NOUNS or low in VERBS:
            if low in NOUNS and row.low(i + 1) in WEAK_VERBS:
                continue  # "the tour ends in …" is dated by its verb
            if low in _BRINGING and _deed_follows(row, i):
                continue  # "ordered an invasion": the deed is the noun
            if low in NOUNS and _is_acted_on(row, i):
                continue  # "approved the pact": the deed is the approval
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
        if low == "hit" and not _ARMED & row.spoken(i - 4, i):
            return None
        if low == "fired" and not _FIRED & row.spoken(i + 1, i + 6):
            return None
        if low == "establish" and not _LASTING & set(row.words(i + 1, i + 6)):
            return None
        if low in _AGREEING and row.low(i + 1) == "on" and _VIEWS & set(row.words(i + 2, i + 4)):
            return None
        if low in _PARTICLES and row.low(i + 1) != _PARTICLES[low]:
            return None
        if low in _RECEIVING and not (_receives_somebody(row, i) or _is_received(row, i)):
            return None
        if low == "concluded" and any(NOUNS.get(w) == "meeting" for w in row.words(i + 1, i + 9)):
            return None  # "concluded two days of talks": the talks are the event
        if low == "exchanged":
            return _exchange(row, i)
        if low in _SPEAKING and _is_exchange(row, i):
            return Trigger(i, "meeting", is_verb=True)
        if low == "launched" and _FIRED & row.spoken(i + 1, i + 6):
            return Trigger(i, "attack", is_verb=True)
        return Trigger(i, VERBS[low], is_verb=True)
    if low not in NOUNS or _is_plain_verb(row, i, low, syntax):
        return None
    before = set(row.words(i - 3, i))
    needed = _NEEDS_BEFORE.get(low)
    if (needed and not needed & before) or row.low(i - 1) in _BARRED_BEFORE.get(low, ()):
        return None
    if low in _CALLS and not _is_conversation(row, i):
        return None
    if low == "round" and not _is_round_of_talks(row, i):
        return None
    kind = NOUNS[low]
    if low == "conference" and row.low(i - 1) in _PUBLIC_KINDS:
        kind = "statement_event"
    return Trigger(i, kind, is_verb=False)


def _deed_follows(row: Row, i: int) -> bool:
    """True if the object is an event itself; what is approved must be a use of force for that."""
    kinds = {NOUNS[w] for w in row.words(i + 1, i + 5) if w in NOUNS}
    return bool(kinds & {"conflict", "attack"}) or (bool(kinds) and row.low(i) != "approved")


def _is_acted_on(row: Row, i: int) -> bool:
    """True for the object of a decision: "rejected the **deal**"."""
    if NOUNS[row.low(i)] in {"conflict", "attack"} or row.said.isdisjoint(_DECIDING):
        return False
    for k in range(i - 1, max(-1, i - 7), -1):
        if row.low(k) in _DECIDING:
            return True
        if row.low(k) in PREPOSITIONS or row.low(k) in {",", "and", "that"}:
            return False
    return False


def _receives_somebody(row: Row, i: int) -> bool:
    """True for "receives Soto", not for "received $3 billion"."""
    for k in range(i + 1, min(len(row), i + 5)):
        actor = row[k].actor
        if actor is not None:
            return actor.type == "person" and not row.possessive(k)
        if row[k].kind != "word" or row.low(k) in PREPOSITIONS:
            return False
    return False


def _is_received(row: Row, i: int) -> bool:
    """True for "were received **by** the king"."""
    return row.low(i + 1) == "by" and row.low(i - 1) in {"was", "were", "been"}


def _exchange(row: Row, i: int) -> Trigger | None:
    """Prisoners are exchanged, and fire; views and notes are no event."""
    what = row.spoken(i + 1, i + 6)
    if (what | row.spoken(i - 4, i)) & _EXCHANGED:
        return Trigger(i, "humanitarian", is_verb=True)
    return Trigger(i, "attack", is_verb=True) if "fire" in what else None


def _is_exchange(row: Row, i: int) -> bool:
    """True for "spoke with Soto", "spoke by phone": both take part."""
    after = row.words(i + 1, i + 4)
    return "with" in after or bool({"phone", "telephone"} & set(row.words(i + 1, i + 9)))


def _is_round_of_talks(row: Row, i: int) -> bool:
    """True for "the Lima **round**": a round with a place, not "a round of …" or of voting."""
    if row.low(i + 1) == "of" or "election" in row.words(0, len(row)):
        return False
    before = row[i - 1] if i > 0 else None
    if before is None or row.low(i + 1).isdigit():
        return False
    return before.actor is not None or row.text[before.start].isupper()


def _is_conversation(row: Row, i: int) -> bool:
    """True for "a phone call", "the call", "a call with …"; not for "calls for calm"."""
    before = row.spoken(i - 3, i)
    if row.low(i + 1) == "to" and i > 1 and i + 2 < len(row) and row[i + 2].actor is not None:
        return row.low(i - 1) in POSSESSIVE  # "Soto’s call to Vega"
    if row.low(i + 1) in {"for", "to", "on"}:
        return False
    if before & {"phone", "telephone", "conference", "video"}:
        return True
    if row.low(i) == "calls":
        return row.low(i + 1) == "with"
    return row.low(i + 1) in {"with", "between"} or bool(
        before & {"the", "their", "today", "’s", "'s", "this"}
    )


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
    if before == "-":
        return row.low(i - 2) == "re"  # "re-captured", but "US-brokered"
    if before.endswith("ly"):
        before = row.low(i - 2)
    if before in DETERMINERS or before in PREPOSITIONS - {"to"} or before == "certain":
        return low.endswith("ing")
    return True
