"""Tell whether the name of a state, capital or seat is an actor here, or a place."""

from __future__ import annotations

from collections.abc import Mapping

from detente.evidence.items import MentionKind, MentionRole
from detente.evidence.naming.gazetteer_match import Hit, is_hyphen
from detente.evidence.naming.person_forms import is_thing
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.source_verbs import AUXILIARIES, SPEECH
from detente.evidence.naming.words import Words

_WHERE = frozenset("in at near outside around across inside via throughout within through".split())
_MOTION = frozenset(
    """travel travels travelled traveled travelling traveling fly flies flew flown flying go goes
    went going gone return returns returned returning head heads headed heading trip trips
    visit visits visited visiting arrive arrives arrived arriving bring brings brought come
    comes came coming move moves moved moving flight flights journey journeyed tour tours
    route way dispatch dispatched shuttle shuttles shuttled shuttling fled flee flees drive
    drove back invite invited invitation flown""".split()
)
_REACH = frozenset(
    "visit visits visited visiting leave leaves left leaving reach reached toured tour".split()
)
_OCCASIONS = frozenset(
    """summit summits meeting meetings talks conference conferences presser briefing press airport
    street streets embassy hotel negotiations session agreement agreements accord accords protocol
    protocols declaration declarations process format visit trip leg stop conference memorandum
    communiqué ceremony gathering forum round airspace suburb suburbs office headquarters time
    address rose garden lawn oval""".split()
)
# A capital before one of these only names the paper that was signed there.
_PAPERS = frozenset(
    """agreement agreements accord accords protocol protocols declaration process format memorandum
    convention treaty formula statement communiqué consensus document documents""".split()
)
_REGIONS = frozenset(
    """northern southern eastern western central north south east west northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern downtown mainland
    occupied rural upper lower inner outer coastal""".split()
)
_PLACE_OF = frozenset(
    """city capital outskirts streets sidewalks squares suburb suburbs region province town village
    battle siege port coast north south east west northeast northwest southeast southwest centre
    center part parts rest border borders territory map airspace waters""".split()
)
_SEATS = frozenset({"house", "palace", "pentagon", "capitol", "vatican"})
_WATERS = frozenset(
    """sea seas strait straits gulf ocean bay river peninsula islands island coast desert basin
    canal channel border borders airport airbase""".split()
)
_STAY = frozenset(
    """arrive arrives arrived arriving land lands landed landing meet meets met meeting held hold
    hosted host live lives lived living born based killed stationed deployed detained jailed
    imprisoned buried stay stays stayed resides exile gather gathered spoke speaking convene
    convened wounded injured fighting troops soldiers base bases embassy forces ambassador
    somewhere office offices residence""".split()
)

# Parts of the world that act only through whoever is named with them.
_CONTINENTS = frozenset(
    f"grp:{name}"
    for name in "Africa Asia CentralAsia LatinAmerica Caribbean Pacific Balkan Europe".split()
)
_ACTING = frozenset(
    """leaders allies nations countries states governments partners officials diplomats powers
    ministers union members mediators capitals""".split()
)


def role_of(
    words: Words, hit: Hit, covered: Mapping[int, Hit], decided: Mapping[int, MentionRole]
) -> tuple[MentionKind, MentionRole]:
    """Kind and role of a gazetteer name in its place.

    ``covered`` maps tokens to names, ``decided`` first tokens of names before this one to
    their roles.
    """
    kind = hit.name.kind
    if kind == "demonym":
        return "demonym", "place" if _is_geography(words, hit) else "actor"
    if kind == "capital":
        role = _capital_role(words, hit, covered, decided)
        return ("metonym" if role == "actor" else "name"), role
    if kind == "metonym":
        return "metonym", "place" if _located(words, hit) else "actor"
    if kind == "population":
        return "name", "actor"
    if hit.name.entity.startswith("state:"):
        return "name", "place" if _state_is_place(words, hit, covered) else "actor"
    if hit.name.entity in _CONTINENTS:
        after = _after(words, hit)
        return "name", "actor" if after in SPEECH or after in AUXILIARIES else "place"
    seat = words.lowers[hit.last - 1] in _SEATS
    return "name", "place" if seat and _located(words, hit) else "actor"


def names_something_else(words: Words, hit: Hit) -> bool:
    """As in "the Oslo Accords", "East Berlin": no mention of the state or its capital."""
    if hit.name.kind != "capital":
        return False
    before = hit.first - 1
    if words.next_to(before + 1, hit.last) and words.capital[hit.last]:
        airport = _after(words, hit, 1) if _after(words, hit) == "international" else ""
        if "airport" in (_after(words, hit), airport):
            return True
    return _after(words, hit) in _PAPERS or (
        _before(words, hit) in _REGIONS and words.capital[before] and not words.initial[before]
    )


def _is_geography(words: Words, hit: Hit) -> bool:
    """As in "the Korean Peninsula", "Asian markets": where, not who."""
    after = _after(words, hit)
    if after in _WATERS and words.capital[hit.last]:
        return True
    return (
        hit.name.entity in _CONTINENTS and hit.name.entity != "grp:Europe" and after not in _ACTING
    )


def _before(words: Words, hit: Hit, step: int = 1) -> str:
    i = hit.first - step
    return words.lowers[i] if words.next_to(hit.first, i) else ""


def _after(words: Words, hit: Hit, step: int = 0) -> str:
    i = hit.last + step
    return words.lowers[i] if words.next_to(hit.last - 1, i) else ""


def _located(words: Words, hit: Hit) -> bool:
    """A seat named as a place: "from the White House lawn", "at the Kremlin"."""
    after = _after(words, hit)
    if after in POSSESSIVES or after in SPEECH:
        return False
    before = _before(words, hit, 2) if _before(words, hit) == "the" else _before(words, hit)
    return before in ("at", "in", "outside", "inside", "near") or after in _OCCASIONS


