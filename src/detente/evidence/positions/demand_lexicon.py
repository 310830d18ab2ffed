"""Cues of what is asked and threatened: preconditions, threats, demands, pressure.

Written from the usual wording of diplomatic reporting and of official statements.
"""

from __future__ import annotations

from detente.evidence.positions.term_row import Row
from detente.evidence.positions.term_words import (
    HARM,
    MATTER,
    SOME,
    W,
)

# rule, kind, frame, is it speech, first words (verbs as lemmas after "v:"), what must follow.
ASKING: tuple[Row, ...] = (
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
     rf"direct|further|new)\s?{SOME}(?:{MATTER}|agree|sign|accept|negotiat)"),
    ("before_done", "precondition", "condition", False, "before", r"\w"),
    ("condition_noun", "precondition", "noun", False,
     "precondition preconditions prerequisite prerequisites",
     r"(?:for|of|is|are|was|were|that|to|include[sd]?|including|such)\b"),
    ("as_condition", "precondition", "condition", False, "as",
     r"an? (?:\w+ )?(?:pre-?condition|condition|prerequisite)\b"),
    ("depends_on", "precondition", "clause", False, "conditional contingent conditioned",
     r"(?:up)?on\b"),
    ("once", "precondition", "condition", False, "once", r"\w"),
    ("while_not", "precondition", "condition", False, "while", r"\w"),
    ("if_then", "offer", "promise", True, "if unless", r"\w"),
    ("set_conditions", "precondition", "verb", True,
     "v:set lay put impose list outline attach name state",
     rf"(?:out |down |forward )?{SOME}(?:pre-?)?conditions? (?:for|on|of|that|to|including)\b"),
    ("tied_to", "precondition", "verb", False, "v:tie link",
     rf"{SOME}(?:aid|loans?|support|recognition|membership|funding|funds|money|relief|lifting"
     rf"|withdrawal|release) (?:{W} ){{0,3}}?to\b"),
    # ---- threats
    ("threaten_to", "threat", "verb", True, "v:threaten", r"(?:to\b|(?:new |further |more "
     r"|military |"
     r"economic )?(?:sanctions|tariffs|retaliation|strikes|force|action|countermeasures|war"
     r"|reprisals)\b"
     r"|\w+ with\b)"),
    ("warn_will", "threat", "verb", True, "v:warn caution",
     rf"(?:{W} ){{0,2}}?(?:that )?(?:it|they|he|she|we|{W}) (?:would|will|could|may|might|was "
     rf"ready to"
     rf"|were ready to|is ready to|are ready to) (?:not hesitate to |also |{W}ly )?{HARM}\b"),
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
    ("plan_to_harm", "threat", "phrase", False, "plan plans preparations preparing planning",
     r"(?:to |an? |for (?:an? )?)(?:attack|strike|kill|invade|bomb|assassinate|annex|seize|destroy"
     r"|retaliate)\w*\b"),
    ("possible_harm", "threat", "phrase", True, "possibility threat prospect",
     rf"of\b(?= (?:imposing|introducing|adopting|{SOME}(?:sanctions|strikes|retaliation)\b))"),
    ("seek_revenge", "threat", "verb", True, "v:seek take exact",
     rf"(?:{W} ){{0,3}}?(?:revenge|vengeance|retribution)\b"),
    ("grave_mistake", "threat", "clause", True, "will would",
     r"be an? (?:\w+ )?(?:grave|serious|huge|big|colossal|historic|fatal|strategic|terrible|gross"
     r"|dangerous) (?:error|mistake|miscalculation)\b"),
    ("forced_to", "threat", "clause", True, "will would",
     r"(?:be (?:forced|obliged|compelled)|have no (?:other )?(?:choice|option) but) to "
     r"(?:respond|retaliate|act|take|use|react|impose)\b"),
    ("all_measures", "threat", "clause", True, "will would",
     r"(?:\w+ly )?(?:continue to )?take (?:all|any|every|the) (?:\w+ )?(?:necessary|appropriate"
     r"|possible) (?:\w+ )?(?:action|measures?|steps?)\b"),
    ("consequences_if", "threat", "phrase", True,
     "consequences implications repercussions consequence implication",
     r"(?:and \w+ )?(?:, (?:you know|i mean), )?(?:if\b|should\b|for (?:those|any|anyone|whoever"
     rf"|countries|states|entities|companies)\b|of (?:{W} ){{1,4}}?\w+ing\b)"),
    ("only_way", "precondition", "clause", True, "only", r"way (?:to|for|that|forward)\b"),
    ("threat_noun", "threat", "noun", False, "threat threats ultimatum",
     r"(?:to (?=(?:retaliate|attack|impose|withdraw|cut|block|veto|halt|use|close|expel|strike"
     r"|walk|"
     r"quit|leave|invade|annex|resume|suspend|pull)\b)|of (?=(?:new |further |more |military |"
     r"economic |additional )*(?:sanctions|tariffs|retaliation|strikes|force|invasion|war|attack|"
     r"veto|action)\b))"),
    # ---- demands
    ("demand_verb", "demand", "verb", True, "v:demand", r"(?!s?ing\b)\S"),
    ("insist_on", "demand", "verb", True, "v:insist",
     r"(?:up)?on\b|that\b"),
    ("insist_noun", "demand", "noun", False, "insistence", r"(?:up)?on\b|that\b"),
    ("stipulate", "demand", "verb", True, "v:stipulate", r"that\b"),
    ("demand_noun", "demand", "noun", False, "demand demands requirement requirements",
     r"(?:that|for(?! (?:\w+ )?(?:oil|gas|energy|grain|fuel|power|electricity|steel|chips|goods"
     r"|exports|labou?r)\b)|to|of|is|are|was|were|include[sd]?|including|by)\b"),
    ("call_on", "demand", "asked", True, "v:call appeal", r"(?:up)?(?:on|to)\b"),
    ("urge", "demand", "asked", True,
     "v:urge encourage ask request want expect order instruct implore beseech",
     rf"(?:{W} ){{1,9}}?to\b"),
    ("persuade", "demand", "asked", True, "v:persuade convince exhort entreat",
     rf"(?:{W} ){{1,9}}?to\b"),
    ("urge_noun", "demand", "verb", True, "v:urge counsel",
     r"(?:(?:utmost|maximum|greater|more) )?(?:restraint|calm|caution|patience|moderation|dialogue"
     r"|de-escalation)\b"),
    ("call_for", "demand", "verb", True, "v:call appeal press push",
     r"for\b(?! (?:tea|help|comment)\b)"),
    ("request_noun", "demand", "noun", False, "request requests", r"(?:for|that|to)\b"),
    ("call_noun", "demand", "noun", False, "call calls appeal appeals",
     r"for\b(?! the reasons?\b)"),
    ("want", "demand", "verb", True, "v:want",
     r"to (?:see|have)\b|(?:\w+ )?(?:guarantees|assurances|recognition|compensation)\b"),
    ("seek", "demand", "verb", False, "v:seek",
     rf"{SOME}(?:guarantees?|assurances?|concessions?|withdrawal|recognition|compensation"
     rf"|commitments?"
     r"|reparations|relief)\b"),
    ("red_line", "demand", "clause", True, "red", r"lines?\b"),
    ("non_negotiable", "demand", "clause", True, "non nonnegotiable", r"-?negotiable\b"),
    ("not_accept", "demand", "clause", True,
     "not never cannot won’t can’t don’t",
     r"(?:ever )?(?:accept|tolerate|recogni[sz]e|allow|agree to|give up|cede|compromise on|"
     r"permit|abandon|negotiate)\b"),
    ("must", "demand", "modal", True, "must",
     r"(?!have (?:been|\w+ed)\b|not forget)(?!admit|say|note|confess|seem|be (?:said|noted|aware"
     r"|seen))\w"),
    ("have_to", "demand", "modal", True, "has have had needs need needed",
     r"to (?!(?:do with|be (?:said|noted|seen)|say|admit|go|thank|ask|look)\b)\w"),
    ("should", "demand", "modal", True, "should",
     r"(?!(?:also |rightly )?(?:be (?:noted|said|seen|commended|praised|applauded|congratulated"
     r"|proud|clear"
     r"|remembered|thanked|able)|have|appreciate|know|understand|remember|come as|thank"
     r"|welcome)\b)\w"),
    ("necessary", "demand", "impersonal", True,
     "necessary essential vital imperative crucial indispensable urgent important time proposed "
     "recommended suggested advised required high",
     r"(?:time )?(?:for (?:\w+ ){1,4}?)?to (?!note|say|remember|recall|know|understand|see\b|add"
     r"|point|mention|recogni[sz]e|acknowledge|stress|emphasi|underline)\w"),
    ("proposed_that", "offer", "impersonal", True, "offered",
     r"(?:that\b|to (?!be\b)\w)"),
    ("advise", "demand", "asked", True, "v:advise ask tell",
     rf"(?:(?!that\b){W} ){{1,6}}?(?:to|not)\b"),
    ("task", "procedural", "asked", True, "v:task instruct direct mandate",
     rf"(?:{W} ){{1,6}}?(?:to|with)\b"),
    ("order", "demand", "verb", True, "v:order recommend",
     r"(?:that|an?|the|\w+ing|(?:two|three|four|five|six|seven|ten|\d+) "
     r"(?:days?|weeks?|months?))\b"),
    ("oppose_any", "demand", "verb", True, "v:oppose",
     r"(?:any|all|attempts?|efforts?) \w"),
    ("opposition_to", "demand", "verb", True, "v:reiterate reaffirm express restate voice",
     rf"(?:{W} ){{0,3}}?opposition to \w"),
    ("need_to", "demand", "verb", True, "v:underscore emphasise emphasize stress underline "
     "highlight note agree",
     r"(?:up)?(?:on )?the (?:\w+ )?(?:need|necessity) (?:to|for|of) \w"),
    ("list_of", "demand", "listed", False, "steps measures actions demands requests points",
     rf"(?:{W} ){{0,4}}?(?:are|be taken|taken|needed|necessary|required|are as follows)?\s?:"),
    ("list_of_conditions", "precondition", "listed", False, "conditions preconditions",
     rf"(?:{W} ){{0,4}}?(?:are|met|fulfilled|are as follows)?\s?:"),
    # ---- pressure
    ("impose_costs", "pressure", "phrase", False, "imposing impose",
     rf"(?:{W} ){{0,3}}?(?:costs?|consequences)\b"),
    ("no_time", "pressure", "clause", True, "no",
     r"(?:\w+ )?time (?:to (?:waste|lose)|left)\b"),
    ("retaining", "pressure", "phrase", False, "retaining keeping maintaining retain",
     rf"{SOME}(?:rates?|tariffs?|dut(?:y|ies)|sanctions|restrictions|embargo|blockade)\b"),
    ("press_harder", "pressure", "phrase", False,
     "increase increasing intensify intensifying maintain maintaining strengthen strengthening "
     "tighten tightening raise raising exert exerting",
     rf"{SOME}(?:pressure|sanctions)\b"),
    ("deprive", "pressure", "phrase", False, "deprive depriving deter deterring isolate isolating "
     "weaken weakening", rf"(?:{W} ){{1,8}}?\w"),
    ("pressure_into", "pressure", "pressing", False, "v:pressure pressurise pressurize coerce "
     "compel "
     "force bully strong-arm",
     rf"(?!to\b|of\b|on\b|from\b)(?:{W} ){{1,6}}?(?:into|to)\b"),
    ("press_to", "pressure", "asked", True, "v:press push nudge prod pressure",
     rf"(?:{W} ){{1,6}}?(?:to|into|towards?)\b"),
    ("pressure_on", "pressure", "noun", False, "pressure", r"(?:up)?on\b"),
    ("lean_on", "pressure", "pressing", False, "v:lean", r"on\b"),
    ("leverage_over", "pressure", "pressing", False, "v:use leverage",
     rf"{SOME}(?:leverage|influence|clout|weight) (?:over|on|with)\b"),
)  # fmt: skip
