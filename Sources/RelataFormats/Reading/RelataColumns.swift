/// Where a record of a file (an element of GraphML, a row of a table) holds the
/// attributes that Relata writes.
struct RelataColumns {
  /// The attributes that a reader needs; the others repeat them.
  enum Field: Int, CaseIterable {
    case id, name, type, aliases, identifiers, mentions, details
    case relation, polarity, modality, start, end, time, attribution, place, role, confidence, importance
    case documents, quote, trigger, open
  }

  private let indices: [Int]
  private let uses: [Use]

  /// How a field of a record is used.
  enum Use {
    /// Its text is its own.
    case own
    /// Its text is likely to come again.
    case repeated
    /// It counts only where there are no details.
    case substitute
  }

  /// - Parameter names: of the record's fields, in order.
  init(_ names: [String]) {
    let indices = Field.allCases.map { field in names.firstIndex(of: "\(field)") ?? -1 }
    self.indices = indices
    uses = names.indices.map { index in
      switch indices.firstIndex(of: index).flatMap(Field.init) {
      case .relation, .trigger, .attribution, .place: .repeated
      case .documents, .aliases: .substitute
      default: .own
      }
    }
  }

  func has(_ field: Field) -> Bool { indices[field.rawValue] >= 0 }

  func use(of index: Int) -> Use { uses.indices.contains(index) ? uses[index] : .own }

  func hasDetails(_ record: [String?]) -> Bool { value(.details, in: record) != nil }

  /// The fields of a record that anything is read from.
  var used: Set<Int> { Set(indices.filter { $0 >= 0 }) }

  /// nil where it is missing or empty: tables and igraph cannot tell these apart, and Relata writes
  /// what is empty as a detail.
  func value(_ field: Field, in record: [String?]) -> String? {
    let index = indices[field.rawValue]
    guard index >= 0, let text = record[index], !text.isEmpty else { return nil }
    return text
  }
}
