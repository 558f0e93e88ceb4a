/// A date as a text writes it; what the text leaves out is nil.
public struct WrittenDate: Hashable, Sendable {
  /// Nil where it is left out.
  public var year: Int?
  /// 1…12.
  public var month: Int?
  /// 1…31; only with a month.
  public var day: Int?
  /// 0 (Sunday) … 6.
  public var weekday: Int?
  /// Whether day and month may have to change places: `05/03/2024` does not say.
  public var isOrderUncertain: Bool

  /// A date as far as it is written.
  public init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil, isOrderUncertain: Bool = false
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
    self.isOrderUncertain = isOrderUncertain
  }

  /// Known to the day, in which year too.
  public var isComplete: Bool { year != nil && month != nil && day != nil }
}

extension WrittenDate {
  /// The first date in a short text such as the value of a metadata field, months and years alone
  /// included; nil where it has none.
  public init?(firstIn text: String) {
    let scalars = Array(text.unicodeScalars.prefix(200))
    var reader = LexemeReader(scalars, 0..<scalars.count)
    var lexemes: [Lexeme] = []
    while let lexeme = reader.next() { lexemes.append(lexeme) }
    let scanner = DateScanner(lexemes: lexemes)
    guard
      let found = lexemes.indices.lazy.compactMap({ scanner.date(at: $0)?.date }).first(where: {
        $0.month != nil
      })
    else { return nil }
    self = found
  }
}
