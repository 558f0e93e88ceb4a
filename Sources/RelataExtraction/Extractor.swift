import RelataDocuments
public import RelataGazetteer
public import RelataGraph
public import RelataLanguage

/// Reads one document's sentences into entities and statements with evidence.
///
/// Mentions, then coreference, then links between mentions, then statements: each is a folder. What is
/// learned is read off the vectors that the encoder made of the words (``WordVectors``); the ontology's
/// triggers are signs that the learned part weighs, and type links by themselves where nobody taught a
/// relation. Text that is not prose (captions, link lists) yields nothing; the title is read as prose, other
/// headings yield names only.
public struct Extractor: Sendable {
  let ontology: Ontology
  let gazetteer: Gazetteer
  let index: TriggerIndex
  private let senses = WordSenses.embedded()
  private let heads: FactHeads
  private let weights: RelationWeights
  private let choice: RelationChoice
  private let apart: [NamesApart]
  private let leastConfidence: Double

  /// The least confidence of a statement where nothing else is asked.
  public static var usualConfidence: Double { Confidence.usual }

  /// Tells apart what was learned beside the model: a checksum, in hexadecimal.
  /// - Complexity: O(bytes of the weights), some two million.
  public var weightsIdentifier: String { weights.identifier }

  /// - Parameters:
  ///   - model: the one that analysed the documents; it holds the heads.
  ///   - apart: names that are never one entity's, by the word of a user.
  ///   - leastConfidence: statements below it are left out, 0…1; nil: where precision and
  ///     recall are best together.
  /// - Throws: ``ModelError`` where the model has no heads that read facts.
  public init(
    ontology: Ontology, gazetteer: Gazetteer, model: LanguageModel, apart: [NamesApart] = [],
    leastConfidence: Double? = nil
  ) throws(ModelError) {
    self.ontology = ontology
    self.gazetteer = gazetteer
    self.apart = apart
    self.leastConfidence = leastConfidence ?? Confidence.usual
    let heads = try FactHeads(model)
    self.heads = heads
    weights = try .embedded()
    index = TriggerIndex(ontology: ontology, gazetteer: gazetteer)
    choice = RelationChoice(heads: heads, weights: weights, ontology: ontology, words: index.words)
  }

  /// The entities and statements of one document. The result depends on nothing but the document.
  /// - Complexity: linear in sentences.
  public func extract(_ document: AnalyzedDocument) -> ExtractedDocument {
    var text = resolved(document)
    let statements = statements(of: &text)
    let source = document.source
    let record = DocumentRecord(
      id: source.id, title: source.metadata["title"] ?? text.reading.title, date: text.date,
      author: source.metadata["author"], publisher: source.metadata["publisher"], url: source.metadata["url"],
      sentenceCount: document.sentenceCount, wordCount: document.wordCount, text: source.text,
      digest: source.digest, pageStarts: source.pageStarts)
    return assemble(
      record, text.coreference, statements,
      NameExamples(text.coreference.mentions, text.reading.trees, document.source))
  }

  /// What one document speaks of, word by word: names, descriptions and pronouns, each with the entity
  /// that it was resolved to.
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

  // MARK: Mentions and coreference

  struct ResolvedText {
    var source: SourceDocument
    var reading: Reading
    var date: PartialDate?
    var kernels: KernelRunner
    var mentionReading: MentionReading
    var roles: [[RoleOccurrence]]
    var coreference: Coreference
  }

  func resolved(_ document: AnalyzedDocument) -> ResolvedText {
    let reading = Reading(document, gazetteer)
    let (mentions, chains) = named(reading)
    let kernels = KernelRunner()
    let mentionReading = MentionReading(mentions, vectors: reading.vectors, heads: heads, kernels: kernels)
    let finder = RoleFinder(index: index)
    let bySentence = Dictionary(grouping: mentions, by: \.sentence)
    let roles = reading.trees.indices.map {
      finder.roles(in: reading.trees[$0], mentions: bySentence[$0] ?? [])
    }
    let learned = AntecedentScorer(
      mentions, reading: mentionReading, words: reading.vectors,
      features: AntecedentFeatures(
        mentions: mentions, trees: reading.trees, titleSentence: reading.titleSentence, gazetteer: gazetteer),
      head: heads.antecedents, kernels: kernels
    ).antecedents(of: mentions)
    let antecedents = OfficeHolders(mentions, reading.trees).corrected(learned, roles)
    var coreference = Coreference(
      trees: reading.trees, mentions: mentions, chains: chains, antecedents: antecedents,
      reading: mentionReading, heads: heads, ontology: ontology, gazetteer: gazetteer)
    for (sentence, list) in roles.enumerated() {
      for role in list {
        for holder in role.holders.flatMap({ coreference.names(at: $0, sentence: sentence) })
        where ontology.isKind(coreference.chains[holder].type, of: .person) {
          coreference.add(title: role.title.lowercased(), to: holder)
        }
      }
    }
    return ResolvedText(
      source: document.source, reading: reading,
      date: DocumentDate.find(in: document.source, CalendarNames(gazetteer.wordLists)),
      kernels: kernels, mentionReading: mentionReading, roles: roles, coreference: coreference)
  }

