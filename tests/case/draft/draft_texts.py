"""Invented dispatches, and ledgers of texts, for the tests of drafting."""

from __future__ import annotations

from detente.documents.read import from_bytes
from detente.evidence.joining import join
from detente.evidence.ledger import Ledger
from detente.evidence.links import link
from detente.evidence.read import read

RIVER = """Norway offers to host talks on the river war

OSLO, 4 May 2021 - Norway has offered to mediate between Chad and Niger after Chad attacked \
Niger along the river in March. The Chad-Niger war has cut the trade of both.

Chad's President Issa Bello demanded the full withdrawal of Nigerien troops from the disputed \
islands. "Niger must withdraw from our territory before any talks," Bello said in N'Djamena.

Niger's Foreign Minister Aisha Karim rejected the demand. "We will not accept a partial \
ceasefire," Karim told reporters. "If the talks fail, we will take the case to the world court."

Norway's Foreign Minister Kari Vold called for a permanent ceasefire and welcomed the release \
of all prisoners. France imposed sanctions on Chad last year, and Germany gave Niger $200 million \
in aid. Chad threatened to close the border if sanctions are not lifted.

Analysts said that the talks could fail. The newspaper Le Soir reported heavy rain.
"""

TRADE = """Joint statement of Chile and Peru

The Government of Chile and the Government of Peru met in Lima on 3 June 2020. Chile and Peru \
agreed to reduce tariffs on copper and to establish a joint commission. Peru will lower import \
duties on fruit. Chile will suspend export controls on lithium technology for 60 days.

The treaty must be ratified by the Senate of Chile before it enters into force.
"""

BOTH_ENDS = """Dispatch

Kenya's President Amina Otieno demanded that sanctions be lifted in full. "All sanctions must be \
lifted," Otieno said on Monday. In an interview on Friday, Otieno demanded new sanctions on \
smugglers and said Kenya wants to keep sanctions. Uganda rejected this. The Kenya-Uganda dispute \
goes on, and Uganda attacked Kenya in May.
"""

NOTHING = "Rain fell all week. The harvest was late, and the bridge stayed shut.\n"

TEXTS = {"river": RIVER, "trade": TRADE, "both ends": BOTH_ENDS, "nothing": NOTHING}


def ledger_of(*texts: str) -> Ledger:
    """The ledger of some texts by rules alone."""
    documents = [
        from_bytes(f"text{n}.txt", text.encode(), "text/plain") for n, text in enumerate(texts)
    ]
    return link(join([read(document) for document in documents]))
