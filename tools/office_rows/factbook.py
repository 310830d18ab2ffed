"""Heads of state and of government from the World Factbook."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from office_rows.row import Row, bounds, read

SOURCE = "factbook.json@8662a8b17a78"
AS_OF = date(2026, 1, 22)
RANKS = re.compile(
    r"^(?:Sheikh|Sir|Dame|Dr\.|Sr\. Gen\.|Maj\. Gen\.|Lt\. Gen\.|Brig\. Gen\.|Gen\.|Lt\. Col\.|"
    r"Col\.|Capt\.|Field Marshal|Cardinal|Mr\.|Prof\.|Samdech|Tengku|Dato|Datuk|Tan Sri|the|"
    r"State Chair,|State Administration Council Chair|formerly, Prime Minister|"
    r"CNSP Prime Minister|GNU Interim Prime Minister|also spelled) ",
)
MINISTERS = r"(?:Council|Cabinet) of Ministers"
# Title at the head of a cell -> office; the first that fits.
TITLES = tuple(
    (re.compile("^" + pattern + r"(?:,? |$)"), office, title)
    for pattern, office, title in (
        (r"Sultan and Prime Minister", "monarch", "Sultan"),
        (r"King and Prime Minister", "prime-minister", "Prime Minister"),
        (
            r"(?:Crown Prince and Prime Minister|Prime Minister Crown Prince)",
            "prime-minister",
            "Prime Minister",
        ),
        (
            r"(?:Chair(?:man|person)|President) of (?:the )?" + MINISTERS,
            "prime-minister",
            "Chairman of the Council of Ministers",
        ),
        (
            r"President of the Government(?: of Spain| or Acting Prime Minister)?",
            "prime-minister",
            "Prime Minister",
        ),
        (
            r"President of (?:the )?(?:Swiss Confederation|Republic|transitional government,)",
            "president",
            "President",
        ),
        (
            r"President of the Council of State and First(?: Vice President)?",
            "president",
            "President",
        ),
        (
            r"(?:Chairman|President), Presidential Council,",
            "president",
            "Chairman of the Presidential Council",
        ),
        (
            r"Chairperson,(?: Chairperson| Presidential Leadership Council)?",
            "president",
            "Chairman of the Presidential Leadership Council",
        ),
        (
            r"(?:State )?Affairs Commission (?:President|Chairman)",
            "supreme-leader",
            "President of the State Affairs Commission",
        ),
        (
            r"Prime Minister and (?:Foreign Minister|Minister of Interior|Co-Vice President)",
            "prime-minister",
            "Prime Minister",
        ),
        (r"(?:Executive )?President(?: Prime Minister)?", "president", "President"),
        (
            r"(?:Prime Minister|prime minister|Premier|Taoiseach|Head of Government)",
            "prime-minister",
            "Prime Minister",
        ),
        (r"Chancellor", "chancellor", "Chancellor"),
        (r"Supreme Leader", "supreme-leader", "Supreme Leader"),
        (r"Taliban Leader", "supreme-leader", "Supreme Leader"),
        (r"Grand Duke", "monarch", "Grand Duke"),
        (r"(?:King Sultan|King)", "monarch", "King"),
        (r"Queen", "monarch", "Queen"),
        (r"Emperor", "monarch", "Emperor"),
        (r"Amir", "monarch", "Emir"),
        (r"Sultan", "monarch", "Sultan"),
        (r"Prince", "monarch", "Prince"),
        (r"Pope", "pope", "Pope"),
        (r"Chief Executive", "chief-executive", "Chief Executive"),
    )
)
ACTING = re.compile(r"^(Acting|Interim|Caretaker|Transitional|Transition|transitional) ")
# Not a term of the office, or no person: whole cells.
DROPPED = re.compile(
    r"Minister-Designate|-elect|Deputy Prime|^(?!Prime Minister and).*Vice President |\bCEO\b|"
    r"elected chancellor|"
    r"serves as Regent|appointed acting|tenure of|Presidents |People's Assembly|Speaker of|"
    r"oprince|Co-prince|First Deputy|Ministers? of State|Lord of Mann|Bailiff|Secretary of State|"
    r"Fernando VERGEZ|also referred to as|^President of China"
)
ROMAN = re.compile(r"^[IVX]+$")
# Dependent places whose leaders act in the news under their own name.
KEPT = frozenset({"HKG", "TWN", "XKX", "PSE", "VAT", "COK", "NIU"})
# States whose king or queen is another's: only that one is kept.
REALMS = frozenset(
    "AUS CAN NZL JAM BHS BLZ GRD PNG LCA KNA VCT SLB TUV ATG BRB COK NIU ABW CUW SXM".split()
)
# Cells without a title.
BARE = {("PRK", "chief_of_state"): "supreme-leader"}


def person_of(cell: str) -> tuple[str, str, list[str]]:
    """``Michiel "Mike" Godfried EMAN`` as name, surname and further forms."""
    nicknames = re.findall(r"[\"“](\w[^\"”]*)[\"”]", cell)
    cell = re.sub(r"\s*[\"“][^\"”]*[\"”]|\s*\([^)]*\)", "", cell).strip(" ,")
    cell, *others = re.split(r",? (?:also spelled|aka|- formerly|and Prime Minister) ", cell)
    cell = re.sub(r",? (?:Dr\.|Sir|Jr\.|Lt\. Gen\.|CNSP Prime Minister)$", "", cell)
    capitals = [w for w in cell.split() if _is_capital(w)]
    surname = " ".join(usual(w) for w in capitals)
    name = " ".join(usual(w) for w in cell.split())
    forms = [f"{nick} {surname}" for nick in nicknames if surname]
    forms += [" ".join(usual(w) for w in o.split()) for o in others]
    return name, surname or name.split()[-1], forms


def _is_capital(word: str) -> bool:
    """``SUDANI`` and ``al-SUDANI``, not ``Jr`` or ``VI``."""
    return any(p.isupper() and len(p.strip(".")) > 1 for p in word.split("-")) and not ROMAN.match(
        word
    )


def usual(word: str) -> str:
    """``LOPEZ`` as *Lopez*, ``al-SUDANI`` as *al-Sudani*; ``II`` stays."""
    if not _is_capital(word):
        return word
    if word in ("BIN", "IBN", "AL", "DE", "VAN", "VON"):
        return word.lower()
    parts = (p[:1] + p[1:].lower() if p.isupper() else p for p in word.split("-"))
    text = re.sub(r"(?<=[’'])(\w)(?=\w\w)", lambda m: m[1].upper(), "-".join(parts))
    return re.sub(r"^Mc(\w)", lambda m: "Mc" + m[1].upper(), text)


def factbook(folder: Path, states: set[str], notes: list[str]) -> list[Row]:
    """The rows of sovereign states; what is left out is noted."""
    rows: list[Row] = []
    left: dict[str, int] = {}
    for cell in read(folder / "heads_factbook_2014_2026.csv"):
        iso3 = cell["iso3"]
        text = f"{cell['title']} {cell['person']}".strip()
        if iso3 not in states and iso3 not in KEPT:
            left["dependent territory"] = left.get("dependent territory", 0) + 1
        elif iso3 in REALMS and re.match(r"(?:King|Queen)", text):
            left["king of another state"] = left.get("king of another state", 0) + 1
        elif DROPPED.search(text):
            notes.append(f"factbook: {iso3} not a term of the office: {text}")
        else:
            row = _row(cell, text)
            if row is None:
                notes.append(f"factbook: {iso3} office not recognised: {text}")
            else:
                rows.append(row)
    notes.extend(f"factbook: {n} rows left out: {why}" for why, n in sorted(left.items()))
    return _once(rows)


def _row(cell: dict[str, str], text: str) -> Row | None:
    status = "held"
    found = ACTING.match(text)
    if found:
        status = "acting"
        text = text[found.end() :]
    role = cell["role"]
    office = title = ""
    for pattern, key, human in TITLES:
        match = pattern.match(text)
        if match:
            office, title, text = key, human, text[match.end() :]
            break
    if not office and not cell["title"]:
        office = BARE.get((cell["iso3"], role), "")
        if not office and role == "head_of_government":
            office = "chancellor" if cell["iso3"] in ("AUT", "DEU") else "prime-minister"
        if cell["iso3"] == "WSM" and role == "chief_of_state":
            office = "monarch"
        title = {"chancellor": "Chancellor", "supreme-leader": "Supreme Leader"}.get(
            office, "O le Ao o le Malo" if office == "monarch" else "Prime Minister"
        )
    if not office:
        return None
    if role == "head_of_government" and office == "monarch":
        office, title = "prime-minister", "Prime Minister"
    while RANKS.match(text):
        text = text[RANKS.match(text).end() :]  # type: ignore[union-attr]
    name, surname, forms = person_of(text)
    start, start_by = bounds(cell["start"])
    end_from, end, basis = _end(cell)
    return Row(
        person=name,
        surname=surname,
        aliases=forms,
        body=cell["iso3"],
        office=office,
        title=title,
        start=start,
        start_by=start_by,
        end_from=end_from,
        end=end,
        status=status,
        end_basis=basis,
        sources=[SOURCE],
        as_of=AS_OF,
        rank=3,
    )


def _end(cell: dict[str, str]) -> tuple[date | None, date | None, str]:
    if not cell["end"]:
        return None, None, "open"
    low, high = bounds(cell["end"])
    basis = cell["end_basis"]
    if basis.startswith("upper_bound") or basis == "first_seen_replaced":
        return min(date.fromisoformat(cell["last_seen"]), high), high, "upper-bound"
    # The successor took over that day; an interregnum in between is swallowed.
    return low - timedelta(days=1), high, "successor"


def _once(rows: list[Row]) -> list[Row]:
    """One row where head of state and head of government are one person in one office."""
    kept: dict[tuple[str, str, str, date], Row] = {}
    for row in rows:
        key = (row.body, row.office, row.person, row.start)
        known = kept.get(key)
        if known is None or (known.end or date.max) < (row.end or date.max):
            kept[key] = row
    return list(kept.values())
