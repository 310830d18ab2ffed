"""Which language a text is in: by script, then by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

# Read at most this much: the answer does not change after the first pages.
_ENOUGH = 20_000
_FEWEST_WORDS = 8

_STOP_WORDS = {
    "en": "the of and to in that is was for on with as it by are this be at from has have not",
    "fr": "le la les des et est une dans que qui pour sur au aux pas par avec du ce il sont ont",
    "de": "der die das und ist nicht ein eine mit von den dem des zu auf für sich im als auch",
    "es": "el los las que una por con para del se es su no como al más fue han pero sus y",
    "it": "il di che e la per un una non con del della gli sono nel alla anche dei è ha",
    "pt": "o que do da em um para uma os não com as dos no se na por mais foi são ao",
    "nl": "de het een en van is dat niet op te zijn met voor aan door ook bij er maar werd",
    "pl": "w i na nie że się z jest do to jak po od przez dla oraz o który są ale",
    "tr": "ve bir bu için ile olarak da de çok daha olan gibi sonra kadar ancak ise en",
    "sv": "och att det som en på är av för med den till inte om har de ett var",
    "ru": "и в не на что с по это как из у за от о к его для но был она они",
    "uk": "і в не на що з та до як це за від у про його для але був вона вони є",
    "bg": "и на да се от за не в са че по с е като беше към през това която",
    "ar": "في من على إلى أن عن مع هذا التي الذي بين ما لا كان بعد هذه",
    "fa": "و در به از که این را با است برای آن یک خود تا شد کرد می",
    "ur": "کے کی میں ہے اور سے کا کو نے پر ہیں یہ بھی کہ تھا",
}
_WORDS = {code: frozenset(words.split()) for code, words in _STOP_WORDS.items()}
_LATIN = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "sv")
_CANDIDATES = {"latin": _LATIN, "cyrillic": ("ru", "uk", "bg"), "arabic": ("ar", "fa", "ur")}
# Letters that only one of the candidates writes: stronger than any word.
_OWN_LETTERS = {"uk": "іїєґ", "ru": "ыэё", "fa": "پچژگ", "ur": "ٹڈڑے"}

_SCRIPTS = (
    ("latin", re.compile(r"[A-Za-zÀ-ɏ]")),
    ("cyrillic", re.compile(r"[Ѐ-ӿ]")),
    ("arabic", re.compile(r"[؀-ۿ]")),
    ("hebrew", re.compile(r"[א-ת]")),
    ("greek", re.compile(r"[Ͱ-Ͽ]")),
    ("han", re.compile(r"[一-鿿]")),
    ("kana", re.compile(r"[぀-ヿ]")),
    ("hangul", re.compile(r"[가-힯]")),
    ("devanagari", re.compile(r"[ऀ-ॿ]")),
    ("thai", re.compile(r"[ก-๛]")),
    ("georgian", re.compile(r"[ა-ჿ]")),
    ("armenian", re.compile(r"[Ա-֏]")),
)
# Scripts that one language of the news writes almost alone.
_BY_SCRIPT = {"hebrew": "he", "greek": "el", "hangul": "ko", "thai": "th", "georgian": "ka"}
_BY_SCRIPT |= {"armenian": "hy", "han": "zh", "kana": "ja", "devanagari": "hi"}
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code, or None where the text is too short or too mixed to tell."""
    head = text[:_ENOUGH]
    counts = {name: len(pattern.findall(head)) for name, pattern in _SCRIPTS}
    total = sum(counts.values())
    if total < 20:
        return None
    if counts["kana"] * 10 > counts["kana"] + counts["han"] and counts["kana"] >= 10:
        # Japanese mixes both scripts; Chinese has no kana.
        counts["kana"], counts["han"] = counts["kana"] + counts["han"], 0
    script, most = max(counts.items(), key=lambda item: item[1])
    if most * 10 < total * 7:
        return None
    return _BY_SCRIPT.get(script) or _by_words(head, _CANDIDATES[script])


def _by_words(text: str, candidates: tuple[str, ...]) -> str | None:
    lower = text.lower()
    words = Counter(_WORD.findall(lower))
    total = sum(words.values())
    if total < _FEWEST_WORDS:
        return None
    share = {}
    for code in candidates:
        hits = sum(words[w] for w in _WORDS[code])
        own = sum(lower.count(letter) for letter in _OWN_LETTERS.get(code, ""))
        share[code] = (hits + own) / total
    ranked = sorted(candidates, key=lambda code: (-share[code], code))
    best, second = share[ranked[0]], share[ranked[1]]
    # Small words are a quarter to a half of running text in these languages.
    return ranked[0] if best >= 0.12 and best >= 1.25 * second else None
