"""What every drawing needs: SVG that stands alone, with a title and a description."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from html import escape

INK, GREY, PALE = "#1a1a1a", "#555", "#e4e4e0"
#: Two of Okabe and Ito's colours, which most colour-blind readers tell apart.
BLUE, RED = "#0072b2", "#d55e00"


def drawing(title: str, description: str, size: tuple[int, int], parts: Iterable[str]) -> str:
    """One SVG document of a width and height around its parts.

    Ids hang on the content, so that several drawings can stand on one page.
    """
    made = list(parts)
    wide, tall = size
    key = sha256(f"{title}{description}{made}".encode()).hexdigest()[:10]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {wide} {tall}" '
            f'width="{wide}" style="max-width:100%;height:auto" '
            f'font-family="system-ui, sans-serif" font-size="12" '
            f'aria-labelledby="t{key} d{key}">',
            f'<title id="t{key}">{escape(title)}</title>',
            f'<desc id="d{key}">{escape(description)}</desc>',
            '<rect width="100%" height="100%" fill="#fff"/>',
            *made,
            "</svg>",
        ]
    )


def text(
    x: float, y: float, words: str, *, anchor: str = "start", colour: str = INK, style: str = ""
) -> str:
    """Words at a place; what they say is escaped."""
    more = f" {style}" if style else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{more}>'
        f"{escape(words)}</text>"
    )
