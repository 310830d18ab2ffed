"""One name a person: the best spelling shown, the others kept as aliases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from office_rows.row import Row, contains, other_generation, read, telling, words

# Whose spelling is shown: hand, curated, Wikidata, American sources, factbook, REIGN.
SHOWN = {0: 0, 1: 1, 4: 2, 2: 3, 3: 4, 5: 5}

NEAR_YEARS = 12


def unify(rows: list[Row], spellings: Path) -> None:
    """Give each person one name, one Wikidata id and all spellings, in all rows."""
    groups = _groups(rows)
    extra = {r["person"]: [a for a in r["aliases"].split("|") if a] for r in read(spellings)}
    seen: set[str] = set()
    for group in groups:
        best = min(group, key=lambda r: (SHOWN[r.rank], len(r.person), r.person))
        qid = next((r.wikidata for r in sorted(group, key=lambda r: r.rank) if r.wikidata), "")
        name = best.person
        forms = dict.fromkeys(
            f for r in group for f in (r.person, r.surname, *r.aliases) if f and f != name
        )
        more = [a for key in (name, *forms) for a in extra.get(key, ())]
        seen.update(key for key in (name, *forms) if key in extra)
        aliases = _kept(name, best.surname, [*forms, *more])
        key = f"{qid} {name} {group[0].body} {group[0].start}"
        for row in group:
            row.key = key
            row.person, row.surname, row.wikidata, row.aliases = name, best.surname, qid, aliases
    unused = sorted(set(extra) - seen)
    if unused:
        raise SystemExit(f"{spellings.name}: no such person: {', '.join(unused)}")


def _kept(name: str, surname: str, forms: list[str]) -> list[str]:
    """Forms that a look-up would not find by itself: other words, other surnames."""
    known = {" ".join(sorted(words(name))), " ".join(words(surname))}
    known.add(" ".join(sorted(words(surname))))
    kept = []
    for form in forms:
        form = re.sub(r"\s+", " ", form).strip()
        key = " ".join(sorted(words(form))) if " " in form else " ".join(words(form))
        if key and key not in known:
            known.add(key)
            kept.append(form)
    return sorted(kept)


def _groups(rows: list[Row]) -> list[list[Row]]:
    """Rows of one person: one Wikidata id, or one name in one body."""
    parent = list(range(len(rows)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for keys in (
        lambda r: [r.wikidata] if r.wikidata else [],
        lambda r: [r.person] if r.rank == 0 else [],
        lambda r: [
            f"{_home(r)} {' '.join(sorted(words(n)))}"
            for n in (r.person, *r.aliases)
            if len(words(n)) > 1
        ],
    ):
        first: dict[str, int] = {}
        for i, row in enumerate(rows):
            for key in keys(row):
                j = first.setdefault(key, i)
                a, b = root(i), root(j)
                one, other = rows[a].wikidata, rows[b].wikidata
                apart = one and other and one != other
                apart = apart or any(
                    other_generation(rows[x], rows[y]) for x in (a, i) for y in (b, j)
                )
                if a != b and not apart:
                    parent[max(a, b)] = min(a, b)
                    rows[min(a, b)].wikidata = one or other
    _join_officials(rows, parent, root)
    homes: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        homes[_home(row)].append(i)
    for home in homes.values():
        for n, i in enumerate(home):
            for j in home[n + 1 :]:
                a, b = root(i), root(j)
                ids = {rows[k].wikidata for k in (a, b)} - {""}
                monarchs = "monarch" in (rows[i].office, rows[j].office)
                if a != b and len(ids) < 2 and not monarchs and _contains(rows[i], rows[j]):
                    parent[max(a, b)] = min(a, b)
                    rows[min(a, b)].wikidata = "".join(ids)
    for home in homes.values():
        _join_lone_surnames(rows, home, parent, root)
    found: dict[int, list[Row]] = defaultdict(list)
    for i, row in enumerate(rows):
        found[root(i)].append(row)
    return list(found.values())


def _join_officials(rows: list[Row], parent: list[int], root: Callable[[int], int]) -> None:
    """The head of an organisation is the only minister of a state who has the same full name."""
    by_name: dict[str, set[int]] = defaultdict(set)
    for i, row in enumerate(rows):
        if not row.body.startswith("org:"):
            by_name[" ".join(words(row.person))].add(root(i))
    for i, row in enumerate(rows):
        same = by_name[" ".join(words(row.person))] if row.body.startswith("org:") else set()
        if len(same) == 1 and " " in row.person:
            a, b = sorted((root(i), root(same.copy().pop())))
            if a != b and len({rows[a].wikidata, rows[b].wikidata} - {""}) < 2:
                parent[b] = a
                rows[a].wikidata = rows[a].wikidata or rows[b].wikidata


def _join_lone_surnames(
    rows: list[Row], home: list[int], parent: list[int], root: Callable[[int], int]
) -> None:
    """REIGN often has the surname only: it is that of the one person near in time with it."""
    for i in home:
        if " " in rows[i].person or rows[i].rank != 5:
            continue
        same = [
            j
            for j in home
            if rows[j].person == rows[i].person
            and root(j) != root(i)
            and not other_generation(rows[i], rows[j])
        ]
        for j in same:
            a, b = sorted((root(i), root(j)))
            parent[b] = a
        near = {
            root(j)
            for j in home
            if root(j) != root(i)
            and words(rows[j].surname) == words(rows[i].surname)
            and not other_generation(rows[i], rows[j])
            and abs(rows[j].start.year - rows[i].start.year) <= NEAR_YEARS
        }
        if len(near) == 1:
            a, b = sorted((root(i), near.pop()))
            parent[b] = a
            rows[a].wikidata = rows[a].wikidata or rows[b].wikidata


def _contains(one: Row, other: Row) -> bool:
    short, long = telling(one.person), telling(other.person)
    if other_generation(one, other) or min(len(short), len(long)) < 2:
        return False
    return contains(short, long)


def _home(row: Row) -> str:
    """Names are compared within a state, and among all organisations."""
    return "org" if row.body.startswith("org:") else row.body
