"""The desk an extractor works at: the document, its words, and what was found so far."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from detente.documents.document import Document
from detente.evidence.items import (
    Actor,
    Event,
    Mention,
    Quantity,
    Quotation,
    Relation,
    ReportedStatement,
    Stance,
    Term,
    TimeExpression,
)
from detente.evidence.tokens import Sentence, Token, lower_in_place, split_sentences, tokenise
from detente.types import Span

if TYPE_CHECKING:
    from detente.evidence.known_actors import KnownActor
    from detente.evidence.model import Parse


@dataclass
class Reading:
    """One document being read.

    Extractors read everything here and change nothing; :func:`detente.evidence.read.read`
    stores what each returns in the list of its name.

    Attributes
    ----------
    date : datetime.date or None
        The day that relative times count from: stated by the document or given by the
        user. None leaves weekdays weekdays.
    parse : Parse or None
        spaCy's parse, None in the rules-only pass. Extractors must work without it.
    known_actors : sequence of KnownActor
        The user's own actors, which win over what is found.
    """

    document: Document
    date: dt.date | None = None
    parse: Parse | None = None
    known_actors: Sequence[KnownActor] = ()
    actors: Sequence[Actor] = ()
    quotations: Sequence[Quotation] = ()
    reported_statements: Sequence[ReportedStatement] = ()
    quantities: Sequence[Quantity] = ()
    time_expressions: Sequence[TimeExpression] = ()
    events: Sequence[Event] = ()
    relations: Sequence[Relation] = ()
    stances: Sequence[Stance] = ()
    terms: Sequence[Term] = ()
    # What extractors that share a room work out once: by name, never part of the answer.
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False)
    _mentions: tuple[Sequence[Actor], list[tuple[Mention, Actor]], list[int]] | None = field(
        default=None, init=False, repr=False
    )

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def low(self) -> str:
        """The text in lower case, every character at its place."""
        return lower_in_place(self.text)

    def span(self, start: int, end: int) -> Span:
        """The words ``start:end``."""
        return self.document.span(start, end)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, headings and bullets included (see ``is_prose``)."""
        return split_sentences(self.document)

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences of body paragraphs: where claims are looked for."""
        return tuple(s for s in self.sentences if s.is_prose)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words and marks of the text, in order."""
        return tuple(tokenise(self.text))

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """The word of each token in lower case."""
        return tuple([t.text.lower() for t in self.tokens])

    @cached_property
    def _token_starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def tokens_between(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin in ``start:end``."""
        return self.tokens[self.tokens_in(start, end)]

    def tokens_in(self, start: int, end: int) -> slice:
        """Which tokens begin in ``start:end``, as a slice of ``tokens`` and ``lowers``."""
        low = bisect.bisect_left(self._token_starts, start)
        return slice(low, bisect.bisect_left(self._token_starts, end, low))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``."""
        i = bisect.bisect_right(self._sentence_starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].end:
            return None
        return self.sentences[i]

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id."""
        return next((a for a in self.actors if a.id == actor_id), None)

    @property
    def mentions(self) -> Sequence[tuple[Mention, Actor]]:
        """All mentions with their actors, in text order (longest first at one place)."""
        return self._index()[0]

    def mentions_between(
        self, start: int, end: int, *, places: bool = True
    ) -> Iterator[tuple[Mention, Actor]]:
        """Mentions that begin in ``start:end``; ``places=False`` leaves out mere places."""
        pairs, starts = self._index()
        low = bisect.bisect_left(starts, start)
        for i in range(low, len(pairs)):
            if starts[i] >= end:
                return
            if places or pairs[i][0].role == "actor":
                yield pairs[i]

    def mention_at(self, offset: int) -> tuple[Mention, Actor] | None:
        """The longest mention that covers ``offset``."""
        pairs, starts = self._index()
        best: tuple[Mention, Actor] | None = None
        # Mentions are short; none that begins 200 characters back can reach this far.
        low = bisect.bisect_left(starts, offset - 200)
        for i in range(low, bisect.bisect_right(starts, offset)):
            mention = pairs[i][0]
            if mention.span.end > offset and (
                best is None
                or mention.span.end - mention.span.start > best[0].span.end - best[0].span.start
            ):
                best = pairs[i]
        return best

    def _index(self) -> tuple[list[tuple[Mention, Actor]], list[int]]:
        if self._mentions is None or self._mentions[0] is not self.actors:
            pairs = [(m, a) for a in self.actors for m in a.mentions]
            pairs.sort(key=lambda p: (p[0].span.start, -p[0].span.end, p[1].id))
            self._mentions = (self.actors, pairs, [m.span.start for m, _ in pairs])
        return self._mentions[1], self._mentions[2]
