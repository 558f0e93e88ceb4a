public import RelataGazetteer
public import RelataGraph
public import RelataLanguage

/// Reads one document's sentences into entities and statements with evidence.
///
/// Names are found and typed, grouped into chains, descriptions and pronouns resolved to them; then the ontology's triggers are
/// matched over the dependency trees. Text that is not prose (captions, link lists) yields nothing; headings yield names only.
public struct Extractor: Sendable {
  private let ontology: Ontology
  private let gazetteer: Gazetteer
  private let index: TriggerIndex
  private let apart: [NamesApart]

  /// - Parameter apart: names that are never one entity's, by the word of a user.
  public init(ontology: Ontology, gazetteer: Gazetteer, apart: [NamesApart] = []) {
    self.apart = apart
    self.ontology = ontology
    self.gazetteer = gazetteer
    index = TriggerIndex(ontology: ontology, gazetteer: gazetteer)
  }

  /// The entities and statements of one document. The result depends on nothing but the document.
  /// - Complexity: linear in sentences; coreference looks back at most three sentences.
  public func extract(_ document: AnalyzedDocument) -> ExtractedDocument {
    var text = resolved(document)
    let date = DocumentDate.find(in: document.source)
    let record = DocumentRecord(
      id: document.source.id, title: document.source.metadata["title"] ?? text.reading.title, date: date,
      sentenceCount: document.sentenceCount, wordCount: document.wordCount)
    let statements = self.statements(
      reading: text.reading, coreference: &text.coreference, roles: text.roles, date: date, document: document
    )
    return assemble(
      record, text.coreference, statements,
      NameExamples(text.coreference.mentions, text.reading.trees, document.source))
  }

