"""Whether two figures measure the same thing of the same at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from detente.checks.inside import sentence_at
from detente.checks.record import Record
from detente.evidence.items import Quantity

_WORD = re.compile(r"[^\W\d_]+")
_NO_CONTENT = frozenset(
    """the a an of in on for to from by with and or its their his her our this that these those at
    as is are was were be been has have had which who whose it they he she more less than over
    under about some up least most new all total overall other only just now still also would
    will could may might can not per cent percent""".split()
)
# Words that name a unit or a crowd and say nothing of what is counted.
VAGUE = frozenset(
    """people person men women child resident citizen civilian country nation state member party
    rate share amount number figure level year month day time point side group official leader
    case part thing deal increase rise fall drop growth cost price value percentage unit other
    place area meeting round vote measure support""".split()
)
# Different things happen to the same people; the words beside a count tell which.
_FATES = re.compile(
    r"(?<!\w)(?:kill|di(?=ed|e\b)|dead|death|wound|injur|displac|flee|fled|detain|arrest|abduct|captur|"
    r"releas|exchang|swap|miss|evacuat|rescu|hospital|return|deploy|withdr|recruit|mobili|employ|vot|"
    r"infect|starv|need|sanction|attend|protest|join|sign|ratif|appl|export|import|invest|donat|pledg|"
    r"spend|spent|earn|los[et]|borrow|owe|request|approv|reduc|increas|ris[ei]|rose|fell|fall|cut|grew|"
    r"import|tariff|duty|impos|suspend|remain|retain)\w*",
    re.IGNORECASE,
)
_REACH = 60
_FAR = 200
_FEWEST_SHARED = 3
LEAST_SHARED = 0.5
"""Share of content words that two sentences must have in common to tell of one thing."""


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words of a phrase that say what it is of, singular and in small letters."""
    found = {singular(w.lower()) for w in _WORD.findall(text)}
    return frozenset(w for w in found if w not in _NO_CONTENT and len(w) > 1)


def singular(word: str) -> str:
    """*casualties* as *casualty*, *banks* as *bank*."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def same_measure(record: Record, one: Quantity, other: Quantity) -> bool:
    """True if both state the same quantity, as far as the words tell; a doubt is a no.

    Units, times and what happens to those counted must agree, and so must the words for what is
    measured. Where these are vague (*people*, *countries*, *rate*) the actors it is about must
    agree too, and where they are no more than one word, most of the sentence.
    """
    if one.unit is None or one.unit != other.unit or one.as_of != other.as_of:
        return False
    if one.measures is None or other.measures is None:
        return False
    words = content_words(one.measures)
    if not words or words != content_words(other.measures):
        return False
    if one.about != other.about and (_changes(one.about, other.about) or words <= VAGUE):
        return False
    if _fates(record, one) != _fates(record, other):
        return False
    if len(words - VAGUE) > 1:
        return True
    # One word (*troops*, *risk*) is measured many times over; then the sentences must agree too.
    return _sentences_agree(record, one, other)


def _sentences_agree(record: Record, one: Quantity, other: Quantity) -> bool:
    texts = []
    for quantity in (one, other):
        document = record.document(quantity.document)
        sentence = sentence_at(record, document, quantity.span.start)
        if sentence is None:
            return False
        start = max(sentence.start, quantity.span.start - _FAR)
        end = min(sentence.end, quantity.span.end + _FAR)
        texts.append(content_words(document.text[start:end]))
    a, b = texts
    return len(a & b) >= max(_FEWEST_SHARED, LEAST_SHARED * len(a | b))


def _changes(one: Iterable[str], other: Iterable[str]) -> bool:
    """True if each is about somebody that the other is not."""
    return bool(set(one) - set(other)) and bool(set(other) - set(one))


def _fates(record: Record, quantity: Quantity) -> frozenset[str]:
    key = f"fates {quantity.document} {quantity.id}"
    if key not in record.memo:
        record.memo[key] = _fates_at(record, quantity)
    found: frozenset[str] = record.memo[key]
    return found


def _fates_at(record: Record, quantity: Quantity) -> frozenset[str]:
    text = record.document(quantity.document).text
    start = max(0, quantity.span.start - _REACH)
    around = text[start : quantity.span.end + _REACH]
    # Within the clause: what lies beyond a comma or stop happens to others.
    before, after = around[: quantity.span.start - start], around[quantity.span.end - start :]
    before = re.split(r"[,;.:()—–]|\band\b|\bwhile\b", before)[-1]
    after = re.split(r"[,;.:()—–]|\band\b|\bwhile\b", after)[0]
    return frozenset(m.group()[:4].lower() for m in _FATES.finditer(f"{before} {after}"))
