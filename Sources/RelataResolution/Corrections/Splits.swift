import RelataGraph
import RelataNames

/// Which names of entities are other things'.
///
/// Things are numbered: those of the graph by their place, those that splits make after them.
struct Splits {
  /// What one correction splits off.
  struct Request {
    /// The correction's place in the file.
    var item: Int
    /// The entity, and the identifier by which the file knows it.
    var origin: Int
    var id: EntityID?
    /// As they are compared; some names of the entity.
    var names: Set<String>
    var name: String
  }

  /// A thing that splits make; requests that share a name make one.
  struct Part {
    var number: Int
    var origin: Int
    var names: Set<String>
    var name: String
    /// Those of the entity's aliases that are its, in their order.
    var aliases: [Alias]
  }

  private struct Reference: Hashable {
    var id: EntityID
    var name: String
  }

  private(set) var parts: [Part] = []
  /// The number of the thing that each correction makes, by its place in the file.
  private(set) var numbers: [Int: Int] = [:]
  private var references: [Reference: Int] = [:]
  private var byOrigin: [Int: [Part]] = [:]

  /// - Complexity: O(names of the requests + aliases of their entities).
  init(_ requests: [Request], of entities: [Entity]) {
    for (origin, requests) in Dictionary(grouping: requests, by: \.origin).sorted(by: { $0.key < $1.key }) {
      add(requests, of: entities[origin], origin, count: entities.count)
    }
    byOrigin = Dictionary(grouping: parts, by: \.origin)
  }

  /// The thing that a correction makes and another speaks of.
  func number(of description: EntityDescription) -> Int? {
    description.split.flatMap {
      references[Reference(id: $0, name: NameWords.comparable(description.name))]
    }
  }

  private mutating func add(_ requests: [Request], of entity: Entity, _ origin: Int, count: Int) {
    var components = DisjointSets(count: requests.count)
    var owners: [String: Int] = [:]
    for (index, request) in requests.enumerated() {
      for name in request.names {
        components.join(owners[name] ?? index, index)
        owners[name] = index
      }
    }
    let roots = components.roots()
    let groups = Dictionary(grouping: requests.indices) { roots[$0] }.values
      .map { group in
        let requests = group.map { requests[$0] }
        let last = requests.max { $0.item < $1.item }
        return (
          names: requests.reduce(into: Set()) { $0.formUnion($1.names) }, name: last?.name ?? "",
          requests: requests
        )
      }
      // In an order that is not the file's.
      .sorted { $0.names.sorted().lexicographicallyPrecedes($1.names.sorted()) }
    let aliases = aliases(of: entity, by: groups.map(\.names))
    let staying = staying(groups.map(\.names), aliases, of: entity)
    for (index, group) in groups.enumerated() {
      let number = index == staying ? origin : count + parts.count
      if index != staying {
        parts.append(
          Part(
            number: number, origin: origin, names: group.names, name: group.name, aliases: aliases[index]))
      } else {
        renamed[origin] = group.name
      }
      for request in group.requests {
        numbers[request.item] = number
        for id in [request.id, entity.id].compactMap(\.self) {
          for name in request.names.union([NameWords.comparable(request.name)]) {
            references[Reference(id: id, name: name)] = number
          }
        }
      }
    }
  }

  /// The names of entities whose names are all split off: what most of them mean stays what
  /// it is, under another name.
  private(set) var renamed: [Int: String] = [:]

  private func aliases(of entity: Entity, by groups: [Set<String>]) -> [[Alias]] {
    var owners: [String: Int] = [:]
    for (index, group) in groups.enumerated() { for name in group { owners[name] = index } }
    var result = groups.map { _ in [Alias]() }
    for alias in entity.aliases { if let owner = owners[alias.comparable] { result[owner].append(alias) } }
    return result
  }

  private func staying(_ groups: [Set<String>], _ aliases: [[Alias]], of entity: Entity) -> Int? {
    let all = groups.reduce(into: Set()) { $0.formUnion($1) }
    guard entity.calledNames.isSubset(of: all) else { return nil }
    let counts = aliases.map { aliases in aliases.reduce(0) { $0 + $1.count } }
    return groups.indices.max { (counts[$0], $1) < (counts[$1], $0) }
  }

  // MARK: Names

  /// What is left of an entity of the graph.
  func remainder(of entity: Entity, _ origin: Int) -> Entity {
    var result = entity
    let gone = (byOrigin[origin] ?? []).reduce(into: Set()) { $0.formUnion($1.names) }
    guard !gone.isEmpty else {
      result.name = renamed[origin] ?? entity.name
      return result
    }
    result.aliases.removeAll { gone.contains($0.comparable) }
    let left = result.aliases.reduce(0) { $0 + $1.count }
    let lost = entity.aliases.reduce(0) { $0 + $1.count } - left
    result.mentionCount = max(left, entity.mentionCount - lost)
    result.links.removeAll { $0.speaks(ofAny: gone) }
    if let name = renamed[origin] {
      result.name = name
    } else if gone.contains(NameWords.comparable(entity.name)) {
      result.name = result.aliases.first?.name ?? entity.name
    }
    return result
  }

  func entity(of part: Part, _ entity: Entity) -> Entity {
    Entity(
      id: entity.id, name: part.name, type: entity.type,
      aliases: part.aliases, mentionCount: part.aliases.reduce(0) { $0 + $1.count },
      links: entity.links.filter { link in
        [link.name, link.other].allSatisfy { part.names.contains(NameWords.comparable($0)) }
      })
  }

  /// For each entity of which names are split off, who bears which name.
  func occurrences(_ entities: [Entity]) -> [Int: NameOccurrences] {
    byOrigin.reduce(into: [:]) { result, item in
      let (origin, parts) = item
      var owners: [String: Int] = [:]
      for name in entities[origin].comparableNames { owners[name] = origin }
      for part in parts { for name in part.names { owners[name] = part.number } }
      result[origin] = NameOccurrences(owners)
    }
  }
}

extension Alias {
  fileprivate var comparable: String { NameWords.comparable(name) }
}

extension IdentityLink {
  fileprivate func speaks(ofAny names: Set<String>) -> Bool {
    [name, other].contains { names.contains(NameWords.comparable($0)) }
  }
}
