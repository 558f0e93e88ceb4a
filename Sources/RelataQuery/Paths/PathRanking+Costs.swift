#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import RelataGraph

extension PathRanking {
  /// How the engine's whole numbers relate to the unit of the documentation.
  static let costsPerUnit = 1_000_000
  /// More than any doubt of any route: a route with fewer hops is cheaper whatever it is made of.
  static let costPerHop = 1 << 40

  /// What this ranking orders by, as numbers for the engine. Documentation/paths.md has the formulas and their sources.
  ///
  /// - Complexity: O(1) for ``shortest``, else O(entities + statements).
  func costs(_ index: GraphIndex, _ informativeness: Informativeness) -> StepCosts {
    let count = index.strengths.count
    switch self {
    case .shortest:
      return StepCosts(
        perHop: Self.costPerHop, byStatement: index.strengths, mask: GraphIndex.doubtMask, byNode: nil)
    case .surest:
      let byStatement = FixedBuffer<UInt32>(count: count, repeating: 0)
      for number in 0..<count {
        byStatement.base[number] = Self.scaled(-log(Self.confidence(index, number)))
      }
      // At least 1 for each hop, so that among equally sure paths the shorter comes first.
      return StepCosts(perHop: 1, byStatement: byStatement, byNode: nil)
    case .telling:
      let byStatement = FixedBuffer<UInt32>(count: count, repeating: 0)
      let kindCosts = index.kinds.indices.map {
        Self.generality(index, kind: $0) + (informativeness.relations[index.kinds[$0].relation] ?? 0)
      }
      let typeCosts = index.types.map { informativeness.passing[$0] ?? 0 }
      for number in 0..<count {
        let documents = Double(max(1, index.strengths.base[number] >> 20))
        let kind = Int(index.kindOfStatement.base[number])
        let weakness =
          (Self.reservation(index.kinds[kind].modality) - log2(Self.confidence(index, number))) / documents
        byStatement.base[number] = Self.scaled(weakness + kindCosts[kind])
      }
      let byNode = FixedBuffer<UInt32>(count: index.entityCount, repeating: 0)
      for node in 0..<index.entityCount {
        let hub = 0.5 * log2(Double(max(1, index.degrees.base[node])))
        byNode.base[node] = Self.scaled(hub + typeCosts[Int(index.typeOfNode.base[node])])
      }
      return StepCosts(perHop: 2 * Self.costsPerUnit, byStatement: byStatement, byNode: byNode)
    }
  }

  /// In the unit of the documentation; of the shortest, the number of hops.
  func unscaled(_ cost: Int) -> Double {
    switch self {
    case .shortest: Double(cost / Self.costPerHop)
    case .surest, .telling: Double(cost) / Double(Self.costsPerUnit)
    }
  }

  /// How little a relation says: 0 for one that stands in a single statement, near 1 for one that is everywhere.
  private static func generality(_ index: GraphIndex, kind: Int) -> Double {
    let uses = Double(max(1, index.relationCounts[kind]))
    let all = Double(max(2, index.strengths.count))
    return log2(uses) / log2(all) + (index.kinds[kind].isOpen ? 0.5 : 0)
  }

  /// How far a text keeps its distance, in bits.
  private static func reservation(_ modality: Modality) -> Double {
    switch modality {
    case .asserted: 0
    case .reported: 0.5
    case .alleged: 1
    case .planned: 1.5
    case .hypothetical: 2
    }
  }

  /// Above 0, so that it has a logarithm.
  private static func confidence(_ index: GraphIndex, _ number: Int) -> Double {
    let doubt = Double(index.strengths.base[number] & GraphIndex.doubtMask)
    return max(0.000_1, 1 - doubt / 1_000_000)
  }

  private static func scaled(_ cost: Double) -> UInt32 {
    UInt32(max(0, (cost * Double(costsPerUnit)).rounded()))
  }
}
