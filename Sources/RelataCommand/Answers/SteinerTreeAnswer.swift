import Relata

/// The tree that links several entities, as text and as JSON.
struct SteinerTreeAnswer {
  struct Record: Encodable {
    let cost: Double
    /// One group: all are linked.
    let groups: [[String]]
    let entities: [EntityRecord]
    let steps: [HopRecord]
  }

  private let graph: KnowledgeGraph
  private let tree: SteinerTree
  private let hopText: HopText

  init(graph: KnowledgeGraph, ontology: Ontology, tree: SteinerTree) {
    self.graph = graph
    self.tree = tree
    hopText = HopText(graph, ontology: ontology)
  }

  var record: Record {
    let inside = Set(tree.entities)
    return Record(
      cost: rounded(tree.cost), groups: tree.groups.map { $0.map(\.rawValue) },
      entities: graph.entities.filter { inside.contains($0.id) }.map(EntityRecord.init),
      steps: tree.hops.map(hopText.record))
  }

  var text: String {
    let asked = Set(tree.groups.flatMap(\.self))
    let between = tree.entities.filter { !asked.contains($0) }.map(hopText.name)
    let count = "\(tree.hops.count) link\(tree.hops.count == 1 ? "" : "s")"
    var lines = [
      between.isEmpty
        ? "\(count), with nothing between" : "\(count), by way of \(between.joined(separator: ", "))"
    ]
    for hop in tree.hops { lines += [""] + hopText.lines(of: hop) }
    return lines.joined(separator: "\n") + "\n"
  }
}
