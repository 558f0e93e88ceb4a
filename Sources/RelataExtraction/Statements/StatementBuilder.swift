import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Makes statements of links: named, dated, attributed, with the sentence that says so.
struct StatementBuilder: Sendable {
  let choice: RelationChoice
  let coreference: Coreference
  let geography: Geography
  let documentID: String
  /// What is told as the news of a report is dated by the month in which it appeared: the day may be any.
  let report: TimeSpan?
  let text: [Unicode.Scalar]
  var words: WordLists { coreference.words }
  private var ontology: Ontology { geography.ontology }

  /// The statements of a sentence whose confidence reaches `least`, in the order of their ends in the text.
  func statements(_ found: LinkFinder.Sentence, sentence: Int, least: Double) -> [DocumentStatement] {
    let tree = coreference.trees[sentence]
    let dating = LinkDating(found, sentence: sentence, coreference: coreference, report: report)
    var best: [Key: (statement: DocumentStatement, order: [Int])] = [:]
    for link in found.links {
      let (subject, object) = (coreference.mentions[link.subject], coreference.mentions[link.object])
      guard let left = subject.entities.first, let right = object.entities.first, left != right,
        isWorthy(left), isWorthy(right)
      else { continue }
      let ends = TriggerLinks.Ends(subject: left, object: right)
      guard
        let chosen = choice.choice(
          for: link, subject: coreference.chains[left], object: coreference.chains[right],
          ends: (subject, object), found: found.triggers[ends] ?? [], in: tree)
      else { continue }
      guard !isAnothersTitle(link, chosen, found.roles) else { continue }
      let plausibility = geography.plausibility(
        of: chosen.relation, coreference.chains[left], coreference.chains[right],
        isTold: (chosen.predicate ?? link.trigger) != nil)
      guard plausibility > 0 else { continue }
      let confidence = Confidence.calibrated(chosen.probability * plausibility)
      guard confidence >= least else { continue }
      let predicate = chosen.predicate ?? link.trigger
      let factuality = Factuality(of: predicate ?? object.head, in: tree, words)
      let source = factuality.source.flatMap { coreference.entities(at: $0, sentence: sentence).first }
      // Who denies what he is said to have done is the source himself.
      let isAttributed =
        chosen.role == nil && predicate.map(tree.isVerb) == true
        && (source != left || factuality.polarity == .negated)
        && isSpeaker(factuality.source, source, in: tree)
      let clause = predicate == nil ? link.modality : Self.modality(of: link, factuality, isAttributed)
      let modality = clause == .asserted ? chosen.modality ?? clause : clause
      let isNegated = predicate == nil ? link.negation > 0.5 : factuality.polarity == .negated
      let isSwapped = chosen.isSymmetric && subject.head > object.head
      let key = Key(
        subject: isSwapped ? right : left, relation: chosen.relation, object: isSwapped ? left : right)
      if let known = best[key], known.statement.confidence >= confidence { continue }
      best[key] = (
        DocumentStatement(
          subject: key.subject, relation: chosen.relation, object: key.object, isOpen: chosen.isOpen,
          polarity: isNegated != chosen.isDenied ? .negated : .affirmed,
          modality: modality, attribution: modality == .reported || modality == .alleged ? source : nil,
          time: dating.time(of: link, aspect(of: chosen.relation)),
          place: place(of: chosen, predicate, sentence: sentence, from: subject, to: object),
          role: chosen.role, confidence: confidence,
          importance: (Double(link.importance) * 100).rounded() / 100,
          evidence: evidence(of: tree, trigger: chosen.trigger)),
        [subject.head, object.head]
      )
    }
    let ordered = best.values.sorted {
      let (a, b) = ($0.statement, $1.statement)
      // One word may be the head of two mentions: "Russian" in "Russian forces".
      return ($0.order[0], $0.order[1], a.relation, a.subject, a.object)
        < ($1.order[0], $1.order[1], b.relation, b.subject, b.object)
    }
    return withoutReversals(ordered.map(\.statement))
  }

  private func aspect(of relation: String) -> LinkDating.Aspect {
    ontology.relation(relation).map { $0.isEvent ? .event : .state } ?? .unknown
  }

  /// What the text only describes must be worth an entity: "the attack", but not "the landscape", nor
  /// somebody without a name.
  private func isWorthy(_ chain: Int) -> Bool {
    let chain = coreference.chains[chain]
    return !chain.isDescribed || chain.entityProbability >= Self.leastDescribed && chain.type != .person
  }

