/// How much of a proposition an annotator would have written too: a logistic regression on how it was read.
///
/// Where clauses are short and plain, readers agree; of the relations inside noun phrases
/// annotators write out only some.
enum OpenConfidence {
  /// From 0 to 1, to three decimal places.
  static func confidence(_ features: [OpenFeature]) -> Double {
    let sum = features.reduce(OpenWeights.intercept) { $0 + (OpenWeights.table[$1.name] ?? 0) * $1.value }
    return (1000 * Logistic.probability(sum)).rounded() / 1000
  }

  static func features(of draft: PropositionDraft, sentenceLength: Int, clauseCount: Int) -> [OpenFeature] {
    let traits = draft.traits
    var result: [OpenFeature] = [OpenFeature(name: "rule=\(draft.rule)", value: 1)]
    func add(_ name: String, _ isThere: Bool) {
      if isThere { result.append(OpenFeature(name: name, value: 1)) }
    }
    func add(_ name: String, _ count: Int, of limit: Int) {
      result.append(OpenFeature(name: name, value: Double(min(count, limit)) / Double(limit)))
    }
    add("pronoun", traits.isPronoun)
    if let source = traits.source {
      add("subject=\(source.rawValue)", true)
      add("passive", traits.isPassive)
      add("complement", traits.hasComplement)
      add("infinitive", traits.isInfinitive)
      add("object", traits.hasObject)
      add("adjuncts", traits.adjuncts, of: 4)
      result.append(OpenFeature(name: "splits", value: 1 - 1 / Double(max(traits.splits, 1))))
    } else {
      add("properHead", traits.properHead)
      add("properDependent", traits.properDependent)
    }
    let part = draft.isClausal ? "clause" : "nominal"
    let counts = draft.arguments.map(\.count)
    add(part + ".first", counts[0], of: 20)
    add(part + ".second", counts[1], of: 10)
    add(part + ".predicate", draft.predicate.count + (draft.implied.isEmpty ? 0 : 1), of: 8)
    add(part + ".share", counts.reduce(0, +), of: sentenceLength)
    add(part + ".clauses", clauseCount, of: 8)
    return result
  }
}
