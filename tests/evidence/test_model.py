from __future__ import annotations

import pytest

from detente.documents.document import Document, Paragraph
from detente.errors import InputError, MissingExtra
from detente.evidence import model as model_module
from detente.evidence.model import available_model, load_model

pytestmark = pytest.mark.model

TEXT = "A Heading Of Names\nAna Ruiz met Ola Berg. They spoke."
DOCUMENT = Document(
    "t", "0" * 64, TEXT, paragraphs=(Paragraph(1, 0, 18, "heading"), Paragraph(2, 19, len(TEXT)))
)


@pytest.fixture(scope="module")
def needs_model() -> None:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")


@pytest.mark.usefixtures("needs_model")
def test_the_parse_covers_prose_only_and_keeps_places() -> None:
    parse = load_model().parse(DOCUMENT)
    assert [base for base, _ in parse.paragraphs] == [19]
    found = parse.span(28, 31)
    assert found is not None
    base, span = found
    assert span.text == "met"
    assert base + span.start_char == 28
    assert parse.paragraph(3) is None


@pytest.mark.usefixtures("needs_model")
def test_the_model_is_named_with_its_hash() -> None:
    model = load_model()
    assert model.name
    assert model.version
    assert len(model.sha256) == 64


@pytest.mark.usefixtures("needs_model")
def test_a_model_that_is_not_there_is_one_clear_line() -> None:
    with pytest.raises(InputError, match="no_such_model: spaCy cannot load it"):
        load_model("no_such_model")


def test_without_any_model_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_module, "available_model", lambda: None)
    load_model.cache_clear()
    with pytest.raises(MissingExtra, match=r"pip install 'detente\[nlp\]'"):
        load_model()
    load_model.cache_clear()
