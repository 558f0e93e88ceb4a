/// Paragraphs of a mail: its own, and those that it quotes.
struct MailText {
  var own: [String] = []
  var quoted: [String] = []

  var isEmpty: Bool { own.isEmpty && quoted.isEmpty }

  /// In Unicode scalars, of what would be written.
  var length: Int { (own.isEmpty ? quoted : own).reduce(0) { $0 + $1.unicodeScalars.count } }

  static func += (left: inout MailText, right: MailText) {
    left.own += right.own
    left.quoted += right.quoted
  }

  /// The headline and the paragraphs; quoted ones only where there are no others. A first paragraph that
  /// repeats the headline is left out.
  func written(below headline: String) -> String {
    var text = ParagraphText()
    text.add(headline)
    let head = text.text
    for (index, paragraph) in (own.isEmpty ? quoted : own).enumerated() {
      if index == 0, !head.isEmpty {
        var first = ParagraphText()
        first.add(paragraph)
        if first.text.lowercased() == head.lowercased() { continue }
      }
      text.add(paragraph)
    }
    return text.text
  }
}
