"""Two cases beside each other: what is different, and what that does to every answer."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analyses.base import Analysis, Cell, Reason, Table
from detente.analyses.packages.wording import listed, number_of
from detente.case.case import Case
from detente.comparing.answers import Both, answers
from detente.comparing.changes import Change, changes
from detente.comparing.effects import Effect, effect_on
from detente.comparing.package_changes import fallen_and_new

_MOST = 60
_NAMED = 5


def diff(
    before: Case,
    after: Case,
    *,
    names: tuple[str, str] = ("before", "after"),
    ask: str | None = None,
    views: bool = False,
) -> Analysis:
    """Compare two cases, entry by entry and answer by answer.

    Parameters
    ----------
    before, after : Case
    names : tuple of str
        What the two are called in headings.
    ask : str, optional
        The one question to look at; all that both can be asked by default.
    views : bool
        True for two views of one case, whose perspectives are not compared.

    Returns
    -------
    Analysis
        Of the question ``comparison``, with tables ``changes``, ``records`` (what entries rest
        on), ``answers``, ``effects`` and, where it can be told, ``packages``.

    Raises
    ------
    InputError
        If nothing answers the question.
    UnsuitableCase
        If neither case can be asked it.
    """
    found = [c for c in changes(before, after) if not (views and c.entry.startswith("perspective"))]
    both = answers(before, after, ask)
    effects = {
        one.question: effect_on(one.before, one.after)
        for one in both
        if one.before is not None and one.after is not None
    }
    extra: list[Table] = []
    if "packages" in effects:
        fallen = fallen_and_new(before, after)
        effects["packages"].sentences += fallen.sentences
        if fallen.table is not None:
            extra.append(fallen.table)
    tables = [
        _changes_table([c for c in found if not c.record], names),
        _answers_table(both, effects, names),
        _effects_table(effects, names),
        *extra,
        _records_table([c for c in found if c.record], names),
    ]
    return Analysis(
        question="comparison",
        method="diff",
        source="entries by id; answers by the headline method of each question",
        parameters={
            "before": names[0],
            "after": names[1],
            "before sha256": before.sha256,
            "after sha256": after.sha256,
            "ask": ask,
        },
        case_title=_title(before, after, names),
        case_sha256=after.sha256,
        answer=_answer(found, both, effects),
        tables=tuple(tables),
        warnings=tuple(
            f"{one.question} can be asked of one only: {one.why_not}" for one in both if one.why_not
        ),
        reasons=tuple(
            Reason(f"{question}: {text}", tuple(c.path_after or c.path_before for c in found[:20]))
            for question, effect in effects.items()
            for text in effect.sentences
        ),
    )


def _title(before: Case, after: Case, names: tuple[str, str]) -> str:
    if before.title == after.title:
        return f"{before.title}, {names[0]} and {names[1]}"
    return f"{before.title} ({names[0]}) and {after.title} ({names[1]})"


def _answer(found: Sequence[Change], both: Sequence[Both], effects: dict[str, Effect]) -> str:
    content = [c for c in found if not c.record]
    if not content:
        what = "The two say the same of the negotiation"
        records = len(found)
        text = f"{what}; only what entries rest on differs ({records})." if records else f"{what}."
    else:
        entries = list(dict.fromkeys(c.entry for c in content))
        more = len(entries) - _NAMED
        told = listed([*entries[:_NAMED], *([f"{more} more"] if more > 0 else [])])
        text = f"{number_of(len(content), 'difference')}: {told}."
    moved = [q for q, effect in effects.items() if effect.rows or effect.sentences]
    same = [q for q in effects if q not in moved]
    if moved:
        text += f" Other answers to {listed(moved)}."
        headlines = [effects[q].sentences[0] for q in moved if effects[q].sentences]
        text += "".join(f" {line}" for line in headlines[:3])
    if same:
        text += f" The same answers to {listed(same)}."
    if not both:
        text += " Neither can be asked any question."
    return text


def _changes_table(found: Sequence[Change], names: tuple[str, str]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            f"{c.entry}: {c.field}" if c.field else f"{c.entry} {c.what}",
            c.before or None,
            c.after or None,
            _path(c),
        )
        for c in found
    ]
    return Table(
        "changes",
        "What is different",
        ("what", *_columns(names), "path"),
        tuple(rows[:_MOST]),
        "" if rows else "Nothing that the negotiation consists of.",
        left_out=max(0, len(rows) - _MOST),
    )


def _records_table(found: Sequence[Change], names: tuple[str, str]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (f"{c.entry}: {c.field}" if c.field else f"{c.entry} {c.what}", c.before or None,
         c.after or None, _path(c))
        for c in found
    ]  # fmt: skip
    return Table(
        "records",
        "What entries rest on, and how the cases were made",
        ("what", *_columns(names), "path"),
        tuple(rows),
        detail=True,
    )


def _path(change: Change) -> str:
    one, other = change.path_before, change.path_after
    return one if one == other else " → ".join(p for p in (one, other) if p)


def _columns(names: tuple[str, str]) -> tuple[str, str]:
    # Two columns of one name could not be told apart.
    return names if names[0] != names[1] else (f"{names[0]} (1)", f"{names[1]} (2)")


def _answers_table(
    both: Sequence[Both], effects: dict[str, Effect], names: tuple[str, str]
) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in both:
        effect = effects.get(one.question)
        changed = effect is None or bool(effect.rows or effect.sentences)
        told = (a.answer if a else "cannot be asked" for a in (one.before, one.after))
        rows.append((one.question, changed, *told))
    return Table(
        "answers",
        "The answers in full",
        ("question", "different", *_columns(names)),
        tuple(rows),
        detail=True,
    )


def _effects_table(effects: dict[str, Effect], names: tuple[str, str]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (question, *row) for question, effect in effects.items() for row in effect.rows
    ]
    return Table(
        "effects",
        "What that does to the answers",
        ("question", "what", *_columns(names)),
        tuple(rows[:_MOST]),
        "" if rows else "No answer is different.",
        left_out=max(0, len(rows) - _MOST),
    )
