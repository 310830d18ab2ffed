"""Names in lines that are no prose: "Remarks by President Ana Soto", "By Leo Marsh".

In titles and headings many words have capitals, so only what a frame introduces is read there.
A byline or an item of a list may also be nothing but a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from detente.documents.document import ParagraphKind
from detente.evidence.naming.given_names import is_given_name
from detente.evidence.naming.name_words import ARTICLES
from detente.evidence.naming.person_finding import PersonFound, is_known_place, names_after
from detente.evidence.naming.person_forms import Covered, PersonForm, read_name
from detente.evidence.naming.person_titles import POSSESSIVES, Body, Title, title_around
from detente.evidence.naming.title_words import HEADS, MODIFIERS
from detente.evidence.naming.words import Words

_LINES: frozenset[ParagraphKind] = frozenset({"title", "heading", "byline"})
_LISTS: frozenset[ParagraphKind] = frozenset({"bullet", "byline"})
_UTTERANCES = frozenset(
    """remarks statement statements speech speeches address interview conversation briefing
    testimony message letter lecture keynote comments intervention declaration toast toasts
    conference availability column essay""".split()
)
_LEADS = frozenset({"by", "of", "with", "from"})
_JOINS = frozenset({",", "and", "&"})
_AFTER_NAMES = frozenset(
    """after and at before during for following from in of on regarding to upon with jr sr
    ii iii""".split()
)
_BACK = 8
_LONGEST = 12
_MOST = 8


def find_in_lines(
    words: Words, covered: Covered, bodies: Mapping[int, Body], known: set[int]
) -> list[PersonFound]:
    """Persons named in titles, headings, bylines and lists, none at the tokens of ``known``."""
    out: dict[int, PersonFound] = {}
    for line in words.reading.document.paragraphs:
        first = words.at(line.start)
        found: list[PersonFound] = []
        if line.is_prose:
            label = _LABEL.match(words.reading.text, line.start, line.end)
            if label is not None:
                found.extend(_before_colon(words, first, words.at(label.end(1)), covered))
        last = words.at(line.end)
        if line.kind in _LINES:
            for i in range(first, last):
                if words.lowers[i] in _LEADS and _leads(words, i, line.kind):
                    found.extend(_listed(words, i + 1, covered, bodies))
        if line.kind in _LISTS and not found:
            found.extend(_whole_line(words, first, last, covered, bodies))
        for item in found:
            if known.isdisjoint(range(item.form.first, item.form.last)):
                out[item.form.first] = item
    return [out[i] for i in sorted(out)]


def _before_colon(words: Words, first: int, colon: int, covered: Covered) -> list[PersonFound]:
    """The name that a speaker's label ends with, whatever offices stand before it."""
    for start in range(max(first, colon - _NAME), colon - 1):
        if not is_given_name(words.texts[start]):
            continue
        form = read_name(words, start, covered, titled=False)
        if form is not None and form.last == colon and len(form.units) > 1:
            return [PersonFound(form, None, "line", "medium")]
    return []


# *Chief Executive Ana Soto: “…”*.
_LABEL = re.compile(r"([^:“”\"\n]{3,110}):\s+[“\"„«]")
_NAME = 4


def _leads(words: Words, i: int, kind: ParagraphKind) -> bool:
    """True for the preposition of "By …" as a byline, "Remarks by …", "Interview with …"."""
    if kind == "byline":
        return words.lowers[i] == "by"
    if not words.next_to(i, i - 1):
        return False
    if words.lowers[i - 1] in _UTTERANCES:
        return True
    before = (k for k in range(i - 1, i - 1 - _BACK, -1) if words.next_to(i, k))
    return words.lowers[i] == "by" and any(words.lowers[k] in _UTTERANCES for k in before)


def _listed(
    words: Words, i: int, covered: Covered, bodies: Mapping[int, Body]
) -> Iterator[PersonFound]:
    """The names that begin at token ``i``, joined by commas and *and*."""
    for _ in range(_MOST):
        found = _persons(words, i, covered, bodies)
        yield from found
        if not found:
            return
        end = i = found[-1].form.last
        if words.together(i - 1, i + 1) and words.lowers[i] == "of" and i + 1 in bodies:
            end = i = bodies[i + 1].last  # "President Ana Soto of Chile and …"
        while words.next_to(i - 1, i) and words.texts[i] in _JOINS:
            i += 1
        if i == end:
            return


def _whole_line(
    words: Words, first: int, last: int, covered: Covered, bodies: Mapping[int, Body]
) -> Iterator[PersonFound]:
    """The person who is all of a line, or of its part before a mark: "Ana Soto, Coast Post"."""
    while first < last and not words.texts[first][0].isalpha():
        first += 1
    for found in _persons(words, first, covered, bodies)[:1] if first < last else ():
        end = found.form.last
        alone = end >= last or not words.texts[end][0].isalnum()
        if alone and (found.title is not None or is_given_name(found.form.units[0])):
            yield found


def _persons(
    words: Words, i: int, covered: Covered, bodies: Mapping[int, Body]
) -> list[PersonFound]:
    """The person whose name begins at token ``i``; after an office all who hold it."""
    first, title = _past_office(words, i, covered, bodies)
    if not words.together(i, first):
        return []
    if title is not None:
        found = names_after(words, title, covered, bodies)
        return [PersonFound(_before_verb(words, f.form), f.title, "line", "medium") for f in found]
    form = read_name(words, first, covered, titled=False)
    form = None if form is None else _before_verb(words, form)
    # More words than four are several names, as under what was signed.
    if form is None or not 2 <= len(form.units) <= 4:
        return []
    if any(u.lower() in words.common for u in form.units):
        return []
    if is_known_place(words.text(form.first, form.last)):
        return []
    return [PersonFound(form, None, "line", "medium")]


def _past_office(
    words: Words, i: int, covered: Covered, bodies: Mapping[int, Body]
) -> tuple[int, Title | None]:
    """Where the name begins after "the Chilean Foreign Minister", and that title."""
    k, title = i, None
    while k - i < _LONGEST and words.together(i, k):
        if words.lowers[k] in HEADS:
            title = title_around(words, k, bodies)
            k = max(k, title.last - 1)
        elif title is not None or not (
            k in covered
            or words.lowers[k] in MODIFIERS
            or words.lowers[k] in ARTICLES
            or words.texts[k] in POSSESSIVES
        ):
            break
        k += 1
    return k, title


def _before_verb(words: Words, form: PersonForm) -> PersonForm:
    """Without what a title in capitals goes on with: "Soto **Announcing New Talks**"."""
    for k in range(form.first + 1, form.last):
        goes_on = words.together(k, k + 1) and words.texts[k + 1].isalpha()
        if (
            words.texts[k].endswith("ing")
            and words.texts[k] in form.units
            and goes_on
            and words.lowers[k + 1] not in _AFTER_NAMES
        ):
            return PersonForm(form.first, k, form.units[: form.units.index(words.texts[k])])
    return form
