"""Expressions over moves as people write them: ``withdraw and not invade``.

``not`` binds closest, then ``and``, ``or``, ``if``, ``iff``. ``a if b`` and ``if b then a``
say the same: b implies a. ``&``, ``|``, ``!``, ``->`` and ``<->`` are read as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from typing import Any, Literal

from detente.case.entry import RESERVED
from detente.errors import InputError

LONGEST = 2_000
DEEPEST = 60
MOST_WORDS = 300
_TOKEN = re.compile(r"\s*(<->|->|[()&|!]|[A-Za-z][A-Za-z0-9_-]*)")
_NO_START = {"", "and", "or", "then", "if", "iff", ")", "->", "<->"}
_SAME = {"&": "and", "|": "or", "!": "not"}


@dataclass(frozen=True, slots=True)
class Taken:
    """True where the move is taken."""

    move: str


@dataclass(frozen=True, slots=True)
class Constant:
    """Always true, or always false."""

    value: bool


@dataclass(frozen=True, slots=True)
class Not:
    """True where ``of`` is false."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Both:
    """Two expressions joined by a word; ``if`` means: ``right`` implies ``left``."""

    word: Literal["and", "or", "if", "iff"]
    left: Expression
    right: Expression


Expression = Taken | Constant | Not | Both


class BadExpression(InputError):
    """Words that are no expression over moves."""


def parse_expression(text: str) -> Expression:
    """The expression that ``text`` writes.

    Raises
    ------
    BadExpression
        With the place of the first word that does not fit and what would.

    Examples
    --------
    >>> holds(parse_expression("withdraw and not invade"), {"withdraw"})
    True
    >>> holds(parse_expression("sanction if invade"), {"invade"})
    False
    """
    if len(text) > LONGEST:
        raise BadExpression(f"an expression of {len(text)} characters; at most {LONGEST} fit")
    return _Parser(text).whole()


def moves_in(expression: Expression) -> Iterator[str]:
    """Ids of the moves that an expression names, in order, repeats included."""
    match expression:
        case Taken(move):
            yield move
        case Not(of):
            yield from moves_in(of)
        case Both(_, left, right):
            yield from moves_in(left)
            yield from moves_in(right)


def holds(expression: Expression, taken: Set[str]) -> bool:
    """Whether the expression is true where exactly these moves are taken."""
    return bool(evaluate(expression, lambda move: move in taken))


def evaluate(expression: Expression, value: Callable[[str], Any]) -> Any:
    """The expression over values that know ``&``, ``|`` and ``^``: booleans or arrays of them."""
    match expression:
        case Taken(move):
            return value(move)
        case Constant(known):
            return known
        case Not(of):
            return True ^ evaluate(of, value)
        case Both(word, left, right):
            a, b = evaluate(left, value), evaluate(right, value)
            if word == "and":
                return a & b
            if word == "or":
                return a | b
            return a | (True ^ b) if word == "if" else True ^ (a ^ b)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[tuple[str, int]] = []
        place = 0
        while text[place:].strip():
            found = _TOKEN.match(text, place)
            if found is None:
                start = place + len(text[place:]) - len(text[place:].lstrip())
                raise self.fault(start, "a move, and, or, not, if, iff or a bracket")
            word = found[1]
            if word.lower() in RESERVED:
                word = word.lower()
            self.tokens.append((_SAME.get(word, word), found.start(1)))
            place = found.end()
        if len(self.tokens) > MOST_WORDS:
            raise BadExpression(f"an expression of more than {MOST_WORDS} words")
        self.next = 0
        self.depth = 0

    def fault(self, place: int, wanted: str) -> BadExpression:
        shown = self.text if len(self.text) <= 80 else self.text[:77] + "..."
        return BadExpression(f"at character {place + 1} of '{shown}': {wanted} would fit there")

    def look(self) -> str:
        return self.tokens[self.next][0] if self.next < len(self.tokens) else ""

    def take(self, word: str) -> bool:
        if self.look() == word:
            self.next += 1
            return True
        return False

    def place(self) -> int:
        return self.tokens[self.next][1] if self.next < len(self.tokens) else len(self.text)

    def whole(self) -> Expression:
        made = self.iff()
        if self.next < len(self.tokens):
            raise self.fault(self.place(), "and, or, if, iff or the end")
        return made

    def iff(self) -> Expression:
        left = self.implication()
        while self.take("iff") or self.take("<->"):
            left = Both("iff", left, self.implication())
        return left

    def implication(self) -> Expression:
        if self.take("if"):
            cause = self.either()
            if not self.take("then"):
                raise self.fault(self.place(), "then")
            return Both("if", self.either(), cause)
        left = self.either()
        if self.take("if"):
            return Both("if", left, self.either())
        if self.take("->"):
            return Both("if", self.either(), left)
        return left

    def either(self) -> Expression:
        left = self.all_of()
        while self.take("or"):
            left = Both("or", left, self.all_of())
        return left

    def all_of(self) -> Expression:
        left = self.single()
        while self.take("and"):
            left = Both("and", left, self.single())
        return left

    def single(self) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise BadExpression(f"an expression with more than {DEEPEST} levels")
        try:
            if self.take("not"):
                return Not(self.single())
            if self.take("("):
                inner = self.iff()
                if not self.take(")"):
                    raise self.fault(self.place(), "a closing bracket")
                return inner
            word = self.look()
            if word in _NO_START:
                raise self.fault(self.place(), "a move, not or an opening bracket")
            self.next += 1
            return Constant(word == "true") if word in {"true", "false"} else Taken(word)
        finally:
            self.depth -= 1
