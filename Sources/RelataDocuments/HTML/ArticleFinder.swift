/// Chooses the blocks of a page that are its article.
///
/// Each block has a value from `ArticleModel`: how much its features speak for it. But blocks do not stand
/// alone: what is in an article lies together in the page's tree. So each element is "in" or "out", and each
/// edge of the tree along which that changes costs something (a Potts model). The labels with the highest sum
/// are found exactly, by dynamic programming from the leaves to the root.
enum ArticleFinder {
  /// - Parameter values: one a block, above 0 for the article's.
  /// - Returns: the indices of the blocks that are in.
  /// - Complexity: O(n).
  static func choose(_ tree: MarkupTree, _ page: PageBlocks, values: [Float], switching: Float) -> [Int] {
    let count = tree.nodes.count
    guard count > 0 else { return [] }
    // The best sums of what is in a node, if the node is in or out.
    var inside = Array(repeating: Float(0), count: count)
    var outside = inside
    for (index, block) in page.blocks.enumerated() {
      inside[block.node] += max(values[index], -switching)
      outside[block.node] += max(0, values[index] - switching)
    }
    for node in stride(from: count - 1, through: 0, by: -1) {
      let parent = Int(tree.nodes[node].parent)
      guard parent >= 0 else { continue }
      inside[parent] += max(inside[node], outside[node] - switching)
      outside[parent] += max(outside[node], inside[node] - switching)
    }
    var isIn = Array(repeating: false, count: count)
    for node in 0..<count {
      let parent = Int(tree.nodes[node].parent)
      let isAroundIn = parent >= 0 && isIn[parent]
      isIn[node] =
        isAroundIn ? inside[node] >= outside[node] - switching : inside[node] - switching > outside[node]
    }
    return page.blocks.indices.filter { index in
      let value = values[index]
      return isIn[page.blocks[index].node] ? value > -switching : value > switching
    }
  }
}
