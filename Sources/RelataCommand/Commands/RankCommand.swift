import ArgumentParser
import Relata

struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Ranks the entities by how central they are, and tells the communities.",
    discussion: """
      degree: different neighbours; pagerank: a random reader's time, following statements from subject to object; betweenness: \
      the share of shortest chains between others that pass through; communities by the Louvain method. All but pagerank go both \
      ways along a statement: --directed is refused.

      EXAMPLES:
        relata rank
        relata rank --by betweenness --types Person --limit 10
        relata rank --by community --json | jq '.entities[] | [.community, .entity.name]'
      """)

  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case degree, pagerank, betweenness, community
  }

  @Option(help: "What to order by: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var by = Measure.pagerank

  @Option(parsing: .unconditional, help: "How many entities to show at most.")
  var limit = 20

  @Option(help: ArgumentHelp("Show only entities of these types, kinds included.", valueName: "a,b"))
  var types: String?

  @OptionGroup var options: QueryOptions

  struct Record: Encodable {
    struct Ranked: Encodable {
      let entity: EntityRecord
      let degree: Int
      let pageRank: Double
      let betweenness: Double
      /// From 1, the largest first.
      let community: Int
    }

    let by: String
    let modularity: Double
    /// Whether betweenness is an estimate.
    let isSampled: Bool
    let entities: [Ranked]
  }

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
    if options.selection.directed {
      throw ValidationError(
        "--directed does not go with rank: pagerank always follows statements from subject to object, all else both ways"
      )
    }
  }

  func run() throws {
    let ontology = try options.ontologyFile.loadVocabulary()
    try options.graphFile.query { try answer($0, ontology) }
  }

  private func answer(_ mapped: MappedGraph, _ ontology: Ontology) throws {
    // Every measure looks at everything.
    let graph = try mapped.knowledgeGraph()
    let selected = try options.selection.selection(mapped, ontology)
    let allowed = try types.map { try TypeList($0, ontology: ontology).types }
    let centrality = Centrality(graph, selection: selected)
    let entities = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let order = centrality.ids.indices
      .filter { number in
        guard let entity = entities[centrality.ids[number]] else { return false }
        return allowed?.contains(entity.type) ?? true
      }
      .sorted { a, b in
        let (x, y) = (key(centrality, a), key(centrality, b))
        return x != y ? x.lexicographicallyPrecedes(y) : a < b
      }
    let shown = order.prefix(limit)
    let record = Record(
      by: by.rawValue, modularity: rounded(centrality.modularity), isSampled: centrality.isSampled,
      entities: shown.compactMap { number in
        entities[centrality.ids[number]].map {
          Record.Ranked(
            entity: EntityRecord($0), degree: centrality.degrees[number],
            pageRank: (centrality.pageRanks[number] * 1e6).rounded() / 1e6,
            betweenness: (centrality.betweenness[number] * 1e6).rounded() / 1e6,
            community: centrality.communities[number] + 1)
        }
      })
    let inside = Set(shown.map { centrality.ids[$0] })
    let kept = graph.statements.indices.filter {
      inside.contains(graph.statements[$0].subject) && inside.contains(graph.statements[$0].object)
        && selected.keeps(graph.statements[$0])
    }
    try options.files.give(
      record, text: text(record), part: graph.subgraph(entities: inside, statements: Array(kept)),
      ontology: ontology)
  }

  /// Less is better.
  private func key(_ centrality: Centrality, _ number: Int) -> [Double] {
    switch by {
    case .degree: [-Double(centrality.degrees[number])]
    case .pagerank: [-centrality.pageRanks[number]]
    case .betweenness: [-centrality.betweenness[number], -Double(centrality.degrees[number])]
    case .community: [Double(centrality.communities[number]), -centrality.pageRanks[number]]
    }
  }

  private func text(_ record: Record) -> String {
    guard !record.entities.isEmpty else { return "no entities\n" }
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func percent(_ share: Double) -> String {
      let tenths = Int((share * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10) %"
    }
    var lines = ["degree  pagerank  betweenness  community"]
    lines += record.entities.map { ranked in
      column("\(ranked.degree)", 6) + column(percent(ranked.pageRank), 10)
        + column(percent(ranked.betweenness), 13) + column("\(ranked.community)", 11)
        + "  \(ranked.entity.name) (\(ranked.entity.type))"
    }
    if record.isSampled { lines.append("betweenness is estimated from a sample") }
    return lines.joined(separator: "\n") + "\n"
  }
}
