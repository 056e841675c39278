"""Names as comparable parts: the same letters for a name however it is written. The link stores these parts, a search asks with them.

A change here makes stored parts and asked parts differ, so it needs a rebuild of lookup_name_part.
"""

import re
import unicodedata

# ICAO gives a choice for some (Ä may be AE or A): we take its first, the one most states print.
_LATIN = {
    "Ä": "AE", "Å": "AA", "Æ": "AE", "Ð": "D", "Đ": "D", "Ħ": "H", "Ĳ": "IJ", "ĸ": "Q", "Ŀ": "L", "Ł": "L",
    "Ŋ": "N", "Ö": "OE", "Ø": "OE", "Œ": "OE", "ẞ": "SS", "ß": "SS", "Þ": "TH", "Ŧ": "T", "Ü": "UE",
}  # fmt: skip
_CYRILLIC = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ж": "ZH", "З": "Z", "И": "I", "Й": "I", "К": "K", "Л": "L",
    "М": "M", "Н": "N", "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T", "У": "U", "Ф": "F", "Х": "KH", "Ц": "TS", "Ч": "CH",
    "Ш": "SH", "Щ": "SHCH", "Ъ": "IE", "Ы": "Y", "Ь": "", "Э": "E", "Ю": "IU", "Я": "IA", "Ё": "E", "Ђ": "D", "Є": "IE",
    "Ѕ": "DZ", "І": "I", "Ї": "I", "Ј": "J", "Љ": "LJ", "Њ": "NJ", "Ћ": "C", "Ќ": "K", "Ў": "U", "Џ": "DZ", "Ґ": "G",
}  # fmt: skip
_TRANSLITERATION = str.maketrans(_LATIN | _CYRILLIC)
_APOSTROPHES = re.compile("['’‘‛`´ʼʻʹ′＇]")
_SEPARATORS = re.compile("[^A-Z0-9]+")
_MARKED_N = re.compile("N(?:XX)+")  # the MRZ's other way to write Ñ
_MARKED_U = re.compile("U(?:XX)+")  # and Ü


def folded_parts(full_name: str) -> tuple[str, ...]:
    """The parts of a name in their order, each of A-Z and 0-9 only.

    Marks and apostrophes are dropped; blanks, hyphens, fillers and every other sign separate two parts. Letters of a script that is
    neither Latin nor Cyrillic are left out, so such a name may have no part at all. Folding parts again changes nothing.
    Source: ICAO 9303-3 §4.6 (apostrophe, hyphen), §6 (transliteration)."""
    without_apostrophes = _APOSTROPHES.sub("", full_name)
    return tuple(_without_mrz_marks(part) for part in _SEPARATORS.split(_plain_letters(without_apostrophes)) if part)


def _plain_letters(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text)
    # composed again: upper-casing can take a letter apart
    transliterated = unicodedata.normalize("NFC", composed.upper()).translate(_TRANSLITERATION)
    decomposed = unicodedata.normalize("NFKD", transliterated)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).upper()


def _without_mrz_marks(part: str) -> str:
    return _MARKED_U.sub("UE", _MARKED_N.sub("N", part))
