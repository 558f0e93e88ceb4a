import Testing

/// A text and all the statements it makes, in the notation of ``ExtractedDocument/notation()``.
///
/// The list is complete: a statement too many is as wrong as one that is missing, and so is a date or a
/// qualifier that the text does not give.
struct Passage: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: Set<String>

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = Set(expected)
  }

  var testDescription: String { text }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try Extraction.of(text).notation()
    let missing = expected.subtracting(found).sorted()
    let surplus = found.subtracting(expected).sorted()
    #expect(
      missing == [] && surplus == [], "missing: \(missing), surplus: \(surplus)",
      sourceLocation: sourceLocation)
  }
}
