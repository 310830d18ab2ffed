"""Rows of stance words in official prose: undertakings, agreement, thanks, joining, blame.

What is undertaken or welcomed there is the matter itself, so whatever follows is the target.
"""

from __future__ import annotations

from detente.evidence.positions.stance_lexicon import Adjective, Row

# What is done for a common matter; never what hurts ("to punish", "to retaliate").
_FOSTER = (
    "(?:work|help|support|assist|facilitat|cooperat|co-operat|coordinat|contribut|engag|strengthen"
    "|deepen|promot|advanc|pursu|implement|provid|develop|negotiat|discuss|consult|strive|build"
    "|maintain|uphold|advocat|seek|encourag|back|stand (?:with|by|behind)|host|mediat|expand"
    "|foster|monitor implementation|keep working|explor|hold)\\w*"
)
_HARM = (
    "(?:retaliat|respond (?:in kind|with)|take (?:\\w+ )?(?:counter|revenge|retaliat)|hit back"
    "|strike back|aveng|punish|resist|fight|impose|walk)"
)
_ADVERB = "(?:\\w+ly )?"
_GOODWILL = (
    "(?:gratitude|appreciation|thanks|satisfaction|readiness|commitment|interest in|hope|desire"
    "|determination|willingness|intention|confidence|solidarity|respect for)"
)
_WEIGHT = (
    "(?:importance|need|necessity|commitment|resolve|imperative|determination|readiness|value"
    "|urgency|willingness|significance|support|desire|intention|adherence|right)"
)
_WORRY = "(?:concerns?|alarm|regret|disappointment|unease|worry|dismay|fears?|anxiety)"
_PAPER = (
    "(?:proposals?|plans?|roadmap|initiatives?|framework|resolution|drafts?|agreement|deal|treaty"
    "|accord|protocol|convention|declaration|pact|memorandum|package|formula|strategy|mechanism)"
)
# What a party gives up, sets up or lets happen when it does its part.
_STEP = (
    "(?:establish|creat|set up|suspend|lift|eas|remov|modify|amend|adopt|reduc|halt|ceas|end"
    "|withdraw|releas|reopen|resum|restor|allow|permit|ensur|return|exchang|sign|ratify|join"
    "|convene|appoint|launch|grant|refrain|respect|honou?r|abide|comply|continu|tak)\\w*"
)
_ENTERED = (
    "(?:join|sign|ratify|accede|host|attend|take part|participate|negotiate|mediate|resume|open"
    "|reopen|normalise|normalize|restore|cooperate|implement|recognise|recognize)"
)
_REQUESTED = (
    "(?:respect|implement|uphold|ensure|comply|abide|fulfil\\w*|honou?r|exercise|de-escalate"
    "|protect|release|reach|conclude|finali[sz]e|show|allow|facilitate|cooperate|adhere|contribute"
    "|provide|make|consider|continue|intensify|remain|put|bring|maintain|expand|increase|impose"
    "|strengthen|do)"
)
_WRONG = "(?:error|mistake|blunder|disaster|catastrophe|folly|violation|betrayal|tragedy)"
_NOT_ACTS = "(?:claims?|allegations?|accusations?|reports?|charges?|rumou?rs?|attacks? by)"
# What makes a plain assertion a stand: what ought to be, what is shared, what counts.
_VALUED = (
    "(?:must|should|needs?|needed|cannot|responsib\\w+|importan\\w+|essential|crucial|vital|necessary"
    "|indispensable|only way|commit\\w*|cornerstone|priority|imperative|support\\w*|ready|willing)"
)
_SENTENCE = "(?:[\\w.’'-]+,? ){1,10}?"
# Words of an object up to its noun; bounded, so that the search stays linear.
_WORDS = "(?:(?!(?:that|which|who|and|but)\\b)(?:[\\w’'-]+,?|\\(\\w+\\)) ){0,7}?"

