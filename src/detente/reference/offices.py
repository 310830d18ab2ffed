"""Who held which office when: heads of state and government, ministers, heads of organisations.

``offices.csv`` is written by ``tools/build_offices.py``; each row names its source and the day
up to which that is known. An open term answers *unknown* after that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from detente.reference.office_terms import (
    Answer,
    Basis,
    EndBasis,
    Precision,
    Status,
    Term,
)
from detente.reference.person_names import PARTICLES, folded, same_given, sounded
from detente.reference.tables import rows, several

__all__ = ["Answer", "Offices", "Person", "Term", "offices"]

# A lone surname this long may be taken in another spelling: *Barack* is not *Barak*.
_LONG_ENOUGH = 7


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the table with all terms, earliest first."""

    who: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    wikidata: str | None
    terms: tuple[Term, ...]


class Offices:
    """A table of terms and its look-ups; never changes once made."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(sorted(terms, key=lambda t: (t.body, t.office, t.start, t.person)))
        self._of_office: dict[tuple[str, str], list[Term]] = {}
        by_person: dict[str, list[Term]] = {}
        for term in self.terms:
            self._of_office.setdefault((term.body, term.office), []).append(term)
            by_person.setdefault(term.who, []).append(term)
        self._persons = {who: _person(who, of) for who, of in by_person.items()}
        self._full: dict[tuple[str, ...], dict[str, None]] = {}
        self._last: dict[tuple[str, ...], dict[str, None]] = {}
        self._full_heard: dict[tuple[str, ...], dict[str, None]] = {}
        self._given: dict[tuple[str, ...], dict[str, None]] = {}
        self._heard: dict[tuple[str, ...], dict[str, None]] = {}
        for person in self._persons.values():
            self._index(person)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def holders(self, body: str, office: str, day: date) -> tuple[Term, ...]:
        """Terms of that office that ran on ``day``, or may have (see ``Term.held_on``)."""
        of = self._of_office.get((body.removeprefix("state:"), office), ())
        return tuple(t for t in of if t.held_on(day) != "no")

    def terms_in(self, body: str, office: str) -> tuple[Term, ...]:
        """All terms of one office, earliest first."""
        return tuple(self._of_office.get((body.removeprefix("state:"), office), ()))

    def person(self, who: str) -> Person | None:
        """The person of that id (``Term.who``), or None."""
        return self._persons.get(who)

    def terms_of(self, person: str | Person) -> tuple[Term, ...]:
        """All terms of a person (a ``Person`` or its ``who``), earliest first."""
        found = person if isinstance(person, Person) else self._persons.get(person)
        return found.terms if found else ()

    def offices_on(self, person: str | Person, day: date) -> tuple[Term, ...]:
        """Terms of a person that ran on ``day``, or may have."""
        return tuple(t for t in self.terms_of(person) if t.held_on(day) != "no")

    def find(
        self, name: str, *, office: str | None = None, body: str | None = None
    ) -> tuple[Person, ...]:
        """Everyone whom ``name`` may name; more than one means that the name does not tell.

        A full name finds its bearers in any spelling known, a surname all who bear it. With
        ``office`` or ``body`` only those who ever held that office, or one of that body.
        """
        body = body.removeprefix("state:") if body else None
        found = (self._persons[who] for who in self._named(folded(name)))
        return tuple(
            p
            for p in found
            if (office is None and body is None)
            or any(
                (office is None or t.office == office) and (body is None or t.body == body)
                for t in p.terms
            )
        )

    def _named(self, words: tuple[str, ...]) -> Iterable[str]:
        if not words:
            return ()
        full = self._full.get(tuple(sorted(words))) or self._full_heard.get(_heard(words))
        if full:
            return full
        last = self._last.get(words)
        if last:
            # *President Ashraf* may be Ashraf Ghani too.
            return {**last, **self._given.get(words, {})}
        for heard, table in ((False, self._last), (True, self._heard)):
            found: dict[str, None] = {}
            for i in range(len(words)):
                for surname, given in ((words[i:], words[:i]), (words[:i], words[i:])):
                    if heard and not given and len(surname[0]) < _LONG_ENOUGH:
                        continue
                    key = tuple(sounded(w) for w in surname) if heard else surname
                    for who in table.get(key, ()):
                        if not given or self._bears(who, surname, given):
                            found[who] = None
            if found:
                return found
        return ()

    def _bears(self, who: str, surname: tuple[str, ...], given: tuple[str, ...]) -> bool:
        person = self._persons[who]
        own = {
            w for name in (person.name, *person.aliases) for w in folded(name) if w not in surname
        }
        first = next((w for w in given if w not in PARTICLES), given[0])
        return any(same_given(first, w) for w in sorted(own))

    def _index(self, person: Person) -> None:
        who = person.who
        for name in (person.name, person.surname, *person.aliases):
            words = folded(name)
            if len(words) > 1 and name != person.surname:
                self._full.setdefault(tuple(sorted(words)), {})[who] = None
                self._full_heard.setdefault(_heard(words), {})[who] = None
                for word in words:
                    if len(word) > 2 and word not in PARTICLES:
                        self._given.setdefault((word,), {})[who] = None
                continue
            # *El-Sisi* is called *Sisi* too.
            for form in {words: None, words[words[0] in ("al", "el") :]: None}:
                self._last.setdefault(form, {})[who] = None
                self._heard.setdefault(tuple(sounded(w) for w in form), {})[who] = None


def _heard(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(sounded(w) for w in words))


def _person(who: str, of: list[Term]) -> Person:
    of.sort(key=lambda t: (t.start, t.body, t.office))
    aliases = tuple(dict.fromkeys(a for t in of for a in t.aliases))
    latest = of[-1]
    surname = latest.surname or latest.person.split()[-1]
    return Person(who, latest.person, surname, aliases, latest.wikidata, tuple(of))


@cache
def offices() -> Offices:
    """The shipped table."""
    return Offices(term_of(row) for row in rows("offices.csv"))


def term_of(row: dict[str, str]) -> Term:
    """A row of ``offices.csv`` as a term."""
    end, as_of = _day(row["end"]), date.fromisoformat(row["as_of"])
    return Term(
        person=row["person"],
        aliases=several(row["aliases"]),
        wikidata=row["wikidata"] or None,
        body=row["body"],
        office=row["office"],
        title=row["title"],
        start=date.fromisoformat(row["start"]),
        end=end,
        precision=cast(Precision, row["precision"]),
        status=cast(Status, row["status"]),
        end_basis=cast(EndBasis, row["end_basis"]),
        source=row["source"],
        as_of=as_of,
        basis=cast(Basis, row["basis"]),
        surname=row["surname"],
        start_by=_day(row["start_by"]),
        end_from=_day(row["end_from"]) or (as_of if end is None else None),
    )


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
