import RelataExtraction
import RelataGraph

/// Statements that say the same thing become one with all the evidence.
///
/// The same thing: the same ends, relation, polarity and modality, no different role or place, and times that can be one.
/// What somebody reported and what an article asserts stay two statements: a reader may believe one and not the other.
struct StatementMerging {
  let ontology: Ontology
  let types: [EntityID: EntityType]

  /// What statements that are merged have in common, as numbers in the order of what they stand for, and which statement has it.
  private struct Key: Comparable {
    var subject: Int32
    var relation: Int32
    var object: Int32
    /// Open or not, polarity and modality.
    var kind: Int32
    var index: Int32

    static func < (a: Key, b: Key) -> Bool {
      (a.subject, a.relation, a.object, a.kind, a.index) < (b.subject, b.relation, b.object, b.kind, b.index)
    }

    func isOfOneGroup(with other: Key) -> Bool {
      (subject, relation, object, kind) == (other.subject, other.relation, other.object, other.kind)
    }
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
    merge(consistent(statements(of: documents, id: id)))
  }

  /// The statements without those that others contradict.
  func consistent(_ statements: [Statement]) -> [Statement] {
    checks.reduce(statements) { $1.consistent($0) }
  }

  /// What ``consistent(_:)`` does, one after the other.
  var checks: [any ConsistencyCheck] {
    [OneOffice(ontology: ontology), OneCountry(ontology: ontology, types: types)]
  }

  /// Statements in any order → as few as say the same, in the graph's order.
  func merge(_ statements: [Statement]) -> [Statement] {
    let keys = keys(of: statements).sorted()
    var result: [Statement] = []
    result.reserveCapacity(statements.count)
    var start = 0
    while start < keys.count {
      let end = keys[start...].firstIndex { !$0.isOfOneGroup(with: keys[start]) } ?? keys.count
      // Groups come in the order of the graph; only those within one are to be sorted.
      result += merged(keys[start..<end].map { statements[Int($0.index)] })
      start = end
    }
    return result
  }

  private func merged(_ statements: [Statement]) -> [Statement] {
    guard statements.count > 1 else { return statements.map { combine($0, [$0]) } }
    return StatementSplitting(statements).groups.map { combine($0.statement, $0.members) }
      .sorted(by: StatementOrder.qualifiersPrecede)
  }

  private func keys(of statements: [Statement]) -> [Key] {
    let entities = Self.ranks(statements.lazy.flatMap { [$0.subject.rawValue, $0.object.rawValue] })
    let relations = Self.ranks(statements.lazy.map(\.relation))
    let polarities = Self.ranks(Polarity.allCases.lazy.map(\.rawValue))
    let modalities = Self.ranks(Modality.allCases.lazy.map(\.rawValue))
    return statements.enumerated().map { index, statement in
      let kind =
        (statement.isOpen ? 1 : 0) << 8 | (polarities[statement.polarity.rawValue] ?? 0) << 4
        | (modalities[statement.modality.rawValue] ?? 0)
      return Key(
        subject: entities[statement.subject.rawValue] ?? 0, relation: relations[statement.relation] ?? 0,
        object: entities[statement.object.rawValue] ?? 0, kind: kind, index: Int32(index))
    }
  }

  /// The place of each text in the order of all.
  private static func ranks(_ texts: some Sequence<String>) -> [String: Int32] {
    Dictionary(uniqueKeysWithValues: zip(Set(texts).sorted(), Int32(0)...))
  }

  /// What documents say, one statement for each time they say it, in their order.
  func statements(
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
