"""Rows put together by hand: the curated file of the shared folder, and ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from office_rows.row import Row, bounds, read
from office_rows.wikidata import surname_of

CURATED = "curated from public facts"
BY_HAND = "general knowledge"
CURATED_AS_OF = date(2026, 1, 22)
BODIES = {
    "NATO": "org:NATO",
    "UN": "org:UN",
    "European Council": "org:EuropeanCouncil",
    "European Commission": "org:EuropeanCommission",
    "EU": "org:EU",
    "OSCE": "org:OSCE",
    "IAEA": "org:IAEA",
    "WTO": "org:WTO",
    "IMF": "org:IMF",
    "World Bank": "org:WorldBank",
    "WHO": "org:WHO",
    "Arab League": "org:ArabLeague",
    "African Union": "org:AfricanUnion",
    "ASEAN": "org:ASEAN",
    "Council of Europe": "org:CouncilOfEurope",
}
OFFICES = {
    "Secretary General": "secretary-general",
    "Secretary-General": "secretary-general",
    "President": "president",
    "High Representative for Foreign Affairs": "high-representative",
    "Director General": "director-general",
    "Director-General": "director-general",
    "Managing Director": "managing-director",
    "Commission Chairperson": "commission-chair",
    "Foreign Minister": "foreign-minister",
    "Defence Minister": "defence-minister",
    "Presidential Press Secretary (Kremlin spokesman)": "spokesperson",
    "Head of the Presidential Office": "chief-of-staff",
    "Secretary of State": "foreign-minister",
    "Secretary of Defense": "defence-minister",
    "National Security Advisor": "national-security-adviser",
    "Senate Foreign Relations Committee Chair": "committee-chair",
    "Prime Minister": "prime-minister",
    "Foreign Secretary": "foreign-minister",
    "Chancellor": "chancellor",
    "External Affairs Minister": "foreign-minister",
    "Prime Minister and Foreign Minister": "prime-minister",
}
TITLES = {
    "Presidential Press Secretary (Kremlin spokesman)": "Kremlin spokesman",
    "Prime Minister and Foreign Minister": "Prime Minister",
    "Commission Chairperson": "Chairperson of the African Union Commission",
    "High Representative for Foreign Affairs": "EU High Representative for Foreign Affairs",
}


def curated(folder: Path) -> list[Row]:
    """The curated rows; a source beside them makes them sourced."""
    rows = []
    for cell in read(folder / "offices_curated.csv"):
        body = BODIES.get(cell["body"], cell["body"])
        row = _row(
            cell["person"],
            "",
            [],
            cell["wikidata"],
            body,
            OFFICES[cell["office"]],
            TITLES.get(cell["office"], cell["office"]),
            cell["start"],
            cell["end"],
            "held",
            CURATED_AS_OF,
            1,
        )
        sources = cell["corroborated_by"].replace(" (CC BY-SA)", "")
        if cell["peppercat_2025_01_check"] == "agrees":
            sources = f"{sources}; wikidata 2025-01".strip("; ")
        row.sources = [CURATED, *(s for s in sources.split("; ") if s and s != "factbook-end")]
        row.known = bool(sources)
        row.agreed = any(not s.startswith("world-leaders") for s in row.sources[1:])
        rows.append(row)
    return rows


def by_hand(path: Path) -> list[Row]:
    """Our own rows (``tools/reference/offices.csv``)."""
    rows = []
    for cell in read(path):
        row = _row(
            cell["person"],
            cell["surname"],
            [a for a in cell["aliases"].split("|") if a],
            cell["wikidata"],
            cell["body"],
            cell["office"],
            cell["title"],
            cell["start"],
            cell["end"],
            cell["status"] or "held",
            bounds(cell["as_of"] or "2025-06-30")[0],
            0,
        )
        row.sources = [cell["source"] or BY_HAND]
        row.known = bool(cell["source"])
        rows.append(row)
    return rows


def _row(
    person: str, surname: str, aliases: list[str], wikidata: str, body: str, office: str,
    title: str, start: str, end: str, status: str, as_of: date, rank: int,
) -> Row:  # fmt: skip
    first, start_by = bounds(start)
    end_from, last = bounds(end) if end else (None, None)
    return Row(
        person=person,
        surname=surname or surname_of(person, body),
        aliases=aliases,
        wikidata=wikidata,
        body=body,
        office=office,
        title=title,
        start=first,
        start_by=start_by,
        end_from=end_from,
        end=last,
        status=status,
        end_basis="exact" if last else "open",
        sources=[BY_HAND],
        as_of=as_of,
        rank=rank,
    )
