public import RelataCollection

/// What read the documents of a stream: the first line of `relata records`. Two streams with the same header
/// read the same text alike, so a cluster compares the headers of all its processes.
public struct RecordsHeader: Hashable, Sendable, Codable {
  /// The version of the program.
  public var relata: String
  /// Tells language models apart.
  public var model: String
  /// The digest of the ontology's text; "built-in" for the one of the program.
  public var ontology: String
  /// The least confidence of a statement that is kept, 0…1.
  public var leastConfidence: Double
  /// The digest of the user's list of identities, which names reading keeps apart; nil where there is none.
  public var identities: String?
  /// Whether documents in other languages are read as if they were in English.
  public var readsAllLanguages: Bool

  /// - Parameters:
  ///   - reader: what decides what is found in a document.
  ///   - identities: the digest of the list of identities that the reader was made with.
  ///   - readsAllLanguages: whether texts that are not English are read as if they were.
  public init(_ reader: ReaderVersion, identities: String? = nil, readsAllLanguages: Bool = false) {
    relata = reader.program
    model = reader.model
    ontology = reader.ontology
    leastConfidence = reader.leastConfidence
    self.identities = identities
    self.readsAllLanguages = readsAllLanguages
  }
}
