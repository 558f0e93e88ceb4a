import BenchmarkSupport
import Relata

/// A typed multigraph whose degrees follow a power law (B. Bollobás et al., Directed Scale-Free
/// Graphs, 2003, simplified): each statement connects a node taken by chance with one taken in
/// proportion to its degree.
struct RandomGraph {
  struct Edge {
    let subject: Int
    let object: Int
    let relation: Int
    /// In steps of one hundredth.
    let confidence: Int
  }

  static let relationCount = 30

  let nodeCount: Int
  private(set) var edges: [Edge] = []

  init(nodes: Int, edges count: Int, seed: UInt64) {
    nodeCount = nodes
    var random = SplitMix64(seed: seed)
    // Hubs at random places: their numbers say nothing.
    var places = Array(0..<nodes)
    for place in stride(from: nodes - 1, to: 0, by: -1) { places.swapAt(place, random.below(place + 1)) }
    // Each end of each edge: taking one by chance is taking a node in proportion to its degree.
    var ends: [Int] = []
    ends.reserveCapacity(2 * count)
    edges.reserveCapacity(count)
    func node(_ random: inout SplitMix64) -> Int {
      ends.isEmpty || random.below(5) == 0 ? random.below(nodes) : ends[random.below(ends.count)]
    }
    for number in 0..<count {
      // Every node has an edge: some edges begin at each in turn.
      let subject = number % 5 == 0 ? number / 5 % nodes : node(&random)
      var object = node(&random)
      if object == subject { object = (object + 1) % nodes }
      ends.append(subject)
      ends.append(object)
      // Some relations are frequent, most are rare, as in any ontology.
      let relation = min(random.below(Self.relationCount), random.below(Self.relationCount))
      edges.append(
        Edge(
          subject: places[subject], object: places[object], relation: relation,
          confidence: 5 + random.below(96)))
    }
  }

  /// Pairs of different nodes.
  func pairs(_ count: Int, seed: UInt64) -> [(Int, Int)] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let first = random.below(nodeCount)
      let second = random.below(nodeCount)
      return (first, first == second ? (second + 1) % nodeCount : second)
    }
  }

  static func id(_ node: Int) -> EntityID {
    let digits = String(node)
    return EntityID(rawValue: "n" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits)
  }

  /// Two invented words, the second mostly its own: as many different words as a large graph of people has.
  static func name(_ node: Int) -> String {
    word(node % 997, syllables: 2) + " " + word(node &* 7_919 % 262_144, syllables: 3)
  }

  private static func word(_ number: Int, syllables: Int) -> String {
    let (consonants, vowels) = (Array("bdfghjklmnprstvz"), Array("aeiu"))
    var number = number
    var word = ""
    for _ in 0..<syllables {
      word.append(consonants[number % 16])
      word.append(vowels[number / 16 % 4])
      number /= 64
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  static func relation(_ number: Int) -> String { "r\(number)" }

  var knowledgeGraph: KnowledgeGraph {
    let ids = (0..<nodeCount).map(Self.id)
    return KnowledgeGraph(
      entities: ids.enumerated().map { Entity(id: $1, name: Self.name($0), type: .person) },
      statements: edges.map { edge in
        Statement(
          subject: ids[edge.subject], relation: Self.relation(edge.relation), object: ids[edge.object],
          confidence: Double(edge.confidence) / 100, evidence: [])
      })
  }
}
