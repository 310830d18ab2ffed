"""Rows of the stance lexicon: the words, what they show, and what must stand around them.

Written from the usual wording of diplomatic reporting, not from any one text.
"""

from __future__ import annotations

from typing import Literal

from detente.evidence.items import StanceLabel
from detente.types import Confidence

Need = Literal[
    "object",  # a target noun heads what follows: "rejected the plan"
    "process",  # the same, but acts do not count: "called for talks", not "for attacks"
    "clause",  # a target noun anywhere in the clause: "warned that the deal would fail"
    "optional",  # stands alone: "voiced support"; if something follows it must be a target
    "partner",  # counts with a target, or beside another cue of the same actor
    "none",  # the words of the cue name what they are about
    "act",  # whatever follows is what they are about: "agreed to share the water"
]

# Up to four words that may stand before a noun (adjectives, possessives), never a preposition.
_QUALIFIERS = (
    r"(?:(?!(?:of|that|to|in|for|with|on|at|by|from|but|about|over|as|it)\b)[\w’'-]+,? ){0,4}?"
)
_SUPPORT_NOUNS = (
    "(?:support|backing|endorsement|approval|enthusiasm|optimism|willingness|readiness|openness"
    "|blessing)"
)
_OPPOSE_NOUNS = "(?:opposition|objections?|rejection|disapproval|condemnation|outrage)"
_DOUBT_NOUNS = (
    "(?:sc?k?epticism|doubts?|reservations?|misgivings|unease|wariness|distrust|mistrust|concerns?"
    "|worry|worries|fears?|alarm|caution|pessimism|frustration|dismay|suspicions?)"
)
_GUARDED = (
    "(?:cautious|guarded|qualified|conditional|measured|tentative|lukewarm|limited|tepid|muted"
    "|wary|grudging|vague) (?:\\w+ )?(?:optimism|support|welcome|endorsement|backing|hope|approval"
    "|acceptance|interest)"
)
_CONDITION_NOUNS = "(?:preconditions?|conditions?|red lines?|caveats?|prerequisites?)"
_BARGAIN = (
    "(?:deal|agreement|settlement|talks|negotiations?|ceasefire|truce|mission|mediation|solution"
    "|peace|treaty|compromise|accord|pact|framework|formula|arrangement|process|initiative)"
)
_ATTENDING = "(?:attend|join|take part|participate|return to the (?:talks|table|negotiat\\w+))"
_APT = (
    "(?:justified|legitimate|necessary|constructive|historic|welcome|positive|lawful"
    "|commendable|courageous|defensive|decisive|bold|brave|wise|timely|appropriate|proportionate"
    "|correct|overdue|swift|acceptable|reasonable|fair|balanced|encouraging|promising|serious"
    "|credible|realistic|workable|(?:\\w+ )?(?:step forward|step in the right direction"
    "|breakthrough|milestone))"
)
_JOINING = (
    "(?:join|accept|support|back|endorse|resume|return|negotiate|mediate|partner|broker|engage"
    "|participate|attend|embrace|facilitate|seize|sign|ratify|begin|start|open|hold|come|take part"
    "|help|work|agree|commit|pursue|revive|enter|give)"
)
_TALKING = (
    "(?:negotiate|talk|mediate|meet|engage|discuss|resume|return to|join|participate|take part"
    "|attend|sit down|start|begin|hold|host|enter|facilitate|broker|sign|accept|consider"
    "|compromise)"
)
_AVOIDED = (
    "(?:commit\\w*|endors\\w*|back\\w*|support\\w*|offer\\w*|mediation|tak\\w+|promis\\w*|say\\w*"
    "|condemn\\w*|critici[sz]\\w+)"
)
_UNDER_STUDY = (
    "(?:the|this|that|its|a|an|any|our|his|her|their) (?:[\\w’-]+ ){0,3}?(?:proposals?|offers?"
    "|plans?"
    "|drafts?|deals?|invitation|request|resolution|framework|initiative|ideas?)"
)

# A word of an object: not one that would begin another clause.
_ANY_WORD = "(?!(?:that|which|who|and|but|if|because|while)\\b)[\\w’'“”\"-]+"

Row = tuple[str, str, StanceLabel, Confidence, Need, bool, str]

# rule, words, label, strength, need, what must follow: adjectives and nouns for persons.
Adjective = tuple[str, str, StanceLabel, Confidence, Need, str]

