import Relata

/// Says why entities are not connected: in which component each is.
struct ComponentText {
  private let components: EntityComponents
  private let graph: MappedGraph

  init(_ components: EntityComponents, _ graph: MappedGraph) {
    self.components = components
    self.graph = graph
  }

  /// “Ada Khan is in component 1 of 3 (12 entities, among them X and Y), Omar Khan in component 3
  /// (alone)”; nil where all are in the same.
  func explanation(_ entities: [Entity]) throws(MappedGraphError) -> String? {
    let numbers = entities.compactMap { components.component(of: $0.id) }
    guard Set(numbers).count > 1 else { return nil }
    return try zip(entities, numbers).enumerated().map { (place, pair) throws(MappedGraphError) in
      let (entity, number) = pair
      let of = place == 0 ? " of \(components.sizes.count)" : ""
      return "\(entity.name) is in component \(number + 1)\(of) (\(try members(number, besides: entity)))"
    }.joined(separator: ", ")
  }

  private func members(_ number: Int, besides entity: Entity) throws(MappedGraphError) -> String {
    let size = components.sizes[number]
    guard size > 1 else { return "alone" }
    let others = try components.hubs(of: number, count: 3).filter { $0 != entity.id }.prefix(2)
      .map { (id) throws(MappedGraphError) in try graph.name(of: id) }
    return "\(size) entities, among them \(others.joined(separator: " and "))"
  }
}
