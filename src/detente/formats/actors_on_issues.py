"""What position-and-salience formats share: actors, one power each, a position on every issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from detente.case.case import Case
from detente.case.issue import Issue
from detente.errors import BadCase, InputError, UnsuitableCase
from detente.formats.ids import ids_for
from detente.formats.scales import (
    Scale,
    factor_in,
    factor_words,
    scale_of_places,
    scale_of_power,
    scale_of_salience,
)

#: Id of the citation that names the file.
FILE = "file"
#: Actors times issues of one file.
MOST_STANDS = 20_000

Pair = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True)
class Actor:
    """A row of the file: a position and a salience for every issue, None where not given."""

    name: str
    power: Fraction | None
    on: tuple[Pair, ...]
    full_name: str | None = None
    note: str | None = None
    line: int | None = None
    veto: bool | None = None


@dataclass(frozen=True)
class Question:
    """An issue of the file; ``scale`` where the file says what the ends are."""

    name: str
    scale: Scale | None = None
    full_name: str | None = None
    note: str | None = None


def build_case(
    path: Path,
    *,
    title: str,
    actors: Sequence[Actor],
    issues: Sequence[Question],
    power_word: str,
    summary: str | None = None,
    note: str | None = None,
    salience: Scale | None = None,
) -> Case:
    """The case of a file's actors and issues; every entry cites the file.

    ``power_word`` is what the file calls an actor's power. Influence, salience and positions
    are scaled as :mod:`detente.formats.scales` says, and the factors stand in the citation.

    Raises
    ------
    InputError
        If there are more positions than any file of this kind has.
    BadCase
        With every row whose numbers do not fit their scale, or an actor that comes twice.
    """
    if len(actors) * len(issues) > MOST_STANDS:
        raise InputError(
            f"{path}: {len(actors) * len(issues):,} positions; at most {MOST_STANDS:,} fit"
        )
    faults: list[str] = []
    power_scale = scale_of_power(a.power for a in actors if a.power is not None)
    weights = [s for a in actors for _, s in a.on if s is not None]
    salience = salience or scale_of_salience(weights)
    scales = [
        issue.scale or scale_of_places([a.on[k][0] for a in actors])
        for k, issue in enumerate(issues)
    ]
    seen: dict[str, Actor] = {}
    for actor in actors:
        where = f"line {actor.line}: {actor.name}" if actor.line else actor.name
        if actor.name in seen:
            faults.append(f"{where} stands on line {seen[actor.name].line} already")
        seen.setdefault(actor.name, actor)
        if actor.power is not None and actor.power < 0:
            faults.append(f"{where}: {power_word} must not be below 0, not {_shown(actor.power)}")
        for issue, scale, (position, weight) in zip(issues, scales, actor.on, strict=True):
            on = f" on {issue.name}" if len(issues) > 1 else ""
            if position is not None and not scale.low <= position <= scale.high:
                faults.append(
                    f"{where}{on}: a position lies between {_shown(scale.low)} and "
                    f"{_shown(scale.high)}, not {_shown(position)}"
                )
            if weight is not None and not 0 <= weight <= salience.high:
                faults.append(
                    f"{where}{on}: salience lies between 0 and {_shown(salience.high)}, "
                    f"not {_shown(weight)}"
                )
    if not actors or not issues:
        faults.append("no actors" if not actors else "no issues")
    if faults:
        raise BadCase(str(path), faults)
    party_ids = ids_for((a.name for a in actors), "party")
    issue_ids = ids_for((i.name for i in issues), "issue")
    full = [a.full_name or a.name for a in actors]
    distinct = len(set(full)) == len(full)
    factors = [factor_words("salience", "salience", salience)]
    if any(a.power is not None for a in actors):
        factors.insert(0, factor_words("influence", power_word, power_scale))
    words = "; ".join(factors)
    return Case.model_validate(
        {
            "title": title,
            "summary": summary,
            "parties": [
                {
                    "id": id_,
                    "name": name if distinct else actor.name,
                    "influence": _scaled(actor.power, power_scale),
                    "veto": actor.veto,
                    "note": actor.note if distinct else _joined(actor.full_name, actor.note),
                    "evidence": [FILE],
                }
                for id_, name, actor in zip(party_ids, full, actors, strict=True)
            ],
            "issues": [
                {
                    "id": id_,
                    "name": issue.full_name or issue.name,
                    "low_value": None if _is_usual(scale) else float(scale.low),
                    "high_value": None if _is_usual(scale) else float(scale.high),
                    "note": issue.note,
                    "evidence": [FILE],
                }
                for id_, issue, scale in zip(issue_ids, issues, scales, strict=True)
            ],
            "positions": [
                {
                    "party": party,
                    "issue": issue,
                    "at": _scaled(actor.on[k][0], scale),
                    "salience": _scaled(actor.on[k][1], salience),
                    "evidence": [FILE],
                }
                for party, actor in zip(party_ids, actors, strict=True)
                for k, (issue, scale) in enumerate(zip(issue_ids, scales, strict=True))
                if actor.on[k] != (None, None)
            ],
            "evidence": [
                {
                    "id": FILE,
                    "title": path.name,
                    "note": f"{words}. {note}" if note else f"{words}.",
                }
            ],
        }
    )


@dataclass(frozen=True)
class PlainActor:
    """An actor with numbers on the file's own scales."""

    id: str
    name: str
    note: str | None
    power: float | int
    on: tuple[tuple[float | int, float | int], ...]


