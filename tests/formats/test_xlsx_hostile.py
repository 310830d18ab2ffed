from __future__ import annotations

import io
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.formats.xlsx.workbook import Xlsx
from tests.formats.workbooks import CASE, saved

HEAD = (
    '<?xml version="1.0"?><worksheet xmlns='
    '"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)


def replaced(path: Path, part: str, make: Callable[[zipfile.ZipFile], None] | bytes) -> Path:
    """The workbook with one part replaced; a callable writes the part into the archive."""
    with zipfile.ZipFile(path) as archive:
        files = {e.filename: archive.read(e) for e in archive.infolist() if e.filename != part}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
        if callable(make):
            make(archive)
        else:
            archive.writestr(part, make)
    return path


ROOT = Path(__file__).parents[2]
SHEET = "xl/worksheets/sheet2.xml"


def zeros(archive: zipfile.ZipFile) -> None:
    with archive.open(SHEET, "w", force_zip64=True) as stream:
        block = b"0" * 10_000_000
        for _ in range(10):
            stream.write(block)


def many_cells(archive: zipfile.ZipFile) -> None:
    with archive.open(SHEET, "w") as stream:
        stream.write(HEAD.encode())
        row = b"<row>" + b"<c><v>1</v></c>" * 1_000 + b"</row>"
        for _ in range(1_500):
            stream.write(row)
        stream.write(b"</sheetData></worksheet>")


def many_parts(archive: zipfile.ZipFile) -> None:
    archive.writestr(SHEET, HEAD + "</sheetData></worksheet>")
    for number in range(2_500):
        archive.writestr(f"xl/media/{number}.bin", b"")


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>'
)
EXTERNAL = ENTITIES.replace('"aaaaaaaaaa"', 'SYSTEM "hostname.txt"')


ENTITY_WORDS = "declares a document type or entities, which are not read"
ROWS = HEAD.encode() + b'<row><c t="str"><v>id</v></c></row>'
STYLES = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


@pytest.mark.parametrize(
    ("part", "what", "words"),
    [
        (SHEET, zeros, "MB once unpacked; a workbook of a case has at most 64"),
        (SHEET, many_cells, "more than about 300,000 cells"),
        (SHEET, many_parts, "more than 2,000 parts"),
        (SHEET, ENTITIES.encode(), ENTITY_WORDS),
        (SHEET, EXTERNAL.encode(), ENTITY_WORDS),
        (SHEET, ENTITIES.encode("utf-16"), "is not UTF-8"),
        (SHEET, b"<worksheet", "no workbook that can be read"),
        (SHEET, (HEAD + '<row r="x"><c/></row>').encode(), "no workbook that can be read"),
        (
            SHEET,
            (HEAD + '<row><c t="s"><v>999999</v></c></row></sheetData></worksheet>').encode(),
            "no workbook that can be read",
        ),
        (SHEET, ROWS + b"<a>" * 100 + b"</a>" * 100, "nested deeper than 40 levels"),
        (SHEET, ROWS + b'<row a="' + b"x" * 200_000 + b'"/>', "a tag of more than 100,000 bytes"),
        (SHEET, ROWS + b"<!--" + b"> " * 100_000 + b"-->", "too many or too long comments"),
        (SHEET, ROWS + b'<mergeCell ref="A1"/>' * 70_000, "very many styles, rules or objects"),
        ("xl/styles.xml", STYLES + b"<xf/>" * 70_000, "very many styles, rules or objects"),
        ("xl/sharedStrings.xml", b"<si><t>a</t></si>" * 400_000, "more than about 300,000 cells"),
        ("xl/workbook.xml", b"<workbook/>", "no sheet of a case"),
    ],
    ids=range(16),
)
def test_parts_that_do_harm_are_refused(
    tmp_path: Path, part: str, what: Callable[[zipfile.ZipFile], None] | bytes, words: str
) -> None:
    path = replaced(saved(tmp_path), part, what)
    with pytest.raises(InputError) as caught:
        Xlsx.load(path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no .xlsx workbook"),
        (b"PK\x03\x04 and nothing else", "no .xlsx workbook"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "an old .xls or a file with a password",
        ),
        (b"name,role\n", "no .xlsx workbook"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(raw)
    with pytest.raises(InputError, match=words):
        Xlsx.load(path)


def test_a_damaged_archive(tmp_path: Path) -> None:
    path = saved(tmp_path)
    raw = bytearray(path.read_bytes())
    for place in range(200, 2_000, 7):
        raw[place] ^= 0xFF
    path.write_bytes(bytes(raw))
    with pytest.raises(InputError, match=r"no .xlsx workbook|no workbook that can be read"):
        Xlsx.load(path)


def test_an_archive_that_understates_its_parts(tmp_path: Path) -> None:
    path = replaced(saved(tmp_path), SHEET, zeros)
    raw = path.read_bytes()
    size = (100_000_000).to_bytes(4, "little")
    assert size in raw
    path.write_bytes(raw.replace(size, (5_000).to_bytes(4, "little")))
    with pytest.raises(InputError, match=r"no .xlsx workbook"):
        Xlsx.load(path)


def test_one_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    far = HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    path = replaced(saved(tmp_path), SHEET, far.encode())
    with pytest.raises(InputError):
        Xlsx.load(path)


def test_a_damaged_part_that_reading_does_without(tmp_path: Path) -> None:
    path = replaced(saved(tmp_path), "[Content_Types].xml", b"")
    assert Xlsx.load(path) == CASE
    before = path.read_bytes()
    with pytest.raises(InputError, match="cannot be written over"):
        Xlsx.save(CASE, path)
    assert path.read_bytes() == before


def test_an_archive_of_other_things_is_not_sniffed(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    path = tmp_path / "x.docx"
    path.write_bytes(made.getvalue())
    assert not Xlsx.sniff(path)
    assert Xlsx.sniff(saved(tmp_path))


@pytest.mark.parametrize("make", [zeros, many_cells])
def test_bombs_cost_little(tmp_path: Path, make: Callable[[zipfile.ZipFile], None]) -> None:
    path = replaced(saved(tmp_path), SHEET, make)
    program = f"""
        import time
        from pathlib import Path
        from detente.errors import InputError
        from detente.formats.xlsx.workbook import Xlsx
        from tests.memory_use import peak_megabytes
        start = time.process_time()
        try:
            Xlsx.load(Path({str(path)!r}))
        except InputError:
            print(time.process_time() - start, peak_megabytes())
    """
    run = [sys.executable, "-c", textwrap.dedent(program)]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT)
    out = done.stdout.split()
    assert float(out[0]) < 2
    assert float(out[1]) < 500
