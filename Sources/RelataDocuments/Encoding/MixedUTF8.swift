/// A text in UTF-8 into which some bytes of another encoding were pasted, or that was cut within a character.
struct MixedUTF8 {
  /// Well-formed sequences of two bytes or more.
  private(set) var wellFormed = 0
  /// Of these, sequences of three or four bytes: chance makes none of them.
  private(set) var long = 0
  /// Two or three bytes of a longer sequence, but for one at the end.
  private(set) var cut = 0
  /// Single bytes above 127.
  private(set) var stray = 0

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        switch UTF8Validation.sequence(in: buffer, at: index) {
        case .wellFormed(let length):
          wellFormed += 1
          if length > 2 { long += 1 }
          index += length
        case .cut(let length) where length > 1 || index + 1 == buffer.count:
          if index + length < buffer.count { cut += 1 }
          index += length
        case .cut, .stray:
          stray += 1
          index += 1
        }
      }
    }
  }

  /// Whether UTF-8 explains the bytes better than one encoding for all of them would: its
  /// sequences are rare by chance.
  func isPlausible(declaration: CharacterEncoding?) -> Bool {
    guard let declaration, declaration.name != "utf-8" else {
      return wellFormed > 0 && wellFormed + long >= 2 * (stray + cut)
    }
    // Against a declaration it must be plain; and two bytes of an East Asian encoding often look like UTF-8.
    return !declaration.isMultiByte && wellFormed >= 3 && wellFormed >= 4 * (stray + cut)
  }

  /// Strays as windows-1252, sequences cut short as U+FFFD.
  func text(of bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 2 * (stray + cut))
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        switch UTF8Validation.sequence(in: buffer, at: index) {
        case .wellFormed(let length):
          output.append(contentsOf: buffer[index..<(index + length)])
          index += length
        case .cut(let length) where length > 1 || index + 1 == buffer.count:
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          index += length
        case .cut, .stray:
          output.append(contentsOf: UTF8.encode(Windows1252.scalar(buffer[index])).map(Array.init) ?? [])
          index += 1
        }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
