import RelataGraph
import RelataQuery

/// The types and relations of a graph and of its ontology, by number.
struct Vocabulary {
  /// A relation of the ontology, or an open one.
  struct RelationKey: Hashable {
    var id: String
    var isOpen: Bool
  }

  private(set) var types: [EntityType] = []
  private(set) var relations: [RelationKey] = []
  private var typeNumbers: [EntityType: Int] = [:]
  private var relationNumbers: [RelationKey: Int] = [:]
  private let ontology: Ontology
  private let informativeness: Informativeness

  /// All of the ontology: what a graph has can be corrected to what it has not.
  init(_ graph: KnowledgeGraph, _ ontology: Ontology) {
    self.ontology = ontology
    informativeness = Informativeness(ontology)
    for type in ontology.types { add(type.type) }
    for type in Set(graph.entities.map(\.type)).sorted() { add(type) }
    for relation in ontology.relations { add(RelationKey(id: relation.id, isOpen: false)) }
    let used = Set(graph.statements.lazy.map { RelationKey(id: $0.relation, isOpen: $0.isOpen) })
    for relation in used.sorted(by: { ($0.id, $1.isOpen ? 1 : 0) < ($1.id, $0.isOpen ? 1 : 0) }) {
      add(relation)
    }
  }

  private mutating func add(_ type: EntityType) {
    guard typeNumbers.updateValue(types.count, forKey: type) == nil else {
      return typeNumbers[type] = types.firstIndex(of: type)
    }
    types.append(type)
  }

  private mutating func add(_ relation: RelationKey) {
    guard relationNumbers[relation] == nil else { return }
    relationNumbers[relation] = relations.count
    relations.append(relation)
  }

  func number(of type: EntityType) -> Int { typeNumbers[type] ?? 0 }

  func relation(of statement: Statement) -> Int {
    relationNumbers[RelationKey(id: statement.relation, isOpen: statement.isOpen)] ?? 0
  }

  func write(to rows: inout RowWriter) {
    rows.lineBreak()
    rows.key("types")
    rows.array { rows in
      for type in types { write(type, to: &rows) }
    }
    rows.lineBreak()
    rows.key("relations")
    rows.array { rows in
      for relation in relations { write(relation, to: &rows) }
    }
  }

  private func write(_ type: EntityType, to rows: inout RowWriter) {
    let description = ontology.description(of: type)
    rows.array { rows in
      rows.string(type.rawValue)
      rows.string(description?.label ?? type.rawValue)
      rows.number(description?.parent.flatMap { typeNumbers[$0] })
      rows.string(family(of: type))
      rows.number(informativeness.passing[type] ?? 0)
      rows.string(description?.schemaOrg)
      rows.string(description?.wikidata)
    }
  }

  private func family(of type: EntityType) -> String {
    for (kind, name) in [
      (EntityType.person, "person"), (.organization, "organization"), (.place, "place"), ("Event", "event"),
    ] where ontology.isKind(type, of: kind) {
      return name
    }
    return "other"
  }

  private func write(_ key: RelationKey, to rows: inout RowWriter) {
    let relation = key.isOpen ? nil : ontology.relation(key.id)
    rows.array { rows in
      rows.string(key.id)
      rows.string(relation?.label ?? key.id)
      rows.string(relation?.inverse)
      rows.flag(relation?.isSymmetric ?? false)
      rows.flag(key.isOpen)
      rows.string(relation.map(\.definition))
      rows.number(key.isOpen ? 0 : informativeness.relations[key.id] ?? 0)
      write(relation?.domain ?? [], to: &rows)
      write(relation?.range ?? [], to: &rows)
      rows.string(relation?.wikidata)
      rows.string(relation?.plover)
    }
  }

  /// The numbers of types; nothing where there are none.
  private func write(_ types: [EntityType], to rows: inout RowWriter) {
    if types.isEmpty { return rows.null() }
    rows.array { rows in
      for type in types { rows.number(number(of: type)) }
    }
  }
}
