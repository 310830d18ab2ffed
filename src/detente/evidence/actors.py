"""Actors: persons, states, organisations and groups, with every mention of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.evidence.items import Actor
from detente.evidence.known_actors import apply_known_actors
from detente.evidence.naming import lone_names, org_names, person_clusters, person_finding
from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.actor_names import (
    mention_acronyms,
    mention_hits,
    mention_organisations,
    mention_state_bodies,
)
from detente.evidence.naming.anonymous_sources import mention_anonymous
from detente.evidence.naming.bare_groups import mention_bare_groups
from detente.evidence.naming.careful_names import trusted
from detente.evidence.naming.definite_bodies import mention_bodies
from detente.evidence.naming.definite_nominals import mention_offices
from detente.evidence.naming.gazetteer_match import Hit, gazetteer
from detente.evidence.naming.given_names import gender_of
from detente.evidence.naming.line_names import find_in_lines
from detente.evidence.naming.media_names import find_media
from detente.evidence.naming.name_words import EASTERN_FAMILY_NAMES
from detente.evidence.naming.nominal_groups import mention_groups, mention_own_groups
from detente.evidence.naming.noun_phrases import ends_phrase
from detente.evidence.naming.owned_groups import mention_owned_groups
from detente.evidence.naming.person_mentions import mention_persons
from detente.evidence.naming.person_titles import Body
from detente.evidence.naming.pronouns import Gender, mention_pronouns
from detente.evidence.naming.speaking_names import find_speaking
from detente.evidence.naming.state_bodies import find_state_bodies
from detente.evidence.naming.stated_offices import give_bodies, mention_later_roles
from detente.evidence.naming.title_words import FEMALE, MALE
from detente.evidence.naming.words import Words
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.reference.organisations import organisations

RULES: Mapping[str, str] = {
    "known": "a name or alias of the user's own file of actors",
    "gazetteer": "a name, acronym, demonym, capital or seat that the reference tables hold",
    "organisation": "a capitalised name with a word such as Council or Ministry in it",
    "acronym": "an acronym that the text itself defines in brackets after the full name",
    "state_body": "a body named after its state: Norway's central bank",
    "title": "a name right after a title",
    "title_body": "an office stated bare, with the state that the text ties its holder to",
    "apposition": "a name joined to a title by a comma",
    "speaker_label": "a name that opens a paragraph and ends in a colon",
    "line": "a name after by in a title or byline, or alone in a line: Remarks by Ana Soto",
    "acts_as_person": "a name beside a verb of speech, who, or an age",
    "given_name": "a name that begins with a known given name",
    "surname_alone": "a name whose last word the text uses alone as a person",
    "model_person": "a name that the language model takes for a person's",
    "model_organisation": "a name that the language model takes for an organisation's",
    "era": "a name before -era, administration or presidency",
    "back_reference": "a person named before, by surname or again in full",
    "anonymous": "an unnamed source: officials, diplomats, analysts who say something",
    "group": "a group named after the actor it belongs to: Norway's envoys, EU leaders",
    "bare_group": "a side or a crowd without a name, where it acts: rebels, protesters",
    "population": "the people of a state",
    "office": "an office after the: the one holder whom the text names",
    "definite_body": "a body by its noun after the, where it speaks: the ministry said",
    "pronoun": "he or she: the clear nearest person",
}


@extractor(makes="actors", rules=RULES)
def extract_actors(reading: Reading) -> list[Actor]:
    """Every actor of the reading.

    Names come first (gazetteer, organisations, persons), then what leans on them (groups,
    anonymous sources, offices, pronouns). No two mentions share a span.
    """
    words = Words(reading)
    book = ActorBook(words)
    owners = {o.id: o.affiliation for o in organisations() if o.affiliation is not None}
    hits = trusted(words, gazetteer().match(words), owners)
    orgs = org_names.find_org_names(words, hits)
    hits = _outside(hits, orgs)
    taken = {i for h in hits for i in range(h.first, h.last)}
    taken.update(i for o in orgs for i in range(o.first, o.last))
    orgs = sorted(orgs + find_media(words, taken), key=lambda o: o.first)
    org_ids = mention_organisations(book, orgs)
    state_bodies = find_state_bodies(words, hits)
    bodies = _bodies(hits, orgs, org_ids)
    for found_body in state_bodies:
        place = range(found_body.first, found_body.last)
        bodies.update(dict.fromkeys(place, Body(place.start, place.stop, found_body.id)))
    covered: dict[int, Hit | None] = {i: h for h in hits for i in range(h.first, h.last)}
    for org in orgs:
        covered.update(dict.fromkeys(range(org.first, org.last)))
    model = lone_names.model_persons(words, reading.parse)
    found = person_finding.find_titled(words, covered, bodies)
    known = person_finding.tokens_of(found)
    found += lone_names.find_eras(words, covered, known)
    known = person_finding.tokens_of(found)
    surnames = {f.form.units[-1] for f in found}
    found += person_finding.find_untitled(words, covered, known, model, surnames)
    known = person_finding.tokens_of(found)
    found += lone_names.find_by_model(words, covered, known, model)
    known = person_finding.tokens_of(found)
    found += find_speaking(words, covered, known)
    known = person_finding.tokens_of(found)
    found += find_in_lines(words, covered, bodies, known)
    titles = {i for f in found if f.title for i in range(f.title.first, f.title.last)}
    persons = person_clusters.gather(words, found, EASTERN_FAMILY_NAMES)
    person_clusters.give_ids(persons)
    mention_persons(book, persons, covered)
    mention_hits(book, hits)
    names = [(h.first, h.last, h.name.entity) for h in hits]
    names += [(o.first, o.last, actor) for o, actor in zip(orgs, org_ids, strict=True)]
    mention_acronyms(book, names)
    mention_state_bodies(book, [b for b in state_bodies if ends_phrase(words, b.last)])
    titles |= mention_later_roles(book, bodies, titles)
    bare = give_bodies(book, bodies, titles)
    mention_offices(book, bodies, titles, bare)
    mention_anonymous(book, titles)
    mention_groups(book)
    mention_owned_groups(book)
    mention_bare_groups(book)
    mention_pronouns(book, _genders(persons))
    mention_own_groups(book)
    mention_bodies(book)
    for draft in book.drafts.values():
        draft.affiliation = draft.affiliation or owners.get(draft.id)
    made = book.actors()
    if reading.known_actors:
        return apply_known_actors(reading.known_actors, made, book.document, reading.text)
    return made


def _genders(persons: Sequence[person_clusters.Person]) -> dict[str, Gender]:
    """Gender of each person where a title tells it, or the given name hints at it."""
    out: dict[str, Gender] = {}
    for person in persons:
        hint = gender_of(person.given[0]) if person.given else None
        if hint is not None:
            out[person.id] = hint
        for item in person.found:
            if item.title is not None and item.title.head in MALE:
                out[person.id] = "m"
            elif item.title is not None and item.title.head in FEMALE:
                out[person.id] = "f"
    return out


def _outside(hits: Sequence[Hit], orgs: Sequence[org_names.OrgName]) -> list[Hit]:
    """Hits that are not mere parts of a longer organisation's name."""
    inside = {i for o in orgs if not org_names.owns_inner_names(o) for i in range(o.first, o.last)}
    return [h for h in hits if h.first not in inside]


def _bodies(
    hits: Sequence[Hit], orgs: Sequence[org_names.OrgName], ids: Sequence[str]
) -> dict[int, Body]:
    out: dict[int, Body] = {}
    for hit in hits:
        if hit.name.kind != "population":
            body = Body(hit.first, hit.last, hit.name.entity)
            out.update(dict.fromkeys(range(hit.first, hit.last), body))
    for org, actor in zip(orgs, ids, strict=True):
        body = Body(org.first, org.last, actor)
        out.update(dict.fromkeys(range(org.first, org.last), body))
    return out
