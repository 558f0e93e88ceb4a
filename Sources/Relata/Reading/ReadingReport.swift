public import RelataDocuments

/// A document that was not read because it is in another language.
public struct ForeignDocument: Hashable, Sendable {
  /// The document's identifier.
  public var id: String
  /// In English: "French".
  public var language: String

  /// - Parameters:
  ///   - id: the document's identifier.
  ///   - language: its English name.
  public init(id: String, language: String) {
    self.id = id
    self.language = language
  }
}

/// What became of the inputs of a reading.
public struct ReadingReport: Hashable, Sendable {
  /// Documents that were read.
  public var documents = 0
  /// What could not be read, in the order of the inputs.
  public var failures: [InputFailure] = []
  /// What is no document, in the order of the inputs.
  public var passedOver: [InputFailure] = []
  /// Documents in other languages, which are not read.
  public var foreign: [ForeignDocument] = []
  /// Documents left out because another one says the same in nearly the same words.
  public var copies = 0
  /// What users should know of how single documents were read: "decoded as windows-1252".
  public var notes: [String] = []
  /// Documents of files that have not changed, and so were not read again.
  public var unchanged = 0

  /// Of a reading that has not begun.
  public init() {}
}
