/// Makes a tree of whatever heads there are: the format asks for one root and no circle, also where a
/// sentence was never parsed.
enum TreeRepair {
  /// The heads of `tokens`, changed as little as makes them a tree: the first root (or, without one, the
  /// first token) stays, other roots hang from it, and so does one token of each circle.
  /// - Complexity: O(*n*).
  static func heads(of tokens: [Token]) -> [Int?] {
    guard !tokens.isEmpty else { return [] }
    let root = tokens.firstIndex { $0.head == nil } ?? 0
    var heads = tokens.indices.map { index -> Int? in
      if index == root { return nil }
      guard let head = tokens[index].head, tokens.indices.contains(head), head != index else { return root }
      return head
    }
    // 0: not seen, 1: on the way now, 2: known to reach the root.
    var state = [UInt8](repeating: 0, count: tokens.count)
    state[root] = 2
    for start in tokens.indices where state[start] == 0 {
      var path: [Int] = []
      var node = start
      while state[node] == 0 {
        state[node] = 1
        path.append(node)
        node = heads[node] ?? root
      }
      if state[node] == 1 { heads[node] = root }
      for visited in path { state[visited] = 2 }
    }
    return heads
  }
}
