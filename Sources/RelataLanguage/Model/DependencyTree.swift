/// The highest-scoring dependency tree with exactly one root (Chu and Liu 1965; Edmonds 1967).
enum DependencyTree {
  /// - Parameter scores: for each of `count` words `count + 1` scores, the first for being the root,
  ///   the others for each head.
  /// - Returns: for each word 0 (root) or the 1-based head.
  /// - Complexity: O(n²) where the best heads already form a tree (19 sentences in 20), else O(n³).
  static func heads(scores: [Float], count: Int) -> [Int] {
    scores.withUnsafeBufferPointer { heads(scores: $0, count: count) }
  }

  static func heads(scores: UnsafeBufferPointer<Float>, count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let width = count + 1
    var greedy = [Int](repeating: 0, count: count)
    for word in 0..<count {
      var best = 0
      for head in 0..<width
      where head != word + 1 && scores[word * width + head] > scores[word * width + best] {
        best = head
      }
      greedy[word] = best
    }
    if isTree(greedy) { return greedy }
    // A price on every root that more than one tree could pay only once: the best tree then has one root.
    var weights = [[Double]](repeating: [Double](repeating: -.infinity, count: width), count: width)
    let price = 1e6
    for word in 0..<count {
      for head in 0..<width where head != word + 1 {
        weights[word + 1][head] = Double(scores[word * width + head]) - (head == 0 ? price : 0)
      }
    }
    return Array(arborescence(weights).dropFirst())
  }

  static func isTree(_ heads: [Int]) -> Bool {
    guard heads.filter({ $0 == 0 }).count == 1 else { return false }
    // 0 unseen, 1 on the current path, 2 known to reach the root
    var state = [Int](repeating: 0, count: heads.count + 1)
    state[0] = 2
    for start in 1...heads.count {
      var path: [Int] = []
      var node = start
      while state[node] == 0 {
        state[node] = 1
        path.append(node)
        node = heads[node - 1]
      }
      if state[node] == 1 { return false }
      for visited in path { state[visited] = 2 }
    }
    return true
  }

  /// Best heads of nodes 1…n with node 0 as root; weights[dependent][head].
  private static func arborescence(_ weights: [[Double]]) -> [Int] {
    let count = weights.count
    var heads = [Int](repeating: 0, count: count)
    for node in 1..<count {
      var best = node == 1 ? (count > 2 ? 2 : 0) : 1
      for head in 0..<count where head != node && weights[node][head] > weights[node][best] { best = head }
      heads[node] = best
    }
    guard let cycle = cycle(in: heads) else { return heads }
    let inCycle = Set(cycle)
    // Contract the cycle to one node behind the others.
    let rest = (0..<count).filter { !inCycle.contains($0) }
    let merged = rest.count
    var contracted = [[Double]](
      repeating: [Double](repeating: -.infinity, count: merged + 1), count: merged + 1)
    var entry = [Int](repeating: 0, count: merged)
    var exit = [Int](repeating: 0, count: merged)
    for (i, a) in rest.enumerated() {
      for (j, b) in rest.enumerated() where i != j { contracted[i][j] = weights[a][b] }
      var bestEntry = cycle[0]
      var bestExit = cycle[0]
      for node in cycle {
        if weights[node][a] - weights[node][heads[node]] > weights[bestEntry][a]
          - weights[bestEntry][heads[bestEntry]]
        {
          bestEntry = node
        }
        if weights[a][node] > weights[a][bestExit] { bestExit = node }
      }
      entry[i] = bestEntry
      exit[i] = bestExit
      contracted[merged][i] = weights[bestEntry][a] - weights[bestEntry][heads[bestEntry]]
      contracted[i][merged] = weights[a][bestExit]
    }
    let solution = arborescence(contracted)
    var result = heads
    for (i, node) in rest.enumerated() where node != 0 {
      result[node] = solution[i] == merged ? exit[i] : rest[solution[i]]
    }
    let outside = solution[merged]
    result[entry[outside]] = rest[outside]
    return result
  }

  private static func cycle(in heads: [Int]) -> [Int]? {
    var state = [Int](repeating: 0, count: heads.count)
    state[0] = 2
    for start in heads.indices {
      var path: [Int] = []
      var node = start
      while state[node] == 0 {
        state[node] = 1
        path.append(node)
        node = heads[node]
      }
      if state[node] == 1, let first = path.firstIndex(of: node) { return Array(path[first...]) }
      for visited in path { state[visited] = 2 }
    }
    return nil
  }
}
