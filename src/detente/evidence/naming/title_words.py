"""Words that offices and functions are called by."""

from __future__ import annotations

# The word a title ends in. Short forms with a full stop come without it.
HEADS = frozenset(
    """president premier chancellor minister secretary king queen prince princess emir
    emperor sheikh sultan caliph ambassador senator representative congressman
    congresswoman lawmaker governor mayor general colonel major captain lieutenant
    admiral marshal brigadier sergeant commander chief chair chairman chairwoman
    chairperson speaker director envoy emissary spokesman spokeswoman spokesperson
    commissioner leader head judge justice professor pope patriarch archbishop bishop
    cardinal imam ayatollah rabbi mullah deputy adviser advisor counsellor counselor
    attorney fellow analyst economist negotiator mediator delegate diplomat historian
    lawyer scholar researcher expert journalist reporter correspondent editor columnist
    founder consul coordinator rapporteur officer inspector administrator auditor
    treasurer whip aide attaché undersecretary counterpart politician strongman dictator
    warlord militant activist dissident oligarch tycoon billionaire financier
    businessman businesswoman executive manager mr mrs ms miss madam dr prof sir lord
    lady dame sen rep gov gen col maj capt lt sgt adm amb rev hon mp comrade excellency
    chargé ceo presidents premiers chancellors ministers kings queens princes senators
    generals ambassadors congressmen representatives leaders governors secretaries
    messrs drs""".split()
)
# Only these stand before a name in lower case without being a title of it.
PLAIN_FORMS = frozenset("mr mrs ms miss madam sir dame lady lord dr prof messrs".split())
# These may end in a full stop of their own.
SHORT_FORMS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col maj capt lt sgt adm amb rev hon messrs drs".split()
)
# What one is to another rather than by office.
RELATIONS = frozenset({"counterpart", "politician", "billionaire", "activist"})
PLURALS = {
    "presidents": "president",
    "premiers": "premier",
    "chancellors": "chancellor",
    "ministers": "minister",
    "kings": "king",
    "queens": "queen",
    "princes": "prince",
    "senators": "senator",
    "generals": "general",
    "ambassadors": "ambassador",
    "congressmen": "congressman",
    "representatives": "representative",
    "leaders": "leader",
    "governors": "governor",
    "secretaries": "secretary",
}
# Words that may stand before the head inside a title.
MODIFIERS = frozenset(
    """prime first foreign deputy vice acting former ex interim then incumbent outgoing incoming
    senior junior special chief crown supreme assistant permanent principal executive national
    security defence defense finance interior economy economic trade energy justice health home
    state press policy affairs general attorney chairman secretary external euro european
    commission opposition party parliamentary house majority minority managing editorial political
    military lead top main late retired high presidential government federal union commerce
    treasury budget labour labor education culture environment climate agriculture transport
    infrastructure oil petroleum development cooperation international peace reconciliation
    intelligence human rights nuclear field grand rear lieutenant major brigadier air chargé staff
    communications world global religious spiritual rebel tribal longtime veteran regional
    resident visiting research founding associate honorary veteran newly elected right wing hand
    cabinet trade diplomatic fisheries gas water shipping mining maritime tourism planning science
    technology housing immigration migration railways""".split()
)
# Complements of "Secretary of …", "Minister of …", "Chief of …" written without a body's name.
PORTFOLIOS = frozenset(
    """state defense defence treasury commerce energy interior labor labour agriculture education
    transportation transport justice health homeland security foreign external affairs staff
    finance economy economic trade industry development war army navy cabinet mission government
    delegation opposition general internal culture environment tourism science technology
    intelligence information communications planning cooperation committee integration
    human services     housing urban veterans house lords commons parliament""".split()
)
MALE = frozenset(
    """mr sir lord king prince emir sultan sheikh pope patriarch archbishop imam ayatollah rabbi
    congressman chairman spokesman businessman mullah""".split()
)
FEMALE = frozenset(
    """mrs ms miss madam lady dame queen princess congresswoman chairwoman spokeswoman
    businesswoman""".split()
)
# Nouns that mean the holder of an office when "the" stands before them.
OFFICES = frozenset(
    """president premier chancellor minister secretary king queen emir sultan pope ambassador
    senator governor mayor general speaker envoy spokesman spokeswoman commissioner leader prince
    princess
    chairman adviser advisor director commander judge""".split()
)
