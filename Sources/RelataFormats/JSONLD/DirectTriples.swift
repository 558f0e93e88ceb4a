import RelataGraph

/// The statements that stand in RDF as plain triples, by their subjects: some bytes a statement.
struct DirectTriples {
  private let graph: KnowledgeGraph
  /// The statements of the entity at index `i` are those from `starts[i]` to `starts[i + 1]` in
  /// `statements`, in the graph's order.
  private var starts: [Int32]
  private var statements: [Int32]
  /// Those of subjects that the graph has no entity for.
  private var others: [EntityID: [Int]] = [:]
  /// The predicates in alphabetical order, and each statement's place among them.
  private var predicates: [String]
  private var ranks: [Int32]

  /// - Complexity: O(size of the graph).
  init(of graph: KnowledgeGraph) {
    self.graph = graph
    // Twice the same triple says nothing more: of two entities with one identifier the first has them.
    let numbers = Dictionary(
      graph.entities.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var subjects = [Int32](repeating: -1, count: graph.statements.count)
    starts = [Int32](repeating: 0, count: graph.entities.count + 1)
    // By index: a copy of a whole statement takes longer than all that is done with it here.
    let all = graph.statements
    for index in all.indices where JSONLDWriter.isDirect(all[index].polarity, all[index].modality) {
      if let number = numbers[all[index].subject] {
        subjects[index] = number
        starts[Int(number) + 1] += 1
      } else {
        others[all[index].subject, default: []].append(index)
      }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    statements = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    (predicates, ranks) = Self.rankedPredicates(of: graph.statements)
    var next = starts
    for (index, number) in subjects.enumerated() where number >= 0 {
      statements[Int(next[Int(number)])] = Int32(index)
      next[Int(number)] += 1
    }
  }

  var otherSubjects: [EntityID] { others.keys.sorted() }

  func write(ofEntity index: Int, to json: inout JSONStream) {
    let range = Int(starts[index])..<Int(starts[index + 1])
    if !range.isEmpty { write(statements[range].map { Int($0) }, to: &json) }
  }

  func write(ofOther subject: EntityID, to json: inout JSONStream) { write(others[subject] ?? [], to: &json) }

  private static func rankedPredicates(of statements: [Statement]) -> (names: [String], ranks: [Int32]) {
    var numbers: [ExactText: Int32] = [:]
    var openNumbers: [ExactText: Int32] = [:]
    var names: [String] = []
    var ranks = statements.indices.map { index -> Int32 in
      let relation = ExactText(text: statements[index].relation)
      let isOpen = statements[index].isOpen
      if let known = isOpen ? openNumbers[relation] : numbers[relation] { return known }
      let number = Int32(names.count)
      names.append(JSONLDWriter.predicate(of: statements[index]))
      if isOpen { openNumbers[relation] = number } else { numbers[relation] = number }
      return number
    }
    let order = names.indices.sorted { names[$0] < names[$1] }
    var places = [Int32](repeating: 0, count: names.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    for index in ranks.indices { ranks[index] = places[Int(ranks[index])] }
    return (order.map { names[$0] }, ranks)
  }

  /// A key for each predicate, in alphabetical order, with the objects in the graph's order.
  private func write(_ indices: [Int], to json: inout JSONStream) {
    let indices = indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var begin = 0
    while begin < indices.count {
      let rank = ranks[indices[begin]]
      var end = begin + 1
      while end < indices.count, ranks[indices[end]] == rank { end += 1 }
      json.key(predicates[Int(rank)])
      json.array { json in
        var seen: Set<EntityID> = []
        for index in indices[begin..<end] {
          let object = graph.statements[index].object
          guard end - begin == 1 || seen.insert(object).inserted else { continue }
          json.object { $0.member("@id", .entity, object.rawValue) }
        }
      }
      begin = end
    }
  }
}
