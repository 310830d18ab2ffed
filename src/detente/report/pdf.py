"""The briefing as PDF/UA: the page on paper, tagged, with everything that folds opened."""

from __future__ import annotations

import logging
import re
from typing import Any

from detente.errors import InputError, MissingExtra
from detente.report.still_svg import with_still_drawings

# In the page these only come from the templates: what documents say is escaped.
_FOLDED = re.compile(r"<details(?![^>]*\bopen\b)")
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
# What WeasyPrint lays out otherwise than browsers do.
_PAPER = """
.brief li, .asked li { display: block; padding-left: 2rem; text-indent: -2rem; max-width: none; }
.brief li *, .asked li * { text-indent: 0; }
.brief li::before, .asked li::before { display: inline-block; width: 2rem; text-indent: 0; }
.stance thead th.k span { writing-mode: horizontal-tb; rotate: none; font-size: 0.6rem; }
.stance td.k, .stance thead th.k { width: 3.6rem; }
"""
# The same page gives the same file: no clock and no chance in its identifier. By it a briefing
# is known as ours, see detente.documents.briefings.
_IDENTIFIER = b"detente briefing"


def as_pdf(html: str) -> bytes:
    """A page of :func:`detente.report.page.page` as PDF.

    Nothing is loaded: a page that asked for anything would be refused it.

    Raises
    ------
    MissingExtra
        If WeasyPrint is not installed.
    InputError
        If the libraries it draws with (Pango) are not there.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        raise MissingExtra("weasyprint", "pdf", "writing a PDF") from error
    except OSError as error:
        raise InputError(
            "a PDF needs the library Pango, which is not found; install it (Debian: apt install "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) or write .html or .docx"
        ) from error
    # Its remarks on style rules for screens are not for users.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

    class Refusing(URLFetcher):  # type: ignore[misc]
        """Loads nothing, whatever a page asks for."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            raise ValueError(f"nothing is loaded for a briefing: {url[:80]}")

    made: Any = HTML(string=_on_paper(html), url_fetcher=Refusing())
    pdf: bytes = made.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=_IDENTIFIER)
    return pdf


def _on_paper(html: str) -> str:
    opened = _FOLDED.sub("<details open", _SCRIPT.sub("", html))
    return with_still_drawings(opened).replace("</style>", f"{_PAPER}</style>", 1)
