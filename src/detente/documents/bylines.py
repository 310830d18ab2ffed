"""Lines that say who wrote, from where and when, and lines under pictures: never prose."""

from __future__ import annotations

import re

from detente.documents.dates import TIME_OF_DAY, date_at

# Agencies and the words newspapers call themselves by; a line of such a name is no heading.
AGENCIES = frozenset(
    (
        "the associated press|associated press|agence france-presse|ria novosti|anadolu agency|"
        "afp|anadolu|ani|ansa|ap|apa|belta|bloomberg|bta|dpa|efe|interfax|irna|keystone-sda|kyodo|"
        "pap|pti|qna|reuters|sana|spa|tanjug|tass|ukrinform|unian|upi|wam|xinhua|yonhap"
    ).split("|")
)
PUBLICATION_WORD = re.compile(
    r"\b(?:Times|News|Newspaper|Post|Courier|Herald|Wire|Gazette|Journal|Tribune|Agency|Press|"
    r"Daily|Weekly|Observer|Guardian|Chronicle|Telegraph|Mail|Mirror|Standard|Star|Independent|"
    r"Review|Magazine|Monitor|Examiner|Dispatch|Register|Bulletin|Broadcasting|Radio|Reuters)\b"
)
# "published", "updated" and the like before a date, in the languages dates are read in.
PUBLISHED = re.compile(
    r"(?:first\s)?(?:published|posted|issued|released|filed|dated?|publié(?:e)?\sle|"
    r"veröffentlicht\sam|publicado(?:\sel)?|pubblicato\sil|опубликовано|опубліковано)"
    r"(?:on\b|at\b|:|\s){0,6}",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"(?:last\s)?(?:updated|modified|revised|mis\sà\sjour(?:\sle)?|aktualisiert(?:\sam)?|stand|"
    r"actualizado(?:\sel)?|обновлено|оновлено)(?:on\b|at\b|:|\s){0,6}",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:By|BY|by|Von|Par|Por|Di|De notre correspondante?|From our)\s")
_REPORTING = re.compile(
    r"\(?(?:(?:additional\s)?reporting|writing|editing|edited|written|compiled|translated)\sby\b"
    r"|\(?(?:reporting|writing)\sfrom\b|source:\s|words?\sby\b|story\sby\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"<(?:figure|figcaption|img|picture|source|video|iframe)\b|!\[|\[(?:image|photo|picture|video|"
    r"caption)\b|\(?(?:file\s)?(?:photo|image|picture|photograph|video|map|graphic|caption|"
    r"illustration|credit|photo\scredit|figure\s\d+|fig\.\s?\d+)\s{0,2}(?::|/|\bby\b|\bcourtesy\b)"
    r"|©|\(c\)\s(?:19|20)\d\d|copyright\s",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:[(\[/]\s{0,2}|©\s{0,2}|\bvia\s)(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?:\sImages)?|TASS|Xinhua|"
    r"Anadolu|Shutterstock)(?:\sPhoto|\sImages)?[^.]{0,40}[)\]]?$|\bGetty\sImages\W{0,3}$"
)
_NAME_WORD = re.compile(r"[^\W\d_][^\s,;]*")
_SMALL_WORDS = frozenset(
    "and in of the for de da di du la le van von der bin al el y et und at".split()
)


def is_caption(line: str) -> bool:
    """True for a picture's line: a caption, a credit, the remnant of an image in markup."""
    if _CAPTION.match(line) is not None:
        return True
    credit = _CREDIT.search(line) if len(line) <= 300 else None
    # "(AFP)" alone is the agency of a report.
    return credit is not None and credit.start() > 0


def is_byline(line: str) -> bool:
    """True for a line of author, agency, date or time and nothing else."""
    if len(line) > 200:
        return False
    return (
        is_date_line(line)
        or _is_agency(line)
        or _REPORTING.match(line) is not None
        or _names_author(line)
        or _name_and_date(line)
    )


def is_date_line(line: str) -> bool:
    """True for a date, a time or both, with or without a word like "published" before."""
    for cue in (PUBLISHED, UPDATED):
        m = cue.match(line)
        if m is not None and date_at(line, m.end()) is not None:
            return True
    date = date_at(line)
    rest = line[date.end :] if date is not None else line
    time = TIME_OF_DAY.match(rest.lstrip(" ,|–—-·•(").removeprefix("at "))
    if time is None:
        return date is not None and not rest.strip(" .,|–—-·•)")
    after = rest.lstrip(" ,|–—-·•(").removeprefix("at ")[time.end() :].strip(" .,|–—-·•)")
    return not after or (date is None and date_at(after) is not None and len(after) <= 40)


def _is_agency(line: str) -> bool:
    bare = line.strip(" ()[].–—-|/").lower()
    return bare in AGENCIES


def _names_author(line: str) -> bool:
    m = _BY.match(line)
    if m is None or len(line) > 120 or line.rstrip()[-1] in "!?;:":
        return False
    words = _NAME_WORD.findall(line, m.end())
    if not 1 <= len(words) <= 14:
        return False
    # "By noon the delegates had left." is a sentence; names are written with capitals.
    named = [w for w in words if w.lower() not in _SMALL_WORDS]
    return bool(named) and all(w[0].isupper() for w in named) and not line.endswith(".")


def _name_and_date(line: str) -> bool:
    return split_name_and_date(line) is not None


def split_name_and_date(line: str) -> tuple[str, int] | None:
    """The name before a date that ends the line, and where the date begins: "Name, 3 May 2024".

    None if what stands before is not a short name (few words, all with capitals) set off
    by a comma, a bar or a dash.
    """
    for m in re.finditer(r"\s{0,2}[,|–—·•/]\s{1,2}|\s-\s|\s{2,}\(?|\s\(", line[:120]):
        date = date_at(line, m.end())
        if date is None or line[date.end :].strip(" .)"):
            continue
        name = line[: m.start()].strip()
        words = _NAME_WORD.findall(name)
        named = [w for w in words if w.lower() not in _SMALL_WORDS]
        if 1 <= len(words) <= 6 and named and all(w[0].isupper() for w in named):
            return name, m.end()
    return None
