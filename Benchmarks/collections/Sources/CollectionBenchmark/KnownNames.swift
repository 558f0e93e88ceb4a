import Foundation
import Relata

/// Whose names the names of documents are, from the `truth.tsv` of `make_corpus.py`.
struct KnownNames {
  private var identities: [String: [String: String]] = [:]
  private var numbers: [String: Int] = [:]

  init(contentsOf path: String) throws {
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { continue }
      identities[fields[0], default: [:]][fields[1].lowercased()] = fields[2]
      if numbers[fields[2]] == nil { numbers[fields[2]] = numbers.count }
    }
  }

  /// The identity of an entity of a document and its kind, by its fullest name that is
  /// known; nil where none is.
  func identity(of entity: DocumentEntity, in document: String) -> (number: Int, kind: String)? {
    guard let names = identities[document] else { return nil }
    let ordered = [entity.name] + entity.names.map(\.name).sorted { ($1.count, $0) < ($0.count, $1) }
    for name in ordered {
      if let identity = names[name.lowercased()], let number = numbers[identity] {
        return (number, String(identity.prefix { $0 != " " }))
      }
    }
    return nil
  }
}
