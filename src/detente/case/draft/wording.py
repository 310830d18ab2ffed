"""Small matters of wording that the draft's texts and questions share."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONG = 140
_WITH_ARTICLE = re.compile(
    r"^(?:United (?:States|Kingdom|Nations|Arab Emirates)|Netherlands|Philippines|Gambia|Bahamas"
    r"|Maldives|Comoros|Seychelles|Legislature|Taliban|Houthis)\b"
    r"|\b(?i:Union|Republic|Islands|Territories|League|Council|Committee|Organi[sz]ation|Bank|Fund"
    r"|Commission|Authority|Federation|Agency|Front|Forces)\b(?! of \w+ \w+ \w+$)",
)


def listed(words: Sequence[str]) -> str:
    """*A, B and C*; parted by semicolons where the parts are lists themselves."""
    if len(words) == 1:
        return words[0]
    if any(", " in word or " and " in word for word in words):
        return f"{'; '.join(words[:-1])}; and {words[-1]}"
    return f"{', '.join(words[:-1])} and {words[-1]}"


def some(words: Sequence[str], most: int) -> str:
    """*A, B and 3 more*."""
    if len(words) <= most + 1:
        return listed(words)
    return listed([*words[:most], f"{len(words) - most} more"])


def the(name: str, *, starts: bool = False) -> str:
    """*the United States*, *France*; ``starts`` a sentence."""
    if not _WITH_ARTICLE.search(name) or name.lower().startswith("the "):
        return name
    return f"{'The' if starts else 'the'} {name}"


def bare(words: str) -> str:
    """Words on one line, without quotation marks or punctuation around them."""
    text = " ".join(words.split())
    return text.strip("“”\"'‘’«» ,.;:") or text


def quoted(words: str, most: int = _LONG) -> str:
    """Words in quotation marks, cut after a whole word where they are long."""
    text = bare(words)
    if len(text) > most:
        text = text[:most].rsplit(" ", 1)[0] + " …"
    return f"“{text}”"
