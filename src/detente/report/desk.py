"""What every section of the briefing works with: the ledger, the citations, the templates."""

from __future__ import annotations

import importlib.resources
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import jinja2
from markupsafe import Markup, escape

from detente.evidence.items import Event, Quantity
from detente.evidence.ledger import Ledger
from detente.findings import Finding
from detente.report import wording
from detente.report.citations import Citations, shown
from detente.report.clause_words import ClauseWords
from detente.report.finding_marks import FindingMarks
from detente.report.naming import actor_name
from detente.report.tellings import Tellings
from detente.types import Span


def _finalize(value: object) -> object:
    """Text that goes into the page as it is: never markup unless it was made as markup."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def package_text(*parts: str) -> str:
    """A file of the package's ``templates`` or ``static`` folder."""
    return importlib.resources.files("detente.report").joinpath(*parts).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: package_text("templates", *name.split("/"))),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters["spaced"] = wording.spaced
    environment.filters["sentence_case"] = wording.sentence_case
    environment.filters["plain"] = wording.plain
    return environment


def render(template: str, **values: Any) -> Markup:
    """A template of the package filled with ``values``; everything in it is escaped."""
    return Markup(_environment().get_template(template).render(**values).strip())


@dataclass(frozen=True)
class Section:
    """One numbered part of the briefing. ``name`` is short, for the bar; ``heading`` is its h2.

    ``part`` is what it belongs to: the record, the case and its answers, or how all was made.
    ``margin`` draws the dashed line along what a program drafted. ``how`` is the place that
    says how the numbers of the status line were made.
    """

    id: str
    name: str
    heading: str
    status: str
    body: Markup
    drafted: bool = True
    margin: bool = False
    part: str = "record"
    how: str = "method"


@dataclass(frozen=True)
class Desk:
    """The ledger with its citations. ``findings`` is None where no checks were run."""

    ledger: Ledger
    findings: Sequence[Finding] | None = None
    cite: Citations = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cite", Citations(self.ledger))

    def name(self, actor_id: str | None, unknown: str = "party not stated") -> Markup:
        """The actor's name, isolated from the direction of what surrounds it.

        ``unknown`` where neither the ledger nor the reference tables know the id.
        """
        name = actor_name(self.ledger, actor_id)
        return escape(unknown) if name is None else Markup("<bdi>{}</bdi>").format(shown(name))

    def names(self, actor_ids: Sequence[str], unknown: str) -> Markup:
        """Names parted by commas."""
        known = [a for a in actor_ids if actor_name(self.ledger, a) is not None]
        return Markup(", ").join(self.name(a) for a in known) if known else escape(unknown)

    @cached_property
    def clauses(self) -> ClauseWords:
        """The words around triggers and terms."""
        return ClauseWords(self.ledger)

    @cached_property
    def marks(self) -> FindingMarks:
        """The marks of findings beside what they rest on."""
        return FindingMarks(self.ledger, self.findings or ())

    @cached_property
    def events(self) -> Tellings[Event]:
        """The events, told once or more."""
        return Tellings(self.ledger.events)

    @cached_property
    def figures(self) -> Tellings[Quantity]:
        """The figures, told once or more."""
        return Tellings(self.ledger.quantities)

    @cached_property
    def speakers(self) -> tuple[str | None, ...]:
        """Who speaks in each quotation and reported statement; None where nobody was found."""
        said = [q.speaker for q in self.ledger.quotations]
        return (*said, *(r.speaker for r in self.ledger.reported_statements))

    def order(self, document_id: str, span: Span) -> tuple[int, int, int]:
        """Sorts by document, then by place."""
        return (self.cite.index(document_id), span.start, span.end)

    def quantity(self, item_id: str | None) -> Quantity | None:
        """The figure of that id."""
        return self._quantities.get(item_id) if item_id is not None else None

    @cached_property
    def _quantities(self) -> dict[str, Quantity]:
        return {q.id: q for q in self.ledger.quantities}

    def source(self, item: Quantity) -> Markup:
        """Who stands behind a figure, innermost first; ``none given`` where nobody is named.

        Any telling of the figure may name its source.
        """
        told = next((q for q in self.figures.of(item) if _attributed(q)), None)
        if told is None:
            return Markup('<span class="none">none given</span>')
        chain = [a for a in told.attribution if a] or ([told.source] if told.source else [])
        known = [a for a in chain if actor_name(self.ledger, a) is not None]
        if not known:
            span = told.source_span
            return (
                escape("not a named actor") if span is None else self.cite.bare(told.document, span)
            )
        named = self.name(known[-1])
        if len(known) == 1:
            return named
        said_by = Markup(", cited by ").join(self.name(a) for a in reversed(known[:-1]))
        return Markup("{} <small>cited by {}</small>").format(named, said_by)

    def has_source(self, item: Quantity) -> bool:
        """True if somebody is named behind the figure, wherever it is told."""
        return any(_attributed(q) for q in self.figures.of(item))


def _attributed(item: Quantity) -> bool:
    return bool(item.source or item.source_span or any(item.attribution))
