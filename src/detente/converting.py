"""The chain of ``detente convert``: a file or folder of any format to one of another."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from detente.case.plain_data import case_data
from detente.errors import InputError
from detente.formats.registry import Format, format_named, format_to_write, formats, sniffed

if TYPE_CHECKING:
    from detente.case.case import Case

# Formats that hold a whole case, and are written into what is there rather than over it.
_WHOLE = ("case", "xlsx")


@dataclass(frozen=True)
class Converted:
    """The case that went from one format into the other.

    ``updated`` names the sections that differ from the same case that was there before, and is
    None where nothing was; ``left_out`` names the sections that the written format cannot hold.
    """

    case: Case
    read_as: str
    written_as: str
    updated: tuple[str, ...] | None = None
    left_out: tuple[str, ...] = ()


def known_formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return formats()


def convert(
    source: Path,
    target: Path,
    *,
    read_as: str | None = None,
    write_as: str | None = None,
    force: bool = False,
) -> Converted:
    """Read ``source`` and write it to ``target``; formats not named are told by their looks.

    A case file or workbook with a case of the same title is updated: comments, formulas and
    columns of its own stay. Any other file that is there is replaced if ``force`` says so, and
    nothing of it stays.

    Raises
    ------
    InputError
        If the source cannot be read, the formats cannot be told, or the target is another file
        than such a case and is not to be replaced.
    UnsuitableCase
        If the format to write cannot hold the case.
    MissingExtra
        If a format needs a package that is not installed.
    """
    to = format_to_write(target, name=write_as)
    of = format_named(read_as) if read_as is not None else sniffed(source)
    if source.exists() and target.exists() and source.samefile(target):
        raise InputError(f"{target}: is what is to be read; write elsewhere")
    case = of.load(source)
    assert to.save is not None
    before, what = _there(target, to)
    if before is not None and before.title == case.title:
        to.save(case, target)
        return Converted(case, of.name, to.name, _changed(before, case))
    if what and not force:
        raise InputError(f"{target}: is there already and {what}; write elsewhere, or --force")
    if target.is_file():
        _replace(case, target, to)
    else:
        to.save(case, target)
    return Converted(case, of.name, to.name, left_out=_left_out(case, target, to))


def _there(target: Path, to: Format) -> tuple[Case | None, str]:
    """The case in a file that can be updated, and what a file that is there holds in words."""
    if not target.is_file() or not target.stat().st_size:
        return None, ""
    if not to.sniff(target):
        return None, f"is no file of the format {to.name}"
    if to.name not in _WHOLE:
        return None, f"would be replaced, as a {to.name} file cannot be updated"
    try:
        before = to.load(target)
    except InputError:
        return None, "holds no case that can be read"
    return before, f"holds another case, {before.title!r}"


def _replace(case: Case, target: Path, to: Format) -> None:
    """Write beside the file that is there, so that nothing of it is kept, then in its place."""
    assert to.save is not None
    try:
        beside = Path(tempfile.mkdtemp(prefix=".detente-", dir=target.absolute().parent))
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror})") from None
    try:
        to.save(case, beside / target.name)
        try:
            (beside / target.name).replace(target)
        except OSError as error:
            raise InputError(f"{target}: cannot be written ({error.strerror})") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _changed(before: Case, after: Case) -> tuple[str, ...]:
    """Sections that two cases do not have in common, in the order of a case."""
    old, new = case_data(before), case_data(after)
    return tuple(key for key in type(after).model_fields if old.get(key) != new.get(key))


def _left_out(case: Case, target: Path, to: Format) -> tuple[str, ...]:
    """Sections of the case of which nothing comes back from what was written."""
    if to.name in _WHOLE:
        return ()
    try:
        back = {key for key, said in case_data(to.load(target)).items() if said}
    except InputError:
        return ()
    # Points out of positions come back as utility tables, and tables of places as positions.
    worth = {"positions", "utilities"}
    return tuple(
        key
        for key, said in case_data(case).items()
        if said and key not in back and not (key in worth and worth & back)
    )
