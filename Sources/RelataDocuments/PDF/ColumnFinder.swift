/// Finds the columns and tables of a page and puts them in the order in which they are read.
///
/// From top to bottom, as many lines as leave a common gutter free make a zone of columns; a line
/// that bridges every gutter (a title, a full-width note) ends it. Within a column the same is done
/// again, for the tables in it.
struct ColumnFinder {
  /// Of most letters, in points.
  let bodySize: Double

  /// Beyond so many lines on one page it is no page to be read, and the search, quadratic in the
  /// worst case, is not worth it.
  private static let maximumLines = 1_000

  func regions(of words: [PDFWord], isNested: Bool = false) -> [PDFRegion] {
    let lines = PDFLine.lines(of: words)
    guard lines.count > 1, lines.count <= Self.maximumLines else {
      return lines.isEmpty ? [] : [.column(lines)]
    }
    let (low, high) = lines.reduce((Double.infinity, -Double.infinity)) {
      (min($0.0, $1.box.xMin), max($0.1, $1.box.xMax))
    }
    var result: [PDFRegion] = []
    var plain: [PDFLine] = []
    var index = 0
    while index < lines.count {
      if let zone = zone(in: lines, from: index, low: low, high: high, isNested: isNested) {
        if !plain.isEmpty { result.append(.column(plain)) }
        plain = []
        result += zone.regions
        index = zone.end
      } else {
        plain.append(lines[index])
        index += 1
      }
    }
    if !plain.isEmpty { result.append(.column(plain)) }
    return result
  }

  private func zone(
    in lines: [PDFLine], from start: Int, low: Double, high: Double, isNested: Bool
  ) -> (regions: [PDFRegion], end: Int)? {
    guard let (inner, end) = gutters(in: lines, from: start, low: low, high: high, isNested: isNested) else {
      return nil
    }
    // A line that ends early leaves some gutters free and not others: the columns begin below it.
    for next in start + 1...start + 2 {
      guard let below = gutters(in: lines, from: next, low: low, high: high, isNested: isNested) else {
        continue
      }
      if below.gaps.count > inner.count { return nil }
    }
    let zone = lines[start..<end]
    let columns = columns(zone.flatMap(\.words), at: inner)
    guard columns.count > 1 else { return nil }
    let prose = columns.count { isProse($0) }
    let hasLabels = columns.contains { isLabels($0, beside: zone) }
    if prose == 0 || prose == 1 && columns.count > 2 && hasLabels {
      // Marks of list items, or numbers of lines, in front of text.
      guard columns.count > 2 || !columns.contains(where: { width(of: $0) < 2 * bodySize }) else {
        return nil
      }
      guard zone.count > 1 else { return nil }
      let table = zone.prefix(TableRows.extent(of: zone))
      return ([.table(TableRows(gutters: inner).rows(of: table))], table.endIndex)
    }
    guard !isNested, !hasLabels else { return nil }
    return (columns.flatMap { regions(of: $0, isNested: true) }, end)
  }

  /// The gutters that as many lines as possible from `start` on have in common, and the index of the
  /// first line that bridges them.
  private func gutters(
    in lines: [PDFLine], from start: Int, low: Double, high: Double, isNested: Bool
  ) -> (gaps: [Gutters.Gap], end: Int)? {
    var gutters = Gutters(from: low, to: high, minimum: bodySize * (isNested ? 1.2 : 0.75))
    var end = start
    while end < lines.count {
      let next = gutters.narrowed(by: lines[end])
      if next.gaps.isEmpty { break }
      if gutters.gaps.contains(where: \.isInner), !next.gaps.contains(where: \.isInner) { break }
      gutters = next
      end += 1
    }
    // White space between words comes to lie above another by chance, but hardly over many lines, or so wide.
    let inner = gutters.gaps.filter { gap in
      let least = gap.high - gap.low < 1.5 * bodySize ? 5 : gap.high - gap.low < 3 * bodySize ? 3 : 2
      return min(gap.left, gap.right) >= least
    }
    return inner.isEmpty ? nil : (inner, end)
  }

  /// Numbers and names of what stands beside them on the same lines, as in contents and lists.
  private func isLabels(_ column: [PDFWord], beside zone: ArraySlice<PDFLine>) -> Bool {
    let width = width(of: column)
    if width < 2 * bodySize { return true }
    guard width < 6 * bodySize else { return false }
    let words = Set(column)
    return zone.allSatisfy { line in
      line.words.contains { !words.contains($0) } || !line.words.contains { words.contains($0) }
    }
  }

  private func columns(_ words: [PDFWord], at gaps: [Gutters.Gap]) -> [[PDFWord]] {
    var result = [[PDFWord]](repeating: [], count: gaps.count + 1)
    for word in words { result[gaps.count { $0.low < word.box.xMin }].append(word) }
    return result.filter { !$0.isEmpty }
  }

  /// Whether most lines are full, as in running text and hardly ever in the cells of a table.
  private func isProse(_ column: [PDFWord]) -> Bool {
    let lines = PDFLine.lines(of: column)
    let width = width(of: column)
    guard width >= 8 * bodySize, column.count >= 3 * lines.count else { return false }
    return lines.count { $0.box.width >= 0.7 * width } * 2 >= lines.count
  }

  private func width(of words: [PDFWord]) -> Double {
    (words.map(\.box.xMax).max() ?? 0) - (words.map(\.box.xMin).min() ?? 0)
  }
}
