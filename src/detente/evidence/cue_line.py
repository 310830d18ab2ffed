"""A sentence or a quotation laid out in words, and the verb group and clause round a cue."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.evidence.cue_words import (
    AUXILIARIES,
    BE,
    CONTRAST,
    DETERMINERS,
    GUESSES,
    MODALS,
    NEGATIONS,
    PAST,
    PREPOSITIONS,
    all_forms,
    is_adverb,
    looks_like_verb,
)
from detente.evidence.items import Actor, Quotation, ReportedStatement
from detente.evidence.reading import Reading
from detente.evidence.tokens import Sentence, Token

# How far a clause is followed: longer ones are lists, and the work stays linear.
REACH = 60
_MARKS = frozenset('.!?…,;:“”"«»()[]')
_CLAUSE_OPENERS = frozenset("that because if when since unless until so which who although".split())
DASHES = frozenset("—–")

_PASS_ON = all_forms(
    """agree pledge vow promise decide continue choose vote move plan intend want hope wish begin
    seek aim offer prepare resolve opt threaten determine commit undertake try attempt strive"""
) | frozenset(
    "ready prepared willing eager keen glad happy pleased able proud free determined".split()
)
_REFUSE = all_forms("refuse")
_DECLINE = all_forms("decline hesitate fail neglect") | frozenset(
    "reluctant unwilling hesitant loath slow yet unable unprepared unready".split()
)
_FORECAST = all_forms("expect appear seem") | frozenset(
    "likely set poised due bound unlikely".split()
)
_CONTRACTED = frozenset("it he she that there what who we they i you".split())


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What stands before a verb: ``start`` is the first word's index, auxiliaries included.

    ``attitude`` is ``refuse`` (*refused to back*), ``decline`` (*has yet to back*) or None.
    ``dangling`` is True for an infinitive that no known verb governs (*a plan to back X*).
    """

    start: int
    negated: bool = False
    modal: str | None = None
    guess: bool = False
    passive: bool = False
    attitude: str | None = None
    dangling: bool = False
    auxiliary: bool = False
    perfect: bool = False


class Page:
    """A reading with what cues ask of it, indexed once: quotations, statements, actors."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        # Hashing the text is the one thing here that costs; every item needs the id.
        self.document = reading.document.id
        self.actors: dict[str, Actor] = {a.id: a for a in reading.actors}
        full = sorted(
            (q for q in reading.quotations if q.kind == "full"), key=lambda q: q.span.start
        )
        self.full: Sequence[Quotation] = full
        self._full_starts = [q.span.start for q in full]
        self.partial_starts = frozenset(
            q.span.start for q in reading.quotations if q.kind == "partial"
        )
        self._statements = sorted(reading.reported_statements, key=lambda s: s.content_span.start)
        self._content_starts = [s.content_span.start for s in self._statements]
        self._cues = sorted(reading.reported_statements, key=lambda s: s.cue_span.start)
        self._cue_starts = [s.cue_span.start for s in self._cues]
        self._sentence_starts = [s.start for s in reading.sentences]

    def line(self, start: int, end: int, *, quoted: bool = False) -> Line:
        """The words ``start:end``; ``quoted`` True if they are one speaker's own words."""
        return Line(self, start, end, quoted=quoted)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The full quotation that holds ``offset``."""
        i = bisect.bisect_right(self._full_starts, offset) - 1
        return self.full[i] if i >= 0 and offset < self.full[i].span.end else None

    def quotation_before(self, offset: int) -> Quotation | None:
        """The last full quotation that begins before ``offset``."""
        i = bisect.bisect_left(self._full_starts, offset) - 1
        return self.full[i] if i >= 0 else None

    def statements_over(self, offset: int) -> Iterator[ReportedStatement]:
        """The reported statements whose content holds ``offset``, innermost first."""
        low = bisect.bisect_right(self._content_starts, offset) - 1
        for i in range(low, max(-1, low - 12), -1):
            if offset < self._statements[i].content_span.end:
                yield self._statements[i]

    def statement_cued_at(self, offset: int) -> ReportedStatement | None:
        """The reported statement whose cue holds ``offset``."""
        i = bisect.bisect_right(self._cue_starts, offset) - 1
        return self._cues[i] if i >= 0 and offset < self._cues[i].cue_span.end else None

    def sentences_between(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that share a character with ``start:end``."""
        i = max(0, bisect.bisect_right(self._sentence_starts, start) - 1)
        for sentence in self.reading.sentences[i:]:
            if sentence.start >= end:
                return
            if sentence.end > start:
                yield sentence


