"""A case as the page shows it: an address for each entry, and what each rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markupsafe import Markup

from detente.case.case import Case
from detente.case.case_record import entries_of
from detente.case.citation import Citation
from detente.case.drafts import drafts
from detente.case.entry import Entry
from detente.report.citations import Citations, shown
from detente.types import Span

#: The lists of a case that the page shows, in this order, and what one entry is called.
SHOWN: dict[str, str] = {
    "parties": "party",
    "issues": "issue",
    "positions": "position of",
    "utilities": "points of",
    "red_lines": "red line",
    "links": "link",
    "levers": "lever",
    "moves": "move",
    "bans": "ban on",
    "preferences": "preferences of",
    "attempts": "earlier attempt",
}
#: The parts that are there once.
SINGLE: dict[str, str] = {
    "acceptance": "acceptance rule",
    "status_quo": "status quo",
    "reference_point": "what holds if the talks fail",
    "graph": "graph of states",
    "infeasible": "moves that cannot go together",
}
_PATH = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")
# A longer quotation is left to its place in the source; it is never cut.
_LONG = 140
_MOST_PLACES = 6
BY_HAND = "entered by hand, no evidence"


@dataclass(frozen=True)
class CaseView:
    """The case with its addresses. ``cite`` makes links into the documents of this run."""

    case: Case
    cite: Citations | None = None
    _documents: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        read = () if self.cite is None else self.cite.ledger.documents
        by_text = {document.text_sha256: document.id for document in read}
        object.__setattr__(self, "_documents", by_text)

    def anchor(self, path: str) -> str:
        """The id on the page of the entry that a path such as ``parties[1].alternative`` is in."""
        found = _PATH.match(path)
        name = found.group(1) if found else ""
        if found and name in SHOWN and found.group(2) is not None:
            number = int(found.group(2))
            if number < len(getattr(self.case, name)):
                return f"case-{name}-{number}"
        there = name in SHOWN or name in SINGLE
        return f"case-{name}" if there and getattr(self.case, name) else "positions"

    def label(self, path: str) -> str:
        """What the entry at a path is called."""
        found = _PATH.match(path)
        name = found.group(1) if found else ""
        if not found or name not in SHOWN or found.group(2) is None:
            return SINGLE.get(name, name.replace("_", " ") or "the case")
        number, kind = int(found.group(2)), SHOWN[name]
        entries = getattr(self.case, name)
        if number >= len(entries):
            return kind
        entry = entries[number]
        if name == "parties":
            tail = " (alternative)" if "alternative" in path else ""
            return f"{entry.name}{tail}"
        if name in ("positions", "utilities"):
            return f"{kind} {self.party(entry.party)} on {self.issue(entry.issue)}"
        if name == "preferences":
            return f"{kind} {self.party(entry.party)}"
        if name in ("issues", "attempts"):
            return f"{kind} {entry.name}"
        return f"{kind} {entry.move if name == 'bans' else entry.id}"

    def link(self, path: str) -> Markup:
        """A link to the entry at a path."""
        return Markup('<a href="#{}"><bdi>{}</bdi></a>').format(
            self.anchor(path), shown(self.label(path))
        )

    def links(self, paths: Iterable[str]) -> list[Markup]:
        """Links to the entries at paths, each once."""
        return list(dict.fromkeys(self.link(path) for path in paths))

    def party(self, id_: str) -> str:
        """The name of a party; its id where the case has no such party."""
        return self._parties.get(id_, id_)

    def issue(self, id_: str) -> str:
        """The name of an issue; its id where the case has no such issue."""
        return self._issues.get(id_, id_)

    def option(self, issue: str, id_: str) -> str:
        """The name of an option; its id where the issue has no such option."""
        return self._options.get((issue, id_), id_)

    @cached_property
    def _parties(self) -> dict[str, str]:
        return {party.id: party.name for party in reversed(self.case.parties)}

    @cached_property
    def _issues(self) -> dict[str, str]:
        return {issue.id: issue.name for issue in reversed(self.case.issues)}

    @cached_property
    def _options(self) -> dict[tuple[str, str], str]:
        return {(i.id, o.id): o.name for i in self.case.issues for o in i.options}

    @cached_property
    def called(self) -> dict[str, str]:
        """Paths by what a table may call an entry: ids and names, where only one entry has it."""
        found: dict[str, set[str]] = {}
        for section in ("parties", "issues", "red_lines", "levers", "moves"):
            for number, entry in enumerate(getattr(self.case, section)):
                path = f"{section}[{number}]"
                names = {entry.id, getattr(entry, "name", entry.id)}
                if section == "parties":
                    names.add(f"{entry.id}:alternative")
                for name in names:
                    found.setdefault(name, set()).add(path)
        for number, citation in enumerate(self.case.evidence):
            found.setdefault(citation.id, set()).add(f"evidence[{number}]")
        return {name: min(paths) for name, paths in found.items() if len(paths) == 1}

    @cached_property
    def _evidence(self) -> dict[str, tuple[int, Citation]]:
        return {c.id: (number, c) for number, c in enumerate(self.case.evidence)}

    @cached_property
    def drafted(self) -> int:
        """How many drafts no person has accepted; what stands inside a draft is part of it."""
        return sum(1 for _ in drafts(self.case))

    @cached_property
    def entries(self) -> int:
        """How many entries the case has."""
        return sum(1 for _ in entries_of(self.case))

    def is_draft(self, part: Any) -> bool:
        """True if the entry or anything in it waits for a person to accept it."""
        return any(entry.draft for _, entry in entries_of(part))

    def rests_on(self, part: Any) -> Markup:
        """What an entry and everything in it rest on: words, sources, a basis, or nothing."""
        entries = [entry for _, entry in entries_of(part)]
        ids = list(dict.fromkeys(id_ for entry in entries for id_ in entry.evidence))
        words = [self._words(c, first=not n) for n, c in enumerate(self._of_documents(ids))]
        words = [*words[:_MOST_PLACES], *_more(len(words) - _MOST_PLACES)]
        sources = [self.evidence_link(id_) for id_ in ids if not self._in_documents(id_)]
        basis = dict.fromkeys(entry.basis for entry in entries if entry.basis)
        told = [Markup("basis: <bdi>{}</bdi>").format(shown(text)) for text in basis]
        parts = [*words, *sources, *told]
        if parts:
            return Markup(", ").join(parts)
        return Markup("drafted, no words") if _any_draft(entries) else Markup(BY_HAND)

    def evidence_link(self, id_: str) -> Markup:
        """A link to a source in the list of sources, or the words where they were read."""
        if id_ not in self._evidence:
            return shown(id_)
        number, citation = self._evidence[id_]
        if self._in_documents(id_):
            return self._words(citation, first=False)
        return Markup('<a href="#case-evidence-{}"><bdi>{}</bdi></a>').format(number, shown(id_))

    def unread(self) -> list[tuple[int, Citation]]:
        """The evidence that is not words of a document of this run, with its number."""
        return [(n, c) for n, c in enumerate(self.case.evidence) if not self._in_documents(c.id)]

    def _in_documents(self, id_: str) -> bool:
        return id_ in self._evidence and self._evidence[id_][1].document in self._documents

    def _of_documents(self, ids: Iterable[str]) -> list[Citation]:
        return [self._evidence[id_][1] for id_ in ids if self._in_documents(id_)]

    def _words(self, citation: Citation, *, first: bool) -> Markup:
        """The exact words, or only their place where others were quoted or they are long."""
        assert self.cite is not None
        assert citation.document is not None
        assert citation.start is not None
        assert citation.end is not None
        document = self.cite.ledger.document(self._documents[citation.document])
        span = Span(citation.start, citation.end, document.text[citation.start : citation.end])
        if first and len(span.text) <= _LONG:
            return Markup('<span class="quote">{}</span>').format(
                self.cite.words(document.id, span)
            )
        place = self.cite.place(document, span.start) or "words"
        return Markup('<a {}><span class="loc">{}</span></a>').format(
            self.cite.attributes(document.id, span), place
        )


def _more(count: int) -> list[Markup]:
    return [Markup("and {} more").format(count)] if count > 0 else []


def _any_draft(entries: Iterable[Entry]) -> bool:
    return any(entry.draft for entry in entries)
