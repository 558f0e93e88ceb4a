import RelataGraph
import RelataLanguage

extension StatementBuilder {
  /// The statements of offices whose body is not beside them: for each holder and relation the surest one, in the order of
  /// the text.
  func statements(_ cases: [ImplicitBodies.Case], least: Double) -> [DocumentStatement] {
    var places: [Key: Int] = [:]
    var result: [DocumentStatement] = []
    for found in cases where !found.isTold {
      let scored = found.candidates.map { ($0.chain, ImplicitBodies.probability($0.features)) }
      guard let best = scored.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else { continue }
      let confidence = Confidence.calibrated(best.1)
      guard confidence >= least else { continue }
      let tree = coreference.trees[found.sentence]
      let factuality = Factuality(of: found.role.token, in: tree, words)
      let title = found.role.title.lowercased()
      let statement = DocumentStatement(
        subject: found.holder, relation: found.match.relation.id, object: best.0,
        polarity: factuality.polarity, modality: found.match.trigger.modality ?? factuality.modality,
        role: found.role.isFormer ? "former " + title : title, confidence: confidence,
        importance: ImplicitBodyWeights.importance,
        evidence: evidence(of: tree, trigger: found.match.description + ", implicit"))
      let key = Key(holder: found.holder, relation: found.match.relation.id)
      if let known = places[key] {
        if result[known].confidence < confidence { result[known] = statement }
      } else {
        places[key] = result.count
        result.append(statement)
      }
    }
    return result
  }

  private struct Key: Hashable {
    var holder: Int
    var relation: String
  }
}
