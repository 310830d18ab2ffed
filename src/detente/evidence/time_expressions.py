"""Times: dates, weekdays, years, relative and vague times; resolved where possible."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from detente.documents.document import Document
from detente.evidence.figures.noun_groups import DETERMINERS, FUNCTION_WORDS
from detente.evidence.items import Resolution, TimeExpression
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.evidence.times.calendar_grammar import absolute_at
from detente.evidence.times.calendar_words import MONTHS, SEASONS, WEEKDAYS
from detente.evidence.times.direction import direction
from detente.evidence.times.resolution import Relative, resolve
from detente.evidence.times.tense_cues import Tenses
from detente.evidence.times.time_grammar import readers, relative_at
from detente.evidence.times.time_words import TimeWords
from detente.types import Confidence

RULES = {
    "date": "a day with its month, in any usual English order",
    "month": "a month, with or without its year",
    "year": "a year in four figures where nothing makes it a count or a label",
    "year_of_story": "a day or month without a year, in the year of the last full date told",
    "decade": "the 1990s and the like",
    "quarter": "a quarter or half of a year",
    "season": "a season with its year, or this, last and next one",
    "century": "an ordinal and century",
    "range": "two times joined by a dash, by to, or by between and and",
    "weekday": "a weekday, resolved by the tense of its clause",
    "part_of_day": "the morning or evening of a day",
    "relative": "last week, later this month, tomorrow, the next few days",
    "ago": "a number of units ago, earlier or later",
    "in_units": "in two weeks, within ten days, where the clause looks ahead",
    "anchored": "two weeks after the vote, the eve of the vote, that day",
    "named_day": "a feast or other day with a name: Christmas, Ramadan",
    "ahead": "weeks and months ahead, the period ahead",
    "duration_ordinal": "third year, 100th day",
    "vague": "in recent weeks, the near future",
}
# Words that can begin an absolute time; anything in figures can too.
_ABSOLUTE = frozenset(
    {
        *MONTHS,
        *SEASONS,
        *WEEKDAYS,
        "q",
        "h",
        "fy",
        "fiscal",
        "financial",
        "final",
        "last",
        "latter",
        "'",
        "’",
    }
    | {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
    | {"tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"}
    | {"seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty"}
)


@extractor(makes="time_expressions", rules=RULES)
def extract_time_expressions(reading: Reading) -> list[TimeExpression]:
    """All times of the text, in order, numbered from ``t01``."""
    tenses = Tenses(reading)
    found = share_years(reading.text, join_ranges(reading.text, find_times(reading, tenses)))
    out: list[TimeExpression] = []
    document = reading.document
    story = _Story()
    for words in found:
        story = story.in_paragraph(reading, words.start)
        resolved, confidence, rule = _resolve(reading, tenses, words, story)
        story = story.after(reading.text, words, resolved)
        if words.type in _NO_POINT or _in_heading(document, words):
            continue
        out.append(
            TimeExpression(
                id=f"t{len(out) + 1:02}",
                document=document.id,
                span=reading.span(words.start, words.end),
                value=words.value,
                type=words.type,
                resolved=resolved,
                rule=f"time_expressions.{rule if resolved else words.rule}",
                confidence=confidence if resolved else "high",
            )
        )
    return out


# How long something takes and what the clock says are no points in time: lengths from ten units
# up are figures (see ``quantities``). The grammars read them to know what they are not.
_NO_POINT = frozenset({"duration", "clock"})


def _in_heading(document: Document, words: TimeWords) -> bool:
    """True for a time inside a title or heading; one that is all of it dates the text."""
    paragraph = document.paragraph_at(words.start)
    if paragraph is None or paragraph.kind not in {"title", "heading"}:
        return False
    return (
        document.text[paragraph.start : paragraph.end].strip()
        != (document.text[words.start : words.end])
    )


def find_times(reading: Reading, tenses: Tenses) -> list[TimeWords]:
    """Times as the grammars see them, left to right, none inside another."""
    text, low = reading.text, reading.low
    first_words = readers()
    openers = _ABSOLUTE | first_words
    found: list[TimeWords] = []
    free = 0
    for token, word in zip(reading.tokens, reading.lowers, strict=True):
        figure = word[0].isdigit()
        if not figure and word not in openers:
            continue
        start = token.start
        if start < free:
            continue
        if _inside_a_name(low, start) if figure else _is_a_name(text, start, token.end):
            continue
        options = []
        if figure or word in _ABSOLUTE:
            options.append(absolute_at(low, text, start))
        if figure or word in first_words:
            options.append(relative_at(low, text, start))
        best = max((o for o in options if o is not None), key=lambda o: o.end, default=None)
        if best is None:
            continue
        best = _in_units(reading, tenses, best)
        found.append(best)
        free = best.end
    return found


def _inside_a_name(low: str, start: int) -> bool:
    """True for figures glued to letters before them, as in model and form numbers."""
    if start == 0:
        return False
    before = low[start - 1]
    if before.isalpha() or before in "$€£¥₹₽₩.,/+#":
        return before not in ".," or (start > 1 and low[start - 2].isdigit())
    if before in "-–—" and start > 1 and low[start - 2].isalnum():
        word = re.search(r"[^\W_]+$", low[max(0, start - 12) : start - 1])
        return before == "-" and (word is None or word.group() not in _JOINED)
    return False


_DAY_NAMES = frozenset({"Today", "Tomorrow", "Tonight", "Yesterday", "Recent", "Day", "Night"})
_SENTENCE_MARKS = frozenset(".!?:;…“”\"'‘’(—–-*•|,\n")


def _is_a_name(text: str, start: int, end: int) -> bool:
    """True for the *Today* of a title or newspaper: a capital inside a sentence."""
    if text[start:end] not in _DAY_NAMES:
        return False
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    if before and before[-1] not in _SENTENCE_MARKS:
        return True
    # After a comma only the capital of the next word tells (*Ann Bell, Today Radio*).
    return before.endswith(",") and text[end : end + 2].strip()[:1].isupper()


_JOINED = frozenset({"mid", "pre", "post", "early", "late", "since", "to", "and"})


def _in_units(reading: Reading, tenses: Tenses, words: TimeWords) -> TimeWords:
    """*in two weeks* points ahead where its clause does; else it is how long something took.

    *within two weeks* is the stretch until then; with no day to count from it is a mere length.
    """
    before = reading.text[max(0, words.start - 8) : words.start].lower()
    within = reading.date is not None and re.search(r"\bwithin $", before) is not None
    if words.type != "duration" or not (within or re.search(r"\bin $", before)):
        return words
    m = re.fullmatch(r"P(\d+(?:\.\d+)?)(D|W|M|Y)", words.value)
    if m is None or tenses.at(words.start, words.end) != "future":
        return words
    count = float(m[1])
    value = f"P{count:g}{m[2]} future" if within else f"{m[2]}+{count:g}"
    kind: Literal["period", "shift"] = "period" if within else "shift"
    relative = Relative(kind, m[2], count) if count == int(count) else None
    return dataclasses.replace(
        words, value=value, type="relative", rule="in_units", relative=relative
    )


_JOIN = re.compile(r"(?:[ \u00a0]?[-–—][ \u00a0]?| (?:to|through|until|till) (?:the )?)")
_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:years (?:of )?)?$", re.IGNORECASE)
_JOINABLE = frozenset({"date", "month", "year", "weekday", "clock", "decade", "season", "quarter"})


def join_ranges(text: str, found: list[TimeWords]) -> list[TimeWords]:
    """Two times of one type become one range: *from A to B*, *between A and B*, *A–B*."""
    out: list[TimeWords] = []
    for words in found:
        last = out[-1] if out else None
        if last is not None and _joined(text, last, words):
            out[-1] = _range(last, words)
        else:
            out.append(words)
    return out


def share_years(text: str, found: list[TimeWords]) -> list[TimeWords]:
    """*May and June 2023*: both are of the year that is said once, at the end."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        a, b = out[i], out[i + 1]
        if b.days is None or a.relative is None or not a.value.startswith("XXXX-"):
            continue
        if a.type != b.type or _AND.fullmatch(text[a.end : b.start]) is None:
            continue
        known = resolve(a.relative, b.days[0], "past")
        if known is None or known.first[:4] != str(b.days[0].year):
            continue
        days = dt.date.fromisoformat(known.first), dt.date.fromisoformat(known.last)
        value = f"{known.first[:4]}{a.value[4:]}"
        out[i] = dataclasses.replace(
            a, value=value, days=days, precision=known.precision, relative=None
        )
    return out


