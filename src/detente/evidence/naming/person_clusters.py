"""Which names are one person: surnames, given names, orders of names, transliterations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from detente.evidence.naming.name_folding import fold, plain, slug
from detente.evidence.naming.name_words import PARTICLES
from detente.evidence.naming.person_finding import PersonFound
from detente.evidence.naming.words import Words

_FIRST_NAME_TITLES = frozenset("king queen prince princess sheikh emir sultan pope".split())
# Nobody shares a name with more people in one text, other than in noise.
_CANDIDATES = 40
_ARTICLE_PARTICLES = ("al", "el", "ul", "ur")


@dataclass
class Person:
    """One person: the fullest name's parts, which of them is the family name, all places."""

    units: tuple[str, ...]
    family: int
    found: list[PersonFound] = field(default_factory=list)
    id: str = ""

    @property
    def surname(self) -> str:
        """The family name without an article particle ("al-Masri" -> "Masri")."""
        return bare(self.units[self.family])

    @property
    def name(self) -> str:
        """The fullest name as written."""
        best = max(
            self.found,
            key=lambda f: (len(f.form.units), not f.form.units[-1].isupper(), -f.form.first),
        )
        name = " ".join(best.form.units)
        return name.title() if name.isupper() else name

    @property
    def given(self) -> tuple[str, ...]:
        """The parts that are not the family name."""
        return tuple(u for i, u in enumerate(self.units) if i != self.family % len(self.units))


def bare(unit: str) -> str:
    """A name part without a leading article particle."""
    head, mark, rest = unit.replace(" ", "-", 1).partition("-")
    if mark and head.lower() in _ARTICLE_PARTICLES and rest:
        return rest
    return unit


def gather(words: Words, found: Iterable[PersonFound], eastern: frozenset[str]) -> list[Person]:
    """Join names to persons. ``eastern`` are family names that commonly stand first."""
    ordered = sorted(found, key=lambda f: f.form.first)
    lone = _lone_words(words, ordered)
    titled = {
        f.form.units[0]
        for f in ordered
        if len(f.form.units) == 1 and f.title and f.title.head not in _FIRST_NAME_TITLES
    }
    index = _Index()
    for item in ordered:
        units = item.form.units
        if len(units) > 1:
            index.add(Person(units, _family(units, lone, titled, eastern), [item]))
    for item in ordered:
        if len(item.form.units) == 1:
            index.add_single(item)
    return index.persons


