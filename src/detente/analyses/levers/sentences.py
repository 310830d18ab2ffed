"""The answer to the question ``levers`` in sentences."""

from __future__ import annotations

import numpy as np

from detente.analyses.base import Reason
from detente.analyses.levers.answers import Answers, lacking
from detente.analyses.levers.lever_words import LeverWords
from detente.analyses.packages.wording import listed, number_of
from detente.maths.levers.model import Cheapest


def answer_of(told: LeverWords, found: Answers, fewest: Cheapest | None) -> str:
    """The answer in two or three sentences."""
    main, uses = found.main, told.uses
    what = "The wanted package" if uses.fixed else "A package"
    if not uses.goal.rule.possible:
        return (
            f"No lever helps: the rule asks for {uses.model.quorum} who accept, and there are "
            f"{number_of(int(uses.model.voters.sum()), 'voter')}."
        )
    if not len(uses.levers):
        if main.found:
            return f"{what} stands as it is."
        first = "The wanted package does not stand" if uses.fixed else "No package stands"
        return f"{first} as it is, and the case has no levers; add levers."
    if main.amounts is not None and not main.amounts.any():
        deals = told.uses.standing(main.amounts)
        count = f", {deals.shape[0]:,} in all" if deals is not None and len(deals) > 1 else ""
        first = f"{what} stands without any lever{count}."
        return " ".join(t for t in (first, _end(told, found)) if t)
    if main.cost is None:
        return _out_of_reach(told, found, fewest)
    assert main.amounts is not None
    use = told.named(main.amounts)
    if not uses.priced:
        count = number_of(int((main.amounts > 0).sum()), "lever")
        return (
            f"{what} can be had with {count}, and with no fewer: {use}. No lever has a cost in "
            "the case, so levers are counted."
        )
    proven = "" if main.proven else " found (cheaper ones are not ruled out)"
    text = f"The cheapest way{proven} to have {_small(what)} stand costs \
{told.amount_of(main.cost)}: {use}."
    if len(main.ties) > 1:
        more = "" if main.ties_complete else " or more"
        text += f" {len(main.ties)}{more} ways cost the same."
    return " ".join(t for t in (text, _alone(told, found), _end(told, found)) if t)


def _small(what: str) -> str:
    return what[0].lower() + what[1:]


def _out_of_reach(told: LeverWords, found: Answers, fewest: Cheapest | None) -> str:
    what = "the wanted package" if told.uses.fixed else "any package"
    unknown = " whose cost is known" if fewest is not None else ""
    if not found.main.proven:
        return f"No use of the levers{unknown} was found that lets {what} stand; none is ruled out."
    text = f"All levers{unknown} together do not let {what} stand."
    if fewest is not None and fewest.amounts is not None:
        return (
            f"{text} With those whose cost is not known it can be had: "
            f"{told.named(fewest.amounts)}."
        )
    deal = _wanted(told)
    if deal is None:
        return f"{text} Ask blocks which red lines are in the way."
    _, short = lacking(told.uses, deal)
    lost = [told.words.names[p] for p in told.lost(short)]
    if lost:
        return f"{text} It breaks a red line of {listed(lost)}, which points do not buy."
    most = (np.maximum(told.uses.levers.effects, 0) * told.uses.levers.cap[:, None]).sum(axis=0)
    still = [
        f"{told.words.names[int(p)]} {told.words.points(int(short[p] - most[p])):g}"
        for p in told.uses.model.counted
        if short[p] > most[p]
    ]
    return (
        f"{text} With all that helps it would still lack points: {listed(still)}."
        if still
        else text
    )


def _wanted(told: LeverWords) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
    uses = told.uses
    if len(uses.fixed) < uses.model.n_issues:
        return None
    return np.array([uses.fixed[i] for i in range(uses.model.n_issues)], np.int64)


def _alone(told: LeverWords, found: Answers) -> str:
    able = [g for g in found.givers if g.alone.found]
    if not able:
        names = [told.words.names[g.party] for g in found.givers]
        return f"None of the givers ({listed(names)}) can do it alone." if len(names) > 1 else ""
    if len(found.givers) == 1:
        return ""
    names = [f"{told.words.names[g.party]} (for {told.amount_of(g.alone.cost or 0)})" for g in able]
    return f"Alone it can be done by {listed(names)}."


