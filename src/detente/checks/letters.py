"""Small letters as a pattern without regard to case sees them."""

from __future__ import annotations

# A pattern that ignores case takes these for an i, which no function of str does.
_AS_I = str.maketrans({"\u0130": "i", "\u0131": "i"})


def small(word: str) -> str:
    """The word in small letters, so that whatever a pattern matched is found in its table.

    >>> small("\u017fıx"), small("May")
    ('six', 'may')
    """
    return word.translate(_AS_I).casefold()
