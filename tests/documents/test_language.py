"""Language guesses."""

from __future__ import annotations

import pytest

from detente.documents.language import guess_language

SAYINGS = {
    "en": "The ministers of the two states met on Friday and said that they are ready to talk.",
    "fr": "Les ministres des deux pays se sont réunis vendredi et ont dit que le dialogue est "
    "la seule voie pour la paix dans la région.",
    "de": "Die Minister der beiden Länder trafen sich am Freitag und sagten, dass sie für den "
    "Frieden in der Region nicht auf die anderen warten werden.",
    "es": "Los ministros de los dos países se reunieron el viernes y dijeron que el diálogo es la "
    "única vía para la paz en la región.",
    "it": "I ministri dei due paesi si sono incontrati venerdì e hanno detto che il dialogo è la "
    "sola via per la pace nella regione, non una fra le altre.",
    "pt": "Os ministros dos dois países reuniram-se na sexta-feira e disseram que o diálogo não é "
    "uma fraqueza, mas o único caminho para a paz na região.",
    "ru": "Министры двух стран встретились в пятницу и заявили, что они готовы к переговорам о "
    "мире, но не на любых условиях.",
    "uk": "Міністри двох країн зустрілися у п’ятницю і заявили, що вони готові до переговорів про "
    "мир, але не на будь-яких умовах.",
    "zh": "两国外长星期五举行会谈，表示愿意就和平问题继续进行谈判，但没有公布具体条件。",
    "ja": "両国の外相は金曜日に会談し、和平に向けた交渉を続ける用意があると述べた。",
    "ko": "두 나라의 외무장관은 금요일에 만나 평화를 위한 협상을 계속할 준비가 되어 있다고 말했다.",
    "ar": "التقى وزيرا خارجية البلدين يوم الجمعة في العاصمة وقالا إن الحوار هو الطريق الوحيد إلى "
    "السلام في المنطقة وإنهما على استعداد لمواصلة المحادثات مع الوسطاء.",
    "fa": "وزیران خارجه دو کشور روز جمعه در پایتخت دیدار کردند و گفتند که گفتگو تنها راه صلح در "
    "منطقه است و برای ادامه آن آماده‌اند.",
    "he": "שרי החוץ של שתי המדינות נפגשו ביום שישי בבירה ואמרו שהם מוכנים להמשיך בשיחות.",
    "tr": "İki ülkenin bakanları cuma günü bir araya geldi ve barış için görüşmelere devam "
    "etmek istediklerini, ancak bunun kolay olmadığını ve daha çok zaman gerektiğini söyledi.",
}


@pytest.mark.parametrize("code", sorted(SAYINGS))
def test_a_sentence(code: str) -> None:
    assert guess_language(SAYINGS[code]) == code


@pytest.mark.parametrize(
    "text",
    ["", "Geneva", "12 345 678 — 90", "Ana Silva Jo Berg Port Sal Veren Ostland Meridia Karst Sel",
     SAYINGS["ru"][:60] + SAYINGS["en"][:60]],
)  # fmt: skip
def test_unsure(text: str) -> None:
    assert guess_language(text) is None
