"""States and territories: counts, form, and facts that a careful reader would check."""

from __future__ import annotations

import re

import pytest

from detente.reference.states import State, state, states

ISO_3166_1 = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR
BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG
COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH
FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY
HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM
KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL
MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU
SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB
VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
""".split()
FORMER = {"CSK", "DDR", "SCG", "SUN", "YMD", "YUG"}


def known(iso3: str) -> State:
    found = state(iso3)
    assert found is not None, iso3
    return found


def test_the_codes_are_those_of_iso_3166_kosovo_and_the_former_states() -> None:
    assert len(ISO_3166_1) == 249
    assert [s.iso3 for s in states()] == sorted({*ISO_3166_1, "XKX", *FORMER})


def test_the_united_nations_have_193_members_and_two_observers() -> None:
    status = [s.status for s in states()]
    assert status.count("un_member") == 193
    assert {s.name for s in states() if s.status == "un_observer"} == {
        "Vatican",
        "Palestinian territories",
    }
    assert {s.iso3 for s in states() if s.status == "former"} == FORMER


def test_two_letter_codes_are_text_and_unique() -> None:
    codes = [s.iso2 for s in states() if s.status != "former"]
    assert all(code is not None and re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert [known(x).iso2 for x in ("NOR", "NAM")] == ["NO", "NA"]


def test_every_cell_is_clean() -> None:
    for s in states():
        texts = [s.name, *s.aliases, *s.acronyms, *s.adjectives, *s.people, *s.singular]
        texts += [*s.capital_aliases, *s.metonyms, *(f.text for f in s.former)]
        texts += [t for t in (s.official, s.capital) if t is not None]
        for text in texts:
            assert text == text.strip() != "", s.iso3
            assert not re.search(r"\(s\)|singular|plural|note|;|,$|^none$|^the ", text), text
        assert s.source
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", s.as_of)
        assert s.name not in s.aliases


def test_what_is_careful_is_a_surface_of_the_same_row() -> None:
    for s in states():
        surfaces = {s.name, s.capital, *s.aliases, *s.acronyms, *s.adjectives, *s.people}
        surfaces |= {*s.singular, *s.capital_aliases, *s.metonyms}
        assert set(s.careful) <= surfaces, s.iso3


def test_members_have_demonyms_a_capital_and_a_clock() -> None:
    for s in states():
        if s.status == "un_member":
            assert s.adjectives, s.iso3
            assert s.people, s.iso3
            assert s.capital, s.iso3
            assert "/" in (s.timezone or ""), s.iso3
            assert re.fullmatch(r"UTC[+-]\d{1,2}(:\d\d)?", s.utc or ""), s.iso3
            assert s.lat is not None, s.iso3
            assert abs(s.lat) <= 90, s.iso3
            assert s.lon is not None, s.iso3
            assert abs(s.lon) <= 180, s.iso3


@pytest.mark.parametrize(
    ("iso3", "name", "capital", "adjective", "people"),
    [
        ("RUS", "Russia", "Moscow", "Russian", "Russians"),
        ("UKR", "Ukraine", "Kyiv", "Ukrainian", "Ukrainians"),
        ("KOR", "South Korea", "Seoul", "South Korean", "South Koreans"),
        ("PRK", "North Korea", "Pyongyang", "North Korean", "North Koreans"),
        ("CZE", "Czechia", "Prague", "Czech", "Czechs"),
        ("NLD", "Netherlands", "Amsterdam", "Dutch", "Dutch"),
        ("PHL", "Philippines", "Manila", "Philippine", "Filipinos"),
        ("GBR", "United Kingdom", "London", "British", "Britons"),
        ("IRL", "Ireland", "Dublin", "Irish", "Irish"),
        ("FRA", "France", "Paris", "French", "French"),
        ("CHE", "Switzerland", "Bern", "Swiss", "Swiss"),
        ("DNK", "Denmark", "Copenhagen", "Danish", "Danes"),
        ("POL", "Poland", "Warsaw", "Polish", "Poles"),
        ("TUR", "Turkey", "Ankara", "Turkish", "Turks"),
        ("MMR", "Myanmar", "Naypyidaw", "Burmese", "Burmese"),
        ("CIV", "Ivory Coast", "Yamoussoukro", "Ivorian", "Ivorians"),
        ("BFA", "Burkina Faso", "Ouagadougou", "Burkinabe", "Burkinabe"),
        ("NER", "Niger", "Niamey", "Nigerien", "Nigeriens"),
        ("NGA", "Nigeria", "Abuja", "Nigerian", "Nigerians"),
        ("KAZ", "Kazakhstan", "Astana", "Kazakh", "Kazakhs"),
        ("SWZ", "Eswatini", "Mbabane", "Swazi", "Swazis"),
        ("TLS", "East Timor", "Dili", "East Timorese", "East Timorese"),
        ("NZL", "New Zealand", "Wellington", "New Zealand", "New Zealanders"),
        ("BWA", "Botswana", "Gaborone", "Botswanan", "Batswana"),
        ("VAT", "Vatican", "Vatican City", "Vatican", None),
        ("XKX", "Kosovo", "Pristina", "Kosovar", "Kosovars"),
        ("TWN", "Taiwan", "Taipei", "Taiwanese", "Taiwanese"),
        ("PSE", "Palestinian territories", None, "Palestinian", "Palestinians"),
        ("GMB", "Gambia", "Banjul", "Gambian", "Gambians"),
        ("SAU", "Saudi Arabia", "Riyadh", "Saudi", "Saudis"),
    ],
)
def test_names_as_newspapers_write_them(
    iso3: str, name: str, capital: str | None, adjective: str, people: str | None
) -> None:
    s = known(iso3)
    assert (s.name, s.capital) == (name, capital)
    assert adjective in s.adjectives
    assert people is None or people in s.people


@pytest.mark.parametrize(
    ("iso3", "text", "since", "until"),
    [
        ("COD", "Zaire", 1971, 1997),
        ("MMR", "Burma", None, 1989),
        ("SWZ", "Swaziland", None, 2018),
        ("LKA", "Ceylon", 1948, 1972),
        ("BFA", "Upper Volta", 1960, 1984),
        ("ZWE", "Rhodesia", 1965, 1979),
        ("DEU", "West Germany", 1949, 1990),
        ("IRN", "Persia", None, 1935),
    ],
)
def test_former_names_carry_their_years(
    iso3: str, text: str, since: int | None, until: int
) -> None:
    (found,) = [f for f in known(iso3).former if f.text == text]
    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize(
    ("iso3", "since", "until"),
    [
        ("SUN", "1922-12-30", "1991-12-26"),
        ("CSK", "1918-10-28", "1992-12-31"),
        ("DDR", "1949-10-07", "1990-10-02"),
    ],
)
def test_former_states_have_their_days(iso3: str, since: str, until: str) -> None:
    assert (known(iso3).since, known(iso3).until) == (since, until)


@pytest.mark.parametrize(
    ("iso3", "lat", "lon", "utc", "timezone"),
    [
        ("NPL", 27.7, 85.3, "UTC+5:45", "Asia/Kathmandu"),
        ("IND", 28.6, 77.2, "UTC+5:30", "Asia/Kolkata"),
        ("BEL", 50.85, 4.35, "UTC+1", "Europe/Brussels"),
        ("AUS", -35.3, 149.1, "UTC+10", "Australia/Sydney"),
        ("USA", 38.9, -77.0, "UTC-5", "America/New_York"),
        ("TZA", -6.17, 35.74, "UTC+3", "Africa/Dar_es_Salaam"),
        ("WLF", -13.28, -176.17, "UTC+12", "Pacific/Wallis"),
        ("MMR", 19.75, 96.1, "UTC+6:30", "Asia/Yangon"),
    ],
)
def test_capitals_lie_where_they_lie(
    iso3: str, lat: float, lon: float, utc: str, timezone: str
) -> None:
    s = known(iso3)
    assert s.lat == pytest.approx(lat, abs=0.1)
    assert s.lon == pytest.approx(lon, abs=0.1)
    assert (s.utc, s.timezone) == (utc, timezone)


def test_disputed_places_say_what_the_name_refers_to() -> None:
    for iso3 in ("TWN", "PSE", "XKX", "ESH", "FLK"):
        assert known(iso3).note
    assert state("QQQ") is None
