import RelataDocuments

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The names of fields that inputs of a collection were added with, so that an update reads their tables
/// alike.
struct InputFields {
  /// By paths, and by what the names are of; only what is not usual.
  private var names: [String: [String: [String]]] = [:]

  private static var fields: [(String, WritableKeyPath<FieldNames, [String]>)] {
    [
      ("text", \.text), ("title", \.title), ("date", \.date), ("id", \.id), ("url", \.url),
      ("author", \.author), ("publisher", \.publisher), ("language", \.language),
    ]
  }

  /// - Parameter json: as ``json`` has it; nil where nothing is remembered.
  /// - Throws: `DecodingError`.
  init(json: String?) throws {
    guard let json else { return }
    names = try JSONDecoder().decode([String: [String: [String]]].self, from: Data(json.utf8))
  }

  /// nil where there is nothing to remember.
  var json: String? {
    get throws {
      if names.isEmpty { return nil }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(names), as: UTF8.self)
    }
  }

  /// - Returns: the paths of which other names were remembered.
  mutating func remember(_ fields: FieldNames, of paths: [String]) -> [String] {
    let usual = FieldNames()
    let own = Self.fields.filter { fields[keyPath: $0.1] != usual[keyPath: $0.1] }
    let kept = Dictionary(uniqueKeysWithValues: own.map { ($0.0, fields[keyPath: $0.1]) })
    var changed: [String] = []
    for path in paths where names[path, default: [:]] != kept {
      names[path] = kept.isEmpty ? nil : kept
      changed.append(path)
    }
    return changed
  }

  /// What each input is read with.
  ///
  /// Those without names of their own are there, too: a file that was added by itself is not read as its
  /// folder is.
  func byPath(_ inputs: [String], usual: FieldNames) -> [String: FieldNames] {
    if names.isEmpty { return [:] }
    var result: [String: FieldNames] = [:]
    for path in inputs {
      var fields = usual
      for (name, place) in Self.fields {
        if let own = names[path]?[name] { fields[keyPath: place] = own }
      }
      result[path] = fields
    }
    return result
  }
}
