from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import marked

from detente.evidence.items import Relation
from detente.evidence.model import Model, available_model, load_model
from detente.evidence.relations import relations

ROLES = {
    "per:soto": "state:PER",
    "per:lindgren": "state:SWE",
    "com:tallin": "state:EST",
    "org:Delegation": "state:MEX",
}

# (marked text, {"type source target value"}): value "-" where no figure is stated.
KNOWN: dict[str, tuple[str, set[str]]] = {
    "bought worth of": (
        "In <2019>, [Chile|CHL] imported {more than $3 billion|3e9|USD} worth of "
        "[Peruvian|PER|d] copper.",
        {"trade_import CHL PER 3e9"},
    ),
    "bought from": (
        "[Egypt|EGY] bought {$400 million|4e8|USD} of wheat from [Romania|ROU] <last year>.",
        {"trade_import EGY ROU 4e8"},
    ),
    "apposition between": (
        "[Egypt|EGY], a partner of [Jordan|JOR], bought {2 million tonnes|2e6|t} of grain from "
        "[Romania|ROU].",
        {"trade_import EGY ROU 2e6"},
    ),
    "exported to": (
        "[Brazil|BRA] exported soybeans worth {$9 billion|9e9|USD} to [Spain|ESP].",
        {"trade_export BRA ESP 9e9"},
    ),
    "exports noun": (
        "[Kenya|KEN]’s exports to [Uganda|UGA] reached {$700 million|7e8|USD}.",
        {"trade_export KEN UGA 7e8"},
    ),
    "imports noun": (
        "[Ghana|GHA]’s imports from [India|IND] were worth {$2 billion|2e9|USD}.",
        {"trade_import GHA IND 2e9"},
    ),
    "bilateral between": (
        "Bilateral trade between [Kenya|KEN] and [India|IND] rose {12%|12|percent} to "
        "{$3.5 billion|3.5e9|USD} <in 2021>.",
        {"trade_total KEN IND 3.5e9"},
    ),
    "trade compound": (
        "[Peru|PER]-[Chile|CHL] trade hit {$6 billion|6e9|USD} <last year>.",
        {"trade_total PER CHL 6e9"},
    ),
    "trade with": (
        "[Norway|NOR]’s trade with [Iceland|ISL], worth {€2 billion|2e9|EUR}, is growing.",
        {"trade_total NOR ISL 2e9"},
    ),
    "trade from context": (
        "[Ghana|GHA]’s ties with [Togo|TGO] have warmed, with bilateral trade climbing "
        "{8%|8|percent} to {$900 million|9e8|USD}.",
        {"trade_total GHA TGO 9e8"},
    ),
    "trade from the sentence before": (
        "[Ghana|GHA] has courted [Togo|TGO]. Bilateral trade reached {$900 million|9e8|USD}.",
        {"trade_total GHA TGO 9e8"},
    ),
    "largest partner is": (
        "[Germany|DEU] is [Austria|AUT]’s largest trading partner.",
        {"trade_partner_largest DEU AUT -"},
    ),
    "largest partner as": (
        "[Berlin|DEU|m]’s role as [Austria|AUT]’s biggest trading partner and a major buyer of "
        "its steel gives it weight.",
        {"trade_partner_largest DEU AUT -", "trade_import DEU AUT -"},
    ),
    "aid totalling": (
        "[Norway|NOR]’s aid to [Malawi|MWI] totalling {$80 million|8e7|USD} will go on.",
        {"aid NOR MWI 8e7"},
    ),
    "aid before": (
        "{$80 million|8e7|USD} in [Norwegian|NOR|d] aid to [Malawi|MWI] was spent.",
        {"aid NOR MWI 8e7"},
    ),
    "aid from to": (
        "Food aid from [Japan|JPN] to [Chad|TCD] worth {$5 million|5e6|USD} arrived.",
        {"aid_humanitarian JPN TCD 5e6"},
    ),
    "supplied aid": (
        "[Spain|ESP] sent non-lethal help and aid to [Moldova|MDA] worth {€30 million|3e7|EUR}.",
        {"aid_nonlethal ESP MDA 3e7"},
    ),
    "provided with": (
        "[Sweden|SWE] provided [Estonia|EST] with {$60 million|6e7|USD} in military aid.",
        {"aid_military SWE EST 6e7"},
    ),
    "donor": (
        "[Canada|CAN], a leading donor to [Haiti|HTI] with {$100 million|1e8|USD} in aid, agreed.",
        {"aid CAN HTI 1e8"},
    ),
    "gave money": (
        "[Qatar|QAT] gave [Lebanon|LBN] {$70 million|7e7|USD} <in June>.",
        {"aid QAT LBN 7e7"},
    ),
    "two figures, two relations": (
        "[Sweden|SWE]’s aid to [Mali|MLI] of {$4 million|4e6|USD} is dwarfed by [Danish|DNK|d] "
        "aid to [Niger|NER] of {$9 million|9e6|USD}.",
        {"aid SWE MLI 4e6", "aid DNK NER 9e6"},
    ),
    "frozen by sanctions": (
        "[Western|grp:West|d] sanctions that have frozen {$7 billion|7e9|USD} in "
        "[Afghan|AFG|d] central bank reserves remain.",
        {"sanction_asset_freeze grp:West AFG 7e9"},
    ),
    "froze assets": (
        "[Canada|CAN] froze {$20 million|2e7|USD} of [Haiti|HTI]’s assets.",
        {"sanction_asset_freeze CAN HTI 2e7"},
    ),
    "imposed sanctions": (
        "[Canada|CAN] imposed sanctions on [Belarus|BLR] <on Monday>.",
        {"sanction CAN BLR -"},
    ),
    "sanctions by two on two": (
        "[Canada|CAN] and [Norway|NOR] imposed sanctions on [Belarus|BLR] and [Iran|IRN].",
        {
            "sanction CAN BLR -",
            "sanction CAN IRN -",
            "sanction NOR BLR -",
            "sanction NOR IRN -",
        },
    ),
    "sanctioned": ("[Canada|CAN] sanctioned [Belarus|BLR].", {"sanction CAN BLR -"}),
    "passive": (
        "[Belarus|BLR] was sanctioned by [Canada|CAN] over the vote.",
        {"sanction CAN BLR -"},
    ),
    "sanctions carried": (
        "[Canada|CAN] imposed sanctions on [Belarus|BLR]. [Norway|NOR] has maintained sanctions "
        "of its own.",
        {"sanction CAN BLR -", "sanction NOR BLR -"},
    ),
    "opposing sanctions is not imposing them": (
        "[Canada|CAN] imposed sanctions on [Belarus|BLR]. [Serbia|SRB] opposes sanctions.",
        {"sanction CAN BLR -"},
    ),
    "restrictions on a company": (
        "[Latvia|LVA] may lift [Finnish|FIN|d] restrictions on [Tallin Steel|com:tallin].",
        {"restriction FIN EST -"},
    ),
    "tariffs": (
        "[India|IND] put tariffs of {25%|25|percent} on [Nepal|NPL]’s tea.",
        {"tariff IND NPL 25"},
    ),
    "reliance with share": (
        "[Finland|FIN]’s reliance on [Norwegian|NOR|d] gas—over {60%|60|percent} of supply—worries "
        "many.",
        {"energy_supply NOR FIN 60"},
    ),
    "arms reliance": (
        "[Kuwait|KWT]’s dependence on [French|FRA|d] weapons is growing.",
        {"arms_dependence FRA KWT -"},
    ),
    "relies on": (
        "[Lesotho|LSO] relies on [South Africa|ZAF] for {80%|80|percent} of its imports.",
        {"dependence ZAF LSO 80"},
    ),
    "arms sales": (
        "[Swedish|SWE|d] arms sales to [Brazil|BRA] have doubled.",
        {"arms_sales SWE BRA -"},
    ),
    "sold jets": (
        "[Sweden|SWE] sold fighter jets worth {$5 billion|5e9|USD} to [Brazil|BRA].",
        {"arms_sales SWE BRA 5e9"},
    ),
    "defence pact": (
        "The [Greece|GRC]-[France|FRA] defence pact was renewed.",
        {"alliance GRC FRA -"},
    ),
    "alliance with": (
        "[Soto|per:soto], who has built a strategic alliance with [Chile|CHL], spoke first.",
        {"alignment PER CHL -"},
    ),
    "their partnership": (
        "[Ana Soto|per:soto] and [Swedish|SWE|d] Prime Minister [Eva Lindgren|per:lindgren] "
        "reaffirmed their “open” partnership.",
        {"alignment PER SWE -"},
    ),
    "member": (
        "[Finland|FIN] joined [NATO|org:NATO] <in 2023>.",
        {"membership FIN org:NATO -"},
    ),
    "base": (
        "The [French|FRA|d] military base in [Djibouti|DJI] was expanded.",
        {"basing FRA DJI -"},
    ),
    "attack noun": (
        "[Armenia|ARM] said nothing as [Iran|IRN] was intensifying missile strikes on "
        "[Iraqi|IRQ|d] towns.",
        {"attack IRN IRQ -"},
    ),
    "invaded": ("[Iraq|IRQ] invaded [Kuwait|KWT] <in 1990>.", {"attack IRQ KWT -"}),
    "struck a deal is no attack": ("[Iraq|IRQ] struck a deal with [Kuwait|KWT].", set()),
    "mediates": (
        "[Oman|OMN] mediated between [Iran|IRN] and [Saudi Arabia|SAU].",
        {"mediation OMN IRN -", "mediation OMN SAU -"},
    ),
    "recognised": (
        "[Ireland|IRL] formally recognised the state of [Palestine|PSE].",
        {"recognition IRL PSE -"},
    ),
    "investment context": (
        "An [Omani|OMN|d] fact sheet says talks with [India|IND] could unlock "
        "{$9 billion|9e9|USD} in bilateral investments.",
        {"investment OMN IND 9e9"},
    ),
    "invested in": (
        "[Turkey|TUR] invested {$3 billion|3e9|USD} in [Ethiopia|ETH].",
        {"investment TUR ETH 3e9"},
    ),
    "loan": (
        "[Libya|LBY]’s loan to [Malta|MLT] of {$10 million|1e7|USD} lapsed.",
        {"loan LBY MLT 1e7"},
    ),
    "owes": (
        "[Zambia|ZMB] owes [China|CHN] {$6 billion|6e9|USD}.",
        {"debt CHN ZMB 6e9"},
    ),
    "it stands for the nearest": (
        "[Oman|OMN] sent money to [Iraq|IRQ] as it was launching attacks on [Kuwait|KWT].",
        {"attack IRQ KWT -"},
    ),
    "quoted words in the phrase": (
        "[Soto|per:soto] and [Lindgren|per:lindgren] renewed their “no-nonsense” partnership.",
        {"alignment PER SWE -"},
    ),
    "what a war owns": ("The [Iraq|IRQ] war’s effect on [Kuwait|KWT] was deep.", set()),
    "war of aggression": (
        "[Iraq|IRQ]’s brutal war of aggression against [Kuwait|KWT] went on.",
        {"attack IRQ KWT -"},
    ),
    "three partners": (
        "The [Peru|PER]-[Chile|CHL]-[Brazil|BRA] partnership grew.",
        {"alignment PER CHL -", "alignment PER BRA -", "alignment CHL BRA -"},
    ),
    "two purchases": (
        "[Iraq|IRQ] will buy {2 million tonnes|2e6|t} (MT) of [Polish|POL|d] wheat <this year> and "
        "buy {3 million tonnes|3e6|t} of [Polish|POL|d] wheat in <2031>.",
        {"trade_import IRQ POL 2e6", "trade_import IRQ POL 3e6"},
    ),
    "a company of no known state": (
        "[Finnish|FIN|d] curbs on [Orbit|com:orbit] stay.",
        {"restriction FIN com:orbit -"},
    ),
    "no partner, no relation": ("[Zambia|ZMB] imported {$2 billion|2e9|USD} of oil.", set()),
    "trade talks are no trade": ("[Peru|PER]-[Chile|CHL] trade talks resumed.", set()),
    "trade war is no trade": ("The [Peru|PER]-[Chile|CHL] trade war flared.", set()),
    "people are no magnitude": (
        "[Norway|NOR]’s aid to [Malawi|MWI] reached {40,000|4e4|persons} people.",
        {"aid NOR MWI -"},
    ),
}


