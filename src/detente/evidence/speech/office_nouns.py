"""Nouns of offices and callings that one person holds."""

from __future__ import annotations

OFFICES = frozenset(
    """president premier chancellor king queen prince emir sultan minister secretary ambassador
    envoy spokesman spokeswoman spokesperson chairman chairwoman chair chairperson commissioner
    director governor mayor general commander chief leader speaker senator representative adviser
    advisor negotiator diplomat official economist analyst expert professor lawmaker deputy
    politician head boss taoiseach candidate judge prosecutor lawyer activist""".split()
)
