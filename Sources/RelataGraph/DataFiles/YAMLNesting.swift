import Yams

/// How deep lists and mappings are nested in each other.
///
/// What an alias stands for is part of every place where the alias is, but is looked at once: lists of two
/// aliases to lists of two aliases … have a size without end, and a depth that is soon found.
struct YAMLNesting {
  /// Where a list or mapping begins, which is the same in every place where an alias stands for it.
  private struct Place: Hashable {
    var line: Int
    var column: Int
    var isMapping: Bool
  }

  private var known: [Place: Int] = [:]

  /// - Returns: 0 for a text, 1 for a list or mapping of texts.
  /// - Complexity: O(length of the file). Recursion is as deep as the parser's was: an alias comes after what
  ///   it stands for, which is known by then.
  mutating func depth(of node: Node) -> Int {
    let sequence = node.sequence
    let mapping = sequence == nil ? node.mapping : nil
    guard sequence != nil || mapping != nil else { return 0 }
    let place = node.mark.map { Place(line: $0.line, column: $0.column, isMapping: mapping != nil) }
    if let place, let depth = known[place] { return depth }
    var inner = 0
    if let sequence {
      for child in sequence { inner = max(inner, depth(of: child)) }
    } else if let mapping {
      for (key, value) in mapping { inner = max(inner, depth(of: key), depth(of: value)) }
    }
    if let place { known[place] = inner + 1 }
    return inner + 1
  }
}
