"""Word files (python-docx): headings by style, lists, tables as lines."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from detente.documents.docx_archive import check_archive
from detente.documents.extracted import Extracted
from detente.documents.structure import Block
from detente.errors import MissingExtra, UnreadableDocument

if TYPE_CHECKING:
    from detente.documents.document import ParagraphKind

_WORD_XML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = frozenset(f"{_WORD_XML}{name}" for name in ("tab", "br", "cr"))
# Text that was deleted or moved away, and the older copy of a text box.
_LEFT_OUT = frozenset(
    (
        f"{_WORD_XML}del",
        f"{_WORD_XML}moveFrom",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
# Style names are translated on screen but kept in English in the file; some producers
# write their own.
_STYLES: tuple[tuple[re.Pattern[str], ParagraphKind], ...] = (
    (re.compile(r"title|titel|titre|título", re.IGNORECASE), "title"),
    (re.compile(r"(?:heading|überschrift|titre|título|subtitle)\s?\d?", re.IGNORECASE), "heading"),
    (re.compile(r"caption|beschriftung|légende", re.IGNORECASE), "caption"),
    (re.compile(r"list\b.*|listen?absatz|paragraphe de liste", re.IGNORECASE), "bullet"),
)


def extract(name: str, data: bytes) -> Extracted:
    """The words of a Word file's body as blocks; deleted text of tracked changes left out.

    Creation dates are left out: they say when the file was made, not what day the text is
    from. The title counts only if the text has it too, as templates carry old ones.

    Raises
    ------
    UnreadableDocument
        If the file is damaged, encrypted, would unpack to too much, or holds a DTD.
    MissingExtra
        If python-docx or defusedxml is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import docx
            from defusedxml import DefusedXmlException
            from defusedxml.sax import make_parser
    except ImportError as error:
        package = "defusedxml" if "defusedxml" in str(error) else "python-docx"
        raise MissingExtra(package, "docx", f"{name}: reading DOCX") from None
    try:
        check_archive(name, data, make_parser)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document = docx.Document(io.BytesIO(data))
            blocks = list(_blocks(document.element.body, _kinds_of_styles(document)))
            stated = " ".join((document.core_properties.title or "").split())
    except UnreadableDocument:
        raise
    except DefusedXmlException:
        raise UnreadableDocument(
            name, "holds an XML document type, which Word never writes; save it again in Word"
        ) from None
    except Exception as error:
        # Damaged files raise whatever the parser stumbles over.
        raise UnreadableDocument(
            name, f"is damaged ({type(error).__name__}); open it and save it again as DOCX"
        ) from error
    top = " ".join(b.text for b in blocks[:8]).casefold()
    return Extracted(tuple(blocks), title=stated if stated and stated.casefold() in top else None)


def _blocks(body: Any, kinds: Mapping[str, ParagraphKind]) -> Iterator[Block]:
    for element in body.iterchildren():
        if element.tag == f"{_WORD_XML}p":
            text = _words(element)
            if text:
                yield Block(text, _kind(element, kinds))
        elif element.tag == f"{_WORD_XML}tbl":
            for row in element.iterchildren(f"{_WORD_XML}tr"):
                # Each cell by itself: a sentence never runs from one cell into the next.
                for cell in row.iterchildren(f"{_WORD_XML}tc"):
                    text = _words(cell)
                    if text:
                        yield Block(text, "bullet")
        elif element.tag == f"{_WORD_XML}sdt":
            for content in element.iterchildren(f"{_WORD_XML}sdtContent"):
                yield from _blocks(content, kinds)


def _kinds_of_styles(document: Any) -> dict[str, ParagraphKind]:
    """Style ids whose name tells the kind of a paragraph."""
    kinds: dict[str, ParagraphKind] = {}
    for style in document.styles:
        for pattern, kind in _STYLES:
            if pattern.fullmatch(style.name or ""):
                kinds.setdefault(style.style_id, kind)
                break
    return kinds


def _kind(element: Any, kinds: Mapping[str, ParagraphKind]) -> ParagraphKind | None:
    properties = element.pPr
    if properties is None:
        return None
    if properties.style in kinds:
        return kinds[properties.style]
    if properties.find(f"{_WORD_XML}outlineLvl") is not None:
        return "heading"
    return "bullet" if properties.numPr is not None else None


def _words(element: Any) -> str:
    return " ".join("".join(_parts(element)).split())


def _parts(element: Any) -> Iterator[str]:
    """The text as it reads: links and insertions in, deletions and second copies out."""
    for node in element.iterchildren():
        if node.tag in _LEFT_OUT:
            continue
        if node.tag == f"{_WORD_XML}t":
            yield node.text or ""
        elif node.tag in _SPACES:
            yield " "
        elif node.tag == f"{_WORD_XML}noBreakHyphen":
            yield "-"
        else:
            yield from _parts(node)
            if node.tag == f"{_WORD_XML}p":
                yield " "
