"""The entries of a case as rows of tables, each with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from detente.case.numbers import Number
from detente.report import amounts
from detente.report.case.view import SHOWN, CaseView
from detente.report.citations import shown

NOTHING = "–"


@dataclass(frozen=True)
class Row:
    """One entry: its address, its cells, and whether a person has yet to accept it."""

    id: str
    cells: tuple[Markup, ...]
    rests_on: Markup
    draft: bool


@dataclass(frozen=True)
class CaseTable:
    """A section of the case. Of ``columns`` the first heads the rows."""

    id: str
    caption: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def drafted(self) -> bool:
        """True if every row is a draft."""
        return all(row.draft for row in self.rows)


def bdi(text: object) -> Markup:
    """Words of the case, isolated from the direction of what surrounds them."""
    return Markup("<bdi>{}</bdi>").format(shown(str(text)))


def or_not(text: object | None, missing: str = NOTHING) -> Markup:
    """Words of the case, or what stands there where there are none."""
    return shown(missing) if text in (None, "", ()) else bdi(text)


def number(given: Number | None, missing: str = "not stated") -> Markup:
    """A number of the case; what is not stated is written."""
    return shown(missing if given is None else amounts.number(given))


def listed(parts: Iterable[Markup], between: str = "; ") -> Markup:
    """Parts in one cell, or a dash."""
    made = list(parts)
    return shown(between).join(made) if made else shown(NOTHING)


def table(
    view: CaseView, section: str, caption: str, columns: Sequence[str], note: str = ""
) -> CaseTable | None:
    """The table of a list of the case; None where it is empty. ``ROWS`` says what is in a row."""
    entries = getattr(view.case, section)
    if not entries:
        return None
    made = tuple(
        Row(
            f"case-{section}-{at}",
            tuple(ROWS[section](view, entry)),
            view.rests_on(entry),
            view.is_draft(entry),
        )
        for at, entry in enumerate(entries)
    )
    return CaseTable(f"case-{section}", caption, note, tuple(columns), made)


def _party(view: CaseView, entry: Any) -> list[Markup]:
    veto = entry.veto or entry.id in view.case.vetoes
    said = [
        (word, statement.text)
        for word, statements in (
            ("wants", entry.interests),
            ("needs", entry.needs),
            ("fears", entry.fears),
        )
        for statement in statements
    ]
    alternative = entry.alternative
    without = [] if alternative is None else [number(alternative.points, "points not stated")]
    if alternative is not None and alternative.text:
        without.append(bdi(alternative.text))
    return [
        bdi(entry.name),
        shown(entry.role + (", veto" if veto else "")),
        number(entry.influence),
        listed(without) if without else shown("not stated"),
        listed(Markup("{}: {}").format(word, bdi(text)) for word, text in said),
    ]


def _issue(view: CaseView, entry: Any) -> list[Markup]:
    ends = "not stated"
    if entry.ends is not None:
        ends = f"0 is “{entry.ends.low}”, 100 is “{entry.ends.high}”"
    options = [
        Markup("{} <small>{}at {}</small>").format(
            bdi(o.name),
            # Packages are told by these.
            Markup("{}, ").format(bdi(o.id)) if o.id != o.name else "",
            number(o.at, "no place"),
        )
        for o in entry.options
    ]
    return [bdi(entry.name), or_not(ends), listed(options)]


def _position(view: CaseView, entry: Any) -> list[Markup]:
    where = number(entry.at)
    if entry.option is not None:
        where = bdi(view.option(entry.issue, entry.option))
    return [
        bdi(f"{view.party(entry.party)}: {view.issue(entry.issue)}"),
        where,
        number(entry.salience),
        or_not(entry.text),
    ]


def _utility(view: CaseView, entry: Any) -> list[Markup]:
    values = [
        Markup("{} {}").format(bdi(view.option(entry.issue, option)), number(points))
        for option, points in entry.values.items()
    ]
    return [bdi(f"{view.party(entry.party)}: {view.issue(entry.issue)}"), listed(values)]


def _red_line(view: CaseView, entry: Any) -> list[Markup]:
    return [bdi(entry.id), bdi(view.party(entry.party)), bdi(asks(view, entry)), or_not(entry.text)]


def asks(view: CaseView, line: Any) -> str:
    """What a red line asks, in words."""
    if line.kind == "floor":
        return f"at least {amounts.number(line.points)} points"
    if line.kind == "link":
        return f"{_choice(view, line.when)} only with {_choice(view, line.then)}"
    told = [view.option(line.issue, option) for option in line.options]
    parts = [f"no “{'” or “'.join(told)}”"] if told else []
    if line.below is not None:
        parts.append(f"nothing below {amounts.number(line.below)}")
    if line.above is not None:
        parts.append(f"nothing above {amounts.number(line.above)}")
    return f"{view.issue(line.issue)}: {', '.join(parts)}"


def _choice(view: CaseView, choice: Any) -> str:
    names = "” or “".join(view.option(choice.issue, option) for option in choice.options)
    return f"“{names}” ({view.issue(choice.issue)})"


def _link(view: CaseView, entry: Any) -> list[Markup]:
    told = []
    for effect in entry.effects:
        both = " with ".join(view.option(i, o) for i, o in effect.when.items())
        points = listed(_points(view, effect.points), ", ")
        told.append(Markup("{}: {}").format(bdi(both), points))
    return [bdi(entry.name or entry.id), listed(told)]


def _points(view: CaseView, points: dict[str, Number]) -> list[Markup]:
    return [Markup("{} {}").format(bdi(view.party(p)), number(n)) for p, n in points.items()]


def _lever(view: CaseView, entry: Any) -> list[Markup]:
    to = "" if entry.receiver is None else f" to {view.party(entry.receiver)}"
    cost = number(entry.cost)
    if entry.kind == "transfer":
        cost = Markup("{} a unit, at most {}").format(cost, number(entry.cap))
    effects = listed(_points(view, entry.effects), ", ") if entry.effects else shown("not stated")
    giver = bdi(view.party(entry.giver) + to)
    name = Markup("{} <small>{}</small>").format(bdi(entry.name), entry.id)
    return [name, giver, effects, cost]


def _move(view: CaseView, entry: Any) -> list[Markup]:
    now = {True: "taken", False: "not taken", None: "not stated"}[entry.now]
    ways = {"both": "and back", "start": "not taken back", "stop": "only ended"}
    name = Markup("{} <small>{}</small>").format(bdi(entry.name), entry.id)
    return [name, bdi(view.party(entry.party)), shown(ways[entry.direction]), shown(now)]


def _ban(view: CaseView, entry: Any) -> list[Markup]:
    return [bdi(entry.move), shown(entry.change), bdi(entry.when)]


def _preference(view: CaseView, entry: Any) -> list[Markup]:
    if entry.statements:
        how, told = "statements, weightiest first", "; ".join(entry.statements)
    elif entry.ranking:
        how = "states from best to worst"
        told = " > ".join(" = ".join(tied) for tied in entry.ranking)
    else:
        how = "utilities"
        told = "; ".join(f"{s} {amounts.number(n)}" for s, n in entry.utilities.items())
    more = []
    if entry.unknown:
        more.append("not compared: " + "; ".join(f"{a} and {b}" for a, b in entry.unknown))
    if entry.attitudes:
        wishes = (f"{view.party(p)} {how}" for p, how in entry.attitudes.items())
        more.append("wishes " + ", ".join(wishes))
    return [bdi(view.party(entry.party)), shown(how), bdi(told), or_not("; ".join(more))]


def _attempt(view: CaseView, entry: Any) -> list[Markup]:
    return [bdi(entry.name), or_not(entry.date), or_not(entry.outcome)]


ROWS = {
    "parties": _party,
    "issues": _issue,
    "positions": _position,
    "utilities": _utility,
    "red_lines": _red_line,
    "links": _link,
    "levers": _lever,
    "moves": _move,
    "bans": _ban,
    "preferences": _preference,
    "attempts": _attempt,
}
assert ROWS.keys() == SHOWN.keys()
