"""Records of the exchange model: actors, issues with their ends, positions with salience, power."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from detente.case.case import Case
from detente.errors import BadCase, InputError
from detente.formats.actors_on_issues import Actor, Pair, Question, build_case, table_of
from detente.formats.bounded import exact
from detente.formats.opened import head_of, read_text
from detente.formats.registry import format
from detente.formats.scales import Scale
from detente.saving import save

_ONE = Scale(Fraction(0), Fraction(1))
_MOST_RECORDS = 200_000


@format(
    name="decide-exchange",
    suffixes=(".csv", ".txt"),
    what="position exchange: #A actors, #P issues, #M ends of their scales, #D position data",
    source="DECIDE exchange model, Stokman & Van Oosten 1994",
)
class DecideExchange:
    """Tab-separated records, each with its kind in the first cell; cells may be quoted."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether records of actors and of issues stand near the beginning."""
        head = head_of(path) if path.is_file() else ""
        kinds = {line.strip("'\"")[:2] for line in head.splitlines() if "\t" in line}
        return {"#A", "#P"} <= kinds

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a set of records; its power is one number for each actor."""
        return _load(path)

    @staticmethod
    def save(case: Case, path: Path) -> None:
        """Write a case in which every actor has influence, positions and saliences."""
        save(_written(case), path)


@dataclass
class _Records:
    title: str | None = None
    actors: dict[str, str] = field(default_factory=dict)
    issues: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    ends: dict[str, list[Fraction]] = field(default_factory=dict)
    data: dict[tuple[str, str], tuple[Pair, int]] = field(default_factory=dict)
    power: dict[str, dict[Fraction, int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def _load(path: Path) -> Case:
    found = _records(path)
    faults = found.faults
    for (actor, issue), (_, line) in found.data.items():
        if actor not in found.actors:
            faults.append(f"line {line}: no #A record names the actor {actor!r}")
        if issue not in found.issues:
            faults.append(f"line {line}: no #P record names the issue {issue!r}")
    for actor, powers in found.power.items():
        if len(powers) > 1:
            words = ", ".join(f"{float(p):g} (line {line})" for p, line in powers.items())
            faults.append(f"{actor} has several powers: {words}; a party has one")
    issues = [
        Question(name, _scale(name, found.ends, faults), full_name=full, note=note)
        for name, (full, note) in found.issues.items()
    ]
    try:
        case = _built(path, found, issues)
    except BadCase as error:
        raise BadCase(str(path), [*faults, *error.faults]) from None
    if faults:
        raise BadCase(str(path), faults)
    return case


def _built(path: Path, found: _Records, issues: list[Question]) -> Case:
    nothing: Pair = (None, None)
    return build_case(
        path,
        title=found.title or path.stem.replace("_", " "),
        actors=[
            Actor(
                name,
                next(iter(found.power.get(name, {})), None),
                tuple(found.data.get((name, i), (nothing, 0))[0] for i in found.issues),
                full_name=full,
            )
            for name, full in found.actors.items()
        ],
        issues=issues,
        power_word="power",
        salience=_ONE,
    )


def _records(path: Path) -> _Records:
    text = read_text(path, western=True).replace("\r\n", "\n").replace("\r", "\n")
    quote = "'" if text.lstrip().startswith("'") else '"'
    reader = csv.reader(io.StringIO(text), delimiter="\t", quotechar=quote)
    found = _Records()
    try:
        for cells in reader:
            _take(found, [cell.strip() for cell in cells], reader.line_num)
            if reader.line_num > _MOST_RECORDS:
                raise InputError(f"{path}: more than {_MOST_RECORDS:,} records")
    except csv.Error as error:
        raise InputError(f"{path}: line {reader.line_num}: {error}") from None
    if not found.actors or not found.issues:
        raise InputError(f"{path}: no #A records of actors or no #P records of issues")
    return found


def _take(found: _Records, cells: list[str], line: int) -> None:
    kind, rest = cells[0] if cells else "", [*cells[1:], "", "", "", "", ""]
    if kind == "#O":
        found.title = rest[0] or None
    elif kind in {"#A", "#P"} and not rest[0]:
        found.faults.append(f"line {line}: a {kind} record needs an id")
    elif kind == "#A":
        if rest[0] in found.actors:
            found.faults.append(f"line {line}: the actor {rest[0]} stands in the file already")
        found.actors.setdefault(rest[0], rest[1] or rest[0])
    elif kind == "#P":
        if rest[0] in found.issues:
            found.faults.append(f"line {line}: the issue {rest[0]} stands in the file already")
        note = rest[2] if rest[2] not in ("", rest[0], rest[1]) else None
        found.issues.setdefault(rest[0], (rest[1] or rest[0], note))
    elif kind in {"#M", "#D"}:
        try:
            _take_numbers(found, kind, rest, line)
        except InputError as error:
            found.faults.append(str(error))
    elif kind.startswith("#") and not kind.startswith("#/"):
        found.faults.append(f"line {line}: {kind[:20]!r} is no kind of record: #O #A #P #M #D #/")


def _take_numbers(found: _Records, kind: str, rest: list[str], line: int) -> None:
    if kind == "#M":
        end = exact(rest[1], f"line {line}: the end of the scale of {rest[0]}")
        found.ends.setdefault(rest[0], []).append(end)
        return
    actor, issue = rest[0], rest[1]
    position = exact(rest[2], f"line {line}: the position")
    salience = exact(rest[3], f"line {line}: the salience")
    power = exact(rest[4], f"line {line}: the power")
    if (actor, issue) in found.data:
        found.faults.append(f"line {line}: {actor} has a position on {issue} already")
        return
    found.data[actor, issue] = ((position, salience), line)
    found.power.setdefault(actor, {}).setdefault(power, line)


def _scale(name: str, ends: Mapping[str, list[Fraction]], faults: list[str]) -> Scale:
    """The scale that #M records give; without them 0 to 100."""
    given = ends.get(name, [Fraction(0), Fraction(100)])
    if len(set(given)) < 2:
        faults.append(f"the scale of {name} needs two different ends (#M records)")
        return Scale(Fraction(0), Fraction(100))
    return Scale(min(given), max(given))


def _written(case: Case) -> str:
    table = table_of(case)
    greatest = max(s for actor in table.actors for _, s in actor.on)
    # The model's salience lies between 0 and 1; a case's own may lie between 0 and 100.
    share = 1 if greatest <= 1 else 100
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quotechar='"')
    writer.writerow(["#O", " ".join(table.title.split())])
    writer.writerows(["#A", a.id, " ".join(a.name.split())] for a in table.actors)
    for issue in table.issues:
        writer.writerow(["#P", issue.id, " ".join(issue.name.split())])
        low = 0 if issue.low_value is None else issue.low_value
        high = 100 if issue.high_value is None else issue.high_value
        writer.writerows(["#M", issue.id, f"{end:.15g}"] for end in (low, high))
    for actor in table.actors:
        for issue, (position, salience) in zip(table.issues, actor.on, strict=True):
            weight = salience if share == 1 else float(Fraction(repr(salience)) / share)
            writer.writerow(["#D", actor.id, issue.id, position, weight, actor.power])
    return out.getvalue()
