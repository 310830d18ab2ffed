"""Web pages."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from detente.documents import Document, from_bytes
from detente.errors import MissingExtra, UnreadableDocument

FIRST = "Delegates from both republics met on Friday in the old town hall, officials said."
SECOND = "The second paragraph is about the ferry, which has been closed since March of last year."
THIRD = "A third paragraph closes the report with a few words more than would be needed for it."
ARTICLE = f"""<article><h1>Talks resume in the capital</h1><p class=byline>By Ana Silva</p>
<figure><img src=a.png alt="x"><figcaption>Delegates arrive.</figcaption></figure>
<p>{FIRST.replace("both", "<b>both</b>")}</p><p>{SECOND}</p><h2>What they want</h2>
<ul><li>Open the harbour</li><li>The ministers must agree on the price of grain.</li></ul>
<script>document.write("<p>Never shown on any page of ours.</p>")</script>
<table><tr><th>Port</th><th>Tons</th></tr><tr><td>Sal</td><td>300</td></tr></table>
<p>{THIRD}</p></article>"""
NAV = "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"


def page(head: str = "", body: str = ARTICLE) -> bytes:
    return (
        f"<!doctype html><html><head><meta charset=utf-8>{head}</head>"
        f"<body>{NAV}{body}<footer>Copyright 2019 Post</footer></body></html>"
    ).encode()


def read(head: str = "", body: str = ARTICLE) -> Document:
    return from_bytes("page.html", page(head, body))


def test_article_without_menu_and_scripts() -> None:
    document = read()
    found = [(p.kind, document.text[p.start : p.end]) for p in document.paragraphs]
    assert found == [
        ("title", "Talks resume in the capital"),
        ("body", FIRST),
        ("body", SECOND),
        ("heading", "What they want"),
        ("bullet", "Open the harbour"),
        ("body", "The ministers must agree on the price of grain."),
        ("bullet", "Port | Tons"),
        ("bullet", "Sal | 300"),
        ("body", THIRD),
    ]
    assert document.media_type == "text/html"
    assert document.language == "en"


def test_content_counts_before_the_name() -> None:
    assert from_bytes("page.txt", page()).media_type == "text/html"
    assert from_bytes("stdin", b"\n <!-- saved -->\n" + page()).media_type == "text/html"
    fragment = f"<p>{FIRST}</p><p>{SECOND}</p>".encode()
    assert from_bytes("stdin", fragment, "text/html; charset=utf-8").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2024-05-04T10:00:00Z">', (2024, 5, 4)),
        ('<meta name="DC.date.issued" content="4 May 2024">', (2024, 5, 4)),
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
         '"datePublished": "2024-05-04"}]}</script>', (2024, 5, 4)),
        ('<meta name="date" content="03/04/2024">', None),
        ('<script type="application/ld+json">{"datePublished": </script>', None),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", None),
        ('<link rel=canonical href="https://example.org/2024/05/04/talks">', None),
        ("", None),
    ],
)  # fmt: skip
def test_date_only_where_the_page_states_it(head: str, date: tuple[int, int, int] | None) -> None:
    document = read(head)
    assert document.date == (None if date is None else dt.date(*date))
    assert document.date_basis == (None if date is None else "metadata")
    assert ("03/04" in head) == bool(document.warnings)


def test_one_time_element_states_the_date_and_two_do_not() -> None:
    stamp = '<time datetime="2024-05-04">4 May</time>'
    assert read(body=stamp + ARTICLE).date == dt.date(2024, 5, 4)
    assert read(body=stamp + ARTICLE + '<time datetime="2019-01-01">old</time>').date is None


def test_publisher_and_title() -> None:
    document = read('<meta property="og:site_name" content="Harbour Post">')
    assert (document.title, document.publisher) == ("Talks resume in the capital", "Harbour Post")
    plain = ARTICLE.replace("h1>", "div>")
    document = read(
        "<title>Talks go on | Harbour Post</title>"
        '<script type="application/ld+json">{"publisher": {"name": "Harbour Post"}}</script>',
        plain,
    )
    assert (document.title, document.publisher) == ("Talks go on", "Harbour Post")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("shift_jis", "shift_jis")],
)
def test_charset_the_page_names(declared: str, encoding: str) -> None:
    said = {
        "cp1251": "Министры двух стран встретились в пятницу и заявили, что готовы к переговорам.",
        "cp1252": "Les ministres ont dit qu’ils étaient prêts à négocier “dès demain”, à Genève.",
        "shift_jis": "両国の外相は金曜日に会談し、和平に向けた交渉を続ける用意があると述べた。",
    }[encoding]
    data = f"<html><head><meta charset={declared}></head><body><p>{said}</p></body></html>"
    assert said in from_bytes("a.html", data.encode(encoding)).text


def test_charset_that_is_no_character_set_is_not_used() -> None:
    data = f"<html><head><meta charset=unicode_escape></head><p>{FIRST} \\ud800</p></html>"
    assert "\\ud800" in from_bytes("a.html", data.encode()).text


@pytest.mark.parametrize(
    "body",
    ["", "<nav><a href=/>Home</a> <a href=/w>World</a></nav>", "<div id=app></div>",
     "<script>document.write('words')</script>", "<p", "&amp;" * 50, "<h2>a</h2>" * 30],
)  # fmt: skip
def test_pages_without_an_article(body: str) -> None:
    data = f"<html><head><title>T</title></head><body>{body}</body></html>".encode()
    with pytest.raises(UnreadableDocument, match="no article text"):
        from_bytes("page.html", data)


def test_malformed_markup_is_read() -> None:
    data = f"<html><body><p>{FIRST}<p>{SECOND}<b><i></p></b><table><td></body>".encode()
    document = from_bytes("page.html", data)
    assert FIRST in document.text
    assert SECOND in document.text


def test_entities_do_not_expand() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = f"{bomb}<html><body><p>{FIRST} &b;</p><p>&#xD800;&#0; {SECOND}</p></body></html>"
    document = from_bytes("page.html", data.encode())
    assert "lollol" not in document.text
    document.text.encode("utf-8")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<div>" * 100_000, "deep"),
        ("<p>word</p>" * 61_000, "elements"),
        ("<p>" + "word " * 1_100_000, "limit is 5 MB"),
    ],
)
def test_pages_that_would_cost_minutes_are_refused(body: str, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says):
        from_bytes("page.html", f"<html><body>{body}".encode())


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"page\.html.*pip install 'detente\[html\]'"):
        read()


@pytest.mark.parametrize("label", ["windows-874", "windows1251", "cp1251", "iso88592", "ISO8859-2"])
def test_spellings_of_character_sets(label: str) -> None:
    data = page().replace(b"charset=utf-8", b"charset=" + label.encode())
    document = from_bytes("page.html", data)
    assert FIRST in document.text
    assert document.warnings == ()


@pytest.mark.parametrize("label", ["iso-8859-12", "iso-8859-99"])
def test_character_sets_that_do_not_exist_are_inferred(label: str) -> None:
    for encoding in ("utf-8", "windows-1252"):
        body = ARTICLE.replace("old town", "old café").encode(encoding)
        data = f"<!doctype html><html><head><meta charset={label}></head><body>".encode() + body
        document = from_bytes("page.html", data)
        assert "the old café hall" in document.text
        assert document.warnings[0] == f"says it is {label}, which cannot be read; inferred"


def test_metadata_is_clean_text() -> None:
    document = read(
        r'<script type="application/ld+json">{"@type": "NewsArticle", "publisher": '
        r'{"name": "\u001bThe \u009b Post\ud800\n\u0007"}}</script>'
        '<meta property="og:title" content="Talks\x9b \x7f resume">',
        ARTICLE.replace("<h1>Talks resume in the capital</h1>", ""),
    )
    assert document.publisher == "The Post\ufffd"
    assert document.title == "Talks resume"
    document.publisher.encode()
