"""Money in words and signs: which ISO 4217 code stands behind *US$*, *trillion yuan* or *CHF*.

Facts only, no rates. A bare dollar is the US dollar, as news agencies use it; a word that many
countries share (*pesos*, *dinars*) has a code only with a country beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Signs before (or, in some countries, after) a figure.
SIGNS: Mapping[str, str] = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "₸": "KZT",
    "₾": "GEL",
    "֏": "AMD",
    "₼": "AZN",
    "₡": "CRC",
    "₲": "PYG",
    "₵": "GHS",
    "﷼": "IRR",
    "元": "CNY",
}
# Letters before a sign that name the country: US$, A$, CN¥.
SIGN_PREFIXES: Mapping[tuple[str, str], str] = {
    ("US", "$"): "USD",
    ("U.S.", "$"): "USD",
    ("A", "$"): "AUD",
    ("AU", "$"): "AUD",
    ("AUD", "$"): "AUD",
    ("C", "$"): "CAD",
    ("CA", "$"): "CAD",
    ("CAD", "$"): "CAD",
    ("Can", "$"): "CAD",
    ("HK", "$"): "HKD",
    ("NZ", "$"): "NZD",
    ("S", "$"): "SGD",
    ("SG", "$"): "SGD",
    ("NT", "$"): "TWD",
    ("R", "$"): "BRL",
    ("MX", "$"): "MXN",
    ("Mex", "$"): "MXN",
    ("J", "$"): "JMD",
    ("N", "$"): "NAD",
    ("Z", "$"): "ZWL",
    ("USD", "$"): "USD",
    ("CN", "¥"): "CNY",
    ("RMB", "¥"): "CNY",
    ("JP", "¥"): "JPY",
    ("E", "£"): "EGP",
    ("LE", "£"): "EGP",
}
ISO_CODES: frozenset[str] = frozenset(
    """USD EUR GBP JPY CNY RMB INR RUB KRW ILS TRY UAH NGN VND PHP THB KZT GEL AMD AZN CHF SEK NOK
    DKK ISK PLN CZK HUF RON BGN RSD CAD AUD NZD HKD SGD TWD BRL MXN ARS CLP COP PEN VES UYU BOB ZAR
    KES TZS UGX ETB GHS MAD DZD TND LYD EGP SDG SSP SOS XOF XAF SAR AED QAR KWD BHD OMR YER IQD IRR
    SYP LBP JOD AFN PKR BDT LKR NPR MMK KHR LAK IDR MYR MNT UZS TJS KGS TMT BYN MDL XDR""".split()
)
# Words that mean one currency wherever they stand after an amount.
WORDS: Mapping[str, str] = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
    "shekel": "ILS",
    "shekels": "ILS",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "naira": "NGN",
    "rand": "ZAR",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF",
    "forints": "HUF",
    "lari": "GEL",
    "tenge": "KZT",
    "birr": "ETB",
    "manat": "AZN",
    "taka": "BDT",
    "tugrik": "MNT",
    "kyat": "MMK",
    "hryvnya": "UAH",
    "koruna": "CZK",
    "reais": "BRL",
}
# Code and words of one country each, in use or of the last decades.
_OTHERS = """BWP pula pulas|GHS cedi cedis|GMD dalasi dalasis|MZN metical meticals meticais|
MWK kwachas|SZL emalangeni lilangeni|LSL maloti loti|MGA ariary|MRU ouguiya ouguiyas|ERN nakfa|
SLE leones|AOA kwanza kwanzas|HTG gourde gourdes|PYG guarani guaranis guaraníes|
GTQ quetzal quetzales quetzals|HNL lempira lempiras|NIO córdobas cordobas|CRC colones|
VES bolivars bolívares bolivares|BOB bolivianos boliviano|PEN soles|PGK kina kinas|VUV vatu|
TOP pa'anga|WST tala|MOP patacas|LAK kip|KHR riel riels|MVR rufiyaa|BTN ngultrum|TJS somoni|
ALL lek leks|MKD denars denar|HRK kuna kunas|BGN leva levs|DEM deutschmarks deutschmark|
NLG guilders|PTE escudos|ESP pesetas|GRD drachmas|ATS schillings|FIM markkas markkaa|IEP punts|
XEU ecu ecus|XDR sdr sdrs"""
WORDS = {**WORDS, **{w: e.split()[0] for e in _OTHERS.split("|") for w in e.split()[1:]}}
# Words of several countries (or of ordinary speech: *won*, *pound*): the code that stands alone
# after a magnitude, or None where only a country tells.
SHARED: Mapping[str, str | None] = {
    "pound": "GBP",
    "pounds": "GBP",
    "won": "KRW",
    "lira": "TRY",
    "liras": "TRY",
    "rupee": None,
    "rupees": None,
    "dram": "AMD",
    "drams": "AMD",
    "dong": "VND",
    "real": "BRL",
    "peso": None,
    "pesos": None,
    "dinar": None,
    "dinars": None,
    "dirham": None,
    "dirhams": None,
    "riyal": None,
    "riyals": None,
    "rial": None,
    "rials": None,
    "franc": None,
    "francs": None,
    "krona": "SEK",
    "kronor": "SEK",
    "krone": None,
    "kroner": None,
    "crowns": None,
    "shilling": None,
    "shillings": None,
    "som": None,
    "kwacha": None,
    "marks": "DEM",
    "lei": None,
    "afghani": "AFN",
    "afghanis": "AFN",
}
# A currency and the words for it.
_STEM: Mapping[str, str] = {
    word: entry.split()[0]
    for entry in """dollar dollar dollars|pound pound pounds|won won|lira lira liras|
