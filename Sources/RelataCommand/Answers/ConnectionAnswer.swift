import Relata

/// What links several entities, as text and as JSON.
struct ConnectionAnswer {
  struct Record: Encodable {
    let cost: Double
    /// One group: all are linked.
    let groups: [[String]]
    let entities: [EntityRecord]
    let steps: [HopRecord]
  }

  private let graph: KnowledgeGraph
  private let connection: Connection
  private let hopText: HopText

  init(graph: KnowledgeGraph, ontology: Ontology, connection: Connection) {
    self.graph = graph
    self.connection = connection
    hopText = HopText(graph, ontology: ontology)
  }

  var record: Record {
    let inside = Set(connection.entities)
    return Record(
      cost: rounded(connection.cost), groups: connection.groups.map { $0.map(\.rawValue) },
      entities: graph.entities.filter { inside.contains($0.id) }.map(EntityRecord.init),
      steps: connection.hops.map(hopText.record))
  }

  var text: String {
    let asked = Set(connection.groups.flatMap(\.self))
    let between = connection.entities.filter { !asked.contains($0) }.map(hopText.name)
    let count = "\(connection.hops.count) link\(connection.hops.count == 1 ? "" : "s")"
    var lines = [
      between.isEmpty
        ? "\(count), with nothing between" : "\(count), by way of \(between.joined(separator: ", "))"
    ]
    for hop in connection.hops { lines += [""] + hopText.lines(of: hop) }
    return lines.joined(separator: "\n") + "\n"
  }
}
