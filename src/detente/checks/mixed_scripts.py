"""Words that mix letters of two alphabets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness

_LATIN = "A-Za-z\u00c0-\u024f"
_OTHERS = {"Greek": "\u0370-\u03ff", "Cyrillic": "\u0400-\u052f"}
_WORDS = {
    name: re.compile(
        rf"(?<![\w])(?=[{_LATIN}{range_}]*[{_LATIN}])[{_LATIN}{range_}]*[{range_}]"
        rf"[{_LATIN}{range_}]*"
    )
    for name, range_ in _OTHERS.items()
}
_ANY_OTHER = re.compile(f"[{''.join(_OTHERS.values())}]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_MOST = 20


@check(
    code="DOC505",
    name="mixed-scripts",
    severity="warning",
    summary="A word mixes Latin letters with Greek or Cyrillic ones that look the same.",
    why="Search, names and checks miss the word, and it is a known way to slip past filters.",
    fix="Type the word again.",
    fires=("Minister Ana S\u043eto said the bridge would open.",),
    silent=(
        "Minister Ana Soto said the bridge would open.",
        "The paper \u041f\u0440\u0430\u0432\u0434\u0430 said the bridge would open.",
    ),
)
def mixed_scripts(record: Record) -> Iterator[Finding]:
    """Words with letters of both; symbols such as µ and Ω after a figure are no words."""
    for document in record.documents:
        shown = 0
        if not _ANY_OTHER.search(document.text):
            continue
        for name in sorted(_WORDS):
            for m in _WORDS[name].finditer(document.text):
                foreign = [c for c in m.group() if not _LATIN_LETTER.match(c)]
                if len(m.group()) < 3 or shown == _MOST:
                    continue
                shown += 1
                codes = ", ".join(f"{c} (U+{ord(c):04X})" for c in dict.fromkeys(foreign))
                yield Finding(
                    code="DOC505",
                    severity="warning",
                    message=f"“{m.group()}” mixes Latin letters with {name} ones: {codes}.",
                    reason="It looks like an ordinary word and is none.",
                    witnesses=(Witness(document.id, document.span(m.start(), m.end())),),
                )
