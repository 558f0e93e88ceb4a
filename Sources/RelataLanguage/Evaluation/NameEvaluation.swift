/// Agreement on names: exact span and label.
public struct NameEvaluation: Sendable {
  private var counts: [NameLabel: SpanCount] = [:]
  private var untyped = SpanCount()

  /// The labels that most name taggers have in common.
  public static let common: [NameLabel] = [.person, .organization, .location]

  /// Nothing counted yet.
  public init() {}

  /// Whether any name was counted in the gold standard.
  public var isEmpty: Bool { counts.values.allSatisfy { $0.gold == 0 } }

  /// Counts one sentence's names.
  public mutating func add(gold: [NameSpan], predicted: [NameSpan]) {
    for label in NameLabel.allCases {
      counts[label, default: SpanCount()].add(
        gold: Set(gold.filter { $0.label == label }.map(\.tokens)),
        system: Set(predicted.filter { $0.label == label }.map(\.tokens)))
    }
    untyped.add(
      gold: Set(gold.filter { Self.common.contains($0.label) }.map(\.tokens)),
      system: Set(predicted.filter { Self.common.contains($0.label) }.map(\.tokens)))
  }

  /// F1 over all names of some labels together, in percent.
  public func percent(_ labels: [NameLabel] = common) -> Double {
    var total = SpanCount()
    for label in labels {
      guard let count = counts[label] else { continue }
      total.gold += count.gold
      total.system += count.system
      total.equal += count.equal
    }
    return 100 * total.f1
  }

  /// One line a measure, for people: the three common labels together, then without their
  /// labels, then each label.
  public var report: String {
    EvaluationReport.lines(
      [("Names", percent()), ("Names, untyped", 100 * untyped.f1)]
        + NameLabel.allCases.filter { (counts[$0]?.gold ?? 0) > 0 }.map {
          ("Names, " + $0.rawValue, percent([$0]))
        })
  }
}
