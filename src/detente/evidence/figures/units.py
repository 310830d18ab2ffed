"""Units of figures that are not money: persons, shares, weights, lengths, energy, arms."""

from __future__ import annotations

from collections.abc import Mapping

# People counted for what befell or befalls them.
WEIGHTY_PERSONS: frozenset[str] = frozenset(
    """casualty casualties death deaths fatality fatalities dead killed wounded injured victim
    victims martyrs bodies body corpse corpses hostage hostages prisoner prisoners detainee
    detainees captive captives abductee abductees pow pows refugee refugees migrant migrants
    evacuee evacuees returnee returnees idp idps troop troops soldier soldiers serviceman
    servicemen servicewomen servicemembers conscript conscripts fighter fighters militant militants
    insurgent insurgents combatant combatants reservist reservists mercenary mercenaries
    peacekeeper peacekeepers civilian civilians children child missing displaced survivor survivors
    rebel rebels gunman gunmen paratrooper paratroopers marines policeman policemen recruits
    sailor sailors airmen pilots""".split()
)
PERSONS: frozenset[str] = WEIGHTY_PERSONS | frozenset(
    """people person persons man men woman women citizen citizens resident residents inhabitants
    islanders voters voter respondents respondent worker workers employee employees
    student students migrants officials official officers officer personnel staff employees
    passengers passenger protesters protester demonstrators activists journalists journalist
    lawmakers lawmaker legislators senators deputies delegates delegate diplomats diplomat
    ministers leaders experts expert observers monitors volunteers teachers doctors patients
    families households individuals pilgrims settlers settler farmers fishermen crew
    immigrants nationals americans britons ukrainians russians israelis palestinians
    syrians afghans iraqis iranians egyptians turks kurds armenians azerbaijanis georgians
    europeans africans germans italians koreans indians pakistanis yemenis libyans sudanese
    lebanese chinese japanese ethiopians eritreans somalis venezuelans cubans haitians mexicans
    others adults youths girls boys babies infants mothers fathers orphans pensioners veterans
    panamanians argentines colombians compatriots countrymen countrywomen miners firefighters
    medics nurses engineers scientists tourists travellers travelers commuters drivers fishers
    sailors seafarers crewmen crewmembers dissidents politicians mayors clerics priests monks
    defectors deserters smugglers traffickers hostages captors attackers assailants bystanders
    rescuers paramedics technicians inspectors investigators judges lawyers prosecutors
    parliamentarians congressmen candidates envoys negotiators mediators ambassadors consuls
    interpreters contractors labourers laborers traders merchants shopkeepers herders peasants
    newcomers arrivals exiles expatriates guests spectators worshippers supporters opponents
    suspects inmates convicts wives husbands widows sons daughters parents toddlers newborns
    teenagers beneficiaries recipients evacuees stowaways partisans guerrillas jihadists
    extremists commandos guards policewomen gendarmes cadets generals admirals captains
    norwegians swedes danes finns poles czechs hungarians romanians bulgarians greeks spaniards
    australians canadians brazilians chileans peruvians bolivians ecuadorians nigerians kenyans
    malians chadians moroccans algerians tunisians georgians moldovans belarusians serbs croats
    bosniaks albanians kosovars filipinos indonesians malaysians thais cambodians bangladeshis
    nepalis jordanians saudis emiratis qataris omanis kazakhs uzbeks tajiks kyrgyz turkmens
    rohingya uyghurs tibetans roma catalans scots police
    adviser advisers advisor advisors trainer trainers instructors aides bankers growers ranchers
    pastoralists truckers hauliers dockers welders builders bakers brewers butchers cooks waiters
    cleaners porters guides rangers scouts snipers gunners divers parachutists airmen ratings
    sentries reserves regulars irregulars militiamen tribesmen nomads villagers townspeople
    householders tenants landlords landowners homeowners shareholders investors depositors savers
    creditors taxpayers consumers customers clients subscribers viewers readers listeners writers
    authors poets artists singers musicians dancers actors athletes players footballers runners
    swimmers climbers hikers campers pupils graduates undergraduates apprentices trainees interns
    lecturers professors academics scholars researchers historians economists analysts chemists
    physicists biologists geologists agronomists veterinarians vets surgeons physicians midwives
    psychologists therapists pharmacists clerks secretaries accountants auditors managers
    executives directors bosses owners employers entrepreneurs businessmen businesswomen
    industrialists executioners jailers warders guards guardsmen bodyguards spies agents informers
    operatives hackers pirates bandits robbers thieves murderers killers criminals gangsters
    hijackers kidnappers terrorists separatists secessionists islamists nationalists communists
    socialists monarchists republicans democrats royalists loyalists unionists strikers rioters
    looters petitioners signatories participants attendees applicants claimants plaintiffs
    defendants accused witnesses jurors magistrates bailiffs mps parliamentarian councillors
    aldermen chiefs elders bishops imams rabbis nuns missionaries believers converts muslims
    christians jews hindus sikhs buddhists copts druze yazidis bedouin berbers tuareg hutus tutsis
    kinsmen relatives cousins brothers sisters twins grandparents grandchildren foreigners aliens
    asylum-seekers seekers holders breadwinners newcomers locals natives ethnics minorities
    harvesters pickers loggers sealers whalers trappers hunters beekeepers fishers fisherfolk
    winegrowers cutters stevedores railwaymen seamen boatmen ferrymen horsemen cyclists motorists
    pedestrians holidaymakers homeless unemployed jobless disabled elderly
    danish portuguese irish welsh basques icelanders greenlanders lithuanians latvians estonians
    slovaks slovenes slovenians montenegrins macedonians cypriots austrians belgians dutchmen
    frenchmen englishmen irishmen maltese hondurans salvadorans guatemalans nicaraguans
    paraguayans uruguayans guyanese surinamese jamaicans trinidadians barbadians dominicans
    belizeans angolans zambians zimbabweans mozambicans namibians botswanans basothos malawians
    tanzanians ugandans rwandans burundians congolese gabonese cameroonians beninese togolese
    ghanaians ivorians liberians guineans gambians senegalese mauritanians nigeriens burkinabes
    djiboutians mauritians madagascans malagasy seychellois comorans bahrainis kuwaitis burmese
    laotians vietnamese taiwanese mongolians bhutanese maldivians fijians samoans tongans
    papuans timorese zealanders
    commanders colonels brigadiers lieutenants sergeants corporals warlords chieftains ringleaders
    technocrats bureaucrats governors premiers princes princesses kings queens emirs sultans
    waitresses stewardesses actresses hostesses abbots courtiers heirs serfs slaves
    mechanics deminers prospectors muleteers porters sappers signallers armourers drillers
    electricians plumbers carpenters masons weavers tailors cobblers smiths foresters
    shepherds""".split()
) - {
    "owners",
    "reserves",
    "regulars",
    "accused",
    "disabled",
    "elderly",
    "danish",
    "irish",
    "welsh",
    "minorities",
    "actors",
    "cutters",
    "signatories",
    "holders",
}
# Words before a figure that say it counts persons.
CASUALTY_NOUNS: frozenset[str] = frozenset(
    """casualties casualty deaths death fatalities losses toll dead wounded injured victims
    population headcount troops refugees displaced prisoners hostages wounding killing killings
    displacement deportation abduction arrest arrests detention execution evacuation""".split()
)
# What befalls counted persons, after the figure: *12 were killed*, *30 injured*.
BEFALLEN: frozenset[str] = frozenset(
    """killed dead wounded injured displaced missing detained arrested abducted kidnapped captured
    died perished drowned evacuated hospitalised hospitalized executed sentenced imprisoned
    homeless starving infected vaccinated""".split()
)