  private static let leastDescribed = 0.4

  /// Whether an office was read off a title that the grammar gives to somebody else, or in another body:
  /// "Prime Minister Novak came, and al-Sharra …", "Presidents X of A and Y of B".
  private func isAnothersTitle(
    _ link: Link, _ chosen: RelationChoice.Chosen, _ roles: [RoleOccurrence]
  ) -> Bool {
    guard chosen.role == nil, !chosen.isOpen, choice.isOffice(chosen.relation), let trigger = link.trigger
    else { return false }
    let ends = [link.subject, link.object].map { coreference.mentions[$0].head }
    // One word has a role for each holder.
    let titles = roles.filter { $0.token == trigger && !$0.holders.isEmpty }
    return !titles.isEmpty
      && titles.allSatisfy { title in
        !ends.contains(where: title.holders.contains)
          || !title.bodies.isEmpty && !ends.contains(where: title.bodies.contains)
      }
  }

  /// Whether a clause's source is one that can say something: "according to the law" names none.
  private func isSpeaker(_ token: Int?, _ chain: Int?, in tree: SentenceTree) -> Bool {
    guard let token else { return false }
    guard let chain else { return !tree.adposition(of: token).hasPrefix("according") }
    return !ontology.isKind(coreference.chains[chain].type, of: .agreement)
  }

  /// What was learned, unless it misses what the clause itself says: "may", "plans to", "managed to", and
  /// whose word it is where another's deed or somebody's denial is told.
  private static func modality(of link: Link, _ factuality: Factuality, _ isAttributed: Bool) -> Modality {
    switch (factuality.modality, link.modality) {
    case (.reported, .asserted) where isAttributed, (.alleged, .asserted) where isAttributed:
      return factuality.modality
    case (.hypothetical, .asserted), (.hypothetical, .planned), (.planned, .asserted),
      (.planned, .hypothetical) where factuality.isPastPlan:
      return factuality.modality
    case (.asserted, .planned) where factuality.isImplied,
      (.asserted, .hypothetical) where factuality.isImplied:
      return .asserted
    default: return link.modality
    }
  }

  private struct Key: Hashable {
    var subject: Int
    var relation: String
    var object: Int
  }

  /// One relation does not hold both ways by one sentence: the surer direction stays.
  private func withoutReversals(_ statements: [DocumentStatement]) -> [DocumentStatement] {
    statements.enumerated().filter { position, statement in
      !statements.enumerated().contains { other, reverse in
        reverse.relation == statement.relation && reverse.subject == statement.object
          && reverse.object == statement.subject
          && (reverse.confidence, position) > (statement.confidence, other)
      }
    }.map(\.element)
  }

  /// Where it happened, as the clause says, or where the event or nameless place lies that it happened to;
  /// nil for what is no event of the ontology, and where the object says it.
  private func place(
    of chosen: RelationChoice.Chosen, _ predicate: Int?, sentence: Int, from subject: Mention,
    to object: Mention
  ) -> Int? {
    guard let predicate, let right = object.entities.first, let relation = ontology.relation(chosen.relation),
      relation.isEvent
    else { return nil }
    let attachment = PlaceAttachment(coreference: coreference, ontology: ontology)
    let thing = coreference.chains[right]
    // A state may be where it happens, as of a birth, or whom it is done to.
    let isPlace =
      ontology.isKind(thing.type, of: .place)
      && (thing.type != .country || relation.range.allSatisfy { ontology.isKind($0, of: .place) })
    if isPlace, !thing.isDescribed { return nil }
    if isPlace || ontology.isKind(thing.type, of: .event), let found = attachment.place(of: object),
      found != subject.entities.first
    {
      return found
    }
    return isPlace ? nil : attachment.place(of: predicate, sentence: sentence, from: subject, to: object)
  }

  func evidence(of tree: SentenceTree, trigger: String) -> Evidence {
    guard let first = tree.tokens.first, let last = tree.tokens.last else {
      return Evidence(document: documentID, start: 0, end: 0, quote: "", trigger: trigger)
    }
    let start = first.range.lowerBound
    let end = min(last.range.upperBound, text.count)
    var quote = String.UnicodeScalarView()
    if start < end { quote.append(contentsOf: text[start..<end]) }
    return Evidence(document: documentID, start: start, end: end, quote: String(quote), trigger: trigger)
  }
}
