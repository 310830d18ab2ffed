from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.model import Model, available_model, load_model
from detente.evidence.stances import extract
from tests.evidence.negotiators import reading
from tests.time_use import grows_within

# A sentence and its stances as "actor label basis", the answers of a careful reader.
KNOWN: dict[str, set[str]] = {
    # ---- plain support and opposition
    "Aravia welcomed the ceasefire proposal on Monday.": {"state:ARA support reported"},
    "Boria rejected the peace plan.": {"state:BOR oppose reported"},
    "Liv Oyen praised the two governments for their restraint and backed the talks.": {
        "per:oyen support reported"
    },
    "Keld denounced the agreement as a surrender.": {"per:keld oppose reported"},
    "Boria has ruled out direct negotiations.": {"state:BOR oppose reported"},
    "Dano voiced strong support for the initiative.": {"per:dano support reported"},
    "Keld expressed scepticism about the mediation.": {"per:keld sceptical reported"},
    "Keld cast doubt on the truce.": {"per:keld sceptical reported"},
    "The Coast League endorsed the roadmap and Boria dismissed it.": {
        "org:LEAGUE support reported",
        "state:BOR oppose reported",
    },
    "Aravia and Boria welcomed the agreement.": {
        "state:ARA support reported",
        "state:BOR support reported",
    },
    "Selland, which borders Boria, rejected the deal.": {"state:SEL oppose reported"},
    "Boria refused to negotiate.": {"state:BOR oppose reported"},
    "Boria walked out of the talks.": {"state:BOR oppose narration"},
    "Selland threw its weight behind the peace process.": {"state:SEL support narration"},
    "Oyen spoke out against the annexation.": {"per:oyen oppose reported"},
    "Boria objected to the draft resolution.": {"state:BOR oppose reported"},
    "Dano warned against the withdrawal.": {"per:dano sceptical reported"},
    "Selland called for an immediate ceasefire.": {"state:SEL support reported"},
    "Oyen urged Boria to join the negotiations.": {"per:oyen support reported"},
    "Selland called on Aravia and Boria to resume peace talks.": {"state:SEL support reported"},
    "Selland, a steady backer of the mediation, will host the summit.": {
        "state:SEL support narration"
    },
    "Keld has long been an opponent of the treaty.": {"per:keld oppose narration"},
    "Aravia is in favour of a negotiated settlement.": {"state:ARA support narration"},
    "Boria is opposed to the plan.": {"state:BOR oppose narration"},
    "Boria remains wary of the initiative.": {"state:BOR sceptical narration"},
    "The proposal was welcomed by Aravia.": {"state:ARA support reported"},
    "A plan backed by Selland would open the border.": {"state:SEL support reported"},
    "Dano called the proposal unacceptable.": {"per:dano oppose reported"},
    "Keld described the accord as a step forward.": {"per:keld support reported"},
    # ---- negation
    "Boria did not rule out talks.": {"state:BOR conditional reported"},
    "Boria has yet to endorse the plan.": {"state:BOR conditional reported"},
    "Boria does not support the proposal.": {"state:BOR oppose reported"},
    "Keld declined to back the agreement.": {"per:keld conditional reported"},
    "Keld refused to endorse the roadmap.": {"per:keld oppose reported"},
    "Boria never accepted the treaty.": {"state:BOR oppose reported"},
    "Aravia did not hesitate to back the deal.": {"state:ARA support reported"},
    "Boria will not reject the offer.": {"state:BOR conditional reported"},
    "Neither Aravia nor Boria supports the plan.": {
        "state:ARA oppose reported",
        "state:BOR oppose reported",
    },
    "Boria has not accepted the plan.": {"state:BOR conditional reported"},
    "Aravia does not oppose a ceasefire, Dano said.": {"state:ARA conditional reported"},
    "“We are not against negotiations, but we will not negotiate under fire,” Keld said.": {
        "per:keld conditional direct_quote"
    },
    "Selland is unlikely to support the resolution.": {"state:SEL oppose narrator_speculation"},
    # ---- conditions
    "Aravia welcomed the offer but stressed conditions.": {"state:ARA conditional reported"},
    "Aravia supports the plan, but only if Boria withdraws.": {"state:ARA conditional reported"},
    "Oyen cautiously welcomed the truce.": {"per:oyen conditional reported"},
    "The League voiced guarded hope about the talks but raised worries over timing.": {
        "org:LEAGUE conditional reported"
    },
    "Boria stopped short of endorsing the plan.": {"state:BOR conditional narration"},
    "Boria is considering the proposal.": {"state:BOR conditional narration"},
    "Keld agreed in principle to the exchange.": {"per:keld conditional reported"},
    # ---- guesses
    "Keld may welcome a ceasefire.": {"per:keld support narrator_speculation"},
    "Boria is expected to reject the proposal.": {"state:BOR oppose narrator_speculation"},
    "Some insiders say Boria opposes the plan.": {"state:BOR oppose narrator_speculation"},
    # ---- shares of people
    "A poll found that 62% of Borians oppose the agreement.": {
        "grp:borians oppose reported_statistic"
    },
    "Some 54 percent of Borians are wary of the deal.": {
        "grp:borians sceptical reported_statistic"
    },
    # ---- own words
    "“We welcome this initiative,” Dano said.": {"per:dano support direct_quote"},
    "“We will never accept this treaty,” Keld said.": {"per:keld oppose direct_quote"},
    "“Any settlement must respect our borders,” Dano said.": {"per:dano conditional direct_quote"},
    "“We support the talks, but Boria must free the prisoners first,” Dano said.": {
        "per:dano conditional direct_quote"
    },
    "“The talks can only benefit the region,” Oyen said.": {"per:oyen support direct_quote"},
    "“This deal risks rewarding aggression,” Dano said.": {"per:dano sceptical direct_quote"},
    "“The plan is a non-starter,” Keld said.": {"per:keld oppose direct_quote"},
    "“It is time to end this war,” Oyen said.": {"per:oyen support direct_quote"},
    "“We are open to talks, but any deal must include the islands,” Keld said.": {
        "per:keld conditional direct_quote"
    },
    "Oyen praised the agreement, saying, “Courage has won today.”": {
        "per:oyen support reported",
        "per:oyen support direct_quote",
    },
    # ---- longer sentences
    "Despite pressure from Selland, Boria has so far resisted calls for a ceasefire.": {
        "state:BOR oppose narration"
    },
    "While Aravia has embraced the mediation, Boria has been cooler on the idea.": {
        "state:ARA support reported",
        "state:BOR sceptical narration",
    },
    "Keld, who had rejected an earlier draft, now appears to support the agreement.": {
        "per:keld oppose reported",
        "per:keld support narrator_speculation",
    },
    "Lawmakers in Boria voted to reject the treaty on Thursday.": {"state:BOR oppose reported"},
    "Officials in Aravia fear that the agreement would embolden Boria.": {
        "state:ARA sceptical reported"
    },
    "Boria has been reluctant to join the mediation effort.": {"state:BOR sceptical narration"},
    "Public support for the deal has fallen, and most Borians now oppose it.": {
        "grp:borians oppose reported_statistic"
    },
    # ---- whose stance: titles with a name, two leaders, owners of a noun
    "Aravia’s opposition leader, Mira Dano, backed the mediation.": {"per:dano support reported"},
    "Boria’s chief negotiator, Otto Keld, expressed doubts about the talks.": {
        "per:keld sceptical reported"
    },
    "Aravia’s opposition rejected the treaty.": set(),
    "Liv Oyen met Otto Keld in the capital. Both leaders welcomed the truce.": {
        "per:oyen support reported",
        "per:keld support reported",
    },
    "Aravia’s support for the plan angered many.": {"state:ARA support narration"},
    "Boria’s rejection of the draft came late.": {"state:BOR oppose narration"},
    "Selland seeks Boria’s support for the plan.": set(),
    "The Coast League endorsed the roadmap, and Boria opposed it.": {
        "org:LEAGUE support reported",
        "state:BOR oppose reported",
    },
    # ---- conditions, both ways, verdicts
    "Aravia welcomed the offer but set a condition.": {"state:ARA conditional reported"},
    "Aravia welcomed the truce but said any deal must protect the ports.": {
        "state:ARA conditional reported"
    },
    "Boria has agreed to attend provided that the ports stay open.": {
        "state:BOR conditional reported"
    },
    "Selland has neither endorsed nor rejected the initiative.": {"state:SEL conditional reported"},
    "Boria called that condition acceptable.": {"state:BOR support reported"},
    "Oyen called the proposal “the most serious opening in years.”": {"per:oyen support reported"},
    "Keld ruled out returning the boats.": {"per:keld oppose reported"},
    "Aravia rejected that demand.": {"state:ARA oppose reported"},
    "Selland criticised the plan.": {"state:SEL oppose reported"},
    "Selland hopes to see the accord signed in May.": {"state:SEL support reported"},
    "Aravia expressed willingness to return to the talks.": {"state:ARA support reported"},
    "Keld found the ruling premature.": {"per:keld sceptical reported"},
    "“We will speak to them ourselves, without mediators, in these talks,” Keld said.": {
        "per:keld oppose direct_quote"
    },
    # ---- a quoted piece of the narrator's sentence is no utterance of its own
    "Selland criticised the plan, saying that river talks “belong to those on the river.”": {
        "state:SEL oppose reported"
    },
    # ---- no stance towards a proposal
    "Aravia denied that it opposed the talks.": set(),
    "All but one of the ten states of the League have backed the treaty.": set(),
    "Boria called its own actions lawful.": set(),
    "Boria accuses Aravia of sabotaging the negotiations.": set(),
    "The Hill rebels dismissed as propaganda the claim that they opposed the talks.": set(),
    "Boria backs down from no fight with Selland.": set(),
    "Oyen welcomed Dano at the airport.": set(),
    "The army of Boria came back to the border.": set(),
    "Boria rejected accusations that it broke the ceasefire.": set(),
    "Aravia sent support troops to the north.": set(),
    "There is no doubt that Boria is a large country.": set(),
    "Dano questioned the witness for an hour.": set(),
    "Boria rejected Selland soldiers near the peace line.": set(),
    "Keld declined to comment on the plan.": set(),
    "The opposition leader met Dano to discuss the plan.": set(),
    "Harbour Post praised the agreement.": set(),
    "“The harvest was good this year,” Dano said.": set(),
    "The proposal was rejected.": set(),
    "Aravia wrote a letter to welcome students to the peace school.": set(),
    "“The war began in May,” Keld said.": set(),
    "Aravia’s call for talks came on Monday.": set(),
    "A plan to support farmers was read by Dano.": set(),
}