class Line:
    """The words of ``start:end``; ``quoted`` marks those inside full quotations."""

    def __init__(self, page: Page, start: int, end: int, *, quoted: bool = False) -> None:
        self.page = page
        self.reading = page.reading
        self.start = start
        self.end = end
        self.tokens: Sequence[Token] = self.reading.tokens_between(start, end)
        self.words: tuple[str, ...] = tuple(t.text.lower().replace("'", "’") for t in self.tokens)
        self._is_quotation = quoted

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _quotation_of(self) -> tuple[int, ...]:
        """For each word the start of the full quotation that it stands in, or -1."""
        if self._is_quotation:
            return (0,) * len(self.words)
        out = []
        for token in self.tokens:
            quotation = self.page.quotation_at(token.start)
            out.append(-1 if quotation is None else quotation.span.start)
        return tuple(out)

    def in_quotation(self, i: int) -> bool:
        """True if word ``i`` stands in a full quotation that this line is not itself."""
        return not self._is_quotation and self._quotation_of[i] >= 0

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
        negated = guess = passive = dangling = auxiliary = perfect = never = False
        modal: str | None = None
        attitude: str | None = None
        j = i
        while j > 0 and i - j < REACH:
            word = self.words[j - 1]
            if word in NEGATIONS or word.endswith("n’t"):
                negated = not negated
                never = never or word == "never"
                auxiliary = auxiliary or word.endswith("n’t")
                if word in ("won’t", "wouldn’t", "cannot"):
                    modal = "will"
            elif word in MODALS:
                modal = word
                guess = guess or word in GUESSES
            elif word in BE or (word == "’s" and self.word(j - 2) in _CONTRACTED):
                passive = passive or ((j == i or self._adverbs(j, i)) and self._participle(i))
                auxiliary = True
            elif word in AUXILIARIES:
                auxiliary = True
                perfect = perfect or word in ("has", "have", "had", "’ve")
            elif word in GUESSES:
                guess = True
            elif word == "to" and j - 2 >= 0:
                before = self.words[j - 2]
                if before in _REFUSE:
                    attitude = "refuse"
                elif before in _DECLINE:
                    attitude = "decline"
                elif before in _FORECAST:
                    guess = True
                    negated = negated != (before == "unlikely")
                elif before not in _PASS_ON and before not in AUXILIARIES:
                    dangling = True
                    break
                j -= 1
            elif not is_adverb(word):
                break
            j -= 1
        if self._denied_subject(j):
            negated = not negated
        return VerbGroup(
            j,
            negated,
            modal,
            guess,
            passive,
            attitude,
            dangling,
            auxiliary,
            perfect and not never,
        )

    def _denied_subject(self, start: int) -> bool:
        """*Neither Kenya nor Uganda has …*, *no party will …*: the subject denies the verb."""
        for k in range(start - 1, max(-1, start - 12), -1):
            word = self.words[k]
            if word in ("neither", "none", "nobody") or (
                word == "no" and (k == 0 or self.words[k - 1] in _MARKS | {"that", "and", "but"})
            ):
                return True
            if word in _MARKS or word in CONTRAST:
                return False
        return False

    def _adverbs(self, low: int, high: int) -> bool:
        return all(is_adverb(w) or w in NEGATIONS for w in self.words[low:high])

    def _participle(self, i: int) -> bool:
        word = self.words[i]
        return word.endswith(("ed", "en", "wn")) or word in ("met", "put", "held", "made", "set")

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
            if word == "and" and self._begins_clause(k, n):
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
        while n > i + 1 and self.words[n - 1] in _MARKS:
            if self.words[n - 1] in '”"»' and not self._is_quotation and self._partial_ends(n - 1):
                break
            n -= 1
        return n

    def _sentence_begins(self, k: int) -> bool:
        """A quotation's line may hold several sentences; *J.* in a name ends none."""
        start = self.tokens[k].start
        sentence = self.reading.sentence_at(start)
        return sentence is not None and sentence.start == start

    def _partial_ends(self, k: int) -> bool:
        return self._quotation_of[k] < 0

    def _comma_ends(self, k: int) -> bool:
        after = self.words[k + 1]
        if self._quotation_of[k + 1] != self._quotation_of[k]:
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
            if self._quotation_of[k - 1] != own or word in _MARKS or word in DASHES or word == ":":
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
            if word in _MARKS or word in CONTRAST or word in _CLAUSE_OPENERS:
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

    def span_of(self, first: int, last: int) -> tuple[int, int]:
        """Places of words ``first`` up to but not including ``last``."""
        return self.tokens[first].start, self.tokens[max(first, last - 1)].end
