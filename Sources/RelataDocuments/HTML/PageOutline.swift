/// Where the prose of a page lies: sums over the elements of its tree, and what their names hint at.
struct PageOutline {
  /// Words outside of links in paragraphs of some length, by node, of the node and all in it.
  private(set) var prose: [Float]
  /// All words, by node.
  private(set) var words: [Float]
  private(set) var linkedWords: [Float]
  /// Blocks, by node.
  private(set) var blockCount: [Float]
  /// How likely a node is the one that holds the article's paragraphs: what they say, passed to the parent in
  /// full and to the next in half, as in a page the paragraphs of one text are siblings or nearly so.
  private(set) var candidacy: [Float]
  /// Hints of the node itself.
  private(set) var ownHints: [PageHints]
  /// Hints of the node and of those around it.
  private(set) var hints: [PageHints]
  /// The node with the highest candidacy; nil on a page without prose.
  private(set) var top: Int?
  /// The smallest node with most of the prose that no hint speaks against: also holds an article whose
  /// paragraphs are no siblings.
  private(set) var core: Int?

  /// The heading that shows the page's title.
  let headline: Int?

  var totalProse: Float { prose.first ?? 0 }

  /// - Complexity: O(n).
  init(_ tree: MarkupTree, _ page: PageBlocks, headline: Int?) {
    self.headline = headline
    let count = tree.nodes.count
    prose = Array(repeating: 0, count: count)
    words = prose
    linkedWords = prose
    blockCount = prose
    candidacy = prose
    ownHints = Array(repeating: [], count: count)
    hints = ownHints
    for block in page.blocks {
      let said = block.proseWords
      prose[block.node] += said
      words[block.node] += block.words
      linkedWords[block.node] += block.linkedWords
      blockCount[block.node] += 1
      guard said > 0 else { continue }
      let value = min(said, 60)
      let parent = Self.container(of: block.node, tree)
      candidacy[parent] += value
      let grandparent = Int(tree.nodes[parent].parent)
      if grandparent >= 0 { candidacy[grandparent] += value / 2 }
    }
    for node in stride(from: count - 1, to: 0, by: -1) {
      let parent = Int(tree.nodes[node].parent)
      guard parent >= 0 else { continue }
      prose[parent] += prose[node]
      words[parent] += words[node]
      linkedWords[parent] += linkedWords[node]
      blockCount[parent] += blockCount[node]
    }
    addHints(tree)
    var best: Float = 0
    for node in 0..<count where candidacy[node] > 0 {
      candidacy[node] *= 1 - linkDensity(node)
      if !hints[node].isDisjoint(with: .elsewhere) { candidacy[node] /= 3 }
      if candidacy[node] > best { (best, top) = (candidacy[node], node) }
    }
    addCore(tree, page)
  }

  private mutating func addCore(_ tree: MarkupTree, _ page: PageBlocks) {
    var clean = Array(repeating: Float(0), count: tree.nodes.count)
    for block in page.blocks
    where hints[block.node].isDisjoint(with: .elsewhere) && block.node >= headline ?? 0 {
      clean[block.node] += block.proseWords
    }
    for node in stride(from: clean.count - 1, to: 0, by: -1) where tree.nodes[node].parent >= 0 {
      clean[Int(tree.nodes[node].parent)] += clean[node]
    }
    let most = (clean.first ?? 0) * 0.6
    guard most > 0 else { return }
    core = clean.indices.last { clean[$0] >= most }
  }

  func linkDensity(_ node: Int) -> Float { words[node] > 0 ? min(linkedWords[node] / words[node], 1) : 0 }

  /// The part of the page's prose that a node holds.
  func share(_ node: Int) -> Float { totalProse > 0 ? prose[node] / totalProse : 0 }

  /// Whether an element holds the headline and much prose: it is the article or what is around it, so that
  /// its name says nothing against what is in it.
  func isPage(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard let headline else { return share(node) > 0.5 }
    return node <= headline && headline < Int(tree.nodes[node].end) && share(node) > 0.3
  }

  /// The element that holds a paragraph among others: the parent, but the element itself where its characters
  /// lie in it directly, broken by `br`.
  private static func container(of node: Int, _ tree: MarkupTree) -> Int {
    switch tree.nodes[node].element {
    case .div, .td, .section, .article, .body, .main, .center: node
    default: max(Int(tree.nodes[node].parent), 0)
    }
  }

  /// The first five names: what has more is a list of categories or of styles.
  private static func first(_ names: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var spaces = 0
    return names.prefix { byte in
      if byte == 0x20 { spaces += 1 }
      return spaces < 5
    }
  }

  private mutating func addHints(_ tree: MarkupTree) {
    for node in tree.nodes.indices where tree.nodes[node].element != .text {
      var own = PageHints()
      for index in tree.nodes[node].range {
        let attribute = tree.attributes[Int(index)]
        guard attribute.name == .class || attribute.name == .id || attribute.name == .itemprop else {
          continue
        }
        let names = tree.bytes[Int(attribute.range.lowerBound)..<Int(attribute.range.upperBound)]
        own.formUnion(PageHints(names: Self.first(names)))
      }
      ownHints[node] = own
      let parent = Int(tree.nodes[node].parent)
      let around = parent >= 0 ? hints[parent] : []
      hints[node] = around.union(isPage(node, tree) ? own.intersection([.body]) : own)
    }
  }
}

extension PageBlock {
  /// Words outside of links, if it is a paragraph of some length; else 0.
  var proseWords: Float {
    let said = words - linkedWords
    return words >= 10 && linkDensity < 0.4 ? said : 0
  }
}
