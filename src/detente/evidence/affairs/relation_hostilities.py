"""The lexicon of war and peace: verbs of taking and ruin, and peace made with somebody.

Frames as in :mod:`detente.evidence.affairs.relation_patterns`. Verbs stand here by class (to
overcome, to take a place by force, to move troops into it), whatever wars they were read of.
"""

from __future__ import annotations

from detente.evidence.affairs.relation_patterns import Frame, verbs


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FORCES = _set(
    """troops soldiers forces force army armies navy fleet marines paratroopers commandos units
    tanks columns column battalion battalions brigade division infantry fighters militants rebels
    militia gunmen warships garrison"""
)
_RUIN = verbs("bring* brought rain* wreak* sow* inflict* unleash* spread*")

HOSTILITIES: tuple[Frame, ...] = (
    # To overcome somebody, or to take a place by force
    Frame("force", "attack",
          _set("overwhelmed overran overpowered routed besieged besieges besieging conquered "
               "stormed assaulted ambushed massacred torpedoed retook retake retakes retaking "
               "recaptured recapture recapturing reconquered pounded pounding"),
          ("subject",), ("object",), verb=True),
    Frame("force", "attack", _set("captured captures capturing seized seizes seizing"),
          ("subject",), ("object",), verb=True, around=_FORCES,
          unless=_set("assets funds accounts property opportunity chance moment drugs")),
    Frame("force", "attack", _set("landed advanced advances advancing pushed swept poured drove"),
          ("subject",), ("on|in|into|onto",), verb=True, around=_FORCES),
    Frame("force", "attack", _set("murdered murdering poisoned poisoning abducted abducting "
                                  "kidnapped kidnapping executed executing tortured torturing"),
          ("subject",), ("object",), verb=True, personal=True),
    Frame("force", "attack", _set("death destruction havoc terror devastation"), ("subject",),
          ("to|on|upon|in",), verbs=_RUIN),
    Frame("force", "attack", _set("operation operations campaign"), ("owner",),
          ("against|inside",), before=_set("military ground air aerial naval bombing special "
                                           "offensive"),
          not_before=_set("election advertising")),
    # Peace with somebody
    Frame("agreement", "alignment", _set("peace reconciliation rapprochement détente"),
          ("owner", "subject"), ("with",), pair=True, around=_set("with"),
          unless=_set("between among talks"),
          verbs=verbs("mak* made achiev* forg* conclud* reach* sign* seal* establish* pursu* seek* "
                      "sought")),
    # Whom one arms without a state of his own
    Frame("aid", "aid_military", _set("arms armed arming arm"), ("subject",), ("object",),
          verb=True, not_before=_set("the of - – and for heavily"),
          around=_set("proxies proxy militias militia rebels fighters militants insurgents "
                      "opposition separatists")),
)  # fmt: skip