  /// What one document speaks of, word by word: names, descriptions and pronouns, each with the entity that it was resolved to.
  /// - Complexity: as ``extract(_:)``.
  public func mentions(in document: AnalyzedDocument) -> [ResolvedMention] {
    let text = resolved(document)
    return text.coreference.mentions.compactMap { mention in
      let tokens = text.reading.trees[mention.sentence].tokens
      guard let first = mention.tokens.first, let last = mention.tokens.last, tokens.indices.contains(last)
      else {
        return nil
      }
      let chains = mention.entities.map { text.coreference.chains[$0] }
      return ResolvedMention(
        range: tokens[first].range.lowerBound..<tokens[last].range.upperBound,
        text: text.reading.trees[mention.sentence].text(mention.tokens), kind: mention.kind.published,
        type: mention.ownType ?? chains.first?.type, entities: mention.entities, names: chains.map(\.name)
      )
    }.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  private struct ResolvedText {
    var reading: Reading
    var roles: [[RoleOccurrence]]
    var coreference: CoreferenceResolver
  }

  private func resolved(_ document: AnalyzedDocument) -> ResolvedText {
    let reading = Reading(document, repair: NameRepair(gazetteer: gazetteer, document: document))
    let detector = MentionDetector(gazetteer: gazetteer)
    let metonymy = Metonymy(gazetteer: gazetteer)
    var mentions: [Mention] = []
    for (sentence, tree) in reading.trees.enumerated() {
      var found = detector.mentions(in: tree, sentence: sentence)
      metonymy.resolve(&found, in: tree)
      mentions += found
    }
    let chains = NameClusterer(ontology: ontology, apart: apart).cluster(&mentions, trees: reading.trees)
    let finder = RoleFinder(index: index)
    let bySentence = Dictionary(grouping: mentions, by: \.sentence)
    let roles = reading.trees.indices.map {
      finder.roles(in: reading.trees[$0], mentions: bySentence[$0] ?? [])
    }
    var coreference = CoreferenceResolver(
      ontology: ontology, gazetteer: gazetteer, trees: reading.trees, isProse: reading.isProse,
      mentions: mentions, chains: chains, roles: roles)
    coreference.resolve()
    return ResolvedText(reading: reading, roles: roles, coreference: coreference)
  }

  // MARK: Statements

  /// How many sentences of a report tell its news before they explain it.
  private static let leadLength = 4

  private func statements(
    reading: Reading, coreference: inout CoreferenceResolver, roles: [[RoleOccurrence]], date: PartialDate?,
    document: AnalyzedDocument
  ) -> [DocumentStatement] {
    let builder = StatementBuilder(
      ontology: ontology, coreference: coreference, documentID: document.source.id,
      text: Array(document.source.text.unicodeScalars))
    let frames = FrameFinder(index: index)
    let implicit = ImplicitRelations(ontology: ontology, coreference: coreference)
    let sources = SourceReports(ontology: ontology, coreference: coreference)
    let open = OpenRelations(coreference: coreference, index: index)
    var tagger = TimeTagger(documentDate: date)
    var result: [DocumentStatement] = []
    let told = ToldEvents(index: index)
    var focus: (date: PartialDate, block: Int)?
    var proseCount = 0
    let month = date.flatMap { date in
      date.year != nil && date.month != nil
        ? TimeSpan(at: PartialDate(year: date.year, month: date.month)) : nil
    }
    for (sentence, tree) in reading.trees.enumerated() {
      let times = tagger.expressions(in: tree)
      guard reading.isProse[sentence] || sentence == reading.titleSentence else { continue }
      let narrative =
        times.isEmpty && !tree.mentionsTime
          && focus?.block == reading.blocks[sentence] ? focus?.date : nil
      let context = TimeContext(focus: narrative, report: month, isLead: proseCount < Self.leadLength)
      if reading.isProse[sentence] { proseCount += 1 }
      let found = frames.frames(in: tree, roles: roles[sentence])
      let typed = builder.statements(sentence: sentence, frames: found, times: times, context: context)
      result += typed
      result += EventAnaphora(index: index, recent: result.suffix(40)).statements(
        in: tree, times: times, evidence: { builder.evidence(of: $0, trigger: $1) })
      result += builder.implicit(
        implicit.find(sentence: sentence) + sources.find(sentence: sentence), sentence: sentence,
        besides: typed)
      result += builder.open(
        open.find(sentence: sentence), sentence: sentence, times: times, context: context, besides: typed)
      for event in told.find(sentence: sentence, times: times, coreference: &coreference) {
        result.append(
          DocumentStatement(
            subject: event.event, relation: event.relation, object: event.object, modality: event.modality,
            time: event.time, confidence: 0.75,
            evidence: builder.evidence(of: tree, trigger: event.trigger)))
      }
      if let start = times.last(where: {
        $0.span.isPoint && $0.span.start?.year != nil && $0.span.start?.month != nil
      })?.span.start {
        focus = (start, reading.blocks[sentence])
      } else if !times.isEmpty {
        focus = nil
      }
    }
    return result
  }

  // MARK: Result

  /// Keeps the chains that are named and either take part in a statement or are of a type that a reader would list.
  private func assemble(
    _ record: DocumentRecord, _ coreference: CoreferenceResolver, _ statements: [DocumentStatement],
    _ examples: NameExamples
  ) -> ExtractedDocument {
    var used = Set<Int>()
    for statement in statements {
      used.formUnion([statement.subject, statement.object])
      if let source = statement.attribution { used.insert(source) }
      if let place = statement.place { used.insert(place) }
    }
    var newIndex: [Int: Int] = [:]
    var entities: [DocumentEntity] = []
    for (index, chain) in coreference.chains.enumerated() {
      let isListed = chain.type != .thing && chain.type != .work && chain.typeConfidence >= 0.5
      guard used.contains(index) || isListed, !chain.name.isEmpty else { continue }
      newIndex[index] = entities.count
      let names = chain.names.map {
        Alias(name: $0.key, count: $0.value, example: examples.first($0.key, of: index))
      }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      entities.append(
        DocumentEntity(
          name: chain.name, type: chain.type, typeConfidence: chain.typeConfidence,
          names: names.isEmpty ? [Alias(name: chain.name, count: 1)] : names,
          mentionCount: chain.mentionCount,
          identifiers: chain.identifiers, titles: chain.titles,
          links: chain.links.sorted()))
    }
    let kept = statements.compactMap { statement -> DocumentStatement? in
      guard let subject = newIndex[statement.subject], let object = newIndex[statement.object] else {
        return nil
      }
      var moved = statement
      moved.subject = subject
      moved.object = object
      moved.attribution = statement.attribution.flatMap { newIndex[$0] }
      moved.place = statement.place.flatMap { newIndex[$0] }
      return moved
    }
    return ExtractedDocument(record: record, entities: entities, statements: kept)
  }
}

/// A document's sentences in one row, with what is known of the block each stands in.
struct Reading: Sendable {
  var trees: [SentenceTree] = []
  var isProse: [Bool] = []
  var blocks: [Int] = []
  var title: String?
  /// The sentence that is the document's title: it tells facts in the present tense, without auxiliaries.
  var titleSentence: Int?

  init(_ document: AnalyzedDocument, repair: NameRepair) {
    for (index, block) in document.blocks.enumerated() where block.kind != .furniture {
      for sentence in block.sentences {
        let tree = SentenceTree(ClauseRepair.repaired(repair.repaired(sentence)))
        if block.kind == .heading, title == nil {
          title = tree.text(tree.tokens.indices)
          titleSentence = trees.count
        }
        trees.append(tree)
        isProse.append(block.kind == .prose)
        blocks.append(index)
      }
    }
  }
}
