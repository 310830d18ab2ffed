from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.registry import extractors
from detente.evidence.time_expressions import RULES, extract_time_expressions
from tests.evidence.times_of import TODAY, plain, times, values

FOUND = [
    # dates in all orders
    ("Envoys met on 4 May 2024 in Quito.", ["4 May 2024=2024-05-04"]),
    ("Envoys met on May 4, 2024, in Quito.", ["May 4, 2024=2024-05-04"]),
    ("Envoys met on May 4 in Quito.", ["May 4=XXXX-05-04"]),
    ("It ended on the 4th of May.", ["4th of May=XXXX-05-04"]),
    ("It ended on the 21st of June, 2019.", ["21st of June, 2019=2019-06-21"]),
    ("It ended on June 1st.", ["June 1st=XXXX-06-01"]),
    ("Filed 2024-05-04 in Lima.", ["2024-05-04=2024-05-04"]),
    ("Filed 13/05/2024 in Lima.", ["13/05/2024=2024-05-13"]),
    ("Filed 05/06/2024 in Lima.", ["05/06/2024=05/06/2024"]),
    ("On Sept. 11, 2001, flights stopped.", ["Sept. 11, 2001=2001-09-11"]),
    ("On Monday, 4 May 2020, it rained.", ["Monday, 4 May 2020=2020-05-04"]),
    ("On Monday, May 4, it rained.", ["Monday, May 4=XXXX-05-04"]),
    # ranges
    ("Talks on 4-5 May go on.", ["4-5 May=XXXX-05-04/XXXX-05-05"]),
    ("Talks on March 11–13, 2021 go on.", ["March 11–13, 2021=2021-03-11/2021-03-13"]),
    ("It ran from 3 to 5 March 2021.", ["3 to 5 March 2021=2021-03-03/2021-03-05"]),
    ("It ran from 30 April to 2 May 2021.", ["30 April to 2 May 2021=2021-04-30/2021-05-02"]),
    ("It ran from 2018 to 2024.", ["2018 to 2024=2018/2024"]),
    ("The truce of 2018-2020 broke.", ["2018-2020=2018/2020"]),
    ("The truce of 2018–20 broke.", ["2018–20=2018/2020"]),
    ("Between 1951 and 1954 they met.", ["1951 and 1954=1951/1954"]),
    ("It ran from Monday to Friday.", ["Monday to Friday=WEEK-MON/WEEK-FRI"]),
    ("It ran from May to July 2023.", ["May to July 2023=2023-05/2023-07"]),
    ("In 2019 and 2021 they met.", ["2019=2019", "2021=2021"]),
    # months and years
    ("A pact of March 1951 holds.", ["March 1951=1951-03"]),
    ("A pact signed in May holds.", ["May=XXXX-05"]),
    ("Trade has grown since 2022.", ["2022=2022"]),
    ("The 2021 Chile-Peru accord holds.", ["2021=2021"]),
    ("It began in 1641.", ["1641=1641"]),
    ("It rose by mid-2023 and early 2024.", ["mid-2023=2023 mid", "early 2024=2024 early"]),
    ("It fell in late January.", ["late January=XXXX-01 late"]),
    ("By the end of 2025 it ends.", ["end of 2025=2025 end"]),
    ("By the end of the year it ends.", ["end of the year=Y+0 end"]),
    ("In the 1990s and the late 1960s.", ["1990s=1990s", "late 1960s=1960s late"]),
    ("A twentieth century idea.", ["twentieth century=C20"]),
    ("The budget for FY 2031 grew.", ["FY 2031=FY2031"]),
    ("The last three months of 2021 count.", ["last three months of 2021=2021 last P3M"]),
    # quarters and seasons
    ("In Q3 2024 and Q4.", ["Q3 2024=2024-Q3"]),
    ("The third quarter of 2024 was calm.", ["third quarter of 2024=2024-Q3"]),
    ("The third quarter of last year.", ["third quarter of last year=Y-1 Q3"]),
    ("The first half of 2024 was calm.", ["first half of 2024=2024-H1"]),
    ("In the spring of 1952 they met.", ["spring of 1952=1952-SPRING"]),
    ("In the winter of 1951–1952.", ["winter of 1951–1952=1951-WINTER"]),
    ("They meet this summer.", ["this summer=SUMMER+0"]),
    # weekdays and parts of a day
    ("She left on Monday.", ["Monday=WEEK-MON"]),
    ("She left on Thursday evening.", ["Thursday evening=WEEK-THU T evening"]),
    ("She left last Monday.", ["last Monday=WEEK-MON-1"]),
    ("On the morning of June 3, 1921.", ["morning of June 3, 1921=1921-06-03 T morning"]),
    ("He spoke last night and tonight.", ["last night=D-1 T night", "tonight=D+0 T night"]),
    ("It is planned for tomorrow morning.", ["tomorrow morning=D+1 T morning"]),
    # relative
    ("Yesterday they met.", ["Yesterday=D-1"]),
    ("They met last week.", ["last week=W-1"]),
    ("They meet next month.", ["next month=M+1"]),
    ("They meet later this week.", ["later this week=WEEK+later"]),
    ("They met earlier this month.", ["earlier this month=MONTH+earlier"]),
    ("They spoke earlier today.", ["earlier today=D+0 earlier"]),
    ("They meet early next week.", ["early next week=W+1 early"]),
    ("They met late last year.", ["late last year=Y-1 late"]),
    ("They met three days ago.", ["three days ago=D-3"]),
    ("They met two and a half years ago.", ["two and a half years ago=Y-2.5"]),
    ("They met half a century ago.", ["half a century ago=Y-50"]),
    ("They met two decades ago.", ["two decades ago=Y-20"]),
    ("They met last decade.", ["last decade=DECADE-1"]),
    ("They met a couple of weeks ago.", ["a couple of weeks ago=P-couple-weeks past"]),
    ("They will meet in two weeks.", ["two weeks=W+2"]),
    ("They will report within ten days.", ["ten days=P10D future"]),
    ("They met in the last two or three years.", ["last two or three years=P3Y past"]),
    ("It will take the next 10 to 15 years.", ["next 10 to 15 years=P15Y future"]),
    ("They left two or three years ago.", ["two or three years ago=Y-3"]),
    ("They left a year and a half ago.", ["a year and a half ago=Y-1.5"]),
    ("They met later in the week.", ["later in the week=WEEK+later"]),
    ("He arrived last April.", ["last April=APR-1"]),
    ("Envoys will travel in the coming days and weeks.", ["coming days and weeks=P-days future"]),
    ("The weeks and months ahead are hard.", ["weeks and months ahead=P-months future"]),
    ("It is a hard period ahead.", ["period ahead=FUTURE"]),
    ("It will show in the years to come.", ["years to come=P-years future"]),
    # counted from an event or a day of the story
    ("He came two days after the vote.", ["two days=D+2"]),
    ("He came three weeks before the vote.", ["three weeks=W-3"]),
    ("He came eleven days into the strike.", ["eleven days=D+11"]),
    ("They leave within three months of the vote.", ["three months=M+3"]),
    ("Within hours of the vote he left.", ["hours=P-hours future"]),
    ("In the weeks after the vote he left.", ["weeks=P-weeks future"]),
    ("In the week leading up to the vote he spoke.", ["week=W-1"]),
    ("The day before the vote he spoke.", ["day=D-1"]),
    ("He spoke on the eve of the vote.", ["eve=D-1"]),
    ("He spoke that day, and that same night.", ["that day=D+0", "that same night=D+0 T night"]),
    ("It fell the same year.", ["same year=Y+0"]),
    ("The next morning he spoke.", ["next morning=D+1 T morning"]),
    ("In subsequent weeks he spoke.", ["subsequent weeks=P-weeks future"]),
    # a year said once
    ("In May and June 2023 they met.", ["May=2023-05", "June 2023=2023-06"]),
    (
        "On 4 May, 6 June and 8 July 2023 they met.",
        ["4 May=2023-05-04", "6 June=2023-06-06", "8 July 2023=2023-07-08"],
    ),
    ("In December and January 2024 they met.", ["December=XXXX-12", "January 2024=2024-01"]),
    ("On 6 June and 8 July they met.", ["6 June=XXXX-06-06", "8 July=XXXX-07-08"]),
    # days with names
    ("The truce held over Christmas.", ["Christmas=XXXX-12-25"]),
    ("The Easter truce held.", ["Easter=EASTER"]),
    ("They met on New Year’s Eve.", ["New Year’s Eve=XXXX-12-31"]),
    ("By year-end they will have met.", ["year-end=Y+0 end"]),
    ("The next few weeks matter.", ["next few weeks=P-few-weeks future"]),
    ("Over the last three years it fell.", ["last three years=P3Y past"]),
    ("Over the past decade it fell.", ["past decade=P10Y past"]),
    ("The following day he left.", ["following day=D+1"]),
    ("Three days later he left.", ["Three days later=D+3"]),
    ("They met over the weekend.", ["weekend=WE"]),
    # ordinals
    ("The strike entered its fourth year.", ["fourth year=4th year"]),
    ("On the siege's 100th day he spoke.", ["100th day=100th day"]),
    # vague
    ("He has softened in recent weeks.", ["recent weeks=P-weeks past"]),
    ("Call at 1500 UTC today.", ["today=D+0"]),
]


