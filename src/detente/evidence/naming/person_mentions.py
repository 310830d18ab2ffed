"""Put persons into the book: where they were found, their roles, and every later mention."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.name_folding import fold
from detente.evidence.naming.name_words import FUNCTION_WORDS
from detente.evidence.naming.person_clusters import Person, back_forms
from detente.evidence.naming.person_forms import Covered, may_be_name
from detente.evidence.naming.person_titles import POSSESSIVES


def mention_persons(book: ActorBook, persons: Sequence[Person], covered: Covered) -> None:
    """Persons where they were found, their roles, and every later mention by name."""
    for person in persons:
        draft = book.draft(person.id, person.name, "person")
        for item in sorted(person.found, key=lambda f: f.form.first):
            form = item.form
            if book.free(form.first, form.last):
                rule, sure = item.rule, item.confidence
                if rule == "model_person" and any(f.rule != rule for f in person.found):
                    rule, sure = "back_reference", "high"
                book.mention(draft, form.first, form.last, "name", rule, sure)
            title = item.title
            if title is not None and not title.is_plain:
                book.role(draft, title.text, title.of, title.first, title.last)
    _mention_again(book, persons, covered)


def _mention_again(book: ActorBook, persons: Sequence[Person], covered: Covered) -> None:
    words = book.words
    forms = _forms(persons)
    lengths: dict[str, list[int]] = {}
    for parts in forms:
        lengths.setdefault(parts[0], []).append(len(parts))
    longest_first = {word: sorted(set(many), reverse=True) for word, many in lengths.items()}
    folded = {fold(parts[0]): actor for parts, (actor, alone) in forms.items() if alone}
    small = [w for w in longest_first if not w[0].isupper()]
    places = words.capitals
    if small:
        # "de Vries" begins with a small letter.
        places = [i for i, w in enumerate(words.texts) if words.capital[i] or w in longest_first]
    for i in places:
        if i in book.named:
            continue
        word = words.texts[i]
        for length in longest_first.get(word, ()):
            last = i + length
            form = forms.get(tuple(words.texts[i:last]))
            if form is None or not words.together(i, last - 1) or not book.free(i, last):
                continue
            actor, alone = form
            if alone and not _stands_for(book, i, last, covered):
                continue
            book.mention(book.drafts[actor], i, last, "name", "back_reference", "high")
            break
        else:
            other = folded.get(fold(word)) if len(word) > 4 else None
            if other is not None and _stands_for(book, i, i + 1, covered):
                draft = book.drafts[other]
                book.mention(draft, i, i + 1, "name", "back_reference", "medium")


def _forms(persons: Sequence[Person]) -> dict[tuple[str, ...], tuple[str, bool]]:
    """Ways to name each person -> (id, it is a surname alone); the weightier person wins."""
    out: dict[tuple[str, ...], tuple[str, bool]] = {}
    for person in sorted(persons, key=lambda p: (-len(p.found), p.found[0].form.first)):
        for parts, alone in back_forms(person).items():
            if parts:
                out.setdefault(parts, (person.id, alone))
    return out


def _stands_for(book: ActorBook, first: int, last: int, covered: Covered) -> bool:
    """True if a lone surname here is the person and no other word or name."""
    words = book.words
    if first in covered:
        return False
    lower = words.lowers[first]
    if last - first == 1 and (lower in words.common or lower in FUNCTION_WORDS):
        # A surname that is also a common word counts only where its capital tells.
        if words.initial[first] or not words.prose[first]:
            return False
        after = words.texts[last] if words.next_to(first, last) else ""
        if words.next_to(first, last) and words.capital[last]:
            return False
        return after in POSSESSIVES or not (
            words.next_to(first, first - 1)
            and words.capital[first - 1]
            and words.lowers[first - 1] not in FUNCTION_WORDS
        )
    if not words.prose[first] or not words.next_to(first, first - 1):
        return True
    # "Lena Nordmann" is not the Nordmann named before.
    return not (
        may_be_name(words, first - 1, covered)
        and first - 1 not in book.named
        and not words.initial[first - 1]
        and words.glued[first] is False
    )
