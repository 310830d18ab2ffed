"""The parts of a workbook file: names of sheets, strings, styles, and cells as they stand."""

from __future__ import annotations

import datetime as dt
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from xml.parsers import expat

from detente.formats.xlsx.bounds import TooMuch
from detente.formats.xlsx.cells import FileCell
from detente.formats.xlsx.kinds import CellValue

DEEPEST = 40
MOST_COLUMNS = 500
MOST_ROWS = 1_048_576
_READ = 65_536
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"


class Parts:
    """A checked archive as a workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Titles of the sheets in their order, with the names of their parts."""
        titles: dict[str, str] = {}
        targets: dict[str, str] = {}

        def workbook(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "sheet":
                titles[attributes.get("name", "")] = attributes.get(_RELATION, "")

        def relations(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "Relationship":
                targets[attributes.get("Id", "")] = attributes.get("Target", "")

        self.walk("xl/workbook.xml", workbook)
        self.walk("xl/_rels/workbook.xml.rels", relations)
        return {
            title: posixpath.normpath(posixpath.join("/xl", targets.get(id_, ""))).lstrip("/")
            for title, id_ in titles.items()
            if "worksheets" in targets.get(id_, "")
        }

    @cached_property
    def epoch(self) -> dt.datetime:
        """Day 0 of dates in cells."""
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

        found: list[bool] = []

        def look(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "workbookPr":
                found.append(attributes.get("date1904", "0") in {"1", "true"})

        self.walk("xl/workbook.xml", look)
        day: dt.datetime = MAC_EPOCH if any(found) else WINDOWS_EPOCH
        return day

    @cached_property
    def strings(self) -> list[str]:
        """The strings that cells share, without readings of characters (phonetic runs)."""
        made: list[str] = []
        inside: list[str] = []
        words: list[str] = []

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            inside.append(tag)

        def end(tag: str) -> None:
            inside.pop()
            if tag == "si":
                made.append("".join(words))
                words.clear()

        def text(given: str) -> None:
            if inside[-1] == "t" and "rPh" not in inside:
                words.append(given)

        if "xl/sharedStrings.xml" in self.archive.NameToInfo:
            self.walk("xl/sharedStrings.xml", start, end, text)
        return made

    @cached_property
    def formats(self) -> list[str]:
        """How cells of each style show numbers."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        own: dict[str, str] = {}
        numbers: list[str] = []
        inside: list[str] = []

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "numFmt" and "numFmts" in inside:
                own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            if tag == "xf" and inside[-1:] == ["cellXfs"]:
                numbers.append(attributes.get("numFmtId", "0"))
            inside.append(tag)

        if "xl/styles.xml" in self.archive.NameToInfo:
            self.walk("xl/styles.xml", start, lambda _: inside.pop())
        builtin = {str(number): code for number, code in BUILTIN_FORMATS.items()}
        return [own.get(n, builtin.get(n, "General")) for n in numbers]

    def walk(
        self,
        part: str,
        start: Callable[[str, Mapping[str, str]], Any],
        end: Callable[[str], Any] | None = None,
        text: Callable[[str], Any] | None = None,
    ) -> None:
        """Parse a part; tags come without their namespaces.

        Raises
        ------
        TooMuch
            If it is not there, no XML, nested too deep, or declares a document type.
        """
        depth = 0

        def begin(tag: str, attributes: Mapping[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                raise TooMuch(f"{part} is nested deeper than {DEEPEST} levels")
            start(tag.rpartition(" ")[2], attributes)

        def finish(tag: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(tag.rpartition(" ")[2])

        def refuse(*given: Any) -> None:
            raise TooMuch(f"{part} declares a document type or entities, which are not read")

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = begin
        parser.EndElementHandler = finish
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = refuse
        try:
            with self.archive.open(part) as stream:
                while chunk := stream.read(_READ):
                    parser.Parse(chunk)
                parser.Parse(b"", True)
        except KeyError:
            raise TooMuch(f"no workbook that can be read ({part} is missing)") from None
        except expat.ExpatError as error:
            raise TooMuch(f"no workbook that can be read ({part}: {error})") from None


@dataclass
class _Cell:
    row: int
    column: int
    kind: str = "n"
    style: int = 0
    formula: bool = False
    value: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def cells_of(parts: Parts, part: str) -> Iterator[tuple[int, list[tuple[int, FileCell]]]]:
    """Rows of a sheet that have cells: the number, and columns with cells, in order.

    Raises
    ------
    TooMuch
        If the part is damaged.
    """
    rows: dict[int, dict[int, FileCell]] = {}
    reader = _Sheet(parts, rows)
    parts.walk(part, reader.start, reader.end, reader.words)
    for number in sorted(rows):
        yield number, sorted(rows[number].items())


class _Sheet:
    """What the parser calls while it goes through a sheet."""

    def __init__(self, parts: Parts, rows: dict[int, dict[int, FileCell]]) -> None:
        from openpyxl.styles.numbers import is_date_format

        self.parts = parts
        self.rows = rows
        self.row = self.column = 0
        self.cell: _Cell | None = None
        self.tag = ""
        self.phonetic = False
        self.percent = {n for n, code in enumerate(parts.formats) if "%" in code}
        self.dates = {n for n, code in enumerate(parts.formats) if is_date_format(code)}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag = tag
        if tag == "row":
            self.row = _number(attributes.get("r", str(self.row + 1)), MOST_ROWS)
            self.column = 0
        elif tag == "c":
            row, column = self.row, self.column + 1
            if "r" in attributes:
                row, column = _place(attributes["r"])
            self.column = column
            style = _number(attributes.get("s", "0"), 1_000_000)
            self.cell = _Cell(row, column, attributes.get("t", "n"), style)
        elif tag == "f" and self.cell is not None:
            self.cell.formula = True
        elif tag == "rPh":
            self.phonetic = True

    def words(self, text: str) -> None:
        if self.cell is None:
            return
        if self.tag == "v":
            self.cell.value.append(text)
        elif self.tag == "t" and not self.phonetic:
            self.cell.text.append(text)

    def end(self, tag: str) -> None:
        self.tag = ""
        if tag == "rPh":
            self.phonetic = False
        elif tag == "c" and self.cell is not None:
            made = self.made(self.cell)
            if not made.blank and self.cell.column <= MOST_COLUMNS:
                self.rows.setdefault(self.cell.row, {})[self.cell.column] = made
            self.cell = None

    def made(self, cell: _Cell) -> FileCell:
        value: CellValue | None
        words = "".join(cell.text if cell.kind == "inlineStr" else cell.value)
        if not words:
            value = None
        elif cell.kind == "n":
            value = self.number(words, cell.style)
        elif cell.kind == "s":
            value = self.shared(words)
        elif cell.kind == "b":
            value = words.strip() in {"1", "true"}
        else:
            value = words
        return FileCell(
            f"{_letters(cell.column)}{cell.row}",
            value,
            formula=cell.formula,
            error=cell.kind == "e",
            percent=cell.style in self.percent,
        )

    def number(self, words: str, style: int) -> CellValue:
        from openpyxl.utils.datetime import from_excel

        try:
            value = float(words)
            if style in self.dates:
                day: CellValue = from_excel(value, self.parts.epoch)
                return day
        except (ValueError, OverflowError):
            return words
        if value != value or abs(value) == float("inf"):
            return words
        return int(value) if value.is_integer() and abs(value) < 1e15 else value

    def shared(self, words: str) -> str:
        number = _number(words, 10_000_000)
        if number >= len(self.parts.strings):
            raise TooMuch(f"no workbook that can be read (there is no string {number})")
        return self.parts.strings[number]


def _number(words: str, most: int) -> int:
    digits = words.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 8 or int(digits) > most:
        raise TooMuch(f"no workbook that can be read ({words[:20]!r} is no number of a cell)")
    return int(digits)


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        raise TooMuch(f"no workbook that can be read ({name[:20]!r} is no cell)")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return _number(name[len(letters) :], MOST_ROWS), column


def _letters(column: int) -> str:
    made = ""
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(65 + rest) + made
    return made
