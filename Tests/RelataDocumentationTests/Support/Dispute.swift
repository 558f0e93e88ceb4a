import RelataGraph

/// A small graph to try examples on: a union and the politician that it criticized, with the documents that
/// say so.
enum Dispute {
  static let marsh = EntityID(rawValue: "person/ada-marsh")
  static let ortiz = EntityID(rawValue: "person/ben-ortiz")
  static let union = EntityID(rawValue: "organization/harbour-union")
  static let norway = EntityID(rawValue: "country/norway")

  private static let first = DocumentRecord(
    id: "first.txt", text: "Ada Marsh leads the Harbour Union. The Harbour Union criticized Ben Ortiz.")
  private static let second = DocumentRecord(
    id: "second.pdf", title: "A dispute", date: PartialDate(year: 2021, month: 5, day: 3),
    publisher: "The Example", url: "https://example.org/dispute",
    text: "The Harbour Union has criticized Ben Ortiz. Ada Marsh visited Norway. Ben Ortiz visited Norway.",
    pageStarts: [0, 44])

  static let graph = KnowledgeGraph(
    entities: [
      Entity(id: norway, name: "Norway", type: .country, identifiers: ["wikidata": "Q20"]),
      Entity(
        id: union, name: "Harbour Union", type: .organization,
        aliases: [Alias(name: "Harbour Union", count: 4), Alias(name: "HU", count: 1)],
        links: [IdentityLink(name: "HU", other: "Harbour Union", reason: .acronym)]),
      Entity(id: marsh, name: "Ada Marsh", type: .person),
      Entity(id: ortiz, name: "Ben Ortiz", type: .person),
    ],
    statements: [
      Statement(
        subject: union, relation: "criticized", object: ortiz, time: TimeSpan(at: PartialDate(year: 2020)),
        evidence: [
          quote("The Harbour Union criticized Ben Ortiz.", first),
          quote("The Harbour Union has criticized Ben Ortiz.", second),
        ]),
      Statement(
        subject: marsh, relation: "leads", object: union,
        time: TimeSpan(start: PartialDate(year: 2019), end: nil),
        evidence: [quote("Ada Marsh leads the Harbour Union.", first)]),
      Statement(
        subject: marsh, relation: "visited", object: norway, confidence: 0.9,
        evidence: [quote("Ada Marsh visited Norway.", second)]),
      Statement(
        subject: ortiz, relation: "visited", object: norway, confidence: 0.9,
        evidence: [quote("Ben Ortiz visited Norway.", second)]),
    ],
    documents: [first, second])

  /// The statements that make the path over the union.
  static var pathOverUnion: [Statement] { [graph.statements[1], graph.statements[0]] }

  /// All texts here are ASCII, so that bytes are scalars.
  private static func quote(_ quote: String, _ document: DocumentRecord) -> Evidence {
    let text = document.text ?? ""
    let start = text.ranges(of: quote).first.map {
      text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
    }
    return Evidence(
      document: document.id, start: start ?? 0, end: (start ?? 0) + quote.utf8.count, quote: quote)
  }
}
