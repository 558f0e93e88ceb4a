import RelataGraph
import RelataQuery
import RelataStore

/// All that can be asked of a graph file.
struct GraphAnswers: Equatable {
  var lookups: [EntityLookup] = []
  var parts: [GraphPart] = []
  var graph = KnowledgeGraph()
}

extension MappedGraph {
  func answers() throws -> GraphAnswers {
    var answers = GraphAnswers(lookups: [try find("Ada Khan"), try find("Kahn Omra")])
    for ranking in PathRanking.allCases {
      let finder = try finder(PathOptions(ranking: ranking))
      for (from, to) in zip(index.ids, index.ids.dropFirst(7)) {
        answers.parts.append(try part(hops: finder.paths(from: from, to: to).flatMap(\.hops)))
      }
    }
    answers.graph = try knowledgeGraph()
    return answers
  }
}
