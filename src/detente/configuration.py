"""What a project sets once: ``[tool.detente]`` of a ``detente.toml``, found upwards."""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.errors import InputError

FILE = "detente.toml"
WAIVERS = "detente-waivers.toml"
FAIL_ON = ("error", "warning", "note", "never")
_KEYS = ("select", "ignore", "date", "facts", "fail-on", "per-file-ignores", "waivers")


@dataclass(frozen=True)
class Configuration:
    """The settings; ``path`` is the file they came from, None where there is none.

    ``per_file_ignores`` maps patterns of paths, as seen from the file's folder, to codes.
    """

    path: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    date: dt.date | None = None
    facts: tuple[Path, ...] = ()
    fail_on: str = "error"
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waivers: tuple[Path, ...] = ()


def find_configuration(folder: Path) -> Configuration:
    """The settings of the nearest ``detente.toml`` in ``folder`` or above it.

    Raises
    ------
    InputError
        If the file is no TOML or holds what is no setting.
    """
    here = folder.resolve()
    for above in (here, *here.parents):
        path = above / FILE
        if path.is_file():
            return load_configuration(path)
    waivers = folder / WAIVERS
    return Configuration(waivers=(waivers,) if waivers.is_file() else ())


def load_configuration(path: Path) -> Configuration:
    """The settings of a file; paths in it are seen from its folder.

    Raises
    ------
    InputError
        As :func:`find_configuration`.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path}: no TOML ({error})") from error
    tool = raw.get("tool", {})
    table = tool.get("detente", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise InputError(f"{path}: tool.detente must be a table")
    for key in table:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1)
            hint = f"; do you mean {near[0]}?" if near else f"; known are {', '.join(_KEYS)}"
            raise InputError(f"{path}: {key} is no setting{hint}")
    folder = path.parent
    waivers = [folder / p for p in _texts(path, table, "waivers")]
    if not waivers and (folder / WAIVERS).is_file():
        waivers = [folder / WAIVERS]
    return Configuration(
        path=path,
        select=_texts(path, table, "select"),
        ignore=_texts(path, table, "ignore"),
        date=_date(path, table.get("date")),
        facts=tuple(folder / p for p in _texts(path, table, "facts")),
        fail_on=_fail_on(path, table.get("fail-on", "error")),
        per_file_ignores=_per_file(path, table.get("per-file-ignores", {})),
        waivers=tuple(waivers),
    )


def _texts(path: Path, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(v, str) for v in found):
        raise InputError(f"{path}: {key} must be a list of texts, got {value!r:.60}")
    return tuple(found)


def _date(path: Path, value: Any) -> dt.date | None:
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"{path}: date must be a day such as 2024-05-31") from None


def _fail_on(path: Path, value: Any) -> str:
    if value not in FAIL_ON:
        raise InputError(f"{path}: fail-on must be one of {', '.join(FAIL_ON)}, got {value!r:.60}")
    return str(value)


def _per_file(path: Path, value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise InputError(f"{path}: per-file-ignores must be a table of pattern = [codes]")
    return {pattern: _texts(path, value, pattern) for pattern in value}
