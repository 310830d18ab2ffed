"""Which offices a document claims that somebody holds now, and the days on which that can be.

Only an asserted act counts as a claim: somebody named with a title says, meets, decides.
*Former*, *then*, *under President …*, a guess, a quotation and the telling of a past do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from detente.checks.offices.acts import act_of
from detente.checks.offices.intervals import FIRST, LAST, Days, holds, union
from detente.checks.offices.retrospect import is_gone, is_not_yet, is_of_a_time
from detente.checks.offices.time_frames import is_new, told_as_past, told_day
from detente.checks.offices.titled_names import TitledName, titled_names
from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.items import Actor
from detente.findings import Witness
from detente.reference.office_titles import body_of, office_keys
from detente.reference.offices import Offices, Person, Term
from detente.reference.organisations import organisation
from detente.reference.person_names import folded
from detente.types import Span

# Days around the day of a document that it may speak of as now.
_ABOUT = 14
# Office holders who left so many days before are history.
_HISTORY = 20 * 365
# So often somebody must act in what is said freely before a past tense there counts.
_OFTEN = 3
_Which = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Claim:
    """Somebody acts in an office.

    ``persons`` are all whom the name may mean, ``terms`` their terms in the offices that the
    title may mean; empty where none of them ever held one. ``body`` is where the office is,
    None where the text does not say; ``stated`` is False if it was found elsewhere in the
    text. ``before`` are the words right before the title, in small letters; ``day`` is the
    day of an act of the past that the text dates.
    """

    actor: Actor
    title: str
    keys: tuple[str, ...]
    body: str | None
    stated: bool
    persons: tuple[Person, ...]
    terms: tuple[Term, ...]
    witness: Witness
    before: tuple[str, ...] = ()
    day: dt.date | None = None

    @property
    def name(self) -> str:
        """The name in the text; the table's where the text has a surname only."""
        known = len(self.persons) == 1 and len(self.actor.name.split()) == 1
        return self.persons[0].name if known else self.actor.name

    @property
    def days(self) -> Days:
        """The days on which the office may have been held: doubtful ones count."""
        return union(days_of(t) for t in self.terms)

    @property
    def is_firm(self) -> bool:
        """True if a term rests on more than general knowledge."""
        return all(t.is_firm for t in self.terms)


def without_history(claims: Iterable[Claim], today: dt.date | None) -> list[Claim]:
    """The claims that are not of a time long past, as against ``today`` or the latest of them.

    Who left decades before whoever else acts is quoted from history, whatever the tense.
    """
    found = [c for c in claims if c.terms]
    starts = [c.days[0][0] for c in found]
    now = max(starts, default=0) if today is None else today.toordinal()
    return [c for c in found if c.days[-1][1] >= now - _HISTORY]


def days_of(term: Term) -> tuple[int, int]:
    """First and last day on which a term may have run."""
    last = LAST if term.end is None else term.end.toordinal()
    return max(FIRST, term.start.toordinal()), last


def claims_of(record: Record, document: Document) -> tuple[Claim, ...]:
    """The claims of a document, one a person and office, where it is first made."""
    return tuple(c for c in _all_claims(record, document) if c.day is None)


def dated_claims_of(record: Record, document: Document) -> tuple[Claim, ...]:
    """What a document says that office holders did on a day of the past that it names."""
    return tuple(c for c in _all_claims(record, document) if c.day is not None)


def _all_claims(record: Record, document: Document) -> tuple[Claim, ...]:
    key = f"office claims {document.id}"
    if key not in record.memo:
        record.memo[key] = tuple(_claims(record, document))
    found: tuple[Claim, ...] = record.memo[key]
    return found


def _claims(record: Record, document: Document) -> Iterator[Claim]:
    spoken_of = {a.id.removeprefix("state:") for _, a in record.mentions(document)}
    for named, day in sorted(_acts(record, document), key=lambda a: a[0].start):
        claim = _claim(record.offices, document, named, spoken_of)
        if claim is not None:
            yield replace(claim, day=day)


