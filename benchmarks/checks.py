"""The checks against true texts: false alarms on office holders, speed, conflict sets.

python -m benchmarks.checks
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.scoring import SHARED
from detente.checks.offices.claims import days_of
from detente.checks.offices.conflict_sets import consistency
from detente.checks.offices.intervals import union
from detente.checks.run import run_checks
from detente.documents.read import from_bytes, read_document
from detente.evidence.joining import join
from detente.evidence.ledger import Ledger
from detente.evidence.read import read
from detente.reference.offices import offices

MENTIONS = SHARED / "data/reference/office_mentions_whitehouse_2021_2026.csv"
# Titles of office holders abroad in that table; the others are Americans'.
ABROAD = frozenset(
    """President|Prime Minister|Chancellor|King|Amir|Foreign Minister|Defense Minister|Crown Prince
    |Secretary-General|Secretary General|NATO Secretary General|Foreign Secretary""".replace(
        "\n    ", ""
    ).split("|")
)
# Texts that only the last measurement of an issue may run over.
HELD_OUT = ("09_", "14_", "17_", "22_", "27_", "31_", "48_", "50_", "54_")
FALSE_ALARMS = 0.005
DOCUMENTS, SECONDS = 1000, 60.0
CLAIMS, CLAIM_SECONDS = 60, 0.05


@dataclass(frozen=True)
class Alarm:
    """A finding on a true mention."""

    title: str
    name: str
    day: dt.date
    message: str


def american_names() -> frozenset[str]:
    """The family names of presidents and vice-presidents of the United States."""
    path = SHARED / "data/reference/us_president_vp.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["name"].split()[-1] for row in csv.DictReader(file)}
    return frozenset(names | {"Jr."})


def mentions() -> Iterator[tuple[str, str, dt.date]]:
    """Title, name and first day of each string of the table that may be a foreign figure."""
    at_home = american_names()
    with MENTIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["name"].replace("_", " ").strip()
            american = row["title"] == "President" and (
                name.split()[-1] in at_home or name.startswith(("Joe", "Joseph", "Donald"))
            )
            if row["title"] in ABROAD and not american:
                yield row["title"], name, dt.date.fromisoformat(row["first_doc_date"])


def false_alarms() -> tuple[int, list[Alarm]]:
    """How many mentions there are, and those on which an OFF rule fires as on a current act."""
    found = []
    count = 0
    for title, name, day in mentions():
        count += 1
        words = f"{title} {name} met ministers on Monday.\n"
        ledger = read(from_bytes("line.txt", words.encode()), date=day)
        found += [
            Alarm(title, name, day, f.message)
            for f in run_checks(ledger, date=day, select=("OFF",))
        ]
    return count, found


def many_documents() -> Ledger:
    """A ledger of 1,000 documents: the shared texts but the held-out ones, numbered."""
    texts = [
        path
        for path in sorted((SHARED / "data/documents").glob("*.txt"))
        if not path.name.startswith(HELD_OUT)
    ]
    parts: list[Ledger] = []
    for i in range(DOCUMENTS):
        document = read_document(texts[i % len(texts)])
        words = f"{document.text}\n\nNumber {i} of the series.\n"
        parts.append(read(from_bytes(f"{i}.txt", words.encode())))
    return join(parts)


def conflict_seconds(seed: int) -> float:
    """Processor time, the best of three, of the conflict sets of 60 claims drawn from the table."""
    rng = random.Random(seed)
    terms = list(offices())
    claims = [
        union(days_of(t) for t in rng.sample(terms, rng.randint(1, 3))) for _ in range(CLAIMS)
    ]
    runs = []
    for _ in range(3):
        start = time.process_time()
        consistency(claims)
        runs.append(time.process_time() - start)
    return min(runs)


def main() -> None:
    count, alarms = false_alarms()
    share = len(alarms) / count
    print(
        f"office holders abroad: {len(alarms)} false alarms in {count} ({share:.2%}), "
        f"goal {FALSE_ALARMS:.1%}"
    )
    for alarm in alarms:
        print(f"  {alarm.day} {alarm.title} {alarm.name}: {alarm.message}")
    slowest = max(conflict_seconds(seed) for seed in range(20))
    print(
        f"conflict sets of {CLAIMS} claims: {slowest * 1000:.1f} ms at most in 20 draws, "
        f"goal {CLAIM_SECONDS * 1000:.0f} ms"
    )
    ledger = many_documents()
    start = time.perf_counter()
    found = run_checks(ledger)
    wall = time.perf_counter() - start
    print(
        f"{DOCUMENTS} documents after reading: {wall:.1f} s, {len(found)} findings, "
        f"goal {SECONDS:.0f} s on two cores"
    )


if __name__ == "__main__":
    main()
