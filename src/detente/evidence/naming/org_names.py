"""Organisations that no table knows: a capitalised name with a word such as Council in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.evidence.items import ActorType
from detente.evidence.naming.gazetteer_match import Hit, is_hyphen
from detente.evidence.naming.name_words import FUNCTION_WORDS
from detente.evidence.naming.noun_phrases import ADJECTIVES
from detente.evidence.naming.organisation_words import (
    CONNECTORS,
    GENERIC,
    HEADS,
    NOT_ORGANISATIONS,
    PUBLICATIONS,
    WEAK,
)
from detente.evidence.naming.title_words import HEADS as TITLE_HEADS
from detente.evidence.naming.words import Words

# Title words that are also parts of organisations' names.
_NOT_TITLES = frozenset({"general", "justice", "economist", "chief", "marshal"})
_PLAIN_STATES = frozenset({"name", "acronym"})
_BODIES_OF_STATES = frozenset({"government_body", "military"})
# A commission "of the State Council" is a body of the state.
_OF_STATES = frozenset({"state", "government", "ministry", "parliament", "cabinet"})
_CONTINENTAL = frozenset({"african", "asian", "european", "american", "inter", "arab"})
_OF_PARLIAMENT = frozenset({"senate", "house", "parliamentary", "state", "select"})
# Groups called after the two who lead them.
_JOINED = frozenset({"group", "commission", "committee"})
_SIGNS = PUBLICATIONS | HEADS.keys()
# No name has more words on either side of its head.
_LONGEST = 14
# "Parliament of Norway" is a name anywhere; "Party for Change" only after an article.
_NAMED_ANYWHERE = frozenset({"government_body", "organisation", "think_tank"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{1,9}\Z")


@dataclass(frozen=True, slots=True)
class OrgName:
    """Tokens ``first:last`` name an organisation; ``owner`` is the state or body it is part of."""

    first: int
    last: int
    type: ActorType
    owner: str | None


def find_org_names(words: Words, hits: Sequence[Hit]) -> list[OrgName]:
    """Organisations named in prose outside the gazetteer, in order, none inside another."""
    covered = {i: h for h in hits for i in range(h.first, h.last)}
    found: list[OrgName] = []
    done = -1
    for i in words.find(_SIGNS):
        word = words.lowers[i]
        if word in _JOINED and not words.capital[i] and words.prose[i]:
            first = _pair_before(words, i, covered)
            if first is not None and first > done:
                found.append(OrgName(first, i + 1, "group", None))
                done = i
            continue
        if word in PUBLICATIONS and not words.capital[i]:
            name = _publication_before(words, i, covered)
            if name is not None and name.first > done:
                found.append(name)
                done = i
            continue
        if (
            i <= done
            or word not in HEADS
            or not words.capital[i]
            or not words.prose[i]
            or i in covered
        ):
            continue
        name = _name_around(words, i, covered)
        if name is not None and name.first > done:
            found.append(name)
            done = name.last - 1
    return found


def _pair_before(words: Words, i: int, covered: Mapping[int, Hit]) -> int | None:
    """First token of "Reyes-Marsh" before "(international working) group"."""
    k = i - 1
    while words.next_to(i, k) and i - k < 4 and words.lowers[k] in ADJECTIVES:
        k -= 1
    pair = words.together(k - 2, i) and is_hyphen(words.texts[k - 1]) and words.glued[k]
    if not pair or not words.glued[k - 1] or {k, k - 2} & covered.keys():
        return None
    return k - 2 if words.capital[k] and words.capital[k - 2] else None


def _publication_before(words: Words, i: int, covered: Mapping[int, Hit]) -> OrgName | None:
    """As in "Morgenbladet newspaper": the name alone."""
    first = i
    while i - first < 4 and words.next_to(i, first - 1) and _part(words, first - 1, covered):
        first -= 1
    if first == i or not covered.keys().isdisjoint(range(first, i)) or words.initial[first]:
        return None
    return OrgName(first, i, "media", None)


def find_acronyms(words: Words, names: Sequence[tuple[int, int]]) -> Mapping[str, tuple[int, int]]:
    """Acronyms that the text defines as "Full Name (ACR)": acronym -> tokens of the full name.

    ``names`` are the known names as token ranges; a capitalised run whose initials spell the
    acronym counts too.
    """
    ends = {last: first for first, last in names}
    out: dict[str, tuple[int, int]] = {}
    for i in range(1, len(words) - 2):
        if words.texts[i] != "(" or words.texts[i + 2] != ")":
            continue
        acronym = words.texts[i + 1]
        if not _ACRONYM.match(acronym) or sum(c.isupper() for c in acronym) < 2:
            continue
        if i in ends:
            out.setdefault(acronym, (ends[i], i))
        else:
            first = _spelled_out(words, i, acronym)
            if first is None and not acronym.isupper():
                # The first word may lend two letters: "Arctic Fish Trade Area (ArFTA)".
                first = _spelled_out(words, i, "".join(c for c in acronym if c.isupper()))
            if first is not None:
                out.setdefault(acronym, (first, i))
    return out


def _spelled_out(words: Words, end: int, acronym: str) -> int | None:
    """First token of the run before ``end`` whose capitals spell ``acronym``."""
    letters = [c for c in acronym.upper() if c.isalpha()]
    i = end
    while letters and words.next_to(end, i - 1) and end - i < 3 * len(acronym):
        i -= 1
        if words.capital[i]:
            if words.texts[i][0].upper() != letters.pop():
                return None
        elif words.lowers[i] not in CONNECTORS | {"the", "and", "&", "-"}:
            return None
        elif words.lowers[i][0].upper() == letters[-1]:
            letters.pop()  # some acronyms count the small words
    return i if not letters and words.capital[i] and end - i > 1 else None


def _name_around(words: Words, head: int, covered: Mapping[int, Hit]) -> OrgName | None:
    last = head + 1
    tail = seen = head
    # The last organisation word of the capitalised run is its head.
    while (
        tail + 1 - seen < _LONGEST
        and words.next_to(head, tail + 1)
        and _part(words, tail + 1, covered)
    ):
        tail += 1
        if words.lowers[tail] in HEADS and tail not in covered:
            head, last = tail, tail + 1
    last = _with_complement(words, last, covered, words.lowers[head] == "office")
    first = head
    while head - first < _LONGEST and words.next_to(head, first - 1):
        if _part(words, first - 1, covered):
            hit = covered.get(first - 1)
            first = hit.first if hit is not None else first - 1
        elif (
            (is_hyphen(words.texts[first - 1]) or words.texts[first - 1] == "&")
            and words.next_to(head, first - 2)
            and _part(words, first - 2, covered)
        ):
            first -= 2
        else:
            break
    first, owner = _strip_owner(words, first, head, covered)
    if is_hyphen(words.texts[first]):
        return None  # "the Norway-Sweden Alliance" names both, and no third
    owner = owner or _owner_beside(words, first, last, covered)
    length = head + 1 - first
    if length < 2 and last == head + 1:
        return None
    if tuple(words.lowers[head - 1 : head + 1]) in NOT_ORGANISATIONS:
        return None
    if words.lowers[head] in WEAK and last == head + 1 and length < 3:
        if words.lowers[first] in GENERIC:
            return None
        before = words.lowers[first - 1] if words.next_to(head, first - 1) else ""
        if before not in ("the", "a") and owner is None:
            return None
    bare = length < 2 and not (words.initial[first] or words.lowers[first - 1] == "the")
    if bare and HEADS[words.lowers[head]] not in _NAMED_ANYWHERE:
        return None
    return OrgName(first, last, _type_of(words, first, head, last), owner)


def _part(words: Words, i: int, covered: Mapping[int, Hit]) -> bool:
    """True if token ``i`` can belong to an organisation's name."""
    word = words.lowers[i]
    if not words.capital[i] or word in FUNCTION_WORDS:
        return False
    if word in TITLE_HEADS and word not in _NOT_TITLES:
        return False
    hit = covered.get(i)
    return hit is None or hit.name.kind != "population"


