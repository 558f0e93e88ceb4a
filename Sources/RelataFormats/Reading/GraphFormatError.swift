/// Why a file is not a graph that can be read.
public struct GraphFormatError: Error, Hashable, CustomStringConvertible {
  /// From 1; nil where no line is to blame.
  public var line: Int?
  /// From 1, in Unicode scalars.
  public var column: Int?
  /// What is wrong, in one line.
  public var reason: String

  /// What is wrong, and where as far as it is known.
  public init(line: Int?, column: Int?, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// An error at a byte of a file.
  /// - Complexity: O(offset), so that readers need not count lines.
  init(at offset: Int, of bytes: [UInt8], _ reason: String) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column, reason: reason)
  }

  /// Why a graph may not have two things of one identifier: everything that names it would mean either.
  static func second(_ thing: String, _ id: String) -> String {
    "a second \(thing) is called “\(shortened(id))”; take one of the two out, or give it another identifier"
  }

  /// On one line: where, and what is wrong.
  public var description: String {
    [line.map { "line \($0)" }, column.map { "column \($0)" }].compactMap(\.self).joined(separator: ", ")
      + (line == nil ? "" : ": ") + reason
  }
}
