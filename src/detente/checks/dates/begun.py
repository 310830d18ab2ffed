"""What a count of years is of: a war or another long affair with a known beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from detente.documents.document import Document
from detente.evidence.tokens import Sentence
from detente.reference.beginnings import Beginning, beginnings

# Words that stand for the one war a document speaks of.
_BARE = re.compile(r"(?<!\w)(?:war|conflict|invasion|fighting|hostilities)(?!\w)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"(?<!\w)(?:presiden(?:cy|t)|term|office|tenure|talks|program(?:me)?|plan|agreement|alliance|"
    r"relations|reign|studies|row|membership)(?!\w)",
    re.IGNORECASE,
)


def begun_in(document: Document, sentence: Sentence) -> Sequence[Beginning]:
    """The beginnings that a count in the sentence may be from; none where that cannot be told.

    A name of one affair in the sentence decides. Where the sentence only speaks of *the war*,
    the document must name one affair and no other. One name may stand for several beginnings
    (an invasion and the conflict before it): a count that fits either is right.
    """
    text = document.text
    here = _named(text[sentence.start : sentence.end])
    if here:
        return here if len({b.affair for b in here}) == 1 else ()
    if not _BARE.search(text, sentence.start, sentence.end):
        return ()
    if _ANOTHER.search(text, sentence.start, sentence.end):
        return ()
    whole = _named(text)
    return whole if len({b.affair for b in whole}) == 1 else ()


def _named(text: str) -> tuple[Beginning, ...]:
    found = {m.group().lower() for m in _names().finditer(text.replace("’", "'"))}
    return tuple(b for b in beginnings() if found & {n.lower() for n in b.names})


@cache
def _names() -> re.Pattern[str]:
    names = sorted({n for b in beginnings() for n in b.names}, key=lambda n: (-len(n), n))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)