@pytest.mark.parametrize(("text", "answer"), FOUND)
def test_a_time_is_found_and_read(text: str, answer: list[str]) -> None:
    assert values(text) == answer


NO_TIMES = [
    "The minister may agree, and they march on.",
    "The March on the capital began; Mr March spoke.",
    "May we ask? They may, and may well.",
    "April Stone and June Hale signed it.",
    "Second, the plan fails; a second chance for a third party.",
    "The first of many steps, and the fifth clause.",
    "Resolution 2231, Article 5 and Vision 2030.",
    "The F-16 and the Su-35, the G7 and COVID-19.",
    "Some 2000 troops and 1950 houses.",
    "It cost $2020 and €1999.",
    "USA Today, and Ann Bell, Today Radio, asked.",
    "A 75-year-old man, 30 years old.",
    "The match ended 2:1; see John 3:16.",
    "Twice a year, three times a day, 60 miles an hour.",
    "The fall of the city and a spring in his step.",
    "Call 555-1234, room 2014, flight 1549.",
    "He sat down in the sun and wed in style.",
    # how long something takes is no point in time
    "It lasted for three years, several months and two fortnights.",
    "A 90-day pause began and went on for decades.",
    "It took them two weeks. They lost 300 men in two weeks.",
    "It took six months before the court ruled.",
    "He was jailed for ten years before his release.",
    "They reported within ten days.",
    # nor is what the clock says without its day
    "At 17:00 GMT, at 5 p.m. Lima time and by noon it ended.",
    # adverbs name no time
    "He has recently softened, and he is now currently away.",
    "Day after day and year after year, that year-on-year growth fell.",
    "The Easter Island talks opened a new year of talks.",
    "They sent Nowruz greetings and wished each other a good New Year.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_other_words_are_no_times(text: str) -> None:
    assert values(text) == []


def test_a_day_that_no_calendar_has_is_kept_as_written() -> None:
    for text in ("On 31 February 2023 it ended.", "Filed 2023-02-29 here."):
        (found,) = times(text)
        assert found.resolved is None
        assert found.type == "date"


def test_items_are_numbered_in_order_and_carry_known_rules() -> None:
    text = " ".join(text for text, _ in FOUND)
    found = times(text)
    assert [t.id for t in found] == [f"t{n:02}" for n in range(1, len(found) + 1)]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for t in found:
        extractor, rule = t.rule.split(".")
        assert extractor == "time_expressions"
        assert rule in RULES


def test_every_rule_is_used_by_some_sentence() -> None:
    more = ["They met on June 3, 1921. On July 2 they met.", "He will go in two weeks."]
    used = {
        t.rule.split(".")[1]
        for text in [*(text for text, _ in FOUND), *more]
        for t in times(text, None if "1921. On" in text else TODAY)
    }
    assert used == set(RULES)


def test_the_extractor_is_registered() -> None:
    assert [e.name for e in extractors() if e.makes == "time_expressions"] == ["time_expressions"]


@given(st.text(alphabet="0123456789 -–/:.,May'st of lastweekMondyİı\n", max_size=60))
def test_spans_hold_their_words_whatever_the_text(text: str) -> None:
    for t in extract_time_expressions(plain(text)):
        assert text[t.span.start : t.span.end] == t.span.text
        assert t.span.text == t.span.text.strip()
        assert re.search(r"\w", t.span.text)
