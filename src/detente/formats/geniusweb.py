"""GeniusWeb: domains and ``LinearAdditiveUtilitySpace`` profiles (JSON), by its own semantics.

Checked against GeniusWeb's Python core (``LinearAdditiveUtilitySpace``,
``NumberValueSetUtilities``): the utility of a bid is the exact decimal sum of weight x utility;
weights must sum to 1, utilities lie in [0, 1], issues and values must be those of the domain. A
number issue is every value of its range, with a utility on the line between its ends, rounded to
eight decimals. There is no reservation value but a reservation *bid*: what is worth at least as
much is acceptable, so its utility is the party's alternative; a profile without one accepts every
deal, and the alternative is left out. A tie is acceptable, as in GeniusWeb.

A folder is read as its profiles, one party each; a profile's file as this party alone, a
domain's file as its folder.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from detente.case.case import Case
from detente.errors import InputError
from detente.formats.additive import AdditiveIssue, AdditiveParty, additive_case, same_issues
from detente.formats.bounded import MOST_OPTIONS, files_of, first_bytes, name_of, refuse_large
from detente.formats.geniusweb_writing import save_geniusweb
from detente.formats.registry import format
from detente.formats.strict_json import (
    mapping,
    number,
    read_exact_json,
    sequence,
    starts_with_object,
    text,
)

_SPACE = "LinearAdditiveUtilitySpace"
_SUFFIXES = (".json",)
_EIGHT = Decimal("0.00000001")


@format(
    name="geniusweb",
    suffixes=(".json", ""),
    writes=("",),
    what="GeniusWeb domain and linear additive profiles (JSON): a folder, a domain or one profile",
    source="GeniusWeb (TU Delft): LinearAdditiveUtilitySpace",
)
class GeniusWeb:
    """JSON files with a utility space or the issues of a domain."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """True for such a file, and for a folder that holds a profile."""
        if path.is_dir():
            return any(_is_profile(file) for file in files_of(path, _SUFFIXES))
        return _is_profile(path) or _is_domain(path)

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a folder, of a domain's folder, or of one profile."""
        if path.is_file() and _is_profile(path):
            return _case([path])
        folder = path if path.is_dir() else path.parent
        files = files_of(folder, _SUFFIXES)
        refuse_large(folder, files)
        profiles = [file for file in files if _is_profile(file)]
        if not profiles:
            raise InputError(f"{path}: no profile with a {_SPACE} stands there")
        return _case(profiles)

    save = staticmethod(save_geniusweb)


def _is_profile(path: Path) -> bool:
    return starts_with_object(path) and b'UtilitySpace"' in first_bytes(path)


def _is_domain(path: Path) -> bool:
    return starts_with_object(path) and b'"issuesValues"' in first_bytes(path)


def _case(profiles: list[Path]) -> Case:
    issues: list[AdditiveIssue] = []
    parties: list[AdditiveParty] = []
    title = ""
    for path in profiles:
        space = _space(path)
        domain = mapping(space.get("domain"), f"{path}: its domain")
        own = _issues(domain, str(path))
        if issues:
            same_issues(str(path.parent), issues, own, path.name)
            same_issues(str(path.parent), own, issues, profiles[0].name)
        else:
            issues, title = own, _called(domain, path)
        parties.append(_party(space, issues, path))
    return additive_case(
        str(profiles[0]) if len(profiles) == 1 else str(profiles[0].parent),
        title,
        issues,
        parties,
        kind="GeniusWeb profile",
        summary=f"Read from the GeniusWeb profiles {', '.join(p.stem for p in profiles)}.",
    )


def _called(data: dict[str, Any], path: Path) -> str:
    """The name that a domain or a profile gives itself, else the file's."""
    given = data.get("name")
    return (
        path.stem if given in (None, "") else name_of(text(given, f"{path}: its name"), str(path))
    )


def _space(path: Path) -> dict[str, Any]:
    data = mapping(read_exact_json(path), str(path))
    if set(data) != {_SPACE}:
        kind = ", ".join(list(data)[:3])[:80]
        raise InputError(f"{path}: a profile of the kind {kind}; only a {_SPACE} is read")
    return mapping(data[_SPACE], f"{path}: its {_SPACE}")


def _issues(domain: dict[str, Any], name: str) -> list[AdditiveIssue]:
    found = mapping(domain.get("issuesValues"), f"{name}: its issuesValues")
    if not found:
        raise InputError(f"{name}: its domain has no issues")
    made = []
    for issue, given in found.items():
        where = f"{name}: {name_of(issue, 'an issue')!r}"
        values = mapping(given, where)
        if "range" in values:
            options = [_written(v) for v in _range(mapping(values["range"], where), where)]
        else:
            listed = sequence(values.get("values"), f"{where}: its values")
            options = [name_of(text(v, where), f"{where}: a value") for v in listed]
        if not options or len(set(options)) < len(options):
            raise InputError(f"{where}: its values are none, or one stands there twice")
        made.append(AdditiveIssue(issue, tuple(options)))
    return made


