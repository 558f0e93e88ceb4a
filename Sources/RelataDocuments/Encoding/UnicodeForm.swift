/// The encoding forms of Unicode that a byte order mark or their zeros betray.
enum UnicodeForm: String {
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case utf32LE = "utf-32le"
  case utf32BE = "utf-32be"

  /// By the byte order mark. UTF-8's is left to UTF-8.
  init?(mark bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count.isMultiple(of: 4) {
      self = .utf32LE
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32BE
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16LE
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16BE
    } else {
      return nil
    }
  }

  /// Of text without a mark: by a declaration, or because zeros stand at every other byte only, as they do
  /// where some characters are ASCII (spaces at least), and what it would be read as are characters.
  init?(zerosOf bytes: [UInt8], declared: CharacterEncoding?) {
    let sample = Array(bytes.prefix(4_096))
    // A declaration that ASCII contradicts counts for nothing.
    let isOther = !sample.contains(0) && UTF8Validation.firstInvalid(Array(sample.dropLast(3))) == nil
    if !isOther, let form = declared.flatMap({ UnicodeForm(rawValue: $0.name) }) {
      self = form
      return
    }
    if declared == .utf16, !isOther {
      self = Self.order(of: sample)
      return
    }
    guard sample.count >= 8, sample.contains(0) else { return nil }
    if let form = Self.utf32(sample) {
      self = form
      return
    }
    let order = Self.order(of: sample)
    let highBytes = stride(from: order == .utf16BE ? 1 : 0, to: sample.count, by: 2)
    guard highBytes.allSatisfy({ sample[$0] != 0 }), Self.isText(order.units(of: sample)) else { return nil }
    self = order
  }

  /// The half of the characters that has more zeros, or else fewer different bytes, is the upper one.
  private static func order(of sample: [UInt8]) -> UnicodeForm {
    func half(_ start: Int) -> (zeros: Int, different: Int) {
      let bytes = stride(from: start, to: sample.count, by: 2).map { sample[$0] }
      return (bytes.count { $0 == 0 }, Set(bytes).count)
    }
    let (even, odd) = (half(0), half(1))
    if even.zeros != odd.zeros { return even.zeros > odd.zeros ? .utf16BE : .utf16LE }
    return even.different < odd.different ? .utf16BE : .utf16LE
  }

  /// The text, the mark included. What is no character becomes U+FFFD; half a
  /// character at the end is left out.
  /// - Complexity: O(*n*).
  func text(of bytes: [UInt8]) -> String {
    switch self {
    case .utf16LE, .utf16BE: String(decoding: units(of: bytes), as: UTF16.self)
    case .utf32LE: Self.scalars(bytes, bigEndian: false)
    case .utf32BE: Self.scalars(bytes, bigEndian: true)
    }
  }

  /// In bytes.
  var unitSize: Int { self == .utf16LE || self == .utf16BE ? 2 : 4 }

  private func units(of bytes: [UInt8]) -> [UInt16] {
    let isBig = self == .utf16BE
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    return units
  }

  private static func scalars(_ bytes: [UInt8], bigEndian: Bool) -> String {
    var text = String.UnicodeScalarView()
    for index in stride(from: 0, to: bytes.count - 3, by: 4) {
      let four = bytes[index..<(index + 4)]
      let value = (bigEndian ? Array(four) : four.reversed()).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static func utf32(_ sample: [UInt8]) -> UnicodeForm? {
    for (form, bigEndian) in [(UnicodeForm.utf32LE, false), (.utf32BE, true)] {
      if isText(scalars(sample, bigEndian: bigEndian).unicodeScalars) { return form }
    }
    return nil
  }

  private static func isText(_ units: [UInt16]) -> Bool {
    guard let text = String(validating: units, as: UTF16.self) else { return false }
    return isText(text.unicodeScalars)
  }

  /// Whether nearly all are letters, digits, punctuation or spaces, and of few scripts.
  private static func isText(_ scalars: String.UnicodeScalarView) -> Bool {
    var count = 0
    var visible = 0
    var blocks: Set<UInt32> = []
    for scalar in scalars {
      count += 1
      if scalar.value == 0 || scalar.value == 0xFFFD { return false }
      if scalar.value < 0x80 {
        if scalar.value >= 0x20 || scalar.value == 10 || scalar.value == 13 || scalar.value == 9 {
          visible += 1
        }
        continue
      }
      blocks.insert(scalar.value >> 8)
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse, .control, .surrogate: continue
      default: visible += 1
      }
    }
    guard count > 0, visible * 20 >= count * 19 else { return false }
    // Accents and signs are of blocks 0, 1 and 0x20. Long texts may be East Asian, of many blocks.
    let scripts = blocks.subtracting([0, 1, 0x20])
    let letters = count < 64 ? scripts : Set(scripts.map { (0x4E...0xD7).contains($0) ? 0x4E : $0 })
    return letters.count <= 1 + count / 32
  }
}
