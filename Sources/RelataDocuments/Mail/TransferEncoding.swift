/// How bytes were made fit for sending (RFC 2045, section 6).
enum TransferEncoding: String {
  case quotedPrintable = "quoted-printable"
  case base64

  /// Leniently: what does not belong to the encoding is passed over in base64 and stands for
  /// itself in quoted-printable.
  /// - Complexity: O(*n*).
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .base64: Self.base64(bytes)
    case .quotedPrintable: Self.quotedPrintable(bytes)
    }
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      guard let value = sixBits(byte) else {
        // Padding ends a run; another may follow, as programs that encode in pieces write.
        if byte == 0x3D { (bits, count) = (0, 0) }
        continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }

  private static func sixBits(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var rest = bytes
    while !rest.isEmpty {
      let hadEnd = rest.contains(0x0A)
      var line = LineSlicer.nextLine(&rest)
      while let last = line.last, MailHeader.isWhiteSpace(last) { line.removeLast() }
      let isSoft = line.last == 0x3D
      if isSoft { line.removeLast() }
      appendUnescaped(line, escape: 0x3D, to: &output)
      if !isSoft, hadEnd { output.append(0x0A) }
    }
    return output
  }

  /// Bytes with "=XX" (or "%XX") for those that could not be sent.
  static func appendUnescaped(_ bytes: ArraySlice<UInt8>, escape: UInt8, to output: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == escape, index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
        let low = hexadecimal(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