# fmt: off
# rule, verbs, label, strength, need, is it speech, what must follow.
VERBS: tuple[Row, ...] = (
    # Several words first, so that they win over their first word alone.
    ("has_doubts", "express voice raise register have has had harbour harbor", "sceptical",
     "medium", "optional", True, f"{_QUALIFIERS}(?:sc?k?epticism|reservations?|misgivings|doubts)"),
    ("cool_reception", "give", "sceptical", "high", "object", True,
     "(?:the |its |an? )?(?:cool|frosty|lukewarm|chilly|muted|icy|guarded|mixed) (?:reception"
     "|response|welcome) to"),
    ("doubt_noun", "express voice raise register convey air have has had harbour harbor hold share",
     "sceptical", "high", "partner", True, f"{_QUALIFIERS}{_DOUBT_NOUNS}"),
    ("no_until", "say stress insist add warn maintain argue underline emphasise emphasize note "
     "reiterate stipulate declare announce", "conditional", "medium", "none", True,
     "(?:that )?(?:no|nothing|neither|there (?:can|could|will|would) be no) (?:[\\w’-]+ ){0,6}?"
     "(?:can|could|will|would|until|unless) (?:[\\w’-]+ ){0,8}?"
     "(?:until|unless|before|without|only)"),
    ("said_condition", "say stress insist add warn maintain argue underline emphasise emphasize "
     "note reiterate", "conditional", "medium", "none", True,
     f"(?:that )?(?:(?:any|every|no) (?:[\\w’-]+ ){{0,6}}?{_BARGAIN}(?: [\\w’-]+){{0,6}}? "
     "(?:must|should|needs? to|had to|ha(?:s|ve) to|can only|could only)"
     "|(?:[\\w’-]+ ){1,5}?must first)"),
    ("guarded_noun", "express voice offer give signal show convey", "conditional", "high",
     "optional", True, f"(?:\\w+ )?{_GUARDED}"),
    ("support_noun", "voice express offer announce declare pledge give reiterate reaffirm lend "
     "signal throw show renew convey indicate state affirm receive win confirm", "support", "high",
     "optional", True, f"{_QUALIFIERS}{_SUPPORT_NOUNS}"),
    ("oppose_noun",
     "voice express announce declare reiterate reaffirm register raise signal state", "oppose",
     "high", "optional", True, f"{_QUALIFIERS}{_OPPOSE_NOUNS}"),
    ("condition_noun", "stress set insist outline list impose attach lay repeat reiterate name "
     "state emphasise emphasize maintain present put", "conditional", "high", "none", True,
     f"(?:on |out |down |forward )?{_QUALIFIERS}{_CONDITION_NOUNS}"),
    ("rule_out", "rule", "oppose", "high", "object", True, "out"),
    ("speak_against", "speak come vote argue campaign lash rail fight push", "oppose", "high",
     "object", True, "(?:out |back )?(?:strongly )?(?:against|at)"),
    ("speak_for", "speak come vote argue", "support", "high", "object", True,
     "(?:out )?in favou?r of"),
    ("object_to", "object", "oppose", "high", "object", True, "(?:\\w+ly )?to"),
    ("push_back", "push", "oppose", "medium", "object", True, "back (?:on|against)"),
    ("walk_out", "walk pull withdraw back", "oppose", "medium", "process", False,
     "(?:out of|out from|away from|from)"),
    ("cast_doubt", "cast throw pour raise", "sceptical", "high", "clause", True,
     "(?:(?:serious|new|fresh|some|further) )?(?:doubts?|cold water|questions|eyebrows)"
     " (?:on|over|about|at)"),
    ("take_issue", "take", "sceptical", "medium", "object", True, "issue with"),
    ("stop_short", "stop", "conditional", "high", "none", False, "short of"),
    ("avoid", "avoid resist eschew shun", "conditional", "medium", "none", False,
     f"{_QUALIFIERS}{_AVOIDED}"),
    ("withhold", "withhold reserve", "conditional", "high", "none", False,
     f"{_QUALIFIERS}(?:{_SUPPORT_NOUNS}|judge?ment|its position|commitment)"),
    ("keep_open", "keep", "conditional", "medium", "none", False,
     "(?:its|his|her|their|all) options open"),
    ("on_the_fence", "sit remain stay", "conditional", "medium", "none", False,
     "(?:on the (?:fence|sidelines)|non-?committal|undecided|neutral on)"),
    ("in_principle", "agree accept", "conditional", "medium", "none", True,
     "(?:to \\w+ )?(?:in principle|with reservations)"),
    ("under_study", "consider study examine weigh mull review assess", "conditional", "low",
     "none", False, _UNDER_STUDY),
    ("weight_behind", "throw put rally line swing unite", "support", "high", "object", False,
     "(?:(?:its|his|her|their) )?(?:full |diplomatic |political )?(?:weight |support )?"
     "(?:up )?(?:behind|around)"),
    ("green_light", "give", "support", "high", "object", False,
     "(?:its|his|her|their|the|a) (?:\\w+ )?(?:green light|blessing|backing|consent|nod)"
     " (?:to|for)"),
    ("sign_on", "sign", "support", "medium", "act", False, "(?:on to|up to|onto)"),
    ("align", "align agree concur side", "support", "low", "object", False,
     "(?:\\w+ly )?with(?! the need)"),
    ("agree_to_attend", "agree consent", "support", "medium", "none", True,
     f"to (?:\\w+ly )?{_ATTENDING}"),
    ("agree_to", "agree consent assent", "support", "medium", "process", True,
     "to(?= (?:the|a|an|this|these|that|new|further|direct|peace|ceasefire|talks|negotiations)"
     "\\b)"),
    ("share_aim", "share", "support", "low", "object", False,
     "(?:[\\w’'-]+ ){0,4}?(?:interest|goal|aim|desire|commitment|determination|wish) (?:in|of|to"
     "|for)"),
    ("call_on", "call appeal", "support", "medium", "clause", True,
     f"(?:on|upon|to) (?:[\\w’'.,-]+ ){{1,10}}?to (?:\\w+ly )?{_JOINING}"),
    ("urge", "urge encourage invite press ask", "support", "medium", "clause", True,
     f"(?:[\\w’'.,-]+ ){{1,10}}?to (?:\\w+ly )?{_JOINING}"),
    ("urge_to_come", "urge encourage invite press ask", "support", "low", "none", True,
     "(?:it|them|him|her|both|[\\w’-]+) to (?:attend|take part|participate)(?=[\\s,;.”\"]|$)"),
    ("call_for", "call push press lobby appeal advocate plead argue", "support", "medium",
     "process", True, "for"),
    ("refuse_to", "refuse", "oppose", "high", "none", True,
     f"to (?:{_TALKING}|ratify|approve|adopt|endorse|recogni[sz]e|implement|cooperate)"),
    ("warn_against", "warn caution", "sceptical", "high", "object", True, "against"),
    ("warn_that", "warn caution fear worry argue", "sceptical", "medium", "clause", True,
     "(?:that )?(?:(?!(?:it|they|he|she|we|if|any)\\b)[\\w’'-]+ ){1,6}?(?:could|would|will|may"
     "|might|risks?|risked) (?:not |only |further |be |also )?(?:fail|collapse|embolden"
     "|legitimi[sz]e"
     "|reward|undermine|weaken|backfire|empower|prolong|freeze|harm|hurt|damage|destabili[sz]e"
     "|jeopardi[sz]e|threaten|sideline|divide|entrench|set|lead|a|encourage|inflame|deepen)\\w*"),
    ("fear_that", "fear worry", "sceptical", "medium", "act", True,
     "(?:that )?(?:(?!(?:if|and|but)\\b)[\\w’'-]+,? ){1,12}?(?:could|would|will|may|might)"),
    ("warn_of", "warn", "sceptical", "medium", "clause", True,
     "(?:of|about) (?:the |serious |potential |grave )*(?:risks?|dangers?|pitfalls|consequences)"),
    ("doubt_that", "doubt question wonder", "sceptical", "high", "clause", True,
     "(?:that|whether|if|how|why)"),
    ("hope_for", "hope", "support", "low", "process", True, "for"),
    ("hope_to_see", "hope", "support", "low", "clause", True, "(?:to see|that)"),
    ("found_good", "call deem consider describe find declare hail view regard see treat",
     "support", "high", "clause",
     True, f"(?:that )?(?:{_ANY_WORD} ){{1,8}}?(?:as )?(?:(?:an?|the) )?[“\"]?(?:the )?"
     f"(?:\\w+ly |most |very |more )?{_APT}"),
    ("found_bad", "call deem consider describe find brand label declare denounce slam view regard "
     "see treat portray", "oppose",
     "high", "clause", True, f"(?:that )?(?:{_ANY_WORD} ){{1,8}}?(?:as )?[“\"]?(?:an? )?"
     "(?:\\w+ly )?(?:unacceptable|illegal|unlawful|illegitimate|unjustified|reckless|shameful"
     "|barbaric|null and void"
     "|invalid|aggression|provocation|farce|sham|betrayal|non-?starter|surrender|capitulation"
     "|violation|mistake)"),
    ("found_doubtful", "call deem consider describe find", "sceptical", "high", "clause", True,
     f"(?:that )?(?:{_ANY_WORD} ){{1,8}}?(?:as )?(?:an? )?(?:\\w+ly )?"
     "(?:premature|unrealistic|naive|na[iï]ve|vague|insufficient|inadequate|unworkable"
     "|wishful thinking|too little)"),
    ("justify", "justify defend", "support", "medium", "object", True, ""),
    # One word.
    ("back", "welcome hail applaud commend laud praise endorse back embrace champion favour favor "
     "support cheer approve accept bless greet advocate promote", "support", "high", "object",
     True, ""),
    ("appreciate", "appreciate acclaim salute", "support", "medium", "object", True, ""),
    ("reject", "reject oppose denounce dismiss condemn rebuff spurn decry repudiate boycott veto "
     "deplore torpedo ridicule mock slam blast", "oppose", "high", "object", True, ""),
    ("block", "block thwart resist refuse scupper stonewall sabotage", "oppose", "medium",
     "process", False, ""),
    # To criticise a proposal aloud is to stand against it; to be critical of it is doubt.
    ("criticise", "criticise criticize lambast lambaste", "oppose", "medium", "object", True, ""),
    ("question", "question doubt distrust mistrust lament", "sceptical", "medium", "object", True,
     ""),
    ("hedge", "hedge demur equivocate", "conditional", "medium", "none", False, ""),
)

