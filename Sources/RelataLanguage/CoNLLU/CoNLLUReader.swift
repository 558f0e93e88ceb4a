/// Why a CoNLL-U file could not be read.
public struct CoNLLUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public var line: Int
  /// What is wrong, without a full stop.
  public var reason: String

  /// On one line: where, and what is wrong.
  public var description: String { "line \(line): \(reason)" }
}

/// CoNLL-U (universaldependencies.org/format.html) → sentences.
public struct CoNLLUReader: Sendable {
  /// Needs nothing.
  public init() {}

  /// The sentences of a file. Empty nodes (`8.1`) and the enhanced graph are passed over.
  /// - Complexity: O(*n*).
  public func sentences(of text: String) throws(CoNLLUError) -> [CoNLLUSentence] {
    var sentences: [CoNLLUSentence] = []
    var builder = CoNLLUSentenceBuilder()
    var number = 0
    var utf8 = text
    let lines = utf8.withUTF8 { buffer in
      buffer.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
        String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
      }
    }
    for line in lines {
      number += 1
      if line.isEmpty {
        if let sentence = try builder.finish(line: number) { sentences.append(sentence) }
      } else if line.hasPrefix("#") {
        builder.comment(line)
      } else {
        try builder.row(line, number: number)
      }
    }
    if let sentence = try builder.finish(line: number) { sentences.append(sentence) }
    return sentences
  }
}
