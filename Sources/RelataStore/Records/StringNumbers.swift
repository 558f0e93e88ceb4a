import RelataGraph

/// Gives each different text a number, in the order in which they come.
///
/// What is remembered of a text is a keyed digest of 128 bits (SipHash, with a key of this process alone):
/// among a thousand million texts two different ones are taken for one with a probability of less than
/// 10⁻²⁰, and nobody can make such texts who does not know the key.
struct StringNumbers {
  private struct TextDigest: Hashable {
    var first: Int
    var second: Int

    init(_ text: String) {
      var text = text
      (first, second) = text.withUTF8 { bytes in
        func hash(_ salt: UInt8) -> Int {
          var hasher = Hasher()
          hasher.combine(salt)
          hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
          return hasher.finalize()
        }
        return (hash(0), hash(1))
      }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(first) }
  }

  private var numbers: [TextDigest: UInt64] = [:]
  private var next: UInt64
  /// Those that had no number before.
  private(set) var texts: Texts

  /// - Parameters:
  ///   - count: how many numbers are taken.
  ///   - known: texts that have some of these.
  ///   - isSpilling: whether the texts may wait in a file of their own instead of in memory.
  init(count: Int = 0, known: [ExactText: UInt64] = [:], isSpilling: Bool = false) {
    next = UInt64(count)
    texts = Texts(isSpilling: isSpilling)
    for (text, number) in known { numbers[TextDigest(text.text)] = number }
  }

  mutating func number(_ text: String) -> UInt64 {
    let digest = TextDigest(text)
    if let known = numbers[digest] { return known }
    let number = next
    next += 1
    numbers[digest] = number
    texts.append(text)
    return number
  }

  /// Texts one after another.
  struct Texts {
    let bytes: ByteSpill
    private(set) var offsets: [UInt64] = [0]

    init(isSpilling: Bool) { bytes = ByteSpill(isSpilling: isSpilling) }

    var byteCount: Int { Int(offsets[offsets.count - 1]) }

    mutating func append(_ text: String) {
      bytes.append(text.utf8)
      offsets.append(UInt64(bytes.count))
    }
  }
}
