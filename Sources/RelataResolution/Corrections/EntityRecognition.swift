import RelataGraph
import RelataNames

/// Finds the entities of a graph that corrections speak of: by the identifier, where a name still agrees;
/// else by the names, then by the type.
struct EntityRecognition {
  enum Answer: Equatable {
    /// The entity's place in the graph.
    case found(Int)
    case missing
    /// It may be any of them.
    case ambiguous([EntityID])
  }

  private let entities: [Entity]
  private let places: [EntityID: Int]
  private var names: [Int: Set<String>] = [:]
  private var calledNames: [Int: Set<String>] = [:]
  /// The bearers of each name, ascending. Most graphs are corrected by identifiers alone, so it
  /// is made when it is needed.
  private lazy var bearers = makeBearers()

  init(_ entities: [Entity]) {
    self.entities = entities
    places = Dictionary(entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func place(of id: EntityID) -> Int? { places[id] }

  mutating func names(of place: Int) -> Set<String> {
    if let known = names[place] { return known }
    let found = entities[place].comparableNames
    names[place] = found
    return found
  }

  mutating func calledNames(of place: Int) -> Set<String> {
    if let known = calledNames[place] { return known }
    let found = entities[place].calledNames
    calledNames[place] = found
    return found
  }

  /// - Parameter isSo: whether an entity is as the correction makes it: then it is that one, in a graph that
  ///   has been corrected already.
  mutating func find(
    _ description: EntityDescription, isSo: (Entity) -> Bool = { _ in false }
  ) -> Answer {
    let wanted = Set(([description.name] + description.names).map(NameWords.comparable))
    if let place = description.id.flatMap({ places[$0] }), !names(of: place).isDisjoint(with: wanted) {
      return .found(place)
    }
    var shared: [Int: Int] = [:]
    for name in wanted { for place in bearers[name] ?? [] { shared[place, default: 0] += 1 } }
    let most = shared.values.max()
    var best = shared.keys.filter { shared[$0] == most }.sorted()
    if best.count > 1, let done = best.first(where: { isSo(entities[$0]) }) { return .found(done) }
    func prefer(_ isBetter: (Entity) -> Bool) {
      let better = best.filter { isBetter(entities[$0]) }
      if !better.isEmpty { best = better }
    }
    prefer { $0.type == description.type }
    // Who has no identifier to name means the thing that is called so, not one that is also called so.
    if description.id == nil {
      let name = NameWords.comparable(description.name)
      prefer { NameWords.comparable($0.name) == name }
    }
    guard let first = best.first else { return .missing }
    return best.count == 1 ? .found(first) : .ambiguous(best.map { entities[$0].id })
  }

  private func makeBearers() -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    for (place, entity) in entities.enumerated() {
      for name in entity.comparableNames { result[name, default: []].append(place) }
    }
    return result
  }
}
