import CRelataGazetteers

/// The rows of one embedded table of tab-separated values.
struct TSVTable {
  private let bytes: UnsafeBufferPointer<UInt8>
  let name: String

  init(_ name: String) throws(GazetteerError) {
    var size = 0
    guard let data = relata_gazetteer_data(name, &size), size > 0 else { throw .missing(table: name) }
    bytes = UnsafeBufferPointer(start: data, count: size)
    self.name = name
  }

  /// Calls `body` with the fields of each row: at least `columns`, missing ones empty.
  func forEachRow(columns: Int, _ body: ([Substring]) -> Void) {
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      var fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        Substring($0)
      }
      while fields.count < columns { fields.append("") }
      body(fields)
    }
  }
}

/// Why the gazetteers cannot be used.
public enum GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(table: String)

  public var description: String {
    switch self {
    case .missing(let table): "the table “\(table)” of the gazetteers is missing from this build"
    }
  }
}
