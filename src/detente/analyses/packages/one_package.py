"""One package: what it is worth to each party, who accepts it, and which red lines it breaks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analyses.base import Analysis, Cell, Reason, Table
from detente.analyses.blocks.red_line_words import LineWords
from detente.analyses.levers.wanted import wanted_options
from detente.analyses.packages.figure import Bars, bars_figure
from detente.analyses.packages.wording import Words, listed, number_of
from detente.case.tables import Tables
from detente.errors import InputError
from detente.maths.blocks.lines import lines_of
from detente.maths.packages.choice import Room
from detente.maths.packages.model import NEVER, Booleans, Integers, PackageModel


@dataclass(frozen=True)
class Judged:
    """A deal with everyone's points, and the lines (by number in ``lines``) that it breaks."""

    model: PackageModel
    lines: LineWords
    deal: tuple[int, ...]
    totals: Integers
    accepts: Booleans
    broken: tuple[int, ...]
    missing: Integers

    @property
    def stands(self) -> bool:
        """Whether the rule of acceptance is met."""
        return bool(self.model.stands(self.accepts[None, :])[0])

    def broken_by(self, party: int) -> list[int]:
        """Lines of a party that the deal breaks."""
        return [at for at in self.broken if int(self.lines.lines.holders[at]) == party]


def whole_deal(tables: Tables, text: str) -> tuple[int, ...]:
    """An option for every issue, of ``issue=option, ...``.

    Raises
    ------
    InputError
        If an issue or option is not there, or an issue is left out; the message lists those.
    """
    chosen = wanted_options(tables, text)
    missing = [issue for at, issue in enumerate(tables.issues) if at not in chosen]
    if missing:
        raise InputError(
            f"the package says nothing on {listed(missing)}; it needs issue=option for every issue"
        )
    return tuple(chosen[at] for at in range(len(tables.issues)))


def judge(model: PackageModel, words: Words, deal: tuple[int, ...]) -> Judged:
    """What a deal is worth, who accepts it, and what it breaks."""
    row = np.array([deal], np.int64).reshape(1, len(deal))
    lines = lines_of(model)
    broken = tuple(int(at) for at in np.flatnonzero(lines.broken(row)[0]))
    return Judged(
        model,
        LineWords(words, lines),
        deal,
        model.totals(row)[0],
        model.accepts(row)[0],
        broken,
        lines.missing(row)[0],
    )


def one_package(
    model: PackageModel, words: Words, text: str, warnings: list[str], source: str
) -> Analysis:
    """The answer for one package.

    Raises
    ------
    InputError
        As :func:`whole_deal` does.
    """
    found = judge(model, words, whole_deal(words.tables, text))
    better, told_better = _better(found, words)
    parties = [int(p) for p in model.counted]
    figure = bars_figure(
        f"{words.case.title}: what one package gives each party",
        [words.names[p] for p in parties],
        [
            Bars(
                "The package stands" if found.stands else "The package does not stand",
                words.deal(found.deal),
                words.row(found.totals[parties] - model.alternative[parties]),
            )
        ],
        table="parties",
        above="gains over its alternative",
    )
    return Analysis(
        question="packages",
        method="packages",
        source=source,
        parameters={"deal": text},
        case_title=words.case.title,
        case_sha256=words.case.sha256,
        answer=f"{_answer(found, words)} {told_better}".rstrip(),
        tables=(_party_table(found, words), *_broken_table(found, words), *better),
        warnings=tuple(warnings),
        reasons=tuple(_reasons(found, words)),
        figures=() if figure is None else (figure,),
    )


