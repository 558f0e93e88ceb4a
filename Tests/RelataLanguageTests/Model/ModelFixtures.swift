import CRelataKernels
import CRelataModel
import RelataLanguage
import RelataTestSupport

/// The embedded model, loaded once for all tests.
enum Embedded {
  static let model: Result<LanguageModel, ModelError> = Result(catching: LanguageModel.embedded)

  static func analyzer() throws -> Analyzer { Analyzer(model: try model.get()) }

  /// The file's bytes.
  static var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: relata_model_data(), count: relata_model_size())
  }
}

/// The instruction sets that this processor has, plain C first.
let levels = [RELATA_PLAIN, RELATA_AVX2, RELATA_AVX_VNNI, RELATA_AVX512_VNNI, RELATA_NEON_DOT].filter {
  relata_supports($0) != 0
}

/// Tokens from words with blanks between them.
func tokens(_ text: String) -> [Token] {
  var start = 0
  return text.split(separator: " ").map { word in
    defer { start += word.unicodeScalars.count + 1 }
    return Token(form: String(word), range: start..<start + word.unicodeScalars.count)
  }
}

/// Whether the heads make a tree with exactly one root (nil).
func isTree(_ heads: [Int?]) -> Bool {
  guard heads.filter({ $0 == nil }).count == 1 else { return false }
  return heads.indices.allSatisfy { start in
    var steps = 0
    var node: Int? = start
    while let current = node {
      guard heads.indices.contains(current), steps <= heads.count else { return false }
      node = heads[current]
      steps += 1
    }
    return true
  }
}

extension SeededGenerator {
  mutating func floats(_ count: Int, in range: ClosedRange<Float> = -3...3) -> [Float] {
    (0..<count).map { _ in Float.random(in: range, using: &self) }
  }
}
