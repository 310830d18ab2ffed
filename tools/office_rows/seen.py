"""Rows of general knowledge that a stored text shows in office are no longer that alone."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

from detente.reference.office_titles import office_keys
from office_rows.row import Row, read, words

WHITE_HOUSE = "White House texts@737ca03a271a"
OFTEN = 5


def see_in_office(rows: list[Row], folder: Path, notes: list[str]) -> None:
    """Add the White House texts as a source where they name the person with the office.

    Only if both the first and the last such text lie inside the term and no other person of
    the table has the office and the name. That shows that the office was held, not when the
    term began, so the row becomes *sourced* and no more. An open American term is known to run
    to the last such text, if there are several.
    """
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for word in {w for n in (row.surname, row.person, *row.aliases) for w in words(n)}:
            by_name[word].append(row)
    seen = 0
    for cell in read(folder / "office_mentions_whitehouse_2021_2026.csv"):
        if cell["title"].lower().startswith("former"):
            continue
        keys = office_keys(cell["title"])
        name = words(cell["name"].replace("_", " "))
        first, last = (date.fromisoformat(cell[f"{w}_doc_date"]) for w in ("first", "last"))
        if not keys or not name:
            continue
        found = [r for r in by_name[name[-1]] if r.office in keys and _named(r, name)]
        if len({r.person for r in found}) != 1:
            continue
        for row in found:
            # Of its own government the White House speaks as it is.
            if row.body == "USA" and row.end is None and int(cell["n_docs"]) >= OFTEN:
                row.as_of = max(row.as_of, last)
            inside = row.start_by <= first and last <= (row.end_from or row.end or row.as_of)
            if inside and WHITE_HOUSE not in row.sources:
                row.sources.append(WHITE_HOUSE)
                seen += not row.known
                row.known = True
    notes.append(f"seen in office in White House texts, so no longer general knowledge: {seen}")


def _named(row: Row, name: list[str]) -> bool:
    surname = set(words(row.surname))
    return any(
        set(name) <= set(words(form)) and (surname & set(name) or form in row.aliases)
        for form in (row.person, *row.aliases)
    )
