"""A Genius profile into utilities, as Genius itself evaluates it.

Checked against the Java source of Genius 10.4 (``AdditiveUtilitySpace``, ``EvaluatorDiscrete``,
``EvaluatorInteger``):

- The utility of an outcome is the sum of ``weight x evaluation`` over the issues of the
  *domain*; a profile's issue is found by its index, a weight stands beside the issue it is for.
- A discrete evaluation is divided by the greatest of the issue; where that is below 0.00001, all
  of the issue count 0. A value that stands twice counts as its last evaluation.
- An integer evaluation is ``offset + slope x (value - lower bound)``, held between 0 and 1. The
  lower bound is the profile's own.
- Genius cuts utilities above 1 to 1, which weights that sum to more than 1 can reach; the case
  holds them uncut and the party's note says so. Comparisons with a reservation up to 1 are the
  same.
- A missing reservation is 0 to Genius, so the party's alternative is left out.
- Reservation and utility are discounted alike, so the discount changes no comparison; a discount
  other than 1 stands in the party's note.

Where the indices of a profile's issues clash, Genius keeps the last issue of an index and can no
longer evaluate the one left without. Such issues are matched by name instead, and their weights
by order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from detente.errors import InputError
from detente.formats.additive import AdditiveParty
from detente.formats.bounded import exact
from detente.formats.genius_domain import DomainIssue, bounds_of, index_of, kind_of
from detente.formats.xml_tree import Element

_ADDITIVE = {"", "additive", "linear", "uncertain"}
_NEARLY_ZERO = Fraction(1, 100_000)


def read_profile(
    root: Element, name: str, source: str, party: str, domain: Sequence[DomainIssue]
) -> AdditiveParty:
    """A party's points (100 x utility) for every option of the domain.

    Parameters
    ----------
    name : str
        The file as the user named it, for messages; ``source`` stands in the case.

    Raises
    ------
    InputError
        If the profile is not additive, or has no weight or evaluation where Genius needs one.
    """
    refuse_other_kinds(root, name)
    levels = list(_levels(root))
    found = _matched(levels, domain, name)
    points: list[tuple[Fraction, ...]] = []
    weights: list[Fraction] = []
    for row, issue in enumerate(domain):
        if row not in found:
            raise InputError(
                f"{name}: no issue with a weight for {issue.name!r} (index {issue.index}), so "
                "Genius could not evaluate it"
            )
        element, weight = found[row]
        utilities = _evaluations(element, issue, f"{name}: {issue.name!r}")
        points.append(tuple(100 * weight * u for u in utilities))
        weights.append(100 * weight)
    best = sum((max(of_issue) for of_issue in points), Fraction(0))
    reservation = _number(root, "reservation", name)
    if reservation is not None and reservation > 1 and best > 100:
        raise InputError(
            f"{name}: its weights sum to more than 1 and its reservation is above 1; Genius cuts "
            "utilities at 1, which no additive case can hold"
        )
    return AdditiveParty(
        party,
        tuple(points),
        source,
        weights=tuple(weights),
        alternative=None if reservation is None else 100 * reservation,
        note=_note(root, name, best),
    )


def refuse_other_kinds(root: Element, name: str) -> None:
    """Refuse profiles whose utility is no weighted sum.

    Raises
    ------
    InputError
        Saying which kind it is.
    """
    kind = root.attributes.get("type", "").strip().lower()
    tags = {element.tag for element in root.everything()}
    if kind == "constraint" or "constraints" in tags or "ranks" in tags:
        raise InputError(
            f"{name}: a constraint profile (rankings and hard constraints); it holds no weights "
            "and no utilities to read"
        )
    if kind.startswith("nonlinear") or tags & {"utility", "ufun", "hyperRectangle"}:
        raise InputError(
            f"{name}: a nonlinear profile; its utility is no sum over issues, which a case "
            "would need"
        )
    if kind not in _ADDITIVE:
        raise InputError(
            f"{name}: a profile of the kind {kind[:40]!r}; only additive ones are read"
        )


def is_uncertain(root: Element) -> bool:
    """True for a profile whose owner knows only some comparisons of outcomes."""
    return root.attributes.get("type", "").strip().lower() == "uncertain"


def _levels(element: Element) -> list[Element]:
    """Every element that has issues below it, outermost first."""
    return [inner for inner in element.everything() if inner.first("issue") is not None]


def _matched(
    levels: Sequence[Element], domain: Sequence[DomainIssue], name: str
) -> dict[int, tuple[Element, Fraction]]:
    """Element and weight by the row of the domain's issue."""
    pairs: list[tuple[Element, int, Fraction | None]] = []
    for level in levels:
        issues, weights = level.all("issue"), level.all("weight")
        indices = [index_of(issue, name) for issue in issues]
        stated = [(index_of(weight, name), _weight(weight, name)) for weight in weights]
        numbers = [index for index, _ in stated]
        if len(set(numbers)) < len(numbers) and sorted(numbers) == sorted(indices):
            # Several weights of one index: the nth belongs to the nth issue of that index.
            left = list(stated)
            for issue, index in zip(issues, indices, strict=True):
                at = next(n for n, (number, _) in enumerate(left) if number == index)
                pairs.append((issue, index, left.pop(at)[1]))
        else:
            by_index = dict(stated)
            pairs += [(e, n, by_index.get(n)) for e, n in zip(issues, indices, strict=True)]
    times = Counter(index for _, index, _ in pairs)
    rows = list(enumerate(domain))
    # Genius takes the first issue of an index that it comes upon.
    by_name = {issue.name: row for row, issue in reversed(rows)}
    by_number = {issue.index: row for row, issue in reversed(rows)}
    clash = len(by_number) < len(domain) or any(count > 1 for count in times.values())
    found: dict[int, tuple[Element, Fraction]] = {}
    for element, index, weight in pairs:
        own = element.attributes.get("name", "").strip()
        row = by_name[own] if clash and own in by_name else by_number.get(index)
        if row is not None and weight is not None:
            found[row] = (element, weight)
    return found


