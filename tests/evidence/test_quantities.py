from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.figures.currencies import national
from detente.evidence.quantities import RULES, extract_quantities
from detente.evidence.reading import Reading
from tests.evidence.times_of import figures, plain, quantities

MONEY = [
    ("It costs $5 billion.", ["$5 billion=5000000000 USD"]),
    ("It costs US$1.7 trillion.", ["US$1.7 trillion=1700000000000 USD"]),
    ("It costs A$3.5bn.", ["A$3.5bn=3500000000 AUD"]),
    ("It costs $4.1 billion.", ["$4.1 billion=4100000000 USD"]),
    ("It costs €20m.", ["€20m=20000000 EUR"]),
    ("It costs £1,500.", ["£1,500=1500 GBP"]),
    ("It costs ¥3 trillion.", ["¥3 trillion=3000000000000 JPY"]),
    ("It costs ₹500 crore.", ["₹500 crore=5000000000 INR"]),
    ("It costs ₽40 trn.", ["₽40 trn=40000000000000 RUB"]),
    ("It costs ₩900 billion.", ["₩900 billion=900000000000 KRW"]),
    ("It costs 2.5 trillion yuan.", ["2.5 trillion yuan=2500000000000 CNY"]),
    ("It costs 300 million euros.", ["300 million euros=300000000 EUR"]),
    ("It costs 40 million dollars.", ["40 million dollars=40000000 USD"]),
    ("It costs 40 million Canadian dollars.", ["40 million Canadian dollars=40000000 CAD"]),
    ("It costs 10 trillion won.", ["10 trillion won=10000000000000 KRW"]),
    ("It costs 500 million Egyptian pounds.", ["500 million Egyptian pounds=500000000 EGP"]),
    ("It costs 3 million pesos.", ["3 million pesos=3000000 peso"]),
    (
        "It costs 3 million United States dollars.",
        ["3 million United States dollars=3000000 USD"],
    ),
    (
        "It owes 41 billion euros and has barely 6.2 billion.",
        ["41 billion euros=41000000000 EUR", "barely 6.2 billion=6200000000 EUR"],
    ),
    ("It traded at 18.4 per dollar.", ["18.4 per dollar=18.4 per_USD"]),
    ("It costs CHF 20 million.", ["CHF 20 million=20000000 CHF"]),
    ("It costs 20 million CHF.", ["20 million CHF=20000000 CHF"]),
    ("It costs Rs 500 crore.", ["Rs 500 crore=5000000000 rupee"]),
    ("A $1.5-billion loan.", ["$1.5-billion=1500000000 USD"]),
    ("A five-million-dollar fund.", ["five-million-dollar=5000000 USD"]),
    ("It costs half a billion dollars.", ["half a billion dollars=500000000 USD"]),
    ("It costs two and a half million euros.", ["two and a half million euros=2500000 EUR"]),
    (
        "It costs hundreds of millions of dollars.",
        ["hundreds of millions of dollars=100000000.. USD"],
    ),
]

SHARES = [
    ("It rose 9%.", ["9%=9 percent"]),
    ("It rose 8.5 per cent.", ["8.5 per cent=8.5 percent"]),
    ("It rose by 10 percentage points.", ["10 percentage points=10 percentage_points"]),
    ("It rose 25 basis points.", ["25 basis points=25 basis_points"]),
    ("A 15-percent cut.", ["15-percent=15 percent"]),
    ("It spends 7% of GDP.", ["7% of GDP=7 percent_of_GDP"]),
    ("It spends 6.1% of Peru's GDP.", ["6.1% of Peru's GDP=6.1 percent_of_GDP"]),
    (
        "It spends 2 percent of its gross domestic product.",
        ["2 percent of its gross domestic product=2 percent_of_GDP"],
    ),
    ("It holds 40% of the seats.", ["40% of the seats=40 percent"]),
    ("It won 51% of the vote.", ["51% of the vote=51 percent"]),
    ("Some 61 percent of Chileans agree.", ["Some 61 percent of Chileans=61 percent"]),
    ("A third of the fleet sank.", ["A third of the fleet=33.3333 percent"]),
    ("It sold half of its grain.", ["half of its grain=50 percent"]),
    ("Three quarters of farmers agree.", ["Three quarters of farmers=75 percent"]),
    ("It needs a two-thirds majority.", ["two-thirds majority=66.6667 percent"]),
    ("One in five Georgians left.", ["One in five Georgians=20 percent"]),
    ("Nine out of ten voters agree.", ["Nine out of ten voters=90 percent"]),
    ("Nine out of ten Icelanders agree.", ["Nine out of ten Icelanders=90 percent"]),
    ("It sold ships, a third of them to Peru.", ["a third of them=33.3333 percent"]),
    ("The fleet shrank by a third.", ["a third=33.3333 percent"]),
    ("It is 60 percent, down 4 points.", ["60 percent=60 percent", "4 points=4 percentage_points"]),
    ("The index fell 300 points.", ["300 points=300 point"]),
]

