"""Praise and blame in somebody's own words: verdicts, thanks, credit, reproach.

By frames of English evaluation (predicate adjective, exclamation, verdict noun), so that the
list of adjectives is all that a new word must be added to. They are for text in lower case.
"""

from __future__ import annotations

import re

_GOOD = (
    r"(?:great|historic|brilliant|remarkable|extraordinary|incredible|amazing|tremendous|superb"
    r"|phenomenal|masterful|outstanding|bold|courageous|inspiring|stunning|encouraging|wonderful"
    r"|fantastic|excellent|momentous|monumental|unprecedented|transformative|significant|positive"
    r"|impressive|splendid|commendable|welcome|constructive|promising|vital|crucial|successful"
    r"|fruitful|productive|major|huge|big|good|real|genuine|important|decisive|unwavering|strong"
    r"|visionary|heroic|game-?changing|landmark)"
)
_GOOD_THING = (
    r"(?:days?|moments?|steps?|jobs?|work|leadership|leaders?|meetings?|ideas?|achievements?"
    r"|accomplishments?|deals?|agreements?|opportunit(?:y|ies)|news|progress|victor(?:y|ies)|wins?"
    r"|breakthroughs?|milestones?|success(?:es)?|diplomacy|moves?|development|outcome|results?"
    r"|decision|initiative|efforts?|contributions?|chapter|start|credit|triumph|honou?r|summit"
    r"|peacemaker|negotiator|dealmaker|turning point|advance|example|strides?|movement|talks|call"
    r"|conversation|resolve|determination|commitment)"
)
_BAD = (
    r"(?:disastrous|catastrophic|shameful|disgraceful|outrageous|reckless|dangerous|illegal"
    r"|unlawful|unacceptable|unjustified|unjust|unfair|cynical|absurd|senseless|terrible|horrible"
    r"|appalling|irresponsible|naive|weak|wrong|hostile|aggressive|provocative|criminal|cowardly"
    r"|immoral|illegitimate|intolerable|regrettable|one-sided|meaningless|empty)"
)
_BAD_THING = (
    r"(?:disasters?|catastrophe|betrayal|surrender|capitulation|appeasement|disgrace|farce|sham"
    r"|failures?|mistakes?|blunders?|aggression|provocations?|violations?|crimes?|humiliation"
    r"|charade|trap|tragedy|treason|piracy|blackmail|terrorism|genocide|massacre)"
)
_BE = r"(?:is|was|are|were|been|be|’s|'s|’re|'re|what|such|truly|really)"


def _any(*patterns: str) -> re.Pattern[str]:
    joined = "|".join(p.replace(" ", r"\s+") for p in patterns)
    return re.compile(r"(?<![\w’])(?:" + joined + r")(?!\w)")


