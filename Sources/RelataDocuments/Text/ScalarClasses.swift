extension Unicode.Scalar {
  /// White space, the non-breaking kinds and line ends included.
  var isWhite: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Nothing to read: white space, control characters, zero-width space, byte order mark, direction marks.
  var isBlank: Bool {
    switch value {
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: value < 0xA0 ? value <= 0x20 || value >= 0x7F : isWhite
    }
  }
}
