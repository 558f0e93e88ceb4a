/// The lines of a text as ranges without their line ends. CR LF, CR, LF, form feed and the Unicode separators
/// end a line.
package struct LineReader: Sequence, IteratorProtocol {
  private let scalars: [Unicode.Scalar]
  private var position: Int

  package init(_ scalars: [Unicode.Scalar], from start: Int = 0) {
    self.scalars = scalars
    position = start
  }

  package mutating func next() -> Range<Int>? {
    guard position < scalars.count else { return nil }
    var end = position
    while end < scalars.count, !Self.endsLine(scalars[end]) { end += 1 }
    let line = position..<end
    position = end + 1
    if end + 1 < scalars.count, scalars[end] == "\r", scalars[end + 1] == "\n" { position += 1 }
    return line
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
