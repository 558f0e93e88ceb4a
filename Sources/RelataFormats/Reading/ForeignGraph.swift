import RelataGraph

/// An attribute of a node or an edge, by whatever name its maker gave.
struct ForeignAttribute {
  var name: String
  /// The name as ``OntologyNames`` compares it.
  var key: String
  /// Several where it is a list.
  var values: [String]
  /// Whether it is a number or a flag, which names nothing.
  var isNumeric: Bool

  init(name: String, key: String? = nil, values: [String], isNumeric: Bool = false) {
    self.name = name
    self.key = key ?? OntologyNames.folded(name)
    self.values = values
    self.isNumeric = isNumeric
  }
}

struct ForeignNode {
  var id: String
  var attributes: [ForeignAttribute]
}

struct ForeignEdge {
  var source: String
  var target: String
  var isDirected: Bool
  var attributes: [ForeignAttribute]
}

/// A graph that another tool made, and what Relata understands of it.
///
/// - A **node** becomes an entity under its own identifier. Its name is its `label`, `name` or `title`, else
///   the identifier; its type what `type`, `kind`, `class`, `category` or `labels` say, matched to the
///   ontology (``OntologyNames``), else that word itself; a number is no type.
/// - An **edge** becomes a statement. Its relation is what `relation`, `label`, `type`, `predicate`, … say:
///   a relation of the ontology where that is its identifier or label, with the ends exchanged where it is
///   the label of the inverse; else an open relation. Parallel edges stay apart.
/// - An undirected edge keeps the order of its ends; that it has no direction is lost, except where
///   the relation is symmetric.
/// - Polarity, modality, dates, role, confidence, importance, document and quote are read where they are
///   called as Relata calls them. A statement without a quote has no evidence: nothing is made up.
///
/// All other attributes are left out, and counted in a note.
///
/// Nodes and edges are read one by one: what an element has in many attributes is held for that element
/// alone.
struct ForeignGraph {
  private let ontology: Ontology
  /// Made for the first element: most files are Relata's own.
  private lazy var reading = ForeignReading(OntologyNames(ontology))
  private var entities: [Entity] = []
  private var statements: [Statement] = []
  private var identifiers: Set<EntityID> = []
  private var undirected = 0

  init(ontology: Ontology) { self.ontology = ontology }

  /// - Returns: false where there is a node of that identifier already.
  mutating func add(_ node: ForeignNode) -> Bool {
    guard identifiers.insert(EntityID(rawValue: node.id)).inserted else { return false }
    entities.append(reading.entity(node))
    return true
  }

  mutating func add(_ edge: ForeignEdge) {
    if !edge.isDirected { undirected += 1 }
    statements.append(reading.statement(edge))
  }

  /// - Complexity: O(*n* log *n*) for *n* nodes and edges.
  consuming func imported(notes: [String]) -> ImportedGraph {
    var graph = KnowledgeGraph(entities: entities)
    // Ends that no node describes are nodes all the same.
    var known = identifiers
    for statement in statements {
      for id in [statement.subject, statement.object] where known.insert(id).inserted {
        graph.entities.append(Entity(id: id, name: id.rawValue, type: .thing))
      }
    }
    graph.entities.sort { $0.id < $1.id }
    graph.statements = Self.sorted(statements, entities: graph.entities)
    var documents: Set<String> = []
    for statement in graph.statements {
      for evidence in statement.evidence where documents.insert(evidence.document).inserted {
        graph.documents.append(DocumentRecord(id: evidence.document))
      }
    }
    graph.documents.sort { $0.id < $1.id }

    var notes = notes
    if undirected > 0 {
      notes.append(
        "\(undirected) of \(statements.count) edges have no direction; each became a statement from its first end to its second"
      )
    }
    if !reading.unread.isEmpty {
      notes.append("attributes left out: " + reading.unread.sorted().joined(separator: ", "))
    }
    return ImportedGraph(graph: graph, isRestored: false, notes: notes)
  }

  /// By subject, relation and object; what is equal keeps its order.
  private static func sorted(_ statements: [Statement], entities: [Entity]) -> [Statement] {
    // Ranks are compared many times faster than texts.
    var ranks: [EntityID: Int] = [:]
    for (rank, entity) in entities.enumerated() { ranks[entity.id] = rank }
    var relations: [String: Int] = [:]
    for (rank, relation) in Set(statements.map(\.relation)).sorted().enumerated() {
      relations[relation] = rank
    }
    let keys = statements.indices.map { index in
      let statement = statements[index]
      return (
        ranks[statement.subject] ?? 0, relations[statement.relation] ?? 0, ranks[statement.object] ?? 0, index
      )
    }
    return keys.sorted { $0 < $1 }.map { statements[$0.3] }
  }
}
