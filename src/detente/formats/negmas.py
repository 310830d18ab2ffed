"""NegMAS: scenarios as YAML (``Scenario.to_yaml``), by NegMAS's own semantics.

A folder holds an outcome space and one file for each ``LinearAdditiveUtilityFunction``. The
utility of an outcome is ``bias + sum(weight x value)`` with values as they stand, *not* divided
by the issue's maximum as Genius would, and an outcome is acceptable where that is at least the
reserved value, on the same raw scale. A file that NegMAS made from a Genius profile with a
reservation therefore accepts other outcomes than Genius does; read the Genius files themselves
for Genius's answer.

NegMAS sets no scale for utilities, so each party's are multiplied to make its best package
worth 100 points, which changes no comparison. A reserved value of ``-inf`` or null leaves the
alternative out. A tie is acceptable. The reading is that of case files: YAML 1.2, no key twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from detente.case.case import Case
from detente.case.yaml_reading import read_yaml
from detente.errors import InputError
from detente.formats.additive import AdditiveIssue, AdditiveParty, additive_case
from detente.formats.bounded import (
    MOST_OPTIONS,
    files_of,
    first_bytes,
    name_of,
    refuse_large,
)
from detente.formats.opened import read_text
from detente.formats.registry import format
from detente.formats.strict_json import mapping, number, sequence, text

_SUFFIXES = (".yml", ".yaml")
_SPACES = {"DiscreteCartesianOutcomeSpace", "CartesianOutcomeSpace"}
_FUNCTION = "LinearAdditiveUtilityFunction"
_TYPE = re.compile(rb"^type:[ ]*['\"]?([\w.]{1,200})", re.MULTILINE)
# NegMAS's way to say that any agreement is better than none; no case file has infinities.
_NO_RESERVE = re.compile(r"^(reserved_value:)[ ]*-\.(?:inf|Inf|INF)[ ]*$", re.MULTILINE)
_RANGES = {"ContiguousIssue"}
_LISTS = {
    "CategoricalIssue",
    "OrdinalIssue",
    "CardinalIssue",
    "DiscreteCardinalIssue",
    "DiscreteOrdinalIssue",
}


@format(
    name="negmas",
    suffixes=(".yml", ".yaml", ""),
    what="NegMAS outcome space and linear additive utility functions (YAML), by raw values",
    source="NegMAS: Scenario.to_yaml, LinearAdditiveUtilityFunction",
)
class NegMAS:
    """YAML files whose ``type`` is an outcome space or a utility function."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """True for such a file, and for a folder that holds one."""
        return any(
            _is_ours(file) for file in (files_of(path, _SUFFIXES) if path.is_dir() else [path])
        )

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a folder, of the outcome space's folder, or of one utility function."""
        folder = path if path.is_dir() else path.parent
        files = [file for file in files_of(folder, _SUFFIXES) if _is_ours(file)]
        refuse_large(folder, files)
        spaces = [file for file in files if _type(file) in _SPACES]
        if path.is_file() and _type(path) in _SPACES:
            spaces = [path]
        if len(spaces) != 1:
            names = ", ".join(file.name for file in spaces) or "none"
            raise InputError(f"{path}: one outcome space is needed there, and found: {names}")
        alone = path.is_file() and path not in spaces
        return _case(spaces[0], [path] if alone else [f for f in files if f not in spaces])

    save = None


def _type(path: Path) -> str:
    """The last part of a file's ``type``, which may stand anywhere at its first level."""
    found = _TYPE.search(first_bytes(path, 400_000))
    return found[1].decode().rpartition(".")[2] if found else ""


def _is_ours(path: Path) -> bool:
    kind = _type(path)
    return kind.endswith(("OutcomeSpace", "UtilityFunction"))


def _read(path: Path) -> dict[str, Any]:
    return mapping(read_yaml(_NO_RESERVE.sub(r"\1 null", read_text(path)), str(path)), str(path))


def _called(data: dict[str, Any], path: Path) -> str:
    """The name that a file gives what it holds, else the file's own."""
    given = data.get("name")
    return (
        path.stem if given in (None, "") else name_of(text(given, f"{path}: its name"), str(path))
    )


def _case(space: Path, functions: Sequence[Path]) -> Case:
    data = _read(space)
    listed = sequence(data.get("issues"), f"{space}: its issues")
    issues = [_issue(mapping(given, f"{space}: an issue"), str(space)) for given in listed]
    if not issues:
        raise InputError(f"{space}: its list of issues is empty")
    names = [issue.name for issue in issues]
    if len(set(names)) < len(names):
        raise InputError(f"{space}: two issues have the same name")
    parties = [_party(path, issues) for path in functions]
    return additive_case(
        str(space),
        _called(data, space),
        issues,
        parties,
        kind="NegMAS utility function",
        summary=f"Read from the NegMAS outcome space {space.stem}; utilities are NegMAS's own, "
        "scaled so that each party's best package is worth 100.",
    )


