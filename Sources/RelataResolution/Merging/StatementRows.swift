import RelataExtraction
import RelataGraph

/// What all documents say, in the order in which it is merged: one row of numbers for each time that a
/// document says something.
///
/// The statements themselves stay packed until their group is asked for.
struct StatementRows {
  /// What statements that are merged have in common, as numbers in the order of what they stand
  /// for, and where it is said.
  private struct Row: Comparable {
    var subject: Int32
    var relation: Int32
    var object: Int32
    /// Open or not, polarity and modality.
    var kind: Int32
    var document: Int32
    var statement: Int32

    static func < (a: Row, b: Row) -> Bool {
      (a.subject, a.relation, a.object, a.kind, a.document, a.statement)
        < (b.subject, b.relation, b.object, b.kind, b.document, b.statement)
    }

    func isOfOneGroup(with other: Row) -> Bool {
      (subject, relation, object, kind) == (other.subject, other.relation, other.object, other.kind)
    }
  }

  private struct Pair: Hashable {
    var a: Int32
    var relation: Int32
    var b: Int32
  }

  private let documents: PackedDocuments
  private let entities: EntityNumbers
  private let relations: [String]
  private var rows: [Row] = []

  /// Statements with an unknown end, or both ends in one entity, are dropped.
  init(_ documents: PackedDocuments, _ entities: EntityNumbers, ontology: Ontology) {
    self.documents = documents
    self.entities = entities
    // As they come; they are counted in their order once all are known.
    var numbers: [String: Int32] = [:]
    let symmetric = Set(ontology.relations.filter(\.isSymmetric).map(\.id))
    var directions: [Pair: Int32] = [:]
    for document in documents.indices {
      for number in 0..<documents.statementCount(of: document) {
        let statement = documents.statement(number, of: document)
        guard
          var subject = entities.number(statement.subject, of: document),
          var object = entities.number(statement.object, of: document), subject != object
        else { continue }
        let relation = numbers[statement.relation] ?? Int32(numbers.count)
        numbers[statement.relation] = relation
        // One direction for relations without one: the first that the documents give.
        if !statement.isOpen, symmetric.contains(statement.relation) {
          let pair = Pair(a: min(subject, object), relation: relation, b: max(subject, object))
          let first = directions[pair] ?? subject
          directions[pair] = first
          if first != subject { swap(&subject, &object) }
        }
        rows.append(
          Row(
            subject: subject, relation: relation, object: object, kind: Self.kind(statement),
            document: Int32(document), statement: Int32(number)))
      }
    }
    relations = numbers.keys.sorted()
    var ranks = [Int32](repeating: 0, count: relations.count)
    for (rank, relation) in relations.enumerated() { ranks[Int(numbers[relation] ?? 0)] = Int32(rank) }
    for index in rows.indices { rows[index].relation = ranks[Int(rows[index].relation)] }
  }

  private static let polarities = ranks(Polarity.allCases.map(\.rawValue))
  private static let modalities = ranks(Modality.allCases.map(\.rawValue))

  private static func kind(_ statement: DocumentStatement) -> Int32 {
    (statement.isOpen ? 1 : 0) << 8 | (polarities[statement.polarity.rawValue] ?? 0) << 4
      | (modalities[statement.modality.rawValue] ?? 0)
  }

  /// The place of each text in the order of all.
  private static func ranks(_ texts: [String]) -> [String: Int32] {
    Dictionary(uniqueKeysWithValues: zip(texts.sorted(), Int32(0)...))
  }

  private func statement(_ row: Row) -> Statement {
    let found = documents.statement(Int(row.statement), of: Int(row.document))
    func id(_ entity: Int) -> EntityID? {
      entities.number(entity, of: Int(row.document)).map { entities.ids[Int($0)] }
    }
    return Statement(
      subject: entities.ids[Int(row.subject)], relation: found.relation,
      object: entities.ids[Int(row.object)], isOpen: found.isOpen, polarity: found.polarity,
      modality: found.modality, attribution: found.attribution.flatMap(id), time: found.time,
      place: found.place.flatMap(id), role: found.role, confidence: found.confidence,
      importance: found.importance, evidence: [found.evidence])
  }

  /// What documents say, one statement for each time they say it, in their order.
  func statements() -> [Statement] { rows.map(statement) }

  /// Takes out what others contradict.
  mutating func keepConsistent(_ checks: [any ConsistencyCheck]) {
    for check in checks {
      let names = Set(check.relations)
      let weighed = relations.map(names.contains)
      var concerned: [(row: Int, statement: Statement)] = []
      for (number, row) in rows.enumerated() where weighed[Int(row.relation)] {
        let statement = statement(row)
        if check.concerns(statement) { concerned.append((number, statement)) }
      }
      let stays = check.judgement(of: concerned.lazy.map(\.statement))
      let gone = Set(concerned.lazy.filter { !stays($0.statement) }.map(\.row))
      if !gone.isEmpty { rows = rows.indices.filter { !gone.contains($0) }.map { rows[$0] } }
    }
  }

  /// Calls `body` with the statements of each group, in the order of a graph's statements.
  /// - Complexity: O(n log n) for n statements.
  consuming func forEachGroup<Failure: Error>(_ body: ([Statement]) throws(Failure) -> Void) throws(Failure) {
    rows.sort()
    var start = 0
    while start < rows.count {
      let end = rows[start...].firstIndex { !$0.isOfOneGroup(with: rows[start]) } ?? rows.count
      try body(rows[start..<end].map(statement))
      start = end
    }
  }
}
