import Foundation
import RelataFormats
import RelataGraph
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct TimelineTests {
  private func timeline(_ graph: KnowledgeGraph, _ options: TimelineOptions = .init()) throws -> TimelineSVG {
    try TimelineSVG(try TimelineWriter(ontology: Samples.ontology, options: options).write(graph))
  }

  private func graph(_ names: [String], _ facts: [(Int, Int, String)]) -> KnowledgeGraph {
    KnowledgeGraph(
      entities: names.enumerated().map {
        Entity(id: EntityID(rawValue: "person/\($0.offset)"), name: $0.element, type: .person)
      },
      statements: facts.map { subject, object, date in
        Statement(
          subject: EntityID(rawValue: "person/\(subject)"), relation: "leads",
          object: EntityID(rawValue: "person/\(object)"),
          time: PartialDate(date).map { TimeSpan(at: $0) },
          evidence: [Evidence(document: "a.txt", start: 0, end: 4, quote: "“A” & <b>")])
      })
  }

  @Test func eventsStandFromLeftToRightInTheLanesOfTheirActors() throws {
    let drawn = try timeline(
      graph(
        ["Ada", "Boris", "Clara"],
        [(0, 1, "2024-12-08"), (1, 2, "1999"), (0, 2, "2024-12-09"), (2, 0, "2024-11")]))
    // Of Clara more is told than of Boris.
    #expect(drawn.lanes == ["Ada", "Clara", "Boris"])
    #expect(
      drawn.events.sorted { $0.x < $1.x }.map(\.text).prefix(3) == [
        "leads Clara", "leads Ada", "leads Boris",
      ])
    #expect(drawn.marks == 4 && drawn.hollowMarks == 2)
    #expect(drawn.ticks.contains("1999") && drawn.ticks.contains("2024-11"))
    #expect(drawn.titles.contains { $0.contains("“A” & <b>") && $0.contains("a.txt") })
    #expect(drawn.overlaps == 0)
  }

  @Test func aSpanIsABar() throws {
    var graph = graph(["Ada", "Boris"], [(0, 1, "2020"), (0, 1, "2022")])
    graph.statements[0].time = TimeSpan(start: PartialDate("2015"), end: PartialDate("2021"))
    graph.statements[1].time = TimeSpan(start: PartialDate("2022-03-04"), end: nil)
    #expect(try timeline(graph).bars == 2)
  }

  @Test func theMostImportantAreDrawnAndTheOthersCounted() throws {
    var graph = graph(
      (0..<30).map { "Person \($0)" },
      (0..<200).map { ($0 % 30, ($0 * 7 + 1) % 30, "20\(10 + $0 % 15)-0\(1 + $0 % 9)") })
    graph.statements[11].importance = 1
    let drawn = try timeline(graph)
    #expect(drawn.lanes.count <= 12)
    #expect(drawn.marks <= 40)
    #expect(drawn.texts.contains { $0.hasPrefix("+ ") && $0.hasSuffix(" more") })
    #expect(drawn.texts.contains { $0.hasPrefix("40 of 200 dated statements are shown") })
    #expect(drawn.lanes.contains("Person 11"))
    #expect(drawn.overlaps == 0)
    let all = try timeline(graph, .init(laneLimit: nil, statementLimit: nil))
    #expect(all.lanes.count == 30 && !all.texts.contains { $0.hasSuffix(" more") })
    #expect(all.overlaps == 0)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</title><img onerror=x>", "\u{202E}هيئة تحرير الشام", "]]>&amp;\"'",
    String(repeating: "W", count: 10_000), String(repeating: "long name ", count: 1_000), "", "\u{0}\u{FFFF}",
  ])
  func hostileNamesDoNothingButAppear(name: String) throws {
    var graph = graph(
      [name, "Boris", name + "2"],
      [(0, 1, "2024-12-08"), (1, 0, "2024-12-08"), (2, 0, "2024"), (1, 2, "2023-01-02")])
    graph.statements[0].evidence[0].quote = name
    graph.statements[1].isOpen = true
    graph.statements[1].relation = name
    let drawn = try timeline(graph, .init(title: name))
    #expect(drawn.marks == 4)
    #expect(drawn.elements.isDisjoint(with: ["script", "img", "a"]))
    #expect(drawn.overlaps == 0)
    #expect(drawn.byteCount < 20_000)
  }

  @Test func aGraphWithoutDatesHasNoTimeline() {
    for (facts, count) in [([], 0), ([(0, 1, "")], 1), ([(0, 1, "XXXX-11"), (1, 0, "")], 2)]
      as [([(Int, Int, String)], Int)]
    {
      #expect(throws: TimelineError.noDates(statements: count)) {
        try timeline(graph(["Ada", "Boris"], facts))
      }
    }
    #expect(!TimelineError.noDates(statements: 3).description.contains("\n"))
  }

  @Test func theSameGraphGivesTheSameBytes() throws {
    let writer = TimelineWriter(ontology: Samples.ontology)
    let first = try writer.write(Samples.conflict)
    #expect(try writer.write(Samples.conflict) == first)
  }

  @Test func readersWhoDoNotSeeItAreToldWhatItShows() throws {
    let drawn = try timeline(graph(["Ada", "Boris"], [(0, 1, "2024-12-08")]), .init(title: "Leaders"))
    #expect(drawn.titles.first == "Leaders")
    #expect(drawn.summary.contains("Ada") && drawn.summary.contains("from left to right"))
    #expect(drawn.role == "img")
  }
}

