"""A case as a Genius domain with one profile a party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

from detente.case.case import Case
from detente.errors import UnsuitableCase
from detente.formats.additive_tables import AdditiveTables, additive_tables, plain
from detente.formats.new_folder import save_folder
from detente.formats.slugs import slug

# Roundings of the ninth decimal may take the best package a little above 100 points.
_MOST = Decimal("100.000001")
_NEARLY_ZERO = Decimal("0.00001")
_QUOTED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def save_genius(case: Case, path: Path) -> None:
    """Write a folder: the domain, and a profile for each party that must accept a deal.

    An issue's weight is what its best option is worth (100 points are 1), evaluations are the
    points of the options, the reservation is the party's alternative; Genius makes of them the
    same points, and so does reading the folder back. Ranges are written as their central value;
    what Genius has no place for (evidence, moves, levers, texts) is not written.

    Raises
    ------
    UnsuitableCase
        If Genius would take the file for another game: see
        :func:`detente.formats.additive_tables.additive_tables`; also where the best package is
        worth more than 100 points, which Genius cuts off, or an issue only costs.
    InputError
        If the folder holds files already or cannot be written.
    """
    tables = additive_tables(case, "Genius")
    domain = f"{slug(case.title, 'domain')}_domain.xml"
    names = {id_: f"{id_}.xml" for id_ in tables.party_ids}
    files = {domain: _text(_domain(case, tables, names))}
    for row, id_ in enumerate(tables.party_ids):
        files[names[id_]] = _text(_profile(case, tables, row))
    save_folder(path, files)


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    # Genius's own parser ends a tag at the first ">", so that one is escaped as well.
    return f'"{escape(text, _QUOTED)}"'


def _domain(case: Case, tables: AdditiveTables, names: dict[str, str]) -> Iterator[str]:
    yield "<negotiation_template>"
    for id_, name in zip(tables.party_ids, tables.party_names, strict=True):
        yield f"<agent name={_quote(name)} utility_space={_quote(names[id_])}></agent>"
    yield f'<utility_space number_of_issues="{len(tables.issues)}">'
    yield _objective(case)
    for number, (issue, options) in enumerate(zip(tables.issues, tables.options, strict=True), 1):
        yield from _issue(number, issue, options, None)
    yield "</objective>"
    yield "</utility_space>"
    yield "</negotiation_template>"


def _profile(case: Case, tables: AdditiveTables, row: int) -> Iterator[str]:
    party, points = tables.party_ids[row], tables.points[row]
    if sum((max(of_issue) for of_issue in points), Decimal(0)) > _MOST:
        raise UnsuitableCase(
            f"the best package is worth more than 100 points to {party}, and Genius counts no "
            "more than that; scale its utility tables and its alternative down"
        )
    yield "<utility_space>"
    yield _objective(case)
    for number, (issue, options) in enumerate(zip(tables.issues, tables.options, strict=True), 1):
        if max(points[number - 1]) < _NEARLY_ZERO and any(points[number - 1]):
            raise UnsuitableCase(
                f"no option of {issue!r} is worth anything to {party} and some cost it, which "
                "Genius would count as 0; add the same to all options and to the alternative"
            )
        yield from _issue(number, issue, options, points[number - 1])
    for number, of_issue in enumerate(points, 1):
        weight = plain(max(of_issue) / 100)
        yield f'<weight index="{number}" value="{weight}"></weight>'
    yield "</objective>"
    yield '<discount_factor value="1.0"></discount_factor>'
    alternative = tables.alternatives[row]
    if alternative is not None:
        yield f'<reservation value="{plain(alternative / 100)}"></reservation>'
    yield "</utility_space>"


def _objective(case: Case) -> str:
    name = _quote(" ".join(case.title.split()))
    return f'<objective index="0" name={name} description="" type="objective" etype="objective">'


def _issue(
    number: int, issue: str, options: Sequence[str], points: Sequence[Decimal] | None
) -> Iterator[str]:
    kind = 'vtype="discrete" type="discrete" etype="discrete"'
    yield f'<issue index="{number}" name={_quote(issue)} {kind}>'
    for place, option in enumerate(options):
        evaluation = "" if points is None else f' evaluation="{plain(points[place])}"'
        yield f'<item index="{place + 1}" value={_quote(option)}{evaluation}></item>'
    yield "</issue>"
