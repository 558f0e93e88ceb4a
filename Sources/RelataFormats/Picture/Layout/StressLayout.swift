import RelataLayout

/// Places points so that their distances come near to those along the links: stress, reduced by stochastic
/// gradient descent (Zheng, Pawar and Goodman 2018, https://arxiv.org/abs/1710.04626).
///
/// The labels are points of their own between the ends of their links, so that each gets room of its size.
struct StressLayout {
  let problem: LayoutProblem
  private let count: Int
  /// How far each pair should be apart, and who they are.
  private var pairs: [(a: Int32, b: Int32, distance: Double)] = []

  /// - Complexity: O(*n*² · log *n*) for *n* entities and labels.
  init(_ problem: LayoutProblem) {
    self.problem = problem
    count = problem.nodes.count + problem.links.count
    let rows = Self.lengths(of: problem)
    for source in 0..<count {
      let distances = Self.distances(from: source, along: rows)
      for target in 0..<source { pairs.append((Int32(target), Int32(source), distances[target])) }
    }
  }

  /// The places of entities, then labels. The same seed gives the same places.
  func places(seed: UInt64) -> [PicturePoint] {
    var random = SplitMix(seed: seed)
    let farthest = pairs.reduce(1) { max($0, $1.distance) }
    var places = (0..<count).map { _ in
      PicturePoint(x: random.unit() * farthest, y: random.unit() * farthest)
    }
    var order = pairs
    // From steps that satisfy every pair down to steps that hardly move.
    var step = farthest * farthest
    for round in 0..<60 {
      // Shuffling millions each time would take longer than the steps.
      if round == 0 || order.count < 100_000 { random.shuffle(&order) }
      for pair in order {
        let (a, b) = (Int(pair.a), Int(pair.b))
        let difference = places[a] - places[b]
        let length = max(difference.length, 1e-6)
        let weight = min(1, step / (pair.distance * pair.distance))
        let move = difference * (weight * (length - pair.distance) / (2 * length))
        places[a] = places[a] - move
        places[b] = places[b] + move
      }
      step *= 0.85
    }
    return places
  }

  /// How long the way from an entity to a label is, both ways round.
  private static func lengths(of problem: LayoutProblem) -> [[(to: Int, length: Double)]] {
    var degrees = [Int](repeating: 0, count: problem.nodes.count)
    for link in problem.links {
      degrees[link.first] += 1
      degrees[link.second] += 1
    }
    var rows = [[(to: Int, length: Double)]](
      repeating: [], count: problem.nodes.count + problem.links.count)
    for (index, link) in problem.links.enumerated() {
      let label = problem.nodes.count + index
      for end in [link.first, link.second] {
        let near = radius(problem.nodes[end]) + radius(link.label) + 10
        // Around a hub its labels need a circle that holds them.
        let around = Double(degrees[end]) * 2.1 * radius(link.label) / 6.28
        let length = max(near, 0.55 * around + 0.45 * near)
        rows[end].append((label, length))
        rows[label].append((end, length))
      }
    }
    return rows
  }

  private static func radius(_ size: PictureSize) -> Double {
    (size.width * size.height).squareRoot() / 2 + 4
  }

  /// By correcting labels until none changes; what is not connected is infinitely far away,
  /// and there is none of it.
  private static func distances(from source: Int, along rows: [[(to: Int, length: Double)]]) -> [Double] {
    var distances = [Double](repeating: .infinity, count: rows.count)
    distances[source] = 0
    var front = [source]
    while !front.isEmpty {
      var next: [Int] = []
      for node in front {
        for way in rows[node] where distances[node] + way.length < distances[way.to] {
          distances[way.to] = distances[node] + way.length
          next.append(way.to)
        }
      }
      front = next
    }
    return distances
  }
}
