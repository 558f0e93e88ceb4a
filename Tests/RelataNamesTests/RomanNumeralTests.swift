import RelataNames
import Testing

@Suite struct RomanNumeralTests {
  @Test(arguments: [("I", 1), ("IV", 4), ("XXIII", 23), ("XLIX", 49), ("MCMLXXXIV", 1984), ("MMXXIV", 2024)])
  func values(word: String, value: Int) {
    #expect(RomanNumeral.value(of: word) == value)
  }

  @Test(
    "another spelling, small letters and words are none",
    arguments: ["", "IIII", "VX", "IC", "MIM", "ii", "DR", "I.", "Ⅳ", "MMMMMMMMMMMMMMMMMMMM"])
  func none(word: String) {
    #expect(RomanNumeral.value(of: word) == nil)
  }

  /// Each number has one numeral, and each numeral one number.
  @Test func aNumeralForEachNumber() {
    let letters = ["M", "D", "C", "L", "X", "V", "I"]
    var found: [Int: String] = [:]
    var words = [""]
    for _ in 0..<5 {
      words = words.flatMap { word in letters.map { word + $0 } }
      for word in words {
        guard let value = RomanNumeral.value(of: word) else { continue }
        #expect(found.updateValue(word, forKey: value) == nil, "\(value)")
      }
    }
    #expect((1...17).allSatisfy { found[$0] != nil })
    #expect(found[18] == "XVIII")
  }
}
