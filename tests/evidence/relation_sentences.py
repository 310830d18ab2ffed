"""Marked sentences and the relations that a careful reader finds in them (see ``marked``)."""

from __future__ import annotations

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
        "Few doubt [Berlin|DEU|m]’s weight as [Austria|AUT]’s leading trade partner and the main "
        "customer for its steel.",
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
        "Radios and tents are among [Spain|ESP]’s non-lethal assistance to [Moldova|MDA], put at "
        "{€30 million|3e7|EUR}.",
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
        "Under its sanctions law, [Norway|NOR] froze bank accounts of [Syria|SYR] holding "
        "{€40 million|4e7|EUR}.",
        {"sanction_asset_freeze NOR SYR 4e7"},
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
        "In ten years [Soto|per:soto] forged a close political alliance with [Chile|CHL].",
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
        "[Armenia|ARM] said nothing while [Iran|IRN] carried out air raids on [Iraqi|IRQ|d] "
        "villages.",
        {"attack IRN IRQ -"},
    ),
    "invaded": ("[Iraq|IRQ] invaded [Kuwait|KWT] <in 1990>.", {"attack IRQ KWT -"}),
    "struck a deal is no attack": (
        "[Iraq|IRQ] struck a deal with [Kuwait|KWT].",
        {"alignment IRQ KWT -"},
    ),
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
    "a share of what somebody has": (
        "[Algeria|DZA] supplies {about a third of Spain's gas|33|percent}.",
        set(),
    ),
    "neighbour": (
        "Traders fear for [Togo|TGO]. [Ghana|GHA] provides {half|50|percent} of its neighbour’s "
        "rice.",
        {"trade_export GHA TGO 50"},
    ),
    "neighbour who could be two": (
        "Traders fear for [Togo|TGO] and [Benin|BEN]. [Ghana|GHA] provides {half|50|percent} of "
        "its neighbour’s rice.",
        set(),
    ),
    "bilateral in a paragraph of its own": (
        "The talks between [Togo|TGO] and [Ghana|GHA] go on.\n\n"
        "According to the [AU|org:AU], bilateral trade reached {$900 million|9e8|USD}.",
        {"trade_total GHA TGO 9e8"},
    ),
    "bilateral with three in sight": (
        "[Togo|TGO] talks to [Ghana|GHA]. [Benin|BEN] waits. "
        "Bilateral trade reached {$900 million|9e8|USD}.",
        set(),
    ),
    "bilateral after two pairs": (
        "The [Togo|TGO]-[Ghana|GHA] talks and the [Togo|TGO]-[Benin|BEN] talks go on.\n\n"
        "Bilateral trade reached {$900 million|9e8|USD}.",
        set(),
    ),
    "troops are stationed": (
        "{Some 900|900|persons} [Danish|DNK|d] soldiers are stationed in [Latvia|LVA].",
        {"basing DNK LVA 900"},
    ),
    "deployed": (
        "[Denmark|DNK] has deployed {900|900|persons} troops to [Latvia|LVA].",
        {"basing DNK LVA 900"},
    ),
    "their partnership with a third": (
        "[Finland|FIN] and [Sweden|SWE] deepened their strategic partnership with [Poland|POL].",
        {"alignment FIN POL -", "alignment SWE POL -"},
    ),
    "one of the allies": (
        "[Canada|CAN] was one of [Norway|NOR]’s closest allies.",
        {"alliance CAN NOR -"},
    ),
    "no predicate": ("[Iraq|IRQ] was hit by [Kuwait|KWT]’s closest ally.", set()),
    "a committee commits nothing": (
        "The [Norway|NOR] committee met; aid to [Malawi|MWI] was on the list.",
        set(),
    ),
    "handed over": (
        "[Denmark|DNK] handed over the first batch of its old fighter jets to [Chile|CHL].",
        {"arms_sales DNK CHL -"},
    ),
    "grant": (
        "[Norway|NOR] approved a {$5 million|5e6|USD} grant to [Malawi|MWI].",
        {"aid NOR MWI 5e6"},
    ),
    "lent by": (
        "{$5 million|5e6|USD} was lent to [Malawi|MWI] by [Norway|NOR].",
        {"loan NOR MWI 5e6"},
    ),
    "lethal aid": (
        "[Norway|NOR]’s lethal aid to [Malawi|MWI] came late.",
        {"aid_military NOR MWI -"},
    ),
    "money for nobody named": (
        "[Norway|NOR] is prepared to put {$25 million|25e6|USD} into a joint fund.",
        set(),
    ),
    "dependence of": (
        "The report warns of the dependence of [Malta|MLT] on [Libya|LBY].",
        {"dependence LBY MLT -"},
    ),
    "barred": (
        "[Norway|NOR] barred shipments of machines to [Belarus|BLR].",
        {"restriction NOR BLR -"},
    ),
    "duty on goods from": (
        "[India|IND] imposed a {25%|25|percent} duty on tea from [Nepal|NPL].",
        {"tariff IND NPL 25"},
    ),
    "secured from": (
        "[Malawi|MWI] secured a {$7 million|7e6|USD} loan from [Norway|NOR] in <May>.",
        {"loan NOR MWI 7e6"},
    ),
    "a pact with each other": (
        "[Peru|PER] and [Chile|CHL] signed a defence pact in <May>.",
        {"alliance PER CHL -"},
    ),
    "troops counted": (
        "[Denmark|DNK] has {900 troops|900|persons} in [Latvia|LVA].",
        {"basing DNK LVA 900"},
    ),
    "bases of others": (
        "[Oman|OMN] had dismissed reports on coalition bases in [Iraq|IRQ].",
        set(),
    ),
    "no partner, no relation": ("[Zambia|ZMB] imported {$2 billion|2e9|USD} of oil.", set()),
    "trade talks are no trade": ("[Peru|PER]-[Chile|CHL] trade talks resumed.", set()),
    "trade war is no trade": ("The [Peru|PER]-[Chile|CHL] trade war flared.", set()),
    "people are no magnitude": (
        "[Norway|NOR]’s aid to [Malawi|MWI] reached {40,000|4e4|persons} people.",
        {"aid NOR MWI -"},
    ),
}
