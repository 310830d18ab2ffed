"""Path or bytes to :class:`Document`: text that never changes, with its structure."""

from detente.documents.document import Document, Paragraph
from detente.documents.read import Duplicate, from_bytes, read_all, read_document

__all__ = ["Document", "Duplicate", "Paragraph", "from_bytes", "read_all", "read_document"]
