import RelataGraph
import RelataWords

/// What somebody is called in an office, as a condition on the role of a statement: a king is no president,
/// though both are heads of state.
struct Office: Hashable {
  /// Its spellings; empty where the relation says as much: whoever leads is a leader,
  /// whatever the office is called.
  let names: [String]
  /// Whether a statement without a role may be meant: where the ontology's first title of the relation is
  /// asked for ("president"), but not where another one is.
  private let isUsual: Bool

  /// What the same office is called as well.
  private static let spellings = QuestionWordList.officeSpellings.pairs

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
      let name = office.joined(separator: " ")
      names = [name]
      for (spelling, other) in Self.spellings {
        for (from, to) in [(spelling, other), (other, spelling)] {
          let called = Self.replacing(from, in: name, with: to)
          if !names.contains(called) { names.append(called) }
        }
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

  /// The words of an office as the ontology's triggers have them, without the preposition of whose it is:
  /// “secretary of state” of “secretary of state for”.
  static func words(_ pattern: [String]) -> [String] {
    var words = pattern
    while let last = words.last, PredicateFinder.adpositions.contains(last) { words.removeLast() }
    return words
  }

  /// Whole words alone.
  private static func replacing(_ phrase: String, in name: String, with other: String) -> String {
    let (words, wanted) = (name.split(separator: " "), phrase.split(separator: " "))
    guard words.count >= wanted.count else { return name }
    for start in 0...words.count - wanted.count where words[start...].starts(with: wanted) {
      let rest = words[(start + wanted.count)...]
      return (words[..<start] + other.split(separator: " ") + rest).joined(separator: " ")
    }
    return name
  }
}
