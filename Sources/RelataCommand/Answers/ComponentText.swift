import Relata

/// Says why entities are not connected: in which component each is.
struct ComponentText {
  private let components: EntityComponents
  private let text: HopText

  init(_ components: EntityComponents, _ text: HopText) {
    self.components = components
    self.text = text
  }

  /// “Ada Khan is in component 1 of 3 (12 entities, among them X and Y), Omar Khan in component 3 (alone)”; nil where all are in
  /// the same.
  func explanation(_ entities: [Entity]) -> String? {
    let numbers = entities.compactMap { components.component(of: $0.id) }
    guard Set(numbers).count > 1 else { return nil }
    return zip(entities, numbers).enumerated().map { place, pair in
      let (entity, number) = pair
      let of = place == 0 ? " of \(components.sizes.count)" : ""
      return "\(entity.name) is in component \(number + 1)\(of) (\(members(number, besides: entity)))"
    }.joined(separator: ", ")
  }

  private func members(_ number: Int, besides entity: Entity) -> String {
    let size = components.sizes[number]
    guard size > 1 else { return "alone" }
    let others = components.hubs(of: number, count: 3).filter { $0 != entity.id }.prefix(2).map(text.name)
    return "\(size) entities, among them \(others.joined(separator: " and "))"
  }
}
