"""The frame of a briefing: head, summary, bar, sections, sources; one page that loads nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from detente.report.desk import Section, package_text, render
from detente.report.source_pane import Source

_FOOT = "draft: nothing accepted by an analyst"


@dataclass(frozen=True)
class Frame:
    """What stands around the sections.

    ``mast`` is the template of the head and ``head`` what fills it; ``state`` says on paper and
    in the head what is accepted; ``brief`` are sentences on the record, ``summary`` the answers
    in short; ``parts`` gives the headings of the parts of the page and a line below each.
    """

    title: str
    mast: str
    head: Mapping[str, Any]
    state: str = _FOOT
    brief: Sequence[Markup] = ()
    summary: Markup | None = None
    summary_drafted: bool = False
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def page(
    frame: Frame,
    sections: Sequence[Section],
    *,
    sources: Sequence[Source] | None = None,
    data: str = "",
    several: bool = False,
) -> str:
    """The whole page. Without ``sources`` (None) it has no pane and no script."""
    style = package_text("static", "briefing.css").strip().replace(_FOOT, frame.state)
    script = package_text("static", "briefing.js").strip()
    made = render(
        "page.html",
        title=frame.title,
        mast=frame.mast,
        head=frame.head,
        state=frame.state,
        brief=frame.brief,
        summary=frame.summary,
        summary_drafted=frame.summary_drafted,
        parts=frame.parts,
        sections=sections,
        pane=sources is not None,
        sources=sources or (),
        several=several,
        style=style,
        style_hash=_csp_hash(style),
        script=script,
        script_hash=_csp_hash(script),
        data=data,
    )
    return f"{made}\n"


def _csp_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
