/// Cuts one row into its fields.
struct CSVFields {
  private let delimiter: UInt8
  private var fields: [String] = []
  private var field: [UInt8] = []
  /// Whether a quotation mark is open.
  private(set) var isQuoted = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func addLineEnd() { field.append(0x0A) }

  /// - Parameter line: without its line end.
  mutating func add(_ line: ArraySlice<UInt8>) {
    var rest = line
    if !isQuoted { openQuote(&rest) }
    while true {
      if isQuoted { rest = quoted(rest) }
      if isQuoted { return }
      let end = rest.firstIndex(of: delimiter) ?? rest.endIndex
      field.append(contentsOf: rest[..<end])
      guard end < rest.endIndex else { return }
      endField()
      rest = rest[(end + 1)...]
      openQuote(&rest)
    }
  }

  /// Takes what is in quotation marks.
  private mutating func quoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let quote = UInt8(ascii: "\"")
    var rest = line
    while let end = rest.firstIndex(of: quote) {
      field.append(contentsOf: rest[..<end])
      rest = rest[(end + 1)...]
      guard rest.first == quote else {
        isQuoted = false
        return rest
      }
      field.append(quote)
      rest = rest.dropFirst()
    }
    field.append(contentsOf: rest)
    return []
  }

  private mutating func openQuote(_ rest: inout ArraySlice<UInt8>) {
    guard rest.first == UInt8(ascii: "\"") else { return }
    isQuoted = true
    rest = rest.dropFirst()
  }

  private mutating func endField() {
    fields.append(Self.text(of: field))
    field.removeAll(keepingCapacity: true)
  }

  mutating func finished() -> [String] {
    endField()
    return fields
  }

  private static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return (try? TextDecoder.decode(bytes).text) ?? String(decoding: bytes, as: UTF8.self)
  }
}