@dataclass(frozen=True)
class PlainTable:
    """A case as such a file holds it: all numbers known, on the scales they came from."""

    title: str
    summary: str | None
    issues: tuple[Issue, ...]
    actors: tuple[PlainActor, ...]


def table_of(case: Case) -> PlainTable:
    """The actors and issues of a case with their original numbers.

    Parties without influence and without a position (such as observers) are left out.

    Raises
    ------
    UnsuitableCase
        With everything that is missing: an influence, a position, a salience.
    """
    note = next((c.note or "" for c in case.evidence if c.id == FILE), "")
    power, weight = factor_in(note, "influence"), factor_in(note, "salience")
    tables = case.tables()
    missing: list[str] = []
    actors: list[PlainActor] = []
    scales = [_scale_of(issue) for issue in case.issues]
    for row, party in enumerate(case.parties):
        places, weights = tables.position[row], tables.salience[row]
        influence = tables.influence[row]
        if influence != influence and (places != places).all():
            continue
        if influence != influence:
            missing.append(f"the influence of {party.id}")
        for issue, place, salience in zip(case.issues, places, weights, strict=True):
            if place != place:
                missing.append(f"the position of {party.id} on {issue.id}")
            elif salience != salience:
                missing.append(f"the salience of {issue.id} for {party.id}")
        if missing:
            continue
        actors.append(
            PlainActor(
                party.id,
                party.name,
                party.note,
                _plain(power.original(float(influence))),
                tuple(
                    (_plain(scale.original(float(p))), _plain(weight.original(float(s))))
                    for scale, p, s in zip(scales, places, weights, strict=True)
                ),
            )
        )
    if missing:
        more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
        raise UnsuitableCase(
            f"the case does not say {', '.join(missing[:8])}{more}; such a file needs them"
        )
    if not actors or not case.issues:
        raise UnsuitableCase("the case has no party with influence and a position on an issue")
    return PlainTable(case.title, case.summary, case.issues, tuple(actors))


def _scale_of(issue: Issue) -> Scale:
    low, high = issue.low_value, issue.high_value
    if low is None or high is None or low == high:
        return Scale(Fraction(0), Fraction(100))
    # The shortest decimals: 13.2 in the file is not the binary number nearest to it.
    return Scale(Fraction(repr(low)), Fraction(repr(high)))


def _is_usual(scale: Scale) -> bool:
    return scale.low == 0 and scale.high == 100


def _scaled(given: Fraction | None, scale: Scale) -> float | None:
    return None if given is None else scale.place(given)


def _plain(number: float) -> float | int:
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _joined(*words: str | None) -> str | None:
    return "; ".join(w for w in words if w) or None


def _shown(number: Fraction) -> str:
    return f"{float(number):g}"
