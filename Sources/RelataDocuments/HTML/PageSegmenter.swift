/// Cuts a page into blocks: what is shown, in document order, broken where a browser begins a new block.
struct PageSegmenter {
  private let tree: MarkupTree
  private let part: HTMLReader.Part
  private var result = PageBlocks()
  /// Of the elements around the current node the innermost last.
  private var open: [(node: Int, end: Int, isBlock: Bool)] = []
  /// Those of them that are blocks.
  private var openBlocks: [Int] = []
  private var start = 0
  private var words: Float = 0
  private var linkedWords: Float = 0
  private var emphasizedWords: Float = 0
  private var links = 0
  private var emphases = 0
  private var breaks = 0
  /// Index after the table row that is being written as one block.
  private var rowEnd = 0
  private var isNewCell = false
  private let lettersBefore: [Int]

  private init(_ tree: MarkupTree, _ part: HTMLReader.Part) {
    self.tree = tree
    self.part = part
    lettersBefore = Self.lettersBefore(tree)
  }

  /// - Complexity: O(n).
  static func blocks(of tree: MarkupTree, part: HTMLReader.Part) -> PageBlocks {
    var segmenter = PageSegmenter(tree, part)
    segmenter.run()
    return segmenter.result
  }

  private mutating func run() {
    var index = 0
    while index < tree.nodes.count {
      close(before: index)
      let node = tree.nodes[index]
      if node.element == .text {
        append(node.range)
      } else if isSkipped(node.element, index) {
        index = Int(node.end)
        continue
      } else {
        enter(node.element, index)
      }
      index += 1
    }
    close(before: tree.nodes.count)
    flush()
  }

  private mutating func enter(_ element: HTMLElement, _ index: Int) {
    let end = Int(tree.nodes[index].end)
    var isBlock = element.isBlock
    switch element {
    case .br: breaks += 1
    case .a: links += 1
    case .em, .i, .strong, .b: emphases += 1
    case .tr where index >= rowEnd:
      flush()
      if isRowOfCells(index) { rowEnd = end }
    case .td where index < rowEnd, .th where index < rowEnd:
      isNewCell = true
      isBlock = false
    case _ where index < rowEnd:
      if isBlock { space() }
      isBlock = false
    default: break
    }
    if isBlock {
      flush()
      openBlocks.append(index)
    }
    open.append((index, end, isBlock))
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      if last.isBlock {
        flush()
        openBlocks.removeLast()
      } else if tree.nodes[last.node].element.isBlock {
        space()
      }
      switch tree.nodes[last.node].element {
      case .a: links -= 1
      case .em, .i, .strong, .b: emphases -= 1
      default: break
      }
      open.removeLast()
    }
  }

  private func isSkipped(_ element: HTMLElement, _ index: Int) -> Bool {
    switch element {
    case .script, .style, .head, .template, .title, .option: return true
    default: break
    }
    let isHidden = tree.isHidden(index)
    guard isHidden || element.isInvisible || part == .article && isInterface(element, index) else {
      return false
    }
    // One whose end is missing may hold the page itself; so may one that a script would show, unless it is
    // a copy of what is shown.
    let most: Float = isHidden || element == .noscript ? 0.6 : 0.3
    return letters(in: index) < 500 || Float(letters(in: index)) <= most * Float(letters(in: 0))
  }

  private func isInterface(_ element: HTMLElement, _ index: Int) -> Bool {
    if element.isInterface { return true }
    guard let role = tree.utf8(of: .role, at: index) else { return false }
    return Self.interfaceRoles.contains { role.elementsEqual($0.utf8) }
  }

  private static let interfaceRoles = [
    "navigation", "search", "menu", "menubar", "dialog", "alertdialog", "toolbar", "tablist",
  ]

  /// How many bytes of text outside of links a node has in it, scripts and the like aside.
  private func letters(in node: Int) -> Int { lettersBefore[Int(tree.nodes[node].end)] - lettersBefore[node] }

  /// How many bytes of text there are before each node.
  private static func lettersBefore(_ tree: MarkupTree) -> [Int] {
    var result: [Int] = [0]
    result.reserveCapacity(tree.nodes.count + 1)
    var (sum, end) = (0, 0)
    for (index, node) in tree.nodes.enumerated() {
      switch node.element {
      case .script, .style, .head, .template, .a: end = max(end, Int(node.end))
      case .text where index >= end:
        let text = tree.bytes[Int(node.range.lowerBound)..<Int(node.range.upperBound)]
        sum += text.count { $0 > 0x20 }
      default: break
      }
      result.append(sum)
    }
    return result
  }

  /// Whether the cells of a row hold no more than a paragraph each: a row of data, where
  /// others lay out the page.
  private func isRowOfCells(_ row: Int) -> Bool {
    var paragraphs = 0
    for index in row + 1..<max(Int(tree.nodes[row].end), row + 1) {
      let element = tree.nodes[index].element
      switch element {
      case .td, .th: paragraphs = 0
      case .p, .div:
        paragraphs += 1
        if paragraphs > 1 { return false }
      case _ where element.isBlock: return false
      default: break
      }
    }
    return true
  }
}

extension PageSegmenter {
  private mutating func append(_ range: Range<Int32>) {
    let text = tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    let isBlank = text.allSatisfy { $0 <= 0x20 }
    if breaks > 0, !isBlank {
      if breaks > 1, links == 0, rowEnd <= (open.last?.node ?? 0) { flush() } else { space() }
      breaks = 0
    }
    if isNewCell, !isBlank {
      if result.bytes.count > start {
        trim()
        result.bytes += " | ".utf8
      }
      isNewCell = false
    }
    var isAfterSpace = result.bytes.count == start || result.bytes.last == 0x20
    for byte in text {
      if byte <= 0x20 {
        if !isAfterSpace { result.bytes.append(0x20) }
        isAfterSpace = true
      } else {
        result.bytes.append(byte)
        isAfterSpace = false
      }
    }
    guard !isBlank else { return }
    let count = text.wordCount
    words += count
    if links > 0 { linkedWords += count }
    if emphases > 0 { emphasizedWords += count }
  }

  private mutating func space() {
    if result.bytes.count > start, result.bytes.last != 0x20 { result.bytes.append(0x20) }
  }

  private mutating func trim() {
    while result.bytes.count > start, result.bytes.last == 0x20 { result.bytes.removeLast() }
  }

  /// Ends the current block.
  private mutating func flush() {
    trim()
    if result.bytes.count > start {
      let node = openBlocks.last ?? 0
      result.blocks.append(
        PageBlock(
          range: start..<result.bytes.count, node: node, words: words, linkedWords: linkedWords,
          emphasizedWords: emphasizedWords))
    }
    start = result.bytes.count
    (words, linkedWords, emphasizedWords, breaks, isNewCell) = (0, 0, 0, 0, false)
  }
}
