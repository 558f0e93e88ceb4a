/// Lines of bytes, whatever their ends are.
enum LineSlicer {
  /// Takes one line off the front, without its end (LF or CRLF).
  static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    rest = end == rest.endIndex ? rest[end...] : rest[(end + 1)...]
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}