  /// All mentions in the order of the text, and the chains of names.
  private func named(_ reading: Reading) -> (mentions: [Mention], chains: [Chain]) {
    let detector = MentionDetector(gazetteer: gazetteer)
    let metonymy = Metonymy(gazetteer: gazetteer)
    var mentions: [Mention] = []
    for (sentence, tree) in reading.trees.enumerated() {
      var found = detector.mentions(in: tree, sentence: sentence)
      metonymy.resolve(&found, in: tree)
      // A sentence without vectors was not analysed: nothing can be read of it.
      if reading.vectors[sentence].count == tree.tokens.count { mentions += found }
    }
    let chains = NameClusterer(ontology: ontology, gazetteer: gazetteer, apart: apart)
      .cluster(&mentions, trees: reading.trees)
    return (mentions, chains)
  }

  // MARK: Statements

  /// All statements from the least confidence on, in the order of their sentences.
  private func statements(of text: inout ResolvedText) -> [DocumentStatement] {
    // Whoever is told to hold an office is not given another, however surely it must be told to be shown.
    let told = min(leastConfidence, Confidence.usual)
    let linked = linked(&text, least: told * Corroboration.share)
    var implicit = implicitBodies(text, linked.filter { $0.confidence >= told })
    let all =
      Corroboration(least: leastConfidence).kept(linked)
      + builder(text).statements(
        implicit.cases(text.roles, where: ImplicitBodies.isReliable), least: leastConfidence)
    return all.enumerated().sorted {
      ($0.element.evidence.start, $0.offset) < ($1.element.evidence.start, $1.offset)
    }.map(\.element)
  }

  func implicitBodies(_ text: ResolvedText, _ linked: [DocumentStatement]) -> ImplicitBodies {
    ImplicitBodies(
      coreference: text.coreference, ontology: ontology, reading: text.reading, statements: linked,
      words: gazetteer.wordLists)
  }

  private func builder(_ text: ResolvedText) -> StatementBuilder {
    let month = text.date.flatMap { date in
      date.year != nil && date.month != nil
        ? TimeSpan(at: PartialDate(year: date.year, month: date.month)) : nil
    }
    return StatementBuilder(
      choice: choice, coreference: text.coreference,
      geography: Geography(gazetteer: gazetteer, ontology: ontology),
      documentID: text.source.id, report: month, text: Array(text.source.text.unicodeScalars))
  }

  /// The statements whose ends stand in one sentence.
  func linked(_ text: inout ResolvedText, least: Double) -> [DocumentStatement] {
    let times = times(of: text.reading, date: text.date)
    let finder = LinkFinder(
      heads: heads, kernels: text.kernels, index: index, senses: senses, coreference: text.coreference,
      reading: text.mentionReading, vectors: text.reading.vectors, times: times)
    let builder = builder(text)
    let told = ToldEvents(index: index)
    var result: [DocumentStatement] = []
    for sentence in text.reading.trees.indices
    where text.reading.isProse[sentence] || sentence == text.reading.titleSentence {
      let found = finder.sentence(
        sentence, roles: text.roles[sentence], ontology: ontology, lowest: Float(least))
      result += builder.statements(found, sentence: sentence, least: least)
      for event in told.find(sentence: sentence, times: times[sentence], ontology, &text.coreference) {
        result.append(
          DocumentStatement(
            subject: event.event, relation: event.relation, object: event.object, modality: event.modality,
            time: event.time, confidence: 0.75,
            evidence: builder.evidence(of: text.reading.trees[sentence], trigger: event.trigger)))
      }
    }
    return result
  }

  func times(of reading: Reading, date: PartialDate?) -> [[TimeExpression]] {
    var tagger = TimeTagger(documentDate: date, words: gazetteer.wordLists)
    return reading.trees.map { tree in
      // "January Makamba" is no month.
      tagger.expressions(in: tree).filter { time in
        !time.tokens.allSatisfy { token in
          tree.nameAt[token].map { tree.names[$0].label == .person && tree.names[$0].tokens.count > 1 }
            ?? false
        }
      }
    }
  }

  // MARK: Result

  /// A body or place that is described by a name is the same in another article: "the Syrian government";
  /// "Russian airstrikes" are not.
  private func isSame(_ chain: Chain) -> Bool {
    (ontology.isKind(chain.type, of: .organization) || ontology.isKind(chain.type, of: .place))
      && chain.name.split(separator: " ").contains { $0.first?.isUppercase == true }
  }

  /// From this probability on a description without a name is listed though nothing is stated of it.
  private static let listed = 0.4

  /// Keeps the chains that are named and either take part in a statement or are of a type
  /// that a reader would list.
  private func assemble(
    _ record: DocumentRecord, _ coreference: Coreference, _ statements: [DocumentStatement],
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
      let isListed =
        chain.isDescribed
        // Somebody without a name is nobody to list, unless something is stated of him.
        ? chain.entityProbability >= Self.listed && chain.type != .person
        // How exactly its type is known says nothing of whether it is one: CERN is a university or another
        // body.
        : chain.type != .thing && chain.type != .work
      guard used.contains(index) || isListed, !chain.name.isEmpty else { continue }
      newIndex[index] = entities.count
      let names = chain.tellingNames.map {
        Alias(name: $0.key, count: $0.value, example: examples.first($0.key, of: index))
      }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      entities.append(
        DocumentEntity(
          name: chain.name, type: chain.type, typeConfidence: chain.typeConfidence,
          names: names.isEmpty ? [Alias(name: chain.name, count: 1)] : names,
          mentionCount: chain.mentionCount,
          identifiers: chain.identifiers, titles: chain.titles,
          links: chain.links.sorted(), isDescribed: chain.isDescribed && !isSame(chain)))
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
