import RelataGazetteer

/// The pairs of a block of names that are one's: ``NamePairs`` of one of its ``Blocks``.
struct PairsStep {
  struct Input: Decodable {
    enum Comparison: String, Decodable {
      /// Each name with each.
      case all
      /// Each name with its neighbours in alphabetical order: what no key splits.
      case neighbors
      /// Names that fold alike, each with those that follow it.
      case equal
    }

    /// Of a large block a run of neighbours.
    var names: [NameRow]
    var comparison: Comparison
    /// How many of the names, the first ones, are compared with those behind them: the others
    /// begin the next run; nil: all.
    var heads: Int?
  }

  struct Output: Encodable {
    var pairs: [PairRow]
  }
}

extension ResolutionSteps {
  func pairs(_ line: PairsStep.Input) -> PairsStep.Output {
    var builder = NameTable.Builder(gazetteer: gazetteer)
    for name in line.names { _ = builder.id(of: name.value) }
    let table = builder.finished().table
    let ids = table.names.indices.map { NameID($0) }
    let pairs = NamePairs(table: table)
    let heads = line.heads ?? ids.count
    let found =
      switch line.comparison {
      case .all: pairs.pairs(in: Blocks.Block(names: ids))
      case .equal: pairs.equals(among: ids).filter { Int($0.first) < heads }
      case .neighbors:
        pairs.pairs(
          in: Blocks.Block(
            names: ids.sorted { (table[$0].folded, $0) < (table[$1].folded, $1) },
            areOnlyNeighborsCompared: true), heads: heads)
      }
    return PairsStep.Output(
      pairs: NamePairs.distinct(found).map {
        PairRow(first: NameRow(table[$0.first]), second: NameRow(table[$0.second]), score: $0.score)
      })
  }
}
