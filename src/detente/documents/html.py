"""Web pages: the article's text without menus, scripts and comments (trafilatura)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from detente.documents.extracted import Extracted
from detente.documents.html_metadata import page_metadata, words
from detente.documents.limits import MAX_HTML_BYTES, MAX_HTML_DEPTH, MAX_HTML_ELEMENTS
from detente.documents.lines import ends_sentence
from detente.documents.plain import BYTE_ORDER_MARKS, decode
from detente.documents.quiet import silenced
from detente.documents.structure import Block
from detente.errors import MissingExtra, UnreadableDocument

if TYPE_CHECKING:
    from detente.documents.document import ParagraphKind

_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{2,30})"
    rb"|<\?xml\b[^>]{0,100}?encoding\s{0,3}=\s{0,3}[\"']([A-Za-z0-9_:.-]{2,30})",
    re.IGNORECASE,
)
# Python has codecs that are no character sets (punycode, unicode_escape); pages may name these.
_CHARSETS = re.compile(
    r"utf-?8|(?:windows-?|cp)(?:125[0-8]|874)|iso-?8859-?\d{1,2}|latin-?1|us-ascii|koi8-[ru]|gb2312|gbk|"
    r"gb18030|big5|shift_jis|euc-jp|euc-kr|iso-2022-jp|macintosh|tis-620",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_CUT_OUT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed")


def extract(name: str, data: bytes) -> Extracted:
    """The article of a page as blocks, and what its head states. Nothing in it is executed.

    Raises
    ------
    UnreadableDocument
        If there is no article text in the page, or the page is too large or nested too deep.
    MissingExtra
        If trafilatura is not installed.
    """
    try:
        with silenced("trafilatura"):
            import trafilatura

            # lxml comes with trafilatura and has no types of its own.
            etree: Any = import_module("lxml.etree")
            lxml_html: Any = import_module("lxml.html")
    except ImportError:
        raise MissingExtra("trafilatura", "html", f"{name}: reading HTML") from None
    if len(data) > MAX_HTML_BYTES:
        size, most = len(data) / 10**6, MAX_HTML_BYTES // 10**6
        raise UnreadableDocument(
            name, f"is a page of {size:.0f} MB, the limit is {most} MB; save its text instead"
        )
    text, notes = _decode(name, data)
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    with silenced("trafilatura"):
        try:
            tree = lxml_html.document_fromstring(_DECLARATION.sub("", text, count=1), parser=parser)
        except (etree.LxmlError, ValueError, AssertionError):
            raise UnreadableDocument(name, "holds no HTML that can be read") from None
        _bound(name, tree)
        stated = page_metadata(tree)
        etree.strip_elements(tree, *_CUT_OUT, with_tail=False)
        try:
            page: Any = trafilatura.bare_extraction(
                tree, include_comments=False, include_formatting=False, with_metadata=False
            )
        except Exception as error:
            reason = f"cannot be read as a page ({type(error).__name__}); save its text instead"
            raise UnreadableDocument(name, reason) from error
    blocks = [] if page is None or page.body is None else list(_blocks(page.body))
    if not any(b.kind != "heading" and _says_something(b.text) for b in blocks):
        raise UnreadableDocument(
            name, "has no article text (a menu, or a page that scripts fill); save its text instead"
        )
    if stated.title and not any(b.text == stated.title for b in blocks[:3]):
        blocks.insert(0, Block(stated.title, "title"))
    problem = None if stated.date is None else stated.date.problem
    return Extracted(
        tuple(blocks),
        title=stated.title,
        publisher=stated.publisher,
        date=None if stated.date is None else stated.date.date,
        warnings=(*notes, *([f"metadata: {problem}"] if problem else [])),
    )


def _says_something(text: str) -> bool:
    """True for a sentence or a longer run of words: menus and buttons have neither."""
    return len(text) >= 60 or (len(text) >= 12 and ends_sentence(text, 0, len(text)))


def _decode(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """By byte order mark, then the charset that the page names, then as plain text."""
    declared = _CHARSET.search(data[:4096])
    if declared is not None and not any(data.startswith(m) for m, _ in BYTE_ORDER_MARKS):
        label = (declared[1] or declared[2]).decode("ascii")
        if _CHARSETS.fullmatch(label):
            # Browsers read these two labels as windows-1252, so pages rely on it.
            western = re.fullmatch(r"iso-?8859-?1|latin-?1|us-ascii", label, re.IGNORECASE)
            encoding = "windows-1252" if western else _codec(label)
            if encoding is None:
                text, notes = decode(name, data)
                return text, (f"says it is {label}, which cannot be read; inferred", *notes)
            text = data.decode(encoding, "replace")
            lost = text.count("\ufffd")
            note = f"{lost} characters are not {label}, which the page says it is"
            return text, (note,) if lost else ()
    return decode(name, data)


def _codec(label: str) -> str | None:
    """Python's name for a character set; None for one it lacks (there is no ISO-8859-12)."""
    spelt = re.sub(r"(?i)^windows-?(?=\d)", "cp", label)
    spelt = re.sub(r"(?i)^iso-?8859-?(?=\d)", "iso8859-", spelt)
    try:
        return codecs.lookup(spelt).name
    except LookupError:
        return None


def _bound(name: str, tree: Any) -> None:
    """Refuse trees that would cost the extractor minutes."""
    count = depth = 0
    level: dict[Any, int] = {}
    for element in tree.iter():
        count += 1
        parent = element.getparent()
        here = level[element] = 0 if parent is None else level.get(parent, 0) + 1
        depth = max(depth, here)
    if count > MAX_HTML_ELEMENTS or depth > MAX_HTML_DEPTH:
        raise UnreadableDocument(
            name, f"has {count:,} elements, {depth} deep; too many to read, save its text instead"
        )


def _blocks(element: Any) -> Iterator[Block]:
    """Blocks of trafilatura's body, in reading order."""
    kinds: dict[str, ParagraphKind | None] = {"head": "heading", "item": "bullet"}
    for child in element:
        tag = child.tag
        if tag in {"list", "quote", "div", "body"} and any(
            c.tag in {"p", "item", "head", "list", "quote"} for c in child
        ):
            if child.text and child.text.strip():
                yield Block(" ".join(child.text.split()))
            yield from _blocks(child)
        elif tag == "table":
            for row in child.iter("row"):
                cells = [c for c in (words(cell) for cell in row.iter("cell")) if c]
                if cells:
                    yield Block(" | ".join(cells), "bullet")
        else:
            for lb in child.iter("lb"):
                lb.tail = "\n" + (lb.tail or "")
            lines = [" ".join(x.split()) for x in "".join(child.itertext()).split("\n")]
            text = " ".join(x for x in lines if x)
            if text:
                yield Block(text, kinds.get(tag))
        if child.tail and child.tail.strip():
            yield Block(" ".join(child.tail.split()))
