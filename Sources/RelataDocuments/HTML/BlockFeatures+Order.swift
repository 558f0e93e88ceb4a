/// How many words of prose come before a block.
struct ProseSoFar {
  let beforeHeadline: Float
  var page: Float = 0
  /// In the node with the highest candidacy.
  var top: Float = 0
}

extension BlockFeatures {
  func isInTop(_ block: PageBlock) -> Bool {
    outline.top.map { $0 <= block.node && block.node < Int(tree.nodes[$0].end) } ?? false
  }

  /// Where in the course of the page a block comes.
  mutating func addOrder(_ block: PageBlock, _ prose: ProseSoFar) {
    let total = max(outline.totalProse, 1)
    add(prose.page / total)
    guard let headline else { return add(0, 0, 1) }
    add(
      block.node > headline ? (prose.page - prose.beforeHeadline) / total : 0, flag(block.node < headline), 0)
  }

  mutating func addShares(_ block: PageBlock) {
    let parent = max(Int(tree.nodes[block.node].parent), 0)
    add(outline.share(parent), outline.share(max(Int(tree.nodes[parent].parent), 0)))
  }

  /// Where in what seems to be the article a block comes.
  mutating func addCourse(_ block: PageBlock, _ prose: ProseSoFar) {
    let all = outline.top.map { outline.prose[$0] } ?? 0
    let isInTop = isInTop(block)
    add(flag(isInTop && prose.top <= 0), flag(isInTop && prose.top > all * 0.95))
    add(isInTop ? prose.top / max(all, 1) : 0)
    let core = outline.core.map { $0..<Int(tree.nodes[$0].end) } ?? 0..<0
    add(
      flag(core.contains(block.node)), flag(block.node < core.lowerBound), flag(block.node >= core.upperBound)
    )
  }

  /// How far up from the headline the element is that holds both: 0 for what is beside the
  /// headline, 1 for the whole page.
  static func distances(_ tree: MarkupTree, _ headline: Int?) -> [Float] {
    var result = Array(repeating: Float(1), count: tree.nodes.count)
    guard let headline else { return result }
    var around: [Int] = []
    var node = Int(tree.nodes[headline].parent)
    while node >= 0 {
      around.append(node)
      node = Int(tree.nodes[node].parent)
    }
    var inner = headline..<headline
    for (rank, node) in around.enumerated() {
      let outer = node..<Int(tree.nodes[node].end)
      let distance = Float(rank) / Float(around.count)
      for index in outer.lowerBound..<inner.lowerBound { result[index] = distance }
      for index in inner.upperBound..<outer.upperBound { result[index] = distance }
      inner = outer
    }
    return result
  }
}
