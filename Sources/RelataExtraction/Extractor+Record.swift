import RelataDocuments
import RelataGazetteer
import RelataGraph
public import RelataLanguage

extension Extractor {
  /// What the learned heads are given of a document, for training them, and what they make of it as far as
  /// more is learned from that.
  /// - Complexity: as ``extract(_:)``.
  public func record(of document: AnalyzedDocument) -> ReadingRecord {
    var text = resolved(document)
    let (reading, mentions, date) = (text.reading, text.coreference.mentions, text.date)
    var record = ReadingRecord(document: document.source.id, date: date?.description)
    // Boilerplate is part of the windows that the encoder reads.
    var position: [Int] = []
    var prose = 0
    for block in document.blocks {
      for sentence in block.sentences {
        let isRead = block.kind != .boilerplate
        let tree = isRead ? reading.trees[prose] : SentenceTree(sentence)
        let kind =
          block.kind == .heading && prose == reading.titleSentence
          ? "title" : block.kind.rawValue
        if isRead {
          position.append(record.sentences.count)
          prose += 1
        }
        record.sentences.append(
          ReadingRecord.Sentence(
            kind: kind, forms: tree.tokens.map(\.form),
            ranges: tree.tokens.map { [$0.range.lowerBound, $0.range.upperBound] },
            tags: tree.tokens.map(\.tag), lemmas: tree.lemmas, heads: tree.heads.map { $0 ?? -1 },
            relations: tree.relations))
      }
    }
    for mention in mentions {
      record.mentions.append(
        ReadingRecord.Mention(
          sentence: position[mention.sentence], first: mention.tokens.lowerBound,
          last: mention.tokens.upperBound - 1, head: mention.head, kind: mention.kind.published.rawValue,
          types: mention.types.map(\.rawValue), plural: mention.isPlural,
          gender: mention.gender.map { "\($0)" }, chains: mention.entities))
    }
    record.chains = text.coreference.chains.map { ReadingRecord.Chain(name: $0.name, type: $0.type.rawValue) }
    let times = times(of: reading, date: date)
    for (sentence, tree) in reading.trees.enumerated() {
      for time in times[sentence] {
        record.times.append(
          ReadingRecord.Time(
            sentence: position[sentence], first: time.tokens.lowerBound, last: time.tokens.upperBound - 1,
            head: time.head, span: time.span.description))
      }
      for token in tree.tokens.indices {
        let found = [Trigger.Kind.verb, .adjective, .noun, .role].flatMap { kind in
          index.matches(kind, at: token, in: tree).map(\.relation.id)
        }
        guard !found.isEmpty else { continue }
        record.triggers.append(
          ReadingRecord.Trigger(
            sentence: position[sentence], token: token, relations: Array(Set(found)).sorted()))
      }
    }
    for (sentence, tree) in reading.trees.enumerated() {
      let frames = FrameFinder(index: index).frames(in: tree, roles: text.roles[sentence])
      let links = TriggerLinks(ontology: ontology, coreference: text.coreference).links(
        frames, sentence: sentence)
      for (ends, found) in links.sorted(by: {
        ($0.key.subject, $0.key.object) < ($1.key.subject, $1.key.object)
      }) {
        guard let best = found.first else { continue }
        record.links.append(
          ReadingRecord.Link(
            sentence: position[sentence], subject: ends.subject, object: ends.object,
            relation: best.relation.id))
      }
    }
    let linked = linked(&text, least: Confidence.usual)
    var implicit = implicitBodies(text, linked)
    record.bodies = implicit.cases(text.roles, where: { _ in true }).map { found in
      ReadingRecord.Body(
        sentence: position[found.sentence], token: found.role.token, relation: found.match.relation.id,
        holder: found.holder, isTold: found.isTold,
        candidates: found.candidates.map { candidate in
          ReadingRecord.Candidate(
            chain: candidate.chain,
            features: Dictionary(uniqueKeysWithValues: candidate.features.map { ($0.name, $0.value) }))
        })
    }
    return record
  }
}
