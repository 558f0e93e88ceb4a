import RelataDocuments
import RelataExtraction
import RelataGraph
import RelataLanguage

/// The whole way from a text of any format to its document, by the pipeline that ``Reader`` has loaded.
enum Extraction {
  private static let ontology = Result { try Ontology.embedded() }
  static func of(
    _ text: String, id: String = "example.txt", metadata: [String: String] = [:], format: TextFormat = .plain
  ) throws -> ExtractedDocument {
    let (analyzer, extractor) = try Reader.shared.get()
    return extractor.extract(
      analyzer.analyze(SourceDocument(id: id, text: text, metadata: metadata, format: format)))
  }

  /// Whether subject and object can change places.
  static func isSymmetric(_ relation: String) throws -> Bool {
    try ontology.get().relation(relation)?.isSymmetric ?? false
  }
}

extension ExtractedDocument {
  /// The statements as `subject –relation→ object [qualifiers] @time`; the ends of a symmetric relation
  /// in the order of their names.
  func notation() throws -> Set<String> {
    Set(
      try statements.map { statement in
        var subject = entities[statement.subject].name
        var object = entities[statement.object].name
        if try Extraction.isSymmetric(statement.relation), object < subject { swap(&subject, &object) }
        var qualifiers: [String] = []
        if statement.polarity == .negated { qualifiers.append("negated") }
        if statement.modality != .asserted { qualifiers.append(statement.modality.rawValue) }
        return "\(subject) –\(statement.relation)→ \(object)"
          + (qualifiers.isEmpty ? "" : " [\(qualifiers.joined(separator: ", "))]")
          + (statement.time.map { " @\($0)" } ?? "")
      })
  }
}
