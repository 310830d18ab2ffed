"""Undated events: which event words without a time still tell of something that took place.

A date shows that something happened or is to happen. Where there is none, the words around
must: a finite verb with somebody who does it, a noun with its parties, its target or its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.affairs.event_places import Place
from detente.evidence.affairs.event_triggers import Trigger
from detente.evidence.affairs.rows import POSSESSIVE, Row
from detente.evidence.affairs.slots import DETERMINERS, PREPOSITIONS

_UNREAL = frozenset(
    """would could should may might must can cannot if unless whether ought need needs let wants
    want wanted seeks sought hopes hoped urged urges called demanded proposes proposed refuses
    aimed aims aim until once remain remains remained ready able willing plot plots possibly
    perhaps capable""".split()
)
_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_TO_COME = frozenset({"is", "are", "was", "were", "set", "due", "about", "expected", "scheduled"})
# Verbs that name a public act even where no day is given.
_PUBLIC_VERBS = frozenset(
    """presented unveiled addressed issued submitted launched expelled withdrew established
    formed inaugurated dissolved presents unveils""".split()
)
_ALWAYS = frozenset(
    """meeting visit attack conflict sanction election appointment humanitarian agreement
    vote""".split()
)
_MISHAPS = frozenset("crash accident earthquake floods flood landslide collapse".split())
_FORCES = frozenset(
    "troops forces soldiers peacekeepers police warships destroyers jets missiles".split()
)
_NOUN_TYPES = frozenset(
    "meeting visit statement_event agreement attack conflict appointment".split()
)
_SENT = frozenset(
    """aid supplies prisoner prisoners hostage hostages food help citizens nationals diplomats
    civilians detainees captives wounded refugees""".split()
)
_STANDING = frozenset({"war", "standoff", "blockade", "offensive", "revolution"})
_WANTED = frozenset(
    """for about further future any possible potential new such no more toward towards plan plans
    plot broader wider mediating brokering""".split()
)
_MADE = frozenset(
    """made reached signed struck concluded sealed brokered negotiated achieved announced held
    hosted facilitated conducted convened joined attended began begun opened resumed had
    chaired completed""".split()
)
_MEETING_SOMEBODY = frozenset({"met", "spoke", "talked", "conferred", "negotiated"})
_SEALING = frozenset({"signed", "ratified", "initialled", "concluded"})
_DRAFTS = frozenset({"draft", "drafts", "under"})
_IN_A_STATEMENT = frozenset({"statement", "message", "alert"})
_ONE = frozenset({"a", "an", "his", "her", "the", "recent", "joint", "their"})


def may_be_undated(row: Row, trigger: Trigger) -> bool:
    """False where no words around can make an event of ``trigger`` without a time."""
    low = row.low(trigger.index)
    if trigger.weak:
        return False
    if trigger.is_verb:
        return low in _PUBLIC_VERBS or low == "deployed" or trigger.type in _ALWAYS
    if low == "war":
        return _is_on_somebody(row, trigger.index)
    return trigger.type in _NOUN_TYPES and low not in _STANDING


def _is_on_somebody(row: Row, i: int) -> bool:
    """True for "Chile’s war **on** Peru", "war of aggression **against** Peru": told as a deed."""
    owned = any(row[k].actor is not None for k in range(max(0, i - 5), i))
    after = row.words(i + 1, i + 4)
    return owned and bool({"on", "against"} & set(after))


def undated_rule(
    row: Row, trigger: Trigger, place: Place | None, known: Sequence[str]
) -> str | None:
    """The key of the rule that makes an event of ``trigger`` without a time, None if none does.

    Ask :func:`may_be_undated` first.
    """
    if trigger.is_verb:
        return "act" if _is_act(row, trigger, place, known) else None
    if trigger.type == "statement_event":
        return "public" if known and _is_appearance(row, trigger) else None
    return "named" if _is_named(row, trigger, place, known) else None


def _is_act(row: Row, trigger: Trigger, place: Place | None, known: Sequence[str]) -> bool:
    i = trigger.index
    if not known or not _is_real(row, i):
        return False
    if row.low(i) == "committed" and _BE & set(row.words(i - 3, i)):
        return False  # "are committed to" is how they feel
    if trigger.type == "sanction" and _is_reduced(row, i):
        return False
    if row.low(i) == "killed" and _MISHAPS & set(row.words(i + 1, i + 7)):
        return False
    if row.low(i) == "deployed":
        return bool(_FORCES & row.spoken(i + 1, i + 7))
    if row.low(i) in _PUBLIC_VERBS:
        return True
    if trigger.type == "humanitarian":
        return bool(_SENT & row.spoken(i - 6, i + 6))
    if trigger.type in {"meeting", "agreement", "visit"}:
        return len(known) > 1 or place is not None or _is_whole(row, i)
    return trigger.type in _ALWAYS


def _is_whole(row: Row, i: int) -> bool:
    """True for "met **with** a group of envoys", "signed **the** pact": the rest is unnamed."""
    low = row.low(i)
    if low in _MEETING_SOMEBODY:
        return row.low(i + 1) == "with"
    return low in _SEALING and row.low(i + 1) in DETERMINERS


def _is_real(row: Row, i: int) -> bool:
    """False for what is only wished, feared or possible ("would meet", "urged them to sign")."""
    if row.low(i - 1) == "to" and row.low(i - 2) not in _TO_COME:
        return False
    before = set(row.words(i - 3, i))
    if row.low(i).endswith("ing") and not _BE & before:
        return False
    return not _UNREAL & before


def _is_reduced(row: Row, i: int) -> bool:
    """True for "tariffs **imposed** since 2023", a participle after its noun."""
    return row.low(i + 1) in PREPOSITIONS and not (_BE | {"has", "have"}) & set(row.words(i - 3, i))


def _is_appearance(row: Row, trigger: Trigger) -> bool:
    """One appearance ("in a speech", "his statement"), not appearances in general."""
    i = trigger.index
    before = row.spoken(i - 4, i)
    if row.low(i) in _IN_A_STATEMENT and ("in" not in before or row.text[row[i].start].isupper()):
        return False
    return bool(_ONE & before)


def _is_named(row: Row, trigger: Trigger, place: Place | None, known: Sequence[str]) -> bool:
    i = trigger.index
    if row.low(i + 1) == "-":
        return False
    wanted = bool(_WANTED & set(row.words(i - 2, i))) or _is_wish(row, i)
    wanted = wanted or bool({"until", "if", "unless"} & set(row.words(i - 6, i)))
    if trigger.type == "meeting" and row.low(i) == "summit":
        return len(known) > 1 or (bool(known) and place is not None)
    if wanted:
        return False
    if trigger.type == "meeting":
        held = bool(known) and row.low(i + 1) in {"with", "between"} and _is_held(row, i)
        return len(known) > 1 or held or (place is not None and _is_definite(row, i))
    if trigger.type == "agreement":
        if _DRAFTS & set(row.words(i - 6, i)) or {"draft", "drafts"} & set(row.words(i - 30, i)):
            return False
        if row.text[row[i].start].isupper() and not _MADE & set(row.words(i - 5, i + 8)):
            return False  # "Article 4 of the Lima Treaty": the paper, not its making
        made = bool(_MADE & {row.low(k) for k in range(i - 5, i + 3)})
        return len(known) > 1 or (made and (bool(known) or place is not None))
    if trigger.type in {"attack", "conflict"}:
        return bool(known) or place is not None
    if trigger.type == "visit":
        own = row.low(i - 1) in POSSESSIVE and row.low(i) == "visit"
        there = place is not None and place.first > i
        return len(known) > 1 or (bool(known) and (there or own))
    return trigger.type == "appointment" and bool(known)


def _is_held(row: Row, i: int) -> bool:
    """True for "**began** consultations with", "**held** talks with", in one phrase."""
    for k in range(i - 1, max(-1, i - 6), -1):
        low = row.low(k)
        if low in _MADE:
            return True
        if low in PREPOSITIONS or low == "," or row[k].actor is not None:
            return False
    return False


def _is_wish(row: Row, i: int) -> bool:
    """True for "in brokering a deal", "to ban strikes": the noun is what somebody is at."""
    for k in range(i - 1, max(-1, i - 6), -1):
        low = row.low(k)
        if low.endswith("ing") and row.low(k - 1) in PREPOSITIONS:
            return True
        if low == "to":
            return row.low(k - 1) not in _TO_COME
        if low in PREPOSITIONS or low == ",":
            return False
    return False


def _is_definite(row: Row, i: int) -> bool:
    """True if the noun at ``i`` has an article, an owner or a name before it."""
    for k in range(i - 1, max(-1, i - 5), -1):
        low = row.low(k)
        if low in DETERMINERS or low in POSSESSIVE or row[k].actor is not None:
            return True
        if low in PREPOSITIONS:
            return False
    return False
