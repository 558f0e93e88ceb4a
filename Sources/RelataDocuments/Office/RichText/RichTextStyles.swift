/// The style sheet of a document, of which reading needs the names (RTF 1.9.1, "Style Sheet").
struct RichTextStyles: Sendable {
  private var roles: [Int: TextFlow.Role] = [:]
  private var current = 0
  private var name: [UInt8] = []

  mutating func begin(_ number: Int) {
    current = number
    name = []
  }

  mutating func addName(_ bytes: ArraySlice<UInt8>) {
    if name.count < 64 { name += bytes.prefix(64) }
    guard bytes.contains(UInt8(ascii: ";")) else { return }
    let words = String(decoding: name.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self).lowercased()
      .split(separator: " ")
    if words == ["title"] { roles[current] = .title }
    if words.count == 2, words[0] == "heading", Int(words[1]) != nil { roles[current] = .heading }
    begin(0)
  }

  func role(_ paragraph: RichTextGroup.Paragraph) -> TextFlow.Role {
    if let role = roles[paragraph.style] { return role }
    return paragraph.outlineLevel.map { (0..<9).contains($0) } == true ? .heading : .body
  }
}
