/// Puts the lines of a table together as rows: a cell may have several lines.
struct TableRows {
  let gutters: [Gutters.Gap]

  /// How many of the lines belong to the table: much white space between two lines ends it.
  /// - Precondition: there are at least two lines.
  static func extent(of lines: ArraySlice<PDFLine>) -> Int {
    let distances = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }
    let median = distances.sorted()[distances.count / 2]
    if let end = distances.dropFirst().firstIndex(where: { $0 > 2 * median }) { return end + 1 }
    return lines.count
  }

  /// For each row the lines of its first cell, its second cell and so on.
  func rows(of lines: ArraySlice<PDFLine>) -> [[PDFLine]] {
    let distances = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }
    let (least, most) = (distances.min() ?? 0, distances.max() ?? 0)
    // Where rows stand further apart than the lines of a cell do, that tells; else a line of one cell that
    // goes on with a sentence.
    let isSpaced = most > 1.2 * least && least < 1.6 * (lines.first?.size ?? 0)
    var groups: [[PDFLine]] = []
    for (index, line) in lines.enumerated() {
      let isContinued = index > 0 && (isSpaced ? distances[index - 1] <= 1.1 * least : goesOn(line))
      if isContinued, !groups.isEmpty { groups[groups.count - 1].append(line) } else { groups.append([line]) }
    }
    return groups.map(cells)
  }

  private func goesOn(_ line: PDFLine) -> Bool {
    let columns = Set(line.words.map(column))
    return columns.count == 1 && columns != [0]
      && line.words.first.map { PDFCharacters.beginsLowercase($0.text) } == true
  }

  private func cells(_ lines: [PDFLine]) -> [PDFLine] {
    (0...gutters.count).flatMap { number in
      lines.compactMap { line in
        let words = line.words.filter { column(of: $0) == number }
        return words.isEmpty ? nil : PDFLine(words)
      }
    }
  }

  private func column(of word: PDFWord) -> Int { gutters.count { $0.low < word.box.xMin } }
}
