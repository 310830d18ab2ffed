"""More marked sentences: events told without a time, told again, or by parties named before."""

from __future__ import annotations

# (marked text, events as "type | time | place | participants | status").
UNDATED: dict[str, tuple[str, set[str]]] = {
    "undated talks between": (
        "After discussions between [Soto|per:soto] and [Vega|per:vega], calm returned.",
        {"meeting | - | - | per:soto per:vega | past"},
    ),
    "agreed where they met": (
        "[Peru|PER] held talks with [Chile|CHL] in Cusco on <Sunday>. [Peru|PER] and "
        "[Chile|CHL] agreed to open the pass. [Peru|PER] and [Chile|CHL] agreed to count the "
        "boats.",
        {
            "meeting | Sunday | Cusco | state:CHL state:PER | past",
            "agreement | - | Cusco | state:CHL state:PER | past",
        },
    ),
    "agreed on its worth": (
        "[Soto|per:soto] and [Vega|per:vega] agreed on the importance of trade.",
        set(),
    ),
    "a mark each": (
        "Few recall [Soto|per:soto]’s and [Vega|per:vega]’s accord.",
        {"agreement | - | - | per:soto per:vega | past"},
    ),
    "these talks": (
        "[Peru|PER] met [Chile|CHL] on <Sunday>. Many helped with these important "
        "discussions in Cusco.",
        {
            "meeting | Sunday | - | state:CHL state:PER | past",
            "meeting | - | Cusco | state:CHL state:PER | past",
        },
    ),
    "received by": (
        "[Soto|per:soto] was met by [Vega|per:vega] at the gate.",
        {"meeting | - | - | per:soto per:vega | past"},
    ),
    "undated strike with a place": (
        "[Chile|CHL] carried out the airstrike near Arequipa. The strike was long.",
        {"attack | - | Arequipa | state:CHL | past"},
    ),
    "killed in the strike told of": (
        "[Chile|CHL] carried out the airstrike near Arequipa. [Vega|per:vega] was killed in the "
        "airstrike.",
        {"attack | - | Arequipa | state:CHL | past"},
    ),
    "strike that follows another": (
        "The strike follows an attack on [Chile|CHL] near Arequipa.",
        {"attack | - | Arequipa | state:CHL | past"},
    ),
    "ban on strikes": ("[Soto|per:soto] wants a pact to ban strikes on [Chile|CHL].", set()),
    "his statement": (
        "In [his|per:vega|p] statement, [Luis Vega|per:vega] found it just.",
        {"statement_event | - | - | per:vega | past"},
    ),
    "presented with support": (
        "[Peru|PER] with support from [Chile|CHL] and [Kenya|KEN] presented a plan.",
        {"statement_event | - | - | state:CHL state:KEN state:PER | past"},
    ),
    "laid out by": (
        "It fits the terms laid out by [Soto|per:soto] on <3 May>.",
        {"statement_event | 3 May | - | per:soto | past"},
    ),
    "over the last days": (
        "Over the <last three days> in Cusco, [Soto|per:soto] and [Vega|per:vega] have engaged in "
        "talks.",
        {"meeting | last three days | Cusco | per:soto per:vega | past"},
    ),
    "imposed before": ("The effect of previously imposed sanctions on [Chile|CHL] is weak.", set()),
    "designated as a colour": ("[Soto|per:soto] runs a [US|USA]-designated group.", set()),
    "further sitting": (
        "Negotiations will take place in Cusco on <9 May> and then in Arequipa on <12 May>.",
        {
            "meeting | 9 May | Cusco | - | planned",
            "meeting | 12 May | Arequipa | - | planned",
        },
    ),
    "where they signed": (
        "[Soto|per:soto] and [Vega|per:vega] met in Cusco for a fair where on <Sunday> "
        "[Soto|per:soto] signed the pact.",
        {
            "meeting | - | Cusco | per:soto per:vega | past",
            "agreement | Sunday | Cusco | per:soto | past",
        },
    ),
    "would meet": ("[Soto|per:soto] would like to meet [Vega|per:vega].", set()),
    "calls for calm": ("[Soto|per:soto] met calls for calm from [Vega|per:vega].", set()),
    "talks of today": (
        "[Soto|per:soto] met [Vega|per:vega] <today>. Trade came up in the conversation <today>.",
        {"meeting | today | - | per:soto per:vega | past"},
    ),
    "committed as they feel": (
        "[Peru|PER] and [Chile|CHL] are committed to peace. In Cusco, [Peru|PER] and [Chile|CHL] "
        "committed to share the water.",
        {"agreement | - | Cusco | state:CHL state:PER | past"},
    ),
    "order with a name": (
        "[Peru|PER] will lift the duties on [Chile|CHL] set forth in Executive Order 12 of "
        "<2 April 2031>.",
        {"other | 2 April 2031 | - | state:CHL state:PER | past"},
    ),
    "apposition, then to fly": (
        "[Soto|per:soto], the [Peruvian|PER|d] foreign minister, is to fly to Arequipa.",
        {"visit | - | Arequipa | per:soto state:PER | planned"},
    ),
    "resolution adopted": (
        "[Security Council|org:unsc] adopted a resolution on the river.",
        {"vote | - | - | org:unsc | past"},
    ),
    "agreed to a truce there": (
        "[Peru|PER] and [Chile|CHL] agreed to a truce in Cusco.",
        {"agreement | - | Cusco | state:CHL state:PER | past"},
    ),
    "hosted for talks": (
        "[Ana Soto|per:soto] hosted [Luis Vega|per:vega] for talks in Cusco.",
        {"meeting | - | Cusco | per:soto per:vega | past"},
    ),
    "attended by": (
        "The summit in Cusco was attended by [Soto|per:soto] and [Vega|per:vega].",
        {"meeting | - | Cusco | per:soto per:vega | past"},
    ),
    "deployed, attacked by nobody known": (
        "[Peru|PER] deployed {900|900|troops} troops after bandits attacked [Vega|per:vega].",
        {
            "other | - | - | state:PER | past",
            "attack | - | - | per:vega | past",
        },
    ),
    "missiles launched": (
        "[Peru|PER] launched two missiles into the Gulf of [Chile|CHL].",
        {"attack | - | Gulf of Chile | state:PER | past"},
    ),
    "mishap": ("[Luis Vega|per:vega] was killed in a helicopter crash.", set()),
    "are meeting": (
        "[Soto|per:soto] and [Vega|per:vega] are meeting in Cusco.",
        {"meeting | - | Cusco | per:soto per:vega | ongoing"},
    ),
    "act with a long name": (
        "[Peru|PER] will lift the duties set forth in Announcement of the Port Board of the Coast "
        "Council No. 4 of <2031>.",
        {"other | 2031 | - | state:PER | past"},
    ),
}
