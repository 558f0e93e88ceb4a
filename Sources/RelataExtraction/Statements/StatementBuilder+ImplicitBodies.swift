import RelataGraph
import RelataLanguage

extension StatementBuilder {
  /// The statements of offices whose body is not beside them: for each holder and relation one, by a sentence
  /// that names the holder and asserts it where there is such a one.
  ///
  /// They have no role, unless it is over: what is told by a title elsewhere goes before them (`OneOffice`).
  func statements(_ cases: [ImplicitBodies.Case], least: Double) -> [DocumentStatement] {
    var claims: [Claim: Set<Int>] = [:]
    var best: [Key: (rank: Rank, statement: DocumentStatement)] = [:]
    for found in cases where !found.isTold {
      let scored = found.candidates.map { ($0, ImplicitBodies.probability($0.features)) }
      guard let (body, probability) = scored.max(by: { ($0.1, $1.0.chain) < ($1.1, $0.0.chain) }) else {
        continue
      }
      let confidence = Confidence.calibrated(probability)
      guard confidence >= max(least, ImplicitBodies.leastConfidence),
        found.role.isFormer || !found.match.relation.isInverseFunctional || !found.taken.contains(body.chain),
        !lies(found.holder, outside: body.chain)
      else { continue }
      let tree = coreference.trees[found.sentence]
      let factuality = Factuality(of: found.role.token, in: tree, words)
      let modality = found.match.trigger.modality ?? factuality.modality
      let isHearsay = modality == .reported || modality == .alleged
      let source = isHearsay ? factuality.source : nil
      let statement = DocumentStatement(
        subject: found.holder, relation: found.match.relation.id, object: body.chain,
        polarity: factuality.polarity, modality: modality,
        attribution: source.flatMap { coreference.entities(at: $0, sentence: found.sentence).first },
        role: found.role.isFormer ? "former " + found.match.trigger.pattern.joined(separator: " ") : nil,
        confidence: confidence, importance: ImplicitBodyWeights.importance,
        evidence: evidence(of: tree, trigger: found.match.description + ", implicit"))
      let key = Key(chain: found.holder, relation: found.match.relation.id)
      let rank = Rank(
        isPlain: factuality.polarity == .affirmed && modality == .asserted,
        namesHolder: !found.role.holders.isEmpty, confidence: confidence)
      let claim = Claim(body: body.chain, trigger: statement.evidence.trigger)
      if !found.role.isFormer { claims[claim, default: []].insert(found.holder) }
      if let known = best[key], known.rank >= rank { continue }
      best[key] = (rank, statement)
    }
    // Where several would have one title at a time, the text is about it for another reason: a summit, a war.
    return best.values.map(\.statement).filter {
      (claims[Claim(body: $0.object, trigger: $0.evidence.trigger)] ?? []).count < 2
    }.sorted {
      ($0.evidence.start, $0.subject, $0.relation) < ($1.evidence.start, $1.subject, $1.relation)
    }
  }

  /// Whether the gazetteer knows a city of that name, but none in this country.
  private func lies(_ city: Int, outside country: Int) -> Bool {
    geography.plausibility(
      ofPlace: coreference.chains[city], in: coreference.chains[country], isTold: false) == 0
  }

  /// That somebody has a title of one body.
  private struct Claim: Hashable {
    var body: Int
    var trigger: String
  }

  private struct Key: Hashable {
    var chain: Int
    var relation: String
  }

  private struct Rank: Comparable {
    var isPlain: Bool
    var namesHolder: Bool
    var confidence: Double

    static func < (a: Self, b: Self) -> Bool {
      (a.isPlain ? 1 : 0, a.namesHolder ? 1 : 0, a.confidence) < (
        b.isPlain ? 1 : 0, b.namesHolder ? 1 : 0, b.confidence
      )
    }
  }
}
