import RelataGraph

/// What somebody is called in an office, as a condition on the role of a statement: a king is no president,
/// though both are heads of state.
struct Office: Hashable {
  /// Its spellings; empty where the relation says as much: whoever leads is a leader,
  /// whatever the office is called.
  let names: [String]
  /// Whether a statement without a role may be meant: where the ontology's first title of the relation is
  /// asked for ("president"), but not where another one is.
  private let isUsual: Bool

  /// British and American, as far as offices have them.
  private static let spellings = [("defence", "defense"), ("labour", "labor"), ("programme", "program")]

  init(_ office: [String], of readings: [Predicate.Reading], ontology: Ontology) {
    let labels = readings.flatMap { reading in
      (ontology.relation(reading.relation)?.label ?? "").split(separator: " ").map(String.init)
    }
    let isGeneral = office.allSatisfy { word in
      labels.contains { label in
        let stem = label.hasSuffix("s") ? String(label.dropLast()) : label
        return stem.count > 2 && word.hasPrefix(stem)
      }
    }
    var names: [String] = []
    if !isGeneral, !office.isEmpty {
      let others = Self.spellings.flatMap { british, american in
        [office.map { $0 == british ? american : $0 }, office.map { $0 == american ? british : $0 }]
      }
      for name in ([office] + others).map({ $0.joined(separator: " ") }) where !names.contains(name) {
        names.append(name)
      }
    }
    self.names = names
    isUsual = readings.contains { reading in
      ontology.relation(reading.relation)?.triggers.first { $0.kind == .role }?.pattern == office
    }
  }

  /// - Parameter variable: of the relation.
  /// - Returns: nil where any role will do.
  func condition(_ variable: String, isPresent: Bool) -> String? {
    let role = "toLower(\(variable).role)"
    let spellings = names.map { "\(role) CONTAINS \(PatternWriter.text($0))" }
    var conditions: [String] = []
    if !spellings.isEmpty {
      conditions.append(spellings.count == 1 ? spellings[0] : "(\(spellings.joined(separator: " OR ")))")
    }
    if isPresent { conditions.append("NOT \(role) STARTS WITH 'former'") }
    guard !conditions.isEmpty else { return nil }
    let condition = conditions.joined(separator: " AND ")
    return names.isEmpty || isUsual ? "(\(variable).role IS NULL OR \(condition))" : condition
  }
}