/// What a timeline shows.
private final class TimelineSVG: NSObject, XMLParserDelegate {
  struct Text {
    var text: String
    var x: Double
    var y: Double
    var width: Double
    var left: Double
    var group: String
  }

  var drawn: [Text] = []
  var titles: [String] = []
  var summary = ""
  var role: String?
  var marks = 0
  var hollowMarks = 0
  var bars = 0
  var elements: Set<String> = []
  let byteCount: Int
  private var group = ""
  private var text = ""
  private var attributes: [String: String] = [:]

  init(_ bytes: [UInt8]) throws {
    byteCount = bytes.count
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    _ = parser.parse()
    if let error = parser.parserError { throw error }
  }

  var texts: [String] { drawn.map(\.text) }
  var events: [Text] { drawn.filter { $0.group == "event" } }
  var ticks: [String] { drawn.filter { $0.group == "axis" }.map(\.text) }
  /// First lines of the names.
  var lanes: [String] {
    drawn.filter { $0.group == "lane" && !$0.text.hasPrefix("+ ") }.map(\.text)
  }

  /// Pairs of texts that lie over one another.
  var overlaps: Int {
    drawn.indices.reduce(0) { sum, i in
      sum
        + drawn[..<i].count { other in
          let this = drawn[i]
          let across = min(this.left + this.width, other.left + other.width) - max(this.left, other.left)
          return across > 0.5 && abs(this.y - other.y) < 10
        }
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
    text = ""
    if name == "svg" { role = attributes["role"] }
    if name == "g" { group = attributes["class"] ?? "" }
    if name == "text" { self.attributes = attributes }
    if name == "circle", group == "event" {
      marks += 1
      if attributes["fill"] == "#ffffff" { hollowMarks += 1 }
    }
    if name == "path", group == "event" { bars += 1 }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title" { titles.append(text) }
    if name == "desc" { summary = text }
    guard name == "text" else { return }
    func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? 0 }
    let width = TextMetrics.width(text, size: attributes["font-size"].flatMap(Double.init) ?? 10.5)
    let anchor = attributes["text-anchor"] ?? "start"
    let left = number("x") - (anchor == "middle" ? width / 2 : anchor == "end" ? width : 0)
    drawn.append(
      Text(text: text, x: number("x"), y: number("y"), width: width, left: left, group: group))
  }
}
