"""One published table of words for probabilities, always printed beside the number.

The table is that of Intelligence Community Directive 203, Analytic Standards (Office of the
Director of National Intelligence of the United States, 2 January 2015), section D.6.e (2): the
first of its two rows of words. Its bands share their borders; here a border belongs to the band
that is nearer to even odds, so that the milder word is used. The table has no words below 1 % and
above 99 %: there the share itself is told, and nothing is called certain that draws only show.
"""

from __future__ import annotations

from detente.uncertainty.shares import in_percent

SOURCE = "Intelligence Community Directive 203 (2015)"

#: From, to, in percent, and the word.
TABLE: tuple[tuple[int, int, str], ...] = (
    (1, 5, "almost no chance"),
    (5, 20, "very unlikely"),
    (20, 45, "unlikely"),
    (45, 55, "roughly even chance"),
    (55, 80, "likely"),
    (80, 95, "very likely"),
    (95, 99, "almost certain"),
)


def word_for(probability: float) -> str | None:
    """The word of the table for a probability; None below 1 % and above 99 %.

    >>> word_for(0.62), word_for(0.05), word_for(0.45), word_for(0.004)
    ('likely', 'very unlikely', 'roughly even chance', None)

    Raises
    ------
    ValueError
        If it is no number between 0 and 1.
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is no probability")
    # Shares are counts over counts: 9/20 is 45 %, whatever its last binary digit.
    percent = round(100 * probability, 9)
    fits = [row for row in TABLE if row[0] <= percent <= row[1]]
    if not fits:
        return None
    return min(fits, key=lambda row: abs(row[0] + row[1] - 100))[2]


def in_words(probability: float, of: str = "") -> str:
    """The number with its word, as it is printed; ``of`` says of what it is a part.

    >>> in_words(0.625), in_words(0.1, "of 4,096 draws")
    ('62.5 % (likely)', '10 % of 4,096 draws (very unlikely)')
    >>> in_words(0.0), in_words(1.0)
    ('0 % (never in these draws)', '100 % (always in these draws)')
    >>> in_words(0.002)
    '0.2 % (below what the table has words for)'
    """
    told = in_percent(probability)
    word = word_for(probability)
    if word is None:
        word = {0.0: "never in these draws", 1.0: "always in these draws"}.get(
            probability,
            f"{'below' if probability < 0.5 else 'above'} what the table has words for",
        )
    return f"{told} {of} ({word})" if of else f"{told} ({word})"
