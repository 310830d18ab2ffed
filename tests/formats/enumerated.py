"""Every deal of a case, laid out in full: a plain oracle for small cases."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.case.case import Case

Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


def outcomes(case: Case) -> int:
    """How many deals there are."""
    return int(np.prod([len(issue.options) for issue in case.issues]))


def all_points(case: Case) -> Integers:
    """Scaled points of every deal, (deals, parties); the last issue runs fastest."""
    tables = case.tables()
    made = np.zeros((1, len(tables.parties)), dtype=np.int64)
    for of_issue in tables.points:
        made = (made[:, None, :] + of_issue[None, :, :]).reshape(-1, len(tables.parties))
    return made


def accepted(case: Case) -> Booleans:
    """Who accepts which deal: points at or above the alternative, (deals, parties)."""
    return all_points(case) >= case.tables().alternative


def deals_of_all(case: Case) -> int:
    """Deals that every party accepts."""
    return int(accepted(case).all(axis=1).sum())


def deals_by_the_rule(case: Case) -> int:
    """Deals that every veto player and at least a quorum of the voters accept."""
    tables, yes = case.tables(), accepted(case)
    enough = (yes & tables.voters).sum(axis=1) >= tables.quorum
    return int((enough & yes[:, tables.vetoes].all(axis=1)).sum())


def frontier(points: Integers) -> Booleans:
    """Deals that no other betters for one party without worsening it for another."""
    best = np.ones(len(points), dtype=bool)
    for start in range(0, len(points), 200):
        these = points[start : start + 200, None, :]
        at_least = np.all(points[None] >= these, axis=2)
        better = np.any(points[None] > these, axis=2)
        best[start : start + 200] = ~np.any(at_least & better, axis=1)
    return best


def genius_doubles(domain: Path, profile: Path) -> tuple[npt.NDArray[np.float64], float]:
    """Utilities of every deal and the reservation, in the order and the doubles of Genius.

    Written apart from the package, for discrete issues only: sum over the domain's issues of
    weight x (evaluation / greatest evaluation).
    """
    issues = ET.parse(domain).getroot().find("utility_space/objective")
    space = ET.parse(profile).getroot()
    own = space.find("objective")
    assert issues is not None
    assert own is not None
    weights = {w.attrib["index"]: float(w.attrib["value"]) for w in own.findall("weight")}
    tables = []
    for issue in issues.findall("issue"):
        index = issue.attrib["index"]
        here = next(i for i in own.findall("issue") if i.attrib["index"] == index)
        worth = {i.attrib["value"]: float(i.attrib["evaluation"]) for i in here.findall("item")}
        greatest = max(worth.values())
        tables.append(
            [weights[index] * (worth[i.attrib["value"]] / greatest) for i in issue.findall("item")]
        )
    made = [sum(deal) for deal in itertools.product(*tables)]
    stated = space.find("reservation")
    return np.array(made), 0.0 if stated is None else float(stated.attrib["value"])
