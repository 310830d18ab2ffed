"""One key for the spellings of one name, and slugs for ids."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DOUBLED = re.compile(r"(.)\1+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# Only these letters carry no mark that NFKD could take off.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case without accents and apostrophes."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    spread = unicodedata.normalize("NFKD", text.lower()).translate(_LETTERS)
    return "".join(c for c in spread if not unicodedata.combining(c) and c not in "'’‘ʿʾ`")


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A key that transliterations of one name share.

    >>> len({fold(n) for n in ("Chernenko", "Tchernenko")})
    1
    >>> len({fold(n) for n in ("Belski", "Belsky", "Belskyy", "Belskiy", "Bel’skij")})
    1
    >>> fold("Andreyev") == fold("Andreev")
    True

    Short names are only freed of accents: too many of them would fall together.
    """
    key = plain(name)
    if len(key) < 5:
        return key
    key = key.replace("tch", "ch").replace("tsch", "ch").replace("kh", "h").replace("ou", "u")
    key = key.replace("y", "i").replace("j", "i").replace("ie", "e").replace("ii", "i")
    return _DOUBLED.sub(r"\1", key).replace("ie", "e")


def slug(text: str) -> str:
    """Lower case words joined by hyphens, without accents.

    >>> slug("Général O’Hara")
    'general-ohara'
    """
    return _NOT_SLUG.sub("-", plain(text)).strip("-") or "unnamed"
