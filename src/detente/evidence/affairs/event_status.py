"""Whether an event is past, planned, going on, only thought of, or called off."""

from __future__ import annotations

import datetime as dt
import itertools

from detente.evidence.affairs.event_triggers import Trigger
from detente.evidence.affairs.modality import REPORTING
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import STOPS
from detente.evidence.items import EventStatus, TimeExpression

_PLANNED = frozenset(
    """will upcoming scheduled planned forthcoming expected slated due plans planning prepares
    preparing prepare ahead shall ’ll 'll intends looming coming agreed-to""".split()
)
_HYPOTHETICAL = frozenset(
    "may might could would if proposed possible potential should unless whether".split()
)
_CANCELLED = frozenset({"cancelled", "canceled", "postponed", "scrapped", "aborted"})
_ONGOING = frozenset({"ongoing", "continuing", "underway", "continue", "continues"})
_AHEAD = ("next ", "later ", "tomorrow", "coming ", "this coming", "the coming")
_HOSTING = frozenset({"hosts", "holds", "convenes", "opens", "chairs", "receives"})
_TO_DO = frozenset(
    """is are set due about expected scheduled plans plan planned agreed agree agrees decided
    pledged promised vowed intends intend""".split()
)
_STARTING = frozenset({"starting", "beginning"})
_BEFORE, _AFTER = 7, 10


def is_negated(row: Row, trigger: Trigger) -> bool:
    """True for "did not meet", "no summit", "never visited"."""
    before = row.words(trigger.index - 4, trigger.index)
    return bool({"not", "never", "no", "without", "refused", "cannot"} & set(before)) or any(
        w.endswith(("n’t", "n't")) for w in before
    )


def status_of(
    row: Row, trigger: Trigger, time: TimeExpression | None, today: dt.date | None
) -> EventStatus:
    """The status, read from tense, auxiliaries and the time, in this order of weight."""
    words = set(_clause_words(row, trigger.index))
    if words & _CANCELLED or {"called", "off"} <= words:
        return "cancelled"
    named = trigger.type == "other" and row.text[row[trigger.index].start].isupper()
    if (trigger.is_verb and _is_past(row, trigger)) or (named and not trigger.is_verb):
        return "past"  # an order that has a name and a date was given
    if _PLANNED & words or _to_come(row, trigger) or _is_to_be(row, trigger):
        return "planned"
    before = set(row.words(trigger.index - 6, trigger.index))
    if not trigger.is_verb and _STARTING & set(row.words(trigger.index + 1, trigger.index + 3)):
        return "planned"
    if "would" in before and REPORTING & set(row.words(0, trigger.index)):
        return "planned"  # what "will" becomes when somebody said it
    if _HYPOTHETICAL & before:
        return "hypothetical"
    if time is not None:
        if time.span.text.lower().startswith(_AHEAD) or "future" in time.value:
            return "planned"
        if time.resolved is not None and today is not None:
            if dt.date.fromisoformat(time.resolved.first) > today:
                return "planned"
        elif _is_present(row, trigger) and time.type in {"weekday", "date"} and not _has_year(time):
            return "planned"
    return "ongoing" if _ONGOING & words or _is_going_on(row, trigger) else "past"


def _clause_words(row: Row, i: int) -> list[str]:
    low = i
    while low > 0 and i - low < _BEFORE and row.low(low - 1) not in STOPS | {"that", "which"}:
        low -= 1
    high = i + 1
    while high < len(row) and high - i < _AFTER and row.low(high) not in STOPS | {"that", "which"}:
        high += 1
    return row.words(low, high)


def _is_past(row: Row, trigger: Trigger) -> bool:
    low = row.low(trigger.index)
    before = set(row.words(trigger.index - 3, trigger.index))
    if before & {"will", "would", "could", "may", "might", "to", "be", "should"}:
        return False
    return low.endswith("ed") or low in {
        "said", "met", "told", "spoke", "struck", "flew", "withdrew", "wrote", "stating",
        "speaking", "announcing", "sworn",
    }  # fmt: skip


def _is_going_on(row: Row, trigger: Trigger) -> bool:
    """True for "are meeting"."""
    i = trigger.index
    return trigger.is_verb and row.low(i).endswith("ing") and row.low(i - 1) in {"is", "are"}


def _has_year(time: TimeExpression) -> bool:
    return any(len(w) == 4 and w.isdigit() for w in time.span.text.split())


def _is_present(row: Row, trigger: Trigger) -> bool:
    """True for "meets", and for the talks that somebody "hosts"."""
    if not trigger.is_verb:
        return bool(_HOSTING & set(row.words(trigger.index - 6, trigger.index)))
    low = row.low(trigger.index)
    return trigger.type != "statement_event" and low.endswith("s") and not low.endswith("ss")


def _is_to_be(row: Row, trigger: Trigger) -> bool:
    """True for *talks are to be held*, *the vote would take place*."""
    if trigger.is_verb:
        return False
    after = row.words(trigger.index + 1, trigger.index + 5)
    pairs = set(itertools.pairwise(after))
    return ("to", "be") in pairs or ("would", "take") in pairs or ("would", "be") in pairs


def _to_come(row: Row, trigger: Trigger) -> bool:
    """True for *is to meet*, *set to visit*, *about to sign*."""
    i = trigger.index
    return trigger.is_verb and row.low(i - 1) == "to" and row.low(i - 2) in _TO_DO
