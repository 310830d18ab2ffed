"""States of a conflict as people write them: the moves taken, with commas, or ``-`` for none."""

from __future__ import annotations


def moves_of_state(text: str) -> tuple[str, ...]:
    """The moves that a written state takes, in the order written.

    >>> moves_of_state("withdraw, recognise")
    ('withdraw', 'recognise')
    >>> moves_of_state("-")
    ()
    """
    words = (word.strip() for word in text.split(","))
    return tuple(word for word in words if word not in ("", "-"))
