#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Conversion to UTF-8 by the C library's `iconv`, strictly.
enum CharacterConverter {
  /// - Parameters:
  ///   - converter: what the C library calls the encoding.
  ///   - toleratesCut: whether a character that the end cuts is left out rather than an error.
  /// - Returns: nil where a byte does not belong to the encoding, or the library does not know it.
  /// - Complexity: O(*n*).
  static func utf8(of bytes: [UInt8], converter name: String, toleratesCut: Bool = false) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map(CChar.init(bitPattern:))
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var chunk = [CChar](repeating: 0, count: 32_768)
    let isDone = input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while true {
        let isFlushing = left == 0
        let (result, code, written) = chunk.withUnsafeMutableBufferPointer { target in
          var place = target.baseAddress
          var room = target.count
          let result =
            isFlushing
            ? iconv(converter, nil, nil, &place, &room) : iconv(converter, &next, &left, &place, &room)
          return (result, errno, target.count - room)
        }
        output.append(contentsOf: chunk[..<written].lazy.map(UInt8.init(bitPattern:)))
        if result != -1 {
          // Some decoders keep a character back until they know that no mark follows.
          if isFlushing { return true }
          if left > 0, written == 0 { return false }
          continue
        }
        if code == E2BIG, written > 0 { continue }
        return code == EINVAL && toleratesCut
      }
    }
    return isDone ? output : nil
  }
}