class _Index:
    """The persons so far, by the keys under which a new name may find one of them."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_part: dict[str, list[Person]] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}

    def add(self, person: Person) -> None:
        """Join ``person`` to who it is already, or keep it as a new one."""
        same = next((p for p in self._candidates(person) if _same(p, person)), None)
        if same is None:
            self.persons.append(person)
            self._file(person)
            return
        same.found.extend(person.found)
        if len(person.units) > len(same.units):
            same.units, same.family = person.units, person.family
            self._file(same)

    def add_single(self, item: PersonFound) -> None:
        """Join a one-word name to the person of that surname, else of that first name."""
        unit = item.form.units[0]
        key = fold(bare(unit))
        by_surname, by_first = self._by_surname.get(key, ()), self._by_first.get(key, ())
        royal = item.title is not None and item.title.head in _FIRST_NAME_TITLES
        choice = (by_first or by_surname) if royal else (by_surname or by_first)
        if choice:
            # Of persons who share a name, the one with most places, then the first.
            best = max(choice[:_CANDIDATES], key=lambda p: (len(p.found), -p.found[0].form.first))
            best.found.append(item)
        else:
            person = Person((unit,), 0, [item])
            self.persons.append(person)
            self._file(person)

    def _candidates(self, person: Person) -> list[Person]:
        keys = [fold(person.surname), fold("".join(person.units))]
        found = [p for key in keys for p in self._by_part.get(key, ())[:_CANDIDATES]]
        for unit in person.units:
            found += self._by_surname.get(fold(bare(unit)), ())[:_CANDIDATES]
        return found

    def _file(self, person: Person) -> None:
        for unit in (*person.units, person.surname, "".join(person.units)):
            _enter(self._by_part, fold(unit), person)
        _enter(self._by_surname, fold(person.surname), person)
        if len(person.units) > 1:
            _enter(self._by_first, fold(person.units[0]), person)


def _enter(index: dict[str, list[Person]], key: str, person: Person) -> None:
    entries = index.setdefault(key, [])
    if len(entries) < _CANDIDATES and not any(p is person for p in entries):
        entries.append(person)


def _lone_words(words: Words, found: Sequence[PersonFound]) -> Counter[str]:
    """How often each word stands where no longer name covers it."""
    covered = {i for f in found if len(f.form.units) > 1 for i in range(f.form.first, f.form.last)}
    return Counter(
        word for i, word in enumerate(words.texts) if words.capital[i] and i not in covered
    )


def _family(
    units: tuple[str, ...], lone: Counter[str], titled: set[str], eastern: frozenset[str]
) -> int:
    """Index of the family name: what a title stands before, else the order such names have."""
    first, last = units[0], bare(units[-1]).split()[-1]
    if (first in titled) != (last in titled):
        return 0 if first in titled else -1
    if "-" in units[-1] and units[-1].partition("-")[2].islower() and units[-1][0].isupper():
        return 0
    # One word of a name used alone is its family name; a lone given name is rarer.
    if lone[last] == 0 and lone[first] >= (1 if len(units) > 2 else 2):
        return 0
    return 0 if plain(first) in eastern and lone[first] >= lone[last] else -1


def _same(a: Person, b: Person) -> bool:
    if fold("".join(a.units)) == fold("".join(b.units)):
        return True
    if _inside(a.units, b.units) or _inside(b.units, a.units):
        return True
    if fold(a.surname) != fold(b.surname):
        return False
    if a.family == 0 or b.family == 0:
        return fold("".join(a.given)) == fold("".join(b.given))
    return _same_given(a.given, b.given)


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True if all parts of ``short`` come in ``long`` in this order, and more besides."""
    if len(short) >= len(long):
        return False
    rest = iter(fold(u) for u in long)
    return all(fold(u) in rest for u in short)


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return True
    x, y = plain(a[0]).strip("."), plain(b[0]).strip(".")
    if fold(a[0]) == fold(b[0]):
        return len(a) < 2 or len(b) < 2 or plain(a[1])[0] == plain(b[1])[0]
    if min(len(x), len(y)) == 1:
        return x[0] == y[0]
    # "Joe" for "Joseph", "Mike" for "Michael".
    return x[:2] == y[:2] and min(len(x), len(y)) <= 4


def give_ids(persons: Sequence[Person]) -> None:
    """``per:<surname>``; persons who would share that get their full names."""
    counts = Counter(_surname_slug(p) for p in persons)
    used: Counter[str] = Counter()
    for person in persons:
        key = _surname_slug(person)
        if counts[key] > 1:
            key = slug(" ".join(person.units))
        used[key] += 1
        person.id = f"per:{key}" if used[key] == 1 else f"per:{key}-{used[key]}"


def _surname_slug(person: Person) -> str:
    return slug(person.surname)


def back_forms(person: Person) -> dict[tuple[str, ...], bool]:
    """Ways in which the text may name the person again: words -> it is a surname alone."""
    from detente.evidence.tokens import tokenise

    def parts(text: str) -> tuple[str, ...]:
        return tuple(t.text for t in tokenise(text))

    out: dict[tuple[str, ...], bool] = {}
    for item in person.found:
        units = item.form.units
        if len(units) > 1:
            out[parts(" ".join(units))] = False
    family = person.units[person.family]
    if len(person.units) > 1:
        first, last = person.units[0], person.units[-1]
        out.setdefault(parts(f"{first} {last}"), False)
        if person.family == -1:
            out.setdefault(parts(f"{first} {bare(family)}"), False)
    surnames = {family, bare(family)}
    for item in person.found:
        if len(item.form.units) == 1:
            surnames.add(item.form.units[0])
    for surname in sorted(surnames):
        words = parts(surname)
        if len(words) == 1 and words[0].lower() in PARTICLES:
            continue
        out.setdefault(words, True)
    return out
