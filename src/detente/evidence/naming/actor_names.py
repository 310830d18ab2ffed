"""Put names into the book: gazetteer hits, organisations, acronyms, bodies of states."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.items import ActorType, MentionKind, MentionRole
from detente.evidence.naming.actor_book import ActorBook, Draft
from detente.evidence.naming.gazetteer_match import Hit, gazetteer
from detente.evidence.naming.mention_roles import names_something_else, role_of
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.noun_phrases import ADJECTIVES, ends_phrase
from detente.evidence.naming.org_names import OrgName, find_acronyms
from detente.evidence.naming.organisation_words import HEADS as ORG_HEADS
from detente.evidence.naming.organisation_words import STATE_BODIES
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.source_verbs import IRREGULAR, SPEECH
from detente.evidence.naming.state_bodies import StateBody
from detente.reference.states import state


def mention_hits(book: ActorBook, hits: Sequence[Hit]) -> None:
    """States, organisations, peoples and seats of the reference tables."""
    covered = {i: h for h in hits for i in range(h.first, h.last)}
    decided: dict[int, MentionRole] = {}
    for hit in hits:
        if not book.free(hit.first, hit.last) or names_something_else(book.words, hit):
            continue
        kind, role = role_of(book.words, hit, covered, decided)
        decided[hit.first] = role
        entity, name, type_ = hit.name.entity, hit.name.canonical, hit.name.type
        if hit.name.kind == "population" and entity.startswith("state:"):
            entity, name = f"grp:{entity.removeprefix('state:')}-people", hit.name.text
            type_ = "population"
        draft = book.draft(entity, name, type_)  # type: ignore[arg-type]
        if _is_description(book, hit):
            # "Norwegian central bank" names the bank by a noun, and Norway besides; in
            # "Norwegian army officer" the noun only tells what the next one is like.
            if ends_phrase(book.words, hit.last):
                book.mention(draft, hit.first, hit.last, "nominal", "gazetteer", "high", role)
            _mention_owner(book, hit)
        else:
            book.mention(draft, hit.first, hit.last, kind, "gazetteer", "high", role)


def _is_description(book: ActorBook, hit: Hit) -> bool:
    words = book.words
    return (
        hit.name.entity.startswith("org:")
        and hit.last > hit.first + 1
        and not words.capital[hit.last - 1]
        and words.capital[hit.first]
        and not words.capital[hit.first + 1]
        and gazetteer().single(words.texts[hit.first]) is not None
    )


def _mention_owner(book: ActorBook, hit: Hit) -> None:
    owner = gazetteer().single(book.words.texts[hit.first])
    if owner is not None and owner.entity.startswith("state:"):
        draft = book.draft(owner.entity, owner.canonical, "state")
        kind = "demonym" if owner.kind == "demonym" else "name"
        book.mention(draft, hit.first, hit.first + 1, kind, "gazetteer", "high")  # type: ignore[arg-type]


def mention_organisations(book: ActorBook, orgs: Sequence[OrgName]) -> list[str]:
    """Organisations found by their words; returns their actor ids in order."""
    ids = []
    for org in orgs:
        name = book.words.text(org.first, org.last)
        # "Reyes-Marsh international group" is the Reyes-Marsh group.
        name = " ".join(w for w in name.split() if w not in ADJECTIVES)
        draft = book.draft(
            organisation_id(name, org.owner), _full_name(name, org), org.type, org.owner
        )
        book.mention(draft, org.first, org.last, "name", "organisation", "high")
        ids.append(draft.id)
    return ids


def mention_state_bodies(book: ActorBook, bodies: Sequence[StateBody]) -> None:
    """Bodies named after their state; the state itself is mentioned apart."""
    for body in bodies:
        if not book.free(body.noun, body.last):
            continue
        draft = book.draft(body.id, body.name, body.type, body.state)
        kind: MentionKind = "name" if book.words.capital[body.last - 1] else "nominal"
        book.mention(draft, body.first, body.last, kind, "state_body", "high")


def _full_name(name: str, org: OrgName) -> str:
    """A name that any state's body could have, with its state: "Foreign Ministry of Norway"."""
    owner = state(org.owner.removeprefix("state:")) if org.owner else None
    if owner is None or tuple(name.lower().split()) not in STATE_BODIES:
        return name
    return f"{name} of {owner.name}"


def organisation_id(name: str, owner: str | None) -> str:
    """``org:<slug>``, led by the state's code where a state owns it."""
    key = slug(name)
    if owner is not None and owner.startswith("state:"):
        code = owner.removeprefix("state:").lower()
        words = key.split("-")
        return f"org:{code}-{'-'.join(words)}"
    return f"org:{key}"


_PLAIN: ActorType = "organisation"
# What states set up together and name so: an acronym in brackets makes an organisation of it.
_ZONES: dict[str, ActorType] = dict.fromkeys("area zone community market mechanism".split(), "igo")


def _free_of_names(book: ActorBook, first: int, last: int) -> bool:
    """True if no name but an adjective of the full name's first word was read there."""
    if book.free(first, last):
        return True
    actor = book.named.get(first, "")
    return actor.startswith(("grp:", "state:")) and book.free(first + 1, last)


def mention_acronyms(book: ActorBook, names: Sequence[tuple[int, int, str]]) -> None:
    """Acronyms that the text defines, in all their places; ``names`` are the known names."""
    words = book.words
    known = {(first, last): actor for first, last, actor in names}
    defined = find_acronyms(words, list(known))
    acting = _acting_words(book) if defined else set()
    drafts: dict[str, Draft] = {}
    for acronym, (first, last) in defined.items():
        actor = known.get((first, last))
        if actor is None:
            if not _free_of_names(book, first, last) or not (
                acronym in acting
                or words.lowers[last - 1] in _ZONES
                or not ORG_HEADS.keys().isdisjoint(words.lowers[first:last])
            ):
                continue
            name = words.text(first, last)
            kind = _ZONES.get(words.lowers[last - 1], _PLAIN)
            draft = book.draft(f"org:{slug(acronym)}", name, kind)
            book.mention(draft, first, last, "name", "acronym", "medium")
        else:
            stated = book.drafts.get(actor)
            if stated is None:
                continue
            draft = stated
        drafts[acronym] = draft
    for i, word in enumerate(words.texts):
        if word in drafts and book.free(i, i + 1):
            book.mention(drafts[word], i, i + 1, "name", "acronym", "high")


def _acting_words(book: ActorBook) -> set[str]:
    """Words that the text lets speak, do or own something: no agreement or index is one."""
    words = book.words
    return {
        words.texts[i]
        for i in range(len(words) - 1)
        if words.lowers[i + 1] in SPEECH
        or words.lowers[i + 1] in IRREGULAR
        or words.texts[i + 1] in POSSESSIVES
    }
