/// The rows of an embedded table that is sorted by the bytes of its first column, found by binary search.
///
/// Nothing is read before it is asked for: the fifty thousand names of cities cost nothing at
/// the start of the program.
struct SortedTable: Sendable {
  private let data: EmbeddedBytes

  init(_ name: String) throws(GazetteerError) { data = try EmbeddedBytes(name) }

  /// The fields after the first of all rows whose first field is `key`.
  /// - Complexity: O(log(size of the table)) and the rows found.
  func rows(_ key: String) -> [[String]] {
    var key = key
    guard !key.isEmpty else { return [] }
    return key.withUTF8 { key in
      var rows: [[String]] = []
      var line = firstLine(notBefore: key)
      while line < data.bytes.count, compare(line, key) == 0 {
        let end = endOfLine(line)
        rows.append(fields(line + key.count + 1..<end))
        line = end + 1
      }
      return rows
    }
  }

  /// Where the first line begins whose key is not before `key`.
  private func firstLine(notBefore key: UnsafeBufferPointer<UInt8>) -> Int {
    var low = 0
    var high = data.bytes.count
    while low < high {
      var line = low + (high - low) / 2
      while line > low, data.bytes[line - 1] != UInt8(ascii: "\n") { line -= 1 }
      if compare(line, key) < 0 {
        low = min(endOfLine(line) + 1, data.bytes.count)
      } else {
        high = line
      }
    }
    return low
  }

  /// Less than 0 where the line's key is before `key`, 0 where it is the same.
  private func compare(_ line: Int, _ key: UnsafeBufferPointer<UInt8>) -> Int {
    for offset in key.indices {
      guard line + offset < data.bytes.count else { return -1 }
      let byte = data.bytes[line + offset]
      // The end of the line's key: it is a beginning of `key`.
      if byte == UInt8(ascii: "\t") { return -1 }
      if byte != key[offset] { return byte < key[offset] ? -1 : 1 }
    }
    let end = line + key.count
    return end < data.bytes.count && data.bytes[end] == UInt8(ascii: "\t") ? 0 : 1
  }

  private func endOfLine(_ start: Int) -> Int {
    data.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? data.bytes.count
  }

  private func fields(_ range: Range<Int>) -> [String] {
    var fields: [String] = []
    var start = range.lowerBound
    for index in range where data.bytes[index] == UInt8(ascii: "\t") {
      fields.append(data.text(start..<index))
      start = index + 1
    }
    fields.append(data.text(start..<range.upperBound))
    return fields
  }
}
