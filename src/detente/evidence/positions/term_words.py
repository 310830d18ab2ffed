"""Words that cues of terms are made of: matters to negotiate, goods to give, harm, yielding."""

from __future__ import annotations

import re

W = r"[\w’'.-]+"
SOME = rf"(?:{W} ){{0,4}}?"
MATTER = (
    r"(?:talks?|negotiations?|dialogue|deals?|agreements?|ceasefire|cease-fire|truce|peace"
    r"|settlement"
    r"|treaty|accord|pact|summit|process|mediation|withdrawal|sanctions|recognition"
    r"|normali[sz]ation|truces|proposal|plan|resolution|discussions?|concessions?)"
)
GOODS = (
    r"(?:tariffs?|sanctions?|restrictions|assets|aid|barriers|dut(?:y|ies)|embargo(?:es)?|ban|bans"
    r"|access|loans?|investments?|funds?|funding|assistance|relief|quotas|visas?"
    r"|guarantees|recognition|blockade|debts?|prisoners|hostages|detainees|curbs|controls)"
)
YIELDING = (
    r"(?:give (?!rise)|giv(?:e|ing) up|ced(?:e|ing)|drop|eas(?:e|ing)|lift|withdraw|pull (?:out"
    r"|back)"
    r"|suspend|halt|freez\w*|waive|relax|soften|abandon|surrender|renounc\w+|releas\w+|remov\w+"
    r"|reduc\w+|recogni[sz]\w+|compromise|refrain|stop|ceas\w+|end|scrap|dismantl\w+|disarm|limit"
    r"|forgo|cut|roll back|return|eliminat\w+|evacuat\w+|demilitari[sz]\w+|not to)"
)
HARM = (
    r"(?:retaliate|respond|attack|strike|impose|cut|withdraw|block|veto|halt|suspend|use|resume"
    r"|escalate|close|expel|destroy|punish|hit|take|walk|quit|leave|pull|act|annex|invade|bomb"
    r"|face|suffer|be (?:punished|sanctioned)|fire|target|sanction|freeze|seize|shut|stop|end"
    r"|boycott|unleash|deploy|reconsider|pay)"
)
# Acts that bind a party's own hands: what it gives up by agreeing to them.
RESTRAINT = (
    r"(?:ensure safe|prevent|ban|respect|observe|prohibit|abstain|hold off|pause|stand down"
    r"|implement (?:a |the )?(?:\w+ )?(?:cease-?fire|truce|withdrawal))"
)
# What "will" tells and does not promise: states, feelings, movements, words, outcomes.
TOLD = (
    r"(?:be|have|see|need|know|get|go|come|travel|visit|arrive|feel|think|find|lose|win"
    r"|suffer|die|like|want|say|tell|ask|answer|speak|talk|refer|point|turn|let|note|mention|add"
    r"|try|look|start|begin|happen|occur|depend|mean|lead|cause|result|stay|grow|rise|fall|fail"
    r"|prove|seem|appear|face|pay|cost|affect|vary|last|show|hear|learn|read|write|run|sit|stand"
    r"|stop|turn|wait|wonder|hope|believe|understand|remember|forget|recall|describe|explain"
    r"|characteri[sz]e|leave|live|love|miss|notice|realise|realize|succeed|prevail|survive|thrive"
    r"|watch|wish|call|discover|enjoy|emerge|exist|encourage|enable|shape|define|matter|mark"
    r"|celebrate|meet|never|not|likely|probably|ever|only|soon|always|indeed|surely|also|a|an|the"
    r"|become|determine|serve|step|weigh|point|feature|cover|span|include|comprise|consist|contain|measure|bypass|connect|transform|do)"
)
_RUNNING = (
    r"(?:talks|negotiations?|dialogues?|discussions?|consultations?|contacts?|meetings?|rounds?"
    r"|(?:technical )?work|summits?|conferences?|(?:working )?groups?|committees?|commissions?"
    r"|mechanisms?|channels?|hotlines?|teams?|task force|councils?|communications?|timetable"
    r"|timeline|schedule|roadmap|modalities)"
)
# How talks go on and what carries them: who meets, where, in which bodies, by when.
PROCEDURE = (
    rf"(?:(?:hold|resume|continue|start|begin|open|launch|keep up|intensify|establish|set up"
    rf"|form|create|appoint|conduct|maintain|convene|schedule|organi[sz]e|agree on) {SOME}"
    rf"{_RUNNING}\b"
    rf"|take (?:the following )?(?:steps|actions|measures)\b"
    rf"|(?:meet|reconvene|convene|follow up|report back|draw up|work out|finali[sz]e)\b"
    rf"|(?:stay|remain) in (?:close |regular )?(?:touch|contact)"
    rf"|develop (?:the |a )?(?:measures|modalities|mechanisms?|principles|procedures|steps|plans?)"
    rf"|continue (?:\w+ )?(?:to )?(?:meet|discuss|consult|work)\w*\b)"
)
# Base forms that begin an act in a list of undertakings.
UNDERTAKEN = frozenset(
    """abolish accept achieve address adopt advance allow apply assist avoid ban begin block bring
    build cancel cease coordinate complete comply conclude conduct continue convene cooperate
    create cut deepen defend deploy determine develop dismantle ease eliminate end enforce enhance
    ensure establish exchange expand extend facilitate finance freeze fulfil fulfill fund grant
    guarantee halt help hold impose implement improve increase introduce invest join keep launch
    leave lift limit lower maintain make modify monitor negotiate oppose pay prevent prohibit
    promote protect provide publish purchase pursue recognise recognize reduce refrain reject
    release remove renew reopen repair resist resolve respect restore resume return secure send
    settle share sign start stop strengthen supply support suspend sustain take tackle terminate
    uphold use waive withdraw""".split()
)
BENEFIT = (
    r"(?:unlock|yield|save|boost|lower|benefit|bring|generate|create|free up|attract|restore|open"
    r"|stabili[sz]e|reduce|cut|add|raise|lift|increase|revive|deliver|help|secure|ease|transform"
    r"|enhance|encourage|improve|spur)"
)
FRUIT = (
    r"(?:frameworks?|agreements?|deals?|pacts?|accords?|ceasefires?|truces?|breakthroughs?"
    r"|settlements?"
    r"|treat(?:y|ies)|solutions?|corridors?|compromises?|talks|negotiations?|exchanges?|swaps?"
    r"|peace"
    r"|memorand(?:um|a)|communiqu[eé]s?|roadmaps?|normali[sz]ation|withdrawals?)"
)
CONTENTS = (
    r"(?:bans?|offices?|commissions?|committee|compensation|reparations|cease-?fires?|truces?"
    r"|withdrawals?|zones?|corridors?|releases?|exchanges?|swaps?|prisoners|hostages|detainees"
    r"|guarantees|sanctions|relief|aid|funds?|monitors|monitoring|observers|mission|mechanisms?"
    r"|demilitari[sz]ation|disarmament|elections?|referendum|return|recognition|halt|freeze"
    r"|moratorium|quotas?|licen[cs]es|licensing|patrols|autonomy|limits|caps?|inspections?"
    r"|peacekeepers|force|amnesty|power-?sharing|border|access|tariffs|neutrality|reopening)"
)


