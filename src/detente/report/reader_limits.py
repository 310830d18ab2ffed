"""What an empty section may claim: that the reader found nothing, not that nothing is there."""

from __future__ import annotations

from detente.report import wording
from detente.report.desk import Desk
from detente.report.text_direction import language

_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hy": "Armenian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def none_found(desk: Desk, what: str) -> str:
    """The sentence of a section for which the reader found no ``what``."""
    return f"The reader found no {what}. {language_caution(desk)}".strip()


def language_caution(desk: Desk) -> str:
    """What to know where a document is not in English; empty where none is known not to be."""
    documents = desk.ledger.documents
    foreign = [(d, name) for d in documents if (name := _language_name(language(d)))]
    if not foreign:
        return ""
    names = list(dict.fromkeys(name for _, name in foreign))
    opening = "The reader’s rules are for English"
    if len(documents) == 1:
        return f"{opening}, and this document seems to be in {names[0]}."
    if len(foreign) == len(documents):
        return f"{opening}, and none of these documents seems to be in English."
    labels = wording.joined([desk.cite.label(d) for d, _ in foreign[:6]])
    more = f" and {len(foreign) - 6} more" if len(foreign) > 6 else ""
    noun, verb = ("document", "seems") if len(foreign) == 1 else ("documents", "seem")
    return f"{opening}; {noun} {labels}{more} {verb} to be in {wording.joined(names)}."


def _language_name(tag: str) -> str:
    code = tag.partition("-")[0].lower()
    return "" if code in ("", "en") else _NAMES.get(code, f"another language ({code})")
