"""Figures: money, shares, measures and counts, what they measure and who says so."""

from __future__ import annotations

from detente.evidence.figures.currencies import NATIONAL, national
from detente.evidence.figures.figure_sources import Speakers, source_of
from detente.evidence.figures.figures import Figure, figures
from detente.evidence.figures.measures import Times, as_of, measured
from detente.evidence.figures.noun_groups import Line
from detente.evidence.figures.number_words import DENOMINATORS, MAGNITUDES, MANY, SMALL
from detente.evidence.items import Quantity
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.evidence.times.clock_grammar import clock

RULES = {
    "money": "an amount with a currency sign, code or word",
    "percent": "a percentage, percentage points or basis points",
    "share": "a percentage of something, of GDP among others",
    "fraction": "a third of, two-thirds, one in five: a share in words",
    "measure": "an amount with a unit of weight, length, energy, volume …",
    "count": "a number of people or things, 10 or more",
    "length": "a length of time, 10 units or more",
}
_NEEDS = ("actors", "time_expressions", "quotations", "reported_statements")
_STARTS = frozenset({*SMALL, *MANY, *MAGNITUDES, *DENOMINATORS, "dozen"})


@extractor(makes="quantities", needs=_NEEDS, rules=RULES)
def extract_quantities(reading: Reading) -> list[Quantity]:
    """All figures of the text, in order, numbered from ``n01``."""
    out: list[Quantity] = []
    document = reading.document.id
    times = Times.of(reading)
    speakers = Speakers.of(reading)
    for sentence in reading.sentences:
        currency: str | None = None
        if _is_heading(reading, sentence.start):
            continue
        here = reading.tokens_in(sentence.start, sentence.end)
        words = reading.lowers[here]
        if not any(w in _STARTS or w[0].isdigit() for w in words):
            continue
        line = Line(reading, sentence, reading.tokens[here], list(words))
        for figure in figures(line):
            if not _is_time(line, figure, times) and not _is_clock(line, figure, reading.low):
                unit = _unit(line, figure, currency)
                if figure.rule == "money" and unit is not None:
                    currency = unit
                n = len(out) + 1
                out.append(_quantity(line, figure, document, times, speakers, n, unit))
    return out


def _is_time(line: Line, figure: Figure, times: Times) -> bool:
    """True if the amount itself stands in a time (*90 days*, *the 2020s*)."""
    start = line.tokens[figure.core].start
    end = line.tokens[figure.core_end - 1].end
    return any(t.span.end > start for t in times.between(start - 80, end))


def _is_clock(line: Line, figure: Figure, low: str) -> bool:
    """True if the number is a time of day (*1500 hours*, *0900 GMT*)."""
    start = line.tokens[figure.core].start
    return low[start].isdigit() and clock(low, line.reading.text, start) is not None


def _is_heading(reading: Reading, at: int) -> bool:
    paragraph = reading.document.paragraph_at(at)
    return paragraph is not None and paragraph.kind in {"title", "heading"}


def _unit(line: Line, figure: Figure, currency: str | None) -> str | None:
    """The unit; *pesos* and their like are those of the state that the sentence or text names.

    Sums without a currency (*is owed 4.1 billion*) are in the last ``currency`` of the sentence;
    what was said before it does not tell.
    """
    unit = figure.unit
    if unit == "money":
        return currency
    if unit is None or unit not in NATIONAL:
        return unit
    reading, sentence = line.reading, line.sentence
    near = [a.id for _, a in reading.mentions_between(sentence.start, sentence.end)]
    return national(unit, near) or national(unit, (a.id for a in reading.actors)) or unit


def _quantity(
    line: Line,
    figure: Figure,
    document: str,
    times: Times,
    speakers: Speakers,
    n: int,
    unit: str | None,
) -> Quantity:
    reading = line.reading
    start, end = line.tokens[figure.first].start, line.tokens[figure.stop - 1].end
    source = source_of(line, start, end, speakers)
    measure = measured(line, figure)
    return Quantity(
        id=f"n{n:02}",
        document=document,
        span=reading.span(start, end),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=unit,
        approx=figure.approx,
        measures=None if measure is None else measure.text,
        measures_span=measure,
        as_of=as_of(line, figure, times),
        source=None if source is None else source.actor,
        source_span=None if source is None else source.span,
        attribution=() if source is None else source.chain,
        about=_about(line, figure, None if source is None else source.actor),
        rule=f"quantities.{figure.rule}",
        confidence="medium" if figure.rule in {"count", "fraction"} else "high",
    )


_CLAUSE_ENDS = frozenset({",", ";", ":", "—", "(", ")", "while", "but", "whereas", "although"})
# Nobody looks further than this many words for what a figure concerns.
_REACH = 60


def _about(line: Line, figure: Figure, source: str | None) -> tuple[str, ...]:
    """Actors of the figure's clause; where it has none, those of the sentence before it."""
    words, tokens = line.words, line.tokens
    first = low = figure.first
    while low > 0 and first - low < _REACH and words[low - 1] not in _CLAUSE_ENDS:
        low -= 1
    last = high = figure.end
    while high < len(words) and high - last < _REACH and words[high] not in _CLAUSE_ENDS:
        high += 1
    own = tokens[figure.core].start, tokens[figure.core_end - 1].end
    clause = _actors(line, tokens[low].start, tokens[high - 1].end, own, source)
    before = tokens[max(0, first - _REACH)].start, tokens[first].start
    return clause or _actors(line, *before, own, source)


def _actors(
    line: Line, low: int, high: int, own: tuple[int, int], source: str | None
) -> tuple[str, ...]:
    """Ids of bodies, states and groups in text order, the *US* of US$ and the source left out."""
    found = dict.fromkeys(
        actor.id
        for mention, actor in line.reading.mentions_between(low, high)
        if actor.id != source
        and actor.type != "person"
        and not own[0] <= mention.span.start < own[1]
    )
    return tuple(found)
