/// Cuts a file of JSON into values.
struct JSONFraming {
  enum Layout {
    /// A value on each line.
    case lines
    /// Values over several lines, one after the other.
    case values
    /// One array of values.
    case array
  }

  struct Frame {
    var bytes: [UInt8]
    /// Of its beginning, from 1.
    var line: Int
    var isTooLong = false
  }

  private let layout: Layout
  private let limit: Int
  private var line = 0
  /// What has been read but not cut, of a file that is not of lines.
  private var rest: ArraySlice<UInt8> = []
  private var isInArray = false
  private var hasArrayEnded = false

  /// - Parameter head: the beginning of the file, as much as there is or ``headLength``.
  init(head: [UInt8], limit: Int) {
    layout = Self.layout(of: head)
    self.limit = limit
  }

  static let headLength = 1 << 16

  mutating func next(_ reader: inout ByteReader) throws(FormatError) -> Frame? {
    switch layout {
    case .lines: try nextLine(&reader)
    case .values, .array: try nextValue(&reader)
    }
  }

  private mutating func nextLine(_ reader: inout ByteReader) throws(FormatError) -> Frame? {
    while let next = try reader.readLine(limit: limit) {
      line += 1
      if next.isTooLong { return Frame(bytes: [], line: line, isTooLong: true) }
      if next.bytes.contains(where: { !Self.isSpace($0) }) { return Frame(bytes: next.bytes, line: line) }
    }
    return nil
  }

  private mutating func nextValue(_ reader: inout ByteReader) throws(FormatError) -> Frame? {
    guard try skipToValue(&reader) else { return nil }
    var frame = Frame(bytes: [], line: line)
    var scan = JSONBrackets()
    while true {
      let length = scan.lengthOfValue(in: rest)
      let part = rest.prefix(length ?? rest.count)
      if frame.bytes.count + part.count > limit {
        frame.bytes = []
        frame.isTooLong = true
      }
      if !frame.isTooLong { frame.bytes.append(contentsOf: part) }
      drop(part.count)
      if length != nil { return frame }
      guard try readMore(&reader) else {
        // What is missing is missing where the last line ends, not on one behind it.
        while let last = frame.bytes.last, Self.isSpace(last) { frame.bytes.removeLast() }
        return frame
      }
    }
  }

  /// Passes over white space, commas and the brackets of the array.
  private mutating func skipToValue(_ reader: inout ByteReader) throws(FormatError) -> Bool {
    while true {
      drop(rest.prefix { Self.isSpace($0) || (isInArray && $0 == UInt8(ascii: ",")) }.count)
      guard let first = rest.first else {
        guard try readMore(&reader) else { return false }
        continue
      }
      if layout == .array, !isInArray, !hasArrayEnded, first == UInt8(ascii: "[") {
        isInArray = true
      } else if isInArray, first == UInt8(ascii: "]") {
        isInArray = false
        hasArrayEnded = true
      } else {
        return true
      }
      drop(1)
    }
  }

  private mutating func readMore(_ reader: inout ByteReader) throws(FormatError) -> Bool {
    if line == 0 { line = 1 }
    rest = try reader.read(upTo: Self.headLength)[...]
    return !rest.isEmpty
  }

  private mutating func drop(_ count: Int) {
    for byte in rest.prefix(count) where byte == 0x0A { line += 1 }
    rest = rest.dropFirst(count)
  }

  // MARK: Layout

  private static func layout(of head: [UInt8]) -> Layout {
    let lines = head.split(separator: 0x0A, omittingEmptySubsequences: false).lazy
      .map { $0.drop(while: isSpace) }.filter { !$0.isEmpty }
    guard let first = lines.first(where: { _ in true }) else { return .lines }
    if first.first == UInt8(ascii: "[") { return .array }
    // A line longer than what is looked at is none of those that a printer breaks.
    guard head.contains(0x0A) else { return .lines }
    var scan = JSONBrackets()
    if scan.lengthOfValue(in: first) != nil { return .lines }
    // Broken, or broken over lines? What a printer writes goes on with a key or an end.
    let second = lines.dropFirst().first(where: { _ in true })
    return second?.first == UInt8(ascii: "{") ? .lines : .values
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
