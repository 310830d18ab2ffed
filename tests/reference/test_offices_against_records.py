"""True records against the table: whoever is named with an office held it, or is not known."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

from detente.reference.names import by_name
from detente.reference.office_titles import office_keys
from detente.reference.offices import offices

VISITOR = re.compile(
    r"((?:Vice )?(?:President|Prime Minister|Chancellor|Premier|King|Queen|Amir|Emir|Sultan)) "
    r"(\S.*)"
)


def answer(name: str, title: str, body: str | None, day: date) -> str:
    """*yes*, *unknown*, *no*, *other* (held other offices only) or *nobody* of that name."""
    persons = offices().find(name, body=body)
    terms = [
        t
        for p in persons
        for t in p.terms
        if t.office in office_keys(title) and body in (None, t.body)
    ]
    answers = {t.held_on(day) for t in terms}
    if not terms:
        return "other" if persons else "nobody"
    return next(a for a in ("yes", "unknown", "no") if a in answers)


def test_leaders_who_visited_the_united_states(shared: Path) -> None:
    counted: Counter[str] = Counter()
    with (shared / "data/reference/foreign_leader_visits_to_us.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found = VISITOR.fullmatch(re.sub(r"\s*\(.*", "", row["visitor"]))
            state = by_name(row["country"])
            if found and state and row["start"] >= "1977":
                day = date.fromisoformat(row["start"])
                body = state[0].entity.removeprefix("state:")
                counted[answer(found[2], found[1], body, day)] += 1
    assert counted["yes"] > 2_000
    # Errors of the list itself among them: a prime minister who had left, a president of a
    # commission under his old title.
    assert counted["no"] <= 5
    assert counted["nobody"] + counted["other"] < 0.2 * counted.total()


def test_office_holders_named_in_white_house_texts(shared: Path) -> None:
    path = shared / "data/reference/office_mentions_whitehouse_2021_2026.csv"
    counted: Counter[str] = Counter()
    wrong = set()
    with path.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            name, title = row["name"].replace("_", " "), row["title"]
            american = any(t.body == "USA" for p in offices().find(name) for t in p.terms)
            if office_keys(title) and not title.startswith("former") and not american:
                told = answer(name, title, None, date.fromisoformat(row["first_doc_date"]))
                counted[told] += 1
                if told == "no":
                    wrong.add(f"{title} {name}")
    assert counted["yes"] > 150
    # Elected and not yet sworn in, dead or out of office, or a namesake: none a gap in the table.
    assert wrong <= {
        "President Lula", "President Ruto", "President Yoon Suk Yeol", "President Castro",
        "President Moise", "President Hu", "President Scott", "Prime Minister Abe",
        "Prime Minister Bennett", "Prime Minister Yair Lapid",
    }  # fmt: skip
