/// Nodes along a curve that visits the quarters of a square one after another, so that neighbours in the
/// drawing are neighbours in memory and each cell of a quadtree is a range.
struct MortonOrder: Sendable {
  /// The nodes in order; those at one place ascending.
  private(set) var nodes: [Int32]
  /// The way to each node, two bits a level, beside ``nodes``.
  private(set) var codes: [UInt32]

  /// How many times a square is quartered at most.
  static let levels = 16

  /// - Complexity: O(number of places).
  init(of places: Places) {
    let count = places.count
    nodes = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    codes = []
    guard let left = places.x.min(), let right = places.x.max(), let top = places.y.min(),
      let bottom = places.y.max()
    else { return }
    let side = max(right - left, bottom - top)
    // All at one place: one cell.
    let scale = side > 0 ? 65_535 / side : 0
    codes = (0..<count).map {
      Self.spread(Self.cell((places.x[$0] - left) * scale))
        | Self.spread(Self.cell((places.y[$0] - top) * scale)) << 1
    }
    sort()
  }

  private static func cell(_ coordinate: Double) -> UInt32 { UInt32(max(0, min(65_535, coordinate))) }

  /// The bits of a 16-bit number with a gap after each.
  private static func spread(_ number: UInt32) -> UInt32 {
    var word = number
    word = (word | word << 8) & 0x00FF_00FF
    word = (word | word << 4) & 0x0F0F_0F0F
    word = (word | word << 2) & 0x3333_3333
    word = (word | word << 1) & 0x5555_5555
    return word
  }

  /// By code, a byte at a time from the last; stable, so that equal codes keep their order.
  private mutating func sort() {
    var nextNodes = nodes
    var nextCodes = codes
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      var ends = Array(repeating: 0, count: 257)
      for code in codes { ends[Int(code >> shift & 255) + 1] += 1 }
      for byte in 0..<256 { ends[byte + 1] += ends[byte] }
      for index in nodes.indices {
        let byte = Int(codes[index] >> shift & 255)
        nextNodes[ends[byte]] = nodes[index]
        nextCodes[ends[byte]] = codes[index]
        ends[byte] += 1
      }
      swap(&nodes, &nextNodes)
      swap(&codes, &nextCodes)
    }
  }
}