def _state_is_place(words: Words, hit: Hit, covered: Mapping[int, Hit]) -> bool:
    before, after = _before(words, hit), _after(words, hit)
    if after in _WATERS and words.capital[hit.last]:
        return True
    if after in POSSESSIVES:
        return False
    if before in _REGIONS:
        return True
    if before == "the":
        before = _before(words, hit, 2)
        if before in ("in", "inside", "within", "across") and _before(words, hit, 3) in _STAY:
            return True
    if before in ("in", "at", "inside", "within", "across", "throughout", "outside"):
        return before in ("across", "throughout") or _before(words, hit, 2) in _STAY
    if before == "of":
        return _before(words, hit, 2) in _PLACE_OF
    # "in Geneva, Switzerland": a place within the state stands before.
    return (
        before == ","
        and words.capital[hit.first - 2]
        and _before(words, hit, 3) in _WHERE
        and not (hit.first - 2 in covered and covered[hit.first - 2].name.kind == "name")
        and (hit.first - 2 in covered or not _lists_on(words, hit))
    )


def _lists_on(words: Words, hit: Hit) -> bool:
    """True if a list goes on after the name: "in Bergen, Norway, and …" is none."""
    return _after(words, hit) in ("and", "or")


def _capital_role(
    words: Words, hit: Hit, covered: Mapping[int, Hit], decided: Mapping[int, MentionRole]
) -> MentionRole:
    before, after = _before(words, hit), _after(words, hit)
    if after in POSSESSIVES:
        return "place" if before in _WHERE and _after(words, hit, 1) in _OCCASIONS else "actor"
    if before in _WHERE and not _is_rooted(words, hit):
        return "place"
    if before in _REGIONS or before in _REACH:
        return "place"
    if after in _OCCASIONS or (after in _WATERS and words.capital[hit.last]):
        return "place"
    if _opens_dateline(words, hit) or _part_of_name(words, hit):
        return "place"
    if before in ("and", ",", "or") and _follows_place(words, hit, covered, decided):
        return "place"
    if before == "between" and _moves(words, hit.first - 1):
        return "place"
    if before in ("to", "for", "from", "toward", "towards") and _moves(words, hit.first - 1):
        return "place"
    if before == "from" and _leads_to_capital(words, hit, covered):
        return "place"
    if before == "to" and _follows_from(words, hit):
        return "place"
    if before == "of" and _before(words, hit, 2) in _PLACE_OF:
        return "place"
    if before in ("a", "the", "an") and after not in SPEECH and after not in AUXILIARIES:
        return (
            "place"
            if after
            and after[0].isalpha()
            and not words.capital[hit.last]
            and (
                after not in ("government", "regime", "leadership", "administration", "authorities")
            )
            else "actor"
        )
    if after == "," and hit.last + 1 in covered and covered[hit.last + 1].name.kind == "name":
        return "place"
    return "actor"


def _part_of_name(words: Words, hit: Hit) -> bool:
    """As in "the Oslo Metro": the name of a thing in the capital."""
    return (
        words.prose[hit.first]
        and words.next_to(hit.last - 1, hit.last)
        and words.capital[hit.last]
        and is_thing(words.lowers[hit.last])
    )


def _follows_place(
    words: Words, hit: Hit, covered: Mapping[int, Hit], decided: Mapping[int, MentionRole]
) -> bool:
    """As in "in Rome and Oslo", "in the old port, Oslo": the same kind of thing as before."""
    other = covered.get(hit.first - 2)
    if other is not None and words.next_to(hit.first, other.first):
        return other.name.kind == "capital" and decided.get(other.first) == "place"
    if _before(words, hit) != ",":
        return False
    return _before(words, hit, 2) == "capital" or (
        words.capital[hit.first - 2] and _before(words, hit, 3) in _WHERE
    )


def _is_rooted(words: Words, hit: Hit) -> bool:
    """As in "confidence in Paris": what is held in somebody."""
    return (
        _before(words, hit) == "in"
        and _before(words, hit, 2)
        in (
            "confidence",
            "trust",
            "faith",
            "interest",
            "hopes",
            "rooted",
        )
        and _after(words, hit) in POSSESSIVES
    )


def _moves(words: Words, at: int) -> bool:
    """True if a word of motion stands within three words before token ``at``."""
    return any(
        words.next_to(at, i) and words.lowers[i] in _MOTION for i in range(at - 1, at - 4, -1)
    )


def _leads_to_capital(words: Words, hit: Hit, covered: Mapping[int, Hit]) -> bool:
    """As in "from Oslo to Rome"."""
    return _after(words, hit) == "to" and words.capital[min(hit.last + 1, len(words) - 1)]


def _follows_from(words: Words, hit: Hit) -> bool:
    """As in "to Rome" after "from Oslo"."""
    i = hit.first - 3
    return words.next_to(hit.first, i) and words.lowers[i] == "from" and words.capital[i + 1]


def _opens_dateline(words: Words, hit: Hit) -> bool:
    """As in "OSLO (Agency) –", "Oslo, 3 May –" at the head of a paragraph."""
    if words.next_to(hit.first, hit.first - 1):
        return False
    after = _after(words, hit)
    return (
        after in ("(", "—", "–", ":")
        or (is_hyphen(after) and not words.glued[hit.last])
        or (
            after == ","
            and words.paragraph[hit.first] != words.paragraph[hit.first - 1]
            and any(
                words.texts[i] in ("—", "–", "-")
                for i in range(hit.last, min(hit.last + 8, len(words)))
            )
        )
    )
