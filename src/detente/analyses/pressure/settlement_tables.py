"""Tables of the question ``pressure``: settlements, methods side by side, parties by issue."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Cell, Table
from detente.analyses.packages.wording import Words, listed, number_of
from detente.analyses.pressure.challenge_forecast import ChallengeForecast
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.one_shot import OneShot
from detente.analyses.pressure.place_in_words import (
    ends_of,
    in_its_unit,
    in_points,
    nearest_option,
    rounded,
    span,
)
from detente.analyses.pressure.settlement_interval import LEARNED_FROM, LEVELS, Outlook


def settlement_table(
    words: Words,
    issues: Sequence[IssueOnAScale],
    ahead: Sequence[Outlook | None],
) -> Table:
    """Where each issue would settle and how unsure that is, in points of its scale."""
    unsure = any(one.unsure for one in issues)
    levels = tuple(f"{100 * level:g} %" for level in LEVELS)
    columns = ("issue", "settlement", "middle", *levels, "positions", "parties")
    rows: list[tuple[Cell, ...]] = []
    for one, may in zip(issues, ahead, strict=True):
        row: list[Cell] = [words.issues[one.number], rounded(one.settlement)]
        row += [None] * (1 + len(LEVELS)) if may is None else [rounded(may.middle)]
        row += [] if may is None else [span(low, high) for low, high in may.ends]
        row += [span(float(one.position.min()), float(one.position.max())), one.parties.size]
        row += [span(*one.bounds)] if unsure else []
        rows.append(tuple(row))
    note = f"Places are points of each issue's scale, 0 to 100. {LEARNED_FROM}"
    if unsure:
        columns = (*columns, "by inputs")
        note += (
            " By inputs: how far the compromise itself could lie if every number that the case "
            "gives as a range, or not at all, lay where it pulls furthest; all at once is unlikely."
        )
    return Table("settlement", "Where each issue would settle", columns, tuple(rows), note)


def places_table(words: Words, issues: Sequence[IssueOnAScale]) -> Table | None:
    """Settlements in their units and by their nearest options; None where there are neither."""
    case = words.case
    units = [in_its_unit(case, one.number, one.settlement) for one in issues]
    options = [nearest_option(case, one.number, one.settlement) for one in issues]
    kept = [
        (head, cells)
        for head, cells in (("in its unit", units), ("nearest option", options))
        if any(cells)
    ]
    if not kept:
        return None
    names = [words.issues[one.number] for one in issues]
    columns = ("issue", "settlement", *(head for head, _ in kept))
    rows = tuple(
        (name, rounded(one.settlement), *(cells[row] for _, cells in kept))
        for row, (name, one) in enumerate(zip(names, issues, strict=True))
    )
    return Table("places", "What the settlements would be", columns, rows)


def ends_table(words: Words, issues: Sequence[IssueOnAScale]) -> Table | None:
    """What the two ends of each scale mean; None where the case does not say."""
    rows: list[tuple[Cell, ...]] = []
    for one in issues:
        low, high = ends_of(words.case, one.number)
        if low or high:
            rows.append((words.issues[one.number], low, high))
    if not rows:
        return None
    return Table("scales", "What the scales mean", ("issue", "0 is", "100 is"), tuple(rows))


def methods_table(
    words: Words,
    issues: Sequence[IssueOnAScale],
    found: Sequence[OneShot],
    challenge: ChallengeForecast,
) -> Table:
    """Each issue by every one-shot method, and where the challenge model ends (exploratory)."""
    columns = ["issue", "compromise", "plain mean", "salience mean", "median", "can move it"]
    columns += ["Nash", "Nash by reference", "midrange", "plurality"]
    columns += ["challenge mean*", "challenge median*"]
    rows: list[tuple[Cell, ...]] = []
    ties: list[str] = []
    for row, (one, by) in enumerate(zip(issues, found, strict=True)):
        name = words.issues[one.number]
        median, most = by.median_range, by.plurality_range
        means = by.compromise, by.plain_mean, by.salience_mean, sum(median) / 2
        others = [float(by.nash.place), float(by.nash_from_reference.place), by.midrange]
        others += [sum(most) / 2, float(challenge.mean[row]), float(challenge.median[row])]
        free = f"{int((~by.locked).sum())} of {one.parties.size}"
        rows.append((name, *map(rounded, means), free, *map(rounded, others)))
        for what, (low, high) in (("median", median), ("plurality", most)):
            if low < high:
                ties.append(f"{name} {what} {in_points(low)} to {in_points(high)}")
    note = (
        "Can move it: parties that, moving alone, could shift the median. Nash: as if no agreement "
        "were as bad for everybody as an outcome a whole scale away; by reference: if the case's "
        "reference point held, a dash where no place is a gain over it for every party, or the "
        "case has none."
    )
    if ties:
        note += f" Tied, with the middle shown: {'; '.join(ties)}."
    note += (
        " * Exploratory: where the expected-utility challenge model ends, as read by Scholz et al. "
        "2011; on resolved decisions no reading of it has beaten the mean it starts from."
    )
    return Table("methods", "The same by other methods", tuple(columns), tuple(rows), note)


def exact_table(
    words: Words,
    issues: Sequence[IssueOnAScale],
    found: Sequence[OneShot],
    ahead: Sequence[Outlook | None],
    challenge: ChallengeForecast,
) -> Table:
    """The numbers of every method without rounding, for programs."""

    def cell(number: float) -> Cell:
        return None if np.isnan(number) else float(number)

    rows: list[tuple[Cell, ...]] = []
    for row, (one, by, may) in enumerate(zip(issues, found, ahead, strict=True)):
        issue = words.tables.issues[one.number]
        if may is not None:
            rows.append((issue, "middle of the outcomes", may.middle))
        for level, (low, high) in zip(LEVELS, may.ends if may else (), strict=False):
            rows.append((issue, f"{100 * level:g} % interval, lower", low))
            rows.append((issue, f"{100 * level:g} % interval, upper", high))
        for method, place in (
            ("compromise", by.compromise),
            ("compromise, at least", one.bounds[0]),
            ("compromise, at most", one.bounds[1]),
            ("mean", by.plain_mean),
            ("salience mean", by.salience_mean),
            ("median, lower", by.median_range[0]),
            ("median, upper", by.median_range[1]),
            ("median lock", float(by.locked.mean())),
            ("nash", float(by.nash.place)),
            ("nash from the reference point", float(by.nash_from_reference.place)),
            ("midrange", by.midrange),
            ("plurality, lower", by.plurality_range[0]),
            ("plurality, upper", by.plurality_range[1]),
            ("challenge, mean", float(challenge.mean[row])),
            ("challenge, median", float(challenge.median[row])),
        ):
            rows.append((issue, method, cell(place)))
    title = "Every number, not rounded"
    note = (
        "Median lock: the share of parties that, moving alone anywhere on the scale, leave the "
        "median where it is."
    )
    return Table("exact", title, ("issue", "what", "value"), tuple(rows), note, detail=True)


def lock_sentences(
    words: Words, issues: Sequence[IssueOnAScale], found: Sequence[OneShot]
) -> list[str]:
    """On which issues hardly anybody alone moves the median; nothing if on none."""
    told = []
    for one, by in zip(issues, found, strict=True):
        many, locked = one.parties.size, int(by.locked.sum())
        if many > 2 and locked > many / 2:
            name = words.issues[one.number]
            told.append(
                f"{name} (all of {many})" if locked == many else f"{name} ({locked} of {many})"
            )
    if not told:
        return []
    return [
        "the median is locked: wherever these parties move alone, it stays where it is, so it says "
        f"nothing of whom to persuade; {listed(told)}"
    ]


def party_tables(words: Words, issues: Sequence[IssueOnAScale]) -> list[Table]:
    """For each issue its parties, the weightiest first."""
    made = []
    for one in issues:
        share = one.weight / one.weight.sum()
        order = np.lexsort((one.parties, -share))
        rows: list[tuple[Cell, ...]] = [
            (
                words.names[one.parties[row]],
                rounded(one.position[row]),
                rounded(one.salience[row]) if one.salience_known[row] else None,
                rounded(one.influence[row]) if one.influence_known[row] else None,
                round(100 * float(share[row]), 1) + 0.0,
                round(float(one.position[row] - one.settlement), 1) + 0.0,
            )
            for row in order
        ]
        told = []
        if not one.salience_known.all():
            told.append("an unknown salience counts as 50")
        if one.influence_known.any() and not one.influence_known.all():
            told.append("an unknown influence as the mean of the others")
        note = f"{', '.join(told)[:1].upper()}{', '.join(told)[1:]}." if told else ""
        made.append(
            Table(
                f"parties on {words.tables.issues[one.number]}",
                f"{words.issues[one.number]}: who pulls where "
                f"({number_of(len(rows), 'party', 'parties')})",
                ("party", "place", "salience", "influence", "weight %", "from settlement"),
                tuple(rows),
                note,
            )
        )
    return made
