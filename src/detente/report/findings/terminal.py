"""Text as a terminal shows it: how many cells it takes, and nothing that plays tricks."""

from __future__ import annotations

import unicodedata

# Characters that show as nothing or turn the text around what follows them.
_HIDDEN = frozenset(
    {0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF}
    | set(range(0x202A, 0x202F))
    | set(range(0x2066, 0x206A))
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def safe(text: str) -> str:
    r"""The text on one line, with control and hidden characters written out.

    >>> safe("a\u202eb\x1b[31m")
    'a<U+202E>b<U+001B>[31m'
    """
    out = []
    for c in text:
        if c in "\n\t":
            out.append(" ")
        elif ord(c) in _HIDDEN or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp"):
            out.append(f"<U+{ord(c):04X}>")
        else:
            out.append(c)
    return "".join(out)


def cells(text: str) -> int:
    r"""How many columns of a terminal the text takes.

    >>> cells("ab"), cells("日本"), cells("e\u0301")
    (2, 4, 1)
    """
    return sum(_cell(c) for c in text)


def _cell(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1


def runs_both_ways(text: str) -> bool:
    """True if a terminal may show parts of the text from right to left."""
    return any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)
