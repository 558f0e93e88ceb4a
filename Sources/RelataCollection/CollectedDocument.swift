public import RelataDocuments
public import RelataExtraction

/// A document of a collection: its text, and what was read in it.
public struct CollectedDocument: Hashable, Sendable {
  /// The text, with what the document says about itself.
  public var source: SourceDocument
  /// Its entities and statements, which know nothing of other documents.
  public var extraction: ExtractedDocument
  /// What near copies of its text have in common.
  public var signature: [UInt8]

  /// - Parameter signature: ``ShingleSignature/bytes``; empty where nobody looks for copies.
  public init(source: SourceDocument, extraction: ExtractedDocument, signature: [UInt8] = []) {
    self.source = source
    self.extraction = extraction
    self.signature = signature
  }
}

/// What made an extraction: where any of it changes, documents must be read again.
public struct ReaderVersion: Hashable, Sendable, Codable {
  /// Of the program.
  public var program: String
  /// Tells language models apart.
  public var model: String
  /// The digest of the ontology's text; "built-in" for the one of the program.
  public var ontology: String
  /// The least confidence of a statement that was kept, 0…1.
  public var leastConfidence: Double

  /// - Parameter leastConfidence: 0…1.
  public init(program: String, model: String, ontology: String, leastConfidence: Double) {
    self.program = program
    self.model = model
    self.ontology = ontology
    self.leastConfidence = leastConfidence
  }

  /// What differs from another one, in words.
  public func differences(from other: ReaderVersion) -> [String] {
    var parts: [String] = []
    if program != other.program { parts.append("relata \(program) instead of \(other.program)") }
    if model != other.model { parts.append("another language model") }
    if ontology != other.ontology { parts.append("another ontology") }
    if leastConfidence != other.leastConfidence {
      parts.append("a least confidence of \(leastConfidence) instead of \(other.leastConfidence)")
    }
    return parts
  }
}
