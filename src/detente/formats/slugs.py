"""Ids out of names: letters and digits, each once; the names themselves are kept beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from detente.case.entry import RESERVED

_LONGEST = 40
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def slug(name: str, kind: str) -> str:
    """A readable id; ``kind`` leads where the name begins with no letter or is a reserved word.

    >>> slug("Size of Fund", "issue")
    'size-of-fund'
    >>> slug("$100 Billion", "option")
    'option-100-billion'
    >>> slug("None", "option")
    'option-none'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    made = _NOT_PLAIN.sub("-", plain.lower()).strip("-")
    if len(made) > _LONGEST:
        made = made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]
    if not made:
        return kind
    return made if made[0].isalpha() and made not in RESERVED else f"{kind}-{made}"


def slugs(names: Iterable[str], kind: str) -> tuple[str, ...]:
    """An id for each name, in their order; what comes twice gets a number.

    >>> slugs(["No!", "No?", "Yes"], "option")
    ('no', 'no-2', 'yes')
    """
    wanted = [slug(name, kind) for name in names]
    taken: set[str] = set()
    left = set(wanted)
    made: list[str] = []
    numbers: dict[str, int] = {}
    for id_ in wanted:
        free = id_
        while free in taken or (free != id_ and free in left):
            numbers[id_] = numbers.get(id_, 1) + 1
            free = f"{id_}-{numbers[id_]}"
        taken.add(free)
        made.append(free)
    return tuple(made)
