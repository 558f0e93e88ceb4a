/// Rows of comma-separated values (RFC 4180) with a column for each of some attributes
/// behind the first fields.
struct CSVTable<Name: AttributeName>: AttributeSink, ~Copyable {
  private var bytes: ByteStream
  private let columns: [Name]
  private let isForSpreadsheets: Bool
  /// How many fields of the row are written.
  private var fieldCount = 0
  /// The next attribute that has a column.
  private var next = 0
  private var value = ByteStream()
  private var hasElements = false
  /// Whether the current list has a column.
  private var isWanted = false

  private init(_ bytes: consuming ByteStream, columns: [Name], isForSpreadsheets: Bool) {
    self.bytes = bytes
    self.columns = columns
    self.isForSpreadsheets = isForSpreadsheets
  }

  /// Writes a table to a stream of bytes.
  /// - Parameter isForSpreadsheets: whether what they would compute is marked; see ``FormulaMark``.
  static func write(
    to bytes: inout ByteStream, columns: [Name], isForSpreadsheets: Bool, _ body: (inout Self) -> Void
  ) {
    var table = Self(bytes, columns: columns, isForSpreadsheets: isForSpreadsheets)
    body(&table)
    bytes = table.end()
  }

  private consuming func end() -> ByteStream { bytes }

  /// The first row.
  mutating func head(_ first: [String]) {
    for name in first { field(name) }
    for column in columns { field("\(column.name)\(column.kind.neo4j)") }
    next = columns.count
    endRow()
  }

  mutating func endRow() {
    fill(to: columns.count)
    bytes.append(UInt8(ascii: "\n"))
    fieldCount = 0
    next = 0
  }

  mutating func field(_ text: String) { text.withBytes { field($0) } }

  mutating func text(_ name: Name, _ text: String) { if reach(name) { field(text) } }

  mutating func plain(_ name: Name, _ write: (inout ByteStream) -> Void) {
    guard reach(name) else { return }
    value.truncate(to: 0)
    write(&value)
    writeValue()
  }

  mutating func beginList(_ name: Name) {
    isWanted = reach(name)
    hasElements = false
    value.truncate(to: 0)
  }

  mutating func element(_ text: String) {
    guard isWanted else { return }
    if hasElements { value.append(UInt8(ascii: ";")) }
    hasElements = true
    value.write(FlatList.element(text))
  }

  mutating func endList() { if isWanted { writeValue() } }

  /// Leaves empty the columns before that of an attribute; false where it has none.
  private mutating func reach(_ name: Name) -> Bool {
    guard let column = columns[next...].firstIndex(of: name) else { return false }
    fill(to: column)
    next = column + 1
    return true
  }

  private mutating func fill(to column: Int) {
    while next < column {
      separate()
      next += 1
    }
  }

  private mutating func separate() {
    if fieldCount > 0 { bytes.append(UInt8(ascii: ",")) }
    fieldCount += 1
  }

  private mutating func writeValue() {
    separate()
    value.withBytes { Self.write($0, to: &bytes, isForSpreadsheets: isForSpreadsheets) }
  }

  private mutating func field(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    Self.write(text, to: &bytes, isForSpreadsheets: isForSpreadsheets)
  }

  private static func write(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteStream, isForSpreadsheets: Bool
  ) {
    let isMarked = FormulaMark.isNeeded(text, isForSpreadsheets: isForSpreadsheets)
    let special = text.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    // Spaces at the ends belong to the field (RFC 4180 §2.4), but many readers strip
    // them unless they are quoted.
    guard special || text.first == UInt8(ascii: " ") || text.last == UInt8(ascii: " ") else {
      if isMarked { bytes.append(FormulaMark.mark) }
      return bytes.writeCleaned(text)
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    if isMarked { bytes.append(FormulaMark.mark) }
    var begin = 0
    for index in text.indices where text[index] == quote {
      bytes.writeCleaned(UnsafeBufferPointer(rebasing: text[begin...index]))
      bytes.append(quote)
      begin = index + 1
    }
    bytes.writeCleaned(UnsafeBufferPointer(rebasing: text[begin...]))
    bytes.append(quote)
  }
}
