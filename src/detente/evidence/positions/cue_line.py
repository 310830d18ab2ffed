"""A sentence or a quotation laid out in words, and the clause round a cue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from detente.evidence.positions.cue_words import (
    AUXILIARIES,
    CONTRAST,
    DETERMINERS,
    MODALS,
    PAST,
    PREPOSITIONS,
    all_forms,
    is_adverb,
    looks_like_verb,
)
from detente.evidence.positions.verb_group import MARKS, REACH, VerbGroup, verb_group
from detente.evidence.tokens import Token

if TYPE_CHECKING:
    from detente.evidence.positions.cue_page import Page

_CLAUSE_OPENERS = frozenset("that because if when since unless until so which who although".split())
DASHES = frozenset("—–")
# Verbs of taking a stand or putting a term; those whose third person is a plural noun too
# ("demands") count in the past tense only.
_PREDICATES = frozenset(
    form
    for form in all_forms(
        """urge warn accuse reject welcome insist express stress reiterate condemn commend reaffirm
        propose agree say add ask tell vow threaten deny want seek refuse criticise criticize
        denounce dismiss oppose endorse emphasise emphasize underline acknowledge commit"""
    )
    if form.endswith(("s", "ed"))
) | frozenset(
    """demanded offered called pledged promised praised backed supported voiced claimed blamed
    said told made gave""".split()
)
# What follows the verb of a predicate, and never the participle of a noun phrase.
_AFTER_VERBS = DETERMINERS | frozenset(
    "that to for on upon in with it him them us by against at from about not".split()
)
_REPORTING = frozenset(
    "said says told warned added argued explained stressed announced insisted noted wrote".split()
)


class Line:
    """The words of ``start:end``; ``quoted`` marks those inside full quotations."""

    def __init__(self, page: Page, start: int, end: int, *, quoted: bool = False) -> None:
        self.page = page
        self.reading = page.reading
        self.start = start
        self.end = end
        here = self.reading.tokens_in(start, end)
        self.tokens: Sequence[Token] = self.reading.tokens[here]
        self.words: tuple[str, ...] = page.words[here]
        self._is_quotation = quoted

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _quotation_of(self) -> tuple[int, ...]:
        """For each word the start of the full quotation that it stands in, or -1."""
        if self._is_quotation:
            return (0,) * len(self.words)
        if not self.page.holds_quotations(self.start, self.end):
            return (-1,) * len(self.words)
        out = []
        for token in self.tokens:
            quotation = self.page.quotation_at(token.start)
            out.append(-1 if quotation is None else quotation.span.start)
        return tuple(out)

    def in_quotation(self, i: int) -> bool:
        """True if word ``i`` stands in a full quotation that this line is not itself."""
        return not self._is_quotation and self._quotation_of[i] >= 0

    def speaks(self, i: int) -> bool:
        """True if word ``i`` is said by somebody: in a quotation, or all of this line is."""
        return self._is_quotation or self._quotation_of[i] >= 0

    @property
    def is_question(self) -> bool:
        """True for a sentence that asks: it asserts nothing."""
        return "?" in self.words[-2:]

    def word(self, i: int) -> str:
        """Word ``i`` in lower case, empty outside the line."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def index_at(self, offset: int) -> int:
        """The index of the first word that ends after ``offset``."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def verb_group(self, i: int) -> VerbGroup:
        """The verb group that ends with the verb at word ``i``."""
        return verb_group(self.words, i)

    def clause_end(self, i: int) -> int:
        """The index after the last word of the clause that word ``i`` stands in."""
        n = min(len(self.words), i + REACH)
        own = self._quotation_of[i] if i < len(self.words) else -1
        for k in range(i + 1, n):
            word = self.words[k]
            if self._quotation_of[k] != own:
                n = k
                break
            if word in ";:()[]" or word in DASHES:
                n = k
                break
            if (word in CONTRAST and word != "yet") or word in ("because", "although", "whose"):
                n = k
                break
            if word == "and" and (self._begins_clause(k, n) or self._begins_predicate(k, i)):
                n = k
                break
            if word == "," and k + 1 < n and self._comma_ends(k):
                n = k
                break
            if word in ".!?" and k + 1 < n and self._sentence_begins(k + 1):
                n = k
                break
        return self._trimmed(i, n)

    def _trimmed(self, i: int, n: int) -> int:
        """Without marks at the end, but with the closing mark of a quoted phrase."""
        while n > i + 1 and self.words[n - 1] in MARKS:
            closes = self.words[n - 1] in '”"»' and not self._is_quotation
            if closes and self._quotation_of[n - 1] < 0:
                break
            n -= 1
        return n

    def _sentence_begins(self, k: int) -> bool:
        """A quotation's line may hold several sentences; *J.* in a name ends none."""
        start = self.tokens[k].start
        sentence = self.reading.sentence_at(start)
        return sentence is not None and sentence.start == start

    def _comma_ends(self, k: int) -> bool:
        after = self.words[k + 1]
        if self._quotation_of[k + 1] != self._quotation_of[k] or self._reports(k + 1):
            return True
        if after == "nor":
            return True
        if after in ("and", "or"):
            # ", and X said" begins a clause; ", and Z" ends a list.
            return any(looks_like_verb(self.word(j)) for j in range(k + 2, k + 6))
        if after in DETERMINERS or after in ("such", "like", "including"):
            return False
        if after in PREPOSITIONS:
            return after in ("as", "after", "before", "since", "amid", "despite", "under", "with")
        if after in (
            "who",
            "which",
            "where",
            "when",
            "if",
            "so",
            "saying",
            "though",
            "then",
            "said",
        ):
            return True
        if after.endswith("ing"):
            return after not in ("during", "nothing", "everything")
        return self._names_new_subject(k + 1)

    def _begins_clause(self, k: int, n: int) -> bool:
        return k + 1 < n and not self._joins_names(k) and self._names_new_subject(k + 1)

    def _begins_predicate(self, k: int, cue: int) -> bool:
        """*praised the talks and urged …*: a second verb of the same subject."""
        j = k + 1
        while is_adverb(self.word(j)):
            j += 1
        word, after = self.word(j), self.word(j + 1)
        if word in _PREDICATES:
            return k > cue + 1
        if not (word.endswith("ed") and len(word) > 4) or k == cue + 1:
            return False
        return after in _AFTER_VERBS or self._named_at(j + 1)

    def _named_at(self, k: int) -> bool:
        return k < len(self) and self.reading.mention_at(self.tokens[k].start) is not None

    def _reports(self, k: int) -> bool:
        """*…, a diplomat said on Monday, …*: who says so stands between two commas."""
        for j in range(k, min(k + 9, len(self))):
            if self.words[j] == "," or self.words[j] in MARKS:
                return False
            if self.words[j] in _REPORTING or (
                self.page.statement_cued_at(self.tokens[j].start) is not None
            ):
                return True
        return False

    def _names_new_subject(self, k: int) -> bool:
        """*…, Kenya will sign*: a name and an auxiliary right after it begin a clause."""
        if self.words[k] in ("he", "she", "they", "it", "we", "i"):
            return True
        pair = self.reading.mention_at(self.tokens[k].start)
        if pair is None or pair[0].span.start != self.tokens[k].start:
            return False
        after = self.word(self.index_at(pair[0].span.end))
        return after in AUXILIARIES or after in MODALS or after in PAST

    def clause_start(self, i: int) -> int:
        """The index of the first word of the clause that word ``i`` stands in."""
        own = self._quotation_of[i]
        k = i
        while k > 0 and i - k < REACH:
            word = self.words[k - 1]
            if self._quotation_of[k - 1] != own or word in MARKS or word in DASHES or word == ":":
                break
            if word in CONTRAST or word in _CLAUSE_OPENERS:
                break
            if word in ("and", "or") and self._joins_clauses(k - 1):
                break
            k -= 1
        return k

    def _joins_clauses(self, k: int) -> bool:
        """True unless the words before the conjunction only begin a list of subjects."""
        if self._joins_names(k):
            return False
        for j in range(k - 1, max(-1, k - 20), -1):
            word = self.words[j]
            if word in MARKS or word in CONTRAST or word in _CLAUSE_OPENERS:
                return False
            if (
                word in AUXILIARIES
                or word in MODALS
                or word in PAST
                or (word.endswith("ed") and len(word) > 4)
            ):
                return True
        return False

    def _joins_names(self, k: int) -> bool:
        """*Kenya and Uganda must*: the conjunction joins two actors, not two clauses."""
        left = self.reading.mention_at(self.tokens[k - 1].start) if k else None
        if left is None:
            return False
        return any(
            self.reading.mention_at(self.tokens[j].start) is not None
            for j in range(k + 1, min(k + 4, len(self.tokens)))
        )

    def quotable(self, first: int, last: int) -> tuple[int, int]:
        """Places of words ``first`` to ``last`` without a closing mark whose opening is outside."""
        closes = self.words[last - 1] in '”"»' if last > first else False
        if closes and not any(w in '“"«' for w in self.words[first : last - 1]):
            while last > first + 1 and self.words[last - 1] in MARKS:
                last -= 1
        return self.span_of(first, last)

    def span_of(self, first: int, last: int) -> tuple[int, int]:
        """Places of words ``first`` up to but not including ``last``."""
        return self.tokens[first].start, self.tokens[max(first, last - 1)].end
