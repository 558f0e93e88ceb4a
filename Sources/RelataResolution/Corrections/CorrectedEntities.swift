import RelataGraph
import RelataNames

/// The entities of a graph as corrections make them.
struct CorrectedEntities {
  private let graph: KnowledgeGraph
  private let plan: CorrectionPlan
  private let fileName: String
  /// For each thing the smallest of those that it is one with.
  private let roots: [Int]
  /// In ascending order of their identifiers.
  private(set) var entities: [Entity] = []
  /// By thing.
  private var ids: [EntityID]
  private var joined: Set<Int> = []
  /// Things that are not as they were.
  private(set) var changed: Set<Int> = []

  /// A thing of a component, before it becomes one with the others.
  private struct Member {
    var number: Int
    var entity: Entity
  }

  private struct Component {
    var entity: Entity
    var members: [Int]
    /// Tells it from all others, whatever the order of the file.
    var key: String
    /// Whether it keeps the identifier that its entity has.
    var isKept: Bool
  }

  /// - Complexity: O(n log n) for *n* entities with their names.
  init(_ graph: KnowledgeGraph, _ plan: CorrectionPlan, fileName: String) {
    self.graph = graph
    self.plan = plan
    self.fileName = fileName
    let count = graph.entities.count + plan.splits.parts.count
    var components = DisjointSets(count: count)
    for merge in plan.merges { components.join(merge.members) }
    roots = components.roots()
    ids = graph.entities.map(\.id)
    ids += plan.splits.parts.map { graph.entities[$0.origin].id }
    assemble()
  }

  func id(of thing: Int) -> EntityID { ids[thing] }

  /// Whether several things became one with it.
  func isJoined(_ thing: Int) -> Bool { joined.contains(thing) }

  // MARK: Assembly

  private mutating func assemble() {
    let touched = touchedThings()
    let groups = Dictionary(grouping: roots.indices.filter { touched.contains(roots[$0]) }) { roots[$0] }
    let (names, types) = (latest(plan.names), latest(plan.types))
    // In the order of the file.
    let merges = Dictionary(grouping: plan.merges) { roots[$0.members[0]] }
    var made: [Component] = []
    var taken: Set<EntityID> = []
    for (root, numbers) in groups.sorted(by: { $0.key < $1.key }) {
      changed.formUnion(numbers)
      if numbers.count > 1 { joined.formUnion(numbers) }
      let merges = merges[root] ?? []
      let component = component(
        numbers, name: names[root] ?? merges.last?.name, type: types[root], merges)
      if component.isKept { taken.insert(component.entity.id) }
      made.append(component)
    }
    for (number, entity) in graph.entities.enumerated() where !changed.contains(number) {
      taken.insert(entity.id)
      entities.append(entity)
    }
    entities += numbered(made, taken)
    entities.sort { $0.id < $1.id }
  }

  private func touchedThings() -> Set<Int> {
    var touched = Set(plan.merges.flatMap(\.members)).union(plan.names.keys).union(plan.types.keys)
    touched.formUnion(plan.splits.renamed.keys)
    for part in plan.splits.parts { touched.formUnion([part.number, part.origin]) }
    return Set(touched.map { roots[$0] })
  }

  /// What the last correction says of each component.
  private func latest<Value>(_ choices: [Int: CorrectionPlan.Choice<Value>]) -> [Int: Value] {
    var result: [Int: CorrectionPlan.Choice<Value>] = [:]
    for (thing, choice) in choices where result[roots[thing]].map({ $0.item < choice.item }) ?? true {
      result[roots[thing]] = choice
    }
    return result.mapValues(\.value)
  }

  private func raw(_ number: Int) -> Entity {
    let splits = plan.splits
    guard number >= graph.entities.count else { return splits.remainder(of: graph.entities[number], number) }
    let part = splits.parts[number - graph.entities.count]
    return splits.entity(of: part, graph.entities[part.origin])
  }

  private func component(
    _ numbers: [Int], name: String?, type: EntityType?, _ merges: [CorrectionPlan.Merge]
  ) -> Component {
    let members = ranked(numbers.map { Member(number: $0, entity: raw($0)) }, name: name)
    let lead = members[0]
    var entity = lead.entity
    entity.name = name ?? entity.name
    entity.type = type ?? entity.type
    var aliases: [String: Alias] = [:]
    for alias in members.flatMap(\.entity.aliases) {
      guard var known = aliases[alias.name] else {
        aliases[alias.name] = alias
        continue
      }
      known.count += alias.count
      known.example = known.example ?? alias.example
      aliases[alias.name] = known
    }
    entity.aliases = aliases.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    // A single name was taken for no other.
    if entity.aliases.count == 1 { entity.aliases[0].example = nil }
    for member in members.dropFirst() {
      entity.mentionCount += member.entity.mentionCount
      entity.identifiers.merge(member.entity.identifiers) { own, _ in own }
    }
    entity.links = Set(members.flatMap(\.entity.links) + links(among: members, merges)).sorted()

    let wanted = EntitySlug.id(name: entity.name, type: entity.type)
    var isKept = false
    if lead.number < graph.entities.count {
      let former = graph.entities[lead.number]
      isKept = EntitySlug.id(name: former.name, type: former.type) == wanted
    }
    if !isKept { entity.id = wanted }
    return Component(entity: entity, members: numbers, key: key(lead), isKept: isKept)
  }

  /// What is called as the whole shall be comes first: it gives type and identifiers.
  /// Then what is spoken of most.
  private func ranked(_ members: [Member], name: String?) -> [Member] {
    let wanted = name.map(NameWords.comparable)
    func rank(_ member: Member) -> (Int, Int, String) {
      let isPreferred = NameWords.comparable(member.entity.name) == wanted
      let isAlias = wanted.map { member.entity.comparableNames.contains($0) } ?? false
      return (isPreferred ? 0 : isAlias ? 1 : 2, -member.entity.mentionCount, key(member))
    }
    return members.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func key(_ member: Member) -> String {
    guard member.number >= graph.entities.count else { return member.entity.id.rawValue }
    let part = plan.splits.parts[member.number - graph.entities.count]
    return ([member.entity.id.rawValue] + part.names.sorted()).joined(separator: "\u{0}")
  }

  /// Why they are one: each correction that says so.
  private func links(
    among members: [Member], _ merges: [CorrectionPlan.Merge]
  ) -> [IdentityLink] {
    guard members.count > 1 else { return [] }
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.number, $0) })
    return merges.flatMap { merge -> [IdentityLink] in
      let merged = merge.members.compactMap { places[$0] }.sorted().map { members[$0].entity.name }
      guard let first = merged.first else { return [] }
      return merged.dropFirst().map {
        IdentityLink(name: $0, other: first, reason: .user, detail: "\(fileName):\(merge.line)")
      }
    }
  }

  // MARK: Identifiers

  /// With distinct identifiers: the most spoken of gets the plain one, as where graphs are built.
  private mutating func numbered(_ components: [Component], _ taken: Set<EntityID>) -> [Entity] {
    var taken = taken
    var numbers: [EntityID: Int] = [:]
    var result: [Entity] = []
    let order = components.sorted {
      ($1.entity.mentionCount, $0.key) < ($0.entity.mentionCount, $1.key)
    }
    for component in order {
      var entity = component.entity
      if !component.isKept {
        let base = entity.id
        while !taken.insert(entity.id).inserted {
          let number = numbers[base] ?? 2
          numbers[base] = number + 1
          entity.id = EntityID(rawValue: "\(base.rawValue)-\(number)")
        }
      }
      for member in component.members { ids[member] = entity.id }
      result.append(entity)
    }
    return result
  }
}
