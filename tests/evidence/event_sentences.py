"""Marked sentences and the events that a careful reader finds in them (see ``marked``)."""

from __future__ import annotations

ROLES = {
    "per:soto": "state:PER",
    "per:vega": "state:CHL",
    "per:lindgren": "state:SWE",
    "per:okoye": "org:AU",
    "grp:envoys": "state:KEN",
    "med:lanacion": "state:CHL",
}

# (marked text, events as "type | time | place | participants | status").
KNOWN: dict[str, tuple[str, set[str]]] = {
    "with and in and on": (
        "[Ana Soto|per:soto] met with [Chilean|CHL|d] President [Luis Vega|per:vega] in "
        "[Lima|PER|m|place] on <Tuesday>.",
        {"meeting | Tuesday | Lima | per:soto per:vega | past"},
    ),
    "opening phrase": (
        "Starting in [Lima|PER|m|place] on <Tuesday>, [Soto|per:soto] will meet "
        "[Vega|per:vega] to renew ties.",
        {"meeting | Tuesday | Lima | per:soto per:vega | planned"},
    ),
    "present for the future": (
        "Then, in [Lima|PER|m|place], [Soto|per:soto] meets [Vega|per:vega] on <Friday>.",
        {"meeting | Friday | Lima | per:soto per:vega | planned"},
    ),
    "weak word": (
        "[Soto|per:soto] confers with [Vega|per:vega] in [Lima|PER|m|place] on <Friday>. "
        "The tour concludes in [Santiago|CHL|m|place] on <Sunday>.",
        {
            "meeting | Friday | Lima | per:soto per:vega | planned",
            "visit | Sunday | Santiago | per:soto state:CHL | planned",
        },
    ),
    "compound summit": (
        "The [Peru|PER]-[Chile|CHL] summit on <Tuesday> ended early.",
        {"meeting | Tuesday | - | state:CHL state:PER | past"},
    ),
    "place in compound": (
        "[Soto|per:soto] and [Vega|per:vega] leave for a summit in [Lima|PER|m|place] <next week>. "
        "The [Lima|PER|m|place] meeting, scheduled for <Friday>, will be long.",
        {
            "meeting | next week | Lima | per:soto per:vega | planned",
            "meeting | Friday | Lima | per:soto per:vega | planned",
        },
    ),
    "talks of a year": (
        "The effort builds on the talks between [Peru|PER] and [Chile|CHL] of <2012>.",
        {"meeting | 2012 | - | state:CHL state:PER | past"},
    ),
    "year before its noun": (
        "[Norway|NOR]’s part in mediating the <2016> [Peru|PER]-[Chile|CHL] accord is known.",
        {"agreement | 2016 | - | state:CHL state:NOR state:PER | past"},
    ),
    "since colours": (
        "Trade has grown since the <1990> invasion of [Kuwait|KWT].",
        {"conflict | 1990 | Kuwait | state:KWT | past"},
    ),
    "since is no date": (
        "[Peru|PER] has held talks with [Chile|CHL] since <2012>.",
        {"meeting | - | - | state:CHL state:PER | past"},
    ),
    "a year of trade is no event": (
        "In <2012> alone, [Chile|CHL] imported {$3 billion|3e9|USD} worth of copper.",
        set(),
    ),
    "said on": (
        "[Soto|per:soto] said on <Monday> the port was open.",
        {"statement_event | Monday | - | per:soto | past"},
    ),
    "said of another day": (
        "[Soto|per:soto] said on <Monday> that she would visit [Chile|CHL] on <Friday>.",
        {
            "statement_event | Monday | - | per:soto | past",
            "visit | Friday | Chile | per:soto state:CHL | planned",
        },
    ),
    "said that it ends then": (
        "[Soto|per:soto] said that the lease of the port runs out in <2030>.",
        set(),
    ),
    "participle": (
        "[Soto|per:soto] has voiced doubts, stating <last week>, “We need time.”",
        {"statement_event | last week | - | per:soto | past"},
    ),
    "speaking from": (
        "Speaking from the Harbour Gate Hall on <Monday>, [Soto|per:soto] praised the plan.",
        {"statement_event | Monday | Harbour Gate Hall | per:soto | past"},
    ),
    "undated address": (
        "“We thank you,” [Soto|per:soto] said in a live television speech.",
        {"statement_event | - | - | per:soto | past"},
    ),
    "place of the sentence before": (
        "In [Lima|PER|m|place], [Soto|per:soto] was pleased. “We thank you,” [Soto|per:soto] said "
        "in a live television speech.",
        {"statement_event | - | Lima | per:soto | past"},
    ),
    "interview": (
        "In a recent interview with [La Nación|med:lanacion], [Vega|per:vega] backed it.",
        {"statement_event | recent | - | med:lanacion per:vega | past"},
    ),
    "press conference in compound": (
        "[Okoye|per:okoye] welcomed it, noting in a [Lima|PER|m|place] press conference, “Good.”",
        {"statement_event | - | Lima | per:okoye | past"},
    ),
    "same appearance told twice": (
        "[Soto|per:soto] spoke on <Monday>. In the press conference she smiled, and "
        "[Soto|per:soto] said in a press conference that all was well.",
        {"statement_event | Monday | - | per:soto | past"},
    ),
    "undated summit": (
        "A summit between [Peru|PER] and [Chile|CHL] is planned.",
        {"meeting | - | - | state:CHL state:PER | planned"},
    ),
    "summits in general": ("Recent summits were dull for [Peru|PER] and [Chile|CHL].", set()),
    "signed": (
        "[Peru|PER] and [Chile|CHL] signed the accord on <3 May 2011>.",
        {"agreement | 3 May 2011 | - | state:CHL state:PER | past"},
    ),
    "was signed": (
        "[Soto|per:soto] was glad, and the [Peru|PER|n]-[Chile|CHL] treaty was signed on "
        "<3 May 2011>.",
        {"agreement | 3 May 2011 | - | state:CHL state:PER | past"},
    ),
    "list of signers": (
        "The accord, signed by [Soto|per:soto], [Vega|per:vega], and [Lindgren|per:lindgren] in "
        "<June 2011>, set the line.",
        {"agreement | June 2011 | - | per:lindgren per:soto per:vega | past"},
    ),
    "struck": (
        "[Iranian|IRN|d] forces struck a port in [Iraq|IRQ] on <Sunday>.",
        {"attack | Sunday | Iraq | state:IRN | past"},
    ),
    "election": (
        "The <2021> elections in [Chile|CHL] were calm.",
        {"election | 2021 | Chile | - | past"},
    ),
    "trade war takes the pair before": (
        "Old [Peru|PER]-[Chile|CHL] rivalries, from the <1998> trade war on, matter.",
        {"conflict | 1998 | - | state:CHL state:PER | past"},
    ),
    "strait": (
        "The <2020> Magellan Strait incursions are recalled.",
        {"conflict | 2020 | Magellan Strait | - | past"},
    ),
    "resigned": (
        "Two days later came news: [Vega|per:vega] resigned on <Sunday>.",
        {"appointment | Sunday | - | per:vega | past"},
    ),
    "sanctions imposed": (
        "[Canada|CAN] imposed sanctions on [Belarus|BLR] on <Monday>.",
        {"sanction | Monday | - | state:BLR state:CAN | past"},
    ),
    "cancelled": (
        "The meeting between [Soto|per:soto] and [Vega|per:vega] on <Friday> was cancelled.",
        {"meeting | Friday | - | per:soto per:vega | cancelled"},
    ),
    "might": (
        "[Soto|per:soto] might meet [Vega|per:vega] on <Friday>.",
        {"meeting | Friday | - | per:soto per:vega | hypothetical"},
    ),
    "not held": ("[Soto|per:soto] did not meet [Vega|per:vega] on <Friday>.", set()),
    "talks on a place": (
        "[Soto|per:soto] held talks with [Vega|per:vega] on <Friday> on order in [Haiti|HTI].",
        {"meeting | Friday | - | per:soto per:vega | past"},
    ),
    "visit": (
        "[Envoys|grp:envoys] travelled to [Peru|PER] on <Sunday>.",
        {"visit | Sunday | Peru | grp:envoys state:PER | past"},
    ),
    "aside after the opening": (
        "The <following day>, after a meeting of the port board, [Soto|per:soto] announced a halt.",
        {"statement_event | following day | - | per:soto | past"},
    ),
    "reached a deal": (
        "<This week> in [Peru|PER|n|place], President [Soto|per:soto] reached a trade and fishing "
        "deal with President [Vega|per:vega] of [Chile|CHL].",
        {"agreement | This week | Peru | per:soto per:vega | past"},
    ),
    "ordered an invasion": (
        "In <1990>, [Vega|per:vega] ordered an invasion of [Peru|PER].",
        {"conflict | 1990 | Peru | per:vega state:PER | past"},
    ),
    "counterpart": (
        "[Soto|per:soto] will meet [her|per:soto|p] [Chilean|CHL|d] counterpart "
        "[Luis Vega|per:vega] <tomorrow>.",
        {"meeting | tomorrow | - | per:soto per:vega | planned"},
    ),
    "known city in compound": (
        "The plan builds on the Antananarivo talks of <2012>.",
        {"meeting | 2012 | Antananarivo | - | past"},
    ),
    "country after its city": (
        "[Soto|per:soto] and [Vega|per:vega] met in Cusco, [Peru|PER|n|place], on <Tuesday>.",
        {"meeting | Tuesday | Cusco | per:soto per:vega | past"},
    ),
    "visit to a city": (
        "[Vega|per:vega] travelled to Arequipa on <Sunday>; [Peru|PER] was glad.",
        {"visit | Sunday | Arequipa | per:vega state:PER | past"},
    ),
    "to be held": (
        "Negotiations are to be held in Cusco on <12 May>.",
        {"meeting | 12 May | Cusco | - | planned"},
    ),
    "resolution in a clause of its own": (
        "In [Lima|PER|m|place], [Soto|per:soto] gave a plan that fits the resolution of <2031>.",
        {"vote | 2031 | - | - | past"},
    ),
    "attack on a house in a city": (
        "The <12 May> attack on the [Chilean|CHL|d] embassy in [Lima|PER|m|place] was short.",
        {"attack | 12 May | Lima | state:CHL | past"},
    ),
    "name in a compound": (
        "[Soto|per:soto] prepares for a long [Africa|grp:africa] trip, including a summit with "
        "[Okoye|per:okoye] in [Lima|PER|m|place] <next week>.",
        {"meeting | next week | Lima | per:okoye per:soto | planned"},
    ),
    "subject of the clause after after": (
        "[Norway|NOR] offered on <Tuesday> to host talks, after [Peruvian|PER|d] patrols seized "
        "{12|12|boat} [Chilean|CHL|d] boats in <February>.",
        {
            "statement_event | Tuesday | - | state:NOR | past",
            "conflict | February | - | state:CHL state:PER | past",
        },
    ),
    "seized, nobody says by whom": (
        "[Soto|per:soto] refused to return the [Chilean|CHL|d] boats seized <last month>.",
        {"conflict | last month | - | state:CHL | past"},
    ),
    "place after the object": (
        "[Soto|per:soto] was ready to convene both delegations in [Lima|PER|m|place] <next week>.",
        {"meeting | next week | Lima | per:soto | planned"},
    ),
    "two stops": (
        "[Soto|per:soto] is to fly to [Lima|PER|m|place] on <Friday> and then to Arequipa on "
        "<Saturday>.",
        {
            "visit | Friday | Lima | per:soto state:PER | planned",
            "visit | Saturday | Arequipa | per:soto state:PER | planned",
        },
    ),
    "a round planned": (
        "The [Lima|PER|m|place] round, planned for <11 March>, may slip.",
        {"meeting | 11 March | Lima | - | planned"},
    ),
    "talks wished for": (
        "[Peru|PER] on <Wednesday> spurned a plan for talks on the river.",
        {"other | Wednesday | - | state:PER | past"},
    ),
    "agreed to attend then": (
        "[Soto|per:soto] and [Vega|per:vega] agreed to attend in <May>.",
        {
            "agreement | - | - | per:soto per:vega | past",
            "other | May | - | per:soto per:vega | planned",
        },
    ),
    "interview published then": (
        "In an interview with [La Nación|med:lanacion] published on <Sunday>, [Vega|per:vega] said "
        "the port would close.",
        {"statement_event | Sunday | - | med:lanacion per:vega | past"},
    ),
    "spoke with": (
        "[Soto|per:soto] spoke <today> with President [Vega|per:vega].",
        {"meeting | today | - | per:soto per:vega | past"},
    ),
    "title before the comma": (
        "[Peru|PER]’s foreign minister, [Ana Soto|per:soto], and [his|per:soto|p] [Chilean|CHL|d] "
        "counterpart [Luis Vega|per:vega] met in Cusco on <9 April>.",
        {"meeting | 9 April | Cusco | per:soto per:vega | past"},
    ),
    "ministers of": (
        "Foreign ministers of [Peru|PER] and [Chile|CHL] met in Cusco on <Sunday>.",
        {"meeting | Sunday | Cusco | state:CHL state:PER | past"},
    ),
    "signed by, elsewhere": (
        "The truce, signed in Cusco by [Peru|PER] and [Chile|CHL] on <19 July>, holds.",
        {"agreement | 19 July | Cusco | state:CHL state:PER | past"},
    ),
    "sent for talks": (
        "[Peru|PER] sent [Soto|per:soto] to the coast for talks with [Vega|per:vega] on <7 April>.",
        {"meeting | 7 April | - | per:soto per:vega | past"},
    ),
    "the decision is the deed": (
        "[Peru|PER] ratified the pact with [Chile|CHL] on <Wednesday>.",
        {"agreement | Wednesday | - | state:CHL state:PER | past"},
    ),
    "fire exchanged": (
        "[Peru|PER] and [Chile|CHL] exchanged fire on <Saturday> and exchanged views on <Sunday>.",
        {"attack | Saturday | - | state:CHL state:PER | past"},
    ),
    "drones hit, prices hit": (
        "[Peruvian|PER|d] drones hit a ship on <Tuesday>. Prices hit a high on <Sunday>.",
        {"attack | Tuesday | - | state:PER | past"},
    ),
    "received a guest, received money": (
        "[Soto|per:soto] will receive [Vega|per:vega] on <Tuesday>. [Chile|CHL] received "
        "{$3 billion|3e9|USD} from [Peru|PER] in <May>.",
        {"meeting | Tuesday | - | per:soto per:vega | planned"},
    ),
    "part of a land": (
        "[Peru|PER]’s invasion of southern [Chile|CHL] in <1982> failed.",
        {"conflict | 1982 | southern Chile | state:CHL state:PER | past"},
    ),
    "who holds the election": (
        "[Chile|CHL] holds elections on <17 August>.",
        {"election | 17 August | - | state:CHL | planned"},
    ),
    "a visit by": (
        "A visit by [Vega|per:vega] to Cusco on <5 September> was postponed.",
        {"visit | 5 September | Cusco | per:vega state:PER | cancelled"},
    ),
    "waters named after a land": (
        "[Peru|PER] fired {two|2|missile} missiles into the Gulf of [Chile|CHL] on <Sunday>, "
        "[Soto|per:soto] said.",
        {"attack | Sunday | Gulf of Chile | state:PER | past"},
    ),
    "the beginning of a span": (
        "[Peru|PER] will patrol the border from <July>, [Soto|per:soto] said.",
        set(),
    ),
    "noun too far from its date": (
        "The canal opened in <1914>, but many in the towns along it questioned the worth of the "
        "treaty.",
        set(),
    ),
}
