/// The rows of one embedded table of tab-separated values, read from top to bottom.
struct TSVTable {
  let name: String
  private let data: EmbeddedBytes

  init(_ name: String) throws(GazetteerError) {
    data = try EmbeddedBytes(name)
    self.name = name
  }

  /// Calls `body` with the fields of each row.
  /// - Throws: ``GazetteerError`` for the first row that has not exactly `columns` fields, or that `body`
  ///   finds wrong by returning what is wrong.
  func forEachRow(columns: Int, _ body: ([String]) -> String?) throws(GazetteerError) {
    var line = 1
    var fields: [String] = []
    fields.reserveCapacity(columns)
    var start = 0
    for (index, byte) in data.bytes.enumerated()
    where byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") {
      fields.append(data.text(start..<index))
      start = index + 1
      guard byte == UInt8(ascii: "\n") else { continue }
      guard fields.count == columns else {
        throw .malformed(table: name, line: line, problem: "\(fields.count) fields instead of \(columns)")
      }
      if let problem = body(fields) { throw .malformed(table: name, line: line, problem: problem) }
      fields.removeAll(keepingCapacity: true)
      line += 1
    }
    guard start == data.bytes.count else {
      throw .malformed(table: name, line: line, problem: "the last line has no end")
    }
  }

  /// The parts of a field that lists several things.
  static func list(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }
}
