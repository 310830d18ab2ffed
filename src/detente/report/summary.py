"""The answers in at most 120 words, each clause with a link to what it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from detente.analyses.base import Analysis
from detente.report import amounts, wording
from detente.report.analysis_tables import slug
from detente.report.answers import PARTS, Answer
from detente.report.citations import shown
from detente.report.sections.answers import answer_keys

MOST_WORDS = 120
# A sentence that is longer than this is left to its section; it is never cut.
_LONG = 30
_OPENING = "If the record held:"
_DRAFTED = "The inputs are drafted; no one has accepted them."
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"“A-Z0-9])")


def summary(
    answers: Sequence[Answer], numbers: Mapping[str, int], *, drafted: bool, asked: bool
) -> Markup | None:
    """The sentences; None where nothing was asked. ``numbers`` holds the section of each part.

    ``drafted`` says that inputs wait for a person, ``asked`` that the page has open questions.
    What does not fit is named with its section, never cut.
    """
    if not answers:
        return None
    keys = answer_keys(answers)
    found = [(k, a) for k, a in zip(keys, answers, strict=True) if isinstance(a.found, Analysis)]
    missing = [p for p in PARTS if any(a.part == p for a in answers)
               and not any(a.part == p for _, a in found)]  # fmt: skip
    tail = _missing(missing, numbers, nothing=not found)
    if drafted and found:
        place = "questions" if asked else "positions"
        tail.append(Markup('{} <a href="#{}">{}</a>.').format(_DRAFTED, place, place.title()))
    opening = "In short:" if not drafted else _OPENING
    left = MOST_WORDS - _words(opening) - sum(_words(part.striptags()) for part in tail)
    said: list[Markup] = []
    for key, answer in found:
        assert isinstance(answer.found, Analysis)
        first = next((t for t in answer.found.tables if t.rows or t.note), None)
        place = f"made-{key}" if first is None else slug(f"t-{key}-{first.name}")
        text = _clause(answer.found)
        link = Markup('<a href="#{}">Section {}</a>').format(place, numbers[answer.part])
        size = _words(text) + 2
        if text and size <= left:
            said.append(Markup("<bdi>{}</bdi> {}.").format(shown(text), link))
            left -= size
    parts = [*said, *tail]
    if not parts:
        return None
    return Markup("<strong>{}</strong> {}").format(opening, Markup(" ").join(parts))


def _missing(parts: Sequence[str], numbers: Mapping[str, int], *, nothing: bool) -> list[Markup]:
    if not parts:
        return []
    links = [Markup('<a href="#{}">{}</a>').format(part, PARTS[part][0].lower()) for part in parts]
    told = Markup(", ").join(links)
    lead = "No question can be answered yet" if nothing else "Not answered"
    return [Markup("{}: {}.").format(lead, told)]


def _words(text: str) -> int:
    return len(text.split())


def _clause(analysis: Analysis) -> str:
    made = _CLAUSES.get(analysis.question)
    text = made(analysis) if made is not None else None
    return text if text is not None else first_sentence(analysis.answer)


def first_sentence(answer: str) -> str:
    """The first sentence of an answer; empty where it is too long to be quoted."""
    first = _SENTENCE.split(answer.strip(), maxsplit=1)[0]
    return first if len(first.split()) <= _LONG else ""


def _pressure(analysis: Analysis) -> str | None:
    """The least and the greatest place at which an issue settles."""
    table = next((t for t in analysis.tables if t.name == "settlement"), None)
    if table is None or table.left_out or not {"issue", "settlement"} <= set(table.columns):
        return None
    parties = table.column("parties") if "parties" in table.columns else [None] * len(table.rows)
    placed = [
        (place, str(issue), count)
        for issue, place, count in zip(
            table.column("issue"), table.column("settlement"), parties, strict=True
        )
        if isinstance(place, float | int)
    ]
    # Where one party alone has a place nothing balances: it is where that party stands.
    settled = [(place, issue) for place, issue, count in placed if count != 1]
    if not settled:
        alone = len(placed)
        issues = f"“{placed[0][1]}”" if alone == 1 else f"{wording.number(alone)} issues"
        return f"On {issues} only one party has a place: nothing to weigh." if placed else None
    (low, least), (high, most) = min(settled), max(settled)
    text = f"By weight positions balance at {amounts.amount(low)} of 100 on “{least}”"
    if len(settled) > 1:
        between = ", between on the others" if len(settled) > 2 else ""
        text += f", at {amounts.amount(high)} on “{most}”{between}"
    return f"{text}."


def _blocks(analysis: Analysis) -> str | None:
    """How many smallest sets there are, and how many ways to open a deal."""
    sets = next((t for t in analysis.tables if t.name == "blocking"), None)
    ways = next((t for t in analysis.tables if t.name == "relaxing"), None)
    if sets is None or ways is None or not analysis.complete:
        return None
    n_sets, n_ways = len(sets.rows) + sets.left_out, len(ways.rows) + ways.left_out
    each = "set of red lines leaves" if n_sets == 1 else "smallest sets of red lines leave"
    ways_said = "change opens" if n_ways == 1 else "changes each open"
    head = wording.sentence_case(wording.number(n_sets))
    return f"{head} {each} no package; {wording.number(n_ways)} least {ways_said} one."


def _stability(analysis: Analysis) -> str | None:
    """How many states hold, and whether the present is one of them."""
    table = next((t for t in analysis.tables if t.name == "equilibria"), None)
    if table is None or "status quo" not in table.columns:
        return None
    count = len(table.rows) + table.left_out
    if not count:
        return "No state holds for every party."
    what = "state holds" if count == 1 else "states hold"
    now = any(value is True for value in table.column("status quo"))
    if not now and table.left_out:
        return None
    head = wording.sentence_case(wording.number(count))
    present = "the present is one of them" if now else "the present is not among them"
    return f"{head} {what} for every party in some sense; {present}."


def _path(analysis: Analysis) -> str | None:
    """How many lasting states can be walked to, and whether someone must first lose by it."""
    table = next((t for t in analysis.tables if t.name == "paths"), None)
    if table is None or table.left_out or not {"to", "losing steps"} <= set(table.columns):
        return None
    least: dict[str, int] = {}
    for to, losing in zip(table.column("to"), table.column("losing steps"), strict=True):
        if not isinstance(losing, int):
            return None
        least[str(to)] = min(losing, least.get(str(to), losing))
    if not least:
        return None
    free = sum(losing == 0 for losing in least.values())
    rest = len(least) - free
    others = f", {wording.number(rest)} only if someone loses by a step" if rest else ""
    return (
        f"Of the lasting states {wording.number(free)} can be reached by steps that each mover "
        f"gains from{others}."
    )


_CLAUSES: dict[str, Callable[[Analysis], str | None]] = {
    "pressure": _pressure,
    "blocks": _blocks,
    "stability": _stability,
    "path": _path,
}
