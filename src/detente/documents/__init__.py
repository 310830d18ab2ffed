"""Path or bytes to :class:`Document`: text that never changes, with its structure."""

from detente.documents.document import Document, Paragraph

__all__ = ["Document", "Paragraph"]
