"""What an acceptable package hangs on: each party's alternative, each veto, and trading issues."""

from __future__ import annotations

from detente.analyses.base import Cell, Reason, Table
from detente.analyses.packages.wording import Words
from detente.maths.packages.logrolling import Logrolling
from detente.maths.packages.model import NEVER, PackageModel
from detente.maths.packages.variations import any_stands, break_even, with_veto, without


def break_even_table(model: PackageModel, words: Words) -> tuple[Table, list[Reason]]:
    """How far each floor can rise before nothing stands (or must fall before something does)."""
    rows: list[tuple[Cell, ...]] = []
    reasons = []
    for party in model.counted.tolist():
        made = break_even(model, party)
        floor = None if model.floors[party] <= NEVER // 2 else words.points(model.floors[party])
        most = None if made.most is None else words.points(made.most)
        room = None if most is None or floor is None else round(most - floor, 9)
        rows.append((words.names[party], floor, most, room, made.needed))
        about = words.about_party(party)
        if most is None:
            text = (
                f"Even if {words.names[party]} asked for no points at all, no package would stand "
                "with it: its other red lines and those of the others leave none."
            )
            reasons.append(Reason(text, about))
        elif room is not None and room < 0:
            text = (
                f"{words.names[party]} would have to ask for {-room:g} points fewer than "
                f"{floor:g} for a package to stand with it."
            )
            reasons.append(Reason(text, about))
        elif room is not None and made.needed and room == 0:
            text = f"If {words.names[party]} asked for any more, no package would be left."
            reasons.append(Reason(text, about))
    table = Table(
        "break_even",
        "How far each could raise what it asks for",
        ("party", "asks for", "most it could ask for", "room", "needed for any package"),
        tuple(rows),
        "Most: beyond it no package stands that the party accepts. Where the party is not needed, "
        "packages stand without it.",
    )
    return table, reasons


def pivotal_table(model: PackageModel, words: Words) -> tuple[Table, list[Reason]]:
    """Whose veto, or absence, decides whether anything stands at all."""
    now = any_stands(model)
    rows: list[tuple[Cell, ...]] = []
    reasons = []
    for party in model.counted.tolist():
        name, about = words.names[party], words.about_party(party)
        has = bool(model.vetoes[party])
        voter = bool(model.voters[party])
        other = any_stands(with_veto(model, party, not has)) if voter or not has else None
        gone = any_stands(without(model, party, quorum_falls=True))
        against = any_stands(without(model, party, quorum_falls=False)) and not has
        rows.append((name, has, other, against, gone))
        if other is not None and other != now:
            if has:
                text = f"Without the veto of {name}, packages would stand; with it none does."
            else:
                text = f"If {name} had a veto, no package would stand any more."
            reasons.append(Reason(text, about, {"pivotal": "veto"}))
        if now and not against and not has:
            reasons.append(
                Reason(f"No package stands against {name}.", about, {"pivotal": "needed"})
            )
        if not now and gone:
            text = f"If {name} took no part, packages would stand among the others."
            reasons.append(Reason(text, about, {"pivotal": "absence"}))
    table = Table(
        "pivotal",
        "Whether a package stands if one thing were different"
        f" (as things are: {'yes' if now else 'no'})",
        ("party", "has a veto", "veto taken or given", "party against", "party not at the table"),
        tuple(rows),
        "Veto taken from a party that has one, given to one that has none. Not at the table: "
        "a quorum counts one fewer.",
    )
    return table, reasons


def logrolling_table(model: PackageModel, words: Words, made: Logrolling) -> tuple[Table, Reason]:
    """Issue by issue against the best trade across issues."""
    apart = made.deal.tolist()
    rows: list[tuple[Cell, ...]] = [("issue by issue", words.deal(apart), *words.row(made.totals))]
    text = "Settling issue by issue leaves nothing to trade: no package is better for everyone."
    if made.package.deals.size:
        deal, totals = made.package.deals[0].tolist(), made.package.totals[0]
        gains = (totals - made.totals)[model.counted]
        if gains.any():
            rows.append(("traded across issues", words.deal(deal), *words.row(totals)))
            told = ", ".join(
                f"{words.names[party]} {words.points(gain):+g}"
                for party, gain in zip(model.counted.tolist(), gains.tolist(), strict=True)
                if gain
            )
            text = (
                f"Trading issues against each other beats settling them one by one: {told}, and "
                f"nobody loses ({words.changed(deal, apart)})."
            )
    elif not made.package.complete:
        text = f"What trading issues would add is not known: {made.package.note}."
    else:
        text = (
            "The compromise on each issue alone breaks a red line that ties issues together, and "
            "no package is at least as good for everyone."
        )
    table = Table(
        "logrolling",
        "Settled issue by issue, and traded across issues, in points",
        ("settled", "package", *words.names),
        tuple(rows),
        "Issue by issue: on each issue alone, most for the one who gets the smallest share of its "
        "range there, then for the next.",
    )
    return table, Reason(text, tuple(f"issues[{i}]" for i in range(model.n_issues)))