# Directed thanks or credit: a stance whatever the words beside it.
THANKS = _any(
    r"thank you(?: so much| very much)?(?:,? (?:mr|madam|mrs|president|prime)\b|,? for| to)",
    r"(?:well done|bravo|kudos|hats off|hear, hear|god bless)",
    r"congratulat(?:e|es|ions)",
    r"(?:deserves?|give|gives|tremendous|lots of|full) (?:\w+ ){0,4}?credit",
    r"(?:i|we) (?:\w+ ){0,2}?(?:commend|applaud|salute|praise|congratulate|admire|trust|thank)",
    r"(?:thanks|credit|kudos|gratitude) to",
    r"(?:proud|grateful|thankful|thrilled|honou?red|blessed) (?:to|of|that|for)",
    r"(?:pray|praying|prayers?) for",
    r"(?:i|we) (?:\w+ ){0,2}?(?:look|looking) forward to",
    r"without (?:\w+ ){1,4}?(?:would(?:n’t|n't| not| never)|none of)",
    r"(?:the only|no other|the right) (?:one|leader|person|man|woman|president|country)",
    r"(?:has|have|had|’ve|’s) (?:\w+ly )?(?:delivered|succeeded|achieved|demonstrated|restored"
    r"|shown (?:\w+ )?leadership|proven|proved|brought (?:\w+ ){1,4}?together)",
    r"(?:president|leader|champion|man|architect|friend|messenger)s? (?:of|for) peace",
    r"peace ?makers?",
    r"(?:good|great|better|best|vital) for (?:\w+ ){0,3}?(?:world|people|peace|everyone|us|all"
    r"|region|both|country|countries|[a-z]\w+)",
)
PRAISE = _any(
    rf"{_BE} (?:(?:an?|the|such|very|so|truly|really|\w+ly) ){{0,3}}?{_GOOD}"
    rf"(?: (?:and )?[\w-]+){{0,2}}? {_GOOD_THING}",
    rf"{_BE} (?:(?:very|so|truly|really|absolutely|quite|simply|just) ){{0,2}}?(?:great|historic"
    r"|brilliant|remarkable|extraordinary|incredible|amazing|tremendous|phenomenal|masterful"
    r"|outstanding|inspiring|stunning|encouraging|wonderful|fantastic|excellent|momentous"
    r"|commendable|unprecedented|impressive|constructive|promising)",
    rf"(?:an?|the|this|these|his|her|their|your|its|real|such) (?:\w+ ){{0,2}}?{_GOOD} "
    rf"(?:[\w-]+ )?{_GOOD_THING}",
    rf"{_GOOD} {_GOOD_THING}",
    r"(?:breakthrough|milestone|triumph|game-?changer|turning point|win-win|masterclass)",
    r"(?:progress|closer|step|steps|stride|path|pathway|road|door) (?:\w+ )?(?:to|towards?|for) "
    r"(?:\w+ ){0,4}?(?:peace|ceasefire|settlement|stability|agreement|deal)",
    r"(?:path|door|road) is (?:now )?open",
    r"peace is (?:closer|possible|within reach|near)",
    r"(?:more|most) (?:\w+ )?for peace",
)
BLAME = _any(
    rf"{_BE} (?:(?:an?|the|such|very|so|truly|\w+ly) ){{0,3}}?(?:{_BAD}|{_BAD_THING})",
    rf"(?:this|these|such|another|flagrant|blatant|clear|gross) (?:\w+ ){{0,2}}?{_BAD_THING}",
    rf"{_BAD} (?:act|acts|attack|attacks|decision|move|policy|actions?|behaviou?r|war)",
    r"(?:i|we) (?:\w+ ){0,2}?(?:condemn|reject|oppose|deplore|denounce|regret)",
    r"(?:shame on|no right to|has no place|have no place|must stop|will pay|held accountable)",
)
# What somebody asks for in so many words they stand for.
ADVOCATED = _any(
    r"(?:we|i) (?:\w+ly |also |really )?(?:insist|propose|offer|suggest|want|demand|recommend|urge"
    r"|call (?:up)?on|call for|hope|wish|seek|expect|intend|agree|believe in)",
    r"(?:it is|it’s|it's) (?:\w+ly )?(?:important|essential|vital|necessary|crucial|imperative"
    r"|time) (?:that|to|for)",
    r"(?:must|needs? to|have to|has to|should) (?:now |be |also |all )?(?:\w+ )?",
    r"(?:we|i) (?:will|shall|’ll|are ready|are prepared|are willing|stand ready|are committed)",
)
# The same where whatever was said stands: only the plainest wishes and duties.
WISHED = _any(
    r"(?:we|i) (?:\w+ly |also |really |all |strongly )?(?:insist|propose|suggest|demand|recommend"
    r"|urge|hope|call (?:up)?on|call for|appeal|look forward|welcome|greatly appreciate)",
    r"(?:it is|it’s|it's) (?:\w+ly |very |so )?(?:important|essential|vital|necessary|crucial"
    r"|imperative|critical|time) (?:that|to (?!note|say|remember|recall|know|understand))",
    r"(?:must|should) (?:\w+ly |also |now |all )?be (?:\w+ly )?(?!noted|said|seen|clear|able|so"
    r"|remembered|aware)\w+(?:ed|en|de|ne|lt|ld|nt)",
    r"(?:we|parties|sides|countries|states|nations) (?:\w+ )?(?:must|need to|have to) (?!say|admit"
    r"|note|remember|understand|be honest|see|ask|thank|go)\w+",
)
