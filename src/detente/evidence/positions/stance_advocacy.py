"""Rows of stance words for what actors work for or against: demands, aims, undertakings, votes.

To ask for a thing is to stand for it; to refuse or threaten is to stand against it.
"""

from __future__ import annotations

from detente.evidence.positions.stance_lexicon import Adjective, Row
from detente.evidence.positions.term_words import TOLD

_ADVERB = "(?:\\w+ly )?"
_WORDS = "(?:(?!(?:that|which|who|and|but|for|from|with|in|support)\\b)[\\w’'.-]+,? ){0,7}?"
_MATTER = (
    "(?:talks?|negotiations?|dialogue|deals?|agreements?|ceasefire|cease-fire|truce|peace"
    "|settlement|treaty|accords?|pact|summit|process|mediation|withdrawal|recognition|proposals?"
    "|plans?|resolution|guarantees?|compromises?|solution|framework|initiative|conference"
    "|membership|accession|independence|autonomy|sanctions|reforms?|commitments?|restraint|calm"
    "|de-escalation|access|release|return|investigation|protection)"
)
_HURTING = (
    "(?:retaliate|respond|attack|strike|impose|block|veto|destroy|punish|hit|annex|invade|bomb"
    "|fire|target|seize|avenge|fight|resist|never|not|walk|quit|boycott|expel|escalate|continue"
    "|reconsider|close|cut|halt|suspend|withdraw|leave)"
)
_VIOLENCE = "(?:attacks?|strikes?|offensives?|war|operations?|raids?|invasion|retaliat\\w+)"
# Who is welcomed or praised is no proposal.
_PEOPLE = (
    "(?:presidents?|ministers?|guests?|visitors?|delegations?|leaders?|teams?|secretary|ambassadors?"
    "|envoys?|troops|soldiers|people|refugees|audience|man|woman|colleagues?|friends?|king|queen"
    "|chairm[ae]n|president-elect|anniversary|holiday|festival|birthday|claims?|reports?)"
)
_NO_ANSWER = (
    "(?:comment|say|answer|discuss|speculate|give|elaborate|name|be|identify|confirm|deny|tell)"
)

