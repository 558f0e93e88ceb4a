/// What stands at the head or foot of pages and is no part of the text: running titles, page numbers,
/// a browser's address line.
///
/// It is known by standing at one place on many pages with the same words, numbers apart. A document of one
/// page has only a page number; of two, what differs in nothing but the page's number or not at all.
struct RunningMatter {
  /// A line among the outermost of a page.
  private struct Edge {
    var page: Int
    var line: PDFLine
    /// Numbers in it replaced by a sign.
    var pattern: String
    var numbers: [Int]
    /// Whether nothing stands beyond it.
    var isOutermost: Bool
    var isTop: Bool
  }

  /// How many lines at each edge may be running matter.
  private static let depth = 3
  /// In points.
  private static let tolerance = 2.0

  private let pageCount: Int
  private let bodySize: Double
  private var edges: [Edge] = []

  /// The lines to be left out, by page.
  static func lines(of pages: [[PDFLine]], bodySize: Double) -> [[PDFLine]] {
    let matter = RunningMatter(pages, bodySize: bodySize)
    var result = [[PDFLine]](repeating: [], count: pages.count)
    for edge in matter.found() { result[edge.page].append(edge.line) }
    return result
  }

  private init(_ pages: [[PDFLine]], bodySize: Double) {
    pageCount = pages.count
    self.bodySize = bodySize
    for (page, lines) in pages.enumerated() {
      for (index, line) in lines.enumerated() {
        let fromEnd = lines.count - 1 - index
        guard min(index, fromEnd) < Self.depth else { continue }
        let (pattern, numbers) = Self.pattern(line)
        edges.append(
          Edge(
            page: page, line: line, pattern: pattern, numbers: numbers, isOutermost: min(index, fromEnd) == 0,
            isTop: index <= fromEnd))
      }
    }
  }

  private func found() -> [Edge] {
    if pageCount == 1 { return edges.filter(isLonePageNumber) }
    var kept: [Edge] = []
    var left: [Edge] = []
    for group in Dictionary(grouping: edges, by: \.pattern).values {
      for place in places(group) {
        let steady = steady(place)
        let pages = isRunning(steady) ? Set(steady.map(\.page)) : []
        for edge in place {
          if pages.contains(edge.page) {
            kept.append(edge)
          } else {
            left.append(edge)
          }
        }
      }
    }
    // On the other pages something else stands at the place of running matter: the head of even
    // pages, of another chapter.
    func height(_ edge: Edge) -> Int { Int((edge.line.baseline / Self.tolerance).rounded(.down)) }
    let atHeight = Dictionary(grouping: kept, by: height)
    let alike = left.filter { edge in
      edge.line.words.count <= 12 && edge.line.size <= bodySize * 1.3
        && (height(edge) - 1...height(edge) + 1).contains { height in
          atHeight[height]?.contains { isSamePlace($0, edge) && $0.page != edge.page } ?? false
        }
    }
    return kept + alike + smallHeads(left)
  }

  /// One pattern's lines by where they stand.
  private func places(_ edges: [Edge]) -> [[Edge]] {
    var result: [[Edge]] = []
    for edge in edges.sorted(by: { ($0.line.baseline, $0.page) < ($1.line.baseline, $1.page) }) {
      if let last = result.last?.last, edge.line.baseline - last.line.baseline <= Self.tolerance {
        result[result.count - 1].append(edge)
      } else {
        result.append([edge])
      }
    }
    return result
  }

  private func isRunning(_ place: [Edge]) -> Bool {
    let pages = Set(place.map(\.page))
    guard pages.count >= 2 else { return false }
    // Large letters are titles, as of slides, which may come again.
    guard place.allSatisfy({ $0.line.size <= bodySize * 1.3 }) else { return false }
    if pageCount == 2 { return place.allSatisfy(\.isOutermost) }
    // Odd and even pages may have heads of their own; a long document has one a chapter.
    let sides = [0, 1].map { side in (pages.count { $0 % 2 == side }, (pageCount + 1 - side) / 2) }
    return pages.count >= 4 || pages.count * 2 >= pageCount
      || sides.contains { $0.0 >= 2 && $0.0 * 2 >= $0.1 }
  }

  /// Of lines that differ in numbers only, those that do not differ at all or in a number that grows as the
  /// pages do: rows of figures differ as well.
  private func steady(_ place: [Edge]) -> [Edge] {
    func largest(_ groups: some Sequence<[Edge]>) -> [Edge] {
      groups.max { ($0.count, -($0.first?.page ?? 0)) < ($1.count, -($1.first?.page ?? 0)) } ?? []
    }
    let same = largest(Dictionary(grouping: place, by: \.numbers).values)
    let count = place.map(\.numbers.count).min() ?? 0
    let counting = (0..<count).map { index in
      largest(Dictionary(grouping: place) { $0.numbers[index] - $0.page }.values)
    }
    return largest([same] + counting)
  }

  /// Smaller than the text, short, and at one height above all else on every page.
  private func smallHeads(_ edges: [Edge]) -> [Edge] {
    let heads = edges.filter {
      $0.isTop && $0.isOutermost && $0.line.size < 0.95 * bodySize && $0.line.words.count <= 10
    }
    guard Set(heads.map(\.page)).count == pageCount, let first = heads.first else { return [] }
    return heads.allSatisfy { isSamePlace($0, first) } ? heads : []
  }

  private func isSamePlace(_ edge: Edge, _ other: Edge) -> Bool {
    abs(edge.line.baseline - other.line.baseline) <= Self.tolerance
      && PDFMetrics.isSame(edge.line.size, other.line.size)
  }

  /// "1", "– 1 –", "Page 1 of 1", or the last of an address line: "https://… 1/1".
  private func isLonePageNumber(_ edge: Edge) -> Bool {
    guard edge.isOutermost, edge.line.words.count <= 4, let last = edge.numbers.last, last > 0 else {
      return false
    }
    if edge.line.words.last?.text == "1/1" { return true }
    let letters = edge.pattern.unicodeScalars.count { $0.properties.isAlphabetic }
    switch edge.numbers.count {
    case 1: return letters == 0 && last < 1_000 || letters <= 5 && last == 1
    case 2: return letters <= 10 && edge.numbers == [1, 1]
    default: return false
    }
  }

  private static func pattern(_ line: PDFLine) -> (pattern: String, numbers: [Int]) {
    var pattern = ""
    var numbers: [Int] = []
    var digits = ""
    for scalar in (line.words.map(\.text).joined(separator: " ") + " ").unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      if !digits.isEmpty {
        pattern += "#"
        // So many digits are no page's number.
        numbers.append(digits.utf8.count < 10 ? Int(digits) ?? 0 : 0)
        digits = ""
      }
      pattern.unicodeScalars.append(scalar)
    }
    return (pattern, numbers)
  }
}
