"""Analyses as people read them: lines of text, or a piece of HTML."""

from __future__ import annotations

import textwrap
import unicodedata
from html import escape

from detente.analyses.base import Analysis, Cell, Table

_WIDE = 100
# A cell is cut here: where a table has few columns there is room for more.
_CELL, _CELL_OF_FEW, _FEW = 44, 70, 5
_ROWS = 40


def as_text(analysis: Analysis) -> str:
    """The answer, tables, reasons and warnings, for a terminal."""
    parts = [f"{analysis.case_title}: {analysis.question}", _filled(analysis.answer)]
    parts += [_table(table) for table in analysis.tables if _told(table)]
    if analysis.reasons:
        parts.append("Why\n" + "\n".join(_item(reason.text) for reason in analysis.reasons))
    if not analysis.complete:
        parts.append(_filled(_incomplete(analysis)))
    if analysis.warnings:
        parts.append("Mind\n" + "\n".join(_item(line) for line in analysis.warnings))
    parts.append(
        _filled(f"Method: {analysis.method} ({analysis.source}). Case {analysis.case_sha256[:12]}.")
    )
    return "\n\n".join(parts)


def _told(table: Table) -> bool:
    return not table.detail and bool(table.rows or table.note)


def _incomplete(analysis: Analysis) -> str:
    bound = "" if analysis.bound is None else f" Proven bound: {analysis.bound:g}."
    gap = "" if analysis.gap is None else f" Gap: {analysis.gap:g}."
    return f"Not proven to be the whole answer.{bound}{gap}"


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDE, break_long_words=False, break_on_hyphens=False)


def _item(text: str) -> str:
    return textwrap.fill(
        text,
        _WIDE,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _table(table: Table) -> str:
    rows = [[written(cell) for cell in row] for row in table.rows[:_ROWS]]
    most = _CELL_OF_FEW if len(table.columns) <= _FEW else _CELL
    rows = [[c if _width(c) <= most else c[: most - 1] + "…" for c in row] for row in rows]
    lines = [table.title]
    if rows:
        every = [list(table.columns), *rows]
        widths = [max(_width(row[i]) for row in every) for i in range(len(table.columns))]
        right = [
            all(isinstance(r[i], int | float) and not isinstance(r[i], bool) for r in table.rows)
            for i in range(len(table.columns))
        ]
        lines += [
            "  "
            + "  ".join(
                _padded(cell, wide, left)
                for cell, wide, left in zip(row, widths, right, strict=True)
            ).rstrip()
            for row in every
        ]
    left_out = table.left_out + len(table.rows) - len(rows)
    if left_out:
        lines.append(f"  ... and {left_out:,} more (--json has what fits)")
    if table.note:
        lines.append(textwrap.indent(_filled(table.note), "  "))
    return "\n".join(lines)


def written(cell: Cell) -> str:
    """A cell as people read it; what is not known is a dash."""
    if cell is None:
        return "–"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _padded(text: str, wide: int, right: bool) -> str:
    space = " " * (wide - _width(text))
    return space + text if right else text + space


def as_html(analysis: Analysis) -> str:
    """A piece of a page: the answer, drawings, tables, reasons and warnings; no scripts."""
    made = [
        '<section class="detente-analysis">',
        f"<h3>{escape(analysis.case_title)}: {escape(analysis.question)}</h3>",
        f"<p>{escape(analysis.answer)}</p>",
    ]
    made += [f"<figure>{figure.svg}</figure>" for figure in analysis.figures]
    made += [_html_table(table) for table in analysis.tables if table.rows or table.note]
    for title, lines in (
        ("Why", [reason.text for reason in analysis.reasons]),
        ("Mind", [*([] if analysis.complete else [_incomplete(analysis)]), *analysis.warnings]),
    ):
        if lines:
            items = "".join(f"<li>{escape(line)}</li>" for line in lines)
            made.append(f"<h4>{title}</h4><ul>{items}</ul>")
    made.append(
        f"<p><small>Method: {escape(analysis.method)} ({escape(analysis.source)}). "
        f"Case {escape(analysis.case_sha256[:12])}.</small></p></section>"
    )
    return "\n".join(made)


def _html_table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(written(cell))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    more = f"<p>… and {table.left_out:,} more</p>" if table.left_out else ""
    note = f"<p><small>{escape(table.note)}</small></p>" if table.note else ""
    whole = (
        f"<table><caption>{escape(table.title)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>{more}{note}"
    )
    if not table.detail:
        return whole
    return f"<details><summary>{escape(table.title)}</summary>{whole}</details>"
