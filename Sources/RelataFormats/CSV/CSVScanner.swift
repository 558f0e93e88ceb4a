/// The rows of comma-separated values (RFC 4180), one at each call. Lines end in a line feed, with or without
/// a carriage return before it; quotation marks in the middle of a field are refused.
struct CSVScanner {
  let bytes: [UInt8]
  /// Where the last row begins.
  private(set) var start = 0
  private var position = 0

  /// - Throws: where a byte is not UTF-8, or a control character.
  init(_ bytes: [UInt8]) throws(GraphFormatError) {
    self.bytes = bytes
    if let offset = UTF8Text.firstRefused(in: bytes, .xml) {
      throw GraphFormatError(at: offset, of: bytes, "a byte that is not UTF-8, or a control character")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  func error(_ reason: String) -> GraphFormatError { error(at: start, reason) }

  private func error(at offset: Int, _ reason: String) -> GraphFormatError {
    GraphFormatError(at: offset, of: bytes, reason)
  }

  /// Whether the last line ends as a line must, or is cut off.
  var hasLastLineEnd: Bool { bytes.isEmpty || bytes.last == UInt8(ascii: "\n") }

  /// The next row; nil at the end. An empty field is nil. Empty lines are passed over.
  mutating func row() throws(GraphFormatError) -> [String?]? {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { position += 1 }
    guard position < bytes.count else { return nil }
    start = position
    var fields: [String?] = []
    while true {
      fields.append(try field())
      guard position < bytes.count else { return fields }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      return fields
    }
  }

  private mutating func field() throws(GraphFormatError) -> String? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let begin = position
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: ","), 0x0A, 0x0D: return text(begin..<position)
        case UInt8(ascii: "\""):
          throw error(at: position, "a quotation mark inside a field that does not begin with one")
        default: position += 1
        }
      }
      return text(begin..<position)
    }
    let begin = position
    position += 1
    var decoded: [UInt8] = []
    var piece = position
    while true {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
      guard position < bytes.count else { throw error(at: begin, "a field in quotation marks does not end") }
      decoded.append(contentsOf: bytes[piece..<position])
      position += 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
      // A doubled quotation mark: the second one is text.
      piece = position
      position += 1
    }
    guard position >= bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[position]) else {
      throw error(at: position, "a comma was expected after a field in quotation marks")
    }
    return decoded.isEmpty ? nil : String(decoding: decoded, as: UTF8.self)
  }

  private func text(_ range: Range<Int>) -> String? {
    range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }
}
