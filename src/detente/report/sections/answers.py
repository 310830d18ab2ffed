"""Sections: the answers to the questions, each with its tables, reasons and how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.analyses.base import Analysis, Figure, Table
from detente.report import amounts, wording
from detente.report.analysis_tables import ShownTable, shown_table, slug
from detente.report.answers import PARTS, Answer, CannotAnswer
from detente.report.case.view import CaseView
from detente.report.citations import shown
from detente.report.desk import Section, render
from detente.report.embedded_svg import embedded

_MOST_REASONS = 12
# Tables of one answer that are open on the page; its others fold, and print.
_MOST_OPEN = 4
#: Headings of answers that share a part with others.
HEADINGS = {"path": "By which steps it is reached"}
_DRAWN = "probability of "


@dataclass(frozen=True)
class ShownFigure:
    """A drawing on the page with the address of its table."""

    svg: Markup
    title: str
    table: str


@dataclass(frozen=True)
class ShownAnswer:
    """An answer as the page shows it; ``why_not`` alone where there is none."""

    key: str
    heading: str
    why_not: str = ""
    answer: str = ""
    tables: tuple[ShownTable, ...] = ()
    #: Tables that an answer above has too: its address there and its title.
    again: tuple[tuple[str, str], ...] = ()
    figures: tuple[ShownFigure, ...] = ()
    reasons: tuple[tuple[Markup, Markup], ...] = ()
    more_reasons: int = 0
    warnings: tuple[str, ...] = ()
    made: Markup | None = None


def answer_sections(view: CaseView, answers: Sequence[Answer]) -> list[Section]:
    """One section a question, in their order; one without an answer says why."""
    keys = answer_keys(answers)
    return [
        _section(view, part, [(keys[at], a) for at, a in enumerate(answers) if a.part == part])
        for part in PARTS
        if any(a.part == part for a in answers)
    ]


def answer_keys(answers: Sequence[Answer]) -> list[str]:
    """A name for each answer that no other has: its part's, or with what it asked, or a number."""
    keys: list[str] = []
    for answer in answers:
        asked = answer.found.question
        key = answer.part
        if key in keys:
            key = slug(f"{answer.part}-{asked.removeprefix(_DRAWN)}")
        again, number = key, 2
        while key in keys:
            key, number = f"{again}-{number}", number + 1
        keys.append(key)
    return keys


def _section(view: CaseView, part: str, answers: list[tuple[str, Answer]]) -> Section:
    headed = part == "probability" and len(answers) > 1
    above: list[tuple[Table, str]] = []
    shown_answers = [
        _shown(view, key, a.found, above, headed=headed or n > 0)
        for n, (key, a) in enumerate(answers)
    ]
    found = [a.found for _, a in answers if isinstance(a.found, Analysis)]
    name, heading = PARTS[part]
    status = " · ".join(dict.fromkeys(_status(analysis) for analysis in found))
    if part == "probability" and found:
        status = _status_of_draws(found)
    drafted = bool(view.drafted and found)
    body = render("sections/answers.html", answers=shown_answers, part=part)
    return Section(part, name, heading, status or "not answered", body, drafted=drafted,
                   margin=drafted, part="case", how=f"made-{answers[0][0]}")  # fmt: skip


def _status(analysis: Analysis) -> str:
    parts = [f"method {analysis.method}"]
    parts.append("complete" if analysis.complete else _incomplete(analysis))
    return ", ".join(parts)


def _status_of_draws(found: Sequence[Analysis]) -> str:
    """How many draws, with which seed, and what their shares are not."""
    given = [a.parameters.get("draws") for a in found]
    draws = sorted({d for d in given if isinstance(d, int)})
    seeds = {a.parameters["seed"] for a in found if "seed" in a.parameters}
    made = [f"{draws[0]:,} to {draws[-1]:,} draws" if len(draws) > 1 else f"{draws[0]:,} draws"
            ] if draws else ["no draws"]  # fmt: skip
    made += [f"seed {seed}" for seed in sorted(map(str, seeds))]
    return f"{', '.join(made)} · shares of draws, not forecasts"


def _incomplete(analysis: Analysis) -> str:
    bound = "" if analysis.bound is None else f", proven bound {amounts.amount(analysis.bound)}"
    gap = "" if analysis.gap is None else f", gap {amounts.amount(analysis.gap)}"
    return f"not proven to be the whole answer{bound}{gap}"


def _shown(
    view: CaseView,
    key: str,
    found: Analysis | CannotAnswer,
    above: list[tuple[Table, str]],
    *,
    headed: bool,
) -> ShownAnswer:
    """An answer as the page shows it; ``above`` holds the tables shown so far, and grows."""
    heading = HEADINGS.get(found.question, _heading(found)) if headed else ""
    if isinstance(found, CannotAnswer):
        return ShownAnswer(key, heading, why_not=found.why)
    earlier = {id_: table for table, id_ in above}
    again: dict[str, str] = {}
    tables: list[ShownTable] = []
    for table in found.tables:
        same = next((id_ for id_, other in earlier.items() if other == table), None)
        if same is not None and tables:
            again[same] = table.title
        elif table.rows or table.note:
            n_open = sum(not t.folded for t in tables)
            tables.append(shown_table(view, key, table, folded=n_open >= _MOST_OPEN))
            above.append((table, tables[-1].id))
    ids = {table.id for table in tables}
    reasons = tuple(
        (shown(reason.text), Markup(", ").join(view.links(reason.about)))
        for reason in found.reasons[:_MOST_REASONS]
    )
    return ShownAnswer(
        key,
        heading,
        answer=found.answer,
        tables=tuple(tables),
        again=tuple(again.items()),
        figures=tuple(_figure(key, figure, ids) for figure in found.figures),
        reasons=reasons,
        more_reasons=len(found.reasons) - len(reasons),
        warnings=tuple(found.warnings),
        made=_made(view, found),
    )


def _heading(found: Analysis | CannotAnswer) -> str:
    return wording.sentence_case(found.question.removeprefix(_DRAWN))


def _figure(key: str, figure: Figure, tables: set[str]) -> ShownFigure:
    table = slug(f"t-{key}-{figure.table}")
    place = table if table in tables else f"made-{key}"
    return ShownFigure(embedded(figure.svg, slug(f"f-{key}-{figure.name}")), figure.title, place)


def _made(view: CaseView, found: Analysis) -> Markup:
    """Method, source, parameters and what of the case it looked at."""
    told = ", ".join(f"{name} {_told(value)}" for name, value in found.parameters.items())
    parameters = Markup("parameters: <bdi>{}</bdi>").format(shown(told)) if told else (
        Markup("no parameters")
    )  # fmt: skip
    sections = [s for s in ("parties", "issues", "positions", "red_lines", "levers", "moves",
                            "preferences", "status_quo") if getattr(view.case, s)]  # fmt: skip
    inputs = Markup(", ").join(
        Markup('<a href="#case-{}">{}</a>').format(s, s.replace("_", " ")) for s in sections
    )
    return Markup("Method {} <bdi>({})</bdi>; {}. Inputs: {}; case sha256 {}….").format(
        found.method, shown(found.source), parameters, inputs or "none", found.case_sha256[:12]
    )


def _told(value: object) -> str:
    if value in (None, "", (), []):
        return "not given"
    if isinstance(value, list | tuple):
        return " ".join(str(v) for v in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
