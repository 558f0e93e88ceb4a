/// What every written date and time has, whatever the language.
enum DateMarks {
  /// "9:30".
  static func hasTime(_ text: String) -> Bool {
    var last: (UInt8, UInt8, UInt8) = (0, 0, 0)
    for byte in text.utf8 {
      if isDigit(byte), isDigit(last.2), last.1 == 0x3A, isDigit(last.0) { return true }
      last = (last.1, last.2, byte)
    }
    return false
  }

  /// A number of four digits that begins with 19 or 20.
  static func hasYear(_ text: String) -> Bool {
    for number in text.utf8.split(whereSeparator: { !isDigit($0) }) where number.count == 4 {
      if number.starts(with: "19".utf8) || number.starts(with: "20".utf8) { return true }
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
