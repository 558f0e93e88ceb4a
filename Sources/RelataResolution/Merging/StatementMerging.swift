import RelataExtraction
import RelataGraph

/// Statements that say the same thing become one with all the evidence.
///
/// The same thing: the same ends, relation, polarity and modality, no different role or place, and times that can be one.
/// What somebody reported and what an article asserts stay two statements: a reader may believe one and not the other.
struct StatementMerging {
  let ontology: Ontology
  let types: [EntityID: EntityType]

  private struct Key: Hashable {
    var subject: EntityID
    var relation: String
    var object: EntityID
    var isOpen: Bool
    var polarity: Polarity
    var modality: Modality
  }

  private struct Pair: Hashable {
    var a: EntityID
    var relation: String
    var b: EntityID
  }

  /// In the order that ``KnowledgeGraph/statements`` promises. Statements with an unknown end, or both ends in one entity, are dropped.
  /// - Complexity: O(n log n) for mostly different statements.
  func merge(
    _ documents: [ExtractedDocument], id: (_ document: Int, _ entity: Int) -> EntityID?
  ) -> [Statement] {
    let statements = OneCountry(ontology: ontology, types: types).consistent(
      OneOffice(ontology: ontology).consistent(statements(of: documents, id: id)))
    var grouped: [Key: [Int32]] = [:]
    for (index, statement) in statements.enumerated() {
      let key = Key(
        subject: statement.subject, relation: statement.relation, object: statement.object,
        isOpen: statement.isOpen, polarity: statement.polarity, modality: statement.modality)
      grouped[key, default: []].append(Int32(index))
    }
    var merged: [Statement] = []
    merged.reserveCapacity(grouped.count)
    for indices in grouped.values {
      if indices.count == 1 {
        merged.append(combine(statements[Int(indices[0])], [statements[Int(indices[0])]]))
      } else {
        let splitting = StatementSplitting(indices.map { statements[Int($0)] })
        merged += splitting.groups.map { combine($0.statement, $0.members) }
      }
    }
    return merged.indices.sorted { StatementOrder.precedes(merged[$0], merged[$1]) }.map { merged[$0] }
  }

  private func statements(
    of documents: [ExtractedDocument], id: (_ document: Int, _ entity: Int) -> EntityID?
  ) -> [Statement] {
    var result: [Statement] = []
    var directions: [Pair: EntityID] = [:]
    for (index, document) in documents.enumerated() {
      for found in document.statements {
        guard var subject = id(index, found.subject), var object = id(index, found.object), subject != object
        else {
          continue
        }
        // One direction for relations without one: the first that the documents give.
        if !found.isOpen, ontology.relation(found.relation)?.isSymmetric == true {
          let pair = Pair(a: min(subject, object), relation: found.relation, b: max(subject, object))
          let first = directions[pair] ?? subject
          directions[pair] = first
          if first != subject { swap(&subject, &object) }
        }
        result.append(
          Statement(
            subject: subject, relation: found.relation, object: object, isOpen: found.isOpen,
            polarity: found.polarity, modality: found.modality,
            attribution: found.attribution.flatMap { id(index, $0) }, time: found.time,
            place: found.place.flatMap { id(index, $0) }, role: found.role, confidence: found.confidence,
            importance: found.importance, evidence: [found.evidence]))
      }
    }
    return result
  }

  private func combine(_ statement: Statement, _ members: [Statement]) -> Statement {
    var result = statement
    if members.count == 1, statement.evidence.count < 2 {
      result.confidence = Self.confidence(statement.evidence.map { _ in statement.confidence })
      return result
    }
    // The speaker named most often; equals in the order of the documents.
    var speakers: [EntityID: Int] = [:]
    for member in members { if let speaker = member.attribution { speakers[speaker, default: 0] += 1 } }
    result.attribution = speakers.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key

    // One sentence proves a thing once, however many triggers it holds.
    var sentences: [EvidenceOrder: (evidence: Evidence, confidence: Double)] = [:]
    for member in members {
      for evidence in member.evidence {
        let position = EvidenceOrder(of: evidence)
        if let known = sentences[position],
          (known.confidence, evidence.trigger) >= (member.confidence, known.evidence.trigger)
        {
          continue
        }
        sentences[position] = (evidence, member.confidence)
      }
    }
    let ordered = sentences.sorted { $0.key < $1.key }.map(\.value)
    result.evidence = ordered.map(\.evidence)
    result.confidence = Self.confidence(ordered.map(\.confidence))
    // What one article is about stays essential where others only mention it.
    result.importance = members.compactMap(\.importance).max()
    return result
  }

  /// Noisy or: independent witnesses; never certain, rounded to three decimals.
  static func confidence(_ witnesses: [Double]) -> Double {
    let doubt = witnesses.reduce(1.0) { $0 * (1 - min(1, max(0, $1))) }
    return (min(0.99, 1 - doubt) * 1000).rounded() / 1000
  }
}