RANGES = [
    ("It fell by 4-6%.", ["4-6%=4..6 percent"]),
    ("It covers 31–32 percent.", ["31–32 percent=31..32 percent"]),
    ("It covers 5 to 7 per cent.", ["5 to 7 per cent=5..7 percent"]),
    ("It covers from 10 to 12 percent.", ["from 10 to 12 percent=10..12 percent"]),
    (
        "Between 5 and 7 million people fled.",
        ["Between 5 and 7 million=5000000..7000000 persons"],
    ),
    (
        "It costs between $3 and $4 billion.",
        ["between $3 and $4 billion=3000000000..4000000000 USD"],
    ),
    ("It costs $2-3 billion.", ["$2-3 billion=2000000000..3000000000 USD"]),
    ("It costs $2 billion–$3 billion.", ["$2 billion–$3 billion=2000000000..3000000000 USD"]),
    ("It costs $900,000 to $1.2 million.", ["$900,000 to $1.2 million=900000..1200000 USD"]),
    ("It sent 10 to 12 tanks.", ["10 to 12=10..12 tank"]),
    ("It rose from 10% to 12%.", ["10%=10 percent", "12%=12 percent"]),
    ("It rose from 2 to 3 percent.", ["2=2 percent", "3 percent=3 percent"]),
    ("It rose 9% to $30 billion.", ["9%=9 percent", "$30 billion=30000000000 USD"]),
    ("It passed by a vote of 57 to 41.", ["57=57 vote", "41=41 vote"]),
    ("It fell from 12% to 10%.", ["12%=12 percent", "10%=10 percent"]),
    ("It fell to 10% from 12.", ["10%=10 percent", "12=12 percent"]),
    (
        "It fell to 4 million barrels a day from 5 million.",
        [
            "4 million barrels a day=4000000 barrel_per_day",
            "5 million=5000000 barrel_per_day",
        ],
    ),
    ("It passed by 57 votes to 41.", ["57=57 vote", "41=41 vote"]),
    (
        "Sixty states voted for it, 13 against, and 41 abstained.",
        ["Sixty=60 state", "13=13 vote", "41=41 vote"],
    ),
]

