"""Marked sentences of agreement, mediation and force, and their relations (see ``marked``)."""

from __future__ import annotations

# (marked text, {"type source target value"}): value "-" where no figure is stated.
CONDUCT: dict[str, tuple[str, set[str]]] = {
    "two agreed": (
        "[Kenya|KEN] and [Uganda|UGA] have agreed to reopen the border.",
        {"alignment KEN UGA -"},
    ),
    "agreed with": (
        "[Kenya|KEN] agreed with [Uganda|UGA] to reopen the border.",
        {"alignment KEN UGA -"},
    ),
    "one agrees with nobody": ("[Kenya|KEN] agreed to reopen the border.", set()),
    "three are no pairs": (
        "[Kenya|KEN], [Uganda|UGA] and [Rwanda|RWA] agreed to reopen the border.",
        set(),
    ),
    "work together": (
        "[Kenya|KEN] and [Uganda|UGA] will continue working towards a common market.",
        {"alignment KEN UGA -"},
    ),
    "the parties": (
        "Talks between [Kenya|KEN] and [Uganda|UGA] ended. The two sides committed to a truce.",
        {"alignment KEN UGA -"},
    ),
    "agreed again": (
        "[Kenya|KEN] and [Uganda|UGA] agreed to trade. "
        "[Kenya|KEN] and [Uganda|UGA] agreed to meet.",
        {"alignment KEN UGA -"},
    ),
    "reached an agreement": (
        "[Kenya|KEN] reached an agreement with [Uganda|UGA] on fishing.",
        {"alignment KEN UGA -"},
    ),
    "signed by": (
        "The accord signed by [Kenya|KEN] and [Uganda|UGA] holds.",
        {"alignment KEN UGA -"},
    ),
    "a draft is no agreement": (
        "The draft of an agreement between [Kenya|KEN] and [Uganda|UGA] leaked.",
        set(),
    ),
    "a deal that is sought": ("A [Kenya|KEN]-[Uganda|UGA] deal faces hurdles.", set()),
    "with support from": (
        "[Kenya|KEN], with support from [Ghana|GHA] and [Togo|TGO], tabled a plan.",
        {"alignment GHA KEN -", "alignment TGO KEN -"},
    ),
    "shared interest": (
        "[Kenya|KEN] and [Uganda|UGA] share an interest in calm.",
        {"alignment KEN UGA -"},
    ),
    "a backed militia": (
        "The [Front|org:Front] is a [Chad|TCD]-backed force. The [Band|org:Band], a "
        "[Chadian|TCD|d]-backed militia, fled.",
        {"alignment TCD org:Band -"},
    ),
    "hosted talks": (
        "[Oman|OMN] hosted talks between [Chad|TCD] and [Mali|MLI].",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "facilitating for both sides": (
        "The [Chad|TCD]-[Mali|MLI] conflict goes on. [Oman|OMN] will continue facilitating "
        "negotiations between both sides.",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "thanked for hosting": (
        "[Chad|TCD] thanks [Oman|OMN] for hosting its talks with [Mali|MLI].",
        {"mediation OMN MLI -"},
    ),
    "good offices": (
        "The good offices of [Oman|OMN] helped. The [Chad|TCD]-[Mali|MLI] war ended.",
        {"mediation OMN TCD -", "mediation OMN MLI -"},
    ),
    "brokered by hyphen": (
        "The [Oman|OMN]-brokered truce between [Chad|TCD] and [Mali|MLI] holds.",
        {"mediation OMN TCD -", "mediation OMN MLI -", "alignment TCD MLI -"},
    ),
    "a host of no talks": ("[Oman|OMN] hosted the games of [Chad|TCD].", set()),
    "help restore": (
        "[Norway|NOR] will help restore [Malawi|MWI]’s access to ports.",
        {"aid NOR MWI -"},
    ),
    "killed": (
        "[Iraqi|IRQ|d] troops killed [Sam Odo|per:odo].",
        {"attack IRQ per:odo -"},
    ),
    "also killed": (
        "[Iraqi|IRQ|d] troops killed [Sam Odo|per:odo]. [Ali Beg|per:beg] was also killed.",
        {"attack IRQ per:odo -", "attack IRQ per:beg -"},
    ),
    "both strike": (
        "The [Chad|TCD]-[Mali|MLI] war goes on. They ban strikes against ports of [Chad|TCD] and "
        "[Mali|MLI].",
        {"attack TCD MLI -"},
    ),
    "named as terrorists": (
        "[Norway|NOR] designated the [Band|org:Band] as a terrorist group.",
        {"sanction NOR org:Band -"},
    ),
    "shut out": (
        "[Chad|TCD] was excluded from [Norwegian|NOR|d] banks.",
        {"restriction NOR TCD -"},
    ),
    "expelled": (
        "[Norway|NOR] expelled four [Chadian|TCD|d] diplomats.",
        {"restriction NOR TCD -"},
    ),
    "a tariff and its rates": (
        "[Chad|TCD] and [Mali|MLI] met.\n\n[Chad|TCD] will lower tariffs on goods of [Mali|MLI] by "
        "suspending {5 points|5|percentage_points} of that rate.",
        {"tariff TCD MLI 5"},
    ),
    "troops in": (
        "[Danish|DNK|d] troops in [Mali|MLI] will leave.",
        {"basing DNK MLI -"},
    ),
    "withdrew from": (
        "[Denmark|DNK] withdrew its troops from [Mali|MLI].",
        {"basing DNK MLI -"},
    ),
    "signed up": (
        "[Kenya|KEN] and [Uganda|UGA] signed the [League|org:League] charter.",
        {"membership KEN org:League -", "membership UGA org:League -"},
    ),
}