# fmt: off
# rule, verbs, label, strength, need, is it speech, what must follow.
ADVOCACY: tuple[Row, ...] = (
    ("demand_act", "demand insist", "support", "medium", "act", True,
     f"(?:(?:up)?on|that|(?:the|an?|its|their|full|immediate) {_WORDS}{_MATTER})"),
    ("want_act", "want wish seek desire like love need", "support", "medium", "act", True,
     f"(?:to (?:see |reach |achieve |conclude |find |secure |have )?)?{_WORDS}{_MATTER}"),
    ("try_to_reach", "try attempt work strive argue push struggle hope aim plan wish offer intend"
     " resolve endeavour endeavor", "support", "medium", "act", False,
     f"{_ADVERB}to {_ADVERB}(?:reach|broker|conclude|secure|achieve|find|end|negotiate|mediate"
     "|resolve|settle|bridge|support|restore|promote|strengthen|implement|finali[sz]e|revive"
     "|resume|stop|bring|ensure|build|facilitate|help|preserve|maintain|avoid|prevent)"),
    ("call_act", "call appeal", "support", "medium", "act", True,
     "(?:(?:up)?on|to) (?:[\\w’'.,-]+ ){1,10}?to (?!be\\b)\\w+"),
    ("urge_act", "urge ask implore beg exhort", "support", "medium", "act", True,
     "(?:[\\w’'.,-]+ ){1,10}?to (?!be\\b)\\w+"),
    ("signed", "sign ratify initial endorse celebrate congratulate", "support", "medium",
     "object", False, ""),
    ("support_matter", "support back favour favor endorse champion uphold promote", "support",
     "medium", "act", True,
     "(?:the|an?|its|their|all|any|full|free|continued|further|efforts|\\w+ing)"
     "(?= (?:[\\w’'-]+ ){0,3}?(?:of|to|for|in|on|towards?)\\b)"),
    ("vote_to", "vote", "support", "high", "act", False,
     "to (?!reject|block|oppose|end|suspend|leave|cut|condemn|expel|halt|withdraw|not)\\w+"),
    ("refuse_act", "refuse", "oppose", "medium", "act", True, f"to (?!{_NO_ANSWER}\\b)\\w+"),
    ("threaten_act", "threaten", "oppose", "medium", "act", True, "(?:to \\w+|sanctions|tariffs)"),
    ("vow_not", "vow pledge promise swear", "oppose", "medium", "act", True,
     f"(?:never to|not to|(?:that )?{_WORDS}(?:would|will) (?:not|never))"),
    ("will_not", "will would can could", "oppose", "medium", "act", False,
     f"(?:not|never) {_ADVERB}(?:accept|allow|agree|recogni[sz]e|support|negotiate|sign|tolerate"
     "|cede|give|surrender|permit|join|participate|attend|return|withdraw)"),
    ("will_do", "will shall", "support", "low", "act", False,
     f"(?:also |then |jointly |each |both |further )?{_ADVERB}(?!{TOLD}\\b)(?!{_HURTING}\\b)"
     f"(?!(?:meet|reconvene|convene|bear|decide)\\b|make (?:its|their|his|her) own\\b"
     f"|\\w+ (?:\\w+ ){{0,2}}?{_VIOLENCE})"
     "(?=\\w+ (?:\\w|[$€£]))\\w+"),
    ("agree_with", "agree concur", "support", "medium", "act", True, "(?:with|that)"),
    ("be_sure", "trust believe expect", "support", "low", "clause", True,
     f"(?:that )?{_WORDS}{_MATTER} (?:will|would|can|could)"),
    ("call_for_any", "call appeal press push plead", "support", "medium", "act", True,
     f"for (?!help\\b|comment\\b|{_WORDS}{_VIOLENCE})\\w+"),
    ("demand_any", "demand", "support", "medium", "act", True,
     f"(?!concessions\\b|{_WORDS}{_VIOLENCE})\\w+"),
    ("welcome_any", "welcome congratulate applaud commend endorse hail praise celebrate advocate",
     "support", "medium", "act", True,
     f"(?:the|an?|this|these|those|its|their|his|her) (?!{_WORDS}{_PEOPLE}\\b)[\\w’-]+"),
    ("hope_that", "hope", "support", "low", "act", True,
     "(?:that|(?:the|this|these|all|both|it|they) (?:[\\w’-]+ ){0,9}?will)"),
    ("keep_hope", "maintain keep retain preserve hold", "support", "low", "act", True,
     "(?:(?:the|our|its|their|his|her) )?(?:hope|faith|confidence|trust)"),
    ("persist", "persist persevere", "support", "medium", "act", False, "(?:with|in)"),
    ("break_with", "discard flout violate breach defy disregard renege ignore", "oppose", "medium",
     "object", False, ""),
    ("warn_against", "warn caution advise argue", "sceptical", "medium", "act", True, "against"),
    ("suggest_ing", "suggest", "support", "medium", "act", True,
     "(?:\\w+ing|that (?:we|they|both|all|the (?:parties|sides)))"),
    ("make_efforts", "make step intensify redouble pursue undertake", "support", "medium", "act",
     False, f"(?:up )?{_WORDS}efforts? (?:to|towards?|in|for|at)"),
    ("pay_tribute", "pay express convey offer extend", "support", "medium", "act", True,
     "(?:(?:my|our|its|his|her|their) )?(?:tribute|condolences|solidarity|congratulations|thanks"
     "|sympathy)"),
    ("impose", "impose", "oppose", "medium", "act", False,
     f"{_WORDS}(?:sanctions|tariffs|embargo|blockade|restrictions)"),
)

ADVOCATING: tuple[Adjective, ...] = (
    ("confident", "confident sure certain hopeful optimistic convinced", "support", "medium",
     "clause", "(?:that|of|in|about)"),
    ("for_it", "eager keen happy glad pleased proud honoured honored delighted", "support",
     "medium", "act", "(?:to (?!be\\b|see you|have you)\\w+|that)"),
    ("unhappy", "unhappy dissatisfied frustrated angry outraged dismayed appalled shocked",
     "sceptical", "medium", "act", "(?:with|at|over|by|that|about)"),
)
# fmt: on
