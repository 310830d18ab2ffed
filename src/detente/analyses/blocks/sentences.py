"""Blocking and relaxing sets in sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Reason
from detente.analyses.blocks.red_line_words import LineWords
from detente.analyses.packages.wording import listed, number_of
from detente.maths.blocks.blocks import Blocks, Set
from detente.maths.blocks.costs import Costs
from detente.maths.packages.model import NEVER, Booleans, Integers

_TOLD = 6


def answer_of(told: LineWords, found: Blocks, costs: Costs | None) -> str:
    """The answer in two or three sentences."""
    model = told.lines.model
    single = model.n_deals == 1
    every = "the one package" if single else f"{model.n_deals:,} packages"
    if not told.lines.rule.counted.any() and told.lines.rule.possible:
        each = every if single else f"each of {every}"
        return f"Nobody is asked to accept, so {each} stands; name voters or vetoes."
    if found.hopeless:
        voters = int(model.voters.sum())
        return (
            f"No package stands whatever red lines are given up: the rule asks for "
            f"{model.quorum} who accept, and there are {number_of(voters, 'voter')}."
        )
    if costs is not None:
        return _answer_with_deals(told, costs, every)
    if not found.relaxing:
        text = f"None of {every} was found to stand, and it is not proven that none does"
        if not found.least:
            return f"{text}."
        return f"{text}; at least {number_of(found.least, 'red line')} would have to be given up."
    first = (
        f"None of {every} keeps the red lines of those who must accept it."
        if model.n_deals != 1
        else "The one package there is breaks red lines of those who must accept it."
    )
    at_least = "" if found.blocking_complete else "At least "
    count = number_of(
        len(found.blocking), "smallest set of red lines", "smallest sets of red lines"
    )
    if not found.blocking:
        return f"{first} {_least(told, found)} Which sets block was not found in time."
    one = len(found.blocking) == 1
    second = f"{at_least}{count} {'leaves nothing' if one else 'leave nothing, each by itself'}."
    return f"{first} {second} {_least(told, found)}{_own(told, found)}"


def _answer_with_deals(told: LineWords, costs: Costs, every: str) -> str:
    if costs.deals is None:
        if not _is_dear(told, costs).any():
            return (
                f"There are packages that stand, among {every}. No red line, given up alone, "
                "would let anyone else have a better one."
            )
        return (
            f"There are packages that stand, among {every}; the table says what each red line "
            "costs the others."
        )
    assert costs.deals_without is not None
    more = costs.deals_without - costs.deals
    which = f"{costs.deals:,} of {every}" if told.lines.model.n_deals > 1 else "The one package"
    text = (
        f"{which} {'keeps' if costs.deals == 1 else 'keep'} the red lines of all whose "
        "acceptance is needed."
    )
    binding = [i for i in np.argsort(-more, kind="stable") if more[i]]
    if not binding:
        return f"{text} No red line, given up alone, would add another."
    names = [f"{told.whose(int(i))} ({more[i]:,} more)" for i in binding[:3]]
    return f"{text} The lines that shut out most, each alone: {listed(names)}."


def _is_dear(told: LineWords, costs: Costs) -> Booleans:
    """True where a line keeps a better package from someone other than its holder, (L,)."""
    known = (costs.without > NEVER) & (costs.best > NEVER)
    known[np.arange(len(told.lines)), told.lines.holders] = False
    dear: Booleans = np.any(known & (costs.without > costs.best), axis=1)
    return dear


def _least(told: LineWords, found: Blocks) -> str:
    fewest = [s for s in found.relaxing if len(s) == len(found.relaxing[0])]
    size = len(fewest[0])
    if size == 1:
        names = [told.whose(s[0]) for s in fewest]
        more = f" (and {len(names) - _TOLD} more)" if len(names) > _TOLD else ""
        what = " or ".join(names[:_TOLD])
        return f"It is enough that one line is given up: {what}{more}."
    lines = listed([told.whose(m) for m in fewest[0]])
    ways = f", in {len(fewest)} ways" if len(fewest) > 1 else ""
    return f"At least {size} lines would have to be given up{ways}, such as {lines}."


def _own(told: LineWords, found: Blocks) -> str:
    """Of parties whose own red lines leave nothing."""
    alone = {
        int(told.lines.holders[s[0]])
        for s in found.blocking
        if len({int(told.lines.holders[m]) for m in s}) == 1
    }
    if not alone:
        return ""
    names = listed([told.words.names[p] for p in sorted(alone)])
    each = "its" if len(alone) == 1 else "their"
    return f" {names} cannot be satisfied by any package: {each} own red lines leave none."


def reasons_of(
    told: LineWords, found: Blocks, near: Sequence[tuple[Integers, int | None]]
) -> list[Reason]:
    """A sentence for each of the first sets, with the lines and their evidence."""
    made = []
    for members, (deal, count) in list(zip(found.relaxing, near, strict=False))[:_TOLD]:
        if members:
            made.append(_reason(told, members, _opened(told, members, deal, count), "relaxing"))
    for members in found.blocking[:_TOLD]:
        if members:
            lines = "; ".join(told.sentence(m) for m in members)
            text = (
                f"No package keeps this line: {lines}."
                if len(members) == 1
                else f"No package keeps all of these: {lines}."
            )
            made.append(_reason(told, members, text, "blocking"))
    return made


def _opened(told: LineWords, members: Set, deal: Integers, count: int | None) -> str:
    """What giving up lines opens."""
    missing = told.lines.missing(deal[None, :])[0]
    parts = []
    for m in members:
        floor = int(told.lines.floors[m])
        if floor > NEVER:
            now, then = told.words.points(floor), told.words.points(floor - int(missing[m]))
            parts.append(f"{told.party(m)} took {then:g} points instead of {now:g} [{told.id(m)}]")
        else:
            parts.append(f"{told.party(m)} dropped the line, {told.asks(m)} [{told.id(m)}]")
    opened = "a package" if count is None else number_of(count, "package")
    touched = sorted({i for m in members for i in told.issues(m)})
    taken = [f'"{told.words.option(i, int(deal[i]))}" ({told.words.issues[i]})' for i in touched]
    nearest = f" The nearest has {listed(taken)}." if taken else ""
    return f"If {listed(parts)}, {opened} would stand.{nearest}"


def _reason(told: LineWords, members: Set, text: str, kind: str) -> Reason:
    return Reason(
        text,
        about=tuple(told.about(m) for m in members),
        data={
            "set": kind,
            "red_lines": [told.id(m) for m in members],
            "parties": sorted(
                {told.words.tables.parties[int(told.lines.holders[m])] for m in members}
            ),
            "evidence": list(dict.fromkeys(e for m in members for e in told.evidence(m))),
        },
    )


def warnings_of(told: LineWords, found: Blocks, complete: bool) -> list[str]:
    """What a reader must know of the answer."""
    words, rule = told.words, told.lines.rule
    made = []
    counted = np.flatnonzero(rule.counted)
    unsaid = [words.names[int(p)] for p in counted if not words.tables.has_alternative[p]]
    if unsaid:
        made.append(
            f"what {listed(unsaid)} would have without a deal is not known; only the red lines "
            "named in the case are held against packages"
        )
    unknown = np.flatnonzero(~words.tables.known.all(axis=1) & rule.counted)
    if unknown.size:
        made.append(
            f"{listed([words.names[int(p)] for p in unknown])}: some issues have no points and "
            "count as 0"
        )
    ids = {words.tables.parties[int(p)] for p in counted}
    idle = [line.id for line in words.case.red_lines if line.party not in ids]
    if idle:
        made.append(
            f"red lines of parties whose acceptance is not needed bind nobody: {', '.join(idle)}"
        )
    if rule.others.any():
        made.append(
            f"beyond those who must accept, {rule.at_least} of "
            f"{listed([words.names[int(p)] for p in np.flatnonzero(rule.others)])} are enough; "
            "sets are smallest over every choice of them"
        )
    if not complete and not found.open:
        made.append(
            f"the search was stopped: every set shown is right, others may be missing; it is "
            f"proven that at least {number_of(found.least, 'line')} must be given up (the bound)"
        )
    return made
