"""Labels that end where a phrase ends: no loose function word, no mark without its partner."""

from __future__ import annotations

import re

from detente.types import Span

# Words that lead on to something: a label that stops at one was cut in the middle.
LEADING_ON = frozenset(
    """a an the this these those its his their our my your whose and or but nor that which who whom
    of to for with from at by into onto in on between against among during within without about
    towards toward upon than as via per if because while whereas although when where until unless
    according is are was were be been being has have had will would can could may might must shall
    should do does did not very more most such each every""".split()
)
_CLOSING = {"”": "“„", "»": "«", ")": "(", "]": "["}
_OPENING = frozenset("“„«([")
_WORD = re.compile(r"[^\W_]+")
_LOOSE = ",;:–—- \t\r\n"


def whole(words: str, instead: str = "") -> str:
    """``words`` on one line up to the end of their last phrase; ``instead`` if none is left.

    >>> whole("a meeting with his"), whole("the plan “as good as any")
    ('a meeting', 'the plan')
    """
    return _trimmed(_paired(" ".join(words.split()))) or _trimmed(_paired(instead))


def whole_span(span: Span) -> Span:
    """The span without function words and marks that lead on to words outside it.

    The same span if nothing would be left.
    """
    kept = _trimmed(span.text)
    if not kept or not span.text.startswith(kept):
        return span
    return Span(span.start, span.start + len(kept), kept)


def _trimmed(text: str) -> str:
    text = text.lstrip(_LOOSE)
    end = len(text)
    while True:
        while end and text[end - 1] in _LOOSE:
            end -= 1
        begin = end
        while begin and not text[begin - 1].isspace():
            begin -= 1
        # In small letters only: "May" and "Will" are names.
        if begin == end or text[begin:end] not in LEADING_ON:
            break
        end = begin
    return text[:end]


def _paired(text: str) -> str:
    """Without marks that have no partner; cut before an opening one that follows words."""
    waiting: list[int] = []
    lone: list[int] = []
    for at, mark in enumerate(text):
        if mark == '"':
            if waiting and text[waiting[-1]] == '"':
                waiting.pop()
            else:
                waiting.append(at)
        elif mark == "“" and waiting and text[waiting[-1]] == "„":
            waiting.pop()
        elif mark in _OPENING:
            waiting.append(at)
        elif mark in _CLOSING:
            if waiting and text[waiting[-1]] in _CLOSING[mark]:
                waiting.pop()
            else:
                lone.append(at)
    said = next((m.start() for m in _WORD.finditer(text) if m.group() not in LEADING_ON), len(text))
    stop = next((at for at in waiting if at > said), len(text))
    dropped = {*lone, *waiting}
    return "".join(c for at, c in enumerate(text[:stop]) if at not in dropped).strip()
