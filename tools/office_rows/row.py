"""One term while the table is being built, and the handling of dates and names."""

from __future__ import annotations

import calendar
import csv
import difflib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

# Words of names that tell nobody apart.
COMMON = frozenset(
    """al el bin ibn ben abd abu de da do dos del della van von der den la le di du san sheikh
    mohammed muhammad mohamed mohammad ahmad ahmed jose juan maria jean john general ould the of
    jr sr ii iii sir""".split()
)
# Fathers and sons (brothers, a great-grandson) of one name: body, surname, and the year that
# parts their terms.
NAMESAKES = (
    ("BWA", "khama", 1990),
    ("CRI", "figueres", 1980),
    ("GRC", "karamanlis", 2000),
    ("USA", "taft", 1950),
    ("VUT", "lini", 1995),
)
LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "ð": "d"})


@dataclass
class Row:
    """A term as a source has it; ``rank`` 0 wins over 1 and so on.

    ``start``/``start_by`` and ``end_from``/``end`` are the first and last day that a bound may
    lie on; ``end`` None: not ended by ``as_of``.
    """

    person: str
    body: str
    office: str
    title: str
    start: date
    start_by: date
    end_from: date | None
    end: date | None
    sources: list[str]
    as_of: date
    rank: int
    surname: str = ""
    aliases: list[str] = field(default_factory=list)
    wikidata: str = ""
    status: str = "held"
    end_basis: str = "exact"
    agreed: bool = False
    key: str = ""  # the same in all rows of one person
    known: bool = True  # False: general knowledge, no source says it

    @property
    def line(self) -> tuple[str, str]:
        """What only one person holds at a time."""
        return self.body, self.office

    @property
    def last(self) -> date:
        """The last day it may have run, far away where open."""
        return self.end or date.max

    def about(self) -> str:
        """The row in a few words for the report."""
        return f"{self.body} {self.office} {self.person} {self.start}..{self.end or ''}"


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as text."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def bounds(text: str) -> tuple[date, date]:
    """The first and last day of ``2024``, ``2024-12`` or ``2024-12-05``."""
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        last = calendar.monthrange(parts[0], parts[1])[1]
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], last)
    day = date(*parts)
    return day, day


def words(name: str) -> list[str]:
    """The words of a name in small letters without accents and marks."""
    spread = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    text = "".join(c for c in spread if not unicodedata.combining(c))
    return re.sub(r"[^a-z ]", "", text.replace("-", " ")).split()


def alike(one: str, other: str) -> float:
    """How alike two spellings of a word are, 0 to 1."""
    if one == other:
        return 1.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def telling(name: str) -> list[str]:
    """The words of a name that tell people apart; all if there are no others."""
    every = words(name)
    return [w for w in every if w not in COMMON and len(w) > 1] or every


def contains(one: list[str], other: list[str]) -> bool:
    """Whether the shorter list of telling words, two at least, is the longer without some.

    First and last word are alike: *Nawaz Sharif* is *Mohammad Nawaz Sharif*.
    """
    short, long = sorted((one, other), key=len)
    if len(set(short)) < 2:
        return one == other
    if alike(short[0], long[0]) < 0.85 or alike(short[-1], long[-1]) < 0.85:
        return False
    free = list(long)
    for word in short:
        best = max(free, key=lambda w: alike(word, w), default="")
        if alike(word, best) < 0.85:
            return False
        free.remove(best)
    return True


def other_generation(one: Row, other: Row) -> bool:
    """Whether one is called Jr. and the other Sr., or they are father and son of one name."""
    marks = [set(words(row.person)) & {"jr", "sr"} for row in (one, other)]
    if marks[0] and marks[1] and marks[0] != marks[1]:
        return True
    return any(
        body == one.body == other.body
        and (one.start.year < year) != (other.start.year < year)
        and all(surname in words(f"{row.person} {row.surname}") for row in (one, other))
        for body, surname, year in NAMESAKES
    )


def shares_word(name: str, other: str) -> bool:
    """Whether two names have a telling word in common, in some spelling."""
    return any(alike(a, b) >= 0.8 for a in telling(name) for b in telling(other))


def same_person(one: Row, other: Row) -> bool:
    """Whether two rows of one office and about one time name one person.

    The surname is one and, where both have given names, the first given name of one (of both,
    within one source) is among the other's; or two telling words are one.
    """
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    if other_generation(one, other):
        return False
    if one.office == "monarch":
        return alike(words(one.surname)[0], words(other.surname)[0]) >= 0.8
    if abs((one.start - other.start).days) <= 3 and one.rank != other.rank:
        # Two sources let somebody take office: *Bill* and *William* are then one.
        return shares_word(one.person, other.person) or shares_word(one.surname, other.surname)
    return any(_one_name(a, b) for a in _forms(one) for b in _forms(other))


def _forms(row: Row) -> list[tuple[list[str], list[str], int]]:
    found = []
    last = telling(row.surname)
    for name in (row.person, *row.aliases):
        every = telling(name)
        found.append(([w for w in every if w in last] or every[-1:], every, row.rank))
    return found


def _one_name(
    one: tuple[list[str], list[str], int], other: tuple[list[str], list[str], int]
) -> bool:
    (last, every, rank), (last_, every_, rank_) = one, other
    near = [(a, b) for a in every for b in every_ if alike(a, b) >= 0.8]
    left = [w for w in every if w not in {a for a, _ in near}]
    left_ = [w for w in every_ if w not in {b for _, b in near}]
    if left and left_ and not any(_given(a, b) for a in left for b in left_):
        return False  # Kim Jong Il and Kim Jong Un
    if rank == rank_:
        return contains(every, every_)
    if len(near) >= 2:
        return True
    if not any(alike(a, b) >= 0.75 for a in last for b in last_):
        return False
    given, given_ = [w for w in every if w not in last], [w for w in every_ if w not in last_]
    if not given or not given_:
        return True
    return any(_given(given[0], w) for w in given_) or any(_given(w, given_[0]) for w in given)


def _given(one: str, other: str) -> bool:
    return alike(one, other) >= 0.7 or one[:3] == other[:3] or 1 in (len(one), len(other))
