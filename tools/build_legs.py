"""Build ``src/detente/reference/legs.csv``: how far real travellers go in a day.

    python tools/build_legs.py [--shared ../shared] [--out src/detente/reference]

Reads the journeys of presidents and secretaries of state of the United States since 1990
(HistoryAtState/travels 3170c773f22c, a work of the US government). A leg leads from the last city
of one stop abroad to the first of the next, if the traveller left one and reached the other on
the same day (``days`` 0) or the day after (1), and they lie 50 km apart or more. Stops whose city
our tables lack are left out and counted.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import re
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
SINCE = date(1990, 1, 1)
EARTH_KM = 6371.0088
# Below this two stops are one place: Jerusalem and Ramallah, an airfield and its town.
LEAST_KM = 50
# Names of these journeys that the tables know otherwise.
NAMES = {
    "Mexico": "Mexico City",
    "Port-of-Spain": "Port of Spain",
    "Tblisi": "Tbilisi",
    "Goteborg": "Gothenburg",
    "Alma Ata": "Almaty",
    "Kishenev": "Chisinau",
    "Ramstein Air Force Base": "Ramstein",
    "Gaza": "Gaza City",
    "Porto Novo": "Porto-Novo",
}
# States of these journeys under other names.
STATES = {
    "palestinian-authority": "PSE",
    "west-bank": "PSE",
    "vatican-city": "ITA",
    "czechoslovakia": "CZE",
    "yugoslavia": "SRB",
    "ussr": "RUS",
}


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as text."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def plain(text: str) -> str:
    """``text`` in small letters without accents."""
    spread = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in spread if not unicodedata.combining(c))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great circle between two points given by latitude and longitude in degrees."""
    lat, lat_ = math.radians(one[0]), math.radians(other[0])
    half = math.sin((lat_ - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat_) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


class Gazetteer:
    """Where cities lie, by name and state."""

    def __init__(self, tables: Path, codes: Path) -> None:
        self.codes = {r["code"]: r["iso3"] for r in read(codes) if r["source"] == "visits"}
        self.points: dict[tuple[str, str], tuple[float, float]] = {}
        for row in read(tables / "states.csv"):
            for name in (row["capital"], *row["capital_aliases"].split("|")):
                if name and row["lat"]:
                    point = (float(row["lat"]), float(row["lon"]))
                    self.points.setdefault((row["iso3"], plain(name)), point)
        for row in (*read(tables / "cities.csv"), *read(tables / "places.csv")):
            for name in (row["name"], *row["aliases"].split("|")):
                if row["lat"]:
                    point = (float(row["lat"]), float(row["lon"]))
                    iso3 = row.get("iso3") or row["iso3s"].split("|")[0]
                    self.points.setdefault((iso3, plain(name)), point)

    def stops(self, country: str, locale: str) -> list[tuple[float, float]]:
        """The cities of a cell such as ``Frankfurt, Bonn``, those that are known."""
        iso3 = STATES.get(country) or self.codes.get(country, "")
        parts = [re.sub(r"\s*\(.*|\s+Air Base$", "", p).strip() for p in locale.split(",")]
        names = [NAMES.get(p, p) for p in parts]
        if country == "vatican-city":
            names = ["Rome"]
        return [p for n in names if (p := self.points.get((iso3, plain(n)))) is not None]


def build(shared: Path, out: Path) -> tuple[str, str]:
    """The text of ``legs.csv``, and a line on what was left out."""
    gazetteer = Gazetteer(out, HERE / "reference" / "source_codes.csv")
    journeys = defaultdict(list)
    missing = known = 0
    for row in read(shared / "data" / "reference" / "us_travels_abroad.csv"):
        if not row["start"] or not row["end"] or date.fromisoformat(row["start"]) < SINCE:
            continue
        stops = gazetteer.stops(row["country_id"], row["locale"])
        known, missing = known + bool(stops), missing + (not stops)
        journeys[row["who"]].append(
            (date.fromisoformat(row["start"]), date.fromisoformat(row["end"]), stops)
        )
    found: list[tuple[int, int]] = []
    for journey in journeys.values():
        journey.sort(key=lambda j: j[:2])
        for (_, left, stops), (reached, _, others) in pairwise(journey):
            days = (reached - left).days
            if stops and others and days in (0, 1):
                km = round(distance_km(stops[-1], others[0]))
                if km >= LEAST_KM:
                    found.append((days, km))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["days", "km"])
    writer.writerows(sorted(found))
    return text.getvalue(), f"{len(found)} legs; {missing} of {known + missing} stops not placed"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="build the table of legs")
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src/detente/reference")
    options = parser.parse_args()
    text, note = build(options.shared, HERE.parent / "src/detente/reference")
    (options.out / "legs.csv").write_bytes(text.encode())
    print(note)


if __name__ == "__main__":
    main()