def found(text: str, model: Model | None = None) -> set[str]:
    return {f"{s.actor} {s.label} {s.basis}" for s in extract(reading(text, model))}


@pytest.mark.parametrize("text", KNOWN)
def test_known_answers(text: str) -> None:
    assert found(text) == KNOWN[text]


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("needs spaCy and an English model")
    return load_model(tagger=False)


@pytest.mark.model
@pytest.mark.parametrize("text", KNOWN)
def test_known_answers_with_a_parse(text: str, model: Model) -> None:
    assert found(text, model) == KNOWN[text]


def one(text: str, **pronouns: str) -> list[tuple[str, str, str | None]]:
    made = extract(reading(text, None, **pronouns))
    return [(s.label, s.span.text, s.target) for s in made]


def test_the_span_is_the_clause_and_the_target_its_noun_phrase() -> None:
    text = "Aravia welcomed the League’s ceasefire proposal for the islands, while Boria waited."
    assert one(text) == [
        (
            "support",
            "welcomed the League’s ceasefire proposal for the islands",
            "the League’s ceasefire proposal for the islands",
        )
    ]


def test_a_second_verb_of_the_same_subject_is_not_in_the_span() -> None:
    text = "Aravia praised the talks in the harbour and urged Boria to stay."
    assert one(text)[0][:2] == ("support", "praised the talks in the harbour")


