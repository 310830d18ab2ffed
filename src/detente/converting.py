"""The chain of ``detente convert``: a file or folder of any format to one of another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError
from detente.formats.registry import Format, format_named, format_to_write, formats, sniffed

if TYPE_CHECKING:
    from detente.case.case import Case


@dataclass(frozen=True)
class Converted:
    """The case that went from one format into the other."""

    case: Case
    read_as: str
    written_as: str


def known_formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return formats()


def convert(
    source: Path, target: Path, *, read_as: str | None = None, write_as: str | None = None
) -> Converted:
    """Read ``source`` and write it to ``target``; formats not named are told by their looks.

    Raises
    ------
    InputError
        If the source cannot be read, the formats cannot be told, or the target is another file
        than one of the format to write.
    UnsuitableCase
        If the format to write cannot hold the case.
    MissingExtra
        If a format needs a package that is not installed.
    """
    to = format_to_write(target, name=write_as)
    of = format_named(read_as) if read_as is not None else sniffed(source)
    if target.exists():
        _refuse_other(source, target, to)
    case = of.load(source)
    assert to.save is not None
    to.save(case, target)
    return Converted(case, of.name, to.name)


def _refuse_other(source: Path, target: Path, to: Format) -> None:
    """Nothing is written over but an older file of the same format."""
    if source.exists() and source.samefile(target):
        raise InputError(f"{target}: is what is to be read; write elsewhere")
    if target.is_file() and target.stat().st_size and not to.sniff(target):
        raise InputError(
            f"{target}: is there already and is no file of the format {to.name}; "
            "remove it or write elsewhere"
        )
