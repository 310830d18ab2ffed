"""Leaders since 1945 from REIGN; visits to the United States say which office they held."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from office_rows.row import Row, bounds, read, shares_word, telling
from office_rows.wikidata import surname_of

SOURCE = "REIGN@d7a8a6f17c95"
VISITS = "visits@869ca4f0e8d1"
AS_OF = date(2021, 3, 1)
VISIT = re.compile(
    r"^(?:Acting |Interim |Transitional |Co-)?(President|Prime Minister|Chancellor|Premier|King|"
    r"Queen|Amir|Emir|Sultan|Taoiseach)(?: of the Council of Ministers| and Prime Minister)? "
    r"(?:(?:General|Sheikh|Sir|Dr\.|Field Marshal|Colonel|Major General|Lt\. Gen\.) )*(\S.*)$"
)
OFFICES = {
    "President": "president",
    "Prime Minister": "prime-minister",
    "Premier": "prime-minister",
    "Taoiseach": "prime-minister",
    "Chancellor": "chancellor",
    "King": "monarch",
    "Queen": "monarch",
    "Amir": "monarch",
    "Emir": "monarch",
    "Sultan": "monarch",
}
# Two surnames are usual, and the first is the one used.
SPANISH = frozenset(
    """ARG BOL CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRY SLV URY VEN""".split()
)
# A leader between two known holders of one office is taken to hold it too, if both are so near.
NEAR = timedelta(days=365 * 16)


def reign(
    folder: Path,
    codes: dict[str, str],
    countries: dict[str, str],
    hand: dict[str, list[tuple[date, date, str]]],
    notes: list[str],
) -> list[Row]:
    """Rows of leaders whose office is known.

    ``codes`` maps REIGN's state codes, ``countries`` those of the visits, to ISO; ``hand`` gives
    the office of a state's leader for years that no visit tells (an empty one: do not take them).
    """
    visits = _visits(folder, countries)
    leaders = _leaders(folder, codes, notes)
    rows, unknown = [], []
    for body, terms in sorted(leaders.items()):
        told = [_told(visits[body], t) for t in terms]
        for i, (leader, start, end_from, end) in enumerate(terms):
            seen = told[i]
            by_hand = next((o for a, b, o in hand.get(body, ()) if a <= start <= b), None)
            office, name = (by_hand, "") if seen is None else seen
            if by_hand == "" or (seen is None and by_hand is None):
                office = "" if by_hand == "" else _between(told, terms, i)
            if by_hand and seen is not None and by_hand != seen[0]:
                office = by_hand
            if not office:
                unknown.append(f"{body} {leader} {start.year}")
                continue
            rows.append(_row(body, leader, name, office, start, end_from, end, seen is not None))
    notes.append(f"REIGN: office not known, left out ({len(unknown)}): " + "; ".join(unknown))
    return rows


Leader = tuple[str, date, date | None, date | None]


def _leaders(folder: Path, codes: dict[str, str], notes: list[str]) -> dict[str, list[Leader]]:
    found: dict[str, list[Leader]] = defaultdict(list)
    path = folder / "reign_leaderlist_2021_03.csv"
    with path.open(encoding="latin-1", newline="") as lines:
        for cell in csv.DictReader(lines):
            code = cell["stateabb"]
            if not code or code not in codes:
                if code:
                    notes.append(f"REIGN: no ISO code for {code}")
                continue
            if cell["eyear"] and int(cell["eyear"]) < 1960:
                continue
            leader = cell["leader"].strip()
            with suppress(UnicodeDecodeError):
                leader = leader.encode("latin-1").decode("utf-8")
            leader = re.sub(r"\s*\([^)]*\)", "", leader)
            day = date(int(cell["syear"]), int(cell["smonth"]), int(cell["sdate"]))
            ended = (
                bounds(f"{cell['eyear']}-{int(cell['emonth']):02d}")
                if cell["eyear"] and cell["emonth"].isdigit()
                else (None, None)
            )
            found[codes[code]].append((leader, day, *ended))
    for terms in found.values():
        terms.sort(key=lambda t: t[1])
    return found


def _visits(folder: Path, names: dict[str, str]) -> dict[str, list[tuple[date, str, str]]]:
    found: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
    for cell in read(folder / "foreign_leader_visits_to_us.csv"):
        match = VISIT.match(cell["visitor"])
        body = names.get(cell["country_id"])
        if match and body and cell["start"]:
            found[body].append(
                (bounds(cell["start"])[0], OFFICES[match[1]], re.sub(r"\s*\(.*", "", match[2]))
            )
    return found


def _told(visits: list[tuple[date, str, str]], leader: Leader) -> tuple[str, str] | None:
    """The office and the name under which a leader visited while in office."""
    name, start, _, end = leader
    seen = [
        (office, full)
        for day, office, full in visits
        if start <= day <= (end or AS_OF) and shares_word(full, name)
    ]
    if not seen:
        return None
    office, times = Counter(o for o, _ in seen).most_common(1)[0]
    if times * 2 <= len(seen):
        return None
    return office, Counter(n for o, n in seen if o == office).most_common(1)[0][0]


def _between(told: list[tuple[str, str] | None], terms: list[Leader], i: int) -> str:
    before = next((j for j in range(i - 1, -1, -1) if told[j]), None)
    after = next((j for j in range(i + 1, len(told)) if told[j]), None)
    if before is None or after is None:
        return ""
    one, other = told[before], told[after]
    assert one is not None
    assert other is not None
    if one[0] != other[0] or terms[after][1] - terms[before][1] > NEAR:
        return ""
    return one[0]


def _row(
    body: str, leader: str, name: str, office: str, start: date, end_from: date | None,
    end: date | None, visited: bool,
) -> Row:  # fmt: skip
    if "," in leader:
        last, _, first = leader.partition(",")
        leader = f"{first.strip()} {last}".strip()
    person = name or leader
    titles = {
        "president": "President",
        "prime-minister": "Prime Minister",
        "chancellor": "Chancellor",
        "monarch": "King",
        "general-secretary": "General Secretary",
        "supreme-leader": "Supreme Leader",
    }
    surname = surname_of(person, body) if office != "monarch" else person.split()[0]
    common = [w for w in person.split() if set(telling(w)) & set(telling(leader))]
    if len(leader.split()) == 1 and common and office != "monarch":
        surname = common[-1]
    return Row(
        person=person,
        surname=surname,
        aliases=_first_surname(person, leader, body),
        body=body,
        office=office,
        title=titles[office],
        start=start,
        start_by=start,
        end_from=end_from,
        end=end,
        end_basis="exact" if end else "open",
        sources=[SOURCE, VISITS] if visited else [SOURCE],
        as_of=AS_OF,
        rank=5,
    )


def _first_surname(person: str, leader: str, body: str) -> list[str]:
    """*Figueres* of *Jose Figueres Ferrer*: REIGN's name of him begins with it."""
    full, short = person.split(), leader.split()
    if body in SPANISH and len(short) == 2 and short[0] in full[1:-1]:
        return [short[0]]
    return []
