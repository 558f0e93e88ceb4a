public import RelataGraph

extension DOTWriter {
  /// Which entities stand together in a frame.
  public enum Clusters: Hashable, Sendable {
    /// One frame for each type.
    case types
    /// One frame for each number of at least two entities, e.g. their communities; the others stand outside.
    case groups([EntityID: Int])
  }

  /// The frames in their order, each with its title and entities, and the entities outside.
  func frames(of view: GraphView) -> (framed: [(title: String, entities: [Entity])], outside: [Entity]) {
    switch options.clusters {
    case nil:
      return ([], view.entities)
    case .types:
      let groups = Dictionary(grouping: view.entities, by: \.type)
      let described = ontology.types.map(\.type)
      let order =
        described.filter { groups[$0] != nil } + Set(groups.keys).subtracting(described).sorted()
      return (order.map { (EntityStyle($0, in: ontology).label, groups[$0] ?? []) }, [])
    case .groups(let numbers):
      let groups = Dictionary(grouping: view.entities) { numbers[$0.id] }
      let numbers = groups.keys.compactMap { $0 }.filter { (groups[$0]?.count ?? 0) > 1 }.sorted()
      let framed = numbers.map { ("Community \($0 + 1)", groups[$0] ?? []) }
      let inside = Set(framed.flatMap { $0.1.map(\.id) })
      return (framed, view.entities.filter { !inside.contains($0.id) })
    }
  }
}

/// Where more can be read about an entity.
enum EntityPage {
  /// The page of the first scheme that has one: Wikidata, then GeoNames.
  static func address(of entity: Entity) -> String? {
    if let item = entity.identifiers["wikidata"] {
      return "https://www.wikidata.org/wiki/\(PercentEncoding.encode(item))"
    }
    return entity.identifiers["geonames"].map { "https://www.geonames.org/\(PercentEncoding.encode($0))/" }
  }
}