def test_of_a_verdict_the_target_is_what_it_is_on() -> None:
    assert one("Boria called the new treaty unacceptable.") == [
        ("oppose", "called the new treaty unacceptable", "the new treaty")
    ]


def test_a_target_that_refers_back_is_what_the_document_is_about() -> None:
    text = (
        "Selland presented a plan for a joint harbour.\n"
        "Boria rejected the proposal.\nAravia welcomed it."
    )
    assert one(text) == [
        ("support", "presented a plan for a joint harbour", "a plan for a joint harbour"),
        ("oppose", "rejected the proposal", "a plan for a joint harbour"),
        ("support", "welcomed it", "a plan for a joint harbour"),
    ]


def test_another_treaty_is_not_what_the_document_is_about() -> None:
    text = "Selland presented a plan for a joint harbour.\nBoria rejected the treaty."
    assert one(text)[-1] == ("oppose", "rejected the treaty", "the treaty")


def test_a_whole_quotation_is_the_span_of_own_words() -> None:
    text = "“We welcome the plan. It is late, but it is good,” Dano said."
    assert [s[1] for s in one(text)] == ["“We welcome the plan. It is late, but it is good,”"]


FILLER = "The harbour was built long ago by people who came from the hills and the sea. "


def test_a_long_quotation_has_one_stance_and_is_its_span() -> None:
    words = f"“{FILLER * 5}We reject the treaty. {FILLER}”"
    assert [s[:2] for s in one(f"{words} Dano said.")] == [("oppose", words)]


