/// Notes at the foot of a column: smaller than the text, the first of them with a mark.
struct Footnotes {
  let metrics: PDFMetrics
  /// The raised numbers and signs of the document, which may refer to notes.
  let references: Set<String>

  init(_ lines: some Sequence<PDFLine>, metrics: PDFMetrics) {
    self.metrics = metrics
    references = Set(
      lines.flatMap { line in
        line.words.lazy.filter { line.isRaised($0) }.compactMap { ListMark.note($0.text) }
      })
  }

  /// - Returns: the lines before the notes, and the lines of each note.
  func split(_ lines: [PDFLine]) -> (text: [PDFLine], notes: [[PDFLine]]) {
    let small = lines.lastIndex { !metrics.isSmall($0.size) }.map { $0 + 1 } ?? 0
    guard let start = lines[small...].firstIndex(where: { mark(of: $0) != nil }) else { return (lines, []) }
    var notes: [[PDFLine]] = []
    for line in lines[start...] {
      if notes.isEmpty || mark(of: line) != nil {
        notes.append([line])
      } else {
        notes[notes.count - 1].append(line)
      }
    }
    return (Array(lines[..<start]), notes)
  }

  /// The mark that a note's first line begins with: one that is referred to, raised, or a number with
  /// a full stop or a bracket.
  func mark(of line: PDFLine) -> String? {
    guard line.words.count > 1, let word = line.words.first, let mark = ListMark.note(word.text) else {
      return nil
    }
    return word.text != mark || line.isRaised(word) || references.contains(mark) ? mark : nil
  }
}
