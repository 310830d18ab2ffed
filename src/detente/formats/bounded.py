"""Files of bounded size, and exact numbers of bounded length, out of other people's hands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from detente.errors import InputError

MOST_BYTES = 4_000_000
#: Files of a folder, and their sizes together.
MOST_FILES = 200
MOST_FOLDER_BYTES = 8_000_000
#: Letters of a name; longer ones are descriptions.
LONGEST_NAME = 1_000
#: Options of one issue.
MOST_OPTIONS = 2_000
_LONGEST_NUMBER = 60
_LARGEST_EXPONENT = 12
_SMALLEST_EXPONENT = -340


def read_bytes(path: Path) -> bytes:
    """All of a file.

    Raises
    ------
    InputError
        If it cannot be read or is larger than ``MOST_BYTES``.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None
    if len(raw) > MOST_BYTES:
        raise InputError(
            f"{path}: larger than {MOST_BYTES // 1_000_000} MB, which no file of its kind needs"
        )
    return raw


def files_of(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """The files of a folder with one of the suffixes, by name; none where it cannot be read."""
    try:
        found = sorted(f for f in folder.iterdir() if f.suffix.lower() in suffixes and f.is_file())
    except OSError:
        return []
    return found[: MOST_FILES + 1]


def refuse_large(folder: Path, files: Sequence[Path]) -> None:
    """Refuse files that together are too much to read.

    Raises
    ------
    InputError
        If they are more than ``MOST_FILES`` or larger than ``MOST_FOLDER_BYTES``.
    """
    if len(files) > MOST_FILES:
        raise InputError(f"{folder}: more than {MOST_FILES} files; keep those of one case")
    if sum(file.stat().st_size for file in files) > MOST_FOLDER_BYTES:
        raise InputError(
            f"{folder}: files of more than {MOST_FOLDER_BYTES // 1_000_000} MB; keep those of one "
            "case"
        )


def first_bytes(path: Path, count: int = 4_096) -> bytes:
    """How a file begins; nothing where it cannot be read or is no file."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(count)
    except OSError:
        return b""


def exact(text: str, where: str) -> Fraction:
    """The number that a decimal such as ``0.15`` or ``1e-3`` writes, without rounding.

    Raises
    ------
    InputError
        If it is no finite number, or an absurd one; the message begins with ``where``.
    """
    given = text.strip()
    number: Decimal | None = None
    if len(given) <= _LONGEST_NUMBER:
        try:
            number = Decimal(given)
        except InvalidOperation:
            number = None
    if number is None or not number.is_finite() or "_" in given:
        raise InputError(f"{where} is {_shown(text)}, which is no number")
    if number and not _SMALLEST_EXPONENT <= number.adjusted() <= _LARGEST_EXPONENT:
        raise InputError(f"{where} is {_shown(text)}, which is out of all range")
    return Fraction(number)


def name_of(text: str | None, where: str) -> str:
    """A name as it stands, without blanks around it.

    Raises
    ------
    InputError
        If it is missing, empty or longer than ``LONGEST_NAME``.
    """
    name = (text or "").strip()
    if not name:
        raise InputError(f"{where} has no name")
    if len(name) > LONGEST_NAME:
        raise InputError(f"{where} has a name of {len(name):,} letters; {LONGEST_NAME:,} fit")
    return name


def _shown(text: str) -> str:
    return repr(text) if len(text) <= 40 else f"{text[:37]!r}..."
