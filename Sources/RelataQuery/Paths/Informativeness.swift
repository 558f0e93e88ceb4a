public import RelataGraph

/// What an ontology adds to how much a path says: used by ``PathRanking/informative``.
///
/// Two entities that have to do with the same country, or lie in it, are not connected by that as they are by
/// a person or an event. Costs are in the unit of Documentation/paths.md, 0 where nothing is said.
public struct Informativeness: Hashable, Sendable {
  /// What passing through an entity of a type costs besides, kinds of the type not implied.
  public var passing: [EntityType: Double]
  /// What a step by a relation costs besides.
  public var relations: [String: Double]

  /// Weights of these parts.
  public init(passing: [EntityType: Double] = [:], relations: [String: Double] = [:]) {
    self.passing = passing
    self.relations = relations
  }

  /// Places cost 3 to pass through, groups of people 1; relations that say where a place lies cost 1: those
  /// that hold rather than happen, may have a place as their subject and only places as their object.
  public init(_ ontology: Ontology) {
    func kinds(of type: EntityType) -> [EntityType] {
      ontology.types.map(\.type).filter { type == $0 || ontology.path(of: $0).contains(type) }
    }
    let places = kinds(of: .place)
    passing = Dictionary(
      places.map { ($0, 3) } + kinds(of: .populationGroup).map { ($0, 1) }, uniquingKeysWith: max)
    relations = Dictionary(
      ontology.relations.filter { relation in
        !relation.isEvent && relation.range.allSatisfy(places.contains)
          && relation.domain.contains(where: places.contains)
      }.map { ($0.id, 1) }, uniquingKeysWith: max)
  }
}