def _issue(given: dict[str, Any], name: str) -> AdditiveIssue:
    issue = name_of(text(given.get("name"), f"{name}: the name of an issue"), f"{name}: an issue")
    where = f"{name}: {issue!r}"
    kind = str(given.get("type")).rpartition(".")[2]
    values = sequence(given.get("values"), f"{where}: its values")
    if kind in _RANGES:
        ends = [number(value, f"{where}: an end of its range") for value in values]
        if len(ends) != 2 or any(end.denominator != 1 for end in ends):
            raise InputError(f"{where}: a {kind} has two whole numbers, its least and greatest")
        if not 0 <= ends[1] - ends[0] < MOST_OPTIONS:
            raise InputError(f"{where}: a range of 1 to {MOST_OPTIONS} values is read")
        options = [str(value) for value in range(int(ends[0]), int(ends[1]) + 1)]
    elif kind in _LISTS:
        options = [name_of(text(v, f"{where}: a value"), f"{where}: a value") for v in values]
    else:
        raise InputError(f"{where}: an issue of the type {kind[:60]}, which has no list of options")
    if not options or len(set(options)) < len(options):
        raise InputError(f"{where}: its values are none, or one stands there twice")
    return AdditiveIssue(issue, tuple(options))


def _party(path: Path, issues: Sequence[AdditiveIssue]) -> AdditiveParty:
    data = _read(path)
    kind = str(data.get("type")).rpartition(".")[2]
    if kind != _FUNCTION:
        raise InputError(f"{path}: a {kind[:60]}; only a {_FUNCTION} is read")
    if data.get("reserved_outcome") is not None:
        raise InputError(f"{path}: it has a reserved outcome; state it as reserved_value")
    functions = _by_issue(data.get("values"), issues, f"{path}: its values")
    given = data.get("weights")
    stated = (
        [1] * len(issues) if given is None else _by_issue(given, issues, f"{path}: its weights")
    )
    weights = [number(weight, f"{path}: a weight") for weight in stated]
    raw = [
        [weight * value for value in _values(function, issue, f"{path}: {issue.name!r}")]
        for weight, function, issue in zip(weights, functions, issues, strict=True)
    ]
    best = sum((max(of_issue) for of_issue in raw), Fraction(0))
    scale = 100 / best if best > 0 else Fraction(100)
    bias = number(data.get("bias", 0), f"{path}: its bias")
    reserved = data.get("reserved_value")
    total = sum(weights, Fraction(0))
    return AdditiveParty(
        _called(data, path),
        tuple(tuple(scale * value for value in of_issue) for of_issue in raw),
        path.name,
        weights=tuple(100 * w / total for w in weights) if total > 0 else None,
        alternative=None
        if reserved is None
        else scale * (number(reserved, f"{path}: its reserved value") - bias),
    )


def _by_issue(given: Any, issues: Sequence[AdditiveIssue], where: str) -> list[Any]:
    """One entry an issue, from a list in their order or a mapping by their names."""
    if isinstance(given, dict):
        missing = [issue.name for issue in issues if issue.name not in given]
        if missing:
            raise InputError(f"{where} have none for {missing[0]!r}")
        return [given[issue.name] for issue in issues]
    listed = sequence(given, where)
    if len(listed) != len(issues):
        raise InputError(f"{where} are {len(listed)}, and there are {len(issues)} issues")
    return listed


def _values(given: Any, issue: AdditiveIssue, where: str) -> list[Fraction]:
    function = mapping(given, where)
    kind = str(function.get("type")).rpartition(".")[2]
    if kind == "TableFun":
        table = mapping(function.get("mapping"), f"{where}: its mapping")
        missing = [option for option in issue.options if option not in table]
        if missing:
            raise InputError(f"{where}: its mapping has no value for {missing[0]!r}")
        return [number(table[option], f"{where}: {option!r}") for option in issue.options]
    if kind == "AffineFun":
        slope, bias = (
            number(function.get(key, 0), f"{where}: its {key}") for key in ("slope", "bias")
        )
        return [slope * _as_number(option, where) + bias for option in issue.options]
    raise InputError(f"{where}: a {kind[:60]}; of value functions TableFun and AffineFun are read")


def _as_number(option: str, where: str) -> Fraction:
    try:
        return number(Decimal(option), where)
    except ArithmeticError:
        raise InputError(
            f"{where}: {option[:60]!r} is no number, which its function needs"
        ) from None
