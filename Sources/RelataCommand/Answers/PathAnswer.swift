import Relata

/// The connections between two entities, as text and as JSON.
struct PathAnswer {
  struct Record: Encodable {
    struct Path: Encodable {
      let hops: Int
      let confidence: Double
      /// What the ranking orders by; less is better.
      let cost: Double
      let entities: [EntityRecord]
      let steps: [HopRecord]
    }

    let from: EntityRecord
    let to: EntityRecord
    let ranking: String
    /// Whether the search ended by itself, not at one of its bounds.
    let isComplete: Bool
    let paths: [Path]
  }

  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let from: Entity
  private let to: Entity
  private let ranking: PathRanking
  private let result: PathSearchResult
  private var paths: [GraphPath] { result.paths }
  private let hopText: HopText

  init(
    graph: KnowledgeGraph, ontology: Ontology, from: Entity, to: Entity, ranking: PathRanking,
    result: PathSearchResult
  ) {
    self.graph = graph
    self.ontology = ontology
    self.from = from
    self.to = to
    self.ranking = ranking
    self.result = result
    hopText = HopText(graph, ontology: ontology)
  }

  var record: Record {
    let entities = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Record(
      from: EntityRecord(from), to: EntityRecord(to), ranking: ranking.rawValue,
      isComplete: result.isComplete,
      paths: paths.map { path in
        Record.Path(
          hops: path.hops.count, confidence: rounded(path.confidence), cost: rounded(path.cost),
          entities: path.entities.compactMap { entities[$0] }.map(EntityRecord.init),
          steps: path.hops.map(hopText.record))
      })
  }

  /// The part of the graph that the paths consist of.
  var part: KnowledgeGraph { graph.part(hops: paths.flatMap(\.hops)) }

  var text: String {
    var lines: [String] = []
    for (number, path) in paths.enumerated() {
      if number > 0 { lines.append("") }
      let hops = "\(path.hops.count) hop\(path.hops.count == 1 ? "" : "s")"
      lines.append(
        "\(number + 1). " + path.entities.map(hopText.name).joined(separator: " · ") + " (\(hops))")
      for hop in path.hops { lines += [""] + hopText.lines(of: hop) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// To three decimals, as answers show it.
func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
