/// Names that are worth comparing with each other, in blocks of bounded size.
struct Blocks {
  /// No block has more names, so that comparing all of a block takes a bounded time.
  static let limit = 128
  /// What no key splits is compared with its neighbours in alphabetical order only.
  static let neighbors = 24

  /// One block: all of its names are compared with each other, or each with its neighbours.
  struct Block {
    /// Ascending; in alphabetical order of what is compared where only neighbours are.
    var names: [NameID]
    var areOnlyNeighborsCompared = false
  }

  private let table: NameTable
  private let keys: NameKeys

  init(table: NameTable, keys: NameKeys) {
    self.table = table
    self.keys = keys
  }

  /// Calls `body` for each block of names of one kind, in the order of their keys. A name may be in several.
  /// - Complexity: O(n) for n names, apart from sorting.
  func forEach(of names: [NameID], _ body: (Block) -> Void) {
    for kind in NameKind.allCases {
      let ofKind = names.filter { table[$0].kind == kind }
      split(ofKind, path: [], body)
    }
  }

  private func split(_ names: [NameID], path: [String], _ body: (Block) -> Void) {
    var blocks: [String: [NameID]] = [:]
    for name in names {
      for key in keys.keys(of: table[name], after: path) { blocks[key, default: []].append(name) }
    }
    for (key, block) in blocks.sorted(by: { $0.key < $1.key }) where block.count > 1 {
      if block.count <= Self.limit {
        body(Block(names: block))
      } else if path.count + 1 < NameKeys.levels {
        split(block, path: path + [key], body)
      } else {
        let sorted = block.sorted { (table[$0].folded, $0) < (table[$1].folded, $1) }
        body(Block(names: sorted, areOnlyNeighborsCompared: true))
      }
    }
  }
}
