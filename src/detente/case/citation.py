"""What an entry rests on: words at a place of a document, or a public source, or a judgement."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from detente.case.entry import DateText, Id, Part, Text

Reliability = Literal["A", "B", "C", "D", "E", "F"]


class Citation(Part):
    """One source. ``start`` and ``end`` count code points of the text whose hash is given."""

    id: Id
    kind: Literal["document", "source", "judgement"] = "source"
    title: Text | None = None
    publisher: Text | None = None
    date: DateText | None = Field(
        None, description="Date of the source, as much of it as is known."
    )
    url: Text | None = None
    document: str | None = Field(None, description="sha256 of the normalised text.")
    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=0)
    quote: Text | None = Field(None, description="The exact words.")
    item: str | None = Field(None, description="Id of the ledger item it came from.")
    reliability: Reliability | None = Field(None, description="Admiralty code of the source.")
    credibility: int | None = Field(None, ge=1, le=6, description="Admiralty code of what it says.")
    note: Text | None = None

    @model_validator(mode="after")
    def _place(self) -> Citation:
        if (self.start is None) != (self.end is None):
            raise ValueError("start and end come together")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError("end lies after start")
        if self.kind == "document" and (self.document is None or self.start is None):
            raise ValueError("a citation of a document needs document, start and end")
        return self
