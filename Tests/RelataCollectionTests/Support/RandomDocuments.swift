import RelataCollection
import RelataDocuments
import RelataExtraction
import RelataGraph
import RelataTestSupport

/// Random documents with everything that extraction can find, the same for the same seed.
struct RandomDocuments: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  private mutating func text() -> String {
    // The last two are equal as `String`s, and not the same.
    let texts = ["", "Ada", "Łódź", "a\u{0}b", "line\nbreak", "🇸🇾", "\u{FEFF}x", "caf\u{E9}", "cafe\u{301}"]
    return texts[number(texts.count)]
  }

  private mutating func date() -> PartialDate? {
    maybe(PartialDate(year: maybe(1900 + number(200)), month: 1 + number(12), day: maybe(1 + number(28))))
  }

  private mutating func evidence(_ document: String) -> Evidence {
    Evidence(
      document: maybe(document) ?? text(), start: number(1_000_000), end: number(1_000_000), quote: text(),
      trigger: text())
  }

  mutating func document(_ id: String) -> CollectedDocument {
    let source = SourceDocument(
      id: id, text: "Text of \(id). " + text(), metadata: maybe(["title": text(), "date": text()]) ?? [:],
      format: maybe(.markdown) ?? .plain, pageStarts: maybe([0, 4, 4]) ?? [])
    var extraction = ExtractedDocument(
      record: DocumentRecord(
        id: id, title: maybe(text()), date: date(), author: maybe(text()), publisher: maybe(text()),
        url: maybe(text()), sentenceCount: number(9), wordCount: number(99), text: source.text,
        digest: source.digest, pageStarts: source.pageStarts), entities: [], statements: [])
    for _ in 0..<1 + number(4) {
      var entity = DocumentEntity(
        name: text(), type: maybe(.person) ?? EntityType(rawValue: text()),
        typeConfidence: Double(number(101)) / 100, names: [], mentionCount: number(50),
        identifiers: maybe(["wikidata": text(), "iso3166": "SY"]) ?? [:],
        titles: maybe([text(), text()]) ?? [],
        isDescribed: Bool.random(using: &self))
      for _ in 0..<number(3) {
        var alias = Alias(name: text(), count: number(9))
        if let example = maybe(evidence(id)) { alias.example = example }
        entity.names.append(alias)
      }
      for _ in 0..<number(2) {
        entity.links.append(
          IdentityLink(
            name: text(), other: text(),
            reason: IdentityLink.Reason.allCases[number(IdentityLink.Reason.allCases.count)],
            detail: text(), document: maybe(id)))
      }
      extraction.entities.append(entity)
    }
    let count = extraction.entities.count
    for _ in 0..<number(6) {
      let time = maybe(TimeSpan(start: date(), end: date()))
      extraction.statements.append(
        DocumentStatement(
          subject: number(count), relation: text(), object: number(count), isOpen: Bool.random(using: &self),
          polarity: maybe(.negated) ?? .affirmed,
          modality: Modality.allCases[number(Modality.allCases.count)],
          attribution: maybe(number(count)), time: time, place: maybe(number(count)), role: maybe(text()),
          confidence: Double(number(1001)) / 1000, importance: maybe(Double(number(1001)) / 1000),
          evidence: evidence(id)))
    }
    return CollectedDocument(
      source: source, extraction: extraction, signature: (0..<number(9)).map { UInt8($0) })
  }
}
