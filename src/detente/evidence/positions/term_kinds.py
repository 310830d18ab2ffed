"""Which kind of term an undertaking is, from the words of the act."""

from __future__ import annotations

import re

from detente.evidence.items import TermKind
from detente.evidence.positions.term_parts import Draft
from detente.evidence.positions.term_words import (
    GOODS,
    MATTER,
    PROCEDURE,
    RESTRAINT,
    SOME,
    YIELDING,
    W,
)

# Proposals to act against somebody are asked for, not offered.
_AGAINST = re.compile(
    rf"{SOME}(?:impos\w+|bans?|introduc\w+|tighten\w*|prohibit\w*|restrict\w*|sanction\w*"
    rf"|blacklist\w*|embargo|oblig\w+|requir\w+)\b",
    re.IGNORECASE,
)
# Whose infinitive is what is undertaken, so that its words decide between the kinds.
_UNDERTAKING = frozenset(
    {
        "intend",
        "express_readiness",
        "agree_yield",
        "agree_procedure",
        "agree_to_do",
        "pledge",
        "will_give",
        "will_keep",
        "will_do",
        "deal_to",
        "propose",
        "proposed_that",
    }
)
# What is said to come, without an agreement on it: a concession only where a burden is lifted.
_LOOSE = frozenset({"will_give", "will_keep", "will_do", "pledge", "intend", "express_readiness"})
_YIELDS = re.compile(rf"(?:{W}ly )?(?:{YIELDING}|{RESTRAINT})\b", re.IGNORECASE)
_RELIEF = re.compile(
    rf"(?:(?:lift|ease|suspend|remove|reduce|cancel|lower|waive|roll back|modify|revoke|relax"
    rf"|terminate|repeal|release|unfreeze|withdraw|drop|cut|end|halt|cease|stop|refrain|eliminate"
    rf"|scrap|adopt) )(?:{W},? ){{0,7}}?(?:{GOODS}|countermeasures?|measures|rates?|troops|forces"
    rf"|strikes|attacks|hostilities|listings?|levies)\b|refrain\b|pull (?:out|back)\b|not \w",
    re.IGNORECASE,
)
# Acts on the talks themselves, where parties agree to them; helping others talk is an offer.
_TALKS = re.compile(
    rf"{SOME}(?:negotiating tracks?|negotiations|talks|dialogue|consultations)\b", re.IGNORECASE
)
_HELPS = re.compile(
    r"(?:continue (?:to )?)?(?:facilitat|mediat|host|support|help|assist|provid|engag)", re.I
)
_RUNS = re.compile(rf"(?:{W}ly |to )*{PROCEDURE}", re.IGNORECASE)
_BRINGS = re.compile(
    rf"(?:continue )?(?:to )?(?:work(?:ing)? (?:\w+ )?towards? {SOME})"
    rf"(?:peace|settlement|{MATTER})\b",
    re.IGNORECASE,
)


def kind_of_thing(draft: Draft) -> TermKind:
    """What a noun phrase is that is proposed: *a ban on X* is asked for, *a fund* offered."""
    if draft.cue.rule != "propose":
        return draft.kind
    start, end = draft.line.span_of(draft.first, min(draft.last, draft.first + 4))
    against = _AGAINST.match(draft.line.reading.text, start, end) is not None
    return "demand" if against else draft.kind


def kind_of_act(draft: Draft, first: int, last: int) -> TermKind:
    """What an act is that is undertaken: giving something up, how talks run, or an offer.

    The draft's own kind for what is not undertaken but asked or threatened.
    """
    if draft.cue.rule not in _UNDERTAKING:
        return draft.kind
    line = draft.line
    text = line.reading.text
    start, end = line.span_of(first, last)
    if _BRINGS.match(text, start, end):
        return "possible_outcome"
    if _HELPS.match(text, start, end):
        return "offer"
    agreed = draft.cue.rule.startswith("agree") and _TALKS.match(text, start, end) is not None
    if agreed or _RUNS.match(text, start, end):
        return "procedural"
    if draft.cue.rule in ("propose", "proposed_that"):
        return "demand" if _AGAINST.match(text, start, end) else "offer"
    if draft.cue.rule in _LOOSE:
        relieves = _RELIEF.match(text, start, end) is not None
        return "concession" if relieves else draft.kind
    return "concession" if _YIELDS.match(text, start, end) else "offer"