COUNTS = [
    ("It sent 40 tanks.", ["40=40 tank"]),
    ("It sent twenty helicopters.", ["twenty=20 helicopter"]),
    ("It sent a dozen drones.", ["a dozen=12 drone"]),
    ("Twenty-one soldiers fell.", ["Twenty-one=21 persons"]),
    ("Fifteen hostages were freed.", ["Fifteen=15 persons"]),
    ("Some 41,000 Chadian refugees returned.", ["Some 41,000=41000 persons"]),
    ("More than 5m refugees left.", ["More than 5m=5000000 persons"]),
    ("In all 31 nations signed.", ["31=31 nation"]),
    ("The 12 oldest Kenyan ports agree.", ["12=12 port"]),
    ("Losses climbed beyond 9,000.", ["beyond 9,000=9000 persons"]),
    ("The death toll stood at 1,200.", ["1,200=1200 persons"]),
    (
        "More than 40 were killed and 12 wounded.",
        ["More than 40=40 persons", "12=12 persons"],
    ),
    ("Dozens of villages burned.", ["Dozens=12.. village"]),
    ("Tens of thousands of children left.", ["Tens of thousands=10000.. persons"]),
    ("Some 200 of the 1,500 detainees left.", ["Some 200=200 persons", "1,500=1500 persons"]),
    ("A 2,000-strong force came.", ["2,000-strong=2000 persons"]),
    ("Up to an estimated 3,000 fighters.", ["Up to an estimated 3,000=3000 persons"]),
    ("It has 5,000 or more troops.", ["5,000 or more=5000 persons"]),
    ("It buys 8 MMT of maize.", ["8 MMT=8000000 tonne"]),
    ("It buys 3 million metric tons.", ["3 million metric tons=3000000 tonne"]),
    (
        "It pumps 1.5 million barrels per day.",
        ["1.5 million barrels per day=1500000 barrel_per_day"],
    ),
    ("It makes 300 MW.", ["300 MW=300 MW"]),
    ("It sent 2.5m doses.", ["2.5m=2500000 dose"]),
    ("It pumps 40 cubic metres a day.", ["40 cubic metres a day=40 m3_per_day"]),
    (
        "Some 14 million of my compatriots fled.",
        ["Some 14 million=14000000 persons"],
    ),
    ("The armed forces number about 250,000.", ["about 250,000=250000 persons"]),
    ("Its losses had passed 4,000.", ["4,000=4000 persons"]),
    ("A 500-km range.", ["500-km=500 km"]),
    ("It covers 40 square kilometres.", ["40 square kilometres=40 km2"]),
]

LENGTHS = [
    ("A pause of 30 days began.", ["30 days=30 day"]),
    ("A 60-day window opened.", ["60-day=60 day"]),
    ("He was jailed for fifteen years.", ["fifteen years=15 year"]),
    ("He ruled for more than 20 years.", ["more than 20 years=20 year"]),
    ("It takes 10 to 14 days.", ["10 to 14 days=10..14 day"]),
    ("They left for 18 consecutive months.", ["18 consecutive months=18 month"]),
    ("They spoke for 45 minutes.", ["45 minutes=45 minute"]),
    ("They spoke for two hours.", []),
    ("Both sides gave 48 hours' notice.", ["48 hours=48 hour"]),
]
LEFT_OUT = [
    ("Forty states signed, but only 12 have ratified it.", ["Forty=40 state", "12=12 state"]),
    ("The flood killed hundreds.", ["hundreds=100.. persons"]),
    (
        "Police beat and arrested hundreds and wounded at least 30.",
        ["hundreds=100.. persons", "at least 30=30 persons"],
    ),
    ("Thousands have fled.", ["Thousands=1000.. persons"]),
    ("It was seen by tens of thousands.", ["tens of thousands=10000.. persons"]),
    ("Chad spends billions on arms.", ["billions=1000000000.. None"]),
    ("Only 12 of 44 envoys came.", ["12=12 persons", "44=44 persons"]),
    ("The 14-member court sat.", ["14=14 member"]),
    ("The 31-nation bloc has a 12-point plan.", ["31=31 nation", "12=12 point"]),
    ("A 12-man crew sailed.", ["12=12 persons"]),
    ("It took 30 steps and named 15 items.", ["30=30 step", "15=15 item"]),
    ("Aid fell to a third of what it was.", ["a third=33.3333 percent"]),
    ("Sales were a quarter lower.", ["a quarter=25 percent"]),
    ("Half of those who voted agree.", ["Half=50 percent"]),
    (
        "Duties of 10, 25 and 50 percent apply.",
        ["10=10 percent", "25=25 percent", "50 percent=50 percent"],
    ),
    (
        "It lent $5, $10 and $15 million.",
        ["$5=5000000 USD", "$10=10000000 USD", "$15 million=15000000 USD"],
    ),
    ("Of 12, and 5 percent more, nothing is known.", ["5 percent=5 percent"]),
    ("Several hundred boats left.", ["Several hundred=100.. boat"]),
    ("It employs 3,000.", ["3,000=3000 persons"]),
    ("A plant of 1,000 MWe was built.", ["1,000 MWe=1000 MW"]),
    ("Some 200 police came.", ["Some 200=200 persons"]),
]


