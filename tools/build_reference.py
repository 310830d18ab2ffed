"""Build the tables of states and cities in ``src/detente/reference``.

    python tools/build_reference.py [--shared ../shared] [--out src/detente/reference]

Reads ``data/reference`` of the shared folder (World Factbook, GeoNames) and the hand-kept
files of ``tools/reference``; the same input gives the same bytes.

``states.csv`` there holds one fact a line. Name, official, capital, its ``lat``/``lon`` and clock,
adjective and people replace what the sources have (the factbook gives some offsets in summer
time); every other field adds to it. A former name may carry its years (``Zaire@1971/1997``);
``careful`` lists surfaces of a state that are also ordinary words, given names or other
places. ``more_states.csv`` holds whole rows that the factbook lacks, ``cities.csv`` usual
English names and variants. Cities have no source in each row: it
stands in ``cities.py``. Organisations and places are hand-kept in the
package itself.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
STATE_FIELDS = (
    "iso3 iso2 status name official aliases former acronyms adjectives people singular capital "
    "capital_aliases lat lon utc timezone metonyms careful from until note source as_of"
).split()
CITY_FIELDS = "name aliases iso3 lat lon population timezone careful".split()
FACTBOOK = "CIA World Factbook (factbook.json 8662a8b17a78, public domain) and general knowledge"
FACTBOOK_DAY = "2026-01-22"
BY_HAND = "general knowledge"
BY_HAND_DAY = "2026-11-24"
# Not members of the United Nations, and not under another state by common description.
OBSERVERS = frozenset({"PSE", "VAT"})
OTHERS = frozenset({"COK", "ESH", "NIU", "TWN", "XKX"})
TERRITORIES = frozenset({"GGY", "IMN", "JEY", "SJM", "SGS", "IOT"})
CITIES = "cities_150k_or_capital.csv"
# Capitals that the table of cities lacks, or has under another name.
ONE_ZONE = {
    "AG": "America/Antigua",
    "CW": "America/Curacao",
    "DJ": "Africa/Djibouti",
    "FO": "Atlantic/Faroe",
    "GD": "America/Grenada",
    "GG": "Europe/Guernsey",
    "GU": "Pacific/Guam",
    "IS": "Atlantic/Reykjavik",
    "LU": "Europe/Luxembourg",
    "MN": "Asia/Ulaanbaatar",
    "NC": "Pacific/Noumea",
    "PW": "Pacific/Palau",
    "ST": "Africa/Sao_Tome",
    "TC": "America/Grand_Turk",
    "TO": "Pacific/Tongatapu",
    "VU": "Pacific/Efate",
    "WF": "Pacific/Wallis",
}
CITY_LEAST = 150_000
# Letters that carry no mark to take off.
LETTERS = str.maketrans("ıłŁđĐøØ", "ilLdDoO", "‘’ʻʼ`")


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, cells as text (``NA`` is Namibia, not a missing value)."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(rows: list[dict[str, str]], fields: list[str]) -> str:
    """A CSV text with a header and Unix line ends."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def parts(cell: str, separators: str) -> list[str]:
    """The pieces of a factbook cell without notes, brackets and ``none``."""
    cell = re.sub(r"; note.*", "", cell)
    pieces = re.split(separators, re.sub(r"\([^)]*\)|\[[^]]*\]", "", cell))
    kept = [p.strip() for p in pieces]
    return [p for p in kept if p and p.lower() not in ("none", "na")]


def adjectives(cell: str) -> list[str]:
    """``Antiguan, Barbudan`` and ``Saudi or Saudi Arabian`` as lists."""
    return [re.sub(r"\(s\)$", "", p) for p in parts(cell, r"[,;]| or ")]


def peoples(cell: str) -> list[str]:
    """``Russian(s)`` is Russians; ``Irishman(men)`` is Irishmen; a plural stays."""
    cell = re.sub(r"; note.*|\(US [^)]*\)|\(colloquial\)", "", cell)
    cell = re.sub(r"\(s\)", "s", cell)
    cell = re.sub(r"(\w+)man ?\(men\)", r"\1men", cell)
    cell = re.sub(r"(\w+)woman ?\(women\)", r"\1women", cell)
    return parts(cell, r"[,;/]| or ")