def short(r: Relation) -> str:
    value = "-" if r.value is None else f"{r.value:g}"
    return f"{r.type} {_id(r.source)} {_id(r.target)} {value}"


def _id(actor: str) -> str:
    return actor.removeprefix("state:")


def normal(expected: set[str]) -> set[str]:
    out = set()
    for line in expected:
        *words, value = line.split()
        out.add(" ".join([*words, value if value == "-" else f"{float(value):g}"]))
    return out


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    return load_model()


@pytest.mark.parametrize("name", KNOWN)
def test_known_sentences(name: str) -> None:
    text, expected = KNOWN[name]
    found = relations(marked(text, acts_for=ROLES))
    assert {short(r) for r in found} == normal(expected)


@pytest.mark.model
@pytest.mark.parametrize("name", KNOWN)
def test_known_sentences_with_a_parse(name: str, model: Model) -> None:
    text, expected = KNOWN[name]
    found = relations(marked(text, acts_for=ROLES, model=model))
    assert {short(r) for r in found} == normal(expected)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("[Chile|CHL] bought grain from [Peru|PER].", "asserted"),
        ("[Chile|CHL] will buy grain from [Peru|PER].", "projected"),
        ("[Chile|CHL] could buy grain from [Peru|PER].", "projected"),
        ("[Chile|CHL]’s alliance with [Peru|PER] may fray.", "asserted"),
        ("If [Chilean|CHL|d] aid to [Peru|PER] ends, all is lost.", "asserted"),
        ("[Chile|CHL]’s planned aid to [Peru|PER] is small.", "projected"),
        ("[Chile|CHL]’s plan to buy grain from [Peru|PER] is old.", "projected"),
        ("[Chile|CHL] began to buy grain from [Peru|PER].", "asserted"),
        ("[Chile|CHL] will sell tea and also buy grain from [Peru|PER].", "projected"),
        ("[Chile|CHL] may buy grain from [Peru|PER].", "speculative"),
        ("[Chile|CHL] did not buy grain from [Peru|PER].", "negated"),
        ("[Chile|CHL] didn’t buy grain from [Peru|PER].", "negated"),
        ("If [Chile|CHL] bought grain from [Peru|PER], prices rose.", "conditional"),
        ("[Chile|CHL] reportedly bought grain from [Peru|PER].", "reported"),
        ("Traders said [Chile|CHL] bought grain from [Peru|PER].", "reported"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    (relation,) = relations(marked(text))
    assert relation.modality == modality


def test_a_relation_says_when_and_where_it_stands() -> None:
    reading = marked(
        "In <2019>, [Chile|CHL] imported {$3 billion|3e9|USD} worth of [Peruvian|PER|d] copper."
    )
    (relation,) = relations(reading)
    assert relation.time == "2019"
    assert relation.quantity == "n01"
    assert relation.unit == "USD"
    assert relation.directed
    assert relation.span.text == "Chile imported $3 billion worth of Peruvian copper"
    assert relation.rule == "relations.trade"


def test_trade_and_alliances_have_no_direction() -> None:
    (trade,) = relations(marked("[Peru|PER]-[Chile|CHL] trade hit {$6 billion|6e9|USD}."))
    assert not trade.directed


def test_a_year_that_dates_a_noun_does_not_date_the_relation() -> None:
    text = (
        "[Chile|CHL] has bought {$3 billion|3e9|USD} of grain from [Peru|PER] since the <2011> war."
    )
    (relation,) = relations(marked(text))
    assert relation.time is None


def test_a_time_belongs_to_the_purchase_it_stands_with() -> None:
    text = (
        "[Iraq|IRQ] bought {$2 billion|2e9|USD} of [Polish|POL|d] wheat in <2019> and bought "
        "{$3 billion|3e9|USD} of [Polish|POL|d] wheat later."
    )
    found = relations(marked(text))
    assert [(r.value, r.time) for r in found] == [(2e9, "2019"), (3e9, None)]


WORDS = st.lists(
    st.sampled_from(
        [
            "[Peru|PER]", "[Chilean|CHL|d]", "[Soto|per:soto]", "aid", "to", "trade", "and", ",",
            "sanctions", "on", "between", "imported", "{$3 billion|3e9|USD}", "<2019>", "its",
            "their", "partner", "as", "largest", "trading", "with", "by", "was", "attacked", "”",
        ]
    ),
    max_size=30,
)  # fmt: skip


@given(WORDS)
def test_any_row_of_words_gives_two_different_ends_and_uses_a_figure_once(words: list[str]) -> None:
    reading = marked(" ".join(words) + " .", acts_for=ROLES)
    found = relations(reading)
    known = {a.id for a in reading.actors}
    for relation in found:
        assert relation.source != relation.target
        assert {relation.source, relation.target} <= known
        assert reading.span(relation.span.start, relation.span.end) == relation.span
    used = [r.quantity for r in found if r.quantity is not None]
    assert len(used) == len(set(used))


@pytest.mark.parametrize("unit", ["imported ", "[Peru|PER] ", "sanctions on ", "as , ", "their "])
def test_a_long_row_costs_little(unit: str) -> None:
    reading = marked(unit * 20_000)
    begun = time.perf_counter()
    relations(reading)
    assert time.perf_counter() - begun < 2.0
