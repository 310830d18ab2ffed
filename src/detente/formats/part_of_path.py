"""Paths that name parts of a folder or file: ``talks#north,south``."""

from __future__ import annotations

from pathlib import Path


def part_of_path(path: Path) -> tuple[Path, tuple[str, ...]]:
    """The path, and the names after its last ``#``; none where such a path exists as it stands.

    >>> part_of_path(Path("talks#north,south"))
    (PosixPath('talks'), ('north', 'south'))
    """
    name, mark, parts = path.name.rpartition("#")
    if not mark or path.exists():
        return path, ()
    names = tuple(part.strip() for part in parts.split(",") if part.strip())
    return (path.with_name(name) if name else path.parent), names
