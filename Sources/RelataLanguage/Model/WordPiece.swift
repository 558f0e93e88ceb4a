/// Uncased WordPiece: a word as pieces of a fixed vocabulary, the longest first (Wu et al. 2016; Devlin et al. 2019).
///
/// Words are cleaned as the vocabulary was made: typographic punctuation folded, marks stripped, lower case; each punctuation mark and
/// ideograph is a piece of its own.
struct WordPiece: Sendable {
  private let ids: [String: Int32]
  /// Keyed by text, not scalars: canonically equivalent letters (U+1F71, U+03AC) fold alike.
  private let folding: [String: String]
  let unknown: Int32
  let start: Int32
  let end: Int32
  /// One more than the highest id.
  let count: Int

  /// Pieces of a word beyond this many are cut off.
  static let limit = 16

  init(vocabulary: UnsafeRawBufferPointer, folding: [String: String]) throws(ModelError) {
    var ids: [String: Int32] = [:]
    ids.reserveCapacity(32_768)
    var index: Int32 = 0
    for line in vocabulary.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      ids[String(decoding: line, as: UTF8.self)] = index
      index += 1
    }
    guard let unknown = ids["[UNK]"], let start = ids["[CLS]"], let end = ids["[SEP]"] else {
      throw .malformed("the vocabulary lacks [UNK], [CLS] or [SEP]")
    }
    self.ids = ids
    self.unknown = unknown
    self.start = start
    self.end = end
    self.folding = folding
    count = Int(index)
  }

  /// The ids of a word's pieces: at least one, at most ``limit``.
  func pieces(of word: String) -> [Int32] {
    var chunks: [[Unicode.Scalar]] = []
    var current: [Unicode.Scalar] = []
    func add(_ scalar: Unicode.Scalar) {
      let category = scalar.properties.generalCategory
      if scalar.properties.isWhitespace || category == .control || category == .format { return }
      if Self.isSeparate(scalar, category) {
        if !current.isEmpty { chunks.append(current) }
        chunks.append([scalar])
        current = []
      } else {
        current.append(scalar)
      }
    }
    for scalar in word.unicodeScalars { for folded in fold(scalar) { add(folded) } }
    if !current.isEmpty { chunks.append(current) }
    var result: [Int32] = []
    for chunk in chunks {
      result += greedy(chunk)
      if result.count >= Self.limit { break }
    }
    return result.isEmpty ? [unknown] : Array(result.prefix(Self.limit))
  }

  private func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII {
      if scalar == "`" { return ["'"] }
      return ("A"..."Z").contains(scalar)
        ? Array(scalar.properties.lowercaseMapping.unicodeScalars) : [scalar]
    }
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

  private static func isSeparate(_ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x2FA1F: return true
    default: break
    }
    switch category {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation,
      .otherPunctuation:
      return true
    default: return false
    }
  }

  private func greedy(_ chunk: [Unicode.Scalar]) -> [Int32] {
    guard chunk.count <= 100 else { return [unknown] }
    var result: [Int32] = []
    var start = 0
    while start < chunk.count {
      var end = chunk.count
      var found: Int32?
      while end > start {
        var piece = start > 0 ? "##" : ""
        piece.unicodeScalars.append(contentsOf: chunk[start..<end])
        if let id = ids[piece] {
          found = id
          break
        }
        end -= 1
      }
      guard let id = found else { return [unknown] }
      result.append(id)
      start = end
    }
    return result
  }
}

/// The orthographic class of a word, which an uncased vocabulary loses.
enum WordShape {
  static let count = 10
  /// The class of the markers around a sentence.
  static let none = 9

  static func shape(of word: String) -> Int {
    let scalars = Array(word.unicodeScalars)
    let letters = scalars.filter(isLetter)
    let digits = scalars.filter {
      $0.properties.numericType == .decimal || $0.properties.numericType == .digit
    }
    if letters.isEmpty {
      if !scalars.isEmpty, digits.count == scalars.count { return 0 }
      return digits.isEmpty ? 8 : 1
    }
    if !digits.isEmpty { return 1 }
    let upper = letters.map(\.properties.isUppercase)
    if upper.allSatisfy({ $0 }) { return upper.count == 1 ? 3 : 2 }
    if !upper.contains(true) { return 4 }
    if upper[0], !upper.dropFirst().contains(true) { return scalars[0].properties.isUppercase ? 5 : 6 }
    return upper[0] ? 6 : 7
  }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
