"""What a speaker's own words show, whatever their grammar: wording to look for in quotations.

The patterns are for text in lower case, which is looked through much faster.
"""

from __future__ import annotations

import re

from detente.evidence.items import StanceLabel


def _any(*patterns: str) -> re.Pattern[str]:
    joined = "|".join(p.replace(" ", r"\s+") for p in patterns)
    return re.compile(r"(?<![\w’])(?:" + joined + r")(?![\w’])")


_ENDING = (
    "(?:end|stop|make|give|talk|negotiate|act|begin|start|return|resume|come|bring|seize|choose"
    "|release|implement|conclude|finish)"
)
_MATTER = (
    "(?:initiative|proposals?|plans?|deals?|agreements?|settlement|talks|negotiations?|process"
    "|ceasefire|truce|role|mediation|solution|peace|dialogue|arrangement|treaty|compromise|accord"
    "|force|mission|transition|resolution|engagement|framework|formula|recognition|cooperation|guarantees?)"
)

# What a speaker's own words show, whatever their grammar.
QUOTED: tuple[tuple[str, StanceLabel, re.Pattern[str]], ...] = (
    (
        "quoted_support",
        "support",
        _any(
            "can only (?:help|be good|benefit|strengthen|bring)",
            "(?:is|’s|are|’re|be) (?:well )?worth (?!noting|remembering|mentioning|recalling)",
            "(?:it is|it’s|it's) (?:\\w+ly |very |so )?(?:important|essential|vital"
            "|necessary|crucial"
            "|imperative|critical) (?:that|to (?!note|say|remember|recall|know|understand))",
            "(?:should|must|deserves? to) be (?:commended|praised|applauded|congratulated|supported"
            "|encouraged|welcomed)",
            "deserves? (?:\\w+ )?(?:praise|credit|support|thanks)",
            "(?:(?:we|i) (?:am|are|was|were|’m|’re) )?(?:so |very |deeply )?(?:glad|proud|grateful|"
            "thankful|excited|delighted) (?:to see|that|for|by)",
            "(?:step|move|initiative|gesture) (?:forward|in the right direction)",
            "steps? in the right direction|right (?:step|path|direction|move|way forward)",
            f"(?:it is|it’s|it's|now is the|high|about) time (?:for [\\w ]{{2,40}} )?to {_ENDING}",
            "(?:we|i) (?:deeply |very much |warmly |highly )?(?:appreciate|value|thank) "
            "(?:[\\w’]+ ){0,5}?(?:efforts?|initiative|mediation|offer|proposals?|good offices|"
            "leadership|work)",
            "(?:we|i) (?:stand|are|am|’re|’m|remain) (?:fully |firmly |strongly )?(?:ready|willing|"
            "prepared|committed) to (?:\\w+ly )?(?:negotiat\\w+|talk\\w*|dialogue|discuss\\w*"
            "|engag\\w+|"
            "peace|mediat\\w+|resum\\w+|sit down|meet|compromise|(?:the|this) (?:talks|process"
            "|deal|"
            "agreement|ceasefire|plan))",
            "(?:we|i) (?:are|am|’re|’m) (?:\\w+ )?(?:encouraged|hopeful|optimistic|delighted"
            "|pleased)"
            " (?:by|that|about|with|to see)",
            "(?:great|historic|real|unique|good|important|golden) (?:opportunity|chance) (?:for|to)"
            " (?:\\w+ ){0,3}?(?:peace|end|dialogue|stability|settle\\w*|resolve)",
        ),
    ),
    (
        "quoted_opposition",
        "oppose",
        _any(
            "(?:is|are|’s|remains?|be) (?:\\w+ly )?(?:unacceptable|a non-?starter|out of the "
            "question"
            "|dead on arrival|off the table|a farce|a trap|a mistake|a charade|null and void)",
            "(?:we|i) (?:will|shall|can|could|would|do) ?(?:not|never) (?:\\w+ly )?(?:accept"
            "|negotiate"
            "|recogni[sz]e|tolerate|agree|support|back|allow|sign|participate|take part|endorse)",
            "(?:we|i) (?:won’t|won't|cannot|can’t|can't|don’t|don't) (?:ever )?(?:accept|negotiate"
            "|recogni[sz]e|tolerate|agree|support|back|allow|sign|participate|take part|endorse)",
            "there (?:is|’s|will be) (?:nothing|no reason|no need) to (?:discuss|negotiate|talk)",
            "no (?:deal|talks|negotiations?) (?:with|while|as long as|under)",
            "(?:not|never|without) (?:through )?(?:any |a |the )?(?:third part(?:y|ies)|mediators?"
            "|intermediar(?:y|ies)|middlem[ae]n|go-betweens?)",
            "(?:doomed|bound|certain) to fail",
        ),
    ),
    (
        "quoted_doubt",
        "sceptical",
        _any(
            "risks? (?:\\w+ly )?(?:\\w{3,}ing)",
            "(?:will|would|could|may|might) (?:only |simply |just )?(?:backfire|embolden|reward"
            " aggression|play into|legitimi[sz]e|undermine|sideline)",
            "(?:is|are|’s|remains?|seems?|be) (?:\\w+ )?(?:premature|naive|na[iï]ve|unrealistic|"
            "wishful thinking|half-baked|unworkable|too early|too vague)",
            "(?:we|i) (?:\\w+ly )?(?:doubt|have (?:\\w+ )?(?:doubts|reservations|concerns"
            "|misgivings)"
            "|remain (?:sceptical|skeptical|wary)|do(?:n’t| not) (?:trust|believe in))",
            "unlikely to (?:work|succeed|hold|last|help|bring)",
        ),
    ),
    (
        "quoted_condition",
        "conditional",
        _any(
            f"(?:any|every|no|all|an?|the|this|such) (?:[\\w’-]+ ){{0,6}}?{_MATTER}(?: "
            f"[\\w’-]+){{0,6}}?"
            " (?:must|should|needs? to|ha(?:s|ve) to|cannot|can only(?! (?:help|be good|benefit"
            "|strengthen|bring))|will only|shall)",
            "only (?:if|when|after|once|on condition)",
            "provided(?: that)?|on (?:the )?condition(?: that)?|(?:as|so) long as|unless",
            "(?:depends?|conditional|contingent) (?:up)?on",
            "before (?:any|we can|there can be|talks|negotiations)",
        ),
    ),
)
# Beside words of support these make it conditional: "…, but Kenya must withdraw first".
CONDITION_AFTER = _any(
    "must|have to|has to|needs? to|should|only (?:if|after|when)|unless|provided|first|cannot|"
    "guarantees?|concerns?|however"
)
