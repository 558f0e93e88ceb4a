public import RelataGraph
import RelataQuery

extension MappedGraph {
  /// The entities that one of some names may be a name of, in the graph's order: more than those that it is,
  /// and all of them but for spellings that have little in common.
  ///
  /// - Complexity: O(different words of the graph's names), and a few microseconds for
  ///   each name and each entity.
  public func entities(withNamesLike names: Set<String>) throws(MappedGraphError) -> [Entity] {
    let index = try checkedNames()
    try checkSounds(of: index)
    var found: [Entity] = []
    for number in NameNeighbors(index).entities(near: names).sorted() {
      found.append(try entity(number))
    }
    return found
  }

  /// The places of the statements of one relation of the ontology, or of one open predicate, of which an
  /// entity is an end, ascending.
  ///
  /// - Parameters:
  ///   - id: the entity that is an end.
  ///   - isSubject: which end; nil: either.
  ///   - relation: a relation of the ontology by its identifier, or the predicate.
  ///   - isOpen: whether it is a predicate.
  ///   - other: only those whose other end it is; nil: any.
  /// - Complexity: O(number of the entity's statements), with another end O(log of it).
  public func statements(
    of id: EntityID, asSubject isSubject: Bool?, relation: String, isOpen: Bool, with other: EntityID?
  ) throws(MappedGraphError) -> [Int] {
    try checkRanking()
    guard let node = index.number(of: id) else { return [] }
    var neighbor: Int?
    if let other {
      guard let number = index.number(of: other) else { return [] }
      neighbor = number
    }
    return index.statements(
      of: node, asSubject: isSubject, relation: relation, isOpen: isOpen, with: neighbor)
  }
}
