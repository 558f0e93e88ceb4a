import RelataDocuments

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The names of fields that inputs of a collection were added with, so that an update reads their tables alike.
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
  init(json: String?) {
    guard let json else { return }
    names = (try? JSONDecoder().decode([String: [String: [String]]].self, from: Data(json.utf8))) ?? [:]
  }

  /// nil where there is nothing to remember.
  var json: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard !names.isEmpty, let bytes = try? encoder.encode(names) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func remember(_ fields: FieldNames, of paths: [String]) {
    let usual = FieldNames()
    let own = Self.fields.filter { fields[keyPath: $0.1] != usual[keyPath: $0.1] }
    for path in paths {
      names[path] =
        own.isEmpty ? nil : Dictionary(uniqueKeysWithValues: own.map { ($0.0, fields[keyPath: $0.1]) })
    }
  }

  /// Paths with the names that each is read with, those that have names of their own first: a folder that holds
  /// one of them finds it read already.
  func groups(of paths: [String], usual: FieldNames) -> [(fields: FieldNames, paths: [String])] {
    var groups = paths.filter { names[$0] != nil }.map { path in
      var fields = usual
      for (name, place) in Self.fields {
        if let own = names[path]?[name] { fields[keyPath: place] = own }
      }
      return (fields: fields, paths: [path])
    }
    let others = paths.filter { names[$0] == nil }
    if !others.isEmpty { groups.append((usual, others)) }
    return groups
  }
}
