"""Who is worth persuading: what a party's own move would do to the compromise mean.

The mean has this in closed form: if party i moves by d, the settlement moves by its share of the
weight times d.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from detente.analyses.base import Cell, Table
from detente.analyses.packages.wording import Words, listed
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.one_shot import OneShot
from detente.analyses.pressure.place_in_words import in_points, rounded
from detente.case.near_words import did_you_mean
from detente.case.tables import Floats, Tables
from detente.errors import InputError
from detente.maths.pressure.compromise import move_needed, weight_shares

# Parties that the table shows of an issue.
_MOST = 3
# A place this little off the scale is at its end.
_ROUNDING = 1e-6


def wanted_places(tables: Tables, text: str) -> dict[int, float]:
    """Places by issue of ``issue=place, ...``; a place is a number or an option that has one.

    Raises
    ------
    InputError
        If an issue or option is not there, a place is off the scale, an option has none, or an
        issue is named twice.
    """
    made: dict[int, float] = {}
    for part in (part.strip() for part in text.split(",") if part.strip()):
        issue, equals, word = (side.strip() for side in part.partition("="))
        if not equals:
            raise InputError(f"{part!r} says no issue and place; write issue=place, such as x=60")
        if issue not in tables.issues:
            near = did_you_mean(issue, tables.issues)
            raise InputError(f"no issue {issue!r}; there are {', '.join(tables.issues)}{near}")
        at = tables.issues.index(issue)
        if at in made:
            raise InputError(f"{issue} is named twice in {text!r}")
        made[at] = _place(tables, at, word)
    if not made:
        raise InputError("no place is wanted; write issue=place, with commas between")
    return made


def _place(tables: Tables, issue: int, word: str) -> float:
    options, name = tables.options[issue], tables.issues[issue]
    if options.named and word in options.rows:
        place = float(options.places[options.rows[word]])
        if np.isnan(place):
            raise InputError(f"the option {word!r} of {name} has no place; write a number")
        return place
    try:
        place = float(word)
    except ValueError:
        ids = options.ids if options.named else ()
        known = f" or one of {', '.join(ids)}" if ids else ""
        near = did_you_mean(word, ids)
        raise InputError(f"{name}={word}: write a place from 0 to 100{known}{near}") from None
    if not 0 <= place <= 100:
        raise InputError(f"{name}={word}: a place lies between 0 and 100")
    return place


def persuading_table(
    words: Words, issues: Sequence[IssueOnAScale], found: Sequence[OneShot]
) -> Table:
    """By issue the parties whose moves shift the settlement most."""
    rows: list[tuple[Cell, ...]] = []
    for one, by in zip(issues, found, strict=True):
        share = weight_shares(one.position, one.weight)
        order = np.lexsort((one.parties, -share))
        rows += [
            (
                words.issues[one.number],
                words.names[one.parties[row]],
                rounded(one.position[row]),
                round(10 * float(share[row]), 2) + 0.0,
                rounded(one.settlement - share[row] * one.position[row]),
                rounded(one.settlement + share[row] * (100 - one.position[row])),
                not by.locked[row],
            )
            for row in order[:_MOST]
        ]
    columns = ("issue", "party", "place", "shift by 10 points", "if at 0", "if at 100")
    note = (
        "If this party alone moved by 10 points, the compromise would shift by so much the same "
        "way; if at 0, at 100: where the compromise would be if the party went to that end. For "
        "every other party the shift is a tenth of its weight in percent, which is below."
    )
    title = f"Who is worth persuading: the {_MOST} weightiest on each issue"
    return Table("persuading", title, (*columns, "can move the median"), tuple(rows), note)


def wanted_table(
    words: Words, issues: Sequence[IssueOnAScale], wanted: Mapping[int, float]
) -> Table:
    """Where each party alone would have to stand to bring the settlement to a wanted place."""
    rows: list[tuple[Cell, ...]] = []
    for one in issues:
        if one.number not in wanted:
            continue
        goal = wanted[one.number]
        to = _alone(one, goal)
        share = weight_shares(one.position, one.weight)
        end = 100.0 if goal > one.settlement else 0.0
        for row in np.lexsort((one.parties, -share)):
            can = not np.isnan(to[row])
            stand = float(to[row]) if can else end
            rows.append(
                (
                    words.issues[one.number],
                    rounded(goal),
                    words.names[one.parties[row]],
                    rounded(one.position[row]),
                    rounded(stand) if can else None,
                    rounded(stand - one.position[row]) if can else None,
                    rounded(one.settlement + share[row] * (stand - one.position[row])),
                )
            )
    columns = ("issue", "wanted", "party", "place", "would have to stand at", "move", "gets it to")
    note = (
        "A dash: no move of this party alone does it; gets it to: where the settlement would be if "
        "the party then went as far as the scale goes."
    )
    return Table("wanted", "What would bring the settlement there", columns, tuple(rows), note)


def wanted_sentence(words: Words, one: IssueOnAScale, goal: float) -> str:
    """Who could bring an issue's settlement to a place: alone, or else the fewest together."""
    name = words.issues[one.number]
    gap = goal - one.settlement
    if abs(gap) < 0.05:
        return f"{name} settles at {in_points(goal)} as it is."
    to = _alone(one, goal)
    able = [int(row) for row in np.flatnonzero(~np.isnan(to))]
    start = f"To bring {name} from {in_points(one.settlement)} to {in_points(goal)}, "
    if not able:
        return start + _fewest(words, one, goal)
    able.sort(key=lambda row: (abs(to[row] - one.position[row]), one.parties[row]))
    told = [
        f"{words.names[one.parties[row]]} from {in_points(one.position[row])} to "
        f"{in_points(to[row])}"
        for row in able[:_MOST]
    ]
    more = f" ({len(able) - _MOST} more could)" if len(able) > _MOST else ""
    if len(told) == 1:
        return start + f"only a move of {told[0]} would do alone."
    return start + f"any one of these moves would do alone: {listed(told)}{more}."


def _alone(one: IssueOnAScale, goal: float) -> Floats:
    """Where each party alone would have to stand; nan where that is off the scale."""
    to = move_needed(one.position, one.weight, goal)
    on = (to >= -_ROUNDING) & (to <= 100 + _ROUNDING)
    return np.where(on, np.clip(to, 0.0, 100.0), np.nan)


def _fewest(words: Words, one: IssueOnAScale, goal: float) -> str:
    """The fewest parties that can do it together: those whose way to the end shifts it most."""
    end = 100.0 if goal > one.settlement else 0.0
    shift = weight_shares(one.position, one.weight) * (end - one.position)
    order = np.lexsort((one.parties, -np.abs(shift)))
    reached = np.abs(np.cumsum(shift[order])) >= abs(goal - one.settlement) - 1e-9
    many = int(reached.argmax()) + 1
    if many == order.size:
        return f"all {many} parties would have to move towards {end:g}."
    names = [words.names[one.parties[row]] for row in order[:many]]
    told = listed(names) if many <= _MOST + 1 else f"{many} parties, {names[0]} first"
    return (
        f"no party's move alone is enough; the fewest that could do it by moving towards "
        f"{end:g} are {told}."
    )
