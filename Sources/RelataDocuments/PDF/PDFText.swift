/// The text of a document, from its layout.
struct PDFText {
  let paragraphs: [PDFParagraph]
  let metrics: PDFMetrics
  /// The address that stands alone in the running heads or feet, as browsers print it.
  let address: String?
  private let footnotes: Footnotes
  private(set) var text = ParagraphText()
  /// In Unicode scalars, one a page.
  private(set) var pageStarts: [Int] = []

  /// - Parameter check: called for every page; throws where it is time to stop.
  init(_ layout: PDFLayout, check: () throws(FormatError) -> Void) throws(FormatError) {
    let rows = layout.pages.map { PDFLine.lines(of: $0.words) }
    let bodySize = PDFMetrics(columns: rows).bodySize
    let caps = DropCaps(
      bodySize: bodySize, vocabulary: Set(layout.pages.flatMap { $0.words.lazy.map { $0.text.lowercased() } })
    )
    let running = RunningMatter.lines(of: rows, bodySize: bodySize)

    address = running.joined().lazy.flatMap(\.words).map(\.text).first {
      ($0.hasPrefix("https://") || $0.hasPrefix("http://")) && !$0.contains("…") && !$0.contains("...")
    }

    var pages: [[PDFRegion]] = []
    for (page, removed) in zip(layout.pages, running) {
      try check()
      let words = Set(removed.flatMap(\.words))
      let text = caps.joined(page.words.filter { !words.contains($0) })
      pages.append(ColumnFinder(bodySize: bodySize).regions(of: text))
    }
    metrics = PDFMetrics(columns: pages.flatMap { $0.map(\.lines) })
    footnotes = Footnotes(pages.lazy.flatMap { $0.lazy.flatMap(\.lines) }, metrics: metrics)
    paragraphs = ParagraphJoiner(metrics: metrics).joined(PDFText.paragraphs(of: pages, footnotes: footnotes))
    write(pageCount: pages.count)
  }

  private static func paragraphs(of pages: [[PDFRegion]], footnotes: Footnotes) -> [PDFParagraph] {
    let metrics = footnotes.metrics
    var result: [PDFParagraph] = []
    var number = 0
    for (page, regions) in pages.enumerated() {
      var notes: [PDFParagraph] = []
      for region in regions {
        number += 1
        let column = PDFColumn(number: number, lines: region.lines, bodySize: metrics.bodySize)
        func paragraph(_ lines: [PDFLine], _ kind: PDFParagraph.Kind) -> PDFParagraph {
          PDFParagraph(kind: kind, pieces: [PDFParagraph.Piece(page: page, lines: lines)], column: column)
        }
        switch region {
        case .table(let rows): result += rows.map { paragraph($0, .tableRow) }
        case .column(let lines):
          let (text, below) = footnotes.split(lines)
          let finder = ParagraphFinder(metrics: metrics, column: column)
          result += finder.paragraphs(of: text).map { paragraph($0, .text) }
          notes += below.map { paragraph($0, .note) }
        }
      }
      result += notes
    }
    return result
  }

  private func isMarked(_ line: PDFLine, in paragraph: PDFParagraph) -> Bool {
    guard line.words.count > 1, let word = line.words.first else { return false }
    return paragraph.kind == .note || PDFCharacters.isBullet(word.text)
  }

  private mutating func write(pageCount: Int) {
    let marks = paragraphs.compactMap { $0.kind == .note ? $0.firstLine.flatMap(footnotes.mark) : nil }
    let liner = LineWords(noteMarks: Set(marks))
    let hyphenation = Hyphenation(
      lines: paragraphs.flatMap { $0.pieces.flatMap { $0.lines.map { liner.words(of: $0) } } })
    var starts = [Int?](repeating: nil, count: pageCount)
    for paragraph in paragraphs {
      var scalars = String.UnicodeScalarView()
      var pieceStarts: [(page: Int, offset: Int)] = []
      for piece in paragraph.pieces {
        for (index, line) in piece.lines.enumerated() {
          let words = liner.words(of: line, isMarked: scalars.isEmpty && isMarked(line, in: paragraph))
          let length = words.reduce(words.count - 1) { $0 + $1.unicodeScalars.count }
          hyphenation.append(words, to: &scalars)
          if index == 0 { pieceStarts.append((piece.page, max(0, scalars.count - length))) }
        }
      }
      // Soft hyphens within lines show nothing.
      scalars.removeAll { $0 == "\u{AD}" }
      let start = text.length + (text.text.isEmpty ? 0 : 2)
      text.add(String(scalars))
      guard text.length > start else { continue }
      for piece in pieceStarts where starts[piece.page] == nil { starts[piece.page] = start + piece.offset }
    }
    // A page without text begins where the next one does.
    var next = text.length
    for page in starts.indices.reversed() {
      next = min(next, starts[page] ?? next)
      starts[page] = next
    }
    pageStarts = starts.map { $0 ?? 0 }
  }
}