_AND = re.compile(r",? (?:and|or|to) (?:the |on |in )?|, ")


def _joined(text: str, a: TimeWords, b: TimeWords) -> bool:
    if a.type != b.type or a.type not in _JOINABLE or b.start - a.end > 12:
        return False
    between = text[a.end : b.start]
    before = text[max(0, a.start - 24) : a.start]
    if between.strip() == "and":
        return _BETWEEN.search(before) is not None
    if _JOIN.fullmatch(between) is None:
        return False
    return between.strip()[:1] in "-–—" or _FROM.search(before) is not None or a.type == "weekday"


def _range(a: TimeWords, b: TimeWords) -> TimeWords:
    days, relative = None, None
    if a.days is not None and b.days is not None:
        days = a.days[0], b.days[1]
    elif b.days is not None and a.relative is not None:
        # *from 3 May to 2 June 2024*: the year is said once, at the end.
        first = resolve(a.relative, b.days[0], "past")
        days = None if first is None else (dt.date.fromisoformat(first.first), b.days[1])
    elif a.days is not None and b.relative is not None:
        last = resolve(b.relative, a.days[0], "future")
        days = None if last is None else (a.days[0], dt.date.fromisoformat(last.last))
    elif a.relative is not None and b.relative is not None:
        end = (b.relative.number, b.relative.day)
        relative = dataclasses.replace(a.relative, last=end)
    if days is not None and days[0] > days[1]:
        days = None
    value = f"{a.value}/{b.value}"
    return TimeWords(a.start, b.end, value, "range", "range", days, "range", relative)


