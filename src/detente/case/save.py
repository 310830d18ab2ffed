"""Cases into files, so that they read back equal, and with the comments of the file before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from detente.case.case import Case
from detente.case.load import read_case, to_json
from detente.case.plain_data import case_data
from detente.case.schema import FILE_NAME, MODELINE
from detente.case.yaml_patching import patched
from detente.case.yaml_reading import MOST_BYTES, read_yaml
from detente.case.yaml_tree import Layout, layout
from detente.case.yaml_writing import write_yaml
from detente.errors import BadCase, InputError
from detente.saving import save

__all__ = ["case_data", "save_case", "to_yaml"]

YAML_SUFFIXES = (".yaml", ".yml")


def save_case(case: Case, path: Path) -> None:
    """Write a case as YAML or JSON, by the suffix, whole or not at all.

    An older YAML file keeps its comments and the lines of what has not changed.

    Raises
    ------
    InputError
        If the suffix is neither, the place cannot be written, or the case holds what no file
        of this kind can.
    """
    suffix = path.suffix.lower()
    if suffix == ".json":
        save(_checked(case, to_json(case), path.name), path)
    elif suffix in YAML_SUFFIXES:
        save(to_yaml(case, _old_text(path)), path)
    else:
        raise InputError(f"{path}: a case is written as .yaml or .json; choose such a name")


def to_yaml(case: Case, old: str = "") -> str:
    """The case as YAML; ``old`` is the text it replaces, whose comments are kept.

    Lines of unchanged sections and entries stay as they are. Where the old text cannot be
    patched, its comments come to stand above their sections.

    Raises
    ------
    InputError
        If the case holds what YAML cannot, such as half a surrogate pair.
    """
    new = case_data(case)
    crlf = "\r\n" in old
    old = old.removeprefix("\ufeff").replace("\r\n", "\n")
    made = _over(case, old, new)
    if made is None:
        made = _checked(case, f"{MODELINE}{FILE_NAME}\n{write_yaml(new)}", "the case")
    return made.replace("\n", "\r\n") if crlf else made


def _over(case: Case, old: str, new: dict[str, Any]) -> str | None:
    """The new data over an old text; None if there is no text whose parts are known."""
    if not old.strip():
        return None
    try:
        before = read_case(old, "the file")
    except BadCase:
        return _over_no_case(case, old, new)
    if before == case:
        return old
    there = layout(old, "the file")
    if not any(e.key == "schema_version" for e in there.root.entries):
        new = {key: value for key, value in new.items() if key != "schema_version"}
    made = patched(there, case_data(before), new)
    if made is not None and _reads_back(case, made):
        return made
    return _with_comments(case, there, new)


def _over_no_case(case: Case, old: str, new: dict[str, Any]) -> str | None:
    """With the comments of a text that is no case; None where it is not even YAML."""
    try:
        read_yaml(old, "the file")  # bounds what the layout is asked to take in
    except BadCase:
        return None
    return _with_comments(case, layout(old, "the file"), new)


def _with_comments(case: Case, old: Layout, new: dict[str, Any]) -> str:
    """A fresh text with the comments of the old one, each above the section it stood in."""
    comments: dict[str | None, list[str]] = {}
    entries = old.root.entries
    top = entries[0].line if entries else len(old.lines)
    out: list[str] = []
    for line in sorted(old.comments):
        following = [e.key for e in entries if e.value.last >= line]
        key = next((k for k in following if k in new), None)
        (out if line < top else comments.setdefault(key, [])).append(old.comment(line))
    for text in write_yaml(new).rstrip("\n").split("\n"):
        found = re.match(r"([a-z_]+):", text)
        out += comments.pop(found[1], []) if found else []
        out.append(text)
    out += [c for left in comments.values() for c in left]
    return _checked(case, "\n".join(out) + "\n", "the case")


def _old_text(path: Path) -> str:
    """What stands in the file, if it is text of a size that a case has."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        return "" if len(raw) > MOST_BYTES else raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _reads_back(case: Case, text: str, name: str = "the case") -> bool:
    try:
        return read_case(text, name) == case
    except BadCase:
        return False


def _checked(case: Case, text: str, name: str) -> str:
    if not _reads_back(case, text, name):
        raise InputError(f"{name}: holds what the file could not give back; it is not written")
    return text
