/// Cuts a table into rows (RFC 4180). Fields in quotation marks may hold line ends, delimiters and doubled
/// quotation marks; elsewhere a quotation mark is a character like any other.
struct CSVRows {
  enum Row {
    case fields([String], line: Int)
    case unreadable(FormatError, line: Int)
  }

  /// How often a quotation mark that is never closed is taken for a character, and reading
  /// goes on in the next line.
  private static let most = 8

  private let delimiter: UInt8
  private let limit: Int
  private var line = 0
  private var unclosed = 0

  init(delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    self.limit = limit
  }

  /// The next row; nil at the end. Blank lines are passed over.
  mutating func next(_ reader: inout ByteReader) throws(FormatError) -> Row? {
    while let first = try reader.readLine(limit: limit) {
      line += 1
      let begin = line
      if first.isTooLong { return .unreadable(.tooLarge(what: "bytes", limit: limit), line: begin) }
      guard !first.bytes.isEmpty else { continue }
      var cutter = CSVFields(delimiter: delimiter)
      cutter.add(first.bytes[...])
      if !cutter.isQuoted { return .fields(cutter.finished(), line: begin) }
      return try longRow(cutter, begin, &reader)
    }
    return nil
  }

  private mutating func longRow(
    _ first: CSVFields, _ begin: Int, _ reader: inout ByteReader
  ) throws(FormatError) -> Row {
    var cutter = first
    var taken: [UInt8] = []
    while cutter.isQuoted {
      guard taken.count <= limit, let next = try reader.readLine(limit: limit), !next.isTooLong else {
        unclosed += 1
        guard unclosed <= Self.most else {
          throw .damaged(reason: "line \(begin): quotation marks are not closed in this and other rows")
        }
        reader.putBack(taken)
        line = begin
        return .unreadable(.damaged(reason: "a quotation mark is not closed"), line: begin)
      }
      line += 1
      taken += next.bytes + [0x0A]
      cutter.addLineEnd()
      cutter.add(next.bytes[...])
    }
    return .fields(cutter.finished(), line: begin)
  }
}