@dataclass(frozen=True, slots=True)
class _Story:
    """Where the text stands: the day it has come to, and the last year its paragraph names."""

    day: dt.date | None = None
    day_paragraph: int | None = None
    paragraph: int | None = None
    year: int | None = None

    def in_paragraph(self, reading: Reading, at: int) -> _Story:
        """The story at ``at``: a new paragraph has named no year yet."""
        here = reading.document.paragraph_at(at)
        number = None if here is None else here.number
        if number == self.paragraph:
            return self
        return dataclasses.replace(self, paragraph=number, year=None)

    def after(self, text: str, words: TimeWords, resolved: Resolution | None) -> _Story:
        """The story once it has told ``words``."""
        if resolved is None or resolved.first[:4] != resolved.last[:4]:
            return self
        if words.days is None and (words.relative is None or words.relative.kind == "shift"):
            return self
        year = int(resolved.first[:4]) if words.days is not None else self.year
        story = dataclasses.replace(self, year=year)
        dated = words.type in {"date", "month"} or (words.type == "range" and words.value[4] == "-")
        if not dated or _describes(text, words.end):
            return story
        day = dt.date.fromisoformat(resolved.first)
        return dataclasses.replace(story, day=day, day_paragraph=self.paragraph)


_NOUN_AFTER = re.compile(r"[ \u00a0](?P<w>[a-z]{3,})")


def _describes(text: str, end: int) -> bool:
    """True for the date of *the 3 March 1921 borders*: it names a thing, the story is elsewhere."""
    m = _NOUN_AFTER.match(text, end)
    return m is not None and m["w"] not in FUNCTION_WORDS and m["w"] not in DETERMINERS


def _resolve(
    reading: Reading, tenses: Tenses, words: TimeWords, story: _Story
) -> tuple[Resolution | None, Confidence, str]:
    """Days meant, how sure, and the rule that says so."""
    if words.days is not None:
        first, last = words.days
        resolved = Resolution(first.isoformat(), last.isoformat(), words.precision)
        return resolved, "high", words.rule
    relative, today = words.relative, reading.date
    if relative is None:
        return None, "high", words.rule
    bare = relative.by is None and relative.kind in {"day", "month"}
    if bare and (today is None or (story.year or today.year) not in _near(today)):
        return *_in_story(reading, words, relative, story), "year_of_story"
    if today is None:
        return None, "high", words.rule
    if relative.kind == "period" and (relative.by or 0) > 0:
        # *over the next ten days, they met*: counted from a point of the story.
        tense = tenses.at(words.start, words.end)
        known = None if tense == "past" else resolve(relative, today, tense)
        return known, "high", words.rule
    if relative.by is not None:
        return resolve(relative, today, None), "high", words.rule
    tense = direction(reading, words.start, words.end, tenses.at(words.start, words.end))
    sure: Confidence = "medium" if tense in {"past", "future"} else "low"
    return resolve(relative, today, tense), sure, words.rule


def _near(today: dt.date) -> range:
    return range(today.year - 1, today.year + 2)


# A story goes forward; further than this from the day it has come to, a year may lie between.
_BACK, _AHEAD = dt.timedelta(days=31), dt.timedelta(days=200)
_EARLIER = re.compile(r"\b(?:had|earlier|previous|before|originally)\b", re.IGNORECASE)


def _in_story(
    reading: Reading, words: TimeWords, relative: Relative, story: _Story
) -> tuple[Resolution | None, Confidence]:
    """A bare date in a story of another year: the one that follows the last date told.

    Only where no other year was named in between and nothing says that the story looks back;
    in a report with a date of its own, only inside the paragraph of the last full date.
    """
    day = story.day
    if day is None or (story.year is not None and story.year != day.year):
        return None, "high"
    if reading.date is not None and story.day_paragraph != story.paragraph:
        return None, "high"
    sentence = reading.sentence_at(words.start)
    low = max(words.start - 150, 0 if sentence is None else sentence.start)
    if _EARLIER.search(reading.text, low, words.start):
        return None, "high"
    found = resolve(relative, day - _BACK, "future")
    if found is None or dt.date.fromisoformat(found.first) > day + _AHEAD:
        return None, "high"
    return found, "low"
