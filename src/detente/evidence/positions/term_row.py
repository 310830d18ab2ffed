"""The form of a row of the lexicons of terms."""

from __future__ import annotations

from typing import Literal

from detente.evidence.items import TermKind

Frame = Literal[
    "verb",  # by = subject of the verb, to = actor in its object, span from the verb
    "asked",  # the same, but the one asked must be named: "urged Kenya to …"
    "modal",  # "Kenya must …": by = speaker, to = subject, span the clause
    "bound",  # "Kenya is required to …": by nobody, to = subject, span the clause
    "noun",  # "Kenya’s demand that …": by = possessor, span the noun phrase
    "pressing",  # "to pressure Kenya into …": by = subject of the clause, to = object
    "clause",  # by = speaker or nobody, span the clause from its subject
    "phrase",  # by = speaker or nobody, span from the cue
    "impersonal",  # "it is necessary to …": by = speaker or nobody, span what is to be done
    "listed",  # "three steps are needed: …; …": by = speaker or nobody, a term an item
    "condition",  # by = subject of the clause or speaker, span the clause with its condition
    "promise",  # "if Kenya signs, we will …": by = subject or speaker, span what they will do
    "contents",  # "the draft proposes …": by nobody, span what is listed
]
# rule, kind, frame, is it speech, first words (verbs as lemmas after "v:"), what must follow.
Row = tuple[str, TermKind, Frame, bool, str, str]
