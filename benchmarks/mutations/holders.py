"""Office holders made wrong: somebody who held the office at another time, or another day."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator

from benchmarks.mutations.text import Mutant, TrueText, some
from detente.reference.names import by_name
from detente.reference.offices import Term, offices

_TITLES = {
    "President": "president",
    "Prime Minister": "prime-minister",
    "Chancellor": "chancellor",
    "Secretary General": "secretary-general",
    "Secretary-General": "secretary-general",
    "Foreign Minister": "foreign-minister",
    "Secretary of State": "foreign-minister",
}
_TITLED = re.compile(
    r"(?P<title>" + "|".join(sorted(_TITLES, key=len, reverse=True)) + r") "
    r"(?P<name>(?:[A-Z][\w’'.-]+ ){0,3}[A-Z][\w’'-]+)"
)
_PAST = re.compile(r"(?:[Ff]ormer|then|under|late|ex-|[Vv]ice|[Dd]eputy)[ -]$")
_EXCHANGED = {
    "president": "Foreign Minister",
    "prime-minister": "President",
    "chancellor": "Foreign Minister",
    "foreign-minister": "Prime Minister",
    "secretary-general": "Foreign Minister",
}


def other_holder(source: TrueText, seed: int) -> Iterator[Mutant]:
    """Somebody in office on the day gives way to one who held the office, but not then."""
    if source.day is None:
        return
    rng = source.random(seed, "holder")
    for term, names in some(rng, _holders(source), 3):
        other = _other(term, source.day, rng)
        if other is None:
            continue
        text = source.text
        # The whole name first, then what is left of the surname.
        for name in sorted(names, key=len, reverse=True):
            text = re.sub(rf"\b{re.escape(name)}\b", other.person, text)
        text = re.sub(rf"\b{re.escape(term.surname)}\b", other.surname, text)
        yield Mutant(
            "OFF", "other holder", source, text, term.person, other.person, ("OFF",), source.day
        )


def other_age(source: TrueText, seed: int) -> Iterator[Mutant]:
    """The document gets a day before anybody in it took office, and says nothing of its year."""
    if source.day is None or re.search(r"\b(?:19|20)\d\d\b", source.text):
        return
    found = _holders(source)
    if not found:
        return
    rng = source.random(seed, "age")
    term, _ = rng.choice(found)
    day = term.start - dt.timedelta(days=rng.randint(200, 900))
    held = [t for t in offices() if t.who == term.who and t.office == term.office]
    if any(t.held_on(day) != "no" for t in held):
        return
    yield Mutant("OFF", "other day", source, source.text, str(source.day), str(day), ("OFF",), day)


def other_office(source: TrueText, seed: int) -> Iterator[Mutant]:
    """The title of a holder is exchanged for one that the person never had in that land."""
    if source.day is None:
        return
    rng = source.random(seed, "office")
    for term, names in some(rng, _holders(source), 2):
        title = _EXCHANGED.get(term.office)
        if title is None:
            continue
        key = _TITLES[title]
        table = offices()
        if any(t.office == key for t in table.terms_of(term.who)):
            continue
        old = next(t for t, k in _TITLES.items() if k == term.office)
        # Only where land and whole name are stated: else another may be meant, or another land.
        text = source.text
        for name in sorted((n for n in names if " " in n), key=len, reverse=True):
            told = rf"(?P<land>[A-Z]\w+) {old} {re.escape(name)}\b"
            for m in reversed(list(re.finditer(told, text))):
                if any(n.kind == "demonym" for n in by_name(m["land"])):
                    text = text[: m.start()] + f"{m['land']} {title} {name}" + text[m.end() :]
        if text != source.text:
            yield Mutant(
                "OFF",
                "other office",
                source,
                text,
                f"{old} {term.person}",
                title,
                ("OFF",),
                source.day,
            )


def _holders(source: TrueText) -> list[tuple[Term, frozenset[str]]]:
    """Terms that run on the day, of those named with the title, with the names used."""
    assert source.day is not None
    table = offices()
    found: dict[str, tuple[Term, set[str]]] = {}
    for m in _TITLED.finditer(source.text):
        # In the words of others a predecessor may well be spoken of.
        if source.text.rfind("“", 0, m.start()) > source.text.rfind("”", 0, m.start()):
            continue
        if _PAST.search(source.text[max(0, m.start() - 8) : m.start()]):
            continue
        words = m["name"].split()
        for n in range(len(words), 0, -1):
            name = " ".join(words[:n])
            persons = table.find(name, office=_TITLES[m["title"]])
            now = [
                t
                for p in persons
                for t in p.terms
                if t.office == _TITLES[m["title"]] and t.held_on(source.day) == "yes" and t.is_firm
            ]
            if len(now) == 1 and now[0].surname in name:
                found.setdefault(now[0].who, (now[0], set()))[1].add(name)
                break
    return [(term, frozenset(names)) for term, names in found.values()]


def _other(term: Term, day: dt.date, rng: random.Random) -> Term | None:
    """One of the last who held the office before or after, certainly not on the day."""
    table = offices()
    near = [
        t
        for t in table.terms_in(term.body, term.office)
        if t.who != term.who
        and t.surname != term.surname
        and t.is_firm
        and abs((t.start - day).days) < 15 * 365
        and all(o.held_on(day) == "no" for o in table.terms_of(t.who) if o.body == term.body)
    ]
    return rng.choice(near) if near else None


CHANGES = (other_holder, other_age, other_office)