@pytest.mark.parametrize(
    ("text", "answer"), [*MONEY, *SHARES, *RANGES, *COUNTS, *LENGTHS, *LEFT_OUT]
)
def test_a_figure_is_found_and_read(text: str, answer: list[str]) -> None:
    assert figures(text) == answer


NO_FIGURES = [
    "The F-16, the Su-35, the G7, MH17, 5G and COVID-19.",
    "Resolution 2231, Article 5, Section 118, Chapter 7 and Annex 2.",
    "Executive Order 13001 and Announcement No. 8 of 2021.",
    "Document A/61/PV.22, UNSCR 1701 and S/2015/546.",
    "Call +44 20 7946 0000 or 555-1234.",
    "Open 24/7 since 9/11, in 2+2 format.",
    "It began in 2015 and ended on 4 May 2020 at 10:30.",
    "It lasted nine days, 5 years and half an hour.",
    "The shop opens 24 hours a day, 365 days a year.",
    "A 20-year-old, a woman aged 35 and a boy 15 years old.",
    "They met 20 years ago, in the last 48 hours, for the next 30 days.",
    "At 1500 hours, at 0900 GMT and 10:45 a.m. they met.",
    "In the 1990s, in his 70s, the 10th and 21st time.",
    "The 3-nation bloc has a 6-point plan of a 1974-era type.",
    "On the seventy-fifth anniversary, a 12-odd crowd, a 40-something.",
    "One of the two leaders met three ministers twice.",
    "Five of the six countries signed both texts.",
    "A third country, the third of May, a quarter of a century.",
    "The first half of the match, half past nine.",
    "The Group of 20 met in room 12.",
    "He won the vote; they won again.",
    "The match ended 2-1, a 50-50 chance.",
    "See pp. 12-14, ¶ 45, § 12 and para. 15.",
    "They took 3 steps and freed two hostages and nine helicopters.",
    "Half a dozen ships and several boats left.",
    "He was 45 and lived at 10 Rose Street.",
    "It was seen by a third party by half past nine.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert figures(text) == []


APPROXIMATE = [
    ("over $5 billion", "greater_than"),
    ("at least 40 tanks", "greater_than"),
    ("upwards of 40 tanks", "greater_than"),
    ("no fewer than 40 tanks", "greater_than"),
    ("$40m-plus", "greater_than"),
    ("fewer than 40 tanks", "less_than"),
    ("up to 40 tanks", "less_than"),
    ("as many as 40 tanks", "less_than"),
    ("nearly $5 billion", "about"),
    ("roughly 40 tanks", "about"),
    ("40% or so", "about"),
    ("an estimated $5 billion", "estimated"),
    ("$5 billion", None),
]


@pytest.mark.parametrize(("words", "answer"), APPROXIMATE)
def test_loosening_words_belong_to_the_figure(words: str, answer: str | None) -> None:
    (found,) = quantities(f"They lost {words}.")
    assert (found.span.text, found.approx) == (words.removesuffix(" tanks"), answer)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Losses have passed $60 million.", "greater_than"),
        ("Losses topped 40 tanks.", None),
        ("Deaths topped 40.", "greater_than"),
        ("Sales exceeded 3 million tonnes.", "greater_than"),
        ("Sales fell short of $3 million.", "less_than"),
        ("Sales approached $3 million.", "about"),
        ("Sales reached $3 million.", None),
        ("Sales topped roughly $3 million.", "about"),
        ("Parliament passed 12 laws.", None),
    ],
)
def test_a_verb_loosens_the_figure_behind_it(text: str, answer: str | None) -> None:
    (found,) = quantities(text)
    assert found.approx == answer
    assert found.span.text.split()[0] not in {"passed", "topped", "exceeded", "of", "approached"}


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("Peru sent Chad $12 million in aid.", "aid", None),
        ("Peru bought $3 billion worth of Chadian oil in 2019.", "Chadian oil", "2019"),
        ("Trade grew 9% last year.", "Trade", "last year"),
        ("River trade jumped 7% to $3 billion last year.", "River trade", "last year"),
        ("Peru's defence spending stood at 3% of GDP.", "Peru's defence spending", None),
        ("In 2018, Chad sold grain worth $3 million.", "grain", "2018"),
        ("Fuel costs rose by 20% since 2021.", "Fuel costs", "since 2021"),
        ("It lifted the 10% tariff.", "tariff", None),
        ("It spent $4 million on 1 May.", None, "1 May"),
        ("Losses climbed beyond 9,000.", "Losses", None),
        ("Losses to Chadian boats have passed $6 million.", "Losses to Chadian boats", None),
        ("Peru is ready to put $5 million into a joint river fund.", "joint river fund", None),
        ("Peru has promised $5 million for a river fund.", "river fund", None),
        ("A $9 million port loan from the Inter-Andean Bank was signed.", "port loan", None),
        ("It bans boats within five kilometres of the dam.", None, None),
        ("The delay costs Chad $5 million.", None, None),
        ("The Icelanders are only 2 per cent of the voters.", "Icelanders", None),
        ("In 2018 it bought oil that had cost $3 million.", None, None),
    ],
)
def test_what_is_measured_and_when(text: str, words: str | None, time: str | None) -> None:
    found = quantities(text)[0]
    assert (found.measures, found.as_of) == (words, time)
    if found.measures_span is not None:
        assert found.measures_span.text == found.measures


