/// Where a record of a file (an element of GraphML, a row of a table) holds the attributes that Relata writes.
struct RelataColumns {
  /// The attributes that a reader needs; the others repeat them.
  enum Field: Int, CaseIterable {
    case id, name, type, aliases, identifiers, mentions, details
    case relation, polarity, modality, start, end, time, attribution, place, role, confidence
    case documents, quote, trigger, open
  }

  private let indices: [Int]

  /// - Parameter names: of the record's fields, in order.
  init(_ names: [String]) {
    indices = Field.allCases.map { field in names.firstIndex(of: "\(field)") ?? -1 }
  }

  func has(_ field: Field) -> Bool { indices[field.rawValue] >= 0 }

  /// The fields of a record that anything is read from.
  var used: Set<Int> { Set(indices.filter { $0 >= 0 }) }

  /// nil where it is missing or empty: tables and igraph cannot tell these apart, and Relata writes what is empty as a detail.
  func value(_ field: Field, in record: [String?]) -> String? {
    let index = indices[field.rawValue]
    guard index >= 0, let text = record[index], !text.isEmpty else { return nil }
    return text
  }
}
