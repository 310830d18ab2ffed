"""Offices and persons in the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reference.offices import Term
from detente.reference.organisations import organisation
from detente.reference.states import state

_WITH_THE = ("United", "Netherlands", "Philippines", "Republic", "Bahamas", "Gambia", "Maldives")


def office_of(term: Term) -> str:
    """As in *Prime Minister of Japan*; bodies that the title names already are not repeated."""
    body = body_name(term.body)
    if not body or body.removeprefix("the ") in term.title:
        return term.title
    return f"{term.title} of {body}"


def body_name(body: str) -> str:
    """A state or organisation as it stands in a sentence; empty if nobody knows it."""
    known = organisation(body) if body.startswith("org:") else state(body)
    if known is None:
        return ""
    name = known.name
    return f"the {name}" if name.startswith(_WITH_THE) or body.startswith("org:") else name


def those(terms: Sequence[Term]) -> str:
    """The persons of terms: *A*, *A and B*."""
    names = list(dict.fromkeys(t.person for t in terms))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
