#!/usr/bin/env python3
"""Given and family names of many cultures, with the spellings that transliteration gives them, for the benchmark's people.

  names.py > names.tsv

One line a name: culture, `given` or `family`, and its spellings, the usual one first. The names are Faker's (MIT licence, see
requirements.txt); Cyrillic ones are written in three customs, Arabic ones come from the table below with the spellings that news use."""
import importlib
import unicodedata

LATIN = "en_US en_GB de_DE fr_FR it_IT es_ES tr_TR pl_PL nl_NL pt_BR sv_SE cs_CZ ro_RO hu_HU hr_HR id_ID en_IN fi_FI da_DK".split()
CYRILLIC = "ru_RU uk_UA bg_BG".split()

# English news, British and American scholars, French.
CUSTOMS = [
    dict(zip("абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
             "a b v g g d e ye yo zh z i i yi y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "))),
    dict(zip("абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
             "a b v g g d e ie e zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia".split(" "))),
    dict(zip("абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
             "a b v g g d e ye io j z i i i i k l m n o p r s t ou f kh ts tch ch chtch  y  e iou ia".split(" "))),
]

ARABIC_GIVEN = """Mohammed Muhammad Mohamed Mohammad|Ahmed Ahmad|Mahmoud Mahmud|Mustafa Mostafa Moustafa|Hussein Hussain Husain|
Hassan Hasan|Khaled Khalid|Omar Umar|Othman Uthman|Youssef Yousef Yusuf|Ibrahim Ebrahim|Ismail Ismael|Suleiman Sulaiman Sulayman|
Abdullah Abdallah|Abdulrahman Abdelrahman|Abdulaziz Abdelaziz|Saad Sa'ad|Saeed Said Sa'id|Tariq Tarek Tareq|Walid Waleed|Rashid Rasheed|
Jamal Gamal|Nasser Nasir|Faisal Faysal|Karim Kareem|Salim Saleem Selim|Samir Sameer|Bashar Bachar|Hafez Hafiz|Marwan Merwan|Murad Mourad|
Qasim Qasem Kassem|Ziad Ziyad|Riad Riyad|Fuad Fouad|Nouri Nuri|Haidar Haydar|Jaafar Jafar|Mahdi Mehdi|Amin Ameen|Bilal Belal|
Fatima Fatimah|Aisha Aicha Ayesha|Mariam Maryam|Layla Leila|Huda Houda|Zainab Zaynab Zeinab|Samira Sameera|Nadia Nadiya|Khadija Khadijah"""
ARABIC_FAMILY = """al-Sharaa al-Shara al-Sharra|al-Assad al-Asad|al-Jolani al-Golani al-Jawlani|Haddad|Khoury Khouri|al-Maliki|Barzani Barazani|
al-Sadr|al-Abadi al-Ebadi|al-Kadhimi al-Kazimi|Hariri|Nasrallah Nasralla|Aoun Awn|Mikati Miqati|Berri Berry|Jumblatt Joumblatt|
al-Sisi el-Sisi|Mubarak|Morsi Mursi|ElBaradei al-Baradei|Haftar Hifter|Qaddafi Gaddafi Kadhafi|Ghannouchi Ghannushi|Bouteflika|Tebboune|
al-Houthi al-Huthi|Saleh Salih|al-Attiyah al-Attiya|al-Thani|al-Nahyan|al-Maktoum al-Maktum|al-Jubeir al-Jubayr|Khashoggi Khashuqji|
al-Zarqawi al-Zarkawi|al-Baghdadi|al-Zawahiri al-Dhawahiri|Abbas|Haniyeh Haniya|Meshaal Mashal Meshal|Sinwar Sinouar|Dahlan|Erekat Erakat|
Shtayyeh Shtayeh|al-Hakim|Talabani Talebani|al-Shammari al-Shamari|al-Qaisi al-Kaissi|al-Dulaimi al-Duleimi|al-Jubouri al-Juburi|
al-Tikriti|al-Masri el-Masri|Mansour Mansur|Shahin Shaheen|Darwish Darweesh|Suleiman Sulaiman|Younis Younes Yunus|al-Rashid al-Rasheed"""


def plain(name):
    return unicodedata.normalize("NFC", name).strip()


def transliterations(name):
    lower = name.lower()
    found = []
    for custom in CUSTOMS:
        text = "".join(custom.get(c, c) for c in lower)
        # "-iy" and "-yy" at the end: three habits.
        text = text.replace("yy", "y") if custom is CUSTOMS[0] else text.replace("ii", "i")
        text = "-".join(part.capitalize() for part in text.split("-"))
        if text.isascii() and text not in found:
            found.append(text)
    return found


def elements(provider, kind):
    attributes = ["last_names", "last_names_male", "last_names_female"] if kind == "family" else [
        "first_names", "first_names_male", "first_names_female"]
    names = []
    for attribute in attributes:
        value = getattr(provider, attribute, None)
        for name in (value or []):
            if name not in names:
                names.append(name)
    return names


def rows():
    for locale in LATIN + CYRILLIC:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for kind in ["given", "family"]:
            for name in elements(provider, kind):
                name = plain(name)
                if " " in name or "." in name or len(name) < 2:
                    continue
                spellings = transliterations(name) if locale in CYRILLIC else [name]
                if spellings:
                    yield locale, kind, spellings
    for kind, table in [("given", ARABIC_GIVEN), ("family", ARABIC_FAMILY)]:
        for row in table.replace("\n", "").split("|"):
            yield "ar", kind, row.split()


for culture, kind, spellings in rows():
    print(culture, kind, *spellings, sep="\t")
