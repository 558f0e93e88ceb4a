import RelataNames
import Testing

@Suite("Names as words")
struct NameWordsTests {
  @Test(
    "compared",
    arguments: [
      ("Ahmed al-Shara’a", "ahmed al sharaa"), ("AT&T", "at and t"),
      ("Procter & Gamble", "procter and gamble"),
      ("People's Liberation Army", "people liberation army"), ("HTS’s takeover", "hts takeover"),
      ("Ra’s al-Khaimah", "ras al khaimah"), ("RA'S LANUF", "ras lanuf"), ("Peoples’ Party", "peoples party"),
      ("‘Syria’s’", "syria"), ("the 1990's", "the 1990s"),
      ("U.S.", "us"), ("U.S.-led", "us led"), ("U.S.'s", "us"), ("J. K. Rowling", "j k rowling"),
      ("J.Smith", "j smith"),
      ("St.Petersburg", "st petersburg"), ("St. Petersburg", "st petersburg"),
      ("SergeiLavrov", "sergei lavrov"),
      ("Əliyev", "aliyev"), ("Straße", "strasse"), ("Ærø", "aero"), ("ŒUVRE", "oeuvre"),
      ("İSTANBUL", "istanbul"),
      ("Diyarbakır", "diyarbakir"), ("Deaŋu", "deangu"), ("Łódź", "lodz"), ("Đặng", "dang"),
      ("Ɔkyere", "okyere"),
      ("Владимир Путин", "vladimir putin"), ("Beyonce\u{301}’s", "beyonce"), ("Syria’sCivil", "syrias civil"),
      ("Сергей", "sergey"), ("Серге\u{438}\u{306}", "sergey"),
      ("Αθήνα", "athina"),
      ("თბილისი", "tbilisi"), ("北京", "北京"), ("", ""), ("-'-", ""), ("’s", "s"),
    ])
  func compared(name: String, folded: String) { #expect(NameWords.folded(name) == folded) }

  @Test(
    "searched: a capital inside a word begins no other",
    arguments: [
      ("SergeiLavrov", ["sergeilavrov"]), ("MacArthur", ["macarthur"]), ("U.S.'s", ["us"]),
      ("Ra's Lanuf", ["ras", "lanuf"]),
      ("J.Smith", ["j", "smith"]), ("AT&T", ["at", "and", "t"]), ("Путин", ["putin"]), ("Əliyev", ["aliyev"]),
    ])
  func searched(name: String, words: [String]) { #expect(NameWords.searched(name) == words) }

  @Test("says how a word was written")
  func attributes() {
    let words = NameWords.split("HTS-led, U.S. ex-Al")
    #expect(words.map(\.text) == ["hts", "led", "us", "ex", "al"])
    #expect(words.map(\.isUpperCase) == [true, false, true, false, false])
    #expect(words.map(\.isHyphenated) == [true, false, false, true, false])
    #expect(words.map(\.hasComma) == [false, true, false, false, false])
  }

  @Test("the Arabic article goes before the words it belongs to, and nowhere else")
  func articles() {
    #expect(ArabicArticle.removed(from: ["tahrir", "ash", "sham"]) == ["tahrir", "sham"])
    #expect(ArabicArticle.removed(from: ["ash", "carter"]) == ["ash", "carter"])
    #expect(ArabicArticle.removed(from: ["al"]) == ["al"])
  }
}
