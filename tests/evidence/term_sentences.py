"""Sentences and their terms as a careful reader would give them."""

from __future__ import annotations

# A sentence and its terms as "kind by -> to status", the answers of a careful reader.
KNOWN: dict[str, set[str]] = {
    # ---- demands
    "Aravia demanded the return of the islands.": {"demand state:ARA -> None reported"},
    "Aravia demanded that Boria withdraw its troops.": {"demand state:ARA -> state:BOR reported"},
    "Keld insisted on a return to the old border.": {"demand per:keld -> None reported"},
    "Aravia’s insistence on a new border delayed the summit.": {
        "demand state:ARA -> None narrated"
    },
    "Oyen urged Boria to release the prisoners.": {"demand per:oyen -> state:BOR reported"},
    "Selland called on the Hill rebels to lay down their arms.": {
        "demand state:SEL -> grp:rebels reported"
    },
    "The Coast League called for an immediate ceasefire.": {"demand org:LEAGUE -> None reported"},
    "“Boria must withdraw from the valley,” Dano said.": {"demand per:dano -> state:BOR stated"},
    "Dano said that Boria must pay compensation.": {"demand per:dano -> state:BOR reported"},
    "“We will never accept a partition,” Keld said.": {"demand per:keld -> None stated"},
    "“Our sovereignty is non-negotiable,” Dano said.": {"demand per:dano -> None stated"},
    "Boria repeated its demand for a neutral zone.": {"demand state:BOR -> None reported"},
    "Aravia wants guarantees from Selland.": {"demand state:ARA -> state:SEL reported"},
    # ---- preconditions
    "“Boria must leave the islands first,” Dano said.": {
        "precondition per:dano -> state:BOR stated"
    },
    "“Any agreement must include the ports,” Keld said.": {"precondition per:keld -> None stated"},
    "Boria will sign the treaty only if the sanctions are lifted.": {
        "precondition state:BOR -> None narrated"
    },
    "“There will be no talks until Boria frees the hostages,” Dano said.": {
        "precondition per:dano -> state:BOR stated"
    },
    "Aravia would join the talks on condition that Selland hosts them.": {
        "precondition state:ARA -> state:SEL narrated"
    },
    "Keld said that no agreement was possible unless Aravia recognised the border.": {
        "precondition per:keld -> state:ARA reported"
    },
    # ---- offers
    "Aravia offered to host the negotiations.": {"offer state:ARA -> None reported"},
    "Selland offered Boria a loan of 2 billion.": {"offer state:SEL -> state:BOR reported"},
    "Boria is ready to share the water.": {"offer state:BOR -> None reported"},
    "Selland pledged to rebuild the harbour.": {"offer state:SEL -> None reported"},
    "The League will provide observers for the border.": {"offer org:LEAGUE -> None narrated"},
    "Dano proposed a joint commission on fishing.": {"offer per:dano -> None reported"},
    "Aravia and Boria agreed to exchange ambassadors.": {"offer state:ARA -> None reported"},
    "Oyen presented a new draft of the roadmap.": {"offer per:oyen -> None reported"},
    # ---- concessions
    "Boria agreed to lift the blockade.": {"concession state:BOR -> None reported"},
    "Aravia gave up its claim to the islands.": {"concession state:ARA -> None narrated"},
    "Keld dropped his demand for a corridor.": {"concession per:keld -> None narrated"},
    "The draft lists territorial concessions in the north.": {"concession None -> None narrated"},
    # ---- threats
    "Boria threatened to close the strait.": {"threat state:BOR -> None reported"},
    "Keld warned that Boria would retaliate.": {"threat state:BOR -> None reported"},
    "Aravia vowed to respond to any attack.": {"threat state:ARA -> None reported"},
    "“Leave the valley or face the consequences,” Dano said.": {"threat per:dano -> None stated"},
    # ---- pressure
    "Selland used tariffs to pressure Boria into talks.": {
        "pressure state:SEL -> state:BOR narrated"
    },
    "Oyen announced joint trade pressure on Boria.": {"pressure per:oyen -> state:BOR reported"},
    # ---- incentives
    "Oyen said that a deal could unlock 3 billion in trade.": {
        "incentive per:oyen -> None speculative"
    },
    "The Tide Institute estimates that a settlement could save 9 billion in aid for Boria.": {
        "incentive None -> state:BOR projected"
    },
    "The agenda includes lifting sanctions on grain.": {"incentive None -> None narrated"},
    # ---- procedure
    "Talks may be held in a third country.": {"procedural None -> None narrated"},
    "The delegations will reconvene in the capital in May.": {"procedural None -> None narrated"},
    # ---- obstacles
    "Neither side is willing to give way.": {"obstacle None -> None narrated"},
    "The talks reached a deadlock.": {"obstacle None -> None narrated"},
    "Boria refused to make concessions.": {"obstacle state:BOR -> None reported"},
    "Dano ruled out any concessions on the islands.": {"obstacle per:dano -> None reported"},
    "The mission failed to break the impasse.": {"obstacle None -> None narrated"},
    "New tariffs could derail the negotiations.": {"obstacle None -> None speculative"},
    # ---- possible outcomes
    "The summit may yield a partial ceasefire.": {"possible_outcome None -> None speculative"},
    "Talks could lead to an exchange of prisoners.": {"possible_outcome None -> None speculative"},
    # ---- longer sentences
    "Aravia is demanding that Boria hand over the lighthouse before any agreement is signed.": {
        "precondition state:ARA -> state:BOR reported"
    },
    "“If they want peace, they must first leave our villages,” Dano said.": {
        "precondition per:dano -> None stated"
    },
    "Keld said talks would be pointless unless the shelling stopped.": {
        "precondition per:keld -> None reported"
    },
    "Oyen warned Boria that it would face new sanctions if it rejected the offer.": {
        "threat per:oyen -> state:BOR reported"
    },
    "Boria threatened to pull out of the talks.": {"threat state:BOR -> None reported"},
    "The Hill rebels agreed to release 40 prisoners in exchange for medicine.": {
        "concession grp:rebels -> None reported"
    },
    "Dano, under pressure from Selland, dropped her objections to the draft.": {
        "concession per:dano -> None narrated"
    },
    "In return for a prisoner swap, Selland would lift tariffs on Borian grain.": {
        "concession state:SEL -> None narrated"
    },
    "The dispute over fishing rights remains the main sticking point in the talks.": {
        "obstacle None -> None narrated"
    },
    "The two sides remain deadlocked over the status of the islands.": {
        "obstacle None -> None narrated"
    },
    # ---- offers and threats that hang on a condition
    "“If Boria opens the ports, we are ready to return the boats,” Dano said.": {
        "precondition per:dano -> state:BOR stated",
        "concession per:dano -> state:BOR stated",
    },
    "“If Boria drops its veto, we will rename the airport,” Dano said.": {
        "precondition per:dano -> state:BOR stated",
        "offer per:dano -> state:BOR stated",
    },
    "Selland is prepared to fund a dam, Oyen said on Monday, provided that both sides sign.": {
        "offer state:SEL -> None reported",
        "precondition state:SEL -> None narrated",
    },
    "Selland promised 9 million for a fund if the two governments agree on quotas.": {
        "offer state:SEL -> None reported",
        "precondition state:SEL -> None reported",
    },
    "Dano said Aravia would go to court unless Boria released the boats.": {
        "threat state:ARA -> state:BOR reported",
        "demand state:ARA -> state:BOR reported",
    },
    "Boria has agreed to attend provided that its licences stay valid.": {
        "precondition state:BOR -> None reported"
    },
    "Keld said the treaty would stay suspended until Aravia withdrew.": {
        "precondition per:keld -> state:ARA reported"
    },
    # ---- whom a demand is on
    "Keld insisted that Aravia first recognise the licences.": {
        "precondition per:keld -> state:ARA reported"
    },
    "Oyen called on all parties to respect the truce.": {"demand per:oyen -> None reported"},
    "Dano urged restraint.": {"demand per:dano -> None reported"},
    "“Boria must be punished,” Dano said.": {"demand per:dano -> None stated"},
    "Aravia and Selland urged Boria to attend.": {"demand state:ARA -> state:BOR reported"},
    "Selland will help restore Boria’s access to the port.": {
        "offer state:SEL -> state:BOR narrated"
    },
    # ---- what is on the table, by nobody
    "A draft proposes a joint office, a ban on armed patrols and compensation for crews.": {
        "possible_outcome None -> None narrated"
    },
    "Any deal without monitors would collapse within months, Keld warned.": {
        "obstacle None -> None reported"
    },
    "Keld ruled out returning the boats.": {"obstacle per:keld -> None reported"},
    "Oyen met Keld. The two leaders agreed to set up a working group on water.": {
        "procedural per:oyen -> None reported"
    },
    # ---- no terms
    "“A river that feeds two nations should not divide them,” Oyen said.": set(),
    "Keld insisted that Aravia recognises the licences.": set(),
    "Boria’s licences remain valid until May.": set(),
    "Selland denied that it had offered to sell the ships.": set(),
    "Aravia voiced concern that the pact would bring new bases.": set(),
    "Oyen spoke of the leverage needed to keep them there.": set(),
    "Keld insisted that he had never met the rebels.": set(),
    "Boria resisted calls for a ceasefire.": set(),
    "Must Boria withdraw from the valley?": set(),
    "Selland remains committed to its allies.": set(),
    "Dano must have been tired after the flight.": set(),
    "It must be said that the harbour is small.": set(),
    "“We must act together,” Oyen said.": set(),
    "The flood is a threat to the harbour.": set(),
    "Demand for grain rose in Boria.": set(),
    "Keld did not offer a plan.": set(),
    "Boria withdrew its demand.": set(),
    "The train leaves only after midnight.": set(),
    "The official spoke on condition of anonymity.": set(),
    "Selland has to import most of its oil.": set(),
    "“Dano should be proud of her people,” Oyen said.": set(),
    "Aravia did not threaten to close the strait.": set(),
    "The pressure in the pipe fell.": set(),
    "Keld called for help.": set(),
    "The lights in the hall were blocked by smoke.": set(),
}
