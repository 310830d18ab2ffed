"""Marked sentences of official prose and their relations (see ``marked``)."""

from __future__ import annotations

# (marked text, {"type source target value"}): value "-" where no figure is stated.
OFFICIAL: dict[str, tuple[str, set[str]]] = {
    "two alliances in one phrase": (
        "The enduring [Peru|PER]-[Chile|CHL] and [Peru|PER]-[Kenya|KEN] alliances hold.",
        {"alliance PER CHL -", "alliance PER KEN -"},
    ),
    "will provide fuel": (
        "[Norway|NOR] will provide {40,000 tons|4e4|ton} of heavy fuel oil to [Chad|TCD].",
        {"energy_supply NOR TCD 4e4"},
    ),
    "fuel that goes elsewhere": (
        "[Chile|CHL] bought gas worth {$2 billion|2e9|USD}, providing [Peru|PER] with cash.",
        set(),
    ),
    "gets its gas from": (
        "[Finland|FIN] gets {40 percent|40|percent} of its gas from [Norway|NOR].",
        {"energy_supply NOR FIN 40"},
    ),
    "comes from": (
        "Most of [Finland|FIN]’s oil comes from [Norway|NOR].",
        {"energy_supply NOR FIN -"},
    ),
    "accounts for exports": (
        "[China|CHN] accounts for {30 percent|30|percent} of [Chile|CHL]’s exports.",
        {"trade_export CHL CHN 30"},
    ),
    "exports of what is whose": (
        "The plan would raise exports of [Chilean|CHL|d] natural gas to [Japan|JPN].",
        {"trade_export CHL JPN -"},
    ),
    "goods that are sold are no sale": (
        "[Norway|NOR] put export controls on chips sold to [Belarus|BLR].",
        {"restriction NOR BLR -"},
    ),
    "export market": (
        "[Chile|CHL] is the largest export market for [Peru|PER].",
        {"trade_export PER CHL -"},
    ),
    "borrowed": (
        "[Chad|TCD] borrowed {$3 million|3e6|USD} from [Norway|NOR].",
        {"loan NOR TCD 3e6"},
    ),
    "money in aid": (
        "[Norway|NOR] will provide {$20 million|2e7|USD} in humanitarian aid to [Chad|TCD].",
        {"aid_humanitarian NOR TCD 2e7"},
    ),
    "contributed": (
        "[Japan|JPN] has contributed {$9 million|9e6|USD} to [Malawi|MWI]’s recovery.",
        {"aid JPN MWI 9e6"},
    ),
    "asked to support": (
        "[Kenya|KEN] asked [Norway|NOR] to provide support for [Chad|TCD].",
        {"aid NOR TCD -"},
    ),
    "others are asked to support": (
        "[Kenya|KEN] called on all states to provide support for [Chad|TCD].",
        set(),
    ),
    "trained soldiers": (
        "[Norway|NOR] trained [Chadian|TCD|d] soldiers in {2019|2019|year}.",
        {"aid_military NOR TCD -"},
    ),
    "hit with sanctions": (
        "[Kenya|KEN] hit [Chad|TCD] with new sanctions.",
        {"sanction KEN TCD -"},
    ),
    "imposed costs": (
        "[Kenya|KEN] is imposing costs on [Chad|TCD] for the raid.",
        {"sanction KEN TCD -"},
    ),
    "ports blocked": (
        "The [Chadian|TCD|d] ports have been blocked by [Kenya|KEN].",
        {"restriction KEN TCD -"},
    ),
    "committed to the defence of": (
        "[Norway|NOR] reaffirmed its firm commitment to the defence of [Latvia|LVA].",
        {"alliance NOR LVA -"},
    ),
    "will defend": ("[France|FRA] will defend [Chad|TCD].", {"alliance FRA TCD -"}),
    "a name that is part of another": (
        "[France|FRA] will defend the [Chad|TCD] Canal.",
        set(),
    ),
    "guarantor of a state": (
        "[Kenya|KEN] is a guarantor of [Chad|TCD]’s security.",
        {"alliance KEN TCD -"},
    ),
    "guarantor of a truce": (
        "[Kenya|KEN], as guarantor of the truce between [Chad|TCD] and [Mali|MLI], objected.",
        {"mediation KEN TCD -", "mediation KEN MLI -", "alignment TCD MLI -"},
    ),
    "named allies": (
        "[Norway|NOR]’s treaty allies [Chad|TCD] and [Mali|MLI] sent boats.",
        {"alliance TCD NOR -", "alliance MLI NOR -"},
    ),
    "allies at the end of a list": (
        "[Norway|NOR], [Chad|TCD], and our allies will win.",
        set(),
    ),
    "joint exercises": (
        "[Kenya|KEN] held joint naval exercises with [India|IND].",
        {"alliance KEN IND -"},
    ),
    "cooperates with": (
        "[Kenya|KEN] is cooperating with [India|IND] on space.",
        {"alignment KEN IND -"},
    ),
    "a view that two share": (
        "[Kenya|KEN] and [India|IND] agreed on the importance of calm.",
        set(),
    ),
    "companies that cooperate": (
        "[Kenya|KEN] will list companies cooperating with [India|IND].",
        set(),
    ),
    "normal relations": (
        "[Kenya|KEN] established diplomatic relations with [Chile|CHL].",
        {"alignment KEN CHL -"},
    ),
    "backs a cause": (
        "[Norway|NOR] backs [Chad|TCD]’s independence.",
        {"alignment NOR TCD -"},
    ),
    "backed by": (
        "The [Front|org:Front], backed by [Chad|TCD], fled.",
        {"alignment TCD org:Front -"},
    ),
    "demonstrated support": (
        "[Norway|NOR] has demonstrated strong support for [Chad|TCD].",
        {"alignment NOR TCD -"},
    ),
    "members of": (
        "[Chile|CHL] and [Kenya|KEN] are members of the [League|org:League].",
        {"membership CHL org:League -", "membership KEN org:League -"},
    ),
    "allies such as": (
        "[League|org:League] allies such as [Chile|CHL] and [Kenya|KEN] sent boats.",
        {"membership CHL org:League -", "membership KEN org:League -"},
    ),
    "the members are": (
        "The permanent members of the [League|org:League]: [Chile|CHL], [Kenya|KEN] and "
        "[Peru|PER].",
        {
            "membership CHL org:League -",
            "membership KEN org:League -",
            "membership PER org:League -",
        },
    ),
    "a comma opens no list": (
        "[League|org:League] members, [Chile|CHL] and [Kenya|KEN] met.",
        set(),
    ),
    "left a body": (
        "[Kenya|KEN] withdrew from the [League|org:League].",
        {"membership KEN org:League -"},
    ),
    "recognised a state": ("[Chile|CHL] never recognised [Kosovo|XKX].", {"recognition CHL XKX -"}),
    "recognised an idea": (
        "[Chile|CHL] recognised [Kosovo|XKX]’s fear of war.",
        set(),
    ),
    "hosts troops": (
        "[Chad|TCD] has hosted {900|900|persons} [French|FRA|d] troops.",
        {"basing FRA TCD 900"},
    ),
    "military presence": (
        "[France|FRA] maintains a military presence in [Chad|TCD].",
        {"basing FRA TCD -"},
    ),
    "has a base": ("[France|FRA] has a naval base in [Chad|TCD].", {"basing FRA TCD -"}),
    "sent troops": (
        "[Kenya|KEN] sent {900|900|persons} troops to [Somalia|SOM].",
        {"basing KEN SOM 900"},
    ),
    "sent a signal to forces": (
        "[Kenya|KEN] is sending a wrong signal to [Somalia|SOM]’s forces.",
        set(),
    ),
    "control of": (
        "[Kenya|KEN] seized control of [Chad|TCD]’s north.",
        {"occupation KEN TCD -"},
    ),
    "fired at": ("[Kenya|KEN] fired missiles at [Chad|TCD].", {"attack KEN TCD -"}),
    "launched no satellite": ("[Kenya|KEN] launched a satellite for [Chad|TCD].", set()),
    "aggression against whom is known": (
        "[Kenya|KEN] invaded [Chad|TCD]. The League deplored the [Kenyan|KEN|d] aggression.",
        {"attack KEN TCD -"},
    ),
    "aggression against nobody known": (
        "The League deplored the [Kenyan|KEN|d] aggression.",
        set(),
    ),
    "it goes on from sentence to sentence": (
        "[Norway|NOR] has joined the talks. It then sold rifles to [Mali|MLI].",
        {"arms_sales NOR MLI -"},
    ),
    "it is not whom the last sentence owns": (
        "[Norway|NOR]’s plan is old. It sold rifles to [Mali|MLI].",
        set(),
    ),
    "brought to the table": (
        "[Oman|OMN] brought [Chad|TCD] and [Mali|MLI] to the negotiating table.",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "ended a war": (
        "[Oman|OMN] ended the war between [Chad|TCD] and [Mali|MLI].",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "ended their own war": (
        "[Chad|TCD] and [Mali|MLI] ended the war between [Chad|TCD] and [Mali|MLI].",
        set(),
    ),
    "no peace until": (
        "[Oman|OMN] will not stop until there is a talk between [Chad|TCD] and [Mali|MLI].",
        set(),
    ),
    "hosted leaders": (
        "[Oman|OMN] hosted the leaders of [Chad|TCD] and [Mali|MLI].",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "held under auspices": (
        "Talks between [Chad|TCD] and [Mali|MLI] were held under the auspices of [Oman|OMN].",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "through mediation": (
        "Through [Omani|OMN|d] mediation, [Chad|TCD] and [Mali|MLI] traded prisoners.",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "between a government and rebels": (
        "[Oman|OMN] facilitated talks between the [Chadian|TCD|d] government and the "
        "[Front|org:Front].",
        {"mediation OMN TCD -", "mediation OMN org:Front -"},
    ),
}
