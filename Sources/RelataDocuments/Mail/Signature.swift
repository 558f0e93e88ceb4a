/// What stands at the end of mails and is no text: signatures ("-- " and a few lines, RFC 3676, section 4.3),
/// and what mailing lists add below a rule of underscores.
enum Signature {
  /// Longer ones are taken for text.
  private static let mostLines = 12

  /// - Complexity: O(*n*).
  static func remove(from lines: inout [MailLine]) {
    var visible = 0
    var cut: Int?
    var hasAddress = false
    for index in lines.indices.reversed() where visible <= mostLines {
      let text = lines[index].text
      if text == "-- " || text == "--" {
        cut = index
      } else if text.utf8.count >= 20, hasAddress, text.utf8.allSatisfy({ $0 == 0x5F || $0 == 0x20 }) {
        cut = index
      } else if !lines[index].isBlank {
        visible += 1
        hasAddress = hasAddress || text.contains("@") || text.contains("://")
      }
    }
    if let cut { lines.removeSubrange(cut...) }
  }
}
