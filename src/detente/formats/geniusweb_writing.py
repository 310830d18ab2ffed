"""A case as a GeniusWeb domain with one profile a party."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

from detente.case.case import Case
from detente.errors import UnsuitableCase
from detente.formats.additive_tables import AdditiveTables, additive_tables, plain
from detente.formats.least_package import least_package
from detente.formats.new_folder import save_folder
from detente.formats.slugs import slug

_GRID = Decimal(1).scaleb(-15)


def save_geniusweb(case: Case, path: Path) -> None:
    """Write a folder: the domain, and a profile for each party that must accept a deal.

    An issue's weight is the worth of its best option as a share of the best package, a value's
    utility its worth as a share of the issue's best, both to fifteen decimals. Where the best
    package is not worth 100 points, the party's points are thereby scaled so that it is. A party
    with an alternative gets as reservation bid the package that is worth least to it among those
    that reach the alternative: it accepts the same deals as before.

    Raises
    ------
    UnsuitableCase
        If GeniusWeb would take the file for another game: see
        :func:`detente.formats.additive_tables.additive_tables`; also where points are negative,
        no package is worth anything, or none reaches the alternative.
    InputError
        If the folder holds files already or cannot be written.
    """
    tables = additive_tables(case, "GeniusWeb")
    name = slug(case.title, "domain")
    domain = {
        "name": name,
        "issuesValues": {
            issue: {"values": list(options)}
            for issue, options in zip(tables.issues, tables.options, strict=True)
        },
    }
    files = {f"{name}.json": _written(domain)}
    for row, id_ in enumerate(tables.party_ids):
        file = f"{id_}.json" if id_ != name else f"{id_}-profile.json"
        files[file] = _written({"LinearAdditiveUtilitySpace": _space(tables, row, domain)})
    save_folder(path, files)


def _space(tables: AdditiveTables, row: int, domain: dict[str, Any]) -> dict[str, Any]:
    party, points = tables.party_ids[row], tables.points[row]
    greatest = [max(of_issue) for of_issue in points]
    best = sum(greatest, Decimal(0))
    if any(p < 0 for of_issue in points for p in of_issue):
        raise UnsuitableCase(
            f"{party} has negative points, which GeniusWeb does not know; add the same to all "
            "options of the issue and to the alternative"
        )
    if best == 0:
        raise UnsuitableCase(f"no package is worth anything to {party}; GeniusWeb needs weights")
    weights = [_rounded(most / best) for most in greatest]
    # GeniusWeb refuses weights that miss 1 by the fifteenth decimal; the largest takes it up.
    weights[greatest.index(max(greatest))] += 1 - sum(weights, Decimal(0))
    space: dict[str, Any] = {
        "issueUtilities": {
            issue: {
                "DiscreteValueSetUtilities": {
                    "valueUtilities": {
                        option: _share(p, most) for option, p in zip(options, of_issue, strict=True)
                    }
                }
            }
            for issue, options, of_issue, most in zip(
                tables.issues, tables.options, points, greatest, strict=True
            )
        },
        "issueWeights": dict(zip(tables.issues, weights, strict=True)),
        "domain": domain,
        "name": tables.party_names[row],
    }
    alternative = tables.alternatives[row]
    if alternative is not None:
        bid = least_package(points, alternative)
        if bid is None:
            raise UnsuitableCase(
                f"no package is worth the {plain(alternative)} points of {party}'s alternative, "
                "or finding the least one takes too long; GeniusWeb states a reservation as a bid"
            )
        space["reservationBid"] = {
            "issuevalues": {
                issue: options[at]
                for issue, options, at in zip(tables.issues, tables.options, bid, strict=True)
            }
        }
    return space


def _share(points: Decimal, most: Decimal) -> Decimal:
    return _rounded(points / most) if most else Decimal(0)


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(_GRID, rounding=ROUND_HALF_EVEN)


class _Digits(float):
    """A decimal that JSON writes with its own digits."""

    def __init__(self, digits: str) -> None:
        self.digits = digits

    def __repr__(self) -> str:
        return self.digits


def _written(data: dict[str, Any]) -> str:
    return json.dumps(_with_digits(data), ensure_ascii=False, indent=2) + "\n"


def _with_digits(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _with_digits(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_digits(value) for value in data]
    return _Digits(plain(data)) if isinstance(data, Decimal) else data
