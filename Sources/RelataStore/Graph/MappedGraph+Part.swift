public import RelataGraph
public import RelataQuery

/// What an answer consists of, as a graph of its own.
public struct GraphPart: Hashable, Sendable {
  /// The entities and statements of the answer.
  public var graph: KnowledgeGraph
  /// The hops of the answer, whose steps say which statements of ``graph`` they are.
  public var hops: [PathHop]

  /// A part of these hops.
  public init(graph: KnowledgeGraph, hops: [PathHop]) {
    self.graph = graph
    self.hops = hops
  }
}

extension MappedGraph {
  /// The statements of some hops, with every entity and document that they name, the contradictions among
  /// them, and what a person corrected of these entities alone.
  ///
  /// - Parameters:
  ///   - hops: parts of paths in this graph.
  ///   - entities: what else belongs to it.
  /// - Complexity: O(size of the part), but for the graph's size in a logarithm.
  public func part(hops: [PathHop], entities: [EntityID] = []) throws(MappedGraphError) -> GraphPart {
    let numbers = Set(hops.flatMap { $0.steps.map(\.statement) }).sorted()
    let part = try part(statements: numbers, entities: Set(entities + hops.flatMap { [$0.from, $0.to] }))
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    let renumbered = hops.map { hop in
      var hop = hop
      hop.steps = hop.steps.map { step in
        PathStep(statement: places[step.statement] ?? 0, isForward: step.isForward)
      }
      return hop
    }
    return GraphPart(graph: part, hops: renumbered)
  }

  /// What a report on an entity consists of: all statements that name it, those that contradict them, what
  /// these name, and what a person corrected of it.
  ///
  /// - Complexity: O(statements), at the speed of reading the first bytes of each; O(size of the part).
  public func part(about id: EntityID) throws(MappedGraphError) -> KnowledgeGraph {
    guard let node = index.number(of: id) else { return KnowledgeGraph() }
    var numbers: Set<Int> = []
    for number in 0..<statementCount where try records.statement(number, names: node) {
      numbers.insert(number)
    }
    for contradiction in try contradictions(touching: numbers) {
      numbers.formUnion(contradiction.statements)
    }
    let corrected = try corrections().filter { $0.entities.contains(id) }.flatMap(\.entities)
    return try part(statements: numbers.sorted(), entities: Set(corrected + [id]))
  }

  /// - Parameter numbers: ascending.
  private func part(
    statements numbers: [Int], entities: Set<EntityID>
  ) throws(MappedGraphError) -> KnowledgeGraph {
    var part = KnowledgeGraph()
    var ids = entities
    var documents: Set<String> = []
    for number in numbers {
      let statement = try statement(number)
      ids.formUnion([statement.subject, statement.object])
      ids.formUnion([statement.attribution, statement.place].compactMap(\.self))
      documents.formUnion(statement.evidence.map(\.document))
      part.statements.append(statement)
    }
    let found = ids.compactMap { index.number(of: $0) }.map { Int(entityOfNode.base[$0]) }.sorted()
    for number in found { part.entities.append(try entity(number)) }
    part.documents = try self.documents(named: documents)
    part.contradictions = try contradictions(
      among: Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) }))
    part.corrections = try corrections().filter { $0.isAbout(only: ids) }
    return part
  }

  /// In the graph's order.
  private func documents(named names: Set<String>) throws(MappedGraphError) -> [DocumentRecord] {
    var found: [DocumentRecord] = []
    guard areDocumentsSorted else {
      for number in 0..<documentCount {
        let document = try document(number)
        if names.contains(document.id) { found.append(document) }
      }
      return found
    }
    for name in names.sorted() {
      if let document = try sortedDocument(name) { found.append(document) }
    }
    return found
  }

  /// A document, by its identifier; nil where there is none.
  /// - Complexity: O(log n) where the graph's documents are in their order, else O(n).
  public func document(id: String) throws(MappedGraphError) -> DocumentRecord? {
    if areDocumentsSorted { return try sortedDocument(id) }
    for number in 0..<documentCount {
      let document = try document(number)
      if document.id == id { return document }
    }
    return nil
  }

  private func sortedDocument(_ id: String) throws(MappedGraphError) -> DocumentRecord? {
    var range = 0..<documentCount
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let found = try records.documentID(middle)
      if found == id { return try document(middle) }
      range = found < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The contradictions all of whose statements are in the part, with their places there.
  private func contradictions(among places: [Int: Int]) throws(MappedGraphError) -> [Contradiction] {
    var found: [Contradiction] = []
    for var contradiction in try contradictions(touching: Set(places.keys)) {
      let renumbered = contradiction.statements.compactMap { places[$0] }
      guard renumbered.count == contradiction.statements.count else { continue }
      contradiction.statements = renumbered
      found.append(contradiction)
    }
    return found
  }

  /// The contradictions of which at least one of some statements is, in the graph's order.
  private func contradictions(touching statements: Set<Int>) throws(MappedGraphError) -> [Contradiction] {
    let bytes = try image.bytes(.contradictionsOfStatements)
    func pair(_ number: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)
    }
    let count = bytes.count / 8
    var numbers: Set<Int> = []
    for statement in statements {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if pair(middle) >> 32 < UInt64(statement) { low = middle + 1 } else { high = middle }
      }
      while low < count, pair(low) >> 32 == UInt64(statement) {
        numbers.insert(Int(pair(low) & UInt64(UInt32.max)))
        low += 1
      }
    }
    var found: [Contradiction] = []
    for number in numbers.sorted() { found.append(try records.contradiction(number)) }
    return found
  }
}

extension MappedGraph {
  /// What some paths consist of, and the paths with its statements.
  public func part(of paths: [GraphPath]) throws(MappedGraphError) -> (
    graph: KnowledgeGraph, paths: [GraphPath]
  ) {
    let part = try part(hops: paths.flatMap(\.hops))
    var rest = part.hops[...]
    let renumbered = paths.map { path in
      var path = path
      let count = path.hops.count
      path.hops = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      return path
    }
    return (part.graph, renumbered)
  }
}
