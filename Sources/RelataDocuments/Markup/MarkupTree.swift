/// A parsed page as flat arrays in document order, so that every pass over it is a loop: nesting,
/// however deep, costs no stack.
struct MarkupTree: Sendable {
  /// An element or a run of characters.
  struct Node: Sendable {
    let element: HTMLElement
    /// Index of the parent; −1 for those at the top.
    let parent: Int32
    /// Index one past its last descendant.
    var end: Int32
    /// Of a run of characters its bytes in `bytes`, of an element its attributes in `attributes`.
    var range: Range<Int32>
  }

  struct Attribute: Sendable {
    let name: HTMLAttribute
    /// Its value in `bytes`.
    let range: Range<Int32>
  }

  /// All elements and runs of characters, each before what is in it.
  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// UTF-8 of all characters and attribute values.
  var bytes: [UInt8] = []
  /// Whether elements lay too deep in one another and the rest was not read.
  var isCutOff = false
}

extension MarkupTree {
  func value(of attribute: HTMLAttribute, at node: Int) -> String? {
    utf8(of: attribute, at: node).map { String(decoding: $0, as: UTF8.self) }
  }

  func utf8(of attribute: HTMLAttribute, at node: Int) -> ArraySlice<UInt8>? {
    guard nodes[node].element != .text else { return nil }
    for index in nodes[node].range where attributes[Int(index)].name == attribute {
      let range = attributes[Int(index)].range
      return bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }
    return nil
  }

  /// The characters in a node, as they stand; no more than about as many bytes as are asked for.
  func text(in node: Int, atMost limit: Int = .max) -> String {
    var text: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].element == .text {
      text += bytes[Int(nodes[index].range.lowerBound)..<Int(nodes[index].range.upperBound)].prefix(limit)
      if text.count >= limit { break }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether attributes say that it is not shown.
  func isHidden(_ node: Int) -> Bool {
    for index in nodes[node].range {
      let attribute = attributes[Int(index)]
      switch attribute.name {
      case .hidden: return true
      case .style:
        let value = bytes[Int(attribute.range.lowerBound)..<Int(attribute.range.upperBound)]
        let words = value.filter { $0 != 0x20 }.map { $0 | 0x20 }
        if words.contains("display:none".utf8) || words.contains("visibility:hidden".utf8) { return true }
      default: break
      }
    }
    return false
  }
}

extension Collection where Element: Equatable {
  /// Whether `other` occurs in it. Complexity: O(n·m).
  func contains(_ other: some Collection<Element>) -> Bool {
    guard let first = other.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: other) { return true }
      rest = rest[rest.index(after: start)...]
    }
    return false
  }
}