def coordinates(cell: str) -> tuple[str, str]:
    """``36 45 N, 3 03 E`` in degrees with two decimals."""
    found = re.match(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", cell)
    if not found:
        return "", ""
    a, b, ns, c, d, ew = found.groups()
    lat = (int(a) + int(b) / 60) * (1 if ns == "N" else -1)
    lon = (int(c) + int(d) / 60) * (1 if ew == "E" else -1)
    return f"{lat:.2f}", f"{lon:.2f}"


def utc_offset(cell: str) -> str:
    """``UTC+5.75 (10.75 hours …)`` as ``UTC+5:45``."""
    found = re.match(r"UTC ?([+-]?)(\d+)(\.\d+)?", cell)
    if not found:
        return ""
    minutes = round(float(found[3] or 0) * 60)
    return f"UTC{found[1] or '+'}{found[2]}" + (f":{minutes:02d}" if minutes else "")


def plain(text: str) -> str:
    """``text`` without accents: *Bogotá* is *Bogota*."""
    spread = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(c for c in spread if not unicodedata.combining(c))


def join(*lists: list[str]) -> str:
    """All entries once, in order, with bars between."""
    return "|".join(dict.fromkeys(x for one in lists for x in one if x))


class Zones:
    """Time zones of capitals by the names that GeoNames knows them under."""

    def __init__(self, cities: list[dict[str, str]]) -> None:
        self.known: dict[tuple[str, str], str] = {}
        for row in sorted(cities, key=lambda r: int(r["population"])):
            for name in (*row["alt_ascii"].split("|"), plain(row["name"])):
                self.known[row["iso2"], name] = row["timezone"]

    def of(self, iso2: str, capital: str) -> str:
        """The zone of ``capital``; empty if there is none."""
        return self.known.get((iso2, plain(capital)), ONE_ZONE.get(iso2, "")) if capital else ""


def factbook_state(row: dict[str, str], hand: dict[str, str], zones: Zones) -> dict[str, str]:
    """One row of ``states.csv`` from a factbook row and its hand-kept facts."""
    iso3 = row["iso3"]

    def own(field: str) -> list[str]:
        return [x for x in hand.get(field, "").split("|") if x]

    name = hand.get("name", row["name"])
    official = hand.get("official", "".join(parts(row["long_name"], r";")[:1]))
    adjective = own("adjective") if "adjective" in hand else adjectives(row["demonym_adj"])
    people = own("people") if "people" in hand else peoples(row["demonym_noun"])
    capital = hand.get("capital", "".join(parts(row["capital"], r";")[:1]))
    lat, lon = coordinates(row["capital_coords"]) if capital else ("", "")
    lat, lon = hand.get("lat", lat), hand.get("lon", lon)
    if iso3 in OBSERVERS:
        status = "un_observer"
    elif iso3 in OTHERS:
        status = "other"
    elif row["dependency"] or iso3 in TERRITORIES:
        status = "territory"
    else:
        status = "un_member"
    return {
        "iso3": iso3,
        "iso2": row["iso2"],
        "status": status,
        "name": name,
        "official": "" if official == name else official,
        "aliases": join(own("alias")),
        "former": join(own("former")),
        "acronyms": join(own("acronym")),
        "adjectives": join(adjective),
        "people": join(people),
        "singular": join(own("person")),
        "capital": capital,
        "capital_aliases": join(own("capital_alias")),
        "lat": lat,
        "lon": lon,
        "utc": hand.get("utc", utc_offset(row["capital_utc"]) if capital else ""),
        "timezone": hand.get("timezone", zones.of(row["iso2"], capital)),
        "metonyms": join(own("metonym")),
        "careful": join(own("careful")),
        "note": hand.get("note", ""),
        "source": FACTBOOK,
        "as_of": FACTBOOK_DAY,
    }


def build_states(shared: Path) -> str:
    """The text of ``states.csv``."""
    facts = shared / "data" / "reference"
    hand: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in read(HERE / "reference" / "states.csv"):
        iso3, field, value = fact["iso3"], fact["field"], fact["value"]
        if field in hand[iso3]:
            raise SystemExit(f"tools/reference/states.csv: {iso3} has two lines of {field!r}")
        hand[iso3][field] = value
    zones = Zones(read(facts / CITIES))
    rows: dict[str, dict[str, str]] = {}
    for row in read(facts / "countries.csv"):
        # Uninhabited islands without an ISO code and the European Union are no states;
        # Gaza and the West Bank share one code and one row.
        if row["iso3"] and row["iso3"] not in rows:
            code = row["iso3"]
            rows[code] = factbook_state(row, hand.pop(code, {}), zones)
    for row in read(HERE / "reference" / "more_states.csv"):
        blank = dict.fromkeys(STATE_FIELDS, "")
        rows[row["iso3"]] = {**blank, **row, "source": BY_HAND, "as_of": BY_HAND_DAY}
    if hand:
        raise SystemExit(f"tools/reference/states.csv: unknown codes {sorted(hand)}")
    return write([rows[code] for code in sorted(rows)], STATE_FIELDS)


def build_cities(shared: Path, iso3s: dict[str, str]) -> str:
    """The text of ``cities.csv``: cities of 150,000 people or more, and capitals."""
    hand = {(r["iso2"], r["geonames"]): r for r in read(HERE / "reference" / "cities.csv")}
    rows = []
    for row in read(shared / "data" / "reference" / CITIES):
        if int(row["population"]) < CITY_LEAST and row["is_capital"] != "1":
            continue
        own = hand.pop((row["iso2"], row["name"]), {})
        name = own.get("name") or row["name"]
        own_aliases = [x for x in own.get("aliases", "").split("|") if x]
        forms = [plain(name), row["name"], plain(row["name"]), *own_aliases]
        rows.append(
            {
                "name": name,
                "aliases": join([x for x in forms if x != name]),
                "iso3": iso3s[row["iso2"]],
                "lat": f"{float(row['lat']):.2f}",
                "lon": f"{float(row['lon']):.2f}",
                "population": row["population"],
                "timezone": row["timezone"],
                "careful": own.get("careful", ""),
            }
        )
    if hand:
        raise SystemExit(f"tools/reference/cities.csv: not in GeoNames' table: {sorted(hand)}")
    rows.sort(key=lambda r: (-int(r["population"]), r["iso3"], r["name"], r["lat"], r["lon"]))
    return write(rows, CITY_FIELDS)


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description="build the reference tables")
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src/detente/reference")
    options = parser.parse_args()
    states = build_states(options.shared)
    iso3s = {row["iso2"]: row["iso3"] for row in csv.DictReader(states.splitlines())}
    (options.out / "states.csv").write_bytes(states.encode())
    (options.out / "cities.csv").write_bytes(build_cities(options.shared, iso3s).encode())


if __name__ == "__main__":
    main()
