extension BlockFeatures {
  /// In what elements a block lies.
  mutating func addElements(_ block: PageBlock) {
    let element = tree.nodes[block.node].element
    let around = surroundings[block.node]
    add(flag(element == .p), flag(element.isHeading && element != .h1), flag(element == .h1))
    add(flag(element == .li || element == .dd || element == .dt))
    add(flag(element == .tr || element == .td || element == .th), flag(element == .pre))
    add(flag(around.contains(.quote)), flag(around.contains(.figure)), flag(element == .figcaption))
    for kind in [
      Surroundings.article, .main, .articleBody, .header, .footer, .aside, .form, .list, .table, .address,
    ] { add(flag(around.contains(kind))) }
  }

  mutating func addHints(_ block: PageBlock) {
    let all = outline.hints[block.node]
    let parent = max(Int(tree.nodes[block.node].parent), 0)
    let own = outline.ownHints[block.node].union(outline.share(parent) > 0.5 ? [] : outline.ownHints[parent])
    for hint in PageHints.all { add(flag(all.contains(hint))) }
    for hint in PageHints.all { add(flag(own.contains(hint))) }
  }

  /// What is around a block.
  mutating func addPlace(_ index: Int, _ signatureShare: Float) {
    let block = page.blocks[index]
    let parent = max(Int(tree.nodes[block.node].parent), 0)
    let grandparent = max(Int(tree.nodes[parent].parent), 0)
    if let top = outline.top {
      let best = [block.node, parent, grandparent].map { outline.candidacy[$0] }.max() ?? 0
      let range = top..<Int(tree.nodes[top].end)
      let above = max(Int(tree.nodes[top].parent), 0)
      add(best / max(outline.candidacy[top], 1), flag(range.contains(block.node)))
      add(flag((above..<Int(tree.nodes[above].end)).contains(block.node)))
      add(flag(block.node < top), flag(block.node >= range.upperBound))
    } else {
      add(0, 0, 0, 0, 0)
    }
    add(signatureShare)
    for node in [parent, grandparent] {
      add(outline.linkDensity(node), scale(outline.words[node] / max(outline.blockCount[node], 1)))
    }
    for neighbour in [index - 1, index + 1] {
      if page.blocks.indices.contains(neighbour) {
        add(scale(page.blocks[neighbour].words), page.blocks[neighbour].linkDensity)
      } else {
        add(0, 1)
      }
    }
  }

  /// 0 for nothing, 1 for about 50 words.
  func scale(_ words: Float) -> Float {
    var (value, rest): (Float, Float) = (0, min(words, 255) + 1)
    while rest >= 2 { (value, rest) = (value + 1, rest / 2) }
    return (value + rest - 1) / 5.7
  }
}

extension BlockFeatures {
  /// How an element is marked up: its own and its parent's element and class. Paragraphs
  /// of one text have the same.
  struct Signature: Hashable {
    let element: HTMLElement
    let parent: HTMLElement
    let classes: ArraySlice<UInt8>?
    let parentClasses: ArraySlice<UInt8>?
  }

  func signature(_ block: PageBlock) -> Signature {
    let parent = max(Int(tree.nodes[block.node].parent), 0)
    return Signature(
      element: tree.nodes[block.node].element, parent: tree.nodes[parent].element,
      classes: tree.utf8(of: .class, at: block.node)?.prefix(100),
      parentClasses: tree.utf8(of: .class, at: parent)?.prefix(100))
  }

  /// Of each block the part of the page's prose that has its signature.
  func signatureShares() -> [Float] {
    var shares: [Signature: Float] = [:]
    for block in page.blocks {
      shares[signature(block), default: 0] += block.proseWords / max(outline.totalProse, 1)
    }
    return page.blocks.map { shares[signature($0)] ?? 0 }
  }
}