_MEASURES: Mapping[str, str] = {
    "tonne": "tonne tonnes",
    "tonne_metric": "mt mmt",
    "ton": "ton tons",
    "kilogram": "kg kilogram kilograms kilo kilos kilogramme kilogrammes",
    "gram": "gram grams",
    "km": "km kilometre kilometres kilometer kilometers kms",
    "mile": "mile miles",
    "metre": "metre metres meter meters",
    "foot": "feet foot",
    "hectare": "hectare hectares ha",
    "yard": "yard yards",
    "inch": "inch inches",
    "acre": "acre acres",
    "km2": "sqkm km² km2",
    "m2": "m² m2",
    "m3": "m³ m3 cbm",
    "billion_m3": "bcm",
    "million_m3": "mcm",
    "centimetre": "cm centimetre centimetres centimeter centimeters",
    "kilovolt": "kv kilovolt kilovolts",
    "barrel": "barrel barrels bbl",
    "litre": "litre litres liter liters",
    "gallon": "gallon gallons",
    "bushel": "bushel bushels",
    "MW": "mw mwe mwt megawatt megawatts",
    "GW": "gw gwe gwt gigawatt gigawatts",
    "kW": "kw kilowatt kilowatts",
    "MWh": "mwh",
    "GWh": "gwh",
    "TWh": "twh",
    "kWh": "kwh",
    "kiloton": "kiloton kilotons kt",
    "megaton": "megaton megatons",
    "degree": "degree degrees",
    "basis_points": "bps",
    "knot": "knots",
    "nautical_mile": "nm",
}
MEASURES: Mapping[str, str] = {
    word: unit for unit, words in _MEASURES.items() for word in words.split()
}
# Short forms that are also words or letters: only straight after figures.
SHORT: frozenset[str] = frozenset(
    "ha mt mmt km kg mw mwe mwt gw gwe gwt kw nm kt bbl mwh gwh twh kwh kms bps cm kv bcm mcm cbm "
    "m2 m3".split()
)
PER: Mapping[str, str] = {
    "day": "day",
    "year": "year",
    "month": "month",
    "hour": "hour",
    "annum": "year",
    "week": "week",
    "d": "day",
    "capita": "capita",
    "person": "person",
    "barrel": "barrel",
    "tonne": "tonne",
    "ton": "ton",
    "second": "second",
}
# Arms, seats and the like: heads of a noun group that another plural may stand before.
WEIGHTY_THINGS: frozenset[str] = frozenset(
    """tank tanks missile missiles rocket rockets drone drones warhead warheads shell shells
    aircraft jet jets helicopter helicopters warship warships ship ships vessel vessels submarine
    submarines frigate frigates destroyer destroyers bomb bombs bomber bombers battery batteries
    howitzer howitzers launcher launchers brigade brigades battalion battalions division divisions
    vote votes seat seats reactor reactors centrifuge centrifuges airstrike airstrikes""".split()
)
# Units of time; from ten units up a length is a figure.
TIME_NOUNS: frozenset[str] = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks weekend weekends
    fortnight fortnights month months quarter quarters year years decade decades century centuries
    times time moments generations""".split()
)
_IRREGULAR: Mapping[str, str] = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "aircraft": "aircraft",
    "countries": "country",
    "lives": "life",
    "families": "family",
    "series": "series",
    "species": "species",
    "knives": "knife",
    "wives": "wife",
    "feet": "foot",
    "teeth": "tooth",
    "crises": "crisis",
    "bases": "base",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "troops": "troop",
    "forces": "force",
    "houses": "house",
    "horses": "horse",
    "cases": "case",
    "licenses": "license",
    "licences": "licence",
    "responses": "response",
    "purchases": "purchase",
    "expenses": "expense",
    "axes": "axis",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "heroes": "hero",
    "potatoes": "potato",
    "vetoes": "veto",
    "embargoes": "embargo",
}
_PLURALS_WITHOUT_S = frozenset({"people", "men", "women", "children", "aircraft", "personnel"})
_NOT_PLURAL = frozenset(
    """is was has this its his hers ours theirs yours thus us as does plus less across
    news always perhaps towards besides unless versus whereas afterwards sometimes press access
    process congress progress business crisis basis status focus bus gas loss class house states
    says series hours yes minus consensus virus chaos analysis""".split()
) - {"states", "hours", "series"}


def is_plural(word: str) -> bool:
    """True if a word in lower case looks like a plural noun."""
    if word in _PLURALS_WITHOUT_S:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NOT_PLURAL
    )


def is_person(word: str) -> bool:
    """True if a plural noun in lower case stands for people: *envoys*, *horsewomen*, *lobbyists*.

    >>> [is_person(w) for w in ("envoys", "lobbyists", "dragomen", "lists", "tankers")]
    [True, True, True, False, False]
    """
    if word in PERSONS:
        return True
    return len(word) > 6 and word.endswith(("men", "ists")) and word not in _NO_PEOPLE


_NO_PEOPLE = frozenset("specimen regimen abdomen consists persists assists insists resists".split())


def singular(word: str) -> str:
    """The singular of a plural noun in lower case.

    >>> [singular(w) for w in ("countries", "missiles", "churches", "men", "states")]
    ['country', 'missile', 'church', 'man', 'state']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def unit_of_noun(word: str) -> str:
    """The unit of counted things: ``persons`` for people, a canonical measure, the singular."""
    if is_person(word):
        return "persons"
    return MEASURES.get(word) or singular(word)
