/// Uncased WordPiece: a word as pieces of a fixed vocabulary, the longest first (Wu et al.
/// 2016; Devlin et al. 2019).
///
/// Words are cleaned as the vocabulary was made: typographic punctuation folded, marks stripped, lower case;
/// each punctuation mark and ideograph is a piece of its own.
struct WordPiece: Sendable {
  private let vocabulary: PieceTable
  /// Keyed by text, not scalars: canonically equivalent letters (U+1F71, U+03AC) fold alike.
  private let folding: [String: String]
  let unknown: Int32
  let start: Int32
  let end: Int32
  /// One more than the highest id.
  let count: Int

  /// Pieces of a word beyond this many are cut off.
  static let limit = 16
  /// A chunk of more letters is unknown; no word of the vocabulary comes near.
  private static let longestChunk = 100

  /// - Parameter text: must outlive the value; the model's storage does.
  init(vocabulary text: UnsafeRawBufferPointer, folding: [String: String]) throws(ModelError) {
    vocabulary = PieceTable(lines: text)
    guard let unknown = vocabulary.id(of: "[UNK]"), let start = vocabulary.id(of: "[CLS]"),
      let end = vocabulary.id(of: "[SEP]")
    else {
      throw .malformed("the vocabulary lacks [UNK], [CLS] or [SEP]")
    }
    self.unknown = unknown
    self.start = start
    self.end = end
    self.folding = folding
    count = vocabulary.count
  }

  /// The ids of a word's pieces: at least one, at most ``limit``.
  func pieces(of word: String) -> [Int32] {
    var result: [Int32] = []
    append(word, to: &result)
    return result
  }

  /// Adds the ids of a word's pieces: at least one, at most ``limit``.
  /// - Complexity: O(*n*) in the word's characters, with a term quadratic in the length of a
  ///   chunk of at most 100 letters.
  func append(_ word: String, to result: inout [Int32]) {
    let before = result.count
    var chunk: [UInt8] = []
    var letters = 0
    func flush() {
      if letters > 0 { greedy(chunk, letters: letters, into: &result) }
      chunk.removeAll(keepingCapacity: true)
      letters = 0
    }
    func add(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        if scalar.value <= 32 || scalar.value == 127 { return }
      } else {
        let category = scalar.properties.generalCategory
        if scalar.properties.isWhitespace || category == .control || category == .format { return }
      }
      let isSeparate = Self.isSeparate(scalar)
      if isSeparate { flush() }
      if letters <= Self.longestChunk {
        chunk.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        letters += 1
      }
      if isSeparate { flush() }
    }
    for scalar in word.unicodeScalars {
      if result.count - before >= Self.limit { break }
      if scalar.isASCII {
        let value = scalar.value
        add(
          value == 0x60 ? "'" : (65...90).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : scalar)
      } else {
        for folded in fold(scalar) { add(folded) }
      }
    }
    flush()
    if result.count - before > Self.limit { result.removeSubrange((before + Self.limit)...) }
    if result.count == before { result.append(unknown) }
  }

  private func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "‘", "’", "ʼ", "ʻ": return ["'"]
    case "“", "”", "„", "«", "»": return ["\""]
    case "–", "—", "‑", "‐", "−": return ["-"]
    case "…": return [".", ".", "."]
    default: break
    }
    if scalar.properties.generalCategory == .nonspacingMark { return [] }
    if let folded = folding[String(scalar)] { return Array(folded.unicodeScalars) }
    return Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }

  private static func isSeparate(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case 0...127: return false
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x2FA1F: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private func greedy(_ chunk: [UInt8], letters: Int, into result: inout [Int32]) {
    guard letters <= Self.longestChunk else {
      result.append(unknown)
      return
    }
    let before = result.count
    var start = 0
    while start < chunk.count {
      guard let (id, end) = vocabulary.longest(in: chunk, from: start) else {
        result.removeSubrange(before...)
        result.append(unknown)
        return
      }
      result.append(id)
      start = end
    }
  }
}
