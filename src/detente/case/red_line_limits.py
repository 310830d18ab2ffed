"""What one party's red lines leave on the table, and whether they leave anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from detente.case.option_places import IssueOptions
from detente.case.red_line import Forbid, Tie

# Ties looked at after which the question is left open.
MOST_STEPS = 1_000_000
# Clashes of more parts than this are not made smaller.
MOST_PARTS = 100

T = TypeVar("T")


def refused_by(line: Forbid, options: IssueOptions) -> set[str]:
    """Ids of the options that a line refuses; ids that are none are passed over."""
    refused = {option for option in line.options if option in options.rows}
    if line.below is None and line.above is None:
        return refused
    for id_, place in zip(options.ids, options.places.tolist(), strict=True):
        below = line.below is not None and place < line.below.central
        above = line.above is not None and place > line.above.central
        if below or above:  # an unplaced option is neither below nor above
            refused.add(id_)
    return refused


def left_by(
    lines: Sequence[Forbid], options: Mapping[str, IssueOptions]
) -> dict[str, tuple[str, ...]]:
    """Options of every issue that none of the lines refuses."""
    refused: dict[str, set[str]] = {}
    for line in lines:
        if line.issue in options:
            refused.setdefault(line.issue, set()).update(refused_by(line, options[line.issue]))
    return {
        issue: tuple(o for o in known.ids if o not in refused.get(issue, ()))
        for issue, known in options.items()
    }


def can_hold(left: Mapping[str, Sequence[str]], ties: Sequence[Tie]) -> bool | None:
    """Whether some choice of an option for each issue keeps all ties; None if left open."""
    issues = sorted({t.when.issue for t in ties} | {t.then.issue for t in ties})
    if any(not left[issue] for issue in issues):
        return False
    steps = 0

    def kept(chosen: Mapping[str, str]) -> bool:
        return all(
            chosen.get(t.when.issue) not in t.when.options
            or t.then.issue not in chosen
            or chosen[t.then.issue] in t.then.options
            for t in ties
        )

    def search(number: int, chosen: dict[str, str]) -> bool | None:
        nonlocal steps
        if number == len(issues):
            return True
        for option in left[issues[number]]:
            steps += len(ties)
            if steps > MOST_STEPS:
                return None
            found = kept({**chosen, issues[number]: option}) and search(
                number + 1, {**chosen, issues[number]: option}
            )
            if found is not False:
                return found
        return False

    return search(0, {}) if len(issues) < 200 else None


def smallest_clash(parts: Sequence[T], clash: Callable[[Sequence[T]], bool]) -> list[T]:
    """Parts that clash, none of which can be left out; ``parts`` as a whole do clash.

    Of very many parts all are given back.
    """
    needed = list(parts)
    if len(needed) > MOST_PARTS:
        return needed
    for part in parts:
        fewer = [p for p in needed if p is not part]
        if clash(fewer):
            needed = fewer
    return needed


def named_together(names: Iterable[str]) -> str:
    """The names of parts that clash, the first few where they are many."""
    listed = list(names)
    shown = listed if len(listed) <= 5 else [*listed[:4], f"{len(listed) - 4} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
