/// The fields around a place in a Word document: what they show is text, what they are computed from is not
/// (ISO/IEC 29500-1, section 17.16).
struct WordFields: Sendable {
  private struct Field {
    var instruction = ""
    var isInResult = false
  }

  private var fields: [Field] = []
  /// How many of them hide what is in them: still in the instruction, or a table of contents or an index.
  private var hiding = 0

  /// Whether text here is shown.
  var isVisible: Bool { hiding == 0 }

  mutating func begin() {
    fields.append(Field())
    hiding += 1
  }

  mutating func addInstruction(_ text: String) {
    guard let last = fields.last, !last.isInResult, last.instruction.utf8.count < 64 else { return }
    fields[fields.count - 1].instruction += text
  }

  mutating func separate() {
    guard let last = fields.last, !last.isInResult else { return }
    fields[fields.count - 1].isInResult = true
    if !Self.isIndex(last.instruction) { hiding -= 1 }
  }

  mutating func end() {
    guard let last = fields.popLast() else { return }
    if !last.isInResult || Self.isIndex(last.instruction) { hiding -= 1 }
  }

  /// Whether its result repeats what stands elsewhere in the document.
  static func isIndex(_ instruction: String) -> Bool {
    switch instruction.split(separator: " ", maxSplits: 1).first?.uppercased() {
    case "TOC", "INDEX": true
    default: false
    }
  }
}
