"""Presidents, vice-presidents and principal officers of the United States."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from office_rows.row import Row, bounds, read
from office_rows.wikidata import surname_of

CONGRESS = "congress-legislators@dfa9622263dd"
POCOM = "pocom@44d2226df6b2"
# The last day that each speaks of.
CONGRESS_AS_OF = date(2025, 1, 20)
POCOM_AS_OF = date.fromisoformat("2025-03-25")
ROLES = {
    "secretary": ("foreign-minister", "Secretary of State"),
    "deputy-secretary": ("deputy-foreign-minister", "Deputy Secretary of State"),
    "representative-to-un": ("un-ambassador", "Ambassador to the United Nations"),
    "representative-to-nato": ("nato-ambassador", "Ambassador to NATO"),
    "under-secretary-for-political-affairs": (
        "under-secretary",
        "Under Secretary of State for Political Affairs",
    ),
}

# The source has given and family name only, the same for two pairs of presidents.
NAMES = {
    ("George Bush", True): ("George H. W. Bush", "Q23505"),
    ("George Bush", False): ("George W. Bush", "Q207"),
    ("John Adams", False): ("John Quincy Adams", ""),
    ("James Carter", True): ("Jimmy Carter", ""),
    ("William Clinton", True): ("Bill Clinton", ""),
    ("Albert Gore", True): ("Al Gore", ""),
}
# Terms that began before this year are of the first of the pair.
DIVIDE = {"George Bush": 2000, "John Adams": 1800}


def american(folder: Path, notes: list[str]) -> list[Row]:
    """The rows of both sources."""
    rows = []
    for cell in read(folder / "us_president_vp.csv"):
        office = {"prez": "president", "viceprez": "vice-president"}[cell["office"]]
        start, end = date.fromisoformat(cell["start"]), date.fromisoformat(cell["scheduled_end"])
        if office == "vice-president" and end.year < 1945:
            continue
        first = start.year < DIVIDE.get(cell["name"], 9999)
        name, wikidata = NAMES.get((cell["name"], first), (cell["name"], cell["wikidata"]))
        over = end <= CONGRESS_AS_OF
        rows.append(
            _row(
                name,
                office,
                office.replace("-", " ").title(),
                start,
                start,
                end if over else None,
                CONGRESS,
                CONGRESS_AS_OF,
                wikidata,
            )
        )
    other = 0
    for cell in read(folder / "us_principal_officers_chiefs_of_mission_1960on.csv"):
        if cell["role"] not in ROLES:
            other += 1
            continue
        office, title = ROLES[cell["role"]]
        begun = cell["started"] or cell["appointed"]
        if not begun:
            notes.append(f"pocom: no start: {cell['name']}, {cell['role']}")
            continue
        start, start_by = bounds(begun)
        end = bounds(cell["ended"])[1] if cell["ended"] else None
        rows.append(_row(cell["name"], office, title, start, start_by, end, POCOM, POCOM_AS_OF))
    notes.append(f"pocom: {other} rows left out: ambassadors and other officers")
    return rows


def _row(
    name: str, office: str, title: str, start: date, start_by: date, end: date | None,
    source: str, as_of: date, wikidata: str = "",
) -> Row:  # fmt: skip
    return Row(
        person=name,
        surname=surname_of(name, "USA"),
        body="USA",
        office=office,
        title=title,
        start=start,
        start_by=start_by,
        end_from=end,
        end=end,
        wikidata=wikidata,
        end_basis="exact" if end else "open",
        sources=[source],
        as_of=as_of,
        rank=2,
    )
