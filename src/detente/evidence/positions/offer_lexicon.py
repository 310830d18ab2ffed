"""Cues of what is given, planned and in the way: offers, concessions, procedure, obstacles.

Written from the usual wording of diplomatic reporting and of official statements.
"""

from __future__ import annotations

from detente.evidence.positions.term_row import Row
from detente.evidence.positions.term_words import (
    BENEFIT,
    CONTENTS,
    FRUIT,
    GOODS,
    MATTER,
    PROCEDURE,
    SOME,
    TOLD,
    YIELDING,
    W,
)

# rule, kind, frame, is it speech, first words (verbs as lemmas after "v:"), what must follow.
GIVING: tuple[Row, ...] = (
    # ---- concessions
    ("agree_yield", "concession", "verb", True, "v:agree accept consent offer promise pledge "
                                                "commit "
     "undertake", rf"(?:itself |themselves |himself )?to (?:\w+ly |not )?{YIELDING}\b"),
    ("ready_yield", "concession", "verb", True, "ready willing prepared",
     rf"to (?:\w+ly |make )?(?:{YIELDING}|concessions|compromises?)\b"),
    ("give_up", "concession", "verb", False, "v:give cede renounce surrender waive relinquish "
                                             "forgo "
     "drop soften moderate",
     r"(?:up\b(?! (?:hope|on|his post|her post|the fight))"
     r"|(?:its|their|his|her|our|some|the|any|all|control|claims?|territor\w+|land) ?"
     rf"{SOME}(?:claims?|demands?|territor\w+|rights?|insistence|position|stance|objections?"
     rf"|control|"
     r"weapons|arsenal|lands?|islands?|sovereignty|opposition|conditions?|programme|program"
     r"|veto)\b)"),
    ("make_concession", "concession", "verb", False, "v:make offer",
     rf"{SOME}(?:concessions?|compromises?)\b"),
    ("back_down", "concession", "verb", False, "v:back climb", r"down\b"),
    ("concession_noun", "concession", "noun", False,
     "compromise compromises concession concessions", r"(?=.)"),
    # ---- offers
    ("put_forward", "offer", "verb", True, "v:present table submit put circulate outline unveil",
     rf"(?:forward )?(?:{W} ){{0,6}}?(?:proposals?|plan|draft|roadmap|peace formula"
     r"|counterproposals?)\b"),
    ("offer", "offer", "verb", True, "v:offer",
     r"(?!(?:no|few|little|condolences|congratulations|thanks|prayers|sympathy|advice|details"
     r"|evidence|proof|comment|hope|hopes|insight|glimpses?|an? (?:glimpse|apology|comment|hint"
     r"|reminder|assessment|explanation|reason))\b)[\w$€£]"),
    ("propose", "offer", "verb", True, "v:propose",
     rf"(?:{W} ){{0,3}}?(?:to|that|a|an|its|his|her|their|the|new|further|security|military"
     rf"|economic|financial|direct|\w+ing|\$|€|£)(?:\b|(?<=[$€£]))"),
    ("ready_to", "offer", "verb", True, "ready willing prepared",
     r"to (?!(?:be|do what|go|see|fight|die|leave|strike|attack|retaliate|condemn|use force)\b)\w"),
    ("pledge", "offer", "verb", True, "v:pledge promise undertake commit",
     r"(?:(?:itself|themselves|himself|ourselves) )?(?:to|that it|that they|not|a|an|\d|\$|€|£|new"
     r"|further|"
     r"more|up|its|their|continued|full)\b(?! (?:disagree|differ)\b)"),
    ("agree_procedure", "procedural", "verb", True, "v:agree decide",
     rf"to (?:\w+ly )?(?:(?:hold|resume|continue|start|begin|open|launch|keep up|intensify) {SOME}"
     r"(?:talks|negotiations|dialogue|discussions|consultations|contacts|meetings?|rounds?|work"
     r"|summit)|meet\b|reconvene|convene|(?:stay|remain) in (?:close |regular )?(?:touch|contact)"
     rf"|(?:establish|set up|form|create|launch|appoint) {SOME}(?:groups?|committees?"
     r"|commissions?|mechanisms?|channels?|hotlines?|teams?|task force|council))\b"),
    ("agree_to_do", "offer", "verb", True, "v:agree",
     r"to (?!(?:\w+ly )?(?:attend|join|take part|participate|meet|talk|negotiate|sit down|discuss"
     r"|consider|accept|sign|continue|disagree|differ|see|a|an|the|this|that|these|those|its|their"
     r"|his|her|new|terms|what|any|some)\b)\w"),
    ("express_readiness", "offer", "verb", True,
     "v:express voice signal confirm affirm reaffirm reiterate declare indicate underscore "
     "announce renew state",
     rf"(?:{W} ){{0,4}}?(?:willingness|readiness|commitment|intention|intent|determination|resolve)"
     r" to (?!the\b|an?\b|its\b|each\b|this\b)\w"),
    ("intend", "offer", "verb", True, "v:intend resolve plan aim",
     r"to (?!(?:be|go|see|leave|die|attack|strike|invade|kill|destroy|annex|discuss|attend|visit"
     r"|meet|travel|run|vote|sign|join|say|ask|speak|stay|a|an|the|this)\b)\w"),
    ("no_intention", "offer", "clause", True, "no",
     r"(?:\w+ )?(?:intention|plans?|desire|wish) (?:of \w+ing|to)\b"),
    ("policy_same", "offer", "clause", True, "not", r"changed\b"),
    ("announce", "offer", "verb", True, "v:announce unveil declare",
     rf"(?:an? |new |the ){SOME}(?:cease-?fires?|truces?|halt|suspension|pause|withdrawal"
     r"|moratorium|release|systems?|plans?|programmes?|programs?|funds?|initiatives?"
     rf"|packages?|schemes?|facility|loans?)\b"),
    ("agreed_on", "procedural", "verb", True, "v:agree",
     rf"on (?:the (?:importance|need|necessity) (?:of|for) )?{SOME}(?:communications?|channels?"
     rf"|talks|dialogue|contacts|negotiations|timetable|agenda|date|venue|format|mechanisms?"
     rf"|procedures?|modalities|schedule|steps)\b"),
    ("agreement_to", "procedural", "phrase", False, "agreement decision understanding",
     rf"to\b(?= (?:{PROCEDURE}))"),
    ("offer_noun", "offer", "noun", False,
     "offer offers pledge pledges proposal proposals counterproposal counterproposals",
     r"(?:to|of|for)\b(?= \w)"),
    ("own_proposal", "offer", "noun", False,
     "proposal proposals offer offers counterproposal counterproposals", r"(?=.)"),
    ("on_the_table", "offer", "clause", True, "on", r"the (?:negotiating |bargaining )?table\b"),
    ("will_give", "offer", "verb", False, "will would shall",
     r"(?:\(\w+\) )?(?:also |then )?(?:provide|help|lift|restore|grant|supply|release|withdraw"
     r"|fund|finance|send|deploy|contribute|facilitate|extend|ease|suspend|remove|reduce|assist"
     r"|return (?!to\b|home|on\b|in\b|next|when)|guarantee|modify|(?:act|serve) as"
     r"|purchase|buy|resume (?!talks|negotiations)|terminate|lower|host|allow|expand|deepen"
     r"|strengthen|enhance|promote|protect|negotiate|designate|share|ensure|exchange|improve"
     r"|increase|comply|maintain|address|advance|introduce|establish|set up|adopt|exempt"
     r"|implement|cancel|invest|support|work (?:with|to)|seek to|pursue|explore|consider|create"
     r"|launch|form|engage|cooperate|coordinate|hold|conduct|take the following|develop"
     r"|freeze|dismantle|reopen|evacuate|disarm|hand over|transfer|compensate|make (?:every"
     r"|arrangements|efforts)|take (?:steps|measures)|move towards?|work together|abide|observe"
     r"|recogni[sz]e|undertake|refrain|not (?:use|resort|threaten|deploy|seek|allow|station))\b"),
    ("will_keep", "offer", "verb", False, "will would",
     rf"continue (?:to \w|(?:{W} )?(?:\w+ing|support|assistance|work|efforts?|cooperation"
     rf"|consultations?|contacts?|talks|negotiations|discussions)\b)"),
    ("will_do", "offer", "verb", False, "will shall would ’ll",
     rf"(?:\(\w+\) )?(?:(?:also|then|each|both|further|{W}ly) ){{0,3}}?"
     rf"(?:do (?:everything|all|its|their|our|my|his|her)|(?!{TOLD}\b)\w+)\b"),
    # ---- possible outcomes
    ("seeks_to", "possible_outcome", "contents", False, "v:seek aim intend",
     r"(?:to |at )\w"),
    ("goal_is", "possible_outcome", "phrase", False, "goal goals aim aims objective objectives "
     "purpose potential",
     rf"(?:of (?:{W} ){{1,4}}?)?(?:(?:is|are|was|were|will be) )?to\b(?= \w)"),
    ("peaceful_end", "possible_outcome", "phrase", False,
     "diplomatic peaceful negotiated political",
     r"(?:resolution|solution|settlement)\b"),
    ("goal", "possible_outcome", "phrase", False,
     "achieve achieving reach reaching conclude concluding finalise finalising finalize finalizing "
     "secure securing",
     rf"(?:an? |the |this |that ){SOME}(?:peace|settlement|cease-?fire|truce|accord|deal|agreement"
     rf"|resolution)\b"),
    ("allows_for", "possible_outcome", "phrase", False, "swift rapid speedy prompt full",
     r"implementation\b"),
    ("may_yield", "possible_outcome", "clause", False, "could may might would can",
     rf"(?:also |still |then |eventually |even |ultimately )?(?:yield|produce|lead to|result in"
     rf"|bring about"
     r"|pave the way (?:for|to)|culminate in|end (?:in|with)|open the (?:way|door) (?:for|to)"
     r"|deliver|"
     rf"set the stage for|take the form of|include) {SOME}(?:{FRUIT})\b"),
    # ---- incentives
    ("in_exchange", "incentive", "clause", False, "in", r"(?:exchange|return) for\b"),
    ("benefit", "incentive", "clause", False, "could would will can may might",
     rf"(?:also |even |greatly |potentially |significantly |then |{W}ly )*{BENEFIT}\b"),
    ("goods_freed", "incentive", "clause", False, "could would will can may might",
     r"be (?:\w+ly )?(?:eased|lifted|suspended|unfrozen|released|restored|waived|scrapped|reduced"
     r"|removed|cut|granted)\b"),
    ("incentive_noun", "incentive", "noun", False, "incentive incentives carrot carrots inducement "
     "inducements sweetener", r"(?:such|like|including|of|to|for|in)\b"),
    ("giving", "incentive", "phrase", False,
     "lifting easing removing reducing suspending restoring unfreezing releasing granting lowering "
     "scrapping relaxing waiving cutting", rf"(?:{W} ){{0,4}}?{GOODS}\b"),
    # ---- procedure
    ("held_in", "procedural", "phrase", False, "hosted held convened chaired",
     rf"(?:in|at|on|under|by) (?:{W} ){{0,4}}?(?:venue|format|city|country|capital|auspices"
     rf"|territory|"
     r"location|soil)\b"),
    ("will_be_person", "procedural", "clause", False, "will", r"be\b"),
    ("may_run", "procedural", "verb", False, "may can shall", rf"(?:also )?{PROCEDURE}"),
    ("to_be_held", "procedural", "clause", False, "to",
     r"be (?:held|resumed|continued|convened|launched) (?:in|at|on|within|by|between|with)\b"),
    ("will_submit", "procedural", "clause", False, "will would may shall",
     r"be (?:submitted|presented|transmitted|forwarded|referred|handed over|implemented in"
     r"|carried out in|conducted|held|chaired|co-chaired|mediated|monitored|finali[sz]ed"
     r"|led by|represented by)\b"),
    ("will_meet", "procedural", "clause", False, "will would",
     r"(?:\w+ly |then |again |next )?(?:reconvene|meet again|resume (?:talks|negotiations|their"
     r"|in|on)|"
     r"be held (?:in|on|at|within)(?! an? (?:\w+ ){0,2}?(?:atmosphere|spirit))|take place "
     r"(?:first |again |next )?(?:in"
     r"|on|at|within)|be hosted|convene|host (?:talks|"
     r"negotiations|the (?:\w+ )?(?:round|talks|meeting|summit))|continue "
     r"(?:(?!\w+ing )\w+ )?(?:talks|negotiations|discussions|consultations|their|work))\b"),
    ("within_time", "procedural", "clause", False, "within",
     r"(?:a |the (?:next |coming )?)?(?:\w+ )?(?:days?|weeks?|months?|years?|hours?)\b"),
    ("manner", "procedural", "phrase", True, "emphasis emphasised emphasized stressed underlined",
     r"(?:on |the need for |the importance of )*[“\"]?(?:fair|direct|inclusive|transparent|open|"
     r"multilateral|bilateral|trilateral|structured|unconditional|parallel|phased) (?:and \w+ )?"
     r"(?:negotiations?|talks|dialogue|process|format|discussions)"),
    # ---- obstacles
    ("not_agreed", "obstacle", "clause", True, "not never haven’t hasn’t",
     r"(?:yet )?(?:agreed|reached (?:an? )?(?:agreement|deal|consensus)|settled|resolved)\b"),
    ("gaps", "obstacle", "phrase", False, "remaining outstanding persistent lingering",
     r"(?:gaps?|differences|disagreements?|obstacles?|disputes?|issues|questions|hurdles)\b"),
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
     rf"stall|doom|block|hamper|hinder|obstruct) {SOME}(?:{MATTER}|cooperation|efforts?|"
     r"initiative|mediation|diplomacy|negotiation)"),
    ("collapse", "obstacle", "clause", True, "would will could may might",
     r"(?:\w+ly )?(?:collapse|fall apart|unravel|fail|not (?:hold|last|work)|come to nothing"
     r"|be (?:doomed|meaningless|worthless|pointless|dead))\b"),
    ("rule_out", "obstacle", "verb", True, "v:rule",
     rf"out (?:any |all |new |further |the )?(?:\w+ )?(?:concessions?|compromises?|{MATTER}"
     r"|(?:return|releas|lift|eas|withdraw|ced|giv|recogni[sz]|negotiat|talk|meet|compromis|shar"
     r"|suspend|halt|stop|dropp|sign|accept|pull|remov|join|send|pay)\w*ing)\b"),
    ("refuse_yield", "obstacle", "verb", True, "v:refuse",
     r"to (?:make concessions|compromise|budge|sit down|negotiate|talk|recogni[sz]e|concede"
     r"|back down|yield|give ground|accept|meet|engage)\b"),
    ("failed_to", "obstacle", "clause", False, "v:fail",
     rf"to (?:\w+ly )?(?:broker|break|reach|agree|bridge|produce|resolve|overcome|make|yield"
     rf"|secure) "
     rf"{SOME}(?:{MATTER}|impasse|deadlock|progress|solution|gap|gaps|differences|consensus)\b"),
    ("breakdown", "obstacle", "noun", False, "breakdown collapse",
     rf"(?:of|in) (?:the )?{SOME}{MATTER}\b"),
    ("unresolved", "obstacle", "clause", False, "unresolved intractable unsettled", r"(?=\W)"),
    # ---- contents
    ("contents", "possible_outcome", "contents", False,
     "v:propose include envisage envision foresee contain provide call require outline list "
     "feature stipulate set",
     rf"(?:for |out )?(?:{W} ){{0,6}}?{CONTENTS}\b"),
)  # fmt: skip