def _acts(record: Record, document: Document) -> list[tuple[TitledName, dt.date | None]]:
    """The first act of each person in each office as of now, and all acts that are dated."""
    gone: set[_Which] = set()
    acts: dict[_Which, list[TitledName]] = {}
    remembered: dict[_Which, list[TitledName]] = {}
    dated: list[tuple[TitledName, dt.date | None]] = []
    quoted = union((q.span.start, q.span.end - 1) for q in record.quotations(document))
    for named in titled_names(record, document):
        line, which = named.line, (named.actor.id, named.keys)
        if is_gone(line, named.first) or is_not_yet(line, named.title_end):
            gone.add(which)
            continue
        tense = act_of(line, named.first, named.last)
        if tense is None or is_of_a_time(line, named.first, named.last):
            continue
        spoken = holds(quoted, named.start)
        if tense == "past" and told_as_past(record, document, line.sentence):
            day = None if spoken else told_day(record, document, line.sentence)
            if day is not None:
                dated.append((named, day))
            continue
        # Who speaks freely also tells of old days; what is told so again and again is the news.
        old = spoken and tense == "past" and not is_new(document, line.sentence)
        (remembered if old else acts).setdefault(which, []).append(named)
    for which, often in remembered.items():
        if len(often) >= _OFTEN:
            acts.setdefault(which, []).extend(often)
    firsts = [min(of, key=lambda n: n.start) for which, of in acts.items() if which not in gone]
    return [*((named, None) for named in firsts), *dated]


def _claim(
    offices: Offices, document: Document, named: TitledName, spoken_of: Set[str]
) -> Claim | None:
    body = named.of or _body_elsewhere(document, named)
    where = None if body is None else _with_offices(offices, body, named.keys)
    keys = _meant(offices, named, where)
    persons = _bearers(offices, named.actor.name, keys, where)
    if where is None and len(folded(named.actor.name)) < 2:
        persons = persons if _is_placed(persons, keys, spoken_of) else ()
    if not persons:
        return None
    terms = tuple(
        t
        for p in persons
        for t in p.terms
        if t.office in keys and (where is None or t.body == where)
    )
    if named.title.split()[-1].lower() == "president":
        # Of a president who once led the government, not both offices are meant.
        presided = {(t.who, t.body) for t in terms if t.office == "president"}
        terms = tuple(
            t for t in terms if t.office == "president" or (t.who, t.body) not in presided
        )
    return Claim(
        named.actor,
        named.title,
        keys,
        where,
        named.of is not None,
        persons,
        terms,
        Witness(document.id, Span.of(document.text, named.start, named.end)),
        tuple(named.line.lowers[max(0, named.first - 3) : named.first]),
    )


def _body_elsewhere(document: Document, named: TitledName) -> str | None:
    """The body of the office as the document states or implies it at another place."""
    roles = (r for r in named.actor.roles if r.of and r.document == document.id)
    return next((r.of for r in roles if set(office_keys(r.title)) & set(named.keys)), None)


def _with_offices(offices: Offices, body: str, keys: tuple[str, ...]) -> str:
    """The body, or the one it is part of, that the table knows to have such an office."""
    own = here = body_of(body)
    while not any(offices.terms_in(here, key) for key in keys):
        above = organisation(here)
        if above is None or above.affiliation is None:
            return own
        here = body_of(above.affiliation)
    return here


def _meant(offices: Offices, named: TitledName, body: str | None) -> tuple[str, ...]:
    """The offices that the title means in this body.

    *President* is the head of the government only where no head of state is called so.
    """
    keys = named.keys
    bare = named.title.split()[-1].lower() == "president"
    if body is not None and bare and keys[:1] == ("president",):
        return keys[:1] if offices.terms_in(body, keys[0]) else keys
    return keys


def _bearers(
    offices: Offices, name: str, keys: tuple[str, ...], body: str | None
) -> tuple[Person, ...]:
    """Whom the name may mean: those who ever held one of the offices, else whoever bears it."""
    fitting = {p.who: p for key in keys for p in offices.find(name, office=key, body=body)}
    if fitting or len(folded(name)) < 2 or body is None:
        return tuple(fitting.values())
    return offices.find(name)


def _is_placed(persons: Sequence[Person], keys: tuple[str, ...], spoken_of: Set[str]) -> bool:
    """True if the document speaks of a state in which one of the persons held the office.

    A surname alone tells nobody; with the state it tells somebody, of all who bear it.
    """
    return any(t.office in keys and t.body in spoken_of for p in persons for t in p.terms)


def frame(day: dt.date) -> tuple[dt.date, dt.date]:
    """The days that a document of ``day`` may speak of as now.

    News tells of the days before it and announces the days after it.
    """
    return day - dt.timedelta(_ABOUT), day + dt.timedelta(_ABOUT)
