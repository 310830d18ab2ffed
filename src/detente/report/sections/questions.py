"""Section: what the analyst must find out before the answers can be relied on."""

from __future__ import annotations

from markupsafe import Markup

from detente.report import wording
from detente.report.case.view import CaseView
from detente.report.citations import shown
from detente.report.desk import Section, render


def questions(view: CaseView) -> Section | None:
    """The open questions of the case, weightiest first; None where it asks none."""
    asked = view.case.questions
    if not asked:
        return None
    waiting = [question for question in asked if not question.answered]
    body = render(
        "sections/questions.html",
        rows=[(shown(q.text), _about(view, q.about)) for q in waiting],
        answered=len(asked) - len(waiting),
    )
    return Section(
        "questions",
        "Open questions",
        "What must be found out first",
        f"{wording.counted(len(waiting), 'open question')}, the weightiest first",
        body,
        drafted=False,
        part="case",
        how="made-case",
    )


def _about(view: CaseView, about: str | None) -> Markup:
    """A link to the part of the case that a question is about: ``parties.USA``, ``positions``."""
    section, *names = (about or "").split(".")
    entries = getattr(view.case, section, None) if section else None
    if isinstance(entries, tuple) and names:
        for number, one in enumerate(entries):
            known = [getattr(one, name, None) for name in ("id", "party", "issue")]
            if all(name in known for name in names):
                return view.link(f"{section}[{number}]")
    return view.link(section)
