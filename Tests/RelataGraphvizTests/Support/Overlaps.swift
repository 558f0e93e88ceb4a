import Foundation
import RelataFormats

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Where labels and entities lie in an SVG of Graphviz; `Benchmarks/diagrams/overlaps.py` measures alike.
final class Overlaps: NSObject, XMLParserDelegate {
  struct Box {
    var left = Double.infinity
    var top = Double.infinity
    var right = -Double.infinity
    var bottom = -Double.infinity

    mutating func include(_ x: Double, _ y: Double) {
      left = min(left, x)
      right = max(right, x)
      top = min(top, y)
      bottom = max(bottom, y)
    }

    /// What only touches does not count.
    func overlaps(_ other: Box) -> Bool {
      min(right, other.right) - max(left, other.left) > 0.5
        && min(bottom, other.bottom) - max(top, other.top) > 0.5
    }
  }

  private(set) var labels: [Box] = []
  private(set) var entities: [Box] = []
  private(set) var smallestText = Double.infinity
  private(set) var width = 0.0
  private var classes: Set<Substring> = []
  private var box = Box()
  private var depth = 0
  private var text: (x: Double, y: Double, size: Double, anchor: String, words: String)?

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    _ = parser.parse()
    if let error = parser.parserError { throw error }
  }

  private static func pairs(_ boxes: [Box]) -> Int {
    boxes.indices.reduce(0) { sum, i in sum + boxes[..<i].count { $0.overlaps(boxes[i]) } }
  }

  var labelsOverLabels: Int { Self.pairs(labels) }
  var entitiesOverEntities: Int { Self.pairs(entities) }
  var labelsOverEntities: Int { labels.count { label in entities.contains { $0.overlaps(label) } } }
  /// How many pixels high the smallest text is where the picture is 900 pixels wide.
  var smallestTextOnAPage: Double { smallestText * 900 / max(width, 900) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? 0 }
    switch name {
    case "svg":
      width = attributes["viewBox"]?.split(separator: " ").dropFirst(2).first.flatMap { Double($0) } ?? 0
    case "g" where depth > 0: depth += 1
    case "g":
      let kinds = Set((attributes["class"] ?? "").split(separator: " "))
      guard kinds.contains("node") || kinds.contains("edge") else { return }
      (classes, box, depth) = (kinds, Box(), 1)
    case "text":
      text = (number("x"), number("y"), number("font-size"), attributes["text-anchor"] ?? "start", "")
      smallestText = min(smallestText, number("font-size"))
    case "ellipse" where depth > 0:
      box.include(number("cx") - number("rx"), number("cy") - number("ry"))
      box.include(number("cx") + number("rx"), number("cy") + number("ry"))
    case "polygon" where isEntity, "polyline" where isEntity: include(attributes["points"])
    case "path" where isEntity: include(attributes["d"])
    default: break
    }
  }

  private var isEntity: Bool { depth > 0 && classes.contains("node") && !classes.contains("label") }

  private func include(_ points: String?) {
    let numbers = (points ?? "").split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      box.include(numbers[index], numbers[index + 1])
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text?.words += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text", let text {
      self.text = nil
      guard depth > 0 else { return }
      let width = TextMetrics.width(text.words, size: text.size)
      let left = text.anchor == "middle" ? text.x - width / 2 : text.anchor == "end" ? text.x - width : text.x
      box.include(left, text.y - 0.75 * text.size)
      box.include(left + width, text.y + 0.2 * text.size)
    }
    guard name == "g", depth > 0 else { return }
    depth -= 1
    guard depth == 0, box.left <= box.right else { return }
    // A line without words is no label.
    if isLabel { labels.append(box) } else if classes.contains("node") { entities.append(box) }
  }

  private var isLabel: Bool { classes.contains("label") || classes.contains("edge") }
}