def _range(given: dict[str, Any], where: str) -> list[Fraction]:
    low, high, step = (number(given.get(k), f"{where}: its {k}") for k in ("low", "high", "step"))
    if step <= 0 or high < low or (high - low) / step >= MOST_OPTIONS:
        raise InputError(
            f"{where}: a range needs low <= high, a step above 0 and {MOST_OPTIONS} values at most"
        )
    return [low + k * step for k in range(int((high - low) / step) + 1)]


def _written(value: Fraction) -> str:
    """The decimal of a value; ranges are of decimals, so it ends."""
    return f"{(Decimal(value.numerator) / Decimal(value.denominator)).normalize():f}"


def _party(space: dict[str, Any], issues: list[AdditiveIssue], path: Path) -> AdditiveParty:
    weights = mapping(space.get("issueWeights"), f"{path}: its issueWeights")
    utilities = mapping(space.get("issueUtilities"), f"{path}: its issueUtilities")
    names = {issue.name for issue in issues}
    for what, given in (("issueWeights", weights), ("issueUtilities", utilities)):
        if set(given) != names:
            odd = sorted(set(given) ^ names)[0]
            raise InputError(f"{path}: its {what} and its domain differ about {odd!r}")
    exact_weights = [number(weights[i.name], f"{path}: the weight of {i.name!r}") for i in issues]
    if off := sum(exact_weights) - 1:
        raise InputError(
            f"{path}: its weights miss a sum of 1 by {float(off):g}, which GeniusWeb refuses"
        )
    worth = [_utilities(utilities[i.name], i, f"{path}: {i.name!r}") for i in issues]
    points = tuple(
        tuple(100 * weight * u for u in of_issue)
        for weight, of_issue in zip(exact_weights, worth, strict=True)
    )
    return AdditiveParty(
        _called(space, path),
        points,
        path.name,
        weights=tuple(100 * weight for weight in exact_weights),
        alternative=_reservation(space.get("reservationBid"), issues, points, str(path)),
    )


def _utilities(given: Any, issue: AdditiveIssue, where: str) -> list[Fraction]:
    kinds = mapping(given, where)
    for key in ("DiscreteValueSetUtilities", "discreteutils"):
        if key in kinds:
            listed = mapping(mapping(kinds[key], where).get("valueUtilities"), where)
            if set(listed) != set(issue.options):
                odd = sorted(set(listed) ^ set(issue.options))[0]
                raise InputError(f"{where}: its utilities and its domain differ about {odd!r}")
            return [_unit(listed[o], f"{where}: the utility of {o!r}") for o in issue.options]
    for key in ("NumberValueSetUtilities", "numberutils"):
        if key in kinds:
            return _line(mapping(kinds[key], where), issue, where)
    raise InputError(f"{where}: utilities of a kind that is not read: {', '.join(kinds)[:80]}")


def _unit(given: Any, where: str) -> Fraction:
    value = number(given, where)
    if not 0 <= value <= 1:
        raise InputError(f"{where} is {float(value):g}; GeniusWeb asks for 0 to 1")
    return value


def _line(given: dict[str, Any], issue: AdditiveIssue, where: str) -> list[Fraction]:
    low, high = (number(given.get(k), f"{where}: its {k}") for k in ("lowValue", "highValue"))
    at_low, at_high = (
        _unit(given.get(k), f"{where}: its {k}") for k in ("lowUtility", "highUtility")
    )
    if high <= low:
        raise InputError(f"{where}: its highValue must be above its lowValue")
    made = []
    for option in issue.options:
        value = number(Decimal(option), where)
        if not low <= value <= high:
            made.append(Fraction(0))
            continue
        exact_worth = at_low + (at_high - at_low) * (value - low) / (high - low)
        worth = Decimal(exact_worth.numerator) / Decimal(exact_worth.denominator)
        made.append(Fraction(worth.quantize(_EIGHT, rounding=ROUND_HALF_UP)))
    return made


def _reservation(
    given: Any,
    issues: list[AdditiveIssue],
    points: tuple[tuple[Fraction, ...], ...],
    name: str,
) -> Fraction | None:
    """The points of the reservation bid; an issue that it leaves open counts 0."""
    if given is None:
        return None
    bid = mapping(
        mapping(given, f"{name}: its reservationBid").get("issuevalues"), f"{name}: its bid"
    )
    total = Fraction(0)
    for issue, of_issue in zip(issues, points, strict=True):
        if issue.name not in bid:
            continue
        value = text(bid[issue.name], f"{name}: its bid on {issue.name!r}")
        if value not in issue.options:
            raise InputError(f"{name}: its reservationBid has no option of {issue.name!r}")
        total += of_issue[issue.options.index(value)]
    return total