ADJECTIVES: tuple[Adjective, ...] = (
    ("supportive", "supportive enthusiastic optimistic hopeful positive upbeat", "support", "high",
     "object", "(?:of|about|towards?|on|over)"),
    ("receptive", "receptive open amenable favourable favorable sympathetic", "support", "medium",
     "object", "(?:to|towards?)"),
    ("ready_to", "ready willing prepared eager keen open", "support", "medium", "none",
     f"(?:to|for) (?:\\w+ly )?(?:{_TALKING}|talks|dialogue|negotiations?|dialog|talking"
     f"|negotiating)"),
    ("glad_to_see", "happy glad pleased delighted", "support", "medium", "clause", "to see"),
    ("reluctant", "reluctant hesitant unwilling loath", "sceptical", "medium", "none",
     f"to (?:\\w+ly )?{_JOINING}"),
    ("in_favour", "in", "support", "high", "object", "favou?r of"),
    ("sceptical",
     "sceptical skeptical wary doubtful dubious suspicious distrustful leery cautious "
     "unconvinced pessimistic hesitant nervous uneasy critical lukewarm cool cooler concerned "
     "worried",
     "sceptical", "high", "object", "(?:of|about|on|over|towards?|to|by|that|whether)"),
    ("opposed", "opposed hostile averse", "oppose", "high", "object", "to"),
    ("against", "against", "oppose", "high", "object", ""),
    ("noncommittal", "noncommittal ambivalent undecided lukewarm", "conditional", "medium",
     "partner", "(?:on|about|over|towards?)"),
)

AGENTS: tuple[Adjective, ...] = (
    ("supporter", "supporter supporters advocate advocates proponent proponents backer backers "
     "champion champions sponsor", "support", "medium", "object", "(?:of|for)"),
    ("opponent", "opponent opponents", "oppose", "medium", "object", "(?:of|to)"),
    ("critic", "critic critics sceptic sceptics skeptic skeptics", "sceptical", "medium", "object",
     "of"),
)
# Nouns whose owner takes the stand: "Kenya’s support for the plan".
NOUNS: tuple[Adjective, ...] = (
    ("own_support", "support backing endorsement approval", "support", "medium", "object",
     "(?:for|of)"),
    ("own_opposition", "opposition rejection objection objections condemnation", "oppose",
     "medium", "object", "(?:to|of)"),
    ("own_doubt", "doubts scepticism skepticism reservations misgivings wariness", "sceptical",
     "medium", "object", "(?:about|over|of|towards?|on)"),
)
# fmt: on
