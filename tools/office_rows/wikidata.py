"""Ministers and officials of the 21st century from Wikidata, by way of published scrapes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from office_rows.row import Row, bounds, read

AS_OF = {"world": date(2023, 1, 1)}
USUAL_AS_OF = date(2022, 7, 1)
MINISTERS_2022 = "wikidata:world/foreign@030420a9d45c"
BODIES = {
    "china-ministers": "CHN",
    "france-cabinet": "FRA",
    "india-ministers": "IND",
    "iran-ministers": "IRN",
    "israel-ministers": "ISR",
    "japan-ministers": "JPN",
    "philippines-ministers": "PHL",
    "russia-cabinet": "RUS",
    "south-korea-ministers": "KOR",
    "turkey-ministers": "TUR",
    "ukraine-cabinet": "UKR",
    "united-kingdom-cabinet": "GBR",
    "us-cabinet": "USA",
}
WORLD = {
    "Secretary-General of the United Nations": ("org:UN", "secretary-general"),
    "Director-General of the World Trade Organization": ("org:WTO", "director-general"),
    "President of the United Nations General Assembly": ("org:UNGA", "president"),
    "President of the International Court of Justice": ("org:ICJ", "president"),
}
# Position -> office and what it is called.
POSITIONS = tuple(
    (re.compile(pattern), office, title)
    for pattern, office, title in (
        (r"President", "president", "President"),
        (r"Prime Minister", "prime-minister", "Prime Minister"),
        (r"Premier of the State Council", "prime-minister", "Premier"),
        (r"Vice President", "vice-president", "Vice President"),
        (r"Supreme Leader", "supreme-leader", "Supreme Leader"),
        (
            r"General Secretary of the Chinese Communist Party",
            "general-secretary",
            "General Secretary of the Communist Party",
        ),
        (
            r"Minister (?:of|for) Foreign Affairs|Minister of External Affairs|"
            r"Secretary of State for Foreign.*|Secretary of Foreign Affairs|Secretary of State",
            "foreign-minister",
            "Foreign Minister",
        ),
        (
            r"Minister of (?:National )?Defence(?: and Armed Forces Logistics)?|"
            r"Minister of the Armed Forces|Minister of Defence and Veterans Affairs|"
            r"Secretary of State for Defence|Secretary of (?:National )?Defence",
            "defence-minister",
            "Defence Minister",
        ),
        (
            r"Secretary of the Treasury|Chancellor of the Exchequer",
            "finance-minister",
            "Finance Minister",
        ),
        (r"Secretary of Commerce|Minister of Commerce", "commerce-minister", "Commerce Minister"),
        (
            r"Secretary of Homeland Security",
            "homeland-security-minister",
            "Secretary of Homeland Security",
        ),
        (r"National Security Advisor", "national-security-adviser", "National Security Advisor"),
        (r"White House Press Secretary", "spokesperson", "White House Press Secretary"),
        (r"Chief Cabinet Secretary", "chief-cabinet-secretary", "Chief Cabinet Secretary"),
        (
            r"Presidential Spokesperson|Government Spokesperson",
            "spokesperson",
            "Government Spokesperson",
        ),
        (r"Ambassador to the United Nations", "un-ambassador", "Ambassador to the United Nations"),
        (r"United States Trade Representative", "trade-representative", "Trade Representative"),
        (r"Deputy Secretary of State", "deputy-foreign-minister", "Deputy Secretary of State"),
        (
            r"Head of the Office of the President|Chief of Staff of the Presidential Executive "
            r"Office|White House Chief of Staff",
            "chief-of-staff",
            "Chief of Staff",
        ),
        (
            r"Secretary of the (?:Supreme National )?Security Council",
            "security-council-secretary",
            "Secretary of the Security Council",
        ),
        (r"Director of the Central Intelligence Agency", "cia-director", "CIA Director"),
    )
)
TITLES = {
    ("USA", "foreign-minister"): "Secretary of State",
    ("USA", "defence-minister"): "Secretary of Defense",
    ("USA", "finance-minister"): "Secretary of the Treasury",
    ("USA", "commerce-minister"): "Secretary of Commerce",
    ("GBR", "foreign-minister"): "Foreign Secretary",
    ("GBR", "defence-minister"): "Defence Secretary",
    ("GBR", "finance-minister"): "Chancellor of the Exchequer",
    ("PHL", "foreign-minister"): "Foreign Secretary",
    ("PHL", "defence-minister"): "Defence Secretary",
    ("IND", "foreign-minister"): "External Affairs Minister",
}
# In India's list the civil servants who head the ministry stand under this name; Iran has many
# vice-presidents at once.
OTHERS = frozenset(
    {("india-ministers", "Minister of Foreign Affairs"), ("iran-ministers", "Vice President")}
)
# Family name first.
EASTERN = frozenset({"CHN", "KOR"})


def title_of(body: str, office: str, title: str) -> str:
    """What an office is called in that state."""
    return TITLES.get((body, office), title)


def surname_of(name: str, body: str) -> str:
    """The family name: the first word in Chinese and Korean names, else the last."""
    name = re.sub(r",? (?:Jr\.?|Sr\.?|Baron.*|Baroness.*|Lord .*)$", "", name)
    parts = name.split()
    if body in EASTERN:
        return parts[0]
    for i, word in enumerate(parts[1:], 1):
        if word.lower() in ("von", "van", "de", "bin", "al", "ould", "del", "dos", "da", "di"):
            return " ".join(parts[i:])
    return parts[-1]


def foreign_ministers(path: Path) -> list[Row]:
    """Foreign ministers of mid-2022, copied by hand from two lists of one scrape.

    ``both``: Wikidata and the English Wikipedia put the start no more than three days apart.
    """
    rows = []
    for cell in read(path):
        day = date.fromisoformat(cell["start"])
        rows.append(
            Row(
                person=cell["person"],
                surname=surname_of(cell["person"], cell["iso3"]),
                body=cell["iso3"],
                office="foreign-minister",
                title=title_of(cell["iso3"], "foreign-minister", "Foreign Minister"),
                start=day,
                start_by=day,
                end_from=None,
                end=None,
                wikidata=cell["wikidata"],
                end_basis="open",
                sources=[MINISTERS_2022],
                as_of=date(2022, 8, 13),
                rank=4,
                agreed=cell["both"] == "1",
            )
        )
    return rows


def wikidata(folder: Path, notes: list[str]) -> list[Row]:
    """The rows of offices that the table holds."""
    rows, undated = [], 0
    for cell in read(folder / "wikidata_officeholders_21c.csv"):
        repo, position = cell["source_repo"], cell["position"]
        if (repo, position) in OTHERS:
            continue
        if repo == "world":
            body, office = WORLD.get(position, ("", ""))
            title = position.split(" of the ")[0]
        else:
            body = BODIES.get(repo, "")
            office, title = next(
                ((o, t) for pattern, o, t in POSITIONS if pattern.fullmatch(position)), ("", "")
            )
        if not office or not body or not re.search("[A-Za-z]", cell["person"]):
            continue
        if not cell["start"]:
            undated += 1
            continue
        name = re.sub(r", (?:Baron|Baroness|Lord|Viscount|Earl) .*$", "", cell["person"])
        start, start_by = bounds(cell["start"])
        end_from, end = bounds(cell["end"]) if cell["end"] else (None, None)
        if end is not None and end < start:
            notes.append(f"wikidata: ends before it begins: {cell['person']}, {position}")
            continue
        rows.append(
            Row(
                person=name,
                surname=surname_of(name, body),
                body=body,
                office=office,
                title=title_of(body, office, title),
                start=start,
                start_by=start_by,
                end_from=end_from,
                end=end,
                wikidata=cell["wikidata"],
                end_basis="exact" if end else "open",
                sources=[f"wikidata:{repo}@{cell['commit']}"],
                as_of=AS_OF.get(repo, USUAL_AS_OF),
                rank=4,
            )
        )
    notes.append(f"wikidata: {undated} rows left out: no start")
    return rows
