import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

@Suite("One finder on many threads")
struct SharedFinderTests {
  @Test("answers as if each question were the only one", arguments: PathRanking.allCases)
  func threads(ranking: PathRanking) async {
    var random = SeededGenerator(seed: 5)
    let names = (10..<40).map { "n\($0)" }
    let statements = (0..<90).map { _ in
      statement(
        random.choice(names), "met", random.choice(names), confidence: random.choice([0.25, 0.5, 1]))
    }
    let whole = graph(statements, extra: names)
    let pairs = (0..<200).map { _ in
      (from: EntityID(rawValue: random.choice(names)), to: EntityID(rawValue: random.choice(names)))
    }
    let options = PathOptions(maximumHops: nil, ranking: ranking, count: 4)
    let index = GraphIndex(whole)
    let finder = PathFinder(whole, index: index, options: options)
    let counts = await withTaskGroup(of: Int?.self, returning: [Int].self) { group in
      for pair in pairs {
        group.addTask {
          let found = finder.paths(from: pair.from, to: pair.to)
          let alone = PathFinder(whole, index: index, options: options).paths(from: pair.from, to: pair.to)
          return found == alone ? found.count : nil
        }
      }
      var counts: [Int] = []
      for await count in group { if let count { counts.append(count) } }
      return counts
    }
    #expect(counts.count == pairs.count)
    #expect(counts.count { $0 > 1 } > pairs.count / 2)
  }
}
