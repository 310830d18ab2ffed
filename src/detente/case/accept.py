"""Drafts into accepted fields, on the record, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from detente.case.case import Case, LogEntry
from detente.case.case_record import entries_of
from detente.case.drafts import drafts
from detente.case.faults import written
from detente.case.near_words import did_you_mean
from detente.case.yaml_reading import Path
from detente.errors import InputError

UNDONE = "acceptance undone"
_STEP = re.compile(r"\.?([A-Za-z_][A-Za-z0-9_-]*)|\[([^\[\]]+)\]")
_INDEX = re.compile(r"-?[0-9]+\Z")


@dataclass(frozen=True)
class Accepted:
    """The case after it, and the paths of what was accepted or made a draft again."""

    case: Case
    paths: tuple[str, ...]


def accept(case: Case, paths: Sequence[str] | None, *, who: str, when: str) -> Accepted:
    """Take over drafts: the outermost ones at or inside the paths, with all inside them.

    Parameters
    ----------
    paths : sequence of str or None
        As ``positions``, ``positions[2].salience``, ``parties[egypt]`` or
        ``positions[egypt/sinai]``; None for every draft of the case.
    who, when : str
        For the log: the person, and the time as ISO 8601.

    Raises
    ------
    InputError
        If a path leads nowhere, or to nothing that is a draft.
    """
    known = [path for path, entry in entries_of(case) if entry.draft]
    wanted = list(drafts(case)) if paths is None else []
    for given in paths or ():
        at = resolved(case, given)
        # A draft as a whole, or drafts inside what is named.
        inside = [p for p in known if p[: len(at)] == at]
        if not inside:
            above = next((p for p in known if at[: len(p)] == p), None)
            hint = f"; {named(case, above)} is, which holds it" if above is not None else ""
            raise InputError(f"{given}: nothing there is a draft{hint}")
        wanted += _outermost(inside)
    wanted = _outermost(sorted(dict.fromkeys(wanted), key=known.index))
    names = tuple(named(case, path) for path in wanted)
    marked = [p for p in known if any(p[: len(w)] == w for w in wanted)]
    data = _marked(case, marked, draft=False)
    return Accepted(_logged(data, names, who, when, None), names)


def undo(case: Case, *, who: str, when: str) -> Accepted:
    """Make drafts again of what was accepted last; what was changed since stays.

    What was accepted together has the same person and time in the log. The log keeps both.

    Raises
    ------
    InputError
        If the log has nothing to undo, or an entry is no longer in the case.
    """
    standing: dict[str, LogEntry] = {}
    for entry in case.log:
        if entry.action == "accepted":
            standing.pop(entry.path, None)
            standing[entry.path] = entry
        elif entry.note == UNDONE:
            standing.pop(entry.path, None)
    if not standing:
        raise InputError("nothing that was accepted is left to undo")
    last = list(standing.values())[-1]
    batch = [e.path for e in standing.values() if (e.who, e.when) == (last.who, last.when)]
    data = _marked(case, [resolved(case, path) for path in batch], draft=True)
    return Accepted(_logged(data, batch, who, when, UNDONE), tuple(batch))


def named(case: Case, path: Path) -> str:
    """A path with ids instead of numbers, which stays right when entries move."""
    out = ""
    part: Any = case
    for step in path:
        part = _inside(part, step)
        if isinstance(step, int):
            out += f"[{_name(part) or step}]"
        else:
            out += f".{step}" if out else step
    return out


def resolved(case: Case, text: str) -> Path:
    """The path that a person wrote.

    Raises
    ------
    InputError
        With the first step that leads nowhere, and what would.
    """
    path: list[str | int] = []
    part: Any = case
    place = 0
    while place < len(text):
        found = _STEP.match(text, place)
        if found is None or (place == 0) != (found[1] is not None and found[0] == found[1]):
            raise InputError(f"{text}: is no path; write it as positions[2].salience")
        step = _step(part, found[1] or found[2])
        if step is None:
            here = written(tuple(path))
            names = [str(n) for n in _names(part)]
            word = found[1] or found[2]
            near = did_you_mean(word, names)
            raise InputError(f"{text}: {here} has no {word!r}{near}")
        path.append(step)
        part = _inside(part, step)
        place = found.end()
    if not path:
        raise InputError("an empty path; write it as positions[2].salience")
    return tuple(path)


def _step(part: Any, word: str) -> str | int | None:
    if isinstance(part, tuple):
        for number, entry in enumerate(part):
            if _name(entry) == word:
                return number
        return int(word) if _INDEX.match(word) and 0 <= int(word) < len(part) else None
    if isinstance(part, dict):
        return word if word in part else None
    known = getattr(type(part), "model_fields", {})
    return word if word in known and getattr(part, word) is not None else None


def _names(part: Any) -> Iterator[Any]:
    if isinstance(part, tuple):
        yield from (_name(entry) or number for number, entry in enumerate(part))
    elif isinstance(part, dict):
        yield from part
    else:
        yield from getattr(type(part), "model_fields", ())


def _inside(part: Any, step: str | int) -> Any:
    if isinstance(part, tuple):
        return part[int(step)]
    return part[step] if isinstance(part, dict) else getattr(part, str(step))


def _name(entry: Any) -> str | None:
    """What tells an entry of a list apart; None where nothing does."""
    if (id_ := getattr(entry, "id", None)) is not None:
        return str(id_)
    party, issue = getattr(entry, "party", None), getattr(entry, "issue", None)
    if party is not None:
        return f"{party}/{issue}" if issue is not None else str(party)
    return None


def _outermost(paths: Iterable[Path]) -> list[Path]:
    out: list[Path] = []
    for path in paths:
        if not any(path[: len(o)] == o for o in out):
            out = [o for o in out if o[: len(path)] != path]
            out.append(path)
    return out


def _marked(case: Case, paths: Iterable[Path], *, draft: bool) -> dict[str, Any]:
    """The case as data with the mark of a draft set or taken away at each path."""
    data: dict[str, Any] = case.model_dump(mode="json", exclude_defaults=True)
    for path in paths:
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        entry = holder[path[-1]]
        if not isinstance(entry, dict):  # a number that is nothing more
            entry = holder[path[-1]] = {"value": entry}
        if draft:
            entry["draft"] = True
        else:
            entry.pop("draft", None)
    return data


def _logged(
    data: dict[str, Any], paths: Iterable[str], who: str, when: str, note: str | None
) -> Case:
    action = "changed" if note else "accepted"
    log = [{"when": when, "who": who, "action": action, "path": path} for path in paths]
    if note:
        log = [{**entry, "note": note} for entry in log]
    return Case.model_validate({**data, "log": [*data.get("log", []), *log]})