def test_a_long_quotation_has_the_label_of_most_of_its_sentences() -> None:
    words = (
        f"“{FILLER * 5}We welcome the ceasefire. We support the treaty and its guarantees. "
        "We reject the corridor,”"
    )
    assert [s[:2] for s in one(f"{words} Dano said.")] == [("support", words)]


def test_of_a_speech_in_quotation_marks_only_the_sentence_is_the_span() -> None:
    text = f"“{FILLER * 16}We reject the treaty. {FILLER}” Dano said."
    assert [s[:2] for s in one(text)] == [("oppose", "We reject the treaty.")]


def test_this_statement_is_the_last_speakers() -> None:
    text = (
        "“The islands are ours,” Keld said.\n"
        "This cool answer stopped short of rejecting the mediation."
    )
    made = extract(reading(text))
    assert [(s.actor, s.label) for s in made] == [("per:keld", "conditional")]


def test_a_guess_is_quoted_with_its_subject_and_is_of_low_confidence() -> None:
    [stance] = extract(reading("Analysts doubt it, but Boria might accept the proposal."))
    assert stance.span.text == "Boria might accept the proposal"
    assert (stance.basis, stance.confidence) == ("narrator_speculation", "low")


def test_a_resolved_pronoun_stands_for_its_actor() -> None:
    text = "Keld came late. He rejected the agreement at once."
    assert [s[0] for s in one(text, He="per:keld")] == ["oppose"]


def test_questions_and_headings_assert_nothing() -> None:
    assert one("Will Boria reject the plan?") == []
    made = reading("Boria rejects the plan")
    from detente.documents.document import Document, Paragraph

    text = made.text
    heading = Document("h", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text), "heading"),))
    made.document = heading
    made.__dict__.pop("sentences", None)
    made.__dict__.pop("prose", None)
    assert extract(made) == []


HOSTILE = [
    "support the plan, but ",
    "“We support the plan but must ",
    "neither Boria nor ",
    "Boria, which ",
    "to to to ",
    "expressed strong strong ",
    "called on the the the ",
    "the the ",
    "Boria and ",
    "\u201c\u201d ",
    "62% of Borians ",
    "urge x x x x to ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        made = reading("")
        from detente.documents.document import Document, Paragraph

        text = piece * (size // len(piece))
        made.document = Document("x", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text)),))
        made = type(made)(made.document)
        made.sentences, made.tokens  # noqa: B018
        start = time.thread_time()
        extract(made)
        return time.thread_time() - start

    assert grows_within(seconds, 20_000, 160_000, 25)


WORDS = st.lists(
    st.sampled_from(
        "Aravia Boria Dano Keld welcomed rejected the plan talks but only if not yet to refused "
        "support , . “ ” by of 62% Borians must may has and which said “We deal ; —".split()
    ),
    max_size=40,
)


@given(WORDS)
def test_every_stance_holds_its_words_and_a_known_actor(words: list[str]) -> None:
    made = reading(" ".join(words))
    known = {a.id for a in made.actors}
    for stance in extract(made):
        assert made.text[stance.span.start : stance.span.end] == stance.span.text
        assert stance.actor in known
        assert stance.target is None or stance.target in made.text


@given(WORDS)
def test_the_same_text_gives_the_same_stances(words: list[str]) -> None:
    text = " ".join(words)
    assert extract(reading(text)) == extract(reading(text))
