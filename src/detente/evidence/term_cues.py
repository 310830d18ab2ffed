"""The lexicon of terms: the words of demands, conditions, offers, threats and what is in the way.

Cues are found by their first word; ``rest`` is what must follow it. Written from the usual
wording of diplomatic reporting and of official statements, not from any one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.evidence.cue_words import all_forms
from detente.evidence.items import TermKind

Frame = Literal[
    "verb",  # by = subject of the verb, to = actor in its object, span from the verb
    "asked",  # the same, but the one asked must be named: "urged Kenya to …"
    "modal",  # "Kenya must …": by = speaker, to = subject, span the clause
    "noun",  # "Kenya’s demand that …": by = possessor, span the noun phrase
    "pressing",  # "to pressure Kenya into …": by = subject of the clause, to = object
    "clause",  # by = speaker or nobody, span the clause from its subject
    "phrase",  # by = speaker or nobody, span from the cue
    "condition",  # by = subject of the clause or speaker, span the clause with its condition
]


@dataclass(frozen=True, slots=True)
class TermCue:
    """One cue: ``rule`` is a short name, ``frame`` how its ends are found."""

    rule: str
    kind: TermKind
    frame: Frame
    speech: bool
    rest: re.Pattern[str] | None = None


def _follows(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + f"(?:{pattern})".replace(" ", r"\s+"), re.IGNORECASE)


_W = r"[\w’'.-]+"
_SOME = rf"(?:{_W} ){{0,4}}?"
_MATTER = (
    r"(?:talks?|negotiations?|dialogue|deals?|agreements?|ceasefire|cease-fire|truce|peace"
    r"|settlement"
    r"|treaty|accord|pact|summit|process|mediation|withdrawal|sanctions|recognition"
    r"|normali[sz]ation|truces|proposal|plan|resolution|discussions?|concessions?)"
)
GIVING = (
    r"(?:lift|eas|remov|reduc|suspend|waiv|restor|unfreez|releas|grant|provid|resum|cut|lower|scrap"
    r"|relax|supply|fund|financ|extend|expand|offer|open)(?:e|es|ed|ing|s|ping|ping|y)?"
)
_GOODS = (
    r"(?:tariffs?|sanctions?|restrictions|assets|aid|barriers|dut(?:y|ies)|embargo(?:es)?|ban|bans"
    r"|access|loans?|investments?|funds?|funding|assistance|relief|quotas|visas?"
    r"|guarantees|recognition|blockade|debts?|prisoners|hostages|detainees|curbs|controls)"
)
_YIELDING = (
    r"(?:give (?!rise)|giv(?:e|ing) up|ced(?:e|ing)|drop|eas(?:e|ing)|lift|withdraw|pull (?:out"
    r"|back)"
    r"|suspend|halt|freez\w*|waive|relax|soften|abandon|surrender|renounc\w+|releas\w+|remov\w+"
    r"|reduc\w+|recogni[sz]\w+|compromise|refrain|stop|ceas\w+|end|scrap|dismantl\w+|disarm|limit"
    r"|forgo|cut|roll back|return|eliminat\w+|evacuat\w+|demilitari[sz]\w+|not to)"
)
_HARM = (
    r"(?:retaliate|respond|attack|strike|impose|cut|withdraw|block|veto|halt|suspend|use|resume"
    r"|escalate|close|expel|destroy|punish|hit|take|walk|quit|leave|pull|act|annex|invade|bomb"
    r"|face|suffer|be (?:punished|sanctioned)|fire|target|sanction|freeze|seize|shut|stop|end"
    r"|boycott|unleash|deploy|reconsider|pay)"
)
_BENEFIT = (
    r"(?:unlock|yield|save|boost|lower|benefit|bring|generate|create|free up|attract|restore|open"
    r"|stabili[sz]e|reduce|cut|add|raise|lift|increase|revive|deliver|help|secure|ease|transform"
    r"|enhance|encourage|improve|allow|enable|spur)"
)
_FRUIT = (
    r"(?:frameworks?|agreements?|deals?|pacts?|accords?|ceasefires?|truces?|breakthroughs?"
    r"|settlements?"
    r"|treat(?:y|ies)|solutions?|corridors?|compromises?|talks|negotiations?|exchanges?|swaps?"
    r"|peace"
    r"|memorand(?:um|a)|communiqu[eé]s?|roadmaps?|normali[sz]ation|withdrawals?)"
)
_SUBJECT = rf"(?:{_W} ){{0,4}}?"

_Row = tuple[str, TermKind, Frame, bool, str, str]

# rule, kind, frame, is it speech, first words (verbs as lemmas after "v:"), what must follow.
_TABLE: tuple[_Row, ...] = (
    # ---- preconditions
    ("only_if", "precondition", "condition", False, "only",
     r"(?:if|after|once|when|on (?:the )?condition(?: that)?)\b"),
    ("provided", "precondition", "condition", False, "provided",
     r"(?:that\b|(?:the|its|his|their)\b)"),
    ("on_condition", "precondition", "condition", False, "on",
     r"(?:the )?condition(?: that| of)\b(?! anonymity)"),
    ("unless_until", "precondition", "condition", False, "unless until", r"\w"),
    ("as_long_as", "precondition", "condition", False, "as so", r"long as\b"),
    ("before_any", "precondition", "condition", False, "before",
     rf"(?:any|there can be|it (?:can|will|would)|the start of|entering(?: into)?|starting"
     rf"|resuming|"
     rf"direct|further|new)\s?{_SOME}(?:{_MATTER}|agree|sign|accept|negotiat)"),
    ("condition_noun", "precondition", "noun", False,
     "precondition preconditions prerequisite prerequisites",
     r"(?:for|of|is|are|was|were|that|to|include[sd]?|including|such)\b"),
    ("as_condition", "precondition", "condition", False, "as",
     r"an? (?:\w+ )?(?:pre-?condition|condition|prerequisite)\b"),
    ("depends_on", "precondition", "clause", False, "conditional contingent conditioned",
     r"(?:up)?on\b"),
    # ---- threats
    ("threaten_to", "threat", "verb", True, "v:threaten", r"(?:to\b|(?:new |further |more "
     r"|military |"
     r"economic )?(?:sanctions|tariffs|retaliation|strikes|force|action|countermeasures|war"
     r"|reprisals)\b"
     r"|\w+ with\b)"),
    ("warn_will", "threat", "verb", True, "v:warn caution",
     rf"(?:{_W} ){{0,2}}?(?:that )?(?:it|they|he|she|we|{_W}) (?:would|will|could|may|might|was "
     rf"ready to"
     rf"|were ready to|is ready to|are ready to) (?:not hesitate to |also |{_W}ly )?{_HARM}\b"),
    ("vow_to", "threat", "verb", True, "v:vow",
     r"(?:to (?:retaliate|respond|strike|punish|block|veto|destroy|attack|avenge|hit|crush"
     r"|continue|"
     r"fight|impose|take revenge)\b|(?:retaliation|revenge|a (?:\w+ )?response)\b)"),
    ("or_else", "threat", "clause", False, "or", r"(?:else\b|face\b|risk (?:losing|facing)\b)"),
    ("will_retaliate", "threat", "clause", False, "will would",
     r"(?:\w+ly )?(?:retaliate|face (?:\w+ )?(?:consequences|sanctions|tariffs|retaliation|force"
     r"|attack)"
     r"|pay (?:a|the|dearly)|suffer (?:the )?consequences|have (?:serious |grave )?consequences|"
     r"respond (?:with force|militarily|in kind|decisively|forcefully))\b"),
    ("threat_noun", "threat", "noun", False, "threat threats ultimatum",
     r"(?:to (?=(?:retaliate|attack|impose|withdraw|cut|block|veto|halt|use|close|expel|strike"
     r"|walk|"
     r"quit|leave|invade|annex|resume|suspend|pull)\b)|of (?=(?:new |further |more |military |"
     r"economic |additional )*(?:sanctions|tariffs|retaliation|strikes|force|invasion|war|attack|"
     r"veto|action)\b))"),
    # ---- demands
    ("demand_verb", "demand", "verb", True, "v:demand", r"(?!s?ing\b)\S"),
    ("insist_on", "demand", "verb", True, "v:insist",
     r"(?:up)?on\b|that (?:" + _W + r" ){1,8}?(?:must|should|be|end|withdraw|stop|return|halt"
                                    r"|cease)\b"),
    ("insist_noun", "demand", "noun", False, "insistence", r"(?:up)?on\b|that\b"),
    ("stipulate", "demand", "verb", True, "v:stipulate", r"that\b"),
    ("demand_noun", "demand", "noun", False, "demand demands requirement requirements",
     r"(?:that|for|to|of|is|are|was|were|include[sd]?|including|by)\b"),
    ("call_on", "demand", "asked", True, "v:call appeal", r"(?:up)?(?:on|to)\b"),
    ("urge", "demand", "asked", True, "v:urge ask request want expect order instruct implore "
                                      "beseech",
     rf"(?:{_W} ){{1,9}}?to\b"),
    ("call_for", "demand", "verb", True, "v:call appeal press push",
     r"for\b(?! (?:tea|help|comment)\b)"),
    ("call_noun", "demand", "noun", False, "call calls appeal appeals",
     r"for\b(?! the reasons?\b)"),
    ("want", "demand", "verb", True, "v:want",
     r"to (?:see|have)\b|(?:\w+ )?(?:guarantees|assurances|recognition|compensation)\b"),
    ("seek", "demand", "verb", False, "v:seek",
     rf"{_SOME}(?:guarantees?|assurances?|concessions?|withdrawal|recognition|compensation"
     rf"|commitments?"
     r"|reparations|relief)\b"),
    ("red_line", "demand", "clause", True, "red", r"lines?\b"),
    ("non_negotiable", "demand", "clause", True, "non nonnegotiable", r"-?negotiable\b"),
    ("not_accept", "demand", "clause", True,
     "not never cannot won’t can’t don’t won't can't",
     r"(?:ever )?(?:accept|tolerate|recogni[sz]e|allow|agree to|give up|cede|compromise on|"
     r"permit|abandon|negotiate)\b"),
    ("must", "demand", "modal", True, "must",
     r"(?!have (?:been|\w+ed)\b|not forget)(?!admit|say|note|confess|seem|be (?:said|noted|aware"
     r"|seen))\w"),
    ("have_to", "demand", "modal", True, "has have needs need",
     r"to (?!(?:do with|be (?:said|noted|seen)|say|admit|go|thank|ask|look)\b)\w"),
    ("should", "demand", "modal", True, "should",
     r"(?!(?:also |rightly )?(?:be (?:noted|said|seen|commended|praised|applauded|congratulated"
     r"|proud|clear"
     r"|remembered|thanked|able)|have|appreciate|know|understand|remember|come as|thank"
     r"|welcome)\b)\w"),
    # ---- concessions
    ("agree_yield", "concession", "verb", True, "v:agree accept consent offer promise pledge "
                                                "commit "
     "undertake", rf"(?:itself |themselves |himself )?to (?:\w+ly |not )?{_YIELDING}\b"),
    ("ready_yield", "concession", "verb", True, "ready willing prepared",
     rf"to (?:\w+ly |make )?(?:{_YIELDING}|concessions|compromises?)\b"),
    ("give_up", "concession", "verb", False, "v:give cede renounce surrender waive relinquish "
                                             "forgo "
     "drop soften moderate",
     r"(?:up\b(?! (?:hope|on|his post|her post|the fight))"
     r"|(?:its|their|his|her|our|some|the|any|all|control|claims?|territor\w+|land) ?"
     rf"{_SOME}(?:claims?|demands?|territor\w+|rights?|insistence|position|stance|objections?"
     rf"|control|"
     r"weapons|arsenal|lands?|islands?|sovereignty|opposition|conditions?|programme|program"
     r"|veto)\b)"),
    ("make_concession", "concession", "verb", False, "v:make offer",
     rf"{_SOME}(?:concessions?|compromises?)\b"),
    ("back_down", "concession", "verb", False, "v:back climb", r"down\b"),
    ("concession_noun", "concession", "noun", False,
     "compromise compromises concession concessions", r"(?=.)"),
    # ---- pressure
    ("pressure_into", "pressure", "pressing", False, "v:pressure pressurise pressurize coerce "
     "compel "
     "force bully strong-arm",
     rf"(?!to\b|of\b|on\b|from\b)(?:{_W} ){{1,6}}?(?:into|to)\b"),
    ("press_to", "pressure", "asked", True, "v:press push nudge prod pressure",
     rf"(?:{_W} ){{1,6}}?(?:to|into|towards?)\b"),
    ("pressure_on", "pressure", "noun", False, "pressure", r"(?:up)?on\b"),
    ("lean_on", "pressure", "pressing", False, "v:lean", r"on\b"),
    ("leverage_over", "pressure", "pressing", False, "v:use leverage",
     rf"{_SOME}(?:leverage|influence|clout|weight) (?:over|on|with)\b"),
    # ---- offers
    ("put_forward", "offer", "verb", True, "v:present table submit put circulate outline unveil",
     rf"(?:forward )?{_SOME}(?:proposals?|plan|draft|roadmap|peace formula|counterproposals?)\b"),
    ("offer", "offer", "verb", True, "v:offer propose",
     rf"(?:{_W} ){{0,3}}?(?:to|that|a|an|its|his|her|their|the|new|further|security|military"
     rf"|economic|"
     r"financial|direct|\w+ing|\$|€|£)(?:\b|(?<=[$€£]))(?! no\b)"),
    ("ready_to", "offer", "verb", True, "ready willing prepared",
     r"to (?!(?:be|do what|go|see|fight|die|leave|strike|attack|retaliate|condemn|use force)\b)\w"),
    ("pledge", "offer", "verb", True, "v:pledge promise undertake commit agree",
     r"(?:(?:itself|themselves|himself|ourselves) )?(?:to|that it|that they|not|a|an|\$|€|£|new"
     r"|further|"
     r"more|up|its|their|continued|full)\b(?! (?:disagree|differ)\b)"),
    ("offer_noun", "offer", "noun", False, "offer offers pledge proposal",
     r"(?:to|of|for)\b(?= \w)"),
    ("will_give", "offer", "verb", False, "will would",
     r"(?:\(\w+\) )?(?:also |then )?(?:provide|help|lift|restore|grant|supply|release|withdraw"
     r"|fund|"
     r"finance|send|deploy|contribute|facilitate|extend|ease|suspend|remove|reduce|return|assist|guarantee|host|modify"
     r"|purchase|buy|resume|terminate|lower|"
     r"allow|recogni[sz]e|undertake|refrain|not use)\b"),
    # ---- possible outcomes
    ("may_yield", "possible_outcome", "clause", False, "could may might would can",
     rf"(?:also |still |then |eventually |even |ultimately )?(?:yield|produce|lead to|result in"
     rf"|bring about"
     r"|pave the way (?:for|to)|culminate in|end (?:in|with)|open the (?:way|door) (?:for|to)"
     r"|deliver|"
     rf"set the stage for|take the form of|include) {_SUBJECT}(?:{_FRUIT})\b"),
    # ---- incentives
    ("in_exchange", "incentive", "clause", False, "in", r"(?:exchange|return) for\b"),
    ("benefit", "incentive", "clause", False, "could would will can may might",
     rf"(?:also |even |greatly |potentially |significantly |then |{_W}ly )*{_BENEFIT}\b"),
    ("incentive_noun", "incentive", "noun", False, "incentive incentives carrot carrots inducement "
     "inducements sweetener", r"(?:such|like|including|of|to|for|in)\b"),
    ("giving", "incentive", "phrase", False,
     "lifting easing removing reducing suspending restoring unfreezing releasing granting lowering "
     "scrapping relaxing waiving cutting", rf"(?:{_W} ){{0,4}}?{_GOODS}\b"),
    # ---- procedure
    ("held_in", "procedural", "phrase", False, "hosted held convened chaired",
     rf"(?:in|at|on|under|by) (?:{_W} ){{0,4}}?(?:venue|format|city|country|capital|auspices"
     rf"|territory|"
     r"location|soil)\b"),
    ("will_meet", "procedural", "clause", False, "will would",
     r"(?:\w+ly |then |again |next )?(?:reconvene|meet again|resume (?:talks|negotiations|their"
     r"|in|on)|"
     r"be held (?:in|on|at|within)(?! an? (?:\w+ ){0,2}?(?:atmosphere|spirit))|take place (?:in"
     r"|on|at|within)|be hosted|convene|continue "
     r"(?:technical|talks|negotiations|discussions|consultations|their|work))\b"),
    ("within_time", "procedural", "clause", False, "within",
     r"(?:a |the (?:next |coming )?)?(?:\w+ )?(?:days?|weeks?|months?|years?|hours?)\b"),
    ("manner", "procedural", "phrase", True, "emphasis emphasised emphasized stressed underlined",
     r"(?:on |the need for |the importance of )*[“\"]?(?:fair|direct|inclusive|transparent|open|"
     r"multilateral|bilateral|trilateral|structured|unconditional|parallel|phased) (?:and \w+ )?"
     r"(?:negotiations?|talks|dialogue|process|format|discussions)"),
    ("separate_track", "procedural", "clause", False, "separately", r"(?=\W)"),
    # ---- obstacles
    ("no_side", "obstacle", "phrase", False, "no neither",
     r"(?:side|party|one|government|of the (?:sides|parties|two))(?: (?:is|was|has been|seems?"
     r"|appears?|"
     r"are))? (?:yet )?(?:willing|ready|prepared|inclined|able|to budge|has shown)\b"),
    ("deadlock", "obstacle", "clause", False, "v:reach hit face remain enter",
     r"(?:in |at |into |stuck in )?(?:an? |the )?(?:\w+ )?(?:deadlock|deadlocked|impasse"
     r"|stalemate|standoff"
     r"|stand-off|gridlock|logjam|stalled|blocked|stuck)\b"),
    ("stalled", "obstacle", "clause", False, "deadlocked stalled collapsed", r"(?=\W)"),
    ("deadlock_over", "obstacle", "noun", False, "deadlock impasse stalemate standoff", r"over\b"),
    ("sticking_point", "obstacle", "clause", False, "sticking stumbling", r"(?:points?|blocks?)\b"),
    ("derail", "obstacle", "clause", False, "could would may might will threatens threaten "
                                            "threatened",
     r"(?:also |still |easily |to )?(?:derail|complicate|scupper|undermine|torpedo|sink"
     r"|jeopardi[sz]e|"
     rf"stall|doom|block|hamper|hinder|obstruct) {_SOME}(?:{_MATTER}|cooperation|efforts?|"
     r"initiative|mediation|diplomacy|negotiation)"),
    ("refuse_yield", "obstacle", "verb", True, "v:refuse",
     r"to (?:make concessions|compromise|budge|negotiate|talk|recogni[sz]e|concede|back down|yield|"
     r"give ground|accept|meet|engage)\b"),
    ("failed_to", "obstacle", "clause", False, "v:fail",
     rf"to (?:\w+ly )?(?:broker|break|reach|agree|bridge|produce|resolve|overcome|make|yield"
     rf"|secure) "
     rf"{_SOME}(?:{_MATTER}|impasse|deadlock|progress|solution|gap|gaps|differences|consensus)\b"),
    ("breakdown", "obstacle", "noun", False, "breakdown collapse",
     rf"(?:of|in) (?:the )?{_SOME}{_MATTER}\b"),
    ("unresolved", "obstacle", "clause", False, "unresolved intractable unsettled", r"(?=\W)"),
)  # fmt: skip


def _rows() -> Iterable[tuple[Iterable[str], TermCue]]:
    for rule, kind, frame, speech, words, rest in _TABLE:
        cue = TermCue(rule, kind, frame, speech, _follows(rest))
        if words.startswith("v:"):
            yield sorted(all_forms(words[2:])), cue
        else:
            yield words.split(), cue


@cache
def term_cues() -> dict[str, tuple[TermCue, ...]]:
    """Cues by first word (lower case), in the order in which they are to be tried."""
    table: dict[str, list[TermCue]] = {}
    for words, cue in _rows():
        for word in words:
            table.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in table.items()}


# Where several cues meet in one clause the first of these kinds stands.
PRECEDENCE: tuple[TermKind, ...] = (
    "precondition", "threat", "demand", "pressure", "concession", "offer", "incentive",
    "procedural", "obstacle", "possible_outcome",
)  # fmt: skip
# What makes a clause of obligation a precondition.
FIRST = re.compile(
    r"\b(?:first(?=[\s”\"]*(?:[,.;]|$))|beforehand|before (?:any|talks|negotiations|there|we"
    r"|the)|(?:must|should|have to|has to) first|prior to|as a (?:pre)?condition"
    r"|in advance)\b",
    re.IGNORECASE,
)
ANY_MATTER = re.compile(
    rf"(?:any|every)\s+(?:[\w’-]+\s+){{0,6}}?(?:role|initiative|effort|arrangement|solution"
    rf"|framework|"
    rf"{_MATTER})\b",
    re.IGNORECASE,
)
BARGAIN = re.compile(
    rf"\b(?:{_MATTER}|agree\w*|sign\w*|accept\w*|lift\w*|negotiat\w*|withdr\w*|join\w*"
    rf"|support\w*|meet"
    r"|recogni[sz]\w*|return\w*|talk|stop|end|halt|releas\w*|resum\w*|ratif\w*)\b",
    re.IGNORECASE,
)
# What a benefit comes from: a deal, talks, an end of fighting, working together.
GOOD_CAUSE = re.compile(
    rf"\b(?:{_MATTER}|cooperation|normali[sz]ing|ending|(?:an|the) end (?:to|of)|success"
    rf"|reconciliation"
    r"|compromise|integration|membership|trade)\b",
    re.IGNORECASE,
)
# Subjects whose standstill is an obstacle.
STUCK = re.compile(rf"\b(?:{_MATTER}|sides|parties|mission|efforts?|diplomacy)\b", re.IGNORECASE)
PROJECTION = frozenset("project estimate forecast predict calculate expect".split())
