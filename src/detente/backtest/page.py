"""A backtest as one HTML page that stands alone: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from detente.backtest.pit_figure import pit_figure
from detente.backtest.scored import Backtest
from detente.backtest.sheets import WHAT, Sheet, how_it_was_done, sheets
from detente.report.desk import package_text

_FIGURE = "figure svg { max-inline-size: 100%; block-size: auto; }"
_INLINE = ' style="max-width:100%;height:auto"'
_WORDS = ("method", WHAT)


def as_html(found: Backtest) -> str:
    """The page; what comes from the data is escaped, and its policy allows only its own style."""
    style = f"{package_text('static', 'briefing.css').strip()}\n{_FIGURE}"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = f"Backtest of {found.source}"
    figure = pit_figure(found)
    parts = [
        "<!doctype html>",
        '<html lang="en" dir="ltr">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="generator" content="detente">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)} – Détente</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        '<p class="kicker"><span>Détente</span><span>Backtest</span></p>',
        f"<h1>{escape(title)}</h1>",
        f'<p class="sub">{escape(how_it_was_done(found))}</p>',
    ]
    tables = sheets(found)
    parts += [_section(number, sheet) for number, sheet in enumerate(tables, start=1)]
    if figure is not None:
        # The policy forbids styles within elements; the sheet above says the same.
        drawn = figure.replace(_INLINE, "")
        parts.append(
            f'<section class="s">{_heading(len(tables) + 1, "Where outcomes lay")}'
            '<p class="small">Share of outcomes in each tenth of the forecast, from its lowest to '
            "its highest (probability integral transform). Flat, at the dashed line, is right; "
            f"tall ends mean too sure.</p><figure>{drawn}</figure></section>"
        )
    if found.notes:
        items = "".join(f"<li>{escape(note)}</li>" for note in found.notes)
        number = len(tables) + (1 if figure is None else 2)
        head = _heading(number, "Notes")
        parts.append(f'<section class="s">{head}<ul class="small">{items}</ul></section>')
    return "\n".join([*parts, "</main>", "</body>", "</html>"]) + "\n"


def _heading(number: int, title: str) -> str:
    return f'<h2><span class="no">{number}</span><span>{escape(title)}</span></h2>'


def _section(number: int, sheet: Sheet) -> str:
    words = [column in _WORDS for column in sheet.columns]
    head = "".join(
        f'<th scope="col"{"" if left else _NUMBER}>{escape(column)}</th>'
        for column, left in zip(sheet.columns, words, strict=True)
    )
    rows = "".join(f"<tr>{_cells(row, words)}</tr>" for row in sheet.rows)
    return (
        f'<section class="s">{_heading(number, sheet.title)}'
        f'<div class="wide"><table><caption class="vh">{escape(sheet.title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f'<p class="small">{escape(sheet.note)}</p></section>'
    )


_NUMBER = ' class="num"'


def _cells(row: tuple[str, ...], words: list[bool]) -> str:
    first, *rest = row
    made = [f'<th scope="row">{escape(first)}</th>']
    made += [
        f"<td{'' if left else _NUMBER}>{escape(cell)}</td>"
        for cell, left in zip(rest, words[1:], strict=True)
    ]
    return "".join(made)