def _with_complement(words: Words, last: int, covered: Mapping[int, Hit], of_holder: bool) -> int:
    """Extend over "of Foreign Affairs", "for the Study of War", "of Health and Welfare".

    Offices may be named after their holder: "Office of the High Representative".
    """
    end = last
    while (
        end - last < _LONGEST
        and words.next_to(last - 1, end)
        and words.lowers[end] in CONNECTORS | {"and"}
    ):
        joins = words.lowers[end] == "and"
        if joins and end == last:
            break
        i = end + 1
        if not joins and words.next_to(end, i) and words.lowers[i] == "the":
            i += 1
        if not words.next_to(end, i) or not (_part(words, i, covered) or of_holder):
            break
        if joins and (i in covered or words.lowers[i] in HEADS or not _part(words, i, covered)):
            break
        if words.lowers[end] in ("to", "in", "against") and i in covered:
            break
        while (
            i - last < _LONGEST
            and words.next_to(end, i)
            and (
                _part(words, i, covered)
                or (of_holder and words.capital[i] and words.lowers[i] in TITLE_HEADS)
            )
        ):
            i += 1
        end = i
    return end


def _strip_owner(
    words: Words, first: int, head: int, covered: Mapping[int, Hit]
) -> tuple[int, str | None]:
    """A state's name before the name ("US Senate Committee") owns it but is not part of it."""
    hit = covered.get(first)
    if hit is None or not hit.name.entity.startswith("state:"):
        return first, None
    if hit.name.kind in _PLAIN_STATES and head + 1 - hit.last >= 2:
        return hit.last, hit.name.entity
    return first, hit.name.entity if hit.name.kind != "capital" else None


def _owner_beside(words: Words, first: int, last: int, covered: Mapping[int, Hit]) -> str | None:
    """The state in "Norway's Council …" or "Council … of Norway"."""
    before = covered.get(first - 2)
    if before is not None and words.lowers[first - 1] in ("’s", "'s") and before.last == first - 1:
        return before.name.entity
    inside = covered.get(last - 1)
    if inside is not None and inside.first > first and inside.name.entity.startswith("state:"):
        return inside.name.entity
    return None


def _type_of(words: Words, first: int, head: int, last: int) -> ActorType:
    kind = HEADS[words.lowers[head]]
    inside = set(words.lowers[first : head + 1])
    if kind == "organisation" and _OF_STATES & set(words.lowers[head + 1 : last]):
        return "government_body"
    if words.lowers[head] == "bank" and words.lowers[first] in _CONTINENTAL:
        return "igo"
    if kind == "organisation" and inside & {"clearing", "depository"}:
        return "company"
    if kind == "think_tank" and inside & {"military"}:
        kind = "military"
    if "central" in inside and kind == "company":
        kind = "government_body"
    if kind == "organisation" and inside & _OF_PARLIAMENT:
        return "government_body"
    if "international" in inside and kind in ("government_body", "organisation"):
        kind = "organisation"
    return kind  # type: ignore[return-value]


def owns_inner_names(name: OrgName) -> bool:
    """True if a state named inside is itself spoken of: "Polish Foreign Ministry"."""
    return name.type in _BODIES_OF_STATES
