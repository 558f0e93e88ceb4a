import RelataGraph
import RelataLanguage

/// "According to ISNA, the prosecutor said …", "…, as Reuters reported": whom an outlet that is named as a source wrote about,
/// or who spoke to it.
struct SourceReports: Sendable {
  let ontology: Ontology
  let coreference: CoreferenceResolver

  func find(sentence: Int) -> [ImplicitRelations.Found] {
    let tree = coreference.trees[sentence]
    var result: [ImplicitRelations.Found] = []
    for mention in coreference.mentions where mention.sentence == sentence && mention.kind == .name {
      guard let outlet = mention.entities.first,
        ontology.isKind(coreference.chains[outlet].type, of: .mediaOutlet),
        tree.adposition(of: mention.head).hasPrefix("according") || isCitedNoun(mention.head, in: tree),
        let clause = clause(around: mention.head, in: tree)
      else { continue }
      if Attribution.isSpeechVerb(tree.lemmas[clause]),
        let speaker = tree.child(of: clause, "nsubj").flatMap({ entity(at: $0, sentence, besides: outlet) })
      {
        result.append(
          ImplicitRelations.Found(
            subject: speaker, relation: "told", object: outlet, trigger: "according to", confidence: 0.75))
        continue
      }
      let arguments = Arguments(tree: tree)
      let topics = arguments.subjects(of: clause) + arguments.patients(of: clause)
      if let topic = topics.lazy.compactMap({ entity(at: $0, sentence, besides: outlet) }).first {
        result.append(
          ImplicitRelations.Found(
            subject: outlet, relation: "reported", object: topic, trigger: "according to", confidence: 0.75))
      }
    }
    return result
  }

  /// "according to the news agency ISNA", where the agency is the apposition.
  private func isCitedNoun(_ head: Int, in tree: SentenceTree) -> Bool {
    guard ["appos", "flat", "nmod:desc", "compound"].contains(tree.relations[head]),
      let noun = tree.heads[head]
    else { return false }
    return tree.adposition(of: noun).hasPrefix("according")
  }

  private func clause(around token: Int, in tree: SentenceTree) -> Int? {
    var current = token
    for _ in 0..<5 {
      guard let head = tree.heads[current] else { return nil }
      if tree.isVerb(head) { return head }
      current = head
    }
    return nil
  }

  private func entity(at token: Int, _ sentence: Int, besides outlet: Int) -> Int? {
    coreference.entities(at: token, sentence: sentence).first { $0 != outlet }
  }
}