# fmt: off
# rule, verbs, label, strength, need, is it speech, what must follow.
UNDERTAKINGS: tuple[Row, ...] = (
    ("threatened_response", "vow threaten pledge promise warn", "oppose", "medium", "act", True,
     f"(?:to {_ADVERB}{_HARM}|(?:of |with )?{_WORDS}(?:retaliation|countermeasures|reprisals"
     "|revenge))\\w*"),
    ("undertake_to", "agree undertake commit pledge resolve promise", "support", "high", "act",
     True, f"(?:itself |themselves |himself |herself )?to(?! {_ADVERB}{_HARM})"),
    ("agree_on", "agree", "support", "high", "act", True, "(?:up)?on|that|with the need"),
    ("reach_agreement", "reach conclude sign ratify finalise finalize initial join accede",
     "support", "medium", "act", False,
     f"(?:to )?(?:on )?{_WORDS}(?:{_PAPER}|agreements|understanding|consensus)"),
    ("spell_out", "describe outline explain lay spell make raise detail stress discuss", "oppose",
     "medium", "act", True,
     f"(?:out |clear )?{_WORDS}(?:implications?|consequences?|costs|repercussions)"
     "(?:,? (?:you know|and \\w+),?)? (?:of|if|for|should)"),
    ("put_forward", "present propose submit outline circulate unveil table draft develop"
     " advance launch"
     " adopt"
     " introduce publish offer announce",
     "support", "medium", "act", False, f"(?:forward )?{_WORDS}{_PAPER}"),
    ("propose", "propose recommend offer", "support", "medium", "act", True,
     "(?:to|that|the|a|an|new|further|joint|\\w+ing)"),
    ("will_foster", "will shall", "support", "medium", "act", False,
     f"(?:also |jointly )?{_ADVERB}(?:continue (?:to |its |their |the )?)?{_ADVERB}{_FOSTER}"),
    ("goodwill", "express convey voice extend state note declare reaffirm reiterate", "support",
     "high", "act", True, f"{_WORDS}{_GOODWILL}"),
    ("give_weight", "discuss reaffirm reiterate underscore underline emphasise emphasize stress"
     " highlight"
     " affirm acknowledge recognise recognize note confirm", "support", "medium", "act", True,
     f"{_WORDS}{_WEIGHT}(?: of| for| to|,| that)"),
    ("reaffirm_that", "reaffirm reiterate underscore affirm", "support", "medium", "act", True,
     "that"),
    ("worry_over", "express voice convey reiterate underscore share", "sceptical", "high",
     "act", True, f"{_WORDS}{_WORRY} (?:about|over|at|that|regarding|with|for|on)"),
    ("will_do_all", "will shall would", "support", "medium", "act", False,
     f"(?:also |jointly )?{_ADVERB}do (?:everything|all|whatever"
     "|(?:its|our|their) (?:utmost|best|part))"),
    ("will_take_step", "will shall", "support", "low", "act", False,
     f"(?:also |jointly )?(?:\\(\\w+\\) )?{_ADVERB}{_STEP}(?! fire| attack| war| to)"),
    ("decide_to", "decide", "support", "medium", "act", True, f"to {_ADVERB}{_STEP}"),
    ("pledge_aid", "pledge promise commit", "support", "medium", "act", True,
     f"{_WORDS}(?:aid|assistance|support|help|million|billion|funds|funding)"),
    ("thank_for", "thank congratulate", "support", "medium", "act", True,
     f"{_WORDS}(?:for|on|upon) (?:(?:the|its|his|her|their|this|these) )?(?:\\w+ ){{0,3}}?"
     "(?:efforts?|mediation|leadership|hosting|hospitality|support|role|agreement|treaty|deal"
     "|signing|ceasefire|truce|initiative|work|contributions?|cooperation|facilitat\\w+)"),
    ("look_forward", "look", "support", "medium", "act", True, "forward to"),
    ("break_off", "suspend freeze halt quit leave cancel abandon renounce", "oppose", "medium",
     "act", False, "(?:its |their |his |her |the |all )?(?:\\w+ )?(?:participation|cooperation"
     "|talks|negotiations?|dialogue|treaty|agreement|deal|accord|pact|contacts)"),
    ("abstain", "abstain", "conditional", "high", "act", False, "(?:from|in|on)"),
    ("plan_to_enter", "plan intend decide want seek aim hope wish vote choose", "support",
     "medium", "act", True, f"to {_ADVERB}{_ENTERED}"),
    ("task_to", "task instruct direct charge mandate assign", "support", "medium", "act", True,
     f"{_WORDS}(?:teams?|officials|ministers?|delegations?|negotiators?|experts|staff|groups?"
     "|envoys?|representatives|secretary|diplomats) (?:to|with)"),
    ("ask_parties_to", "call appeal", "support", "medium", "act", True,
     f"(?:on|upon|to) (?:[\\w’'.,-]+ ){{1,10}}?to (?:\\w+ly )?{_REQUESTED}"),
    ("urge_parties_to", "urge encourage invite", "support", "medium", "act", True,
     f"(?:[\\w’'.,-]+ ){{1,10}}?to (?:\\w+ly )?{_REQUESTED}"),
    ("no_intention", "have has had", "oppose", "medium", "act", False,
     "no (?:intention|plans?|desire|wish|interest|intent) (?:of|to|in)"),
    ("would_be_wrong", "say suggest argue warn add state caution maintain note stress", "oppose",
     "high", "act", True,
     f"(?:that )?{_WORDS}(?:would|will|could) be (?:an? )?(?:\\w+ )?{_WRONG}"),
    ("is_illegal", "say suggest argue add state maintain note stress declare insist reiterate",
     "oppose", "medium", "act", True,
     f"(?:that )?{_WORDS}(?:is|are|was|were|constitutes?|amounts? to) (?:an? )?"
     "(?:\\w+ )?(?:illegal|unlawful|unacceptable|violation|breach|aggression|provocation)"),
    ("condemn_act", "condemn denounce deplore oppose reject criticise criticize", "oppose", "high",
     "act", True, "(?:in the (?:strongest|harshest) (?:possible )?terms )?"
     f"(?:the|any|all|such|this|these|those|attempts|efforts|\\w+ing)(?! {_WORDS}{_NOT_ACTS})"),
    ("welcome_matter", "welcome appreciate commend applaud praise hail value", "support", "high",
     "act", True, f"{_WORDS}(?:commitments?|contributions?|progress|leadership|support|pledges?"
     "|assistance|investments?|readiness|willingness|intention|adoption|signing|ratification"
     "|cooperation|hospitality|results?|outcomes?|partnership|participation)"),
    ("note_gladly", "note acknowledge", "support", "medium", "act", True,
     "with (?:\\w+ )?(?:appreciation|satisfaction|gratitude|approval)"),
    ("note_sadly", "note", "sceptical", "medium", "act", True,
     "with (?:\\w+ )?(?:concern|regret|alarm|disappointment|dismay)"),
    ("deny", "deny", "oppose", "medium", "act", True, "(?:having|any|\\w+ing)"),
    ("stand_by", "stand", "support", "medium", "act", True,
     "(?:\\w+ly |ready to )?(?:with|by|behind|alongside)(?= (?:the|our|its|their|[a-z]))"),
    ("emphasise_that", "emphasise emphasize underline stress highlight", "support", "low", "act",
     True, f"that(?= {_SENTENCE}{_VALUED}\\b)"),
    ("preamble", "recognise recognize believe move bear recall welcome note reaffirm desire",
     "support", "medium", "act", False,
     f"(?:the importance|that|to|the need|{_ADVERB}(?:forward )?in (?:the spirit|mind)"
     f"|{_WORDS}(?:efforts|progress|commitments?|agreements?|principles))"),
    ("blame", "blame", "oppose", "medium", "act", True, f"{_WORDS}(?:[\\w’-]+ and )?{_WORDS}for"),
    ("meet_in_order_to", "reconvene meet gather return", "support", "low", "clause", False,
     f"{_WORDS}(?:with (?:the|an) (?:aim|goal|view|intention) (?:of|to)|in order to|to"
     " (?:conclude|finalise|finalize))"),
    ("engage_in", "engage", "support", "low", "process", False, "in"),
    ("work_towards", "work strive cooperate", "support", "medium", "act", False,
     f"{_ADVERB}(?:together )?(?:towards?|for|on) (?:\\w+ ){{0,3}}?(?:peace|solution|settlement"
     "|agreement|deal|end|truce|ceasefire)"),
)

OFFICIAL_ADJECTIVES: tuple[Adjective, ...] = (
    ("committed", "committed ready willing prepared determined resolved dedicated", "support",
     "high", "act", f"to(?! {_ADVERB}{_HARM})"),
    ("grateful", "grateful thankful", "support", "medium", "act", "(?:to|for|that)"),
    ("worried_over", "concerned alarmed worried troubled disappointed", "sceptical", "medium",
     "act", "(?:about|over|at|by|that)"),
)

OFFICIAL_NOUNS: tuple[Adjective, ...] = (
    ("support_from", "support backing endorsement approval help encouragement", "support", "low",
     "clause", "from"),
    ("criticism_from", "opposition criticism objections condemnation", "oppose", "low", "clause",
     "from"),
    ("own_undertaking", "agreement commitment readiness imperative willingness determination",
     "support", "medium", "act", "(?:to|that)"),
)
# fmt: on