def _end(told: LeverWords, found: Answers) -> str:
    """What it takes that everyone accepts."""
    last = found.curve[-1].any if found.curve else None
    if last is None or not told.uses.priced:
        return ""
    if last.cost is None:
        return "" if not last.proven else "No use of the levers wins everyone."
    if last.cost == found.main.cost:
        return "Everyone whose acceptance counts accepts then." if last.cost else ""
    return f"To win everyone whose acceptance counts costs {told.amount_of(last.cost)}."


def reasons_of(told: LeverWords, found: Answers, fewest: Cheapest | None) -> list[Reason]:
    """Why: who is won by what, what each lever is worth, and who can act."""
    made: list[Reason] = []
    main = found.main
    if main.amounts is not None and main.deal is not None and main.amounts.any():
        made.append(_won(told, main))
    if fewest is not None and fewest.amounts is not None and fewest.amounts.any():
        count = number_of(int((fewest.amounts > 0).sum()), "lever")
        text = f"Counting levers whose cost is not known, {count} would do: "
        made.append(Reason(text + told.named(fewest.amounts) + ".", told.about(fewest.amounts)))
    for giver in found.givers:
        if not giver.without.found and giver.without.proven and main.found:
            about = tuple(
                f"levers[{at}]" for at, g in enumerate(told.table.givers) if g == giver.party
            )
            name = told.words.names[giver.party]
            text = f"{name} is needed: the levers of others alone open no deal."
            made.append(Reason(text, about))
    never = [w for w in found.worth if w.never]
    if never:
        names = listed([f'"{told.name(w.lever)}"' for w in never])
        goals = "a deal" if told.uses.deals is None else "a deal or for any number who accept"
        made.append(
            Reason(
                f"Never worth using, for {goals}: {names}.",
                tuple(f"levers[{w.lever}]" for w in never),
            )
        )
    return made


def _won(told: LeverWords, main: Cheapest) -> Reason:
    assert main.amounts is not None
    assert main.deal is not None
    uses = told.uses
    _, short = lacking(uses, main.deal)
    added = main.amounts @ uses.levers.effects
    lost = set(told.lost(short))
    parts = []
    for party in (int(p) for p in uses.model.counted):
        if party in lost or not added[party] or (short[party] <= 0 < added[party]):
            continue
        name = told.words.names[party]
        now = told.words.points(abs(int(short[party])))
        more = told.words.points(int(added[party]))
        if short[party] > 0 and added[party] > 0:
            parts.append(f"{name} lacks {now:g} points and is given {more:g}")
        elif short[party] <= added[party]:
            parts.append(f"{name} has {now:g} to spare and gives up {-more:g}")
    deal = told.words.deal(int(o) for o in main.deal)
    what = f": {'; '.join(parts)}" if parts else ""
    return Reason(
        f"With {told.named(main.amounts)} this package stands ({deal}){what}.",
        told.about(main.amounts),
        {
            "levers": {
                told.table.ids[at]: int(main.amounts[at]) for at in np.flatnonzero(main.amounts)
            },
            "evidence": told.evidence(main.amounts),
        },
    )


def warnings_of(told: LeverWords, found: Answers) -> list[str]:
    """What a reader must know of the answer."""
    made = []
    table, words = told.table, told.words
    unknown = [table.ids[at] for at in np.flatnonzero(~table.cost_known)]
    if unknown and told.uses.priced:
        made.append(f"the cost of {listed(unknown)} is not known; the cheapest use leaves it out")
    uncapped = [x.id for x in words.case.levers if x.kind == "transfer" and x.cap is None]
    if uncapped:
        made.append(f"{listed(uncapped)}: no cap is given, so one unit is counted with")
    ranged = [
        x.id
        for x in words.case.levers
        if any(not n.certain for n in (*x.effects.values(), *([x.cost] if x.cost else [])))
    ]
    if ranged:
        made.append(
            f"effects or costs of {listed(ranged)} are ranges; their middle or likeliest is used"
        )
    unsaid = [
        words.names[int(p)] for p in told.uses.model.counted if not words.tables.has_alternative[p]
    ]
    if unsaid:
        made.append(f"what {listed(unsaid)} would have without a deal is not known")
    unpointed = [
        words.names[int(p)] for p in told.uses.model.counted if not words.tables.known[p].all()
    ]
    if unpointed:
        made.append(f"{listed(unpointed)}: some issues have no points and count as 0")
    if not found.proven:
        made.append("some answers are not proven: the solver stopped; bound and gap are in cost")
    return made
