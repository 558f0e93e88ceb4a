/// Finds where a JSON value ends by its brackets and quotation marks, over any number of pieces.
struct JSONBrackets {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var hasBegun = false

  /// - Returns: how many bytes of `piece` are of the value; nil where it goes on behind
  ///   the piece. At least one.
  mutating func lengthOfValue(in piece: ArraySlice<UInt8>) -> Int? {
    for (index, byte) in piece.enumerated() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return index + 1 }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth <= 1 { return depth == 0 && hasBegun ? index : index + 1 }
        depth -= 1
      case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
        if depth == 0, hasBegun { return index }
      default: break
      }
      hasBegun = true
    }
    return nil
  }
}
