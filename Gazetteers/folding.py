"""Names reduced to what does not depend on the hand that wrote them: the same rule as NameFolding in Sources/RelataNames, for
names in Latin letters."""
import unicodedata

DROPPED = set("'’‘ʼʻ`ʾʿ´ʹ′.\"“”")
SPACES = set("-–—‐‑‒−_/,")
LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
           "ŋ": "ng", "ɛ": "e", "ɔ": "o", "ſ": "s", "ƙ": "k", "ɓ": "b", "ɗ": "d"}


def fold(name):
    result = []
    for c in name:
        if c in DROPPED:
            continue
        if c == "&":
            result.append(" and ")
            continue
        if c in SPACES or c.isspace():
            result.append(" ")
            continue
        for d in unicodedata.normalize("NFD", c.lower()):
            if unicodedata.category(d) != "Mn":
                result.append(LETTERS.get(d, d))
    return " ".join("".join(result).split())


def is_latin(text):
    return all(ord(c) < 0x250 or c in "əɓɗ" or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʼʻ‘–ʹ" for c in text)


CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split()))
CYRILLIC.update({"ъ": "", "ь": ""})
UKRAINIAN = CYRILLIC | {"г": "h", "и": "y", "і": "i", "ї": "yi", "є": "ye", "ґ": "g"}
BULGARIAN = CYRILLIC | {"ъ": "a", "щ": "sht", "х": "h"}
GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s".split()))


def romanize(name, locale):
    """A name in Latin letters as English news text spells it; other scripts than Cyrillic and Greek come back as they are."""
    table = {"ru_RU": CYRILLIC, "uk_UA": UKRAINIAN, "bg_BG": BULGARIAN, "el_GR": GREEK}.get(locale)
    if table is None:
        return name
    if locale == "el_GR":
        name = "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn")
    name = "".join(table.get(c, c) for c in name.lower())
    # "Dmitriy" and "Sergey" keep their y, but "-iy" is "-y" in print.
    return name[:-2] + "y" if name.endswith("iy") else name
