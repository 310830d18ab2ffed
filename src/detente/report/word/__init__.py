"""The briefing as DOCX, for those who go on writing it."""
