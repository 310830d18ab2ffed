"""Markdown to words with structure."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from detente.documents import Document, from_bytes
from detente.documents.inline_markup import plain_words

LONG = "The foreign ministers met for three hours and agreed to continue in the autumn."


def read(text: str) -> Document:
    return from_bytes("note.md", text.encode())


def kinds(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(p.kind, document.text[p.start : p.end]) for p in document.paragraphs]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("a *b* and **c** and ***d***", "a b and c and d"),
        ("_a_ and __b__ but snake_case_name", "a and b but snake_case_name"),
        ("**bold with *inner* words**", "bold with inner words"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("[the treaty](https://example.org/a_(b)) holds", "the treaty holds"),
        ("[the treaty][ref] holds", "the treaty holds"),
        ("[unnamed official] said", "[unnamed official] said"),
        ("a ![map of the strait](map.png) here", "a map of the strait here"),
        ("`code` and ~~struck~~", "code and struck"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("a<br>b &amp; c &lt; d <!-- hidden --> e", "ab & c < d  e"),
        ("words[^1] end", "words end"),
        ("< 5 and > 3", "< 5 and > 3"),
    ],
)
def test_marks_inside_a_line(marked: str, words: str) -> None:
    assert plain_words(marked) == words


def test_structure() -> None:
    text = f"""# The *big* talks

{LONG}
{LONG}

- one **item**
- The minister said that
  they agree.
* Northern Ferry Company

1. first
2. second

What they want
--------------

> {LONG}
> {LONG}

***

| Port | Tons |
|------|-----:|
| Sal  | 300  |

![The harbour at dusk](b.png)

<figure>
<img src="a.png">
<figcaption>Delegates arrive.</figcaption>
</figure>

<script>
alert("never shown")
</script>

[ref]: https://example.org
"""
    assert kinds(text) == [
        ("title", "The big talks"),
        ("body", f"{LONG} {LONG}"),
        ("bullet", "one item"),
        ("body", "The minister said that they agree."),
        ("bullet", "Northern Ferry Company"),
        ("bullet", "first"),
        ("bullet", "second"),
        ("heading", "What they want"),
        ("body", f"{LONG} {LONG}"),
        ("bullet", "Port | Tons"),
        ("bullet", "Sal | 300"),
        ("caption", "The harbour at dusk"),
        ("caption", "Delegates arrive."),
    ]


def test_front_matter() -> None:
    document = read(
        '---\ntitle: "Talks: the second round"\npublisher: Harbour Post\ndate: 2024-05-04\n---\n\n'
        f"{LONG}\n"
    )
    assert document.title == "Talks: the second round"
    assert document.publisher == "Harbour Post"
    assert (document.date, document.date_basis) == (dt.date(2024, 5, 4), "metadata")
    assert document.text == LONG
    assert document.media_type == "text/markdown"


def test_front_matter_date_that_could_be_two() -> None:
    document = read(f"---\ndate: 03/04/2024\n---\n{LONG}\n")
    assert document.date is None
    assert "day/month" in document.warnings[0]


def test_a_rule_is_no_front_matter() -> None:
    assert [k for k, _ in kinds(f"---\n\n{LONG}\n\n{LONG}\n")] == ["body", "body"]


def test_year_at_a_line_begin_is_no_list() -> None:
    assert kinds(f"{LONG} It was signed in\n1986. It holds.\n")[0][0] == "body"
    assert len(kinds(f"{LONG} It was signed in\n1986. It holds.\n")) == 1


def test_contents_list_becomes_bullets() -> None:
    words = "Why the ferry matters to both"
    text = f"# Talks\n\n- {words}\n\n{LONG}\n\n## {words}\n\n{LONG}\n"
    assert [k for k, _ in kinds(text)] == ["title", "bullet", "body", "heading", "body"]


def test_fence_left_open_ends_with_the_text() -> None:
    assert kinds(f"{LONG}\n\n```\n{LONG}\n") == [("body", LONG), ("body", LONG)]


def test_quoted_fences_end_with_their_quotation() -> None:
    after = f"\n{LONG}\n\n## What comes next\n\n{LONG}\n"
    rest = [("body", LONG), ("heading", "What comes next"), ("body", LONG)]
    for quoted in ("> ```\n> run it\n> ```\n", "> ```\n> run it\n"):
        assert kinds(quoted + after)[1:] == rest
        assert kinds(quoted + after)[0][1] == "run it"


def test_inline_code_of_three_backticks_opens_no_fence() -> None:
    text = f"```json``` is the format that both ministries use.\n\n## Next\n\n{LONG}\n"
    assert [words for _, words in kinds(text)] == [
        "json is the format that both ministries use.",
        "Next",
        LONG,
    ]


@pytest.mark.parametrize("between", [f"\n{LONG}\n\n", f"{LONG}\n\n", f"\nHe said: {LONG}\n\n"])
def test_prose_between_rules_is_no_front_matter(between: str) -> None:
    words = read(f"---\n{between}---\n\nThe second report is about the ferry.\n").text
    assert LONG in words
    assert "ferry" in words


@pytest.mark.parametrize(
    "front", ["tags:\n- a", "# made by hand\ntitle: Ferry", '"title" = "Ferry"']
)
def test_front_matter_is_no_prose(front: str) -> None:
    assert read(f"---\n{front}\n---\n\n{LONG}\n").text.strip() == LONG


@pytest.mark.parametrize("rule", ["|---|---|", "--- | :--:", "  | :-- | --: |  ", "---|---|"])
def test_table_rules_are_left_out(rule: str) -> None:
    found = kinds(f"{LONG}\n\nPort | Tons\n{rule}\nSal | 300\n")
    assert [words for _, words in found] == [LONG, "Port | Tons", "Sal | 300"]


@pytest.mark.parametrize(
    "bait", [" " * 400_000 + "a|b", "|" + " " * 400_000 + "-", "|--" * 200_000]
)
def test_baits_for_table_rules_take_linear_time(bait: str) -> None:
    begun = time.process_time()
    assert LONG in read(f"{LONG}\n\n{bait}\na|b\n").text
    assert time.process_time() - begun < 5
