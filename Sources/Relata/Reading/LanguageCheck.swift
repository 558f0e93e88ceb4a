import RelataDocuments

/// Tells texts that cannot be read because they are not English.
struct LanguageCheck: Sendable {
  /// Shorter texts in Latin letters may be nothing but names, which are of every language.
  private static let sureLength = 100

  private let identifier: LanguageIdentifier

  /// - Throws: where the data file built in is damaged.
  init() throws { identifier = try LanguageIdentifier() }

  /// The name of the language of a text that is surely another one; nil for English and
  /// where nothing can be told.
  func foreignLanguage(of document: SourceDocument) -> String? {
    var latin = 0
    var other = 0
    for scalar in document.text.unicodeScalars.prefix(4 * Self.sureLength)
    where scalar.properties.isAlphabetic {
      if scalar.value < 0x250 { latin += 1 } else { other += 1 }
    }
    guard other > latin || latin >= Self.sureLength else { return nil }
    return identifier.foreignLanguage(of: document.text)?.name
  }
}