def _weight(element: Element, name: str) -> Fraction:
    return exact(element.attributes.get("value", ""), f"{name}: a weight")


def _evaluations(element: Element, issue: DomainIssue, where: str) -> list[Fraction]:
    """Utilities of the domain's values, each between 0 and 1 unless evaluations are negative."""
    kind = kind_of(element)
    if kind != issue.kind:
        raise InputError(f"{where}: {kind} in the profile and {issue.kind} in the domain")
    if kind == "integer":
        return _linear(element, issue, where)
    given: dict[str, Fraction] = {}
    for item in element.all("item"):
        value = item.attributes.get("value", "").strip()
        text = item.attributes.get("evaluation")
        if text is not None and text.strip() != "null":
            given[value] = exact(text, f"{where}: the evaluation of {value[:60]!r}")
    missing = [value for value in issue.values if value not in given]
    if missing:
        raise InputError(f"{where}: no evaluation for {missing[0]!r}")
    greatest = max(given.values())
    if greatest < _NEARLY_ZERO:
        return [Fraction(0)] * len(issue.values)
    return [given[value] / greatest for value in issue.values]


def _linear(element: Element, issue: DomainIssue, where: str) -> list[Fraction]:
    low, _ = bounds_of(element, where)
    evaluator = element.first("evaluator")
    if evaluator is None:
        return [Fraction(0)] * len(issue.values)
    kind = evaluator.attributes.get("ftype", "linear").strip().lower()
    if kind != "linear":
        raise InputError(f"{where}: a {kind[:40]!r} evaluator; integer issues have linear ones")
    slope, offset = (
        exact(evaluator.attributes.get(key, ""), f"{where}: its {key}")
        for key in ("slope", "offset")
    )
    return [
        min(Fraction(1), max(Fraction(0), offset + slope * (int(v) - low))) for v in issue.values
    ]


def _number(root: Element, tag: str, name: str) -> Fraction | None:
    element = root.first(tag)
    if element is None:
        return None
    return exact(element.attributes.get("value", ""), f"{name}: its {tag.replace('_', ' ')}")


def _note(root: Element, name: str, best: Fraction) -> str | None:
    parts = []
    discount = _number(root, "discount_factor", name)
    if discount is not None and 0 < discount < 1:
        parts.append(
            f"Discount factor {float(discount):g}: at the end of the time, utilities and the "
            "reservation are worth this part of what they are at the beginning."
        )
    if best > 100 + Fraction(1, 1_000_000):
        parts.append(
            f"The weights allow {float(best):g} points; Genius counts all above 100 as 100."
        )
    if is_uncertain(root):
        parts.append("The profile is marked as known to its owner by comparisons only.")
    return " ".join(parts) or None