def test_both_figures_of_a_rise_measure_the_same() -> None:
    first, second = quantities("River trade jumped 7% to $3 billion last year.")
    assert first.measures_span == second.measures_span


def test_items_are_numbered_and_every_rule_is_known_and_used() -> None:
    text = " ".join(text for text, _ in [*MONEY, *SHARES, *RANGES, *COUNTS, *LENGTHS])
    found = quantities(text)
    assert [q.id for q in found] == [f"n{n:02}" for n in range(1, len(found) + 1)]
    assert {q.rule for q in found} == {f"quantities.{rule}" for rule in RULES}
    for q in found:
        assert (q.value is None) or (q.low is None and q.high is None)
        assert q.high is None or (q.low is not None and q.low < q.high)


@given(st.text(alphabet="0123456789 $€%.,-–mbnktoffandhaltwenmillion's\n", max_size=60))
def test_spans_hold_their_words_whatever_the_text(text: str) -> None:
    for q in extract_quantities(plain(text)):
        assert text[q.span.start : q.span.end] == q.span.text
        assert q.span.text == q.span.text.strip()


@given(
    st.integers(1, 999), st.sampled_from([("million", 10**6), ("bn", 10**9), ("trillion", 10**12)])
)
def test_a_figure_is_its_number_times_its_magnitude(n: int, magnitude: tuple[str, int]) -> None:
    word, size = magnitude
    (found,) = quantities(f"It costs ${n / 10} {word} here.")
    assert found.value == n * size // 10


@pytest.mark.parametrize(
    ("unit", "states", "answer"),
    [
        ("peso", ["state:CHL"], "CLP"),
        ("peso", ["state:CHL", "state:CHL", "org:UN"], "CLP"),
        ("peso", ["state:CHL", "state:ARG"], None),
        ("franc", ["state:SEN", "state:MLI"], "XOF"),
        ("peso", ["state:NOR"], None),
        ("tank", ["state:CHL"], None),
    ],
)
def test_a_shared_currency_word_is_that_of_the_one_state_that_has_it(
    unit: str, states: list[str], answer: str | None
) -> None:
    assert national(unit, states) == answer


def test_figures_of_titles_and_headings_are_left_to_the_text() -> None:
    text = "Chad lends $5 million\n\nChad lent Peru $5 million on Monday."
    reading = plain(text)
    title, body = reading.document.paragraphs
    titled = dataclasses.replace(title, kind="title")
    document = dataclasses.replace(reading.document, paragraphs=(titled, body))
    (found,) = extract_quantities(Reading(document))
    assert found.span.start > title.end
