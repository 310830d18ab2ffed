"""An event told as past that lies ahead, or as planned that lies behind."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from detente.checks.inside import sentence_at
from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.reporting import words_of_others
from detente.documents.document import Document
from detente.evidence.items import TimeExpression
from detente.evidence.tokens import Sentence
from detente.findings import Finding, Witness

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Verbs of what happened on its day. Verbs of saying and planning are none of these: one may
# announce today what comes next year.
_HAPPENED = re.compile(
    r"(?<!\w)(?:signed|met|visited|arrived|landed|killed|died|resigned|won|lost|ratified|adopted|"
    r"voted|attacked|invaded|shelled|struck|took place|took office|flew|spoke|testified|expelled|"
    r"(?:was|were) (?:held|elected|established)|laid out|set out|travell?ed|captured|concluded|"
    r"entered into force|came into force|declared|issued|launched|opened|imposed|rejected)(?!\w)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\w)(?:will|shall|is to|are to|(?:is|are) (?:due|set|scheduled|expected) to|plans? to|"
    r"intends? to|commits? to|(?:is|are) scheduled for)\s(?:not\s)?(?:be\s)?\w+",
    re.IGNORECASE,
)
# Between the verb and its date: no other verb that the date may belong to, no clause.
_BREAK = re.compile(
    r"(?<!\w)(?:that|which|who|whose|where|when|to|will|would|shall|should|may|might|must|for|until|"
    r"till|after|before|since|because|(?!following|during|coming)\w+ing|if|unless|from)(?!\w)|[;:()“”\"—–]",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"(?<!\w)\w{3,}ed(?!\w)|(?<!\w)(?:made|held|given|taken|set|laid|met)(?!\w)"
)
_ON = re.compile(r"(?<!\w)(?:on|in|by)(?:\sthe)?\s$", re.IGNORECASE)
_ON_A_DAY = re.compile(r"(?<!\w)(?:on|in)(?:\sthe)?\s$", re.IGNORECASE)
_REACH = 140
# A text is often published the day after, and east of the event it is tomorrow already.
_SLACK_DAYS = 1


@check(
    code="CON602",
    name="told-before-it-happens",
    severity="error",
    summary="An event is told as past but dated after the document, or as planned but dated "
    "before it.",
    why="The date, the year or the tense is wrong, or the text is older than it says.",
    fix="Find the date of the event in its source.",
    fires=(
        "The ministers signed the accord in Lima on 6 May 2024.",
        "The ministers will meet in Lima on 6 May 2022.",
        "Both sides commit to open the bridge by March 2023.",
    ),
    silent=(
        "The ministers signed the accord in Lima on 6 March 2024.",
        "The ministers will meet in Lima on 6 May 2024.",
        "The accord signed in Lima will be in force until 6 May 2024.",
        "They will carry out the accord signed in Lima on 6 May 2022.",
        "The ministers agreed to meet in Lima on 6 May 2024.",
        "The ministers announced a summit in Lima on 6 May 2024.",
    ),
    date=dt.date(2024, 3, 14),
)
def told_before_it_happens(record: Record) -> Iterator[Finding]:
    """Times with a year in words, held against the tense of their clause."""
    for document in record.documents:
        today = record.date_of(document)
        if today is None:
            continue
        quoted = words_of_others(record, document)
        for time in record.times(document):
            sentence = sentence_at(record, document, time.span.start)
            if sentence is None:
                continue
            # Words quoted are older than the text that quotes them: what they tell as past is
            # past, but what they promise may be so too.
            old = quoted.hold(time.span.start)
            found = _contradicts(document, sentence, time, today, old=old)
            if found is not None:
                yield _finding(document, found, time, today)


def _contradicts(
    document: Document, sentence: Sentence, time: TimeExpression, today: dt.date, *, old: bool
) -> re.Match[str] | None:
    """The verb that tells the time as past though it lies ahead, or the other way about."""
    if time.resolved is None or not _YEAR.search(time.span.text):
        return None
    text, at = document.text, time.span.start
    start = max(sentence.start, at - _REACH)
    if (dt.date.fromisoformat(time.resolved.first) - today).days > _SLACK_DAYS:
        return _governing(text, start, at, _HAPPENED, _ON_A_DAY)
    if not old and (today - dt.date.fromisoformat(time.resolved.last)).days > _SLACK_DAYS:
        verb = _governing(text, start, at, _AHEAD, _ON)
        if verb is not None and not _PARTICIPLE.search(text, verb.end(), at):
            return verb
    return None


def _governing(
    text: str, start: int, at: int, verbs: re.Pattern[str], before: re.Pattern[str]
) -> re.Match[str] | None:
    """The last such verb before ``at`` with nothing between that breaks off from it."""
    if not before.search(text[max(start, at - 10) : at]):
        return None
    verb = next(reversed(list(verbs.finditer(text, start, at))), None)
    if verb is None or _BREAK.search(text, verb.end(), at):
        return None
    if verbs is _HAPPENED and re.search(
        r"(?<!\w)(?:will|would|to|shall|should|may|might|can|be|been|if|once|when)\s(?:\w+\s)?$",
        text[start : verb.start()],
    ):
        return None
    return verb


def _finding(
    document: Document, verb: re.Match[str], time: TimeExpression, today: dt.date
) -> Finding:
    ahead = time.resolved is not None and dt.date.fromisoformat(time.resolved.first) > today
    told, side = ("past", "after") if ahead else ("planned", "before")
    return Finding(
        code="CON602",
        severity="error",
        message=f"“{verb.group()}” is told as {told}, but “{time.span.text}” lies {side} the day "
        f"of the document, {today}.",
        reason="The date or the tense is wrong.",
        witnesses=(
            Witness(document.id, document.span(verb.start(), verb.end())),
            Witness(document.id, time.span),
        ),
    )
