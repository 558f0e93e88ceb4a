/// Numbers as rulers and wars have them: "Elizabeth II", "World War I".
package enum RomanNumeral {
  private static let values: [Character: Int] = [
    "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
  ]

  /// The value of capital letters that are a numeral in the usual form, each of which has one spelling; else
  /// nil.
  /// - Complexity: O(length).
  package static func value(of word: some StringProtocol) -> Int? {
    let digits = word.map { values[$0] ?? 0 }
    guard !digits.isEmpty, digits.count <= 12, !digits.contains(0) else { return nil }
    var sum = 0
    for (place, digit) in digits.enumerated() {
      sum += place + 1 < digits.count && digits[place + 1] > digit ? -digit : digit
    }
    return sum > 0 && spelling(of: sum) == word ? sum : nil
  }

  private static func spelling(of number: Int) -> String {
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, letters) in steps {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