rupee rupee rupees|
peso peso pesos|dinar dinar dinars|dirham dirham dirhams|
rial riyal riyals rial rials|franc franc francs|
krone krona kronor krone kroner crowns|shilling shilling shillings|yuan yuan|yen yen|
rouble rouble roubles ruble rubles|shekel shekel shekels|som som|kwacha kwacha|
mark mark marks|leu leu lei""".split("|")
    for word in entry.split()[1:]
}
# Country words in front of a currency word.
_COUNTRIES: Mapping[tuple[str, str], str] = {
    ("us", "dollar"): "USD",
    ("u.s.", "dollar"): "USD",
    ("american", "dollar"): "USD",
    ("states", "dollar"): "USD",
    ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD",
    ("singapore", "dollar"): "SGD",
    ("zealand", "dollar"): "NZD",
    ("kong", "dollar"): "HKD",
    ("taiwan", "dollar"): "TWD",
    ("taiwanese", "dollar"): "TWD",
    ("british", "pound"): "GBP",
    ("sterling", "pound"): "GBP",
    ("egyptian", "pound"): "EGP",
    ("sudanese", "pound"): "SDG",
    ("syrian", "pound"): "SYP",
    ("lebanese", "pound"): "LBP",
    ("korean", "won"): "KRW",
    ("turkish", "lira"): "TRY",
    ("lebanese", "lira"): "LBP",
    ("syrian", "lira"): "SYP",
    ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR",
    ("pakistan", "rupee"): "PKR",
    ("nepalese", "rupee"): "NPR",
    ("lankan", "rupee"): "LKR",
    ("mexican", "peso"): "MXN",
    ("philippine", "peso"): "PHP",
    ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP",
    ("colombian", "peso"): "COP",
    ("cuban", "peso"): "CUP",
    ("iraqi", "dinar"): "IQD",
    ("kuwaiti", "dinar"): "KWD",
    ("jordanian", "dinar"): "JOD",
    ("libyan", "dinar"): "LYD",
    ("algerian", "dinar"): "DZD",
    ("tunisian", "dinar"): "TND",
    ("serbian", "dinar"): "RSD",
    ("bahraini", "dinar"): "BHD",
    ("uae", "dirham"): "AED",
    ("emirati", "dirham"): "AED",
    ("moroccan", "dirham"): "MAD",
    ("saudi", "rial"): "SAR",
    ("qatari", "rial"): "QAR",
    ("iranian", "rial"): "IRR",
    ("yemeni", "rial"): "YER",
    ("omani", "rial"): "OMR",
    ("swiss", "franc"): "CHF",
    ("cfa", "franc"): "XOF",
    ("congolese", "franc"): "CDF",
    ("rwandan", "franc"): "RWF",
    ("burundian", "franc"): "BIF",
    ("guinean", "franc"): "GNF",
    ("swedish", "krone"): "SEK",
    ("norwegian", "krone"): "NOK",
    ("danish", "krone"): "DKK",
    ("icelandic", "krone"): "ISK",
    ("czech", "krone"): "CZK",
    ("kenyan", "shilling"): "KES",
    ("kenya", "shilling"): "KES",
    ("ugandan", "shilling"): "UGX",
    ("tanzanian", "shilling"): "TZS",
    ("somali", "shilling"): "SOS",
    ("belarusian", "rouble"): "BYN",
    ("kyrgyz", "som"): "KGS",
    ("uzbek", "som"): "UZS",
} | {
    (country, stem): code
    for stem, codes in {
        "dollar": "fijian FJD|fiji FJD|namibian NAD|jamaican JMD|barbadian BBD|bahamian BSD|"
        "guyanese GYD|guyana GYD|liberian LRD|surinamese SRD|bruneian BND|brunei BND|"
        "trinidadian TTD|belizean BZD|belize BZD|zimbabwean ZWL|hongkong HKD|caribbean XCD",
        "franc": "french FRF|belgian BEF|luxembourg LUF|djibouti DJF|djiboutian DJF|comorian KMF",
        "pound": "irish IEP|cypriot CYP|maltese MTL|english GBP|sudan SSP",
        "lira": "italian ITL|maltese MTL|cypriot CYP",
        "peso": "uruguayan UYU|dominican DOP|bolivian BOP",
        "rupee": "mauritian MUR|seychelles SCR|seychellois SCR|maldivian MVR|nepali NPR",
        "kwacha": "zambian ZMW|malawian MWK",
        "mark": "german DEM|west DEM|east DDM|finnish FIM|convertible BAM",
        "leu": "romanian RON|moldovan MDL",
        "dinar": "yugoslav YUD|macedonian MKD",
        "krone": "estonian EEK|slovak SKK",
    }.items()
    for country, code in (entry.split() for entry in codes.split("|"))
}
# Country words that need no code of their own in front of a word of one currency.
ADJECTIVES: frozenset[str] = (
    frozenset(country for country, _ in _COUNTRIES)
    | frozenset("united chinese japanese russian israeli ukrainian south hong new sri".split())
    | frozenset("nigerian african thai malaysian indonesian polish hungarian georgian".split())
)


# A word of several countries beside the name of one of them.
NATIONAL: Mapping[str, Mapping[str, str]] = {
    "rupee": {
        "IND": "INR",
        "PAK": "PKR",
        "NPL": "NPR",
        "LKA": "LKR",
        "MUS": "MUR",
        "SYC": "SCR",
        "MDV": "MVR",
    },
    "peso": {
        "ARG": "ARS",
        "MEX": "MXN",
        "CHL": "CLP",
        "COL": "COP",
        "URY": "UYU",
        "PHL": "PHP",
        "CUB": "CUP",
        "DOM": "DOP",
    },
    "dinar": {
        "IRQ": "IQD",
        "KWT": "KWD",
        "JOR": "JOD",
        "LBY": "LYD",
        "DZA": "DZD",
        "TUN": "TND",
        "SRB": "RSD",
        "BHR": "BHD",
    },
    "dirham": {"ARE": "AED", "MAR": "MAD"},
    "rial": {"SAU": "SAR", "QAT": "QAR", "IRN": "IRR", "YEM": "YER", "OMN": "OMR"},
    "franc": {
        "CHE": "CHF",
        "COD": "CDF",
        "RWA": "RWF",
        "BDI": "BIF",
        "GIN": "GNF",
        "DJI": "DJF",
        "COM": "KMF",
        "SEN": "XOF",
        "CIV": "XOF",
        "MLI": "XOF",
        "NER": "XOF",
        "BFA": "XOF",
        "BEN": "XOF",
        "TGO": "XOF",
        "CMR": "XAF",
        "TCD": "XAF",
        "GAB": "XAF",
        "COG": "XAF",
        "CAF": "XAF",
        "GNQ": "XAF",
    },
    "krone": {"NOR": "NOK", "DNK": "DKK", "SWE": "SEK", "ISL": "ISK", "CZE": "CZK"},
    "shilling": {"KEN": "KES", "UGA": "UGX", "TZA": "TZS", "SOM": "SOS"},
    "som": {"KGZ": "KGS", "UZB": "UZS"},
    "kwacha": {"ZMB": "ZMW", "MWI": "MWK"},
    "leu": {"ROU": "RON", "MDA": "MDL"},
}


def national(unit: str, states: Iterable[str]) -> str | None:
    """The code of a shared currency word where the states beside it leave one, else None.

    >>> national("peso", ["state:CHL", "state:NOR"]), national("peso", ["state:CHL", "state:ARG"])
    ('CLP', None)
    """
    codes = NATIONAL.get(unit, {})
    found = {codes[s[6:]] for s in states if s.startswith("state:") and s[6:] in codes}
    return found.pop() if len(found) == 1 else None


def money_word(word: str, country: str | None, large: bool) -> str | None:
    """The unit that a currency word in lower case stands for, None if it is none here.

    ``country`` is the word before it (lower case), ``large`` says that a magnitude word or a
    figure of four digits stands before: five *pounds* may be a weight and *won* a verb, five
    million pounds are money. A shared word without a country comes back as itself.
    """
    stem = _STEM.get(word, word)
    if country is not None:
        code = _COUNTRIES.get((country, stem))
        if code is not None:
            return code
    if word in WORDS:
        return WORDS[word]
    if word in SHARED and large:
        return SHARED[word] or stem
    return None
