/// How a table separates its fields.
struct CSVDialect {
  let delimiter: UInt8

  private static let delimiters: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"),
  ]
  /// How many rows tell the delimiter.
  private static let rows = 50

  /// The delimiter that cuts the first rows best: into the most rows of as many fields as the first has, more
  /// than one; nil where none does.
  /// - Parameter isWhole: whether `head` is the whole file, so that its last row is not cut.
  init?(head: [UInt8], isWhole: Bool) {
    var best: (score: Double, delimiter: UInt8)?
    for delimiter in Self.delimiters {
      let counts = Self.fieldCounts(head, delimiter: delimiter, isWhole: isWhole)
      guard let first = counts.first, first > 1 else { continue }
      let agreeing = counts.count { $0 == first }
      let score = Double(agreeing) / Double(counts.count)
      // Of two that do, a comma in numbers or a bar in titles cuts only some rows.
      if score > (best?.score ?? 0) { best = (score, delimiter) }
    }
    guard let best else { return nil }
    delimiter = best.delimiter
    agreement = best.score
  }

  /// The share of the first rows that have as many fields as the first of all.
  let agreement: Double

  private static func fieldCounts(_ head: [UInt8], delimiter: UInt8, isWhole: Bool) -> [Int] {
    var counts: [Int] = []
    var fields = 1
    var isQuoted = false
    var isBlank = true
    var isFieldStart = true
    for byte in head {
      if isQuoted {
        if byte == UInt8(ascii: "\"") { isQuoted = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = isFieldStart
      case delimiter: fields += 1
      case 0x0A:
        if !isBlank { counts.append(fields) }
        if counts.count == rows { return counts }
        (fields, isBlank) = (1, true)
      default: break
      }
      isFieldStart = byte == delimiter || byte == 0x0A
      if byte != 0x0D, byte != 0x0A { isBlank = false }
    }
    if isWhole || counts.isEmpty, !isBlank { counts.append(fields) }
    return counts
  }
}
