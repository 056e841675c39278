"""Dates, times, numbers and sums as people here write them. Pure: the language is an argument; no zone is changed.
Spaces inside a date or a sum do not break. `language` is "id" or "en"; days are worded in Chinese, Korean and Japanese, too, and anything
else in another language reads as English."""

from datetime import date, datetime, time

NBSP = "\N{NO-BREAK SPACE}"
MONTHS = {
    "id": ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
WHOLE_MONTHS = {
    "id": ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
}
WEEKDAYS = {
    "id": ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
YEAR_MONTH_DAY = {"zh": "{0.year}年{0.month}月{0.day}日", "ko": "{0.year}년 {0.month}월 {0.day}일", "ja": "{0.year}年{0.month}月{0.day}日"}
DAYS_OF_WEEK = {
    "zh": ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
    "ko": ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"],
    "ja": ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"],
}
UNITS = {
    "id": [(86400, "hari", "hari"), (3600, "jam", "jam"), (60, "menit", "menit"), (1, "detik", "detik")],
    "en": [(86400, "day", "days"), (3600, "hour", "hours"), (60, "minute", "minutes"), (1, "second", "seconds")],
}


def known(language: str) -> str:
    """ "id" for Indonesian in any spelling ("id-ID"), otherwise "en"."""
    return "id" if language.lower().split("-")[0] == "id" else "en"


def short_date(day: date, *, language: str) -> str:
    """24 Nov 2026"""
    if language in YEAR_MONTH_DAY:
        return YEAR_MONTH_DAY[language].format(day).replace(" ", NBSP)
    return f"{day_month(day, language=language)}{NBSP}{day.year}"


def day_month(day: date, *, language: str) -> str:
    """24 Nov, where the year is plain from its neighbour."""
    return f"{day.day}{NBSP}{MONTHS[known(language)][day.month - 1]}"


def long_date(day: date, *, language: str) -> str:
    """Kamis, 24 Desember 2026"""
    if language in YEAR_MONTH_DAY:
        return f"{short_date(day, language=language)}{NBSP}{DAYS_OF_WEEK[language][day.weekday()]}"
    tongue = known(language)
    return f"{WEEKDAYS[tongue][day.weekday()]}, {day.day}{NBSP}{WHOLE_MONTHS[tongue][day.month - 1]}{NBSP}{day.year}"


def clock(at: datetime | time, *, language: str) -> str:
    """14.03 in Indonesian, 14:03 in English; 24 hours."""
    return at.strftime("%H.%M" if known(language) == "id" else "%H:%M")


def clock_with_seconds(at: datetime | time, *, language: str) -> str:
    """14.03.22 in Indonesian, 14:03:22 in English."""
    return at.strftime("%H.%M.%S" if known(language) == "id" else "%H:%M:%S")


def number(value: float, *, decimals: int = 0, language: str) -> str:
    """1.240 and 1,8 in Indonesian; 1,240 and 1.8 in English."""
    english = f"{value:,.{decimals}f}"
    if known(language) == "en":
        return english
    return english.translate({ord(","): ".", ord("."): ","})


def rupiah(amount: int, *, language: str) -> str:
    """Rp 4.000.000: whole rupiah, the sign before the sum in both languages."""
    return f"Rp{NBSP}{number(amount, language=language)}"


def percent(share: float, *, decimals: int = 0, language: str) -> str:
    """99,3%: `share` is already out of a hundred."""
    return f"{number(share, decimals=decimals, language=language)}%"


def days(count: int, *, language: str) -> str:
    """1 hari, 108 hari; 1 day, 108 days. A count below zero loses its sign: the words beside it say which way."""
    return span(abs(count) * 86400, language=language) if count else f"0{NBSP}{UNITS[known(language)][0][2]}"


def span(seconds: float, *, language: str) -> str:
    """A length of time in its largest whole unit: 59 detik, 32 menit, 27 jam is written 1 hari. Never below 0 detik."""
    whole = max(0, int(seconds))
    for length, one, many in UNITS[known(language)]:
        count = whole // length
        if count or length == 1:
            return f"{number(count, language=language)}{NBSP}{one if count == 1 else many}"
    raise AssertionError("a second is always the last unit")


def ago(seconds: float, *, language: str) -> str:
    """2 detik lalu; 2 seconds ago."""
    return f"{span(seconds, language=language)}{NBSP}{'lalu' if known(language) == 'id' else 'ago'}"
