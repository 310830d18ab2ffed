"""Section: the case itself, which is what every answer below rests on."""

from __future__ import annotations

from detente.report import wording
from detente.report.case.positions_map import positions_map
from detente.report.case.rows import CaseTable, table
from detente.report.case.single import single_table
from detente.report.case.view import CaseView
from detente.report.desk import Section, render

_SCALE = "places on an issue's scale and salience run from 0 to 100"


def positions(view: CaseView) -> Section:
    """Every entry of the case as a row with an address of its own."""
    body = render(
        "sections/positions.html",
        tables=[made for made in _tables(view) if made is not None],
        figure=positions_map(view),
    )
    case = view.case
    counts = (
        wording.counted(len(case.parties), "party", "parties"),
        wording.counted(len(case.issues), "issue"),
        wording.counted(len(case.positions) + len(case.utilities), "position"),
        wording.counted(len(case.red_lines), "red line"),
        wording.counted(len(case.levers), "lever"),
        wording.counted(len(case.moves), "move"),
    )
    drafted = view.drafted
    accepted = f" · {drafted:,} drafted, not accepted" if drafted else ""
    return Section(
        "positions",
        "Positions",
        "Who wants what, and what they will not accept",
        ", ".join(counts) + accepted,
        body,
        drafted=bool(drafted),
        part="case",
        how="made-case",
    )


def _tables(view: CaseView) -> list[CaseTable | None]:
    rests = "Rests on"
    return [
        table(view, "parties", "Parties",
              ("Party", "Role", "Influence", "Without a deal", "Wants, needs, fears", rests)),
        table(view, "issues", "Issues and their scales",
              ("Issue", "Scale", "Options and their places", rests)),
        table(view, "positions", "Positions and salience",
              ("Party and issue", "Position", "Salience", "In words", rests), _SCALE),
        table(view, "utilities", "What options are worth, in each party's own points",
              ("Party and issue", "Points", rests)),
        table(view, "red_lines", "Red lines",
              ("Red line", "Party", "Asks", "In words", rests)),
        table(view, "links", "What options are worth together", ("Link", "Points", rests)),
        table(view, "levers", "Levers",
              ("Lever", "Who gives", "Effect in points", "Cost", rests)),
        table(view, "moves", "Moves: what a party can do on its own",
              ("Move", "Party", "Direction", "Now", rests)),
        table(view, "bans", "Moves that are barred", ("Move", "Change", "While", rests)),
        table(view, "preferences", "Preferences over moves",
              ("Party", "Form", "Preferences", "Also", rests)),
        table(view, "attempts", "Earlier attempts", ("Attempt", "Date", "Outcome", rests)),
        single_table(view),
    ]  # fmt: skip
