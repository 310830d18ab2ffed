"""What pydantic found wrong, as lines for people: place, path, what was given, what fits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from detente.case.case import Case
from detente.case.near_words import did_you_mean
from detente.case.numbers import OutOfBounds
from detente.case.yaml_reading import Path

Places = Mapping[Path, tuple[int, int]]
MOST_FAULTS = 50
# More than this are not made into lines and put in order: a hostile file has hundreds of
# thousands. Beyond the second number they are not even taken out of the error.
MOST_WEIGHED = 500
MOST_LOOKED_AT = 50_000

_FITS = {
    "missing": "is missing",
    "string_type": "must be words; put a number in quotes if it is a name",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "tuple_type": "must be a list",
    "dict_type": "must have keys and values",
    "model_type": "must have keys and values",
    "date_from_datetime_parsing": "must be a date as 1978-09-17",
    "date_parsing": "must be a date as 1978-09-17",
    "date_type": "must be a date as 1978-09-17",
    "string_pattern_mismatch": "must be a short name of letters, digits, _ and -",
    "string_too_long": "is too long",
    "too_short": "has too few entries",
    "too_long": "has too many entries",
    "union_tag_not_found": "needs a kind",
}


def no_places(wanted: Collection[Path]) -> Places:
    """For data that was not read from a text."""
    return {}


def fault_lines(
    error: ValidationError,
    data: Any,
    places_of: Callable[[Collection[Path]], Places] = no_places,
    *,
    more: bool = False,
) -> list[str]:
    """One line for each place that does not fit, in the order of the file, all at once.

    Parameters
    ----------
    data : Any
        What was validated.
    places_of : callable, optional
        Lines and columns of some paths, as :func:`detente.case.yaml_reading.places` knows them.
    more : bool
        True if ``data`` is not all that was given.
    """
    total = error.error_count()
    if total > MOST_LOOKED_AT:
        error, data = _first_faults(error, data)
    faults: dict[Path, tuple[Path, str, str]] = {}
    for found in error.errors(include_url=False, include_context=True)[:MOST_WEIGHED]:
        path = _path_in(data, found["loc"], missing=found["type"] == "missing")
        if found["type"] == "too_short" and len(_value(data, path)) >= found["ctx"]["min_length"]:
            continue  # only the entries that fit were counted
        key = path if found["type"] != "extra_forbidden" else (*path[:-1], f"{path[-1]}:")
        if key not in faults:
            faults[key] = (path, found["type"], _line(dict(found), path, data))
    if total > MOST_WEIGHED:
        faults = dict(list(faults.items())[:MOST_FAULTS])
    places = places_of([path for path, _, _ in faults.values()])
    ordered = sorted(
        ((_place(path, kind, places), what) for path, kind, what in faults.values()),
        key=lambda row: row[0],
    )
    lines = [
        f"line {line}, column {column}: {what}" if line else what
        for (line, column), what in ordered[:MOST_FAULTS]
    ]
    left = max(total if total > MOST_WEIGHED else 0, len(faults)) - len(lines)
    if more:
        lines.append("and more places that do not fit")
    elif left:
        lines.append(f"and {left:,} more places that do not fit")
    return lines


def _first_faults(error: ValidationError, data: Any) -> tuple[ValidationError, Any]:
    """The faults of the first entries of every list, for data with too many to look at."""
    most = MOST_FAULTS + 10
    while True:
        cut = first_entries(data, most)
        try:
            Case.model_validate(cut)
        except ValidationError as fewer:
            return fewer, cut
        most *= 10


def first_entries(data: Any, most: int = MOST_FAULTS + 10) -> Any:
    """The data with the first entries of every list, and the keys that a case can have."""
    if isinstance(data, list):
        return [first_entries(inner, most) for inner in data[:most]]
    if isinstance(data, dict):
        keys = list(data)
        if len(keys) > most:
            known = _all_keys()
            keys = [k for k in keys if k in known] + [k for k in keys if k not in known][:most]
        return {key: first_entries(data[key], most) for key in keys}
    return data


def written(path: Path) -> str:
    """A path as people write it: ``parties[2].role``."""
    out = ""
    for step in path:
        out += f"[{step}]" if isinstance(step, int) else f".{step}" if out else str(step)
    return out or "the case"


def _path_in(data: Any, loc: Iterable[str | int], *, missing: bool) -> Path:
    """The steps of a pydantic location that are steps of the data, and a last missing key."""
    steps = list(loc)
    path: list[str | int] = []
    here = data
    for place, step in enumerate(steps):
        in_mapping = isinstance(here, dict) and isinstance(step, str) and step in here
        if in_mapping or (isinstance(here, list) and isinstance(step, int) and step < len(here)):
            here = here[step]
        elif not (missing and place == len(steps) - 1):
            continue
        path.append(step)
    return tuple(path)


def _place(path: Path, kind: str, places: Places) -> tuple[int, int]:
    if kind == "extra_forbidden" and (at := places.get((*path, "key:"))):
        return at
    while path and path not in places:
        path = path[:-1]
    return places.get(path, (0, 0))


def _value(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _line(found: dict[str, Any], path: Path, data: Any) -> str:
    kind, where = found["type"], written(path)
    if kind == "missing":
        return f"{where} is missing"
    if kind == "extra_forbidden":
        known = _keys_at(path[:-1], data)
        guess = did_you_mean(str(path[-1]), known)
        fits = f"; keys that fit: {', '.join(known)}" if known and not guess else ""
        return f"{written(path[:-1])} has no key {path[-1]!r}{guess}{fits}"
    given = _shown(_value(data, path))
    context = found.get("ctx", {})
    if kind in {"literal_error", "union_tag_invalid"}:
        names = str(context.get("expected") or context.get("expected_tags", ""))
        options = [n.strip(" '") for n in names.replace(" or ", ", ").split(",")]
        if kind == "union_tag_invalid":
            where, given = f"{where}.kind", repr(context.get("tag", ""))
        guess = did_you_mean(given.strip("'"), options)
        return f"{where} is {given}; one of {', '.join(options)} fits{guess}"
    if kind in {"value_error", "assertion_error"}:
        error = context.get("error", found["msg"])
        given = error.given if isinstance(error, OutOfBounds) else given
        return f"{where}: {error!s}, not {given}"
    if kind == "model_type" and context.get("class_name") == "Number":
        return f"{where} must be a number or a range such as {{low: 20, high: 60}}, not {given}"
    return f"{where} {_FITS.get(kind, found['msg'].lower())}, not {given}"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(str(k) for k in list(value)[:6]) + "}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _keys_at(path: Path, data: Any) -> list[str]:
    """Keys that the model knows at a path."""
    models: list[type[BaseModel]] = [Case]
    here = data
    for step in path:
        here = _value(here, (step,))
        if isinstance(step, str):
            fields = [m.model_fields[step].annotation for m in models if step in m.model_fields]
            models = [m for f in fields for m in _models_in(f)]
    if isinstance(here, dict) and "kind" in here:
        models = [m for m in models if here["kind"] in _kinds(m)] or models
    return sorted({key for m in models for key in m.model_fields})


def _kinds(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("kind")
    return get_args(field.annotation) if field else ()


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [m for inner in get_args(annotation) for m in _models_in(inner)]


@cache
def _all_keys() -> frozenset[str]:
    """Every key of every model that a case is made of."""
    seen: set[type[BaseModel]] = set()
    models: list[type[BaseModel]] = [Case]
    while models:
        model = models.pop()
        if model not in seen:
            seen.add(model)
            models += [m for f in model.model_fields.values() for m in _models_in(f.annotation)]
    return frozenset(key for model in seen for key in model.model_fields)
