"""What a web page states about itself in its head: title, site, day of publication.

Only statements count. Dates that stand in addresses, in the running text or in copyright
lines are not the page's date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.documents.dates import StatedDate, date_at

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_SITE_NAMES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_journal_title",
    "application-name",
)
_TITLE_NAMES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_SEPARATORS = (" | ", " – ", " — ", " - ", " :: ", " « ")
_LONGEST_JSON = 300_000
_MOST_NODES = 500


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """None where the page states nothing."""

    title: str | None = None
    publisher: str | None = None
    date: StatedDate | None = None


def page_metadata(tree: Any) -> PageMetadata:
    """Read the metadata of an lxml tree of a page; the tree stays as it is."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = " ".join((element.get("content") or "").split())[:1000]
        for key in ("property", "name", "itemprop"):
            if value and element.get(key):
                meta.setdefault(element.get(key).strip().lower(), value)
    linked = list(_linked_data(tree))
    publisher = next((meta[n] for n in _SITE_NAMES if n in meta), None) or _publisher(linked)
    return PageMetadata(_title(tree, meta, publisher), publisher, _date(tree, meta, linked))


def _title(tree: Any, meta: dict[str, str], publisher: str | None) -> str | None:
    headings = [words(h) for h in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0][:500]
    stated = next((meta[n] for n in _TITLE_NAMES if n in meta), None)
    if stated is None:
        stated = next((words(t)[:500] for t in tree.iter("title") if words(t)), None)
    if stated is not None and publisher is not None:
        for separator in _SEPARATORS:
            stated = stated.removesuffix(separator + publisher)
    return stated


def _date(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> StatedDate | None:
    found = [meta[n] for n in _DATE_NAMES if n in meta]
    found += [n["datePublished"] for n in linked if isinstance(n.get("datePublished"), str)]
    times = [t for t in tree.iter("time") if t.get("datetime")]
    said = [
        t
        for t in times
        if t.get("pubdate") is not None
        or (t.get("itemprop") or "").lower() == "datepublished"
        or "publish" in (t.get("class") or "").lower()
    ]
    # A page with one time says when it is from; with several, which is whose is a guess.
    found += [t.get("datetime") for t in said or (times if len(times) == 1 else [])]
    read = [d for d in (date_at(words.strip()[:60]) for words in found) if d is not None]
    return next((d for d in read if d.date is not None), read[0] if read else None)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for node in linked:
        publisher = node.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return " ".join(name.split())[:200]
    return None


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The nodes of the page's JSON-LD, at most a few hundred."""
    count = 0
    for script in tree.iter("script"):
        source = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        if len(source) > _LONGEST_JSON:
            continue
        try:
            waiting = [json.loads(source)]
        except (ValueError, RecursionError):
            continue
        while waiting and count < _MOST_NODES:
            node = waiting.pop(0)
            count += 1
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                yield node
                waiting.append(node.get("@graph"))


def words(element: Any) -> str:
    """The words inside an element, white space evened."""
    return " ".join("".join(element.itertext()).split())
