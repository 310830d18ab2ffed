"""Marks inside a line of Markdown to the words they dress."""

from __future__ import annotations

import html
import re

from detente.documents.lines import without_comments

# Quantifiers are bounded or stop at the next mark, so that a line of nothing but brackets or
# stars costs linear time.
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]]{0,200}\])")
_LINKED_IMAGE = re.compile(r"\[(!\[[^\[\]]{0,500}\]\([^()\n]{0,2000}\))\]\([^()\n]{0,2000}\)")
_LINK = re.compile(
    r"\[([^\[\]]{1,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\[[^\[\]]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]{1,1000})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_CODE = re.compile(r"(?<!`)(`{1,3})([^`]{1,2000})\1(?!`)")
_STARS = re.compile(r"(\*{1,3})(?![\s*])([^*\n]{1,5000})(?<!\s)\1")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?![\s_])([^_\n]{1,5000})(?<!\s)\1(?!\w)")
_STRIKE = re.compile(r"~~(?![\s~])([^~\n]{1,5000})~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\ue000-\ue07f]")
_PRIVATE = 0xE000


def plain_words(marked: str) -> str:
    """The words of a line of Markdown: emphasis, links, code, images and tags undressed."""
    # An escaped mark is a character of the text: it waits in the private use area.
    text = _ESCAPE.sub(lambda m: chr(_PRIVATE + ord(m[1])), _HELD.sub("", marked))
    text = without_comments(text)
    text = _CODE.sub(r"\2", text)
    text = _IMAGE.sub(r"\1", text)
    # A link may dress an image, and emphasis stands inside emphasis: two rounds.
    for _ in range(2):
        text = _LINK.sub(r"\1", text)
    text = _FOOTNOTE.sub("", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    for _ in range(2):
        text = _STARS.sub(r"\2", text)
        text = _UNDERSCORES.sub(r"\2", text)
    text = _STRIKE.sub(r"\1", text)
    text = html.unescape(text)
    return _HELD.sub(lambda m: chr(ord(m[0]) - _PRIVATE), text)


def only_image(marked: str) -> str | None:
    """The words for the reader's eye of a line that is one image, or None if it is not."""
    bare = marked.strip()
    m = _IMAGE.fullmatch(bare)
    if m is None:
        link = _LINKED_IMAGE.fullmatch(bare)
        m = _IMAGE.fullmatch(link[1]) if link is not None else None
    return None if m is None else m[1]
