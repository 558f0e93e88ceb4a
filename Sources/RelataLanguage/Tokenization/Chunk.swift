/// A run of scalars without white space, with what was seen in it at one look.
struct Chunk {
  /// Web and mail addresses are only looked for in chunks no longer than this.
  static let longestAddress = 2_048

  let range: Range<Int>
  private(set) var hasAt = false
  private(set) var hasHash = false
  private(set) var hasInnerStop = false
  private(set) var hasSlashes = false

  /// Whether an address can be in it.
  var mayHoldAddress: Bool {
    range.count <= Self.longestAddress && (hasAt || hasHash || hasInnerStop || hasSlashes)
  }

  init(range: Range<Int>) { self.range = range }

  init(at start: Int, in scalars: [Unicode.Scalar], until limit: Int) {
    var end = start
    while end < limit, !scalars[end].isSpace, !scalars[end].isInvisible {
      switch scalars[end] {
      case "@": hasAt = true
      case "#": hasHash = true
      case ".": if end + 1 < limit, scalars[end + 1].isWordScalar { hasInnerStop = true }
      case "/": if end + 1 < limit, scalars[end + 1] == "/" { hasSlashes = true }
      default: break
      }
      end += 1
    }
    range = start..<end
  }
}
