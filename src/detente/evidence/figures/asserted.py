"""Whether a statement asserts the figures in its content, or only speaks of them.

A figure has a speaker as its source where the speaker's statement puts the figure forward:

* the cue measures by its nature (*estimate*, *count*, *put at*, *report*, *warn of*), or
* the content is a clause of its own (*said that losses reached $3m*) under a cue that claims
  something (*say*, *announce that*, *believe*).

No source is whoever refuses, demands, offers, welcomes or condemns what the figure belongs to
(*ruled out returning the 15 boats*, *denied that 70 had fled*), nor whoever the narrator tells
of an act or an announcement with a mere noun (*announced a 15% levy*): there the narrator
states the figure.
"""

from __future__ import annotations

import re

from detente.evidence.items import ReportedStatement
from detente.evidence.reading import Reading
from detente.evidence.times.tense_cues import IRREGULAR_PASTS

_MEASURING = frozenset(
    """estimate put peg project forecast predict report count record show find document list rank
    measure contain confirm claim cite quote reference indicate reveal disclose detail
    acknowledge admit concede accuse allege blame mention highlight underline underscore note
    observe recall foresee anticipate expect fear reckon establish illustrate specify""".split()
) | {"warn of", "speak of", "talk of", "point to", "refer to", "according to", "complain of"}
# What these take is wanted, done, judged or denied, not put forward as being so.
_ACTING = frozenset(
    """deny reject refuse refute rebut dismiss condemn denounce deplore slam decry welcome praise
    applaud hail laud commend criticise criticize endorse propose recommend demand urge ask
    request order instruct invite plead appeal pledge promise vow swear offer threaten agree
    approve question protest doubt thank congratulate mourn lament regret justify defend""".split()
) | frozenset(
    f"{verb} {preposition}"
    for verb, prepositions in {
        "rule": "out",
        "call": "for on",
        "appeal": "for to",
        "ask": "for",
        "push": "for",
        "press": "for",
        "plead": "for",
        "argue": "for against",
        "warn": "against",
        "caution": "against",
        "protest": "against",
        "insist": "on",
        "agree": "on to",
        "object": "to",
        "advocate": "for",
        "apologise": "for",
        "apologize": "for",
    }.items()
    for preposition in prepositions.split()
)
_NOT_ASSERTED = _ACTING | frozenset({"demand", "proposal", "offer", "refusal", "rejection"})

# *put the cost at $3m* measures, *put 14 helicopters at their disposal* does not.
_PUT_AT = re.compile(
    r"\bat (?:[a-z]+ ){0,4}[^\W\d_]{0,3}[^\w\s]?\d|"
    r"\bat [^,;]{0,60}\b(?:hundred|thousand|million|billion|per ?cent|half|third)",
    re.IGNORECASE,
)
# *claimed the bombing*, *claimed responsibility*: what is claimed is a deed or a right.
_CLAIMED = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:responsib\w+|attacks?|(?:suicide )?bombings?|raids?|strikes?|killings?|"
    r"assassinations?|ambush(?:es)?|shootings?|explosions?|blasts?|assaults?|victory|credit|"
    r"sovereignty|territory|islands?|immunity|rights?|seats?)\b",
    re.IGNORECASE,
)
# Decisions, whose content is to be done: *concluded that a line of 400 kV should be built*.
_DECIDING = frozenset("conclude decide resolve determine stipulate".split())
_TO_BE_DONE = re.compile(r"\b(?:should|shall|must|(?:is|are) to)\b")
# *per million*, *per head*: a rate, no source; *per the ministry*, *per Lakeland Bank data*.
PER_SOURCE = re.compile(r"(?:the |an? |its |official |government |local )|[A-Z]")


def _is_rate(reading: Reading, statement: ReportedStatement) -> bool:
    if statement.cue != "per":
        return False
    return PER_SOURCE.match(reading.text, statement.cue_span.end + 1) is None


def _is_deed(statement: ReportedStatement) -> bool:
    """True if the content is done, held or decided rather than said to be so."""
    content = statement.content_span.text[:_REACH]
    if statement.cue == "put":
        return statement.type == "speech" and _PUT_AT.search(content) is None
    if statement.cue == "claim":
        return _CLAIMED.match(content) is not None
    return statement.cue in _DECIDING and _TO_BE_DONE.search(content) is not None


_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?|[,;:]")
_FINITE = frozenset(
    """is are was were am has have had do does did will would can could may might must shall
    should cannot isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't
    isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t""".split()
)
_SUBJECTS = frozenset("i we you he she it they there".split())
_RELATIVE = frozenset("which who whose whom that where when if unless as to by".split())
_FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
# Nobody looks further into a content than this many characters for its verb.
_REACH = 240


def asserts(reading: Reading, statement: ReportedStatement) -> bool:
    """True if ``statement`` puts forward the figures of its content as being so."""
    if _is_rate(reading, statement) or _is_deed(statement):
        return False
    if statement.type == "source_attribution" or statement.cue in _MEASURING:
        return True
    if statement.cue in _NOT_ASSERTED:
        return False
    content = statement.content_span
    if content.start < statement.cue_span.start:
        return True  # *Losses grew, he said*: what stands in front is a sentence
    between = reading.text[statement.cue_span.end : content.start]
    return re.search(r"\bthat\b", between) is not None or _is_clause(reading, statement)


def _is_clause(reading: Reading, statement: ReportedStatement) -> bool:
    """True if the content has a finite verb before any clause that hangs on one of its nouns."""
    content = statement.content_span
    stop = min(content.end, content.start + _REACH)
    tags = _tags(reading, content.start, stop)
    for n, m in enumerate(_WORD.finditer(reading.text, content.start, stop)):
        word = m.group().lower()
        if n == 0 and (word in _SUBJECTS or word == "that"):
            return True
        if word in _RELATIVE:
            return False
        tag = tags.get(m.start())
        if n > 0 and (tag in _FINITE_TAGS if tag is not None else _finite(word)):
            return True
    return False


def _finite(word: str) -> bool:
    return word in _FINITE or word in IRREGULAR_PASTS


def _tags(reading: Reading, start: int, stop: int) -> dict[int, str]:
    """Parts of speech by place; empty without a parse."""
    found = None if reading.parse is None or stop <= start else reading.parse.span(start, stop)
    if found is None:
        return {}
    base, span = found
    return {base + t.idx: t.tag_ for t in span}
