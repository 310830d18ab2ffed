"""What stands in a column: how a cell is read and written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from detente.formats.xlsx import number_words

#: What a cell of a file holds.
CellValue = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta

MOST_CHARACTERS = 32_767
#: How an empty list is written where that says something, such as no move being taken.
NONE = "-"
# What XML does not hold, a carriage return (it becomes a line feed), and what Excel reads as an
# escape: such text stands in the column of JSON instead.
_LOST = re.compile(
    "[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]|x005F_|_x[0-9A-Fa-f]{4}_"
)
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_YES = {"yes", "true", "y", "ja", "oui", "1"}
_NO = {"no", "false", "n", "nein", "non", "0"}


@dataclass(frozen=True)
class Kind:
    """How cells of a column are read (ValueError: what fits) and written (ValueError: it cannot).

    ``as_text`` asks spreadsheet programs to leave what is typed as it is.
    """

    fits: str
    read: Callable[[CellValue], Any]
    write: Callable[[Any], CellValue]
    as_text: bool = True


def in_words(cell: CellValue) -> str:
    """A cell as text: a number without needless decimals, a day as 1978-09-17."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    if isinstance(cell, float | int):
        return str(number_words.plain(cell))
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


def kept(text: Any) -> str:
    """Text that a cell gives back as it is."""
    if not isinstance(text, str) or not text.strip() or _LOST.search(text):
        raise ValueError("no text for a cell")
    if len(text.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
        raise ValueError(f"more than {MOST_CHARACTERS:,} characters")
    return text


def _word(cell: CellValue) -> str:
    word = in_words(cell).strip()
    if not word:
        raise ValueError("a word")
    return word


def _yes_or_no(cell: CellValue) -> bool:
    word = in_words(cell).strip().lower()
    if word not in _YES | _NO:
        raise ValueError("yes or no")
    return word in _YES


def _finite(cell: CellValue) -> float:
    given = number_words.number_from(_number_cell(cell))
    if not isinstance(given, float):
        raise ValueError("one number")
    return given


def _whole(cell: CellValue) -> int:
    number = _finite(cell)
    if not number.is_integer():
        raise ValueError("a whole number")
    return int(number)


def _number_cell(cell: CellValue) -> str | float | int:
    if isinstance(cell, bool) or not isinstance(cell, str | float | int):
        raise ValueError(number_words.FITS)
    return cell


def _number(cell: CellValue) -> Any:
    return number_words.number_from(_number_cell(cell))


def _number_or_option(cell: CellValue) -> Any:
    if isinstance(cell, str) and _ID.match(cell.strip()):
        return cell.strip()
    return _number(cell)


def _write_number_or_option(data: Any) -> CellValue:
    return kept(data) if isinstance(data, str) else number_words.number_in_words(data)


def _list(cell: CellValue) -> list[str]:
    if in_words(cell).strip() == NONE:
        return []
    return [word for part in re.split(r"[,;\n]", in_words(cell)) if (word := part.strip())]


def _write_list(data: Any) -> CellValue:
    return kept(", ".join(data) or NONE)


def _pairs(cell: CellValue, what: str) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = []
    for part in re.split(r"[;\n]", in_words(cell)):
        if not part.strip():
            continue
        key, colon, value = part.partition(":")
        if not colon or not key.strip() or not value.strip():
            raise ValueError(what)
        if key.strip() in {k for k, _ in made}:
            raise ValueError(f"{what}, each name once")
        made.append((key.strip(), value.strip()))
    return made


NUMBERS_FIT = "names with numbers, as egypt: 5; israel: 20..30"
CHOICE_FITS = "an issue with options, as territory: full, partial"
GROUPS_FIT = "names with names, as israel: knesset; egypt: assembly, president"
PAIR_FITS = "two issues with an option each, as territory: full; security: monitors"


def _numbers(cell: CellValue) -> dict[str, Any]:
    try:
        return {key: _number(value) for key, value in _pairs(cell, NUMBERS_FIT)}
    except ValueError:
        raise ValueError(NUMBERS_FIT) from None


def _write_numbers(data: Any) -> CellValue:
    return kept("; ".join(f"{k}: {number_words.number_in_words(v)}" for k, v in data.items()))


def _choice(cell: CellValue) -> dict[str, Any]:
    pairs = _pairs(cell, CHOICE_FITS)
    if len(pairs) != 1:
        raise ValueError(CHOICE_FITS)
    return {"issue": pairs[0][0], "options": _list(pairs[0][1])}


def _write_choice(data: Any) -> CellValue:
    return kept(f"{data['issue']}: {', '.join(data['options'])}")


def _groups(cell: CellValue) -> dict[str, Any]:
    return {key: _list(value) for key, value in _pairs(cell, GROUPS_FIT)}


def _write_groups(data: Any) -> CellValue:
    return kept("; ".join(f"{key}: {', '.join(names) or NONE}" for key, names in data.items()))


def _write_pairs(data: Any) -> CellValue:
    return kept("; ".join(f"{key}: {value}" for key, value in data.items()))


def _write_plain(data: Any) -> CellValue:
    return number_words.plain(float(data))


def _write_yes_or_no(data: Any) -> CellValue:
    return "yes" if data else "no"


TEXT = Kind("words", in_words, kept)
WORD = Kind("a name", _word, kept)
DATE = Kind("a date as 1978-09-17, 1978-09 or 1978", _word, kept)
WORDS = Kind("names with commas", _list, _write_list)
YES_NO = Kind("yes or no", _yes_or_no, _write_yes_or_no)
NUMBER = Kind(number_words.FITS, _number, number_words.number_in_words, as_text=False)
PLACE = Kind(
    f"{number_words.FITS}; or the id of an option",
    _number_or_option,
    _write_number_or_option,
    as_text=False,
)
PLAIN = Kind("a number", _finite, _write_plain, as_text=False)
WHOLE = Kind("a whole number", _whole, _write_plain, as_text=False)
NUMBERS = Kind(NUMBERS_FIT, _numbers, _write_numbers)
CHOICE = Kind(CHOICE_FITS, _choice, _write_choice)
GROUPS = Kind(GROUPS_FIT, _groups, _write_groups)
PAIR = Kind(PAIR_FITS, lambda cell: dict(_pairs(cell, PAIR_FITS)), _write_pairs)

#: Kinds whose data may be a number with more than its words say.
OF_NUMBERS = (NUMBER, PLACE)
