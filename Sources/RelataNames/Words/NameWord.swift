/// A plain lower-case word of a name, with what is known of how it was written.
package struct NameWord: Hashable, Sendable {
  package var text: String
  /// Whether it was written in capitals only (at least two letters): an acronym, in a text
  /// that is not all capitals.
  package var isUpperCase: Bool
  /// Whether a hyphen joins it to the next word.
  package var isHyphenated: Bool
  /// Whether a comma follows, as in "Putin, Vladimir".
  package var hasComma: Bool
}
