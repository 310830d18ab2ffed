"""Titles that stand before or after names: offices, ranks and forms of address.

``titles.csv`` is kept by hand, from general knowledge, as of 2026-11-24.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from detente.reference.tables import rows, without_accents

Office = Literal[
    "head_of_state",
    "royal",
    "head_of_government",
    "deputy_head",
    "minister",
    "official",
    "envoy",
    "spokesperson",
    "legislator",
    "military",
    "organisation_head",
    "expert",
    "honorific",
]
Gender = Literal["f", "m"]

# Words before a title that change who holds it now, or its rank; hyphened forms as typed.
MODIFIERS = frozenset(
    "former ex then acting deputy vice assistant associate senior junior interim caretaker late "
    "incoming outgoing incumbent current new longtime veteran retired first second principal "
    "chief top lead designate elect emeritus transitional honorary ousted exiled de-facto "
    "self-proclaimed then-acting long-serving long-time newly-elected re-elected one-time "
    "onetime sometime previous past future would-be departing disgraced deposed".split()
)
# These say that the office is not held now (or not yet).
NOT_NOW = frozenset(
    "former ex then late incoming designate elect retired ousted deposed onetime one-time "
    "previous past future would-be emeritus".split()
)

# No title of the table has more words.
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Title:
    """A title in lower case without its modifiers, and what kind of office it is.

    ``gender`` is given only by titles that have one (*king*, *Mrs*, *chairwoman*).
    ``modifiers`` stand in the order of the text.
    """

    text: str
    office: Office
    gender: Gender | None
    modifiers: tuple[str, ...] = ()

    @property
    def held_now(self) -> bool:
        """False for *former*, *-elect*, *late* and the like."""
        return not NOT_NOW.intersection(self.modifiers)


@cache
def titles() -> Mapping[str, Title]:
    """All titles by their lower-case form, without full stops."""
    return {
        row["title"]: Title(
            row["title"], cast(Office, row["office"]), cast(Gender, row["gender"]) or None
        )
        for row in rows("titles.csv")
    }


def title(phrase: str) -> Title | None:
    """Read a phrase as modifiers and a title; None if it is not wholly that.

    >>> t = title("former Deputy Foreign Minister")
    >>> t.text, t.office, t.modifiers, t.held_now
    ('deputy foreign minister', 'minister', ('former',), False)
    >>> title("president-elect").modifiers
    ('elect',)
    """
    words = phrase.replace("’", "'").replace(".", "").lower().split()
    before: list[str] = []
    after: list[str] = []
    known = titles()
    if words and words[-1].endswith(("-designate", "-elect")):
        last, _, suffix = words[-1].rpartition("-")
        words[-1] = last
        after.append(suffix)
    start = 0
    while start < len(words):
        if len(words) - start <= _LONGEST:
            text = " ".join(words[start:])
            found = known.get(text) or known.get(without_accents(text))
            if found is not None:
                return Title(found.text, found.office, found.gender, (*before, *after))
        head, dash, rest = words[start].partition("-")
        if words[start] in MODIFIERS:
            before.append(words[start])
            start += 1
        elif dash and head in MODIFIERS and words[start].count("-") < _LONGEST:
            before.append(head)
            words[start] = rest
        else:
            return None
    return None
