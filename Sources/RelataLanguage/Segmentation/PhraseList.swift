/// Phrases to look for in many lines, by their first byte.
struct PhraseList: Sendable {
  private var byFirstByte: [[[UInt8]]]

  init(_ phrases: [String]) {
    byFirstByte = Array(repeating: [], count: 256)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { byFirstByte[Int(first)].append(bytes) }
    }
  }

  /// Whether `line` begins with one of the phrases.
  func begins(_ line: [UInt8]) -> Bool { matches(line, at: 0) }

  /// Whether one of the phrases stands anywhere in `line`.
  /// - Complexity: O(*n*) for *n* bytes and a given list.
  func occurs(in line: [UInt8]) -> Bool {
    line.indices.contains { matches(line, at: $0) }
  }

  private func matches(_ line: [UInt8], at start: Int) -> Bool {
    guard start < line.count else { return false }
    for phrase in byFirstByte[Int(line[start])] where phrase.count <= line.count - start {
      var offset = 1
      while offset < phrase.count, line[start + offset] == phrase[offset] { offset += 1 }
      if offset == phrase.count { return true }
    }
    return false
  }
}
