import RelataGraph

/// A graph as the exporters look at it: every end of a statement is an entity, and
/// what is derived is at hand.
///
/// What it keeps beside the graph grows with entities, types and relations; of a
/// statement it keeps nine bytes.
struct GraphView {
  /// A statement with what the exporters derive for it.
  struct Edge {
    /// The index in ``KnowledgeGraph/statements``.
    var index: Int
    var statement: Statement
    /// The indices of its ends in ``entities``.
    var subject: Int
    var object: Int
    var isContradicted: Bool
  }

  /// The statements, one after the other.
  struct Edges: RandomAccessCollection {
    fileprivate let statements: [Statement]
    fileprivate let subjects: [Int32]
    fileprivate let objects: [Int32]
    fileprivate let isContradicted: [Bool]

    var hasContradictions: Bool { isContradicted.contains(true) }

    /// The indices, the most important first, then in the graph's order.
    var byImportance: [Int] {
      let ranks = statements.indices.map { statements[$0].importanceRank }
      return statements.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { statements.count }

    subscript(index: Int) -> Edge {
      Edge(
        index: index, statement: statements[index], subject: Int(subjects[index]),
        object: Int(objects[index]), isContradicted: isContradicted[index])
    }
  }

  let ontology: Ontology
  /// In the graph's order; then ends that the graph has no entity for, under their identifiers, sorted.
  let entities: [Entity]
  let edges: Edges
  let documents: DocumentIndex
  /// The styles of line that occur.
  let lineStyles: Set<LineStyle>
  /// How many ends of statements are at each entity.
  private let degrees: [Int]
  private let places: [EntityID: Int32]
  private let typePaths: [EntityType: [String]]
  /// By relation, of the ontology's relations and of open ones.
  private let labels: [String: String]
  private let openLabels: [String: String]

  init(_ graph: KnowledgeGraph, ontology: Ontology) {
    self.ontology = ontology
    documents = DocumentIndex(graph.documents)
    var isContradicted = [Bool](repeating: false, count: graph.statements.count)
    for contradiction in graph.contradictions {
      for index in contradiction.statements where graph.statements.indices.contains(index) {
        isContradicted[index] = true
      }
    }

    var entities = graph.entities
    var places = Dictionary(
      graph.entities.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    // By index: a copy of a whole statement takes longer than all that is done with it here.
    let statements = graph.statements
    var subjects = statements.indices.map { places[statements[$0].subject] ?? -1 }
    var objects = statements.indices.map { places[statements[$0].object] ?? -1 }
    if subjects.contains(-1) || objects.contains(-1) {
      let ends = graph.statements.flatMap { [$0.subject, $0.object] }
      for id in Set(ends).sorted() where places[id] == nil {
        places[id] = Int32(entities.count)
        entities.append(Entity(id: id, name: id.rawValue, type: .thing))
      }
      subjects = graph.statements.map { places[$0.subject] ?? 0 }
      objects = graph.statements.map { places[$0.object] ?? 0 }
    }
    self.entities = entities
    self.places = places
    var degrees = [Int](repeating: 0, count: entities.count)
    for end in subjects { degrees[Int(end)] += 1 }
    for end in objects { degrees[Int(end)] += 1 }
    var labels: [String: String] = [:]
    var openLabels: [String: String] = [:]
    var isUsed = [Bool](repeating: false, count: LineStyle.allCases.count)
    for index in statements.indices {
      let style = LineStyle(
        statements[index].polarity, statements[index].modality, isOpen: statements[index].isOpen)
      isUsed[style.rawValue] = true
      let relation = statements[index].relation
      if statements[index].isOpen {
        if openLabels[relation] == nil { openLabels[relation] = Self.openLabel(relation) }
      } else if labels[relation] == nil {
        labels[relation] = ontology.relation(relation)?.label ?? Self.openLabel(relation)
      }
    }
    edges = Edges(
      statements: graph.statements, subjects: subjects, objects: objects, isContradicted: isContradicted)
    self.degrees = degrees
    lineStyles = Set(LineStyle.allCases.filter { isUsed[$0.rawValue] })
    self.labels = labels
    self.openLabels = openLabels

    var typePaths: [EntityType: [String]] = [:]
    for entity in entities where typePaths[entity.type] == nil {
      let path = ontology.path(of: entity.type).filter { $0 != .thing }.map(\.rawValue)
      typePaths[entity.type] = path.isEmpty ? [EntityType.thing.rawValue] : path
    }
    self.typePaths = typePaths
  }

  /// The entity's name; the identifier itself where there is none.
  func name(of id: EntityID) -> String { places[id].map { entities[Int($0)].name } ?? id.rawValue }

  /// How much a node grows with its statements: 0, 1, 2, 3, 4 for 0, 1, 2–3, 4–7, 8 and more, at most 6.
  /// Whole numbers, so that the bytes never vary.
  var growths: [EntityID: Int] {
    places.mapValues { min(6, Int.bitWidth - degrees[Int($0)].leadingZeroBitCount) }
  }

  /// The types from the most specific up, without the root, which says nothing; the root
  /// alone where nothing is known.
  func typePath(of entity: Entity) -> [String] { typePaths[entity.type] ?? [EntityType.thing.rawValue] }

  /// The relation's label for people; an open relation's lemma reads as one.
  func label(of statement: Statement) -> String {
    (statement.isOpen ? openLabels : labels)[statement.relation] ?? statement.relation
  }

  private static func openLabel(_ lemma: String) -> String {
    String(String.UnicodeScalarView(lemma.unicodeScalars.map { $0 == "_" ? " " : $0 }))
  }

  /// The documents of the evidence, each once, in the order of the evidence.
  static func documents(of statement: Statement) -> [String] {
    var documents: [String] = []
    forEachDocument(of: statement) { documents.append($0) }
    return documents
  }

  static func forEachDocument(of statement: Statement, _ body: (String) -> Void) {
    let evidence = statement.evidence
    guard evidence.count > 1 else {
      if let only = evidence.first { body(only.document) }
      return
    }
    var seen: Set<ExactText> = []
    for piece in evidence where seen.insert(ExactText(text: piece.document)).inserted { body(piece.document) }
  }
}

extension Ontology {
  /// The class of schema.org of the type, or of the nearest kind above it that has one.
  func schemaOrg(of type: EntityType) -> String? {
    path(of: type).lazy.compactMap { description(of: $0)?.schemaOrg }.first
  }
}
