public import RelataGraph

/// A graph's adjacency as compact numbers: what every search runs on. Built once, then shared by any
/// number of queries and threads.
///
/// Compressed sparse rows both ways: an entity's row holds one slot for each statement at either of its ends,
/// in ascending order of the neighbour, then of the statement. A slot has the neighbour and, beside it, the
/// statement's kind (relation, polarity, modality) with the direction; strength and time stand in tables by
/// statement. Self-references and statements whose ends are not in the graph have no slots.
///
/// 38 bytes a statement and 20 an entity, besides the identifiers' letters.
public struct GraphIndex: Sendable {
  /// One statement seen from one of its ends.
  package struct Slot: BitwiseCopyable {
    /// The entity at the other end.
    var node: UInt32
    /// Twice the number of the kind, plus 1 where the slot stands at the statement's object.
    var kind: UInt32
  }

  /// In ascending order: comparing numbers compares identifiers.
  public let ids: EntityIDList
  /// By type number.
  package let types: [EntityType]
  package let typeOfNode: FixedBuffer<UInt32>
  package let kinds: [StatementKind]
  /// By statement: the number of its kind.
  package let kindOfStatement: FixedBuffer<UInt32>
  /// By kind: how many statements have its relation.
  package let relationCounts: [Int]
  /// The first slot of each entity's row, and the end of the last row.
  package let offsets: FixedBuffer<UInt32>
  package let slots: FixedBuffer<Slot>
  /// By slot: the index in ``KnowledgeGraph/statements``.
  package let statements: FixedBuffer<UInt32>
  /// By statement: doubt in millionths (20 bits), above it the number of documents (at most 4095).
  package let strengths: FixedBuffer<UInt32>
  /// By statement: how many pieces of evidence it has, at most 255.
  package let evidenceCounts: FixedBuffer<UInt8>
  /// By statement: its importance in hundredths plus 1; 0, the least, where it is unknown.
  package let importances: FixedBuffer<UInt8>
  /// By statement: the number of its range of days; 0: undated.
  package let times: FixedBuffer<UInt32>
  package let ranges: FixedBuffer<DayRange>
  /// By entity: how many different neighbours it has.
  package let degrees: FixedBuffer<UInt32>

  /// Statements that the index can hold.
  package static let capacity = Int(UInt32.max / 4)

  /// - Complexity: O(n log n) for n entities, O(m) for m statements.
  public init(_ graph: KnowledgeGraph) {
    var builder = Builder(graph.entities.lazy.map(\.id), statementCount: graph.statements.count)
    for entity in graph.entities { builder.add(entity) }
    for statement in graph.statements.prefix(Self.capacity) { builder.add(statement) }
    self = builder.index()
  }

  /// From tables that an index was made of before, which must fit together.
  package init(
    ids: EntityIDList, types: [EntityType], typeOfNode: FixedBuffer<UInt32>, kinds: [StatementKind],
    kindOfStatement: FixedBuffer<UInt32>, relationCounts: [Int], offsets: FixedBuffer<UInt32>,
    slots: FixedBuffer<Slot>, statements: FixedBuffer<UInt32>, strengths: FixedBuffer<UInt32>,
    evidenceCounts: FixedBuffer<UInt8>, importances: FixedBuffer<UInt8>, times: FixedBuffer<UInt32>,
    ranges: FixedBuffer<DayRange>, degrees: FixedBuffer<UInt32>
  ) {
    self.ids = ids
    self.types = types
    self.typeOfNode = typeOfNode
    self.kinds = kinds
    self.kindOfStatement = kindOfStatement
    self.relationCounts = relationCounts
    self.offsets = offsets
    self.slots = slots
    self.statements = statements
    self.strengths = strengths
    self.evidenceCounts = evidenceCounts
    self.importances = importances
    self.times = times
    self.ranges = ranges
    self.degrees = degrees
  }

  /// The number of entities.
  public var entityCount: Int { ids.count }

  /// The number of statements that connect two different entities.
  public var connectionCount: Int { slots.count / 2 }

  /// - Complexity: O(log n) for n entities.
  public func number(of id: EntityID) -> Int? { ids.number(of: id) }

  /// The relations that the statements have, in no particular order.
  public var relations: Set<String> { Set(kinds.map(\.relation)) }

  /// How many different entities an entity is connected with, whatever the polarity.
  /// - Complexity: O(1).
  public func degree(of number: Int) -> Int {
    ids.indices.contains(number) ? Int(degrees.base[number]) : 0
  }

  static let doubtMask: UInt32 = (1 << 20) - 1

  /// 0 for a sure statement, 1,000,000 for one without any confidence.
  static func doubt(confidence: Double) -> UInt32 {
    guard confidence > 0 else { return 1_000_000 }
    return UInt32(((1 - min(1, confidence)) * 1_000_000).rounded())
  }

  /// 0 where it is unknown, else from 1 to 101.
  static func importance(_ importance: Double?) -> UInt8 {
    guard let importance, !importance.isNaN else { return 0 }
    return 1 + UInt8((min(1, max(0, importance)) * 100).rounded())
  }

  /// A statement's confidence to six decimals.
  func confidence(of statement: Int) -> Double {
    Double(1_000_000 - min(1_000_000, strengths.base[statement] & Self.doubtMask)) / 1_000_000
  }

  func row(of node: UInt32) -> Range<Int> {
    Int(offsets.base[Int(node)])..<Int(offsets.base[Int(node) + 1])
  }

  /// The slots in a row that lead to one neighbour.
  /// - Complexity: O(log degree).
  func slots(from node: UInt32, to neighbor: UInt32) -> Range<Int> {
    let row = row(of: node)
    func firstSlot(notBefore bound: UInt32, from start: Int) -> Int {
      var low = start
      var high = row.upperBound
      while low < high {
        let middle = (low + high) / 2
        if slots.base[middle].node < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = firstSlot(notBefore: neighbor, from: row.lowerBound)
    return start..<firstSlot(notBefore: neighbor + 1, from: start)
  }
}
