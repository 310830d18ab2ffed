"""Characters that a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2060": "word joiner",
    "\ufeff": "zero-width no-break space",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", "change of writing direction"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", "change of writing direction"),
    **{chr(c): "tag character" for c in range(0xE0020, 0xE0080)},
}
_ANY = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0020-\U000e007f]+"
)
# Scripts in which joiners and marks of direction are part of writing.
_AT_HOME = re.compile("[\u0590-\u08ff\u0900-\u0dff\u1000-\u109f\ufb1d-\ufdff\ufe70-\ufefc]")
_PICTURE = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")
_MOST = 20


@check(
    code="DOC506",
    name="invisible-characters",
    severity="warning",
    summary="The text holds characters that are not seen: zero-width, or turning its direction.",
    why="They split words for search and checks, can mark a copy, and can show a text in another "
    "order than it is read by a program.",
    fix="Take them out, and ask how they came in.",
    fires=("Minister Ana So\u200bto said the bridge would open.",),
    silent=("Minister Ana Soto said the bridge would open.",),
)
def invisible_characters(record: Record) -> Iterator[Finding]:
    """Runs of such characters; joiners inside scripts and pictures that need them are at home."""
    for document in record.documents:
        for shown, m in enumerate(_foreign(document.text)):
            if shown == _MOST:
                break
            start, end = max(0, m.start() - 12), min(len(document.text), m.end() + 12)
            names = ", ".join(dict.fromkeys(_NAMES[c] for c in m.group()))
            codes = " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(m.group()))
            yield Finding(
                code="DOC506",
                severity="warning",
                message=f"An invisible character stands here: {names} ({codes}).",
                reason="A reader does not see it; a program does.",
                witnesses=(Witness(document.id, document.span(start, end)),),
            )


def _foreign(text: str) -> Iterator[re.Match[str]]:
    for m in _ANY.finditer(text):
        beside = text[max(0, m.start() - 1) : m.start()] + text[m.end() : m.end() + 1]
        if not _AT_HOME.search(beside) and not _PICTURE.search(beside):
            yield m
