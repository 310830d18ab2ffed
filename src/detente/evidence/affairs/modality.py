"""How a claim is put: as a fact, as another's words, as a plan, a guess or a condition."""

from __future__ import annotations

from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import STOPS
from detente.evidence.items import Modality

NEGATIONS = frozenset(
    """not never no without cannot denied denies deny refused refuses refuse rejected rejects
    neither nor ruled stopped""".split()
)
_DENIALS = frozenset({"denied", "denies", "deny", "denying"})
SPECULATIVE = frozenset({"may", "might", "perhaps", "possibly"})
PROJECTED = frozenset(
    """will would could shall ’ll 'll plans plan planned planning expected expects projected
    projects forecast forecasts intends intend pledged pledges agreed aims vowed promised set due
    potentially""".split()
)
_SHARED = frozenset({"will", "would", "could", "may", "might", "shall"})
_DONE = frozenset(
    "began begun continued continues continue used helped managed started came proceeded".split()
)
CONDITIONAL = frozenset({"if", "unless", "provided"})
REPORTING = frozenset(
    """said says claimed claims alleged alleges reported reports asserted argues argued told accuses
    accused insisted insists believes suggests suggested""".split()
)
_REPORTED_ADVERBS = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_OPENING = frozenset({"“", "«"})
_CLOSING = frozenset({"”", "»"})
_REPORT_SIGNS = REPORTING | _REPORTED_ADVERBS | _OPENING | {"according"}
_OWNED_REACH = 4
_NOT_YET = frozenset({"planned", "proposed", "potential", "possible", "future", "promised"})
_SHORT_QUOTE = 6
_REACH = 6
_CONDITION_REACH = 14


def modality_of(row: Row, i: int, *, is_verb: bool, owned: bool = False) -> Modality:
    """The modality of what the cue at ``i`` says.

    A verb is ruled by what stands close before it, a noun by the verb phrase it belongs to.
    Nearest first: *could* before *said* makes a projection, not a report. What somebody
    owns already ("Peru's alliance with Chile may fray") is a fact or a report of one.
    """
    if owned:
        near = set(row.words(i - _OWNED_REACH, i))
        if near & _NOT_YET:
            return "projected"
        return "reported" if _is_reported(row, i) else "asserted"
    if is_verb and row.low(i - 1) in {"and", "also"} and not row.low(i).endswith(("ed", "s")):
        # "will buy wheat and also sell tea": the second verb shares the first one's auxiliary.
        shared = next((k for k in range(i - 1, -1, -1) if row.low(k) in _SHARED), None)
        if shared is not None:
            return modality_of(row, shared + 1, is_verb=True)
    k = i - 1
    steps = 0
    reach = _REACH if not is_verb else 4
    while k >= 0 and steps < reach:
        low = row.low(k)
        if low == "that" and row.low(k - 1) in _DENIALS:
            return "negated"
        if low == "," or low in STOPS or low in {"that", "which", "who", "while", "but"}:
            break
        if low in NEGATIONS and not (low == "no" and row.low(k + 1) in {"-", "longer"}):
            return "negated"
        if (low == "t" and row.low(k - 1) in {"’", "'"}) or low.endswith(("n’t", "n't")):
            return "negated"
        if low in SPECULATIVE:
            return "speculative"
        if low in _REPORTED_ADVERBS:
            return "reported"
        if low in PROJECTED and _rules_over(row, k, is_verb):
            return "conditional" if _has_condition(row, i) else "projected"
        steps += 1
        k -= 1
    if _has_condition(row, i):
        return "conditional"
    if is_verb and row.low(i - 1) == "to" and row.low(i - 2) not in _DONE:
        return "projected"  # "the right to join": not done yet
    return "reported" if _is_reported(row, i) else "asserted"


def _rules_over(row: Row, k: int, is_verb: bool) -> bool:
    """Plans need *to* ("agreed to buy"); "projected exports" and "set" alone are no modal."""
    if row.low(k) in {"will", "would", "could", "shall", "’ll", "'ll", "potentially"}:
        return True
    return row.low(k + 1) == "to" or (is_verb and row.low(k + 1) in {"for", "on"})


def _has_condition(row: Row, i: int) -> bool:
    if row.said.isdisjoint(CONDITIONAL):
        return False
    for k in range(i - 1, max(-1, i - _CONDITION_REACH), -1):
        low = row.low(k)
        if low in {",", ";", ":", "then", "as", "while", "because", "after"}:
            return False
        if low in CONDITIONAL and (low != "provided" or row.low(k + 1) == "that"):
            return True
    return False


def _is_reported(row: Row, i: int) -> bool:
    opened: int | None = None
    reported = False
    if row.said.isdisjoint(_REPORT_SIGNS):
        return False
    for k, low in enumerate(row.lows):
        if low in _OPENING and k < i:
            opened = k
        elif low in _CLOSING and opened is not None:
            # A word or two in quotation marks colour the claim, they do not report it.
            if k > i and k - opened > _SHORT_QUOTE:
                return True
            opened = None
        elif (low == "according" and row.low(k + 1) == "to") or low in _REPORTED_ADVERBS:
            return True
        elif k < i and low in REPORTING and row.low(k - 1) != "which":
            reported = True
        elif k < i and low in {";", "—"}:
            reported = False
    return reported or (opened is not None and opened < i)