def _answer(found: Judged, words: Words) -> str:
    model = found.model
    willing = [words.names[p] for p in model.counted if found.accepts[p]]
    others = [words.names[p] for p in model.counted if not found.accepts[p]]
    if not others and not found.stands:
        return (
            f"The package does not stand, whoever accepts it: the rule asks for {model.quorum} "
            f"who accept, and there are {number_of(int(model.voters.sum()), 'voter')}."
        )
    if not others:
        who = (
            f"{listed(willing)} accept it" if len(willing) > 1 else f"{listed(willing)} accepts it"
        )
        return (
            f"The package stands: {who}." if willing else "The package stands: nobody must agree."
        )
    if found.stands:
        return f"The package stands, against {listed(others)}; it is accepted by {listed(willing)}."
    text = f"The package does not stand: {listed(others)} would not accept it"
    text += f"; {listed(willing)} would." if willing else "."
    count = int(found.accepts[model.voters].sum())
    if count < model.quorum:
        voters = number_of(int(model.voters.sum()), "voter")
        text += f" The rule asks for {model.quorum} of {voters}, and {count} would accept."
    return text


def _party_table(found: Judged, words: Words) -> Table:
    model, rows = found.model, list[tuple[Cell, ...]]()
    for party, name in enumerate(words.names):
        counts = bool(model.voters[party] or model.vetoes[party])
        told = bool(words.tables.known[party].any())
        has, floor = bool(model.has_alternative[party]), int(model.floors[party])
        points = words.points(found.totals[party]) if told else None
        gain = words.points(found.totals[party] - model.alternative[party])
        rows.append(
            (
                name,
                points,
                None if floor <= NEVER // 2 else words.points(floor),
                gain if told and (has or counts) else None,
                bool(found.accepts[party]) if counts else None,
                ", ".join(found.lines.id(at) for at in found.broken_by(party)) or None,
            )
        )
    return Table(
        "parties",
        "What the package is worth, in points of each party",
        ("party", "points", "asks for", "gain", "accepts", "breaks"),
        tuple(rows),
        "Gain: over the alternative. Where nothing stands under accepts, the acceptance of the "
        "party does not count.",
    )


def _broken_table(found: Judged, words: Words) -> list[Table]:
    rows: list[tuple[Cell, ...]] = [
        (
            found.lines.id(at),
            found.lines.party(at),
            found.lines.asks(at),
            words.points(found.missing[at]) if found.missing[at] else None,
            ", ".join(found.lines.evidence(at)) or None,
        )
        for at in found.broken
    ]
    columns = ("red line", "party", "asks", "points lacking", "evidence")
    return [Table("broken", "Red lines that it breaks", columns, tuple(rows))] if rows else []


def _reasons(found: Judged, words: Words) -> list[Reason]:
    made = []
    for at in found.broken:
        text = f"It breaks {found.lines.whose(at)}: {found.lines.asks(at)}"
        if found.missing[at]:
            party = int(found.lines.lines.holders[at])
            has = words.points(found.totals[party])
            lacks = words.points(found.missing[at])
            text += f"; the package has {has:g}, {lacks:g} too few"
        made.append(Reason(f"{text}.", (found.lines.about(at),), {"line": found.lines.id(at)}))
    return made


def _better(found: Judged, words: Words) -> tuple[list[Table], str]:
    """Packages that stand, worse for nobody whose acceptance counts and better for someone."""
    room = Room(found.model, "rule")
    if not room.written_out or not found.model.counted.size:
        return [], ""
    mine = found.totals[room.parties]
    better = (room.totals >= mine).all(axis=1) & (room.totals > mine).any(axis=1)
    places = np.flatnonzero(better)
    if not places.size:
        none = "No package that stands is better for one of them and worse for none."
        return [], none if found.stands else ""
    # Best for the one who gains least by the change comes first.
    order = np.argsort(-np.sort(room.totals[places] - mine, axis=1).min(axis=1), kind="stable")
    deals = room.everything.rows(room.inside[places[order[:5]]])
    totals = found.model.totals(deals)
    table = Table(
        "better",
        "Packages that stand, better for someone and worse for nobody, in points",
        ("package", *(words.names[p] for p in room.parties)),
        tuple(
            (words.deal(d), *words.row(t[room.parties]))
            for d, t in zip(deals.tolist(), totals, strict=True)
        ),
        left_out=int(places.size) - len(deals),
    )
    count = number_of(int(places.size), "package that stands is", "packages that stand are")
    return [table], f"{count} better for one of them and worse for none."
