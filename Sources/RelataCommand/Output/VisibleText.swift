import Relata

/// Text as a terminal may get it: what the terminal would obey becomes visible instead.
///
/// Names, quotes and file names come from anywhere. On a terminal an escape sequence in one could
/// rewrite lines that are already there, or its title; an override of the direction of writing
/// could show a text backwards.
enum VisibleText {
  /// - Complexity: O(length of the text).
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var visible = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      // A line may end as on Windows.
      if isObeyed(scalar), !(scalar == "\r" && next == "\n") {
        visible.append(contentsOf: name(of: scalar).unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// A file, as a whole: a block of it may end inside a character.
  static func of(_ file: ExportedFile) -> ExportedFile {
    ExportedFile(name: file.name, bytes: Array(of(String(decoding: file.bytes, as: UTF8.self)).utf8))
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    // Embeddings, overrides and isolates. Mere marks of direction stay: Arabic and Hebrew texts have them.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `␛` for ESC: Unicode has pictures of the ASCII controls. `⟨U+202E⟩` where it has none.
  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default:
      "⟨U+" + String(repeating: "0", count: scalar.value < 0x1000 ? 2 : 0)
        + String(scalar.value, radix: 16, uppercase: true) + "⟩"
    }
  }
}
