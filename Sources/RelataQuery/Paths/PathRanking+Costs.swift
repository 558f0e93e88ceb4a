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
  /// More than any doubt of any path: a path with fewer hops is cheaper whatever it is made of.
  static let costPerHop = 1 << 40

  /// What this ranking orders by, as numbers for the engine. Documentation/paths.md has the
  /// formulas and their sources.
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
      var memo = CostMemo()
      for number in 0..<count {
        byStatement.base[number] = memo.cost(index.strengths.base[number] & GraphIndex.doubtMask, 0) {
          Self.scaled(-log(index.sureness(of: number)))
        }
      }
      // At least 1 for each hop, so that among equally sure paths the shorter comes first.
      return StepCosts(perHop: 1, byStatement: byStatement, byNode: nil)
    case .informative: return informativeCosts(index, informativeness)
    }
  }

  private func informativeCosts(_ index: GraphIndex, _ informativeness: Informativeness) -> StepCosts {
    let count = index.strengths.count
    let byStatement = FixedBuffer<UInt32>(count: count, repeating: 0)
    let kindCosts = index.kinds.indices.map {
      Self.generality(index, kind: $0) + (informativeness.relations[index.kinds[$0].relation] ?? 0)
    }
    let typeCosts = index.types.map { informativeness.passing[$0] ?? 0 }
    var memo = CostMemo()
    for number in 0..<count {
      let (strength, kind) = (index.strengths.base[number], index.kindOfStatement.base[number])
      byStatement.base[number] = memo.cost(strength, kind) {
        let documents = Double(max(1, strength >> 20))
        let weakness =
          (Self.reservation(index.kinds[Int(kind)].modality) - log2(index.sureness(of: number))) / documents
        return Self.scaled(weakness + kindCosts[Int(kind)])
      }
    }
    let byNode = FixedBuffer<UInt32>(count: index.entityCount, repeating: 0)
    memo = CostMemo()
    for node in 0..<index.entityCount {
      let (degree, type) = (index.degrees.base[node], index.typeOfNode.base[node])
      byNode.base[node] = memo.cost(degree, type) {
        Self.scaled(0.5 * log2(Double(max(1, degree))) + typeCosts[Int(type)])
      }
    }
    return StepCosts(perHop: 2 * Self.costsPerUnit, byStatement: byStatement, byNode: byNode)
  }

  /// In the unit of the documentation; of the shortest, the number of hops.
  func unscaled(_ cost: Int) -> Double {
    switch self {
    case .shortest: Double(cost / Self.costPerHop)
    case .surest, .informative: Double(cost) / Double(Self.costsPerUnit)
    }
  }

  /// How little a relation says: 0 for one that stands in a single statement, near 1
  /// for one that is everywhere.
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

  private static func scaled(_ cost: Double) -> UInt32 {
    UInt32(max(0, (cost * Double(costsPerUnit)).rounded()))
  }
}

extension GraphIndex {
  /// A statement's confidence, above 0, so that it has a logarithm.
  fileprivate func sureness(of statement: Int) -> Double { max(0.000_1, confidence(of: statement)) }
}

/// Remembers costs by what they depend on: there are far fewer different ones than statements,
/// and logarithms are slow.
private struct CostMemo {
  private static let size = 1 << 13
  /// No pair of numbers is the start value: there are not so many kinds or types.
  private var keys = [UInt64](repeating: .max, count: Self.size)
  private var costs = [UInt32](repeating: 0, count: Self.size)

  @inline(__always) mutating func cost(_ a: UInt32, _ b: UInt32, _ compute: () -> UInt32) -> UInt32 {
    let key = UInt64(a) << 32 | UInt64(b)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 51)
    if keys[place] == key { return costs[place] }
    let cost = compute()
    keys[place] = key
    costs[place] = cost
    return cost
  }
}
