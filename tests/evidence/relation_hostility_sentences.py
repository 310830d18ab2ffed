"""Marked sentences of war, peace and company, and their relations (see ``marked``)."""

from __future__ import annotations

# (marked text, {"type source target value"}): value "-" where no figure is stated.
HOSTILITY: dict[str, tuple[str, set[str]]] = {
    "overran": (
        "[Chad|TCD] overran [Malian|MLI|d] positions in the north.",
        {"attack TCD MLI -"},
    ),
    "recaptured a town from its foe": (
        "[Chad|TCD] invaded [Mali|MLI]. Days later [Mali|MLI] recaptured the town.",
        {"attack TCD MLI -", "attack MLI TCD -"},
    ),
    "landed troops": (
        "[Peruvian|PER|d] troops landed at dawn on [Chile|CHL]’s coast.",
        {"attack PER CHL -"},
    ),
    "landed a deal": (
        "[Peru|PER] landed a contract in [Chile|CHL].",
        set(),
    ),
    "brought ruin": (
        "[Chad|TCD] brought death and destruction to [Mali|MLI].",
        {"attack TCD MLI -"},
    ),
    "made peace": (
        "[Peru|PER] made peace with [Chile|CHL] and [Ecuador|ECU].",
        {"alignment PER CHL -", "alignment PER ECU -"},
    ),
    "working with": (
        "[Norway|NOR] will keep working closely with [Kenya|KEN].",
        {"alignment NOR KEN -"},
    ),
    "in close partnership": (
        "[Norway|NOR] trained the guards in close partnership with [Kenya|KEN].",
        {"alignment NOR KEN -"},
    ),
    "others are asked to work with": (
        "[Norway|NOR] calls on all parties to work with [Kenya|KEN].",
        set(),
    ),
    "banned athletes": (
        "[Norway|NOR] banned [Chadian|TCD|d] athletes.",
        {"restriction NOR TCD -"},
    ),
    "a treaty that was signed": (
        "The [Peruvian|PER|d]-[Chilean|CHL|d] peace treaty was formally signed.",
        {"alignment PER CHL -"},
    ),
    "in each other’s countries": (
        "[Peru|PER] and [Chile|CHL] provide most investment in each other’s countries.",
        {"investment PER CHL -"},
    ),
    "cooperation of two": (
        "They agreed to deepen [Peru|PER]-[Chile|CHL] cooperation.",
        {"alignment PER CHL -"},
    ),
    "measures by one in support of another": (
        "Measures taken by [Norway|NOR] in support of [Kenya|KEN] go on.",
        {"alignment NOR KEN -"},
    ),
}
