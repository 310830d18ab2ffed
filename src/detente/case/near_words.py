"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

#: Near words are looked for this often in one list of findings; nobody reads more.
MOST_NEAR = 20
#: Letters times letters compared for one word, after which the rest is not looked at.
MOST_WORK = 200_000


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'egypt'?``, or nothing where no known word is near.

    >>> did_you_mean("egpyt", ["egypt", "israel"])
    "; did you mean 'egypt'?"
    """
    length, likely = len(word), []
    for other in known:
        length += len(other)
        if length * len(word) > MOST_WORK:
            break
        likely.append(other)
    near = get_close_matches(word, likely, n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""
