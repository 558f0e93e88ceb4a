/// A calendar date known to the day, the month or the year; the year alone may be unknown ("in November").
///
/// Written as in ISO 8601 with reduced precision: `2024-12-08`, `2024-12`, `2024`; `XXXX-11` where the year
/// is not given (Extended Date/Time Format, ISO 8601-2 §8.2, unspecified digits).
public struct PartialDate: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Proleptic Gregorian year, or nil where the text does not say.
  public var year: Int?
  /// 1…12, or nil.
  public var month: Int?
  /// 1…31, or nil; only with a month.
  public var day: Int?

  /// A date as far as it is known. A day without a month is left out; numbers are taken as they are.
  public init(year: Int?, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// Parses `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, with `XXXX` for an unknown year; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    // `Int` would take a sign as well.
    guard !text.contains("+") else { return nil }
    let year = Int(parts[0])
    guard parts[0] == "XXXX" || (year.map { $0 >= 0 } ?? false) else { return nil }
    var numbers: [Int] = []
    for (part, range) in zip(parts.dropFirst(), [1...12, 1...31]) {
      guard part.utf8.count == 2, let number = Int(part), range.contains(number) else { return nil }
      numbers.append(number)
    }
    if year == nil && numbers.isEmpty { return nil }
    self.init(
      year: year, month: numbers.first, day: numbers.count > 1 ? numbers[1] : nil)
  }

  /// As ISO 8601 writes it: `2024-12-08`, `2024-12`, `2024`; `XXXX-11` where the year is not known.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = year.map { padded($0, 4) } ?? "XXXX"
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// Whether both can be the same day: every component that both know is equal.
  public func isCompatible(with other: PartialDate) -> Bool {
    func agree(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }
    return agree(year, other.year) && agree(month, other.month) && agree(day, other.day)
  }

  /// Reads what ``description`` writes.
  /// - Throws: an error of the decoder, where it is no date.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = PartialDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a date such as 2024-12-08, 2024-12 or 2024")
    }
    self = date
  }

  /// Writes ``description``.
  /// - Throws: an error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension PartialDate: Comparable {
  /// Chronological by what is known; an unknown component comes before every known one.
  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year ?? Int.min, a.month ?? 0, a.day ?? 0) < (b.year ?? Int.min, b.month ?? 0, b.day ?? 0)
  }
}