def follows(pattern: str) -> re.Pattern[str]:
    """Compile what follows a cue's first word in lower case; a blank is any white space."""
    return re.compile(r"\s*" + f"(?:{pattern})".replace(" ", r"\s+"))


# What makes a clause of obligation a precondition.
FIRST = re.compile(
    r"\b(?:first(?=[\s”\"]*(?:[,.;]|$))|beforehand|before (?:any|talks|negotiations|there|we"
    r"|the|(?:it|he|she|they|\w+) (?:will|would|can|could))|(?:must|should|have to|has to) first"
    r"|prior to|as a (?:pre)?condition"
    r"|in advance|as (?:a|the) (?:necessary|first|essential) (?:step|condition))\b",
    re.IGNORECASE,
)
ANY_MATTER = re.compile(
    rf"(?:any|every)\s+(?:[\w’-]+\s+){{0,6}}?(?:role|force|mission|transition|government|"
    rf"initiative|effort|arrangement|solution"
    rf"|framework|"
    rf"{MATTER})\b",
    re.IGNORECASE,
)
BARGAIN = re.compile(
    rf"\b(?:{MATTER}|requests?|offers?|attend\w*|agree\w*|sign\w*|accept\w*|lift\w*|negotiat\w*|withdr\w*|join\w*"
    rf"|support\w*|meet"
    r"|security|guarantee\w*|ensure\w*|recogni[sz]\w*|return\w*|talk|stop|end|halt|releas\w*|resum\w*|ratif\w*)\b",
    re.IGNORECASE,
)
# What a benefit comes from: a deal, talks, an end of fighting, working together.
GOOD_CAUSE = re.compile(
    rf"\b(?:{MATTER}|cooperation|normali[sz]ing|ending|(?:an|the) end (?:to|of)|success"
    rf"|reconciliation"
    r"|compromise|integration|membership|trade)\b",
    re.IGNORECASE,
)
HARMFUL = re.compile(rf"{HARM}\b", re.IGNORECASE)
FREED = re.compile(rf"\b{GOODS}\b", re.IGNORECASE)
# Subjects whose standstill is an obstacle.
STUCK = re.compile(
    rf"\b(?:{MATTER}|sides|parties|rivals?|parliaments?|factions|governments|delegations|capitals|"
    r"mission|efforts?|diplomacy)\b",
    re.IGNORECASE,
)
# What may go on, be put off or be held: talks and what a deal sets going.
GOING_ON = re.compile(
    rf"\b(?:{MATTER}|process(?:es)?|meetings?|rounds?|consultations|release|exchange|return"
    r"|implementation|ratification|disengagement|deployment|delegations?|elections?|differences"
    r"|inspections?|flights|exports|trade|construction|disagreements?|divisions|disputes?|obstacles|mistrust|distrust|conference|visits?)\b",
    re.IGNORECASE,
)
# Texts that put terms without being a party: "the draft provides for …".
TEXTS = frozenset(
    """draft text document communique communiqué proposal proposals plan deal accord agreement
    framework roadmap package resolution treaty formula blueprint memorandum pact truce ceasefire
    settlement declaration initiative protocol charter statement compromise terms paper""".split()
)
PROJECTION = frozenset("project estimate forecast predict calculate expect".split())
